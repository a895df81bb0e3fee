"""Working days: Monday to Friday without the company's closed days; knows no lead times."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import MAXYEAR, MINYEAR, date, timedelta
from decimal import ROUND_FLOOR

from kb.model import number as kinds
from kb.model.calendar import Closure
from kb.model.number import Amount, Number, Season
from kb.words.dates import holds, read_season, season_days
from kb.words.units import CALENDAR_MONTHS, CALENDAR_TIME

_NEW_YEAR, _NEW_YEARS_EVE = (1, 1), (12, 31)
_DECEMBER = 12
_CYCLE = 400
"""Years after which the Gregorian calendar repeats, weekdays included."""

_NEARLY_A_YEAR = timedelta(days=364)

Stretch = tuple[int, int]
"""First and last day, both included, as `date.toordinal` counts them: day 1 is a Monday."""


class Calendar:
    """The working days of a company. A year is worked out when it is first asked for."""

    __slots__ = ("_by_year", "_dated", "_dated_until", "_yearly")

    def __init__(self, closed: Iterable[Season] = ()) -> None:
        parts = [part for season in closed for part in _within_a_year(season)]
        self._yearly = tuple(part for part in parts if not part.year)
        self._dated = tuple(part for part in parts if part.year)
        self._dated_until = max((part.year + 1 for part in self._dated), default=0)
        self._by_year: dict[int, tuple[Stretch, ...]] = {}

    def is_working(self, day: date) -> bool:
        """Whether it is a Monday to Friday on which the company is not closed."""
        at = day.toordinal()
        return _weekdays(at, at) > 0 and any(first <= at <= last for first, last in self._open_in(day.year))

    def next_working(self, day: date) -> date | None:
        """The day itself where it is a working day, else the next that is; None where none ever comes."""
        return self._nth_from(day.toordinal(), 1)

    def add_working_days(self, day: date, count: int) -> date | None:
        """The working day with that number, where 1 is the first after the day; None where it never comes.

        For 0 it is `next_working`.
        """
        return self._nth_from(day.toordinal() + 1, count) if count > 0 else self.next_working(day)

    def working_days_between(self, start: date, end: date) -> int:
        """How many working days there are after `start` up to and including `end`; 0 where `end` is not later."""
        first, last = start.toordinal() + 1, end.toordinal()
        stretches = (stretch for year in range(start.year, end.year + 1) for stretch in self._open_in(year))
        return sum(_weekdays(max(first, opens), min(last, closes)) for opens, closes in stretches)

    def _nth_from(self, start: int, count: int) -> date | None:
        """The working day with that number, where 1 is the first on or after `start`."""
        if start > date.max.toordinal():
            return None
        barren = 0
        for year in range(date.fromordinal(start).year, MAXYEAR + 1):
            barren += year > self._dated_until
            for opens, closes in self._open_in(year):
                first = max(opens, start)
                working = _weekdays(first, closes)
                if working >= count:
                    return date.fromordinal(_nth_weekday(first, count))
                count -= working
                barren = 0 if working else barren
            if barren > _CYCLE:  # what had no working day in all those years never will have one
                return None
        return None

    def _open_in(self, year: int) -> tuple[Stretch, ...]:
        """The stretches of a year, weekends and all, between its closed days."""
        if year not in self._by_year:
            self._by_year[year] = _between(self._closed_in(year), year)
        return self._by_year[year]

    def _closed_in(self, year: int) -> list[Stretch]:
        parts = [(part, year) for part in (*self._yearly, *(part for part in self._dated if part.year == year))]
        # The last week of December may end in January.
        weeks = [part for part in (*self._yearly, *self._dated) if part.last_week_of == _DECEMBER and year > MINYEAR]
        parts += [(part, year - 1) for part in weeks if part.year in (0, year - 1)]
        days = (season_days(part, begins) for part, begins in parts)
        return sorted((first.toordinal(), last.toordinal()) for first, last in days)


def calendar_of(numbers: Iterable[Number]) -> Calendar:
    """The working days that the `closed` lines among the numbers leave."""
    return Calendar(season for number in numbers for season in closed_seasons(number))


def closed_seasons(number: Number) -> tuple[Season, ...]:
    """When a line closes the company; `closed, until 4 December 2026` does so for the year up to that day.

    Nothing for another kind of line, and where it closes only for some FOR WHAT.
    """
    if number.kind != kinds.CLOSED or number.conditions:
        return ()
    if number.during:
        return number.during
    last = last_day(number)
    if last is None:
        return ()
    first = last - _NEARLY_A_YEAR
    return (Season((first.month, first.day), (last.month, last.day), first.year, said=f"until {number.until}"),)


def last_day(number: Number) -> date | None:
    """The day up to which a line counts; None where its `until` is empty, an event, or a day without a year."""
    season = read_season(number.until) if number.until else None
    return season_days(season, season.year)[1] if season and season.year else None


def in_season(season: Season, day: date) -> bool:
    """Whether a day lies in the season, in the first and the last year that `date` knows too."""
    return any(holds(part, day) for part in _within_a_year(season))


def closures(numbers: Iterable[Number], first: date, last: date) -> tuple[Closure, ...]:
    """The closures of which at least one day lies between two days (included), in order, each stretch once."""
    found: dict[Stretch, Closure] = {}
    for number in numbers:
        for season in closed_seasons(number):
            for year in range(first.year - 1, last.year + 1):
                days = _whole_stretch(season, year)
                if days and days[0] <= last and days[1] >= first:
                    key = (days[0].toordinal(), days[1].toordinal())
                    found.setdefault(key, Closure(*days, number))
    return tuple(found[key] for key in sorted(found))


def add_months(day: date, months: int) -> date | None:
    """The same day of a later month, or that month's last; None after the year 9999."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > MAXYEAR:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def passed_by(time: Amount, start: date) -> date | None:
    """The day on which so many days, weeks or months have passed, closed days or not.

    None for any other kind of time, and after the year 9999.
    """
    count = int((time.high * time.unit.factor).to_integral(ROUND_FLOOR))
    if time.unit.family == CALENDAR_MONTHS:
        return add_months(start, count)
    if time.unit.family != CALENDAR_TIME or count > (date.max - start).days:
        return None
    return start + timedelta(days=count)


