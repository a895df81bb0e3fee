"""Times against times, also of different kinds, rounded so that no promise looks better than it is; knows no calendar.

Within one family the comparison is exact: hours, days and weeks; working days and weeks of five; months and years.
Across families a day is five sevenths of a working day, a month is 20 working days where sooner is an over-promise, 23
where longer is, and 30 days.
"""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from kb.model.number import Unit
from kb.words.units import CALENDAR_MONTHS, CALENDAR_TIME, CLOCK, WORKING_HOURS, WORKING_TIME

_HOURS_A_WORKING_DAY = 8
_SECONDS_A_DAY = 86_400
_WEEK = Decimal(7)
_WORKING_WEEK = Decimal(5)
_MONTH_TAKEN, _MONTH_GIVEN = Decimal(20), Decimal(23)
_MONTH_OF_DAYS = Decimal(30)


def in_unit(value: Decimal, unit: Unit, wanted: Unit, *, sooner_is_over: bool) -> Decimal | None:
    """A time in the smallest unit of another's family, rounded cautiously; None where the two cannot be compared.

    Down where sooner is an over-promise, up where longer is.
    """
    size = value * unit.factor
    if unit.family == wanted.family:
        return size
    exact = _across(size, unit.family, wanted.family, sooner_is_over=sooner_is_over)
    if exact is None:
        return None
    if wanted.family == CALENDAR_MONTHS or CLOCK in (unit.family, wanted.family):
        return exact if wanted.family != WORKING_TIME else _whole(exact, down=sooner_is_over)
    return _whole(exact, down=sooner_is_over)


def _whole(value: Decimal, *, down: bool) -> Decimal:
    return value.to_integral(ROUND_FLOOR if down else ROUND_CEILING)


def _across(size: Decimal, family: str, wanted: str, *, sooner_is_over: bool) -> Decimal | None:
    month = _MONTH_TAKEN if sooner_is_over else _MONTH_GIVEN
    days = _in_days(size, family, month, down=sooner_is_over)
    if days is None:
        return None
    working, calendar = days
    if wanted == WORKING_TIME:
        return working
    if wanted == CALENDAR_TIME:
        return calendar
    if wanted == CALENDAR_MONTHS:
        return working / month if family == WORKING_TIME else calendar / _MONTH_OF_DAYS
    if wanted == CLOCK:
        return calendar * _SECONDS_A_DAY
    return working * _HOURS_A_WORKING_DAY if wanted == WORKING_HOURS else None


def _in_days(size: Decimal, family: str, month: Decimal, *, down: bool) -> tuple[Decimal, Decimal] | None:
    """The same time in working days and in calendar days."""
    if family == WORKING_TIME:
        return size, _whole(size * _WEEK / _WORKING_WEEK, down=down)
    if family == CALENDAR_TIME:
        return size * _WORKING_WEEK / _WEEK, size
    if family == CALENDAR_MONTHS:
        return size * month, size * _MONTH_OF_DAYS
    if family == CLOCK:
        days = size / _SECONDS_A_DAY
        return days * _WORKING_WEEK / _WEEK, days
    if family == WORKING_HOURS:
        return size / _HOURS_A_WORKING_DAY, size / _HOURS_A_WORKING_DAY
    return None
