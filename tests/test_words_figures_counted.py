"""Figures said in words before their unit: each of their first words is known to begin one."""

from decimal import Decimal

import pytest

from kb.words.figures import read_figure
from kb.words.pieces import pieces


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("three quarters of an hour", "0.75"),
        ("one quarter of a day", "0.25"),
        ("a quarter of an hour", "0.25"),
        ("half an hour", "0.5"),
        ("a couple of days", "2"),
        ("dozen boxes", "12"),
        ("a hundred boxes", "100"),
    ],
)
def test_a_figure_in_words_is_read(text: str, value: str) -> None:
    read = read_figure(pieces(text), 0)
    assert read is not None
    assert read[0] == Decimal(value)
