"""Words, stems and special signs, without an index."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.search.analysis import (
    _SPECIAL_PATTERN,
    _may_be_special,
    _specials,
    is_small,
    text_terms,
    title_terms,
    words_of,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lead times, please!", ["lead", "times", "please"]),
        ("C++ and C#", ["c++", "c", "and", "c#", "c"]),
        ("the R&D team", ["the", "r&d", "r", "d", "team"]),
        ("part #5", ["part", "#5", "5"]),
        ("model A-100 or B-7x", ["model", "a-100", "a", "100", "or", "b-7x", "b", "7", "x"]),
        ("ISPM 15 pallets", ["ispm", "15", "pallets"]),
        ("±2 mm, ± 3 mm", ["±2", "2", "mm", "±3", "3", "mm"]),
        ("ΔE 3, delta E 3, delta-e", ["δe", "3", "δe", "delta", "e", "3", "δe", "delta", "e"]),
        ("20kg in 24h", ["20kg", "20", "kg", "in", "24h", "24", "h"]),
        ("1,000 boxes, 2,400 x 1,250 mm", ["1000", "boxes", "2400", "x", "1250", "mm"]),
        ("1st, 2nd and 3rd", ["1st", "2nd", "and", "3rd"]),
        ("1.5 mm", ["1.5", "mm"]),
        ("Don’t say naïve", ["don", "t", "say", "naive"]),
        ("straße", ["strasse"]),
        ("見積もり", ["見積もり"]),
        ("?!… ---", []),
        ("", []),
    ],
)
def test_text_is_cut_into_folded_words_and_special_ones_stay_whole(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_title_terms_keep_small_words_and_text_terms_drop_them() -> None:
    words = ["how", "long", "does", "a", "repeated", "order", "take", "for", "x"]

    assert title_terms(words) == ["how", "long", "doe", "a", "repeat", "order", "take", "for", "x"]
    assert text_terms(words) == ["how", "long", "doe", "repeat", "order", "take"]


def test_forms_of_a_word_are_one_term() -> None:
    assert len({*title_terms(["deliver", "delivers", "delivered", "delivering"])}) == 1
    assert len({*title_terms(["die", "dies"])}) == 1


def test_small_words_are_those_that_name_nothing() -> None:
    assert all(is_small(word) for word in ["what", "is", "the", "how", "i", "s"])
    assert not any(is_small(word) for word in ["moq", "long", "15", "die", "delivery"])


def test_a_word_of_a_hundred_thousand_letters_is_cut() -> None:
    assert words_of("a" * 100_000) == ["a" * 60]


@given(st.text())
def test_any_text_has_words_without_blanks(text: str) -> None:
    for word in words_of(text):
        assert word
        assert not any(letter.isspace() for letter in word)
        word.encode()


PIECES = st.sampled_from(
    ["delta", "1,000", "r & d", "a-100", "kg", "+/-", "st", "abcdefghijklm&n", "#5", "c++", "±2", "∆e"]
)


@given(st.lists(PIECES | st.text("ab1 2,.-&+#±∆δ_é/\n", max_size=6), max_size=8).map("".join))
def test_special_words_are_found_where_looking_everywhere_finds_them(text: str) -> None:
    everywhere = [found.span() for found in re.finditer(_SPECIAL_PATTERN, text)]

    assert [found.span() for found in _specials(text)] == everywhere
    assert not everywhere or _may_be_special(text)
