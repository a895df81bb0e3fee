"""The list of all numbers on the screen and as JSON; works none of them out."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from string import ascii_letters
from typing import Any

from kb.model.article import CUSTOMER, SALES
from kb.model.limit import Limit, Limits
from kb.model.number import ADDS, CLOSED
from kb.model.states import ASK_FIRST
from kb.render import page
from kb.render.found_json import SCHEMA, one_line
from kb.render.page import Line, Page, Span, columns, line, wrapped
from kb.text import fold, safe_line
from kb.words.daynames import SHORT, WEEKDAYS
from kb.words.spoken import day_words, short_day

_READERS = {SALES: "sales", CUSTOMER: "customers"}
_ALL = "all of them"
_COUNTED = "already in the figures here"
"""What is said beside what all of one name take longer just now, lest somebody adds it once more."""


def limits_page(found: Limits, *, width: int, terminal: bool = False) -> Page:
    """All numbers by name, as they are on the day."""
    room = page.page_width(width, terminal=terminal)
    head = [
        *wrapped(line(title_of(found), page.TITLE), room),
        *wrapped(line(found.banner), room, label=line("NOW  ", page.WARNING), hang=5),
    ]
    if not found.limits:
        return Page((*head, (), *wrapped(line(f"No number is written for {_READERS[found.reader]} yet."), room)))
    rows = rows_of(found)
    heads = [
        line("What", page.LABEL),
        line("Today, and by when if it starts today", page.LABEL),
        line("Said in", page.LABEL),
    ]
    shown = 2 if found.reader == CUSTOMER else len(heads)  # a customer has no use for the names of articles
    cells = [row[:shown] for row in (heads, *(row[1] for row in rows))]
    return Page((*head, (), *columns(cells, room, marks=["", *(row[0] for row in rows)])))


def rows_of(found: Limits) -> list[tuple[str, list[Line]]]:
    """A row for each number and for each name of several: the mark before it, then what, today, and said in."""
    return [row for _, group in groupby(found.limits, key=lambda one: fold(one.name)) for row in _named(list(group))]


def title_of(found: Limits) -> str:
    """`Northfold Packaging, as of Tue 24 November 2026`."""
    return f"{found.company or 'Our numbers'}, as of {day_of(found)}"


def day_of(found: Limits) -> str:
    """`Tue 24 November 2026`."""
    return f"{WEEKDAYS[found.day.weekday()][:SHORT]} {day_words(found.day)}"


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
            "left_out": list(found.left_out),
        }
    )


def _named(limits: Sequence[Limit]) -> Iterator[tuple[str, list[Line]]]:
    """The rows of one name, each with the mark before it; several with a FOR WHAT stand below the name."""
    name = limits[0].name
    if len(limits) == 1 or not any(limit.for_what for limit in limits):
        for at, limit in enumerate(limits):
            yield "", _cells(limit, "" if at else ", ".join(filter(None, (name, limit.for_what))), limit.terms)
        return
    shared = _shared(limits)
    yield "", [line(name), line(f"* {shared}" if shared else ""), ()]
    before = ""
    for limit in sorted(limits, key=_is_the_rest):
        what = limit.for_what or (_ALL if limit.kind == ADDS else "otherwise")
        terms = "*" if shared and limit.terms == shared else limit.terms
        if limit.now and what == _ALL and any(one.changed for one in limits):
            terms = ", ".join(filter(None, (terms, _COUNTED)))
        yield "  ", _cells(limit, "" if what == before else what, terms)
        before = what


def _is_the_rest(limit: Limit) -> bool:
    """Whether it holds where none of the others does: *otherwise* is understood only after them."""
    return not limit.for_what and limit.kind != ADDS


def _shared(limits: Sequence[Limit]) -> str:
    """The terms that most numbers of one name have, and at least two: they are told once."""
    terms = Counter(limit.terms for limit in limits if limit.terms)
    [(most, times)] = terms.most_common(1) or [("", 0)]
    return most if times > 1 else ""


def _cells(limit: Limit, what: str, terms: str) -> list[Line]:
    """What it is of, what it comes to with its terms, which may be a `*`, and the article."""
    by = f", by {short_day(limit.by, year=False)}" if limit.by else ""
    normally = f", normally {_in_short(limit.normally, limit.now)}" if limit.changed or not limit.now else ""
    told = terms if not terms or terms == "*" else f", {terms}"
    if limit.kind == CLOSED:
        told = told.replace(", during ", " ", 1)
    ask = (Span("ASK FIRST ", page.WARNING),) if limit.state in ASK_FIRST else ()
    beside = f"{told}{by}{normally}" if terms == "*" else f"{by}{normally}{told}"
    today = (Span(safe_line(limit.now or "not now"), page.FIGURE), Span(safe_line(f"x{beside}")[1:]))
    return [line(what), today, (*ask, *line(limit.article, page.QUIET))]


def _in_short(normally: str, now: str) -> str:
    """The amount without its unit where that of the day has the same: `15 to 18` beside `20 to 23 working days`."""
    figures = normally.rstrip(f"{ascii_letters} ")
    unit = normally[len(figures) :].strip()
    return figures.rstrip() if unit and figures.strip() and now.endswith(f" {unit}") else normally


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
