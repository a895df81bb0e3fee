"""All rules together: what reading found and what they find, in order, once, quickly, and nothing in the sample."""

import inspect
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import SAMPLE
from hypothesis import given
from hypothesis import strategies as st

from kb.library import checks
from kb.library.article import read_article
from kb.library.checks import CHECKS, check
from kb.library.load import load_library
from kb.library.reading_back import readings
from kb.model.glossary import Term
from kb.model.library import Frame, Library
from kb.model.problem import ERROR, WARNING, Problem

Folder = Callable[[dict[str, str]], Path]


def test_nothing_is_found_in_the_sample() -> None:
    assert check(load_library(SAMPLE)) == ()


def test_an_empty_library_has_no_problems() -> None:
    assert check(Library()) == ()


def test_every_rule_of_the_room_is_in_the_list() -> None:
    folder = Path(inspect.getfile(checks)).parent
    rules = {
        f"{path.stem}.{line.split('(')[0].removeprefix('def ')}"
        for path in folder.glob("*.py")
        for line in path.read_text("utf-8").splitlines()
        if line.startswith("def ") and line.endswith("(library: Library) -> Iterator[Problem]:")
    }
    assert {f"{rule.__module__.rpartition('.')[2]}.{rule.__name__}" for rule in CHECKS} == rules


def test_what_reading_found_stands_among_what_the_rules_find_by_file_and_line(folder: Folder) -> None:
    library = load_library(
        folder(
            {
                "people.yaml": "planning:\n  name: Planning desk\n",
                "articles/b.md": "---\naudience: sales\ndesk: planing\n---\n# How long?\n\nSee [[c]].\n\n"
                "## Customers say\n- When?\n",
                "articles/a.md": "---\naudience: sales\ndesk: planning\n---\n# How big?\n\nBig.\n",
            }
        )
    )
    read = Problem("articles/b.md", 5, "found in reading", ERROR)
    found = check(replace(library, problems=(read, read)))
    assert [(problem.path, problem.line, problem.severity) for problem in found] == [
        ("articles/a.md", 5, WARNING),
        ("articles/b.md", 3, ERROR),
        ("articles/b.md", 5, ERROR),
        ("articles/b.md", 7, ERROR),
    ]
    assert found[2] == read


WORDS = st.sampled_from(
    [
        "# ", "## Say", "## Numbers\n", "## Customers say\n", "## Don't say\n", "## If they push back\n", "\n\n", "- ",
        '"two', "weeks", '"', "lead time: ", "at least ", "5 to 7", " working days", " 350 kg", "2,5", "[[a]]", "[[",
        "|", "instead: ", "\u202e", "\ud7ff", "takt", "---\n", "audience: sales\n", "desk: x\n", ": ",
        "&", "<b>", "<!--",
    ]
)  # fmt: skip


@given(st.lists(st.one_of(WORDS, st.text(max_size=8)), max_size=40))
def test_whatever_an_article_holds_is_checked_and_told_in_whole_sentences(words: list[str]) -> None:
    article, problems = read_article("articles/a.md", "".join(words).encode("utf-8", "replace"), "sales")
    terms = (Term(term="takt", avoid=True), Term(term="two", avoid=True, instead="a pair"))
    library = Library(
        Frame(terms=terms), (article, replace(article, path="articles/b.md")) if article else (), problems
    )
    for problem in check(library):
        assert problem.sentence.endswith((".", "?", "`"))
        assert problem.line >= 0
    assert all(reading.sentence.endswith(".") for reading in readings(library, (2026, 2027)))


@pytest.mark.timing
def test_the_sample_is_checked_in_a_fraction_of_a_second() -> None:
    library = load_library(SAMPLE)
    start = time.process_time()
    check(library)
    assert time.process_time() - start < 0.5
