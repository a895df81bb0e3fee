"""File names, titles and aliases: each leads to one article, on every computer."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from kb.library.checks.names import (
    aliases_lead_to_one_article,
    names_work_on_windows,
    no_copies_are_left,
    slugs_are_unique,
    slugs_differ_everywhere,
    titles_differ,
)
from kb.library.load import load_library
from kb.model.article import Article
from kb.model.library import Library
from kb.model.problem import ERROR, WARNING, Problem

RUSH = "# Can you rush it?\n\nYes.\n"

Folder = Callable[[dict[str, str]], Path]


def test_one_name_in_two_folders_is_an_error_that_names_both_files(folder: Folder) -> None:
    root = folder({"articles/price/rush.md": RUSH, "articles/time/rush.yaml": "title: How fast?\nsay: Fast.\n"})
    sentence = (
        "'rush' is also the name of articles/price/rush.md, so nobody can tell which of the two is meant. Rename this "
        "file, or put both answers into one."
    )
    assert list(slugs_are_unique(load_library(root))) == [Problem("articles/time/rush.yaml", 0, sentence, ERROR)]


@pytest.mark.parametrize(("first", "second"), [("MOQ", "moq"), ("café", unicodedata.normalize("NFD", "café"))])
def test_names_that_are_one_file_elsewhere_are_an_error(first: str, second: str) -> None:
    articles = [Article(slug=slug, path=f"articles/{slug}.md", title=slug) for slug in (first, second)]
    sentence = (
        f"This name differs from articles/{first}.md only in capitals or in how its accents are stored: on Windows and "
        "macOS the two are one file, and one would be lost. Rename this file."
    )
    library = Library(articles=tuple(articles))
    assert list(slugs_differ_everywhere(library)) == [Problem(f"articles/{second}.md", 0, sentence, ERROR)]
    assert list(slugs_are_unique(library)) == []


def test_names_that_differ_by_an_accent_are_two_files_everywhere() -> None:
    articles = (
        Article(slug="cafe", path="articles/cafe.md", title="a"),
        Article(slug="café", path="articles/café.md", title="b"),
    )
    assert list(slugs_differ_everywhere(Library(articles=articles))) == []


@pytest.mark.parametrize(
    "slug",
    [
        "rush (Anna's conflicted copy 2026-03-01)",
        "rush (Case Conflict)",
        "rush.sync-conflict-20260301-101500-ABCDEFG",
        "rush.conflict-20260301T101500",
        "rush_conflict-20260301-101500",
    ],
)
def test_what_a_shared_drive_left_behind_is_an_error(folder: Folder, slug: str) -> None:
    root = folder({"articles/rush.md": RUSH, f"articles/{slug}.md": RUSH})
    sentence = (
        "This file was made when two people saved at once. Bring what is new in it into the article itself, then "
        "delete it."
    )
    assert list(no_copies_are_left(load_library(root))) == [Problem(f"articles/{slug}.md", 0, sentence, ERROR)]


@pytest.mark.parametrize("slug", ["rush (1)", "rush(2)", "rush - Copy", "rush - Copy (2)", "rush copy", "Copy of rush"])
def test_what_looks_like_a_copy_of_another_file_is_a_warning(folder: Folder, slug: str) -> None:
    root = folder({"articles/rush.md": RUSH, f"articles/{slug}.md": RUSH})
    sentence = "This file looks like a copy of 'rush'. Delete it, or give it a name of its own."
    assert list(no_copies_are_left(load_library(root))) == [Problem(f"articles/{slug}.md", 0, sentence, WARNING)]


@pytest.mark.parametrize(
    "slug", ["approval-copy", "hard copy", "conflict-minerals", "iso-9001 (2015)", "how-we-settle-conflicts"]
)
def test_an_ordinary_name_is_no_copy(folder: Folder, slug: str) -> None:
    assert list(no_copies_are_left(load_library(folder({f"articles/{slug}.md": RUSH})))) == []


@pytest.mark.parametrize("name", ["a:b", "what?", "CON", "aux.old", "rush ."])
def test_a_name_that_windows_refuses_is_a_warning(name: str) -> None:
    article = Article(slug=name, path=f"articles/{name}/rush.md", title="Rush?")
    sentence = f"Windows can't open the name '{name}'. Rename it with letters, digits and hyphens only."
    problem = Problem(article.path, 0, sentence, WARNING)
    assert list(names_work_on_windows(Library(articles=(article,)))) == [problem]


@pytest.mark.parametrize("name", ["contact", "größe", "Über uns", "box-board", "v1.2"])
def test_a_name_with_spaces_or_accents_works_everywhere(name: str) -> None:
    article = Article(slug=name, path=f"articles/{name}/{name}.md", title="Rush?")
    assert list(names_work_on_windows(Library(articles=(article,)))) == []


def test_the_same_question_twice_is_a_warning(folder: Folder) -> None:
    root = folder({"articles/a.md": RUSH, "articles/b.md": "---\ndesk: x\n---\n# can you  rush it\n\nNo.\n"})
    sentence = "The same question stands in articles/a.md:1. Put both answers into one, or ask here what is different."
    assert list(titles_differ(load_library(root))) == [Problem("articles/b.md", 4, sentence, WARNING)]


def test_an_alias_that_also_leads_elsewhere_is_a_warning(folder: Folder) -> None:
    root = folder(
        {
            "articles/rush.md": RUSH,
            "articles/express.md": "---\naliases: Rush, speedy, express\n---\n# How fast?\n\nFast.\n",
        }
    )
    sentence = "The alias 'Rush' also leads to articles/rush.md. Keep it in one of the two."
    assert list(aliases_lead_to_one_article(load_library(root))) == [
        Problem("articles/express.md", 2, sentence, WARNING)
    ]
