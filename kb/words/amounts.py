"""Amounts of running text and of number lines: figures, ranges and dimensions with their units; judges none of them."""

from collections.abc import Sequence
from typing import NamedTuple

from kb.model.number import Amount
from kb.words.amountforms import once_or_twice, one_or_range, time_of_day, unit_of_time
from kb.words.dates import find_seasons
from kb.words.figures import sign_at, word_at
from kb.words.lists import word_set
from kb.words.pieces import BROKEN, FIGURE, Piece, is_thousand_with_point, pieces
from kb.words.shares import part_of, so_many_of
from kb.words.units import BARE_FAMILY
from kb.words.unitwords import per_at

_ABOUT = ("about", "approximately", "approx", "around", "roughly", "circa", "ca", "some", "nearly", "almost")
_ABOUT_SIGNS = ("~", "≈")

_BEFORE_A_NAME = word_set(
    "no nos nr number ext extension page line step week day order po invoice version item room ispm iso din en astm "
    "fefco ansi bs ral pantone hks pms nen iec type grade model class chapter figure fig table art"
)
"""A bare figure after one of these is a name, not an amount."""

_BEFORE_A_YEAR = ("in", "since", "year", "from", "by", "until", "till", "during", "before", "after", "of", "©")
_YEARS = range(1900, 2200)


class FoundAmount(NamedTuple):
    """An amount in a text, with its place."""

    amount: Amount
    start: int
    """Offset of its first character."""

    end: int
    """Offset after its last character."""

    text: str
    """As written, from `start` to `end`."""


class Unreadable(NamedTuple):
    """Digits that cannot be read for sure: `1.000,5`, `2,5`, `15?18`, `3/4/26`. No sentence with them is safe."""

    start: int
    end: int
    text: str


def find_amounts(text: str) -> tuple[FoundAmount, ...]:
    """The amounts of running text, in order; dates, codes, telephone numbers and ordinals are none.

    `between 15 and 18 days`, `15–18`, `a fortnight`, `two and a half weeks`, `120 x 80 x 40 mm`, `ΔE 3`, `€ 450`,
    `45 minutes a colour`, `10:00`. Where no unit is said the unit's name is empty. What cannot be read for sure is
    left to `find_unreadable`.
    """
    parts = pieces(text)
    dates = {place for found in find_seasons(text) for place in range(found.start, found.end)}
    found: list[FoundAmount] = []
    at = 0
    while at < len(parts):
        read = _in_prose(parts, at)
        if read is None or any(piece.start in dates for piece in parts[at : read[1]]):
            at += 1
            continue
        start, end = parts[at].start, parts[read[1] - 1].end
        found.append(FoundAmount(read[0], start, end, text[start:end]))
        at = read[1]
    return tuple(found)


def find_unreadable(text: str) -> tuple[Unreadable, ...]:
    """The figures of a text that people read differently, or whose sign was lost on the way."""
    parts = pieces(text)
    broken = (piece for at, piece in enumerate(parts) if piece.kind == BROKEN or _may_be_thousand(parts, at))
    return tuple(Unreadable(piece.start, piece.end, text[piece.start : piece.end]) for piece in broken)


def amount_at(parts: Sequence[Piece], at: int, *, whole: bool) -> tuple[Amount, int] | None:
    """The amount that begins at a place, and the place after it.

    `whole`: the words after the figure are its unit, all of them, as in a number line; else the noun is looked for
    among them.
    """
    figure_at = _over_about(parts, at)
    read = (
        time_of_day(parts, figure_at)
        or unit_of_time(parts, figure_at)
        or once_or_twice(parts, figure_at)
        or so_many_of(parts, figure_at)
        or part_of(parts, figure_at, whole=whole)
        or one_or_range(parts, figure_at, whole=whole)
    )
    if read is None:
        return None
    per, after = per_at(parts, read[1], whole=whole)
    return read[0]._replace(per=per, about=figure_at > at), after


def _may_be_thousand(parts: Sequence[Piece], at: int) -> bool:
    """`1.000 boxes`, unless it has been read as something else (`1.625 m`, `1.250 x 2.400 m`)."""
    return is_thousand_with_point(parts[at]) and amount_at(parts, at, whole=False) is None


def _over_about(parts: Sequence[Piece], at: int) -> int:
    if sign_at(parts, at) in _ABOUT_SIGNS:
        return at + 1
    if word_at(parts, at) not in _ABOUT:
        return at
    return at + 2 if sign_at(parts, at + 1) == "." else at + 1


def _in_prose(parts: Sequence[Piece], at: int) -> tuple[Amount, int] | None:
    read = amount_at(parts, at, whole=False)
    if read is None or read[0].unit.family != BARE_FAMILY or read[0].dimensions:
        return read
    return None if _is_name(parts, at) or _is_year(parts, at) or word_at(parts, at) == "one" else read


def _is_name(parts: Sequence[Piece], at: int) -> bool:
    """`No. 5`, `ext. 250`, `ISPM 15`, `step two`."""
    before = at - 2 if sign_at(parts, at - 1) == "." else at - 1
    return word_at(parts, before) in _BEFORE_A_NAME


def _is_year(parts: Sequence[Piece], at: int) -> bool:
    figure = parts[at]
    if figure.kind != FIGURE or not figure.text.isdigit() or figure.end - figure.start != 4:  # noqa: PLR2004
        return False
    return int(figure.text) in _YEARS and word_at(parts, at - 1) in _BEFORE_A_YEAR
