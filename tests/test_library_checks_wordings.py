"""The words of customers stand there, each in one article, and what not to say is in quotation marks."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kb.library.checks.wordings import (
    customers_words_exist,
    phrases_not_to_say_are_quoted,
    wordings_lead_to_one_article,
)
from kb.library.load import load_library
from kb.model.problem import WARNING, Problem

Folder = Callable[[dict[str, str]], Path]


def _asked(*wordings: str, title: str = "How long?") -> str:
    listed = "\n".join(f"- {wording}" for wording in wordings)
    return f"---\naudience: sales\n---\n# {title}\n\nFive days.\n\n## Customers say\n{listed}\n"


def test_an_article_without_customers_words_is_a_warning(folder: Folder) -> None:
    root = folder(
        {
            "articles/a.md": "---\naudience: sales\n---\n# How long?\n\nFive days.\n",
            "articles/b.yaml": "title: How big?\naudience: sales\nsay: Two metres.\ncustomers_say: []\n",
            "articles/c.md": _asked("When?"),
            "articles/d.md": "---\naudience: inside\n---\n# Margin?\n\nEnough.\n",
        }
    )
    sentence = (
        "No customer's words stand here, so a search in their words may miss this answer. Write two or three ways of "
        "asking under `{}`."
    )
    found = list(customers_words_exist(load_library(root)))
    assert [(problem.path, problem.sentence, problem.severity) for problem in found] == [
        ("articles/a.md", sentence.format("## Customers say"), WARNING),
        ("articles/b.yaml", sentence.format("customers_say:"), WARNING),
    ]


def test_the_same_words_in_two_articles_are_a_warning_that_names_the_other_place(folder: Folder) -> None:
    root = folder(
        {
            "articles/a.md": _asked("Turnaround?", "When, then?"),
            "articles/b.md": _asked("when then", "When not?", title="How soon?"),
        }
    )
    sentence = (
        "'when then' also stands in articles/a.md:10, so a search can't tell which answer is meant. Keep it where the "
        "better answer is."
    )
    found = list(wordings_lead_to_one_article(load_library(root)))
    assert found == [Problem("articles/b.md", 9, sentence, WARNING)]


def test_the_same_words_twice_in_one_article_or_in_its_conflicted_copy_are_not_told(folder: Folder) -> None:
    root = folder(
        {
            "articles/a.md": _asked("When?", "when"),
            "articles/a (Ann's conflicted copy).md": _asked("When?", title="How soon?"),
        }
    )
    assert list(wordings_lead_to_one_article(load_library(root))) == []


def _not_to_say(line: str) -> str:
    return f"---\naudience: sales\n---\n# How long?\n\nFive days.\n\n## Don't say\n- {line}\n"


def test_a_phrase_without_quotation_marks_is_a_warning(folder: Folder) -> None:
    sentence = (
        "'two weeks: it takes three' has no words in quotation marks, so kb can't tell which ones not to say. Write "
        "them "
        'first, then the reason: `"two weeks": plates alone take five working days`.'
    )
    root = folder({"articles/a.md": _not_to_say("two weeks: it takes three")})
    assert list(phrases_not_to_say_are_quoted(load_library(root))) == [Problem("articles/a.md", 9, sentence, WARNING)]


@pytest.mark.parametrize(
    "line", ['two weeks", it takes three', '"": nothing', "don't say it's 'quick", '24" wide boxes']
)
def test_half_a_pair_of_marks_an_apostrophe_and_an_inch_are_no_quotation(folder: Folder, line: str) -> None:
    assert len(list(phrases_not_to_say_are_quoted(load_library(folder({"articles/a.md": _not_to_say(line)}))))) == 1


@pytest.mark.parametrize(
    "line",
    [
        '"two weeks": no',
        "“two weeks”",
        "„two weeks“: no",
        "«two weeks»",
        "‘two weeks’: no",
        "'two weeks': no",
        '**"two weeks"**',
    ],
)
def test_every_kind_of_quotation_mark_is_one(folder: Folder, line: str) -> None:
    assert list(phrases_not_to_say_are_quoted(load_library(folder({"articles/a.md": _not_to_say(line)})))) == []
