"""The forms that an amount is written in: a time, a figure, a range, dimensions; finds none in a text."""

from collections.abc import Sequence
from decimal import Decimal

from kb.model.number import Amount, Unit
from kb.words.figures import Read, after_words, read_figure, sign_at, word_at
from kb.words.pieces import CLOCK, FIGURE, WORD, Piece, is_thousand_with_point
from kb.words.units import BARE, BARE_FAMILY, LENGTH, O_CLOCK, TEMPERATURE, is_measure, is_time
from kb.words.unitwords import UnitRead, noun_at, unit_at, unit_before

AmountRead = tuple[Amount, int] | None
"""An amount and the place after it; None where there is none."""

_MINUTES = 60
_MOST_DIMENSIONS = 6
_HALVES = ("am", "pm")
_TO = ("to", "through", "thru", "till", "until", "or")
_SOME = ("several", "many", "few", "some", "most", "all", "various", "countless", "enough")
_SHORT_UNIT = 3
"""After an article only units that are written out count: *a day*, not *a min of*."""


def time_of_day(parts: Sequence[Piece], at: int) -> AmountRead:
    """`10:00`, `9.30 a.m.`, `2 pm`, `10 o'clock`, `10:00 to 14:00`: minutes after midnight."""
    first = _clock_at(parts, at)
    if first is None:
        return None
    joined = word_at(parts, first[1]) == "to" or sign_at(parts, first[1]) == "-"
    last = _clock_at(parts, first[1] + 1) if joined else None
    if last is None or last[0] < first[0]:
        last = first
    return Amount(first[0], last[0], O_CLOCK), last[1]


def unit_of_time(parts: Sequence[Piece], at: int) -> AmountRead:
    """*A week*, *an hour and a half*, *a day or two*."""
    if _is_rate(parts, at):
        return None
    only = 1 if word_at(parts, at + 1) in ("single", "mere", "full", "whole", "good", "short") else 0
    unit = unit_at(parts, at + 1 + only) if word_at(parts, at) in ("a", "an") else None
    if unit is None or not is_time(unit[0]) or len(parts[unit[1] - 1].text) < _SHORT_UNIT or unit[0].name == "second":
        return None
    for phrase, low, high in (("and a half", "1.5", "1.5"), ("or two", "1", "2"), ("", "1", "1")):
        after = after_words(parts, unit[1], phrase)
        if after is not None:
            return Amount(Decimal(low), Decimal(high), unit[0]), after
    return None


def _is_rate(parts: Sequence[Piece], at: int) -> bool:
    """*Eighty times a year*, *several customers a day*: how often, not how long."""
    before = word_at(parts, at - 1)
    return before == "times" or (before.endswith("s") and word_at(parts, at - 2) in _SOME)


def once_or_twice(parts: Sequence[Piece], at: int) -> AmountRead:
    """*Once a week*, *twice a year*: a number of times, up to the article."""
    times = {"once": Decimal(1), "twice": Decimal(2)}.get(word_at(parts, at))
    if times is None or word_at(parts, at + 1) not in ("a", "an", "per", "each", "every"):
        return None
    return (Amount(times, times, Unit("time", "count:time")), at + 1) if unit_at(parts, at + 2) else None


def one_or_range(parts: Sequence[Piece], at: int, *, whole: bool) -> AmountRead:
    """A figure, a range of two, or dimensions, with the unit before them or after."""
    between = word_at(parts, at) in ("between", "from")
    before = unit_before(parts, at + between)
    low = _signed(parts, before[1] if before else at + between, joined=word_at(parts, at) != "between")
    if low is None or _is_code(parts, low[1]):
        return None
    dimensions = None if between or before else _dimensions(parts, low)
    if dimensions is not None:
        return dimensions
    joint = ("and",) if word_at(parts, at) == "between" else _TO
    ranged = _range(parts, low, joint, before, whole=whole)
    if ranged is not None or between:
        return ranged
    unit = before or _unit_after(parts, low, whole=whole)
    if _is_continental(parts[low[1] - 1], unit):
        return None
    if unit is None:
        return _within_scale(Amount(low[0], low[0], BARE), low[1])
    after = max(unit[1], low[1])
    return _compound(parts, low[0], unit[0], after) or _within_scale(Amount(low[0], low[0], unit[0]), after)


def _clock_at(parts: Sequence[Piece], at: int) -> Read:
    """Minutes after midnight, and the place after."""
    if at >= len(parts) or parts[at].kind not in (CLOCK, FIGURE):
        return None
    half = word_at(parts, at + 1) if word_at(parts, at + 1) in (*_HALVES, "o'clock") else ""
    hours, _, minutes = parts[at].text.replace(".", ":").partition(":")
    if (parts[at].kind == FIGURE and not half) or len(hours) > 2 or len(minutes) not in (0, 2):  # noqa: PLR2004
        return None
    hour, minute = int(hours), int(minutes or 0)
    if minute >= _MINUTES or hour > (12 if half else 24):
        return None
    hour = hour % 12 + 12 * (half == "pm") if half in _HALVES else hour
    return Decimal(hour * _MINUTES + minute), at + (2 if half else 1)


