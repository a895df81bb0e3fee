"""The table of times as they are on a day, on the sample company's own numbers."""

from datetime import date

from conftest import SAMPLE

from kb.desk.publish import sales_edition
from kb.desk.table import today_of
from kb.library.load import load_library
from kb.model.results import NowRow, Today

PEAK, QUIET = date(2026, 11, 23), date(2027, 2, 1)


def today(slug: str, day: date) -> Today:
    return today_of(sales_edition(load_library(SAMPLE).articles), day)[1][slug]


def test_in_peak_season_every_lead_time_is_longer_and_the_day_at_the_door_leaves_out_the_break() -> None:
    # From Mon 23 Nov: 23 working days are 5 in each of 4 weeks to Fri 18 Dec, then 21, 22, 23 Dec; the plant is closed
    # from Thu 24 Dec to Sat 2 Jan, and Monday 4 January is the first working day again. Day 1 is Tuesday 24 November.
    shown = today("lead-time-standard", PEAK)
    assert (
        shown.banner == "Every lead time 5 working days longer, September to November. Closed 24 December to 2 January."
    )
    assert shown.sentence == "At the moment 20 to 23 working days: approved today, at your door by Monday 4 January."
    assert shown.rows[0] == NowRow("lead-time-standard", "new printed box", "15 to 18", "20 to 23", "Mon 4 Jan")
    rows = {row.for_what: (row.normally, row.now, row.by) for row in shown.rows}
    assert rows["repeat order"] == ("8 to 10", "13 to 15", "Mon 14 Dec")
    assert rows["plain box"] == ("5 to 7", "10 to 12", "Wed 9 Dec")
    assert (shown.unit, shown.start) == ("working days", "approved today")
    assert shown.terms == "from approved proof and paid deposit, to your door"


def test_out_of_season_nothing_is_said_but_the_days_are() -> None:
    shown = today("lead-time-standard", QUIET)
    assert (shown.banner, shown.sentence) == ("", "")
    assert all(row.now == row.normally for row in shown.rows)
    assert shown.rows[0].by == "Thu 25 Feb"


def test_a_time_on_terms_of_its_own_is_in_no_other_answers_table() -> None:
    assert "rush, repeat order" not in [row.for_what for row in today("lead-time-standard", PEAK).rows]
    first = today("rush-orders", PEAK).rows[0]
    assert (first.for_what, first.terms) == ("rush, repeat order", "once planning has confirmed in writing")


def test_an_answer_without_a_time_has_no_table() -> None:
    assert "flutes" not in today_of(sales_edition(load_library(SAMPLE).articles), PEAK)[1]
