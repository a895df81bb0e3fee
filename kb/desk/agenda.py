"""Chooses what a meeting is about: the wordings that differ, what runs out, where to look; pure, and asks no clock."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from kb.desk.difference import differences, text_of
from kb.model.agenda import Difference, Ending, Sought, Visit
from kb.model.agreement import Agreed
from kb.model.inbox import Item
from kb.model.library import Frame
from kb.model.notice import Notice
from kb.model.people import Desk
from kb.model.process import Step
from kb.model.published import SalesArticle
from kb.model.states import ASK_FIRST, GRACE

_MOST_QUESTIONS = 2
_MONTHS = 12


def most_sought(items: Iterable[Item], frame: Frame, most: int) -> tuple[Sought, ...]:
    """What was asked or searched for most often, at most so many."""
    ranked = sorted(items, key=lambda item: (-item.times, item.needed or date.max, item.key))
    return tuple(
        Sought(item.text, item.times, _desk_name(frame, item.desk), item.needed, item.command) for item in ranked[:most]
    )


def wordings_apart(agreed: SalesArticle, new: SalesArticle) -> Iterator[Difference]:
    """The lines in which two wordings of an answer differ."""
    for change in differences(agreed, new):
        yield Difference(new.slug, change.section, text_of(change.was), text_of(change.now), new.title)


def endings(
    articles: Iterable[SalesArticle], agreed: dict[str, Agreed], notices: Iterable[Notice], day: date
) -> tuple[Ending, ...]:
    """What runs out in the month of that day or has run out before, not so long ago that it is forgotten."""
    found = [
        Ending(article.slug, one.until, article.title)
        for article in articles
        if (one := agreed.get(article.slug)) and one.until and one.state(day) not in ASK_FIRST
        if _is_this_month(one.until, day)
    ]
    told = [
        Ending(notice.sentence, notice.until)
        for notice in notices
        if notice.until and notice.holds_on(day) and _is_this_month(notice.until, day)
    ]
    return tuple(sorted((*found, *told), key=lambda one: (one.until, one.name)))


def place_to_visit(frame: Frame, open_questions: Sequence[Item], day: date) -> Visit | None:
    """One desk that may be visited, another one each month, and what to ask there; None where none may be."""
    desks = [desk for desk in frame.desks if desk.visit]
    if not desks:
        return None
    desk = desks[(day.year * _MONTHS + day.month) % len(desks)]
    return Visit(desk.name, desk.visit, desk.proud, tuple(_to_ask(desk, frame, open_questions)))


def _to_ask(desk: Desk, frame: Frame, open_questions: Sequence[Item]) -> Iterator[str]:
    for step in frame.process.steps:
        if step.desk == desk.key:
            yield _about(step)
    yield from (item.text for item in open_questions[:_MOST_QUESTIONS] if item.desk == desk.key)
    yield "What would make next month easier here, and what can sales do for it?"


def _about(step: Step) -> str:
    takes = f", {step.takes_text}" if step.takes_text else ""
    return f"{step.name}{takes}: what happens in that time that a customer would like to hear of?"


def _is_this_month(until: date, day: date) -> bool:
    return day - until <= GRACE and (until < day or (until.year, until.month) == (day.year, day.month))


def _desk_name(frame: Frame, key: str) -> str:
    desk = frame.desk(key)
    return desk.name if desk else key
