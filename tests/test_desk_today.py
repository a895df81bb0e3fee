"""What number lines come to on a day: the company's own dates counted by hand, and random ones day by day."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_desk_calendar import SEASONS, SHORT, naively_in, naively_working

from kb.desk.now_words import banner_words, now_sentence, stretch_in_words
from kb.desk.today import all_now, banner, now_of
from kb.model.calendar import Closure, Now
from kb.model.number import Number, Season
from kb.words.numberline import read_number

DAY = timedelta(days=1)
MONDAY = date(2026, 11, 23)

NEW = "lead time, new printed box: 15 to 18 working days, from approved proof and paid deposit, to your door"
REPEAT = "lead time, repeat order: 8 to 10 working days, from approved proof and paid deposit, to your door"
PLAIN = "lead time, plain box: 5 to 7 working days, from approved proof and paid deposit, to your door"
PEAK = "lead time: adds 5 working days, during September to November"
WINTER = "plant: closed, 24 December to 2 January"
SUMMER = "plant: closed, the last week of July"
COMPANY = (
    NEW,
    REPEAT,
    PLAIN,
    PEAK,
    WINTER,
    SUMMER,
    "lead time, inside print: adds 2 working days",
    "export delivery: adds 3 to 5 working days",
    "complaint: you have 5 working days, from delivery, unless there are no photos",
    "visit booking: at least 5 working days ahead",
)


def _read(*lines: str) -> tuple[Number, ...]:
    numbers = tuple(read_number(line) for line in lines)
    read = tuple(number for number in numbers if isinstance(number, Number))
    assert len(read) == len(lines)
    return read


def _now(line: str, *others: str, day: date = MONDAY, notices: Sequence[str] = ()) -> Now:
    (number,) = _read(line)
    now = now_of(number, day, (number, *_read(*others)), _read(*notices))
    assert now is not None
    return now


def _span(now: Now) -> tuple[int, int, str]:
    return int(now.low), int(now.high), now.amount.unit.name


# ---- the company, counted by hand


@pytest.mark.parametrize(
    ("line", "span", "by"),
    [
        # Day 1 is Tue 24 Nov. 24 to 27 Nov: 4 days; by Fri 4 Dec 9; by Fri 11 Dec 14; by Fri 18 Dec 19; Mon 21 to
        # Wed 23 Dec: 22. Closed from Thu 24 Dec to Sat 2 Jan (Fri 1 Jan in it), then a Sunday: day 23 is Mon 4 Jan.
        (NEW, (20, 23), date(2027, 1, 4)),
        # Fri 11 Dec is day 14, so day 15 is the Monday.
        (REPEAT, (13, 15), date(2026, 12, 14)),
        # Fri 4 Dec is day 9: Mon 10, Tue 11, Wed 12.
        (PLAIN, (10, 12), date(2026, 12, 9)),
    ],
)
def test_in_peak_season_every_lead_time_is_five_days_longer(line: str, span: tuple[int, int], by: date) -> None:
    now = _now(line, *COMPANY)
    assert _span(now) == (*span, "working day")
    assert (now.changed, now.by, now.because, now.beside) == (True, by, _read(PEAK), ())


def test_from_the_first_of_december_nothing_is_added() -> None:
    # Tue 1 Dec: Wed 2 to Fri 4 3 days, by 11 Dec 8, by 18 Dec 13, by 23 Dec 16, Mon 4 Jan 17, Tue 5 Jan 18.
    now = _now(NEW, *COMPANY, day=date(2026, 12, 1))
    assert (_span(now), now.changed, now.by, now.because) == ((15, 18, "working day"), False, date(2027, 1, 5), ())


def test_the_last_week_of_july_is_no_working_week() -> None:
    # The last Monday of July 2026 is the 27th: from Thu 23 July, day 1 is Fri 24, day 2 Mon 3 August.
    assert _now("hard proof: 2 working days", *COMPANY, day=date(2026, 7, 23)).by == date(2026, 8, 3)


def test_only_lines_that_say_how_long_something_takes_are_told_by_a_day() -> None:
    found = all_now(_read(*COMPANY), MONDAY)
    assert [now.number.text for now in found] == [NEW, REPEAT, PLAIN]
    assert [str(now.by) for now in found] == ["2027-01-04", "2026-12-14", "2026-12-09"]


# ---- which lines add


def test_several_additions_sum_up_low_to_low_and_slow_end_to_slow_end() -> None:
    now = _now(PLAIN, "Lead  Time: adds 3 to 5 working days", "lead time: adds 1 working day", PEAK)
    assert _span(now) == (5 + 3 + 1 + 5, 7 + 5 + 1 + 5, "working day")
    assert len(now.because) == 3


@pytest.mark.parametrize(
    "line",
    [
        "lead time: adds 5 working days, during December to August",
        "delivery: adds 5 working days",
        "lead time, rush: adds 5 working days",
        "lead time, plain box: adds 5 working days",
        "lead time: adds 25 %",
        "lead time: adds 5 working days, until 22 November 2026",
    ],
)
def test_what_is_out_of_season_of_another_name_conditional_or_ended_adds_nothing(line: str) -> None:
    now = _now(PLAIN, line)
    assert (_span(now), now.changed, now.because) == ((5, 7, "working day"), False, ())


def test_until_a_day_counts_on_that_day() -> None:
    assert _now(PLAIN, "lead time: adds 5 working days, until 23 November 2026").changed


def test_a_notice_for_some_lines_adds_to_just_those() -> None:
    notice = "lead time, Plain  BOX: adds 2 working days"
    assert _span(_now(PLAIN, notices=[notice])) == (7, 9, "working day")
    assert not _now(REPEAT, notices=[notice]).changed
    assert _now("lead time, plain box, rush: 5 working days", notices=[notice]).changed  # a plain box all the same
    assert not _now("hard proof, plain box: 5 working days", notices=[notice]).changed


def test_a_notice_without_conditions_adds_to_every_line_of_the_name_and_its_closed_days_count() -> None:
    notices = ["lead time: adds 1 working day", "die-cutter: closed, 24 November 2026"]
    # Without 24 Nov day 1 is Wed 25: 25 to 27 Nov 3, by 4 Dec 8.
    now = _now(PLAIN, notices=notices)
    assert (_span(now), now.by) == ((6, 8, "working day"), date(2026, 12, 4))


def test_a_line_out_of_season_or_ended_does_not_count_today() -> None:
    for line in ("proof: 3 days, during July", "proof: 3 days, until 1 May 2026"):
        (number,) = _read(line)
        assert now_of(number, MONDAY, (number,)) is None


# ---- kinds of time


@pytest.mark.parametrize(
    ("line", "by"),
    [
        ("quote: 0 days", MONDAY),
        ("quote: 4 days", date(2026, 11, 27)),
        ("quote: 5 days", date(2026, 11, 30)),  # Sat 28 Nov
        ("quote: 1 to 2 weeks", date(2026, 12, 7)),
        ("quote: a fortnight", date(2026, 12, 7)),
        ("quote: 31 days", date(2027, 1, 4)),  # 24 December, closed until Sat 2 January
        ("quote: 2 working weeks", date(2026, 12, 7)),
        ("quote: 1.5 working days", date(2026, 11, 25)),
        ("quote: 1 month", date(2026, 12, 23)),
        ("quote: 1 year", date(2027, 11, 23)),
        ("quote: 36 hours", None),
        ("quote: 45 minutes", None),
        ("quote: 2 working days a colour", None),
        ("quote: 9,000 years", None),
        ("quote: 99,999,999,999,999,999,999 working days", None),
    ],
)
def test_each_kind_of_time_ends_on_its_own_day(line: str, by: date | None) -> None:
    assert _now(line, WINTER).by == by


def test_a_month_ends_on_the_last_day_of_a_shorter_one() -> None:
    assert _now("quote: 1 month", day=date(2026, 1, 30)).by == date(2026, 3, 2)  # Sat 28 February


@pytest.mark.parametrize(
    ("line", "extra", "expected"),
    [
        ("x: 2 working weeks", "x: adds 5 working days", (3, 3, "working week")),
        ("x: 2 working weeks", "x: adds 3 working days", (13, 13, "working day")),
        ("x: 2 to 3 weeks", "x: adds 5 days", (19, 26, "day")),
        ("x: 10 days", "x: adds a week", (17, 17, "day")),
        (
            "x: 1 week",
            "x: adds 99,999,999,999,999,999,999 days",
            (10**20 + 6, 10**20 + 6, "day"),
        ),
        ("x: 1 year", "x: adds 6 months", (18, 18, "month")),
    ],
)
def test_units_of_one_kind_of_time_are_summed(line: str, extra: str, expected: tuple[int, int, str]) -> None:
    assert _span(_now(line, extra)) == expected


def test_another_kind_of_time_stands_beside_and_the_latest_day_is_told() -> None:
    now = _now("x: 2 days", "x: adds 1 working day", day=date(2026, 11, 27))
    # Friday. Two days end on Sunday, so Monday, a working day more is Tuesday; the other way round Monday, Wednesday.
    assert (_span(now), now.beside, now.by) == ((2, 2, "day"), now.because, date(2026, 12, 2))
    assert now_sentence(now, date(2026, 11, 27)) == (
        "At the moment 2 days, and 1 working day more: counted from today, by Wednesday 2 December."
    )


def test_what_is_added_for_each_of_something_has_no_day() -> None:
    now = _now("x: 2 working days", "x: adds 1 working day a colour")
    assert (_span(now), now.beside, now.by) == ((2, 2, "working day"), now.because, None)


def test_where_everything_is_closed_no_day_is_told() -> None:
    assert [_now(line, "plant: closed, January to December").by for line in (PLAIN, "x: 3 days")] == [None, None]


# ---- in words


def test_the_sentence_tells_the_amount_the_place_and_the_day() -> None:
    assert now_sentence(_now(NEW, *COMPANY), MONDAY) == (
        "At the moment 20 to 23 working days: approved today, at your door by Monday 4 January."
    )


@pytest.mark.parametrize(
    ("line", "others", "sentence"),
    [
        ("proof: 3 working days", (), "Counted from today, by Thursday 26 November."),
        ("x: 2 days, to the port", (), "Counted from today, at the port by Wednesday 25 November."),
        ("x: 2 days, to Hamburg", (), "Counted from today, by Wednesday 25 November."),
        ("x: 1 year, from approval", (), "Approved today, by Tuesday 23 November 2027."),
        ("x: 36 hours", ("x: adds 12 hours",), "At the moment 48 hours."),
        ("x: 36 hours", (), ""),
    ],
)
def test_the_sentence_says_only_what_the_line_says(line: str, others: tuple[str, ...], sentence: str) -> None:
    assert now_sentence(_now(line, *others), MONDAY) == sentence


def _banner(*lines: str, day: date = MONDAY, notices: Sequence[str] = ()) -> str:
    return banner_words(banner(_read(*lines), day, _read(*notices)))


def test_the_banner_tells_the_season_and_the_closure_that_comes() -> None:
    assert _banner(*COMPANY) == (
        "Every lead time 5 working days longer, September to November. Closed 24 December to 2 January."
    )


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 2, 2), ""),
        (date(2026, 5, 27), ""),  # 61 days before 27 July
        (date(2026, 5, 28), "Closed 27 to 31 July."),
        (date(2026, 7, 31), "Closed 27 to 31 July."),
        (date(2026, 8, 1), ""),
        (date(2027, 1, 2), "Closed 24 December to 2 January."),
        (date(2027, 1, 3), ""),
    ],
)
def test_a_closure_is_told_from_sixty_days_before_until_its_last_day(day: date, words: str) -> None:
    assert _banner(*COMPANY, day=day) == words


def test_what_adds_to_no_line_that_takes_time_is_not_in_the_banner() -> None:
    assert _banner("export delivery: adds 3 to 5 working days", PLAIN) == ""


def test_the_banner_tells_notices_too_and_all_their_terms() -> None:
    words = _banner(
        PLAIN,
        "PDF proofs: 2 days",
        SUMMER,
        WINTER,
        "offices: closed, 24 December to 2 January",
        notices=[
            "Lead time: adds 1 working day, until 27 November 2026",
            "PDF proofs: adds 1 to 2 days, unless they are small",
            "plant: closed, 25 November 2026",
            "lead time, plain box: adds 9 working days",
        ],
    )
    assert words == (
        "Every lead time 1 working day longer, until 27 November 2026. "
        "All PDF proofs 1 to 2 days longer, unless they are small. "
        "Closed 25 November and 24 December to 2 January."
    )


def test_a_closure_of_most_of_a_year_is_told_with_its_years() -> None:
    assert stretch_in_words(date(2026, 5, 1), date(2027, 4, 30)) == "1 May 2026 to 30 April 2027"


def test_the_banner_stands_on_the_first_and_the_last_day_there_is() -> None:
    assert banner(_read(*COMPANY), date.max)[-1] == Closure(date(9999, 12, 24), date.max, _read(WINTER)[0])
    assert banner(_read(*COMPANY), date.min)[-1] == Closure(date.min, date(1, 1, 2), _read(WINTER)[0])


# ---- against counting day by day

A_CYCLE = 146_097
"""The days of 400 years, after which the calendar repeats: what has had no working day until then never will."""


CONDITIONS = st.sampled_from(((), ("rush",), ("plain box",), ("rush", "plain box")))
UNITS = {word: _read(f"x: 1 {word}")[0].amount for word in ("working day", "working week", "day", "week", "month")}
DAYS = st.one_of(
    st.dates(date(2020, 1, 1), date(2040, 12, 31)),
    st.dates(date.min, date(2, 12, 31)),
    st.dates(date(9998, 1, 1), date.max),
)


@st.composite
def _timed(draw: st.DrawFn, kind: str) -> Number:
    low, more, unit = draw(st.integers(0, 30)), draw(st.integers(0, 9)), UNITS[draw(st.sampled_from(sorted(UNITS)))]
    assert unit
    text = _read(f"x: {low} to {low + more + 1} {unit.unit.name}")[0]
    name = draw(st.sampled_from(("lead time", "Lead Time", "proof")))
    during = draw(st.lists(st.one_of(SHORT, SEASONS), max_size=2)) if kind == "adds" else []
    return Number(name=name, conditions=draw(CONDITIONS), kind=kind, amount=text.amount, during=tuple(during))


def _closed(conditions: st.SearchStrategy[tuple[str, ...]]) -> st.SearchStrategy[Number]:
    return st.builds(
        lambda seasons, said: Number(name="plant", kind="closed", during=tuple(seasons), conditions=said),
        st.lists(st.one_of(SHORT, SEASONS), min_size=1, max_size=2),
        conditions,
    )


LINES = st.lists(st.one_of(_timed("adds"), _closed(CONDITIONS)), max_size=5)


def naive_months_later(day: date, count: int) -> date:
    """The same day so many months later, or the last before it that there is."""
    first = day.replace(day=1)
    for _ in range(count):
        first = (first + 31 * DAY).replace(day=1)
    return max(at for n in range(day.day) if (at := first + n * DAY).month == first.month)


def naive_next(day: date, closed: Sequence[Season]) -> date:
    for _ in range(A_CYCLE):
        if naively_working(day, closed):
            return day
        day += DAY
    raise OverflowError


def naive_end(day: date, family: str, count: int, closed: Sequence[Season]) -> date | None:
    """Where so much time ends, one day after the other, moved to a working day."""
    try:
        if family == "calendar months":
            return naive_next(naive_months_later(day, count), closed)
        if family == "calendar time":
            return naive_next(day + count * DAY, closed)
        for _ in range(count):
            day = naive_next(day + DAY, closed)
        return naive_next(day, closed)
    except OverflowError:
        return None


@settings(max_examples=100, deadline=None)
@given(_timed("take"), LINES, LINES, DAYS)
def test_now_is_what_adding_line_by_line_and_counting_day_by_day_finds(
    number: Number, library: list[Number], notices: list[Number], day: date
) -> None:
    adding = [
        line
        for lines, said in ((library, set()), (notices, set(number.conditions)))
        for line in lines
        if line.kind == "adds"
        and line.name.lower() == number.name.lower()
        and set(line.conditions) <= said
        and (not line.during or any(naively_in(season, day) for season in line.during))
    ]
    now = now_of(number, day, [number, *library], notices)
    assert now is not None
    assert list(now.because) == adding
    assert now.changed == bool(adding)
    base = number.amount
    assert base
    totals: dict[str, Decimal] = {base.unit.family: Decimal(0)}
    lows: dict[str, Decimal] = {base.unit.family: Decimal(0)}
    for amount in (base, *(line.amount for line in adding if line.amount)):
        family = amount.unit.family
        totals[family] = totals.get(family, Decimal(0)) + amount.high * amount.unit.factor
        lows[family] = lows.get(family, Decimal(0)) + amount.low * amount.unit.factor
    assert now.high * now.amount.unit.factor == totals[base.unit.family]
    assert now.low * now.amount.unit.factor == lows[base.unit.family]
    closed = [
        season
        for line in (*library, *notices)
        if line.kind == "closed" and not line.conditions
        for season in line.during
    ]
    ends: list[date | None] = []
    for order in permutations(totals.items()):
        at: date | None = day
        for family, total in order:
            at = naive_end(at, family, int(total), closed) if at else None
        ends.append(at)
    assert now.by == (None if None in ends else max(end for end in ends if end))
    assert now_sentence(now, day).endswith(".") == (now.changed or now.by is not None)