def _signed(parts: Sequence[Piece], at: int, *, joined: bool = True) -> Read:
    """A figure that may have a sign right before it: `-18`, `+4`."""
    minus = word_at(parts, at) == "minus" and word_at(parts, at - 1) != "or"
    sign = (
        sign_at(parts, at) in ("-", "+")
        and at + 1 < len(parts)
        and parts[at + 1].glued
        and parts[at + 1].kind == FIGURE
    )
    read = read_figure(parts, at + (sign or minus), joined=joined)
    if read is None:
        return None
    return (-read[0], read[1]) if minus or (sign and parts[at].text == "-") else read


def _is_code(parts: Sequence[Piece], at: int) -> bool:
    """Whether letters that are no unit hang on a figure: `3D`, `5G`."""
    glued = at < len(parts) and parts[at].glued and parts[at].kind == WORD and parts[at - 1].kind == FIGURE
    return glued and unit_at(parts, at) is None and parts[at].text != "x"


def _dimensions(parts: Sequence[Piece], low: tuple[Decimal, int]) -> AmountRead:
    """`2,400 x 1,250 mm`, `120 by 80 by 40 mm`, `2.4 m × 80 cm` in the last unit; bare ones only with a cross."""
    sides, at, crossed = _sides(parts, low)
    units = [unit for _value, unit in sides]
    last = units[-1] or BARE
    if len(sides) == 1 or last.family not in (LENGTH, BARE_FAMILY):
        return None
    if last == BARE and (not crossed or any(units) or noun_at(parts, at, one=False, whole=False)):
        return None
    if any(unit and unit.family != last.family for unit in units):
        return None
    values = tuple(sorted((value * (unit or last).factor / last.factor for value, unit in sides), reverse=True))
    return Amount(values[-1], values[0], last, values), at


def _sides(parts: Sequence[Piece], first: tuple[Decimal, int]) -> tuple[list[tuple[Decimal, Unit | None]], int, bool]:
    """Figures joined by `x` or `by`, each with its own unit or None; the place after, and whether all are crossed."""
    sides: list[tuple[Decimal, Unit | None]] = []
    figure: Read = first
    at = first[1]
    crossed = True
    while figure is not None and len(sides) < _MOST_DIMENSIONS:
        unit = unit_at(parts, figure[1])
        at = unit[1] if unit else figure[1]
        sides.append((figure[0], unit[0] if unit else None))
        cross = word_at(parts, at) == "x" or sign_at(parts, at) == "x"
        by = word_at(parts, at) == "by"
        figure = read_figure(parts, at + 1) if cross or by else None
        crossed = crossed and not (by and figure)
    return sides, at, crossed


def _range(
    parts: Sequence[Piece], low: tuple[Decimal, int], joint: Sequence[str], before: UnitRead, *, whole: bool
) -> AmountRead:
    """Two ends with one unit, each at its own end or once: `15 to 18 days`, `5 % – 10 %`, `€ 5 to € 8`."""
    first = unit_at(parts, low[1])
    at = first[1] if first else low[1]
    up_to = after_words(parts, at, "up to")
    if up_to is None and word_at(parts, at) not in joint and not (sign_at(parts, at) == "-" and "to" in joint):
        return None
    at = up_to or at + 1
    again = unit_before(parts, at)
    high = _signed(parts, again[1] if again else at)
    if high is None or high[0] < low[0] or _is_code(parts, high[1]):
        return None
    unit = before or _unit_after(parts, high, whole=whole) or first
    if unit is None and word_at(parts, low[1]) == "or":
        return None
    if (first and unit and first[0] != unit[0]) or (again and (not unit or again[0] != unit[0])):
        return None
    measured = unit[0] if unit else BARE
    if _is_continental(parts[high[1] - 1], unit) or _is_continental(parts[low[1] - 1], unit):
        return None
    return _within_scale(Amount(low[0], high[0], measured), max(high[1], unit[1] if unit else 0))


def _unit_after(parts: Sequence[Piece], figure: tuple[Decimal, int], *, whole: bool) -> UnitRead:
    value, at = figure
    at += word_at(parts, at) == "of" and word_at(parts, at - 1) in ("couple", "dozen", "hundred", "thousand", "million")
    return unit_at(parts, at) or noun_at(parts, at, one=value == 1, whole=whole)


def _is_continental(figure: Piece, unit: UnitRead) -> bool:
    """Whether `1.000` may be meant for a thousand: before a noun, where nobody counts in thousandths."""
    return is_thousand_with_point(figure) and not (unit and is_measure(unit[0]))


def _compound(parts: Sequence[Piece], value: Decimal, unit: Unit, at: int) -> AmountRead:
    """`1 hour 30 minutes`, *two weeks and three days*: in the smaller unit."""
    if not is_time(unit):
        return None
    rest = read_figure(parts, at + (word_at(parts, at) == "and"))
    smaller = unit_at(parts, rest[1]) if rest else None
    if rest is None or smaller is None or smaller[0].family != unit.family or smaller[0].factor >= unit.factor:
        return None
    total = value * unit.factor / smaller[0].factor + rest[0]
    return Amount(total, total, smaller[0]), smaller[1]


def _within_scale(amount: Amount, at: int) -> AmountRead:
    """The amount; None where it is negative and no temperature."""
    return None if amount.low < 0 and amount.unit.family != TEMPERATURE else (amount, at)
