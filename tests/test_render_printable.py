"""Text for paper: every word stays, nothing hides or turns."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.render.printable import printable, spelled_out, typeset


def test_plain_words_stay_as_they_are() -> None:
    assert printable("Fifteen to eighteen working days, ±2 mm – naïve ΔE") == (
        "Fifteen to eighteen working days, ±2 mm – naïve ΔE"
    )


def test_control_characters_become_spaces() -> None:
    assert printable("a\x1b[2J\tb\r\nc\x85d\u2028e") == "a [2J b c d e"


def test_what_turns_or_hides_text_is_left_out() -> None:
    assert printable("pay \u202e52 %\u202c no\u200bw\ufeff\U000e0041\ud800") == "pay 52 % now"


def test_a_long_word_may_break_and_loses_no_letter() -> None:
    word = "x" * 400
    broken = printable(f"a {word} b")
    assert broken.replace("\u200b", "") == f"a {word} b"
    assert max(map(len, broken.replace(" ", "\u200b").split("\u200b"))) <= 8


def test_an_ordinary_word_is_never_broken() -> None:
    assert "\u200b" not in printable("internationalisations Qualitätsmanagement")


def test_a_missing_sign_is_spelled_out_but_a_letter_never() -> None:
    assert spelled_out("ﬁ") == "fi"
    assert spelled_out("❌") == "[cross mark]"
    assert spelled_out("\U000f0000") == "[sign u+f0000]"
    assert spelled_out("日") is None


@given(st.text())
def test_the_result_has_no_control_or_format_character_but_the_break(text: str) -> None:
    result = printable(text)
    assert not {unicodedata.category(sign) for sign in result.replace("\u200b", "")} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert printable(result.replace("\u200b", "")) == result


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ('"exact match", "exactly your colour": can\'t', "“exact match”, “exactly your colour”: can’t"),
        ('the customers\' "die".', "the customers' “die”."),
        ('a 5" pipe', 'a 5" pipe'),
        ('5" x 6" x 7" and 8"', '5" x 6" x 7" and 8"'),
        ('"', '"'),
        ('""', '""'),
        ('" and "', '" and "'),
        ("5'6, 'so', o'clock", "5'6, 'so', o’clock"),
        ("“as it is”", "“as it is”"),
    ],
)
def test_quotes_are_those_of_print_where_they_are_clearly_a_pair(written: str, printed: str) -> None:
    assert typeset(written) == printed
