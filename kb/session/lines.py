"""What today's table needs of the numbers of an answer, as the index keeps it; works nothing out."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from kb.desk.table import may_stand_beside
from kb.model import number as kinds
from kb.model.agreement import Standing
from kb.model.notice import Notice
from kb.model.number import Number
from kb.text import fold
from kb.words.units import is_time

RULING = "ruling"
"""The mark of an answer with a line that changes others: closed days, or time on top of every line of a name."""

_KINDS = (kinds.TAKE, kinds.ADDS, kinds.CLOSED)


class Lines(NamedTuple):
    """The numbers of one answer that have to do with time."""

    path: str
    slug: str
    numbers: tuple[Number, ...]
    standing: Standing | None
    """How it stands on the day."""


def taking(name: str) -> str:
    """The mark of an answer that says how long something of that name takes."""
    return f"takes {fold(name)}"


def beside(name: str) -> str:
    """The mark of an answer with a line of that name that may stand in the table of another."""
    return f"beside {fold(name)}"


def marks_of(numbers: Sequence[Number]) -> tuple[str, ...]:
    """The marks of an answer with these numbers."""
    takes = [number for number in numbers if number.kind == kinds.TAKE and number.amount]
    marks = [taking(number.name) for number in takes]
    marks += [beside(number.name) for number in takes if may_stand_beside(number)]
    return tuple(dict.fromkeys((*marks, *([RULING] if any(map(rules, numbers)) else ()))))


def rules(number: Number) -> bool:
    """Whether a line changes others."""
    adds = number.kind == kinds.ADDS and number.amount is not None and is_time(number.amount.unit)
    return number.kind == kinds.CLOSED or (adds and not number.conditions)


def packed(values: Iterable[Number | Notice]) -> str:
    """Numbers or notices as JSON on one line; of numbers only those that have to do with time."""
    kept = [value for value in values if isinstance(value, Notice) or value.kind in _KINDS]
    return msgspec.json.encode(kept).decode() if kept else ""


def numbers_in(text: str) -> tuple[Number, ...]:
    """The numbers that were packed."""
    return msgspec.json.decode(text, type=tuple[Number, ...]) if text else ()


def notices_in(text: str) -> tuple[Notice, ...]:
    """The notices that were packed."""
    return msgspec.json.decode(text, type=tuple[Notice, ...]) if text else ()
