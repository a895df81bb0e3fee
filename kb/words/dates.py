"""Dates of a text as seasons, and the days that a season covers in a year; never asks the clock."""

import calendar
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from kb.model.number import Season
from kb.words.dateforms import season_at
from kb.words.figures import word_at
from kb.words.lists import word_set
from kb.words.pieces import Piece, pieces

_WORKING_WEEK = timedelta(days=4)
"""From Monday to Friday."""

_MONTHS_THAT_ARE_WORDS = ("may", "march", "mar", "sept", "sep", "jan", "dec", "jun", "jul")
_BEFORE_A_MONTH = word_set(
    "in during until till by from since before after every through throughout between and to of next last this each "
    "mid early late end start beginning"
)

_AFTER_A_MONTH = ("", "and", "or", "to", "until", "till", "for", "we", "you", "the", "it")
"""What may follow *April and May*; in *cuts badly and may spoil* it is a verb."""


class FoundSeason(NamedTuple):
    """A date, or a stretch of days, found in a text."""

    season: Season
    start: int
    """Offset of its first character."""

    end: int
    """Offset after its last character."""


def read_season(text: str) -> Season | None:
    """The season that a text is, whole; None where it is anything else, or no such day exists.

    `September to November`, `24 December to 2 January`, `24-31 December`, `the last week of July`, `July`,
    `1 May 2027`, `2026-12-24`, `Dec 24`.
    """
    parts = pieces(text)
    start = 1 if word_at(parts, 0) == "the" else 0
    found = season_at(parts, start)
    if found is None or found[1] != len(parts):
        return None
    return _said(found[0], text.strip())


def find_seasons(text: str) -> tuple[FoundSeason, ...]:
    """The dates and stretches of days in running text, in order.

    A month alone counts where its name can be nothing else, or follows a word such as `in` or `until`.
    """
    parts = pieces(text)
    found: list[FoundSeason] = []
    at = 0
    while at < len(parts):
        season = season_at(parts, at)
        if season is None or _is_other_word(parts, at, season[1]):
            at += 1
            continue
        start, end = parts[at].start, parts[season[1] - 1].end
        found.append(FoundSeason(_said(season[0], text[start:end]), start, end))
        at = season[1]
    return tuple(found)


def season_days(season: Season, year: int) -> tuple[date, date]:
    """The first and the last day of the season that begins in a year; a season of one year has only its own.

    29 February is the 28th where there is none. Raises `ValueError` for years that `date` has not.
    """
    year = season.year or year
    if season.last_week_of:
        monday = _last_monday(year, season.last_week_of)
        return monday, monday + _WORKING_WEEK
    over_new_year = season.last < season.first
    return _date(year, season.first), _date(year + over_new_year, season.last)


def holds(season: Season, day: date) -> bool:
    """Whether a day lies in the season; both ends count."""
    years = (season.year,) if season.year else (day.year, day.year - 1)
    return any(_holds_in(season, year, day) for year in years if year >= 1)


def _holds_in(season: Season, year: int, day: date) -> bool:
    try:
        first, last = season_days(season, year)
    except (ValueError, OverflowError):  # the last year that `date` knows
        return False
    return first <= day <= last


def _date(year: int, month_and_day: tuple[int, int]) -> date:
    month, day = month_and_day
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


def _last_monday(year: int, month: int) -> date:
    last = date(year, month, calendar.monthrange(year, month)[1])
    return last - timedelta(days=last.weekday())


def _said(season: Season, said: str) -> Season:
    return Season(season.first, season.last, season.year, season.last_week_of, said)


def _is_other_word(parts: Sequence[Piece], at: int, after: int) -> bool:
    """Whether `may`, `march` or the like stands alone and may be a verb or a short word."""
    alone = after == at + 1 and word_at(parts, at) in _MONTHS_THAT_ARE_WORDS
    before = word_at(parts, at - 1)
    goes_on = before == "and" and word_at(parts, at) == "may" and word_at(parts, after) not in _AFTER_A_MONTH
    return alone and (goes_on or before not in _BEFORE_A_MONTH)
