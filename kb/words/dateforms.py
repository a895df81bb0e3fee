"""The forms that days, months and stretches of them are written in; finds none in a text."""

import calendar
from collections.abc import Sequence

from kb.model.number import Season
from kb.words.figures import sign_at, word_at
from kb.words.pieces import DAY, FIGURE, ORDINAL, Piece

_LEAP_YEAR = 2024
"""Any year that has a 29 February."""

_YEARS = range(1900, 2200)


def _numbered(names: str, start: int) -> dict[str, int]:
    return {way: number for number, ways in enumerate(names.split(), start) for way in ways.split("|")}


MONTHS = _numbered(
    "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct "
    "november|nov december|dec",
    1,
)
"""Folded names of months and their numbers, 1 to 12."""

WEEKDAYS = _numbered(
    "monday|mondays|mon tuesday|tuesdays|tue|tues wednesday|wednesdays|wed thursday|thursdays|thu|thur|thurs "
    "friday|fridays|fri saturday|saturdays|sat sunday|sundays|sun",
    0,
)
"""Folded names of weekdays and their numbers, Monday is 0 as in `date.weekday`."""

_TO = ("to", "until", "till", "through", "thru", "-")

Day = tuple[int, int, int]
"""Year (0 where none is said), month, day (0 for the whole month)."""


def season_at(parts: Sequence[Piece], at: int) -> tuple[Season, int] | None:
    """The season that begins at a place, and the place after it; its `said` is empty."""
    week = _last_week_at(parts, at)
    if week is not None:
        return week
    days = _days_of_one_month_at(parts, at)
    if days is not None:
        return days
    first = _day_at(parts, at)
    if first is None:
        return None
    last = _end_at(parts, first[1])
    season = _season(first[0], last[0]) if last else None
    if season is None or last is None:
        alone = _season(first[0], first[0])
        return (alone, first[1]) if alone else None
    return season, last[1]


def _season(first: Day, last: Day) -> Season | None:
    """From a day or month to a day or month; None where no such day exists or it lasts longer than a year."""
    start = (first[1], first[2] or 1)
    end = (last[1], last[2] or calendar.monthrange(_LEAP_YEAR, last[1])[1])
    year = first[0] or (last[0] - (end < start) if last[0] else 0)
    if last[0] and last[0] != year + (end < start):
        return None
    return Season(start, end, year)


def _last_week_at(parts: Sequence[Piece], at: int) -> tuple[Season, int] | None:
    if (word_at(parts, at), word_at(parts, at + 1)) != ("last", "week") or word_at(parts, at + 2) not in ("of", "in"):
        return None
    month = MONTHS.get(word_at(parts, at + 3))
    if month is None:
        return None
    year, after = _year_at(parts, _over_dot(parts, at + 4))
    return Season((month, 1), (month, calendar.monthrange(_LEAP_YEAR, month)[1]), year, month), after


def _days_of_one_month_at(parts: Sequence[Piece], at: int) -> tuple[Season, int] | None:
    """`24 to 31 December`, `December 24 to 31`, either with a year."""
    start = _day_number_at(parts, at)
    if start and (after := _over_to(parts, at + 1)):
        last = _day_at(parts, after)
        if last and last[0][2] and _exists(0, last[0][1], start) and not MONTHS.get(word_at(parts, after)):
            season = _season((0, last[0][1], start), last[0])
            return (season, last[1]) if season and season.first <= season.last else None
    first = _day_at(parts, at)
    if first and first[0][2] and (after := _over_to(parts, first[1])):
        end = _day_number_at(parts, after)
        if end and _day_at(parts, after) is None and _exists(0, first[0][1], end) and end > first[0][2]:
            year, after = _year_at(parts, after + 1)
            season = _season((first[0][0] or year, *first[0][1:]), (year, first[0][1], end))
            return (season, after) if season else None
    return None


def _end_at(parts: Sequence[Piece], at: int) -> tuple[Day, int] | None:
    after = _over_to(parts, at)
    return _day_at(parts, after) if after else None


def _over_to(parts: Sequence[Piece], at: int) -> int | None:
    """The place after a word or dash that joins two ends; None where there is none."""
    joined = word_at(parts, at) in _TO or sign_at(parts, at) in _TO
    if not joined:
        return None
    return at + 2 if word_at(parts, at + 1) == "the" else at + 1


def _day_at(parts: Sequence[Piece], at: int) -> tuple[Day, int] | None:
    """A day or a whole month that begins at a place, and the place after it."""
    if at < len(parts) and parts[at].kind == DAY:
        year, month, day = map(int, parts[at].text.split("-"))
        return ((year, month, day), at + 1) if year in _YEARS and _exists(year, month, day) else None
    day = _day_number_at(parts, at)
    if day:
        month_at = at + 2 if word_at(parts, at + 1) == "of" else at + 1
        return _with_year(parts, MONTHS.get(word_at(parts, month_at), 0), day, month_at + 1)
    month = MONTHS.get(word_at(parts, at), 0)
    at = _over_dot(parts, at + 1)
    day = _day_number_at(parts, at)
    if month and day and word_at(parts, at + 1) not in MONTHS:
        return _with_year(parts, month, day, at + 1)
    return _with_year(parts, month, 0, at)


def _with_year(parts: Sequence[Piece], month: int, day: int, at: int) -> tuple[Day, int] | None:
    year, after = _year_at(parts, _over_dot(parts, at))
    return ((year, month, day), after) if _exists(year, month, day or 1) else None


def _exists(year: int, month: int, day: int) -> bool:
    """Whether there is such a day, in that year or (0) in a leap year."""
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year or _LEAP_YEAR, month)[1]  # noqa: PLR2004


def _day_number_at(parts: Sequence[Piece], at: int) -> int:
    """1 to 31, 0 where no day of a month stands."""
    if at >= len(parts) or parts[at].kind not in (FIGURE, ORDINAL) or not parts[at].text.isdigit():
        return 0
    number = int(parts[at].text)
    return number if number <= 31 and len(parts[at].text) <= 2 else 0  # noqa: PLR2004 - days of a month


def _year_at(parts: Sequence[Piece], at: int) -> tuple[int, int]:
    """A year, also after a comma, and the place after it; 0 and the same place where there is none."""
    place = at + 1 if sign_at(parts, at) == "," else at
    if place < len(parts) and parts[place].kind == FIGURE and parts[place].text.isdigit():
        written = parts[place]
        if len(written.text) == 4 and written.end - written.start == 4 and int(written.text) in _YEARS:  # noqa: PLR2004
            return int(written.text), place + 1
    return 0, at


def _over_dot(parts: Sequence[Piece], at: int) -> int:
    """Over the dot of an abbreviated month that a figure or a second end follows: `Dec. 24`."""
    abbreviated = word_at(parts, at - 1) in MONTHS and sign_at(parts, at) == "."
    goes_on = at + 1 < len(parts) and (parts[at + 1].kind in (FIGURE, ORDINAL) or _over_to(parts, at + 1))
    return at + 1 if abbreviated and goes_on else at
