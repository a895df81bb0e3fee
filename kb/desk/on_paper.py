"""What is different on the day of a hand-out, and the last day on which it may be trusted; prints nothing."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from kb.desk.calendar import closures
from kb.desk.notices import notices_for, notices_in_force, numbers_in_force
from kb.desk.now_words import banner_words, notice_words
from kb.desk.today import SOON, all_now, banner, counts_on_day
from kb.model.agreement import Standing
from kb.model.article import SALES
from kb.model.calendar import Closure, Now
from kb.model.notice import Notice
from kb.model.number import ADDS, CLOSED, Number
from kb.model.on_paper import Changed, OnPaper
from kb.model.published import CustomerArticle
from kb.model.states import ASK_FIRST, DUE, GRACE

LONGEST = timedelta(days=30)
"""How long paper may lie in a bag, whatever it says."""

_FURTHEST = timedelta(days=400)
"""A season ends within a year."""


def on_paper(
    edition: Sequence[CustomerArticle],
    printed: Sequence[CustomerArticle],
    day: date,
    notices: Sequence[Notice] = (),
    reader: str = SALES,
) -> OnPaper:
    """What the day makes of a hand-out with the articles `printed`, for a reader who may see `edition`.

    Both readers get the times that notices change; what production said in its own words only sales does.
    """
    told = notices_for(reader, notices)
    numbers = tuple(number for article in edition for number in article.numbers)
    shown = tuple(number for article in printed for number in article.numbers)
    news = numbers_in_force(told, day)
    sentences = notice_words(notices_in_force(told, day))
    return OnPaper(
        good_until=_good_until(printed, (*numbers, *news), shown, told, day),
        now=" ".join(filter(None, (sentences, banner_words(_reasons(numbers, news, day))))),
        changed=_changed(numbers, news, told, day) or None,
    )


def _reasons(numbers: Sequence[Number], news: Sequence[Number], day: date) -> tuple[Number | Closure, ...]:
    """Those of the day's banner, and the closures that come so soon only while the paper is good."""
    late = day + min(SOON + LONGEST, date.max - day)
    adding = (reason for reason in banner(numbers, day, news) if isinstance(reason, Number))
    return (*adding, *closures((*numbers, *news), day, late))


def _changed(
    numbers: Sequence[Number], news: Sequence[Number], notices: Sequence[Notice], day: date
) -> dict[Number, Changed]:
    ends = {
        number: notice.until
        for notice in notices_in_force(notices, day)
        for number in notice.numbers
        if notice.until is not None
    }
    found = (now for now in all_now(numbers, day, news) if now.changed)
    return {now.number: _as_changed(now, ends, day) for now in found}


def _as_changed(now: Now, ends: dict[Number, date], day: date) -> Changed:
    lasts = [end for extra in now.because for end in (ends.get(extra), _last_alike(extra, day, _FURTHEST)) if end]
    return Changed(
        now.amount, tuple(extra.amount for extra in now.beside if extra.amount), min(lasts) if lasts else None
    )


def _good_until(
    printed: Sequence[CustomerArticle],
    numbers: Sequence[Number],
    shown: Sequence[Number],
    notices: Iterable[Notice],
    day: date,
) -> date:
    longest = day + min(LONGEST, date.max - day)
    ends = [
        *(_state_ends(article.standing) for article in printed),
        *(_last_alike(number, day, LONGEST) for number in numbers if number.kind == ADDS),
        *(_last_alike(number, day, LONGEST) for number in shown if number.kind not in (ADDS, CLOSED)),
        *(closure.last for closure in closures(numbers, day, longest)),
        *(_holds_alike(notice, day) for notice in notices),
    ]
    return min([longest, *(max(end, day) for end in ends if end)])


def _state_ends(standing: Standing | None) -> date | None:
    """The last day of a state in which an answer may be said."""
    if standing is None or standing.until is None or standing.state in ASK_FIRST:
        return None
    return standing.until + GRACE if standing.state == DUE else standing.until


def _last_alike(number: Number, day: date, within: timedelta) -> date | None:
    """The last day on which a line counts, or does not, as it does on `day`; None where that goes on."""
    if not number.during and not number.until:
        return None
    counts = counts_on_day(number, day)
    return _day_before(other for other in _days_after(day, within) if counts_on_day(number, other) != counts)


def _holds_alike(notice: Notice, day: date) -> date | None:
    holds = notice.holds_on(day)
    return _day_before(other for other in _days_after(day, LONGEST) if notice.holds_on(other) != holds)


def _days_after(day: date, within: timedelta) -> Iterator[date]:
    return (day + timedelta(days=count) for count in range(1, min(within, date.max - day).days + 1))


def _day_before(days: Iterator[date]) -> date | None:
    first = next(days, None)
    return first - timedelta(days=1) if first else None
