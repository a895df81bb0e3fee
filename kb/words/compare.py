"""Numbers against numbers, and the amounts of a text against the numbers beside it, for lint; checks no promise.

Made to give no false alarm: where two things may both be true, nothing is said.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from kb.model import number as kinds
from kb.model.number import Amount, Number
from kb.text import fold
from kb.words.amounts import FoundAmount, find_amounts
from kb.words.choices import same_shape
from kb.words.tokens import content_stems
from kb.words.units import BARE_FAMILY, CALENDAR_MONTHS, CALENDAR_TIME, SHARE, TIME_OF_DAY, WORKING_TIME, is_time

_YES_OR_NO = (kinds.CHARGED, kinds.FREE, kinds.NONE, kinds.NOT_POSSIBLE)
_MONTH_OF_WORKING_DAYS = (Decimal(20), Decimal(23))
_NEIGHBOURS = 3
"""How many words on either side say what an amount is of."""

_HEDGES = ("than", "over", "under", "above", "below", "nearly", "almost", "beyond")
_CLAUSE_END = re.compile(r"[.,;:!?()\n|](?![0-9])")
_SENTENCE_END = re.compile(r"[.;:!?()\n|](?![0-9])")


@dataclass(frozen=True, slots=True)
class OtherAmount:
    """An amount in a text that none of the numbers beside it has."""

    found: FoundAmount
    nearest: Number
    """The number of that kind of unit that comes closest."""


def contradicts(first: Number, second: Number) -> bool:
    """Whether two number lines cannot both be true: one name, the same conditions and terms, another amount or choice.

    Weeks and months are compared with working days roughly: only where no reading makes them equal.
    """
    if not _speak_of_the_same(first, second):
        return False
    if first.kind in _YES_OR_NO and second.kind in _YES_OR_NO:
        return first.kind != second.kind
    if first.kind != second.kind:
        return False
    if first.kind == kinds.ONLY:
        return _other_choices(first.choices, second.choices)
    return first.amount is not None and second.amount is not None and _differ(first.amount, second.amount)


def mentions_other_amount(found: FoundAmount, text: str, numbers: Sequence[Number]) -> Number | None:
    """The nearest number, where an amount of a text contradicts all those beside it; None where it is fine.

    Fine is what equals an end or the whole of any number of that family of units, or lies within a limit. Families
    that no number has are not judged, nor bare figures, times of day, and amounts after *more than* or the like.
    Sizes, shares and nouns are judged only where a word next to them is one of a number's name or conditions.
    """
    candidates = [number for number in numbers if _comparable(found.amount, number)]
    if not candidates or not _is_judged(found, text):
        return None
    if any(_allows(number, found.amount) for number in candidates):
        return None
    if not is_time(found.amount.unit):
        candidates = [number for number in candidates if _is_named(number, found, text)]
    return min(candidates, key=lambda number: _distance(number, found.amount), default=None)


def other_amounts(text: str, numbers: Sequence[Number]) -> tuple[OtherAmount, ...]:
    """The amounts of a text that contradict the numbers beside it, in order, each with the nearest number."""
    judged = ((found, mentions_other_amount(found, text, numbers)) for found in find_amounts(text))
    return tuple(OtherAmount(found, nearest) for found, nearest in judged if nearest)


# ---- number against number


def _speak_of_the_same(first: Number, second: Number) -> bool:
    if fold(first.name) != fold(second.name) or set(map(fold, first.conditions)) != set(map(fold, second.conditions)):
        return False
    if {(s.first, s.last, s.year, s.last_week_of) for s in first.during} != {
        (s.first, s.last, s.year, s.last_week_of) for s in second.during
    }:
        return False
    terms = zip(
        (first.start, first.end, first.once, first.unless, first.until),
        (second.start, second.end, second.once, second.unless, second.until),
        strict=True,
    )
    return first.in_advance == second.in_advance and all(not a or not b or fold(a) == fold(b) for a, b in terms)


def _other_choices(first: Sequence[str], second: Sequence[str]) -> bool:
    return set(map(fold, first)) != set(map(fold, second)) and same_shape(first, second)


def _differ(first: Amount, second: Amount) -> bool:
    if fold(first.per) != fold(second.per):
        return False
    if first.unit.family == second.unit.family:
        return _measured(first) != _measured(second)
    ends, other_ends = _working_days(first), _working_days(second)
    if ends is None or other_ends is None:
        return False
    return ends[1] < other_ends[0] or other_ends[1] < ends[0]


def _measured(amount: Amount) -> tuple[Decimal, ...]:
    """Everything of an amount that counts, in the smallest unit of its family."""
    return tuple(figure * amount.unit.factor for figure in (amount.low, amount.high, *amount.dimensions))


def _working_days(amount: Amount) -> tuple[Decimal, Decimal] | None:
    """The least and the most working days that a time may mean; None for hours and for what is no time."""
    low, high, factor = amount.low, amount.high, amount.unit.factor
    if amount.unit.family == WORKING_TIME:
        return low * factor, high * factor
    if amount.unit.family == CALENDAR_TIME:
        weeks = Decimal(5) / Decimal(7)
        return (low * factor * weeks).to_integral(ROUND_FLOOR), (high * factor * weeks).to_integral(ROUND_CEILING)
    if amount.unit.family == CALENDAR_MONTHS:
        return low * factor * _MONTH_OF_WORKING_DAYS[0], high * factor * _MONTH_OF_WORKING_DAYS[1]
    return None


# ---- the amounts of a text against the numbers beside it


def _comparable(found: Amount, number: Number) -> bool:
    """Whether both are of one family of units; a bare figure counts what its name says (`spot colours: at most 4`)."""
    beside = number.amount
    if beside is None or found.unit.family in (BARE_FAMILY, TIME_OF_DAY):
        return False
    if fold(found.per) != fold(beside.per):
        return False
    return found.unit.family == beside.unit.family or _counts_name(found, number)


def _counts_name(found: Amount, number: Number) -> bool:
    bare = number.amount is not None and number.amount.unit.family == BARE_FAMILY
    return bare and found.unit.family.startswith("count:") and found.unit.family[len("count:") :] in _stems(number)


def _is_judged(found: FoundAmount, text: str) -> bool:
    """Not one thing among several (*one sheet*), nor an amount that is only hinted at (*more than 50 %*)."""
    if found.amount.low == found.amount.high == 1 and found.amount.unit.family.startswith("count:"):
        return False
    before = fold(text[max(0, found.start - 20) : found.start]).split()
    return not before or before[-1] not in _HEDGES


def _allows(number: Number, found: Amount) -> bool:
    """Whether an amount in a text may stand beside this number."""
    beside = number.amount
    if beside is None:  # only numbers with an amount are asked
        return True
    said, fine = _measured(found), _measured(beside)
    if said == fine or (found.low == found.high and said[0] in fine):
        return True
    if found.dimensions or beside.dimensions:
        return set(said) <= set(fine)
    low, high, said_low, said_high = fine[0], fine[1], said[0], said[1]
    limits = {
        kinds.AT_LEAST: said_low >= low,
        kinds.AT_MOST: said_high <= high,
        kinds.GIVE: said_high <= high,
        kinds.GUARANTEED: said_high <= high,
        kinds.BETWEEN: low <= said_low and said_high <= high,
    }
    return limits.get(number.kind, False)


def _distance(number: Number, found: Amount) -> Decimal:
    if number.amount is None:  # only numbers with an amount are asked
        return Decimal("Infinity")
    return min(abs(one - other) for one in _measured(found) for other in _measured(number.amount))


def _stems(number: Number) -> frozenset[str]:
    return frozenset(stem for part in (number.name, *number.conditions) for stem in content_stems(part))


def _is_named(number: Number, found: FoundAmount, text: str) -> bool:
    """Whether a word next to the amount is one of the number's name or conditions; its own noun says too little."""
    noun = content_stems(found.amount.unit.name)[-1:]
    return _counts_name(found.amount, number) or bool((_stems(number) - set(noun)) & _neighbours(found, text))


def _neighbours(found: FoundAmount, text: str) -> frozenset[str]:
    """The stems of the nearest words on either side of an amount, within its sentence (a share: within its commas)."""
    stop = _CLAUSE_END if found.amount.unit.family == SHARE else _SENTENCE_END
    left = content_stems(stop.split(text[: found.start])[-1])
    right = content_stems(stop.split(text[found.end :], maxsplit=1)[0])
    return frozenset((*left[-_NEIGHBOURS:], *right[:_NEIGHBOURS]))
