"""Working days, and closures, against a calendar that is counted day by day."""

import time
from calendar import monthrange
from collections.abc import Sequence
from datetime import MAXYEAR, MINYEAR, date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.desk.calendar import Calendar, add_months, calendar_of, closures, in_season, last_day, passed_by
from kb.model.number import Number, Season
from kb.words.dates import holds
from kb.words.numberline import read_number

DAY = timedelta(days=1)
MONTH_DAYS = st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(lambda day: (day.month, day.day))
SEASONS = st.one_of(
    st.tuples(MONTH_DAYS, MONTH_DAYS).map(lambda ends: Season(*ends)),
    st.tuples(MONTH_DAYS, MONTH_DAYS, st.integers(2019, 2043)).map(lambda whole: Season(*whole)),
    st.builds(
        lambda month, year: Season((month, 1), (month, 31), year, month),
        st.integers(1, 12),
        st.sampled_from((0, 2025, 2028)),
    ),
)
SHORT = st.builds(
    lambda first, length: Season((first.month, first.day), _month_and_day(first + length * DAY)),
    st.dates(date(2024, 1, 1), date(2024, 12, 31)),
    st.integers(0, 20),
)
CLOSED = st.lists(st.one_of(SHORT, SEASONS), max_size=4)
DAYS = st.one_of(
    st.dates(date(2020, 1, 1), date(2040, 12, 31)),
    st.dates(date(2020, 1, 1), date(2040, 12, 31)).map(lambda day: day.replace(month=12, day=31 - day.day // 4)),
    st.dates(date.min, date(3, 1, 1)),
    st.dates(date(9997, 1, 1), date.max),
)


def _month_and_day(day: date) -> tuple[int, int]:
    return day.month, day.day


def _read(line: str) -> Number:
    number = read_number(line)
    assert isinstance(number, Number)
    return number


def naively_in(season: Season, day: date) -> bool:
    """Whether the season covers the day: by month and day, one day at a time."""
    if season.last_week_of:
        monday = day - min(day.weekday(), (day - date.min).days) * DAY
        is_last = monday.day + 7 > monthrange(monday.year, monday.month)[1]
        rightly = monday.month == season.last_week_of and season.year in (0, monday.year)
        return day.weekday() < 5 and is_last and rightly
    leap = monthrange(day.year, 2)[1] == 29
    first, last = ((2, 28) if end == (2, 29) and not leap else end for end in (season.first, season.last))
    now = (day.month, day.day)
    if season.first <= season.last:
        return season.year in (0, day.year) and first <= now <= last
    began_this_year = now >= first and season.year in (0, day.year)
    began_last_year = now <= last and season.year in (0, day.year - 1)
    return began_this_year or began_last_year


def naively_working(day: date, closed: Sequence[Season]) -> bool:
    return day.weekday() < 5 and not any(naively_in(season, day) for season in closed)


def naive_nth(day: date, count: int, closed: Sequence[Season], most: int = 800) -> date | str | None:
    """The working day with that number after the day; `"far"` where it was not reached."""
    for _ in range(most):
        if day == date.max:
            return None
        day += DAY
        count -= naively_working(day, closed)
        if count == 0:
            return day
    return "far"


@given(CLOSED, DAYS)
def test_a_working_day_is_a_monday_to_friday_outside_every_closed_stretch(closed: list[Season], day: date) -> None:
    calendar = Calendar(closed)
    for ahead in range(min(40, (date.max - day).days) + 1):
        at = day + ahead * DAY
        assert calendar.is_working(at) == naively_working(at, closed), at


@given(CLOSED, DAYS, st.integers(1, 60))
def test_the_nth_working_day_is_the_one_that_counting_days_finds(closed: list[Season], day: date, count: int) -> None:
    expected = naive_nth(day, count, closed)
    found = Calendar(closed).add_working_days(day, count)
    if expected == "far":
        assert found is None or found - day > 800 * DAY
    else:
        assert found == expected


@given(CLOSED, DAYS)
def test_the_next_working_day_is_the_day_itself_or_the_first_after_it(closed: list[Season], day: date) -> None:
    expected = day if naively_working(day, closed) else naive_nth(day, 1, closed)
    calendar = Calendar(closed)
    if expected != "far":
        assert calendar.next_working(day) == calendar.add_working_days(day, 0) == expected


@given(CLOSED, DAYS, st.integers(-30, 800))
def test_working_days_between_two_days_are_those_after_the_first_up_to_the_second(
    closed: list[Season], day: date, length: int
) -> None:
    end = day + max(min(length, (date.max - day).days), (date.min - day).days) * DAY
    count = sum(naively_working(day + n * DAY, closed) for n in range(1, (end - day).days + 1))
    assert Calendar(closed).working_days_between(day, end) == count


@settings(max_examples=30)
@given(st.lists(SHORT, max_size=4), st.dates(date(1, 1, 1), date(9000, 1, 1)), st.integers(1, 10_000))
def test_as_many_working_days_lie_between_as_were_added(closed: list[Season], day: date, count: int) -> None:
    calendar = Calendar(closed)
    end = calendar.add_working_days(day, count)
    assert end is not None
    assert calendar.is_working(end)
    assert calendar.working_days_between(day, end) == count


@given(SEASONS, DAYS)
def test_a_day_is_in_season_in_the_first_and_the_last_year_too(season: Season, day: date) -> None:
    assert in_season(season, day) == naively_in(season, day)
    if MINYEAR < day.year < MAXYEAR:
        assert holds(season, day) == naively_in(season, day)


@given(SEASONS, DAYS, st.integers(0, 70))
def test_closures_are_those_with_a_day_between_the_two(season: Season, day: date, length: int) -> None:
    end = day + min(length, (date.max - day).days) * DAY
    number = Number(name="plant", kind="closed", during=(season,))
    found = closures((number, number), day, end)
    told = {
        day + n * DAY
        for n in range((end - day).days + 1)
        if any(closure.first <= day + n * DAY <= closure.last for closure in found)
    }
    assert told == {day + n * DAY for n in range((end - day).days + 1) if naively_in(season, day + n * DAY)}
    assert list(found) == sorted(set(found), key=lambda closure: closure.first)
    assert all(closure.number is number for closure in found)


def test_where_every_day_is_closed_no_working_day_ever_comes() -> None:
    for line in ("plant: closed, January to December", "plant: closed, December to November"):
        calendar = calendar_of([_read(line)])
        assert calendar.next_working(date(2026, 11, 23)) is None
        assert calendar.add_working_days(date(1, 1, 1), 1) is None
        assert calendar.working_days_between(date(2026, 1, 1), date(2027, 1, 1)) == 0


def test_a_single_open_day_every_four_years_is_found() -> None:
    calendar = calendar_of([_read("plant: closed, 1 January to 28 February and March to December")])
    # 29 February is a Tuesday in 2028, a Sunday in 2032 and a Friday in 2036.
    assert calendar.add_working_days(date(2026, 1, 1), 2) == date(2036, 2, 29)


def test_closed_in_every_year_that_is_named_reopens_after_them() -> None:
    calendar = Calendar(Season((1, 1), (12, 31), year) for year in range(2000, 2600))
    assert calendar.next_working(date(2000, 1, 1)) == date(2600, 1, 1)


def test_nothing_comes_after_the_last_day_there_is() -> None:
    # Friday 31 December 9999
    assert Calendar().next_working(date.max) == date.max
    assert Calendar().add_working_days(date.max, 1) is None
    assert Calendar([Season((12, 24), (1, 2))]).next_working(date(9999, 12, 23)) == date(9999, 12, 23)
    assert Calendar([Season((12, 24), (1, 2))]).next_working(date(9999, 12, 24)) is None


@pytest.mark.timing
def test_ten_thousand_working_days_are_counted_in_no_time() -> None:
    calendar = calendar_of(
        [_read("plant: closed, 24 December to 2 January"), _read("x: closed, the last week of July")]
    )
    began = time.perf_counter()
    for _ in range(100):
        assert calendar.add_working_days(date(2026, 11, 23), 10_000)
    assert time.perf_counter() - began < 2


def test_every_closed_line_counts_whatever_its_name_but_not_one_for_a_part() -> None:
    calendar = calendar_of(
        [
            _read("plant: closed, 24 December 2026"),
            _read("offices: closed, 25 December 2026"),
            _read("plant, hall 2: closed, 28 December 2026"),
            _read("lead time: 5 working days, during 29 December 2026"),
        ]
    )
    assert [calendar.is_working(date(2026, 12, day)) for day in (23, 24, 25, 28, 29)] == [
        True,
        False,
        False,
        True,
        True,
    ]


def test_closed_until_a_day_with_its_year_is_closed_up_to_and_on_that_day() -> None:
    calendar = calendar_of([_read("plant: closed, until 5 January 2027")])
    assert calendar.next_working(date(2026, 11, 23)) == date(2027, 1, 6)


@pytest.mark.parametrize("line", ["plant: closed, until Thursday", "plant: closed, until 5 January"])
def test_an_end_that_no_calendar_knows_closes_nothing(line: str) -> None:
    assert last_day(_read(line)) is None
    assert calendar_of([_read(line)]).is_working(date(2026, 11, 23))


def test_the_last_week_of_december_may_end_in_january() -> None:
    # The last Monday of December 2029 is the 31st.
    calendar = calendar_of([_read("plant: closed, the last week of December")])
    assert calendar.add_working_days(date(2029, 12, 28), 1) == date(2030, 1, 7)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 11, 23), 0, date(2026, 11, 23)),
        (date(2026, 11, 30), 15, date(2028, 2, 29)),
        (date(2026, 12, 1), 12, date(2027, 12, 1)),
        (date(9999, 12, 1), 1, None),
    ],
)
def test_months_keep_the_day_or_end_on_the_last(day: date, months: int, expected: date | None) -> None:
    assert add_months(day, months) == expected


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2 weeks", date(2026, 12, 24)),
        ("10 days", date(2026, 12, 20)),
        ("1 month", date(2027, 1, 10)),
        ("9,000 years", None),
        ("5 working days", None),
        ("3 hours", None),
    ],
)
def test_calendar_time_passes_whether_the_plant_is_closed_or_not(said: str, day: date | None) -> None:
    number = read_number(f"stay: {said}")
    assert isinstance(number, Number)
    assert number.amount is not None
    assert passed_by(number.amount, date(2026, 12, 10)) == day
