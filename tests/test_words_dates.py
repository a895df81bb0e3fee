from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.model.number import Season
from kb.words.dates import find_seasons, holds, read_season, season_days


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("September to November", "2026-09-01", "2026-11-30"),
        ("September–November", "2026-09-01", "2026-11-30"),
        ("24 December to 2 January", "2026-12-24", "2027-01-02"),
        ("the last week of July", "2026-07-27", "2026-07-31"),
        ("last week in December", "2026-12-28", "2027-01-01"),
        ("July", "2026-07-01", "2026-07-31"),
        ("February", "2026-02-01", "2026-02-28"),
        ("24 December", "2026-12-24", "2026-12-24"),
        ("24th of December", "2026-12-24", "2026-12-24"),
        ("Dec 24", "2026-12-24", "2026-12-24"),
        ("Dec. 24", "2026-12-24", "2026-12-24"),
        ("24-31 December", "2026-12-24", "2026-12-31"),
        ("December 24 to 31", "2026-12-24", "2026-12-31"),
        ("29 February", "2026-02-28", "2026-02-28"),
        ("1 May 2027", "2027-05-01", "2027-05-01"),
        ("May 2027", "2027-05-01", "2027-05-31"),
        ("2026-12-24", "2026-12-24", "2026-12-24"),
        ("2025-12-24 to 2026-01-02", "2025-12-24", "2026-01-02"),
        ("24 December to 2 January 2026", "2025-12-24", "2026-01-02"),
        ("December 24, 2025 to January 2, 2026", "2025-12-24", "2026-01-02"),
        ("24 to 31 December 2027", "2027-12-24", "2027-12-31"),
        ("December 24 to 31, 2027", "2027-12-24", "2027-12-31"),
        ("the last week of July 2027", "2027-07-26", "2027-07-30"),
    ],
)
def test_a_season_has_its_first_and_last_day(text: str, first: str, last: str) -> None:
    season = read_season(text)
    assert season is not None
    assert season.said == text
    assert season_days(season, 2026) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "the summer",
        "31 June",
        "30 February",
        "0 May",
        "2026-13-01",
        "2026-02-29",
        "24.12.2026",
        "May I",
        "24",
        "1 May 2026 to 3 June 2028",
        "last week of",
        "last week of fun",
        "5 days",
        "24 to 3 December",
        "1st",
        "to May",
    ],
)
def test_anything_else_is_no_season(text: str) -> None:
    assert read_season(text) is None


def test_the_last_week_moves_with_the_year() -> None:
    season = read_season("the last week of July")
    assert season is not None
    assert [season_days(season, year)[0] for year in (2026, 2027)] == [date(2026, 7, 27), date(2027, 7, 26)]


@pytest.mark.parametrize(
    ("day", "inside"),
    [("2026-12-23", False), ("2026-12-24", True), ("2027-01-02", True), ("2027-01-03", False), ("0001-01-01", True)],
)
def test_a_season_over_the_new_year_holds_its_days(day: str, inside: bool) -> None:  # noqa: FBT001 - a table of days
    season = read_season("24 December to 2 January")
    assert season is not None
    if day != "0001-01-01":
        assert holds(season, date.fromisoformat(day)) is inside
    else:  # there is no year before it
        assert not holds(season, date.min)


def test_a_season_of_one_year_is_over_after_it() -> None:
    season = read_season("24 December 2026 to 2 January 2027")
    assert season is not None
    assert holds(season, date(2027, 1, 1))
    assert not holds(season, date(2027, 12, 25))


def test_the_last_day_that_can_be_counted_breaks_nothing() -> None:
    assert not holds(Season((12, 24), (1, 2)), date.max)


def test_dates_are_found_in_running_text_and_verbs_are_not() -> None:
    text = "You may call on 24 December or in May. We march from 1 to 3 July, by Dec. 24 and in September."
    assert [found.season.said for found in find_seasons(text)] == [
        "24 December",
        "May",
        "1 to 3 July",
        "Dec. 24",
        "September",
    ]
    assert [text[found.start : found.end] for found in find_seasons(text)] == [
        found.season.said for found in find_seasons(text)
    ]


@given(st.integers(1, 12), st.integers(1, 28), st.integers(1, 12), st.integers(1, 28), st.integers(1950, 2100))
def test_both_ends_of_a_season_are_in_it(month: int, day: int, to_month: int, to_day: int, year: int) -> None:
    season = Season((month, day), (to_month, to_day))
    first, last = season_days(season, year)
    assert first <= last
    assert holds(season, first)
    assert holds(season, last)


@given(st.text(alphabet=st.sampled_from("0123456789 -.,toMayDec the last week of July")), st.text(max_size=40))
def test_any_text_is_a_season_or_none(dates: str, text: str) -> None:
    for one in (dates, text):
        assert read_season(one) is None or isinstance(read_season(one), Season)
        assert all(one[found.start : found.end] == found.season.said for found in find_seasons(one))
