"""Every link leads to an article, and to one that its reader may read."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kb.library.checks.links import links_lead_somewhere, links_stay_with_their_reader
from kb.library.load import load_library
from kb.model.problem import ERROR, WARNING, Problem

Folder = Callable[[dict[str, str]], Path]


def _article(audience: str, text: str) -> str:
    return f"---\naudience: {audience}\n---\n# A question?\n\n{text}\n"


def test_a_link_to_no_article_is_told_with_the_one_that_is_meant(folder: Folder) -> None:
    root = folder(
        {
            "articles/lead-time.md": _article("sales", "Five days."),
            "articles/rush.md": _article("sales", "Yes.\n\n## Why\nAs [[lead-tiem]] says, **see [[nowhere|there]]**."),
        }
    )
    assert list(links_lead_somewhere(load_library(root))) == [
        Problem("articles/rush.md", 9, "[[lead-tiem]] leads to no article. Did you mean 'lead-time'?", ERROR),
        Problem(
            "articles/rush.md",
            9,
            "[[nowhere]] leads to no article. Write the name of its file without the ending, or take the brackets "
            "away.",
            ERROR,
        ),
    ]


def test_a_link_by_title_or_alias_is_told_with_the_name_of_the_file(folder: Folder) -> None:
    head = "---\naudience: sales\naliases: speedy\n---\n# Can you rush it?\n\n"
    named = f"{head}Yes: [[Speedy]], [[can you rush it?]], [[Rush]].\n"
    sentences = [
        problem.sentence for problem in links_lead_somewhere(load_library(folder({"articles/rush.md": named})))
    ]
    assert sentences == [
        f"[[{link}]] leads to no article. Did you mean 'rush'?" for link in ("Speedy", "can you rush it?", "Rush")
    ]


@pytest.mark.timing
def test_a_folder_of_notes_with_very_many_broken_links_is_checked_in_a_moment(folder: Folder) -> None:
    links = " ".join(f"[[missing-note-{at % 1_500}]]" for at in range(3_000))
    notes = {f"articles/some-other-{at}.md": "# A note?\n\nText.\n" for at in range(100)}
    library = load_library(folder({**notes, "articles/a.md": _article("sales", links)}))
    start = time.process_time()
    assert len(list(links_lead_somewhere(library))) == 3_000
    assert time.process_time() - start < 2


def test_links_that_lead_somewhere_are_fine_wherever_they_stand(folder: Folder) -> None:
    table = "| a | b |\n|---|---|\n| [[rush]] | c |\n"
    text = f"See [[rush]].\n\n## If they push back\n- [[rush|soon]]\n\n## Inside only\n{table}"
    assert list(links_lead_somewhere(load_library(folder({"articles/rush.md": _article("sales", text)})))) == []


def test_a_link_to_what_its_reader_may_not_see_is_a_warning(folder: Folder) -> None:
    root = folder(
        {
            "articles/a.md": _article("customer", "See [[b]].\n\n## If they push back\nSee [[b]] and [[c]].\n\n"
            "## Inside only\nSee [[c]].\n"),
            "articles/b.md": _article("sales", "See [[a]] and [[b]]."),
            "articles/c.md": _article("inside", "See [[a]] and [[b]].\n\n## If they push back\n[[c]]\n"),
        }
    )  # fmt: skip
    assert list(links_stay_with_their_reader(load_library(root))) == [
        Problem(
            "articles/a.md",
            6,
            "[[b]] is for sales only, but this text is for customers: the link will be left out there. Take it away, "
            "or write `audience: customer` in b.",
            WARNING,
        ),
        Problem(
            "articles/a.md",
            9,
            "[[c]] is for inside only, but this text is for sales: the link will be left out there. Take it away, or "
            "write `audience: sales` in c.",
            WARNING,
        ),
    ]