def _within_a_year(season: Season) -> tuple[Season, ...]:
    """The season without a new year in it: its part before, and its part after."""
    if season.last_week_of or season.first <= season.last:
        return (season,)
    return season._replace(last=_NEW_YEARS_EVE), season._replace(
        first=_NEW_YEAR, year=season.year + 1 if season.year else 0
    )


def _whole_stretch(season: Season, year: int) -> tuple[date, date] | None:
    """The days of the season that begins in a year, cut where the first or the last year that `date` knows ends."""
    try:
        return season_days(season, year)
    except (ValueError, OverflowError):
        parts = _within_a_year(season)
    if len(parts) == 1:
        return None
    return season_days(parts[0], MAXYEAR) if (season.year or year) >= MAXYEAR else season_days(parts[1], MINYEAR)


def _between(closed: Iterable[Stretch], year: int) -> tuple[Stretch, ...]:
    """What sorted closed stretches, which may overlap, leave of a year."""
    opens, end = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    left: list[Stretch] = []
    for first, last in closed:
        if first > opens:
            left.append((opens, min(first - 1, end)))
        opens = max(opens, last + 1)
    return (*left, (opens, end)) if opens <= end else tuple(left)


def _weekdays(first: int, last: int) -> int:
    """How many days from Monday to Friday there are between two days, both included."""
    return max(0, _weekdays_up_to(last) - _weekdays_up_to(first - 1))


def _weekdays_up_to(day: int) -> int:
    weeks, rest = divmod(day, 7)
    return weeks * 5 + min(rest, 5)


def _nth_weekday(first: int, count: int) -> int:
    """The day from Monday to Friday with that number, where 1 is the first on or after `first`."""
    weeks, rest = divmod(_weekdays_up_to(first - 1) + count - 1, 5)
    return weeks * 7 + rest + 1
