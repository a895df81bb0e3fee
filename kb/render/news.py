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

_NEWEST = 5
"""Of a kind that warns of nothing, unless all are asked for: the first news of a folder are all its answers."""


def news_page(news: Sequence[News], since: date, *, whole: bool = False, width: int, terminal: bool = False) -> Page:
    """The news under a heading for each kind with their count; the newest of each, or all where `whole`."""
    room = page.page_width(width, terminal=terminal)
    if not news:
        earlier = [Span(f"Nothing new since {day_words(since)}. Further back: "), Span(_command("DAY"), page.COMMAND)]
        return Page(tuple(wrapped(earlier, room)))
    lines: list[Line] = [line(f"News since {day_words(since)}", page.TITLE)]
    for kind, group in groupby(news, key=lambda one: one.kind):
        own, warns = list(group), kind in _WARNINGS
        shown = own if whole or warns else own[:_NEWEST]
        lines += [(), line(f"{_HEADINGS[kind]} ({len(own)})", page.WARNING if warns else page.LABEL)]
        for one in shown:
            lines += _item(one, room)
        lines += _more(len(own) - len(shown), since, room)
    return Page(tuple(lines))


def news_line(news: Sequence[News], since: date) -> str:
    """The news as one JSON object."""
    return one_line({"schema": SCHEMA, "since": since.isoformat(), "news": [_object(one) for one in news]})


_WARNINGS = (kinds.WITHDRAWN, kinds.ASK_AGAIN)


def _more(count: int, since: date, width: int) -> list[Line]:
    """How many are left out, and the command that shows them; it names the day, since the news were seen now."""
    command = Span(f"{_command(since.isoformat())} --all", page.COMMAND)
    return wrapped([Span(f"and {count} more: ", page.QUIET), command], width, hang=1) if count else []


def _command(day: str) -> str:
    return f"kb news --since {day}"


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
