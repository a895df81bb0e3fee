"""The notices that count on a day, and the numbers they bring; writes and ends none."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from kb.model.article import SALES
from kb.model.notice import Notice
from kb.model.number import Number


def notices_for(reader: str, notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """The notices as a reader may have them: both get what they change, only sales what production said about it."""
    if reader == SALES:
        return tuple(notices)
    return tuple(replace(notice, sentence="", by="") for notice in notices if notice.numbers)


def notices_in_force(notices: Iterable[Notice], day: date) -> tuple[Notice, ...]:
    """The notices that count on that day, in their order."""
    return tuple(notice for notice in notices if notice.holds_on(day))


def numbers_in_force(notices: Iterable[Notice], day: date) -> tuple[Number, ...]:
    """The numbers of the notices that count on that day."""
    return tuple(number for notice in notices_in_force(notices, day) for number in notice.numbers)
