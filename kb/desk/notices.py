"""The notices that count on a day, and the numbers they bring; writes and ends none."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from kb.model.notice import Notice
from kb.model.number import CLOSED, Number, Season

_LONGEST = timedelta(days=364)
"""A season is shorter than a year; what is closed for longer is closed for its first year."""


def notices_in_force(notices: Iterable[Notice], day: date) -> tuple[Notice, ...]:
    """The notices that count on that day, in their order."""
    return tuple(notice for notice in notices if notice.holds_on(day))


def numbers_in_force(notices: Iterable[Notice], day: date) -> tuple[Number, ...]:
    """The numbers of the notices that count on that day; a `closed` line without days of its own has the notice's."""
    return tuple(_dated(number, notice, day) for notice in notices_in_force(notices, day) for number in notice.numbers)


def _dated(number: Number, notice: Notice, day: date) -> Number:
    if number.kind != CLOSED or number.during or notice.until is None:
        return number
    first = notice.since or day
    last = min(notice.until, first + min(_LONGEST, date.max - first))
    said = f"{first.isoformat()} to {last.isoformat()}"
    return replace(
        number, during=(Season((first.month, first.day), (last.month, last.day), year=first.year, said=said),)
    )
