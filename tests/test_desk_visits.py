"""The next day on which the plant can be seen."""

from datetime import date

from kb.desk.calendar import calendar_of
from kb.desk.visits import next_visit
from kb.model.number import Number
from kb.model.people import Desk
from kb.words.numberline import read_number

TUESDAY = date(2026, 11, 24)
OFFICE = Desk(key="office", name="Plant office", visit="Wednesdays 10:00 and 14:00")


def _closed(text: str) -> list[Number]:
    number = read_number(text)
    assert isinstance(number, Number)
    return [number]


def test_it_is_the_next_such_weekday_of_the_desk_that_comes_first() -> None:
    other = Desk(key="lab", name="Lab", visit="Mondays")
    visit = next_visit([other, OFFICE], TUESDAY, calendar_of([]))
    assert visit is not None
    assert (visit.day, visit.when, visit.desk) == (date(2026, 11, 25), "Wednesdays 10:00 and 14:00", OFFICE)


def test_it_is_never_today_and_never_on_a_closed_day() -> None:
    visit = next_visit([OFFICE], date(2026, 12, 23), calendar_of(_closed("plant: closed, 24 December to 2 January")))
    assert visit is not None
    assert visit.day == date(2027, 1, 6)


def test_a_desk_without_a_weekday_shows_nothing() -> None:
    assert next_visit([Desk(key="x", name="X", visit="by appointment")], TUESDAY, calendar_of([])) is None
