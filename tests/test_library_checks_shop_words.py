"""No word of the shop floor stands where a customer hears it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kb.library.checks.shop_words import shop_words_are_avoided
from kb.library.load import load_library
from kb.model.problem import WARNING, Problem

GLOSSARY = """\
- {term: takt, avoid: true, instead: pace of the line}
- {term: make-ready, avoid: true, instead: set-up}
- {term: gripper edge, avoid: true}
- {term: WIP, avoid: true, instead: orders in work}
- {term: die, means: The tool that sets the takt.}
"""

Folder = Callable[[dict[str, str]], Path]


def _problems(folder: Folder, answer: str) -> list[str]:
    text = f"---\naudience: customer\n---\n# How long?\n\n{answer}\n"
    glossary = GLOSSARY.replace(" takt.", " pace.")
    library = load_library(folder({"glossary.yaml": glossary, "articles/a.md": text}))
    return [problem.sentence for problem in shop_words_are_avoided(library)]


@pytest.mark.parametrize(
    ("answer", "word", "way_out"),
    [
        ("It hangs on our Takt.", "takt", "Say 'pace of the line'."),
        ("All takts are equal.", "takt", "Say 'pace of the line'."),
        ("The takt's length.", "takt", "Say 'pace of the line'."),
        ("After make-ready, and makeready again.", "make-ready", "Say 'set-up'."),
        ("After make\N{NON-BREAKING HYPHEN}ready.", "make-ready", "Say 'set-up'."),
        ("At the gripper  edge.", "gripper edge", "Say it in the customer's words."),
        ("Our WIP is high.", "WIP", "Say 'orders in work'."),
    ],
)
def test_a_shop_word_is_a_warning_that_says_what_to_say_instead(
    folder: Folder, answer: str, word: str, way_out: str
) -> None:
    sentence = f"'{word}' is a word of the shop floor that customers don't know. {way_out}"
    assert _problems(folder, answer) == [sentence]


@pytest.mark.parametrize("answer", ["We make ready boxes.", "A takty wiper.", "contakt", "Takt-free is another word."])
def test_a_word_that_only_holds_a_shop_word_is_none(folder: Folder, answer: str) -> None:
    assert _problems(folder, answer) == []


def test_it_is_looked_for_in_all_that_a_customer_hears_and_told_once_a_word(folder: Folder) -> None:
    article = """\
---
audience: customer
---
# Is the WIP high?

Our answer.

## Customers say
- What is your takt?

## Numbers
- takt: 5 minutes

## Don't say
- "takt": they don't know it; instead: the make-ready

## If they push back
Show them the takt and the gripper edge.

## Inside only
The makeready is slow, takt or not.
"""
    found = list(shop_words_are_avoided(load_library(folder({"glossary.yaml": GLOSSARY, "articles/a.md": article}))))
    assert [(problem.path, problem.line, problem.sentence.split("'")[1]) for problem in found] == [
        ("articles/a.md", 4, "WIP"),
        ("articles/a.md", 18, "takt"),
        ("articles/a.md", 18, "gripper edge"),
        ("articles/a.md", 15, "make-ready"),
        ("glossary.yaml", 5, "takt"),
    ]
    assert {problem.severity for problem in found} == {WARNING}


def test_the_steps_that_a_customer_is_walked_through_are_looked_at_too(folder: Folder) -> None:
    steps = "steps:\n  - id: wip\n    name: Printing\n    what: The takt is set.\n"
    library = load_library(folder({"glossary.yaml": GLOSSARY.replace(" takt.", " pace."), "process.yaml": steps}))
    sentence = "'takt' is a word of the shop floor that customers don't know. Say 'pace of the line'."
    assert list(shop_words_are_avoided(library)) == [Problem("process.yaml", 2, sentence, WARNING)]


def test_without_shop_words_and_for_inside_nothing_is_told(folder: Folder) -> None:
    article = {"articles/a.md": "---\naudience: inside\n---\n# Takt?\n\nTakt.\n"}
    assert list(shop_words_are_avoided(load_library(folder(article)))) == []
    glossary = {"glossary.yaml": "- {term: takt, avoid: true}\n"}
    assert list(shop_words_are_avoided(load_library(folder({**glossary, **article})))) == []
