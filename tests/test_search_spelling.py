"""Which known words a misspelt one may have meant."""

import pytest

from kb.search.spelling import may_be_misspelt, nearest

KNOWN = {
    "lead": 9,
    "load": 2,
    "time": 8,
    "delivery": 5,
    "deliver": 1,
    "corrugated": 4,
    "order": 7,
    "older": 0,
    "hold": 3,
}


def near(word: str) -> list[str]:
    return nearest(word, frozenset(KNOWN), lambda known: KNOWN[known])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("leed", "lead"),
        ("elad", "lead"),
        ("tiime", "time"),
        ("tme", "time"),
        ("delivrey", "delivery"),
        ("dlivery", "delivery"),
        ("delievry", "delivery"),
        ("corugatted", "corrugated"),
        ("korrugated", "corrugated"),
        ("oder", "order"),
    ],
)
def test_one_slip_is_forgiven_and_two_from_eight_letters(typed: str, meant: str) -> None:
    assert near(typed)[0] == meant


def test_the_same_first_letter_comes_first_then_the_nearer_then_the_more_frequent() -> None:
    assert near("leod") == ["lead"]
    assert near("delivary") == ["delivery", "deliver"]
    assert nearest("lood", frozenset({"load", "loud"}), {"load": 1, "loud": 2}.get) == ["loud", "load"]  # type: ignore[arg-type]


def test_a_word_that_no_article_holds_is_not_proposed() -> None:
    assert "older" not in near("olderr")


def test_a_short_word_is_not_changed_in_its_first_letter() -> None:
    assert near("told") == []


def test_two_slips_in_a_short_word_are_not_forgiven() -> None:
    assert near("tmie") == ["time"]
    assert near("txxe") == []


def test_only_words_of_four_letters_or_more_without_figures_may_be_misspelt() -> None:
    assert may_be_misspelt("leed")
    assert not may_be_misspelt("moq")
    assert not may_be_misspelt("a100b")
