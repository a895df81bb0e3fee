"""No character that nobody sees hides or turns what a text says."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kb.library.checks.unseen import nothing_is_unseen
from kb.library.load import load_library
from kb.model.article import Article
from kb.model.library import Library
from kb.model.problem import WARNING, Problem

Folder = Callable[[dict[str, str]], Path]

TURNED = "\N{RIGHT-TO-LEFT OVERRIDE}"
NO_WIDTH = "\N{ZERO WIDTH SPACE}"


def test_a_turned_text_is_a_warning_that_shows_where(folder: Folder) -> None:
    root = folder({"articles/a.md": f"# How long?\n\nIt takes up to about {TURNED}18 days from your proof on.\n"})
    sentence = (
        "A character that nobody sees stands in 't takes up to about <U+202E>18 days from your p': <U+202E>. Such "
        "characters can make a text read otherwise than it is: delete these words and type them anew."
    )
    assert list(nothing_is_unseen(load_library(root))) == [Problem("articles/a.md", 3, sentence, WARNING)]


def test_it_is_looked_for_in_every_part_of_an_article(folder: Folder) -> None:
    article = f"""\
---
tags: t{NO_WIDTH}
aliases: a{NO_WIDTH}
---
# How{NO_WIDTH}?

Say{NO_WIDTH}.

## Customers say
- They{NO_WIDTH}

## Numbers
- lead time, box{NO_WIDTH}x: 5 days

## Don't say
- "never{NO_WIDTH}"

## Why
Why{NO_WIDTH}.

## Worth telling
Tell{NO_WIDTH}.

## If they push back
Push{NO_WIDTH}.

## Inside only
In{NO_WIDTH}.
"""
    found = nothing_is_unseen(load_library(folder({"articles/a.md": article})))
    assert sorted(problem.line for problem in found) == [2, 3, 5, 7, 10, 13, 16, 19, 22, 25, 28]


def test_it_is_looked_for_around_the_articles_too(folder: Folder) -> None:
    root = folder(
        {
            "kb.yaml": f"company: T\nsheet:\n  - a\n  - b{NO_WIDTH}\n",
            "people.yaml": f"a:\n  name: A\nb:\n  name: B{NO_WIDTH}\n",
            "process.yaml": f"steps:\n  - id: a\n    why: b{NO_WIDTH}c\n",
            "glossary.yaml": f"- term: a\n- term: b\n  customers: [c{NO_WIDTH}d]\n",
        }
    )
    found = [(problem.path, problem.line) for problem in nothing_is_unseen(load_library(root))]
    assert found == [("kb.yaml", 4), ("people.yaml", 3), ("process.yaml", 2), ("glossary.yaml", 2)]


def test_a_file_name_is_looked_at() -> None:
    library = Library(articles=(Article(slug=f"a{TURNED}", path=f"articles/a{TURNED}.md", title="A?"),))
    assert [(problem.line, "<U+202E>" in problem.sentence) for problem in nothing_is_unseen(library)] == [(0, True)]


@pytest.mark.parametrize(
    "text", ["Größe, 24 °C – “so”", "שלום, how are you?", "日本語", "2\N{NO-BREAK SPACE}mm", "👍 fine"]
)
def test_letters_of_any_script_are_seen(folder: Folder, text: str) -> None:
    assert list(nothing_is_unseen(load_library(folder({"articles/a.md": f"# {text}?\n\n{text}\n"})))) == []
