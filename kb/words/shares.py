"""Amounts told as a part of a whole: *half of*, *a fifth upfront*, *nine of ten*; finds none in a text."""

from collections.abc import Sequence
from decimal import Decimal

from kb.model.number import Amount
from kb.words.amountforms import AmountRead
from kb.words.figures import after_words, read_figure, word_at
from kb.words.pieces import Piece
from kb.words.units import UNITS, is_measure
from kb.words.unitwords import unit_at

_MOST_OF = 100
"""*Two of 5,000* is no share that anybody tells."""

_FRACTIONS = {
    "a third": Decimal(1) / 3,
    "two thirds": Decimal(2) / 3,
    "a quarter": Decimal("0.25"),
    "three quarters": Decimal("0.75"),
    "a fifth": Decimal("0.2"),
    "a tenth": Decimal("0.1"),
}
_OF_A_WHOLE = ("of", "upfront", "up", "down", "on", "off", "extra")
"""What follows a share: *a fifth upfront*, *a quarter on top*; *for a quarter* is three months."""


def part_of(parts: Sequence[Piece], at: int, *, whole: bool) -> AmountRead:
    """*Half of*, *half the*, *a fifth upfront*: a share; *a third of a tonne*; in a number line also *half* alone."""
    if word_at(parts, at) == "half":
        follows = word_at(parts, at + 1) in ("of", "the", "its", "their", "your", "our")
        alone = whole and at + 1 == len(parts)
        return (Amount(Decimal(50), Decimal(50), UNITS[("%",)]), at + 1) if follows or alone else None
    share = _FRACTIONS.get(f"{word_at(parts, at)} {word_at(parts, at + 1)}")
    if share is None:
        return None
    unit = unit_at(parts, at + 4) if after_words(parts, at + 2, "of a") or after_words(parts, at + 2, "of an") else None
    if unit:
        return Amount(share, share, unit[0]), unit[1]
    if word_at(parts, at + 2) not in _OF_A_WHOLE and word_at(parts, at - 1) != "of":
        return None
    return Amount(share * 100, share * 100, UNITS[("%",)]), at + 2


def so_many_of(parts: Sequence[Piece], at: int) -> AmountRead:
    """*Nine of ten orders*, *two out of three*: a share, however it is counted."""
    first = read_figure(parts, at)
    middle = first and (after_words(parts, first[1], "out of") or after_words(parts, first[1], "of"))
    second = read_figure(parts, middle) if middle else None
    if not first or not second or not 0 < first[0] <= second[0] <= _MOST_OF:
        return None
    unit = unit_at(parts, second[1])
    if unit is not None and is_measure(unit[0]):
        return None
    share = 100 * first[0] / second[0]
    return Amount(share, share, UNITS[("%",)]), second[1]
