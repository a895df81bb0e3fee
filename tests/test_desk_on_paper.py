"""What a day makes of a hand-out: the times of today, what is told, and the first end of anything on it."""

from dataclasses import replace
from datetime import date

import pytest

from kb.desk.on_paper import on_paper
from kb.model.agreement import Standing
from kb.model.article import CUSTOMER
from kb.model.notice import Notice
from kb.model.number import Number
from kb.model.on_paper import OnPaper
from kb.model.published import CustomerArticle
from kb.words.numberline import read_number

DAY = date(2026, 11, 24)


def _number(line: str) -> Number:
    number = read_number(line)
    assert isinstance(number, Number)
    return number


def _article(*lines: str, standing: Standing | None = None) -> CustomerArticle:
    return CustomerArticle(
        slug="a", title="How long?", tags=(), say=(), numbers=tuple(map(_number, lines)), why=(), worth_telling=(),
        standing=standing,
    )  # fmt: skip


LEAD = "lead time, new box: 15 to 18 working days"
PEAK = "lead time: adds 5 working days, during September to November"
DIE_CUTTER = Notice(
    key="n", path="notices/n.md", sentence="Die-cutter down.", until=date(2026, 11, 27),
    numbers=(_number("lead time: adds 3 working days"),),
)  # fmt: skip


def _made(*lines: str, day: date = DAY, notices: tuple[Notice, ...] = (), reader: str = "sales") -> OnPaper:
    article = _article(*lines)
    return on_paper((article,), (article,), day, notices, reader)


def test_a_season_changes_the_time_until_its_last_day_and_so_long_is_the_paper_good() -> None:
    made = _made(LEAD, PEAK)
    assert made.changed
    change = made.changed[_number(LEAD)]
    assert (int(change.amount.low), int(change.amount.high), change.until) == (20, 23, date(2026, 11, 30))
    assert (made.good_until, made.now) == (
        date(2026, 11, 30),
        "Every lead time 5 working days longer, September to November.",
    )


def test_where_nothing_is_different_paper_is_good_for_thirty_days() -> None:
    made = _made(LEAD, PEAK, day=date(2026, 6, 1))
    assert (made.changed, made.now, made.good_until) == (None, "", date(2026, 7, 1))


def test_a_season_that_begins_ends_the_paper_on_the_day_before() -> None:
    assert _made(LEAD, PEAK, day=date(2026, 8, 20)).good_until == date(2026, 8, 31)


def test_a_closure_that_falls_into_the_time_is_told_and_ends_the_paper_when_it_is_over() -> None:
    made = _made(LEAD, "plant: closed, the last week of July", day=date(2026, 7, 10))
    assert (made.now, made.good_until) == ("Closed 27 to 31 July.", date(2026, 7, 31))
    assert _made("plant: closed, the last week of July", day=date(2026, 5, 5)).now == "Closed 27 to 31 July."


def test_a_notice_adds_up_with_a_season_and_the_first_of_both_ends_the_paper() -> None:
    made = _made(LEAD, PEAK, notices=(DIE_CUTTER,))
    assert made.changed
    change = made.changed[_number(LEAD)]
    assert (int(change.amount.low), change.until, made.good_until) == (23, date(2026, 11, 27), date(2026, 11, 27))
    assert made.now.startswith("Die-cutter down (until 27 November).")


def test_customers_get_the_times_of_a_notice_and_none_of_its_words() -> None:
    made = _made(LEAD, notices=(DIE_CUTTER,), reader=CUSTOMER)
    assert made.now == "Every lead time 3 working days longer."
    assert made.changed
    wordless = replace(DIE_CUTTER, numbers=(), until=date(2026, 11, 25))
    assert _made(LEAD, notices=(wordless,), reader=CUSTOMER) == _made(LEAD, reader=CUSTOMER)


def test_a_notice_that_is_still_to_come_ends_the_paper_before_it() -> None:
    later = replace(DIE_CUTTER, since=date(2026, 12, 1), until=date(2026, 12, 4))
    assert _made(LEAD, notices=(later,)).good_until == date(2026, 11, 30)


def test_a_time_of_another_kind_is_kept_beside() -> None:
    made = _made(LEAD, "lead time: adds 2 days")
    assert made.changed
    change = made.changed[_number(LEAD)]
    assert (int(change.amount.high), [int(extra.high) for extra in change.beside], change.until) == (18, [2], None)


@pytest.mark.parametrize(
    ("state", "until", "good_until"),
    [
        ("agreed", date(2026, 12, 1), date(2026, 12, 1)),
        ("due", date(2026, 11, 10), date(2026, 12, 10)),
        ("expired", date(2026, 10, 1), date(2026, 12, 24)),
        ("unsigned", None, date(2026, 12, 24)),
        ("agreed", date(2027, 5, 1), date(2026, 12, 24)),
    ],
)
def test_the_first_signature_that_ends_ends_the_paper(state: str, until: date | None, good_until: date) -> None:
    printed = _article(standing=Standing(state, date(2026, 1, 1), until))
    other = _article(standing=Standing("agreed", date(2026, 1, 1), DAY))
    assert on_paper((printed, other), (printed,), DAY).good_until == good_until


def test_the_last_days_that_there_are_end_nothing_with_an_error() -> None:
    assert _made(LEAD, PEAK, "plant: closed, 24 December to 2 January", day=date.max).good_until == date.max
