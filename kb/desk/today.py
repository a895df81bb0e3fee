"""What every number line comes to on a day: how long it takes now, by when, and why; `day` is an argument."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal
from itertools import permutations

from kb.desk.calendar import Calendar, add_months, calendar_of, closures, in_season, last_day
from kb.model import number as kinds
from kb.model.calendar import Closure, Now
from kb.model.number import Amount, Number
from kb.text import fold
from kb.words.units import CALENDAR_MONTHS, CALENDAR_TIME, WORKING_TIME, is_time

SOON = timedelta(days=60)
"""How far ahead a closure is told."""

_DATED = (WORKING_TIME, CALENDAR_TIME, CALENDAR_MONTHS)
"""The kinds of time that end on a day; hours end at a time."""

_MOST_DAYS = 3_652_059
"""All the days that `date` knows."""

_SUMMED_EXACTLY = Decimal(10) ** 20
"""Up to here a `Decimal` has no need to round."""

_Step = tuple[str, int]
"""A kind of time, and how much of its smallest unit."""


def all_now(all_numbers: Sequence[Number], day: date, notices: Sequence[Number] = ()) -> tuple[Now, ...]:
    """What each line that says how long something takes comes to, in their order; see `now_of`."""
    calendar = calendar_of((*all_numbers, *notices))
    # Only these can change a line: looked for once, or the work would grow with the square of the numbers.
    adding = [number for number in all_numbers if not number.conditions and _is_addition(number, day)]
    found = (now_of(number, day, adding, notices, calendar) for number in all_numbers)
    return tuple(now for now in found if now)


def now_of(
    number: Number,
    day: date,
    all_numbers: Sequence[Number],
    notices: Sequence[Number] = (),
    calendar: Calendar | None = None,
) -> Now | None:
    """What a line comes to where its clock starts on that day; None for what is no TAKE line, or does not count then.

    `all_numbers` are the library's, `notices` those of the notices in force; neither holds the other. `calendar` is
    theirs, for a caller that asks for many lines.
    """
    if number.kind != kinds.TAKE or number.amount is None or not counts_on_day(number, day):
        return None
    because = _additions(number, day, all_numbers, notices)
    beside = tuple(extra for extra in because if extra.amount and not _adds_up(number.amount, extra.amount))
    amount = _sum(number.amount, [extra.amount for extra in because if extra.amount and extra not in beside])
    amounts = (amount, *(extra.amount for extra in beside if extra.amount))
    by = _slow_end(amounts, day, calendar or calendar_of((*all_numbers, *notices)))
    return Now(number, amount, bool(because), by, because, beside)


def banner(all_numbers: Sequence[Number], day: date, notices: Sequence[Number] = ()) -> tuple[Number | Closure, ...]:
    """Why numbers are not as usual: `adds` lines that change all lines of a name today, then closures now and soon."""
    numbers = (*all_numbers, *notices)
    taking = {fold(number.name) for number in numbers if number.kind == kinds.TAKE}
    adding = (number for number in numbers if not number.conditions and _is_addition(number, day))
    soon = day + min(SOON, date.max - day)
    return (*(number for number in adding if fold(number.name) in taking), *closures(numbers, day, soon))


def counts_on_day(number: Number, day: date) -> bool:
    """Whether the day is in the line's season, and the line has not ended."""
    ends = last_day(number)
    if ends is not None and day > ends:
        return False
    return not number.during or any(in_season(season, day) for season in number.during)


def _additions(
    number: Number, day: date, all_numbers: Iterable[Number], notices: Iterable[Number]
) -> tuple[Number, ...]:
    """The `adds` lines that count for a line; one with a FOR WHAT only from a notice, where the line has it too."""
    name, conditions = fold(number.name), _conditions(number)
    ours = [extra for extra in all_numbers if not extra.conditions]
    ours += [extra for extra in notices if _conditions(extra) <= conditions]
    return tuple(extra for extra in ours if _is_addition(extra, day) and fold(extra.name) == name)


def _conditions(number: Number) -> frozenset[str]:
    return frozenset(map(fold, number.conditions))


def _is_addition(number: Number, day: date) -> bool:
    """Whether a line adds time on that day."""
    adds = number.kind == kinds.ADDS and number.amount is not None and is_time(number.amount.unit)
    return adds and counts_on_day(number, day)


def _adds_up(first: Amount, second: Amount) -> bool:
    return first.unit.family == second.unit.family and fold(first.per) == fold(second.per)


def _sum(amount: Amount, extras: Sequence[Amount]) -> Amount:
    """Low to low and slow end to slow end, in the amount's own unit where that needs no fraction of it."""
    if not extras:
        return amount
    ends = [end * extra.unit.factor for extra in extras for end in (extra.low, extra.high)]
    whole = all(end < _SUMMED_EXACTLY and end % amount.unit.factor == 0 for end in ends)
    finest = min((amount.unit, *(extra.unit for extra in extras)), key=lambda unit: unit.factor)
    unit = amount.unit if whole else finest
    low, high = (
        sum(figures, Decimal(0)) / unit.factor
        for figures in zip(*((a.low * a.unit.factor, a.high * a.unit.factor) for a in (amount, *extras)), strict=True)
    )
    return amount._replace(low=low, high=high, unit=unit, about=amount.about or any(extra.about for extra in extras))


def _slow_end(amounts: Sequence[Amount], day: date, calendar: Calendar) -> date | None:
    """The day on which all of it has passed, one after the other; the latest, where their order makes a difference."""
    if any(amount.per or amount.unit.family not in _DATED for amount in amounts):
        return None
    totals = {
        family: sum((a.high * a.unit.factor for a in amounts if a.unit.family == family), Decimal(0))
        for family in dict.fromkeys(amount.unit.family for amount in amounts)
    }
    if any(total > _MOST_DAYS for total in totals.values()):
        return None
    steps = [(family, int(total.to_integral(ROUND_CEILING))) for family, total in totals.items()]
    ends = [_walk(order, day, calendar) for order in permutations(steps)]
    return None if None in ends else max(end for end in ends if end)


def _walk(steps: Iterable[_Step], day: date, calendar: Calendar) -> date | None:
    at: date | None = day
    for family, count in steps:
        at = _step(family, count, at, calendar) if at else None
    return at


def _step(family: str, count: int, day: date, calendar: Calendar) -> date | None:
    """The day after so many; calendar time that ends on a closed day moves to the next working day."""
    if family == WORKING_TIME:
        return calendar.add_working_days(day, count)
    if family == CALENDAR_MONTHS:
        end = add_months(day, count)
    else:
        end = day + timedelta(days=count) if count <= (date.max - day).days else None
    return calendar.next_working(end) if end else None
