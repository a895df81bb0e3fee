"""The notices that count on a day, and the numbers they bring; writes and ends none."""

from collections.abc import Iterable
from datetime import date

from kb.model.notice import Notice
from kb.model.number import Number


def notices_in_force(notices: Iterable[Notice], day: date) -> tuple[Notice, ...]:
    """The notices that count on that day, in their order."""
    return tuple(notice for notice in notices if notice.holds_on(day))


def numbers_in_force(notices: Iterable[Notice], day: date) -> tuple[Number, ...]:
    """The numbers of the notices that count on that day."""
    return tuple(number for notice in notices_in_force(notices, day) for number in notice.numbers)
