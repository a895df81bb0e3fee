"""Tells the writers of number lines how each was understood, in the order of the files; finds no mistakes."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kb.model.library import Library
from kb.model.number import Number
from kb.words.readback import dates_read_back, read_back


class Reading(NamedTuple):
    """How one number line was understood."""

    path: str
    """Relative to the content folder, with `/`."""

    line: int
    sentence: str
    """`I read: lead time of *plain box*, 5 to 7 working days, …`"""


def readings(library: Library, years: Sequence[int]) -> Iterator[Reading]:
    """Every number line, read back; seasons and closed days with their dates in those years."""
    for article in library.articles:
        for number in article.numbers:
            yield Reading(article.path, number.line, _sentence(number, years))


def _sentence(number: Number, years: Sequence[int]) -> str:
    dates = _dates(number, years)
    return f"I read: {read_back(number)}" + (f"; that is {dates}." if dates else ".")


def _dates(number: Number, years: Sequence[int]) -> str:
    try:
        return dates_read_back(number, years)
    except (ValueError, OverflowError):  # the end of the calendar, which only `--today` reaches
        return ""
