"""A figure, a share, a size or a count of a text against one number line, by the line's kind; picks no line."""

from collections.abc import Callable
from decimal import Decimal

from kb.desk.promises.judged import Case, Judged
from kb.desk.promises.lines import Line
from kb.desk.promises.terms import has_ended, left_open
from kb.desk.promises.touch import Touch
from kb.model import number as kinds
from kb.model.number import Amount
from kb.model.promise import OVER, SAFE, UNKNOWN
from kb.text import fold
from kb.words.bounds import EITHER_WAY, LEAST, MOST, SMALLEST, SQUARE, UNDER
from kb.words.bounds import OVER as MORE
from kb.words.points import SIZE, Point
from kb.words.roots import name_words
from kb.words.spoken import amount_words
from kb.words.units import BARE_FAMILY, SHARE

Answer = tuple[str, str]

_KINDS = (
    kinds.AT_LEAST, kinds.AT_MOST, kinds.BETWEEN, kinds.GUARANTEED, kinds.TOLERANCE, kinds.COSTS, kinds.FIGURE,
    kinds.EVERY, kinds.ADDS, kinds.GIVE,
)  # fmt: skip
_COUNT = "count:"
_DAYS = {"day": 1, "working day": 1, "week": 5, "month": 20, "year": 240}
"""Working days at least in a stretch of time by which things are counted."""


def fits_size(line: Line, point: Point, said_groups: Callable[[Line, str], bool]) -> bool:
    """Whether kind and unit of a line fit a figure; `said_groups` tells whether a noun is a word of a line's name."""
    beside, said = line.number.amount, point.amount
    if beside is None or said is None or point.kind != SIZE or line.number.kind not in _KINDS:
        return False
    either = EITHER_WAY in point.around.bounds
    if either != (line.number.kind == kinds.TOLERANCE) and (either or said.unit.family != beside.unit.family):
        return False
    if said.dimensions and not beside.dimensions and line.number.kind not in (kinds.AT_LEAST, kinds.AT_MOST):
        return False
    if said.unit.family == beside.unit.family:
        return True
    if beside.unit.family == BARE_FAMILY:
        return said.unit.family.startswith(_COUNT) and said_groups(line, said.unit.name)
    return said.unit.family == BARE_FAMILY and beside.unit.family.startswith(_COUNT)


def judge_size(case: Case, touch: Touch) -> Judged | None:
    """What a line makes of a figure."""
    line, point = touch.line, case.point
    if point is None or point.amount is None or line.number.amount is None:
        return None
    if has_ended(line.number, case.starts[0].day):
        return None
    verdict, reason = compare_size(line, point.amount, point.around.bounds)
    if verdict == SAFE and (why := left_open(case, line.number)):
        verdict, reason = UNKNOWN, why
    allowed = allowed_of(_counted(line, point.amount))
    return Judged(verdict, line, line, reason, allowed, (f"{line.number.amount_text} ({line.article})",))


def _counted(line: Line, said: Amount) -> Line:
    """The line with the noun of what is said, where it has a bare figure: `spot colours: at most 4` of *5 colours*."""
    amount = line.number.amount
    if amount is None or amount.unit.family != BARE_FAMILY:
        return line
    return line._replace(number=line.number._replace(amount=amount._replace(unit=said.unit)))


def judge_clock(case: Case, touch: Touch) -> Judged | None:
    """What a line with a clock time, or two, makes of one: only that one, or what lies between the two."""
    line, point = touch.line, case.point
    if point is None or point.amount is None or line.number.amount is None:
        return None
    least, most = line.number.amount.low, line.number.amount.high
    inside = least <= point.amount.low and point.amount.high <= most
    verdict, reason = (SAFE, "it lies within that") if inside else (OVER, "it is another time")
    if verdict == SAFE and (why := left_open(case, line.number)):
        verdict, reason = UNKNOWN, why
    return Judged(verdict, line, line, reason, allowed_of(line), (f"{line.number.amount_text} ({line.article})",))


def compare_size(line: Line, said: Amount, bounds: frozenset[str]) -> Answer:
    """A figure against a line with a figure of the same unit."""
    beside = line.number.amount
    if beside is None:
        return UNKNOWN, "the line has no figure"
    if said.dimensions or beside.dimensions:
        return _dimensions(line, said, beside, bounds)
    if fold(said.per) != fold(beside.per):
        return _other_per(line, said, beside, bounds)
    low, high = said.low * said.unit.factor, said.high * said.unit.factor
    return _COMPARE[line.number.kind](line, low, high, bounds)


def allowed_of(line: Line) -> str:
    """`at most 10 pallets`, `25 %`, `only E, B, C`: what may be said."""
    number = line.number
    if number.amount is None:
        return number.amount_text
    told = amount_words(number.amount)
    before = {
        kinds.AT_LEAST: "at least ", kinds.AT_MOST: "at most ", kinds.GIVE: "at most ", kinds.TOLERANCE: "within ",
        kinds.GUARANTEED: "up to ", kinds.EVERY: "every ", kinds.AHEAD: "at least ",
    }.get(number.kind, "")  # fmt: skip
    return before + told + (" ahead" if number.kind == kinds.AHEAD else "")


def _ends(line: Line) -> tuple[Decimal, Decimal]:
    amount = line.number.amount
    if amount is None:
        return Decimal(0), Decimal(0)
    return amount.low * amount.unit.factor, amount.high * amount.unit.factor


