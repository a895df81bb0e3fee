"""The list of all numbers on the screen and as JSON; works none of them out."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from kb.model.limit import Limit, Limits
from kb.model.states import ASK_FIRST
from kb.render import page
from kb.render.found_json import SCHEMA, one_line
from kb.render.page import Line, Page, Span, columns, line, wrapped
from kb.text import fold, safe_line
from kb.words.daynames import SHORT, WEEKDAYS
from kb.words.spoken import day_words


def limits_page(found: Limits, *, width: int, terminal: bool = False) -> Page:
    """All numbers by name, as they are on the day."""
    room = page.page_width(width, terminal=terminal)
    title = f"{found.company or 'Our numbers'}, as of {_day(found)}"
    head = [
        *wrapped(line(title, page.TITLE), room),
        *wrapped(line(found.banner), room, label=line("NOW  ", page.WARNING), hang=5),
    ]
    if not found.limits:
        return Page((*head, (), *wrapped(line(f"No number is written for {found.reader} yet."), room)))
    rows = [row for _, group in groupby(found.limits, key=lambda one: fold(one.name)) for row in _named(list(group))]
    heads = [
        line("What", page.LABEL),
        line("Today, and by when if it starts today", page.LABEL),
        line("Said in", page.LABEL),
    ]
    cells = [heads, *(row[1] for row in rows)]
    return Page((*head, (), *columns(cells, room, marks=["", *(row[0] for row in rows)])))


def limits_line(found: Limits) -> str:
    """The same as one JSON object."""
    return one_line(
        {
            "schema": SCHEMA,
            "company": found.company,
            "today": found.day.isoformat(),
            "for": found.reader,
            "banner": found.banner,
            "limits": [_object(limit) for limit in found.limits],
        }
    )


def _named(limits: Sequence[Limit]) -> Iterator[tuple[str, list[Line]]]:
    """The rows of one name, each with the mark before it; several stand below the name."""
    if len(limits) == 1:
        limit = limits[0]
        yield "", _cells(limit, ", ".join(filter(None, (limit.name, limit.for_what))))
        return
    rest = "otherwise" if any(limit.for_what for limit in limits) else "for all"
    yield "", [line(limits[0].name), (), ()]
    for limit in limits:
        yield "  ", _cells(limit, limit.for_what or rest)


def _cells(limit: Limit, what: str) -> list[Line]:
    by = f", by {WEEKDAYS[limit.by.weekday()][:SHORT]} {day_words(limit.by, year=False)}" if limit.by else ""
    normally = f", normally {limit.normally}" if limit.changed or not limit.now else ""
    terms = f", {limit.terms}" if limit.terms else ""
    ask = (Span("ASK FIRST ", page.WARNING),) if limit.state in ASK_FIRST else ()
    today = (Span(safe_line(limit.now or "not now"), page.FIGURE), Span(safe_line(f"x{by}{normally}{terms}")[1:]))
    return [line(what), today, (*ask, *line(limit.article, page.QUIET))]


def _day(found: Limits) -> str:
    return f"{WEEKDAYS[found.day.weekday()][:SHORT]} {day_words(found.day)}"


def _object(limit: Limit) -> dict[str, Any]:
    return {
        "name": limit.name,
        "for": limit.for_what,
        "kind": limit.kind,
        "normally": limit.normally,
        "now": limit.now or None,
        "changed": limit.changed,
        "by": limit.by.isoformat() if limit.by else None,
        "terms": limit.terms,
        "article": limit.article,
        "state": limit.state or None,
    }
