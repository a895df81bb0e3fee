"""The news on the screen and as JSON; finds none."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from kb.model import news as kinds
from kb.model.news import News
from kb.render import page
from kb.render.found_json import SCHEMA, one_line
from kb.render.page import Line, Page, Span, line, two_sided, wrapped
from kb.words.spoken import day_words

_HEADINGS = {
    kinds.NEW: "New: you may say this",
    kinds.AGAIN: "You may say this again",
    kinds.NUMBERS: "Other numbers",
    kinds.WORDING: "Other words",
    kinds.WITHDRAWN: "Withdrawn: don't say this any more",
    kinds.ASK_AGAIN: "Ask first again",
    kinds.NOTICE: "Just now",
    kinds.OVER: "Over",
    kinds.ANSWERED: "Questions answered",
}
_MOST_LINES = 3
"""Of the words that differ; `kb show` has the rest."""


def news_page(news: Sequence[News], since: date, *, width: int, terminal: bool = False) -> Page:
    """The news under a heading for each kind."""
    room = page.page_width(width, terminal=terminal)
    if not news:
        return Page((line(f"Nothing new since {day_words(since)}."),))
    lines: list[Line] = [line(f"News since {day_words(since)}", page.TITLE)]
    for kind, own in groupby(news, key=lambda one: one.kind):
        lines += [(), line(_HEADINGS[kind], page.WARNING if kind in _WARNINGS else page.LABEL)]
        for one in own:
            lines += _item(one, room)
    return Page(tuple(lines))


def news_line(news: Sequence[News], since: date) -> str:
    """The news as one JSON object."""
    return one_line({"schema": SCHEMA, "since": since.isoformat(), "news": [_object(one) for one in news]})


_WARNINGS = (kinds.WITHDRAWN, kinds.ASK_AGAIN)


def _item(one: News, width: int) -> Iterator[Line]:
    when = day_words(one.on) if one.on else ""
    until = f" (until {day_words(one.until)})" if one.until else ""
    yield from two_sided(wrapped([Span(one.text + until)], width, hang=1), line(when, page.QUIET), width)
    for changed in one.changed[:_MOST_LINES]:
        for label, text in (("was", changed.was), ("now", changed.now)):
            style = page.FIGURE if label == "now" else page.QUIET
            yield from wrapped([Span(text, style)], width, label=(Span(f"   {label}", page.LABEL),), hang=8)
    if one.why:
        yield from wrapped([Span(one.why)], width, hang=3)
    if one.slug and one.kind != kinds.WITHDRAWN:
        yield from wrapped([Span(f"kb show {one.slug}", page.COMMAND)], width, hang=3)


def _object(one: News) -> dict[str, object]:
    return {
        "kind": one.kind,
        "text": one.text,
        "slug": one.slug,
        "on": one.on.isoformat() if one.on else None,
        "until": one.until.isoformat() if one.until else None,
        "changed": [{"was": changed.was, "now": changed.now} for changed in one.changed],
        "why": one.why,
    }
