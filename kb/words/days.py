"""The one day that somebody names in a command: `thu`, `tomorrow`, `4 December`; never asks the clock."""

from datetime import MAXYEAR, date, timedelta

from kb.text import fold
from kb.words.dateforms import WEEKDAYS
from kb.words.dates import read_season, season_days

_DAY = timedelta(days=1)
_NEAR = {"today": 0, "tomorrow": 1, "yesterday": -1}


def day_named(text: str, today: date) -> date | None:
    """The day that the words name; None where they name none, or a stretch of days.

    A weekday is the next one, today included; a date without a year the next one from today on.

    >>> monday = date(2026, 11, 23)
    >>> [str(day_named(words, monday)) for words in ("thu", "tomorrow", "4 December", "1 June", "2027-02-01")]
    ['2026-11-26', '2026-11-24', '2026-12-04', '2027-06-01', '2027-02-01']
    """
    words = fold(text)
    if words in _NEAR:
        return today + _NEAR[words] * _DAY
    if words in WEEKDAYS:
        return today + (WEEKDAYS[words] - today.weekday()) % 7 * _DAY
    season = read_season(text)
    if season is None:
        return None
    try:
        days = [season_days(season, year) for year in (today.year, min(today.year + 1, MAXYEAR))]
    except (ValueError, OverflowError):
        return None
    if any(first != last for first, last in days):
        return None
    return next((first for first, _last in days if first >= today), days[-1][0])