def _other_per(line: Line, said: Amount, beside: Amount, bounds: frozenset[str]) -> Answer:
    if SMALLEST in bounds and line.number.kind == kinds.AT_LEAST and not beside.per:
        less = said.low * said.unit.factor < beside.high * beside.unit.factor
        return (OVER, "it is less than that") if less else (UNKNOWN, "it is counted by something else")
    if said.per in _DAYS and beside.per in _DAYS and line.number.kind == kinds.AT_MOST:
        return _rate(said, beside)
    if said.per or line.number.kind not in (kinds.AT_MOST, kinds.GUARANTEED):
        return UNKNOWN, "it is counted by something else"
    more = said.high * said.unit.factor > beside.high * beside.unit.factor
    return (OVER, "it is more than that") if more else (UNKNOWN, f"it counts by the {beside.per}")


def _rate(said: Amount, beside: Amount) -> Answer:
    """*Two a day* against `at most 2 a week`: over where it is more in any case, safe where it is no more."""
    days, limit_days = _DAYS[said.per], _DAYS[beside.per]
    figure, limit = said.high * said.unit.factor, beside.high * beside.unit.factor
    if days < limit_days and figure * (limit_days // days) > limit:
        return OVER, "it is more than that"
    if days > limit_days and figure <= limit:
        return SAFE, "it is no more than that"
    return UNKNOWN, "it is counted by something else"


def _at_least(line: Line, low: Decimal, high: Decimal, bounds: frozenset[str]) -> Answer:
    limit = _ends(line)[1]
    value = high if MOST in bounds else low
    if value < limit or (UNDER in bounds and high <= limit):
        return OVER, "it is less than that"
    if value > limit and not line.smallest:
        return UNKNOWN, "more than that is not written anywhere"
    return SAFE, "it is no less than that"


def _at_most(line: Line, _low: Decimal, high: Decimal, bounds: frozenset[str]) -> Answer:
    limit = _ends(line)[0]
    if high > limit or (MORE in bounds and high >= limit):
        return OVER, "it is more than that"
    amount = line.number.amount
    if amount and amount.unit.family == SHARE and high < limit:
        return UNKNOWN, "less than that is not written anywhere"
    if bounds & {LEAST, MORE}:
        return UNKNOWN, "it says only how much at least"
    return SAFE, "it is no more than that"


def _between(line: Line, low: Decimal, high: Decimal, bounds: frozenset[str]) -> Answer:
    least, most = _ends(line)
    if low < least or high > most or (MORE in bounds and high >= most) or (UNDER in bounds and low <= least):
        return OVER, "it is outside of that"
    if bounds & {LEAST, MORE, UNDER}:
        return UNKNOWN, "it names only one end"
    return SAFE, "it lies within that"


def _guaranteed(line: Line, _low: Decimal, high: Decimal, bounds: frozenset[str]) -> Answer:
    limit = _ends(line)[0]
    if high > limit or (MORE in bounds and high >= limit):
        return OVER, "it is more than that"
    return SAFE, "it is no more than that"


def _no_less(line: Line, low: Decimal, high: Decimal, bounds: frozenset[str]) -> Answer:
    least, most = _ends(line)
    if high < most or (low < high and low < least) or (UNDER in bounds and high <= most):
        return OVER, "it is less than that"
    return SAFE, "it is no less than that"


def _figure(line: Line, low: Decimal, high: Decimal, bounds: frozenset[str]) -> Answer:
    if (low, high) != _ends(line):
        return OVER, "it is another figure"
    if bounds & {LEAST, MORE, UNDER, MOST, SMALLEST} - {SMALLEST}:
        return UNKNOWN, "the figure stands without more or less"
    return SAFE, "it is that figure"


_COMPARE: dict[str, Callable[[Line, Decimal, Decimal, frozenset[str]], Answer]] = {
    kinds.AT_LEAST: _at_least,
    kinds.AT_MOST: _at_most,
    kinds.GIVE: _at_most,
    kinds.BETWEEN: _between,
    kinds.GUARANTEED: _guaranteed,
    kinds.TOLERANCE: _no_less,
    kinds.COSTS: _no_less,
    kinds.ADDS: _no_less,
    kinds.EVERY: _no_less,
    kinds.FIGURE: _figure,
}


def _dimensions(line: Line, said: Amount, beside: Amount, bounds: frozenset[str]) -> Answer:
    """Pair by pair, the largest with the largest; where fewer are given, the largest count."""
    sides = (said.high,) * (len(beside.dimensions) if SQUARE in bounds else 1)
    mine = [side * said.unit.factor for side in said.dimensions or sides]
    theirs = [side * beside.unit.factor for side in beside.dimensions or (beside.high,)]
    pairs = list(zip(mine, theirs, strict=False))
    if line.number.kind == kinds.AT_LEAST:
        small = any(one < other for one, other in pairs)
        return (OVER, "it is less than that") if small else (SAFE, "it is no less than that")
    if line.number.kind == kinds.AT_MOST:
        large = any(one > other for one, other in pairs)
        return (OVER, "it is more than that") if large else (SAFE, "it is no more than that")
    same = mine == theirs
    return (SAFE, "it is that size") if same else (OVER, "it is another size")


def is_word_of(line: Line, noun: str) -> bool:
    """Whether a counted noun is a word of the line's name."""
    return name_words(noun)[-1:] != () and name_words(noun)[-1] in line.name.words
