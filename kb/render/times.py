"""How things stand today on the screen of a search: the NOW line, the sentence after the answer, the table of times.

What they say is worked out elsewhere; here it is only laid out.
"""

from typing import TYPE_CHECKING

from kb.render import page
from kb.render.page import Line, Span, columns, line, wrapped
from kb.text import safe_line

if TYPE_CHECKING:
    from kb.model.results import Hit, Today

_BELOW = 6
"""The column at which the unit and the terms of a table stand."""


def now_lines(today: "Today | None", width: int) -> list[Line]:
    """What is different for everybody just now."""
    if today is None or not today.banner:
        return []
    return [*wrapped([Span(safe_line(today.banner))], width, label=(Span("NOW  ", page.WARNING),), hang=5), ()]


def paragraphs(hit: "Hit", today: "Today | None") -> list[str]:
    """The writer's own answer, and after it what is different today."""
    written = hit.say.split("\n")
    if today and today.sentence:
        written[-1] = f"{written[-1]} {today.sentence}"
    return written


def table_lines(today: "Today | None", slug: str, width: int) -> list[Line]:
    """The times that share a name, as they are today; the answer's own rows are marked."""
    if today is None or not today.rows:
        return []
    changed, dated = any(row.now != row.normally for row in today.rows), any(row.by for row in today.rows)
    heads = [f"{today.name}, normally", *(["now"] if changed else []), *([f"{today.start}, by"] if dated else [])]
    if all(row.for_what for row in today.rows) and len(today.rows) > 1:
        heads[0] = "normally"
    rows: list[list[Line]] = [[line("If it is ...", page.LABEL), *(line(head, page.LABEL) for head in heads)]]
    for row in today.rows:
        cells = [row.normally, *([row.now] if changed else []), *([row.by] if dated else [])]
        what = ", ".join(filter(None, (row.for_what or today.name, row.terms)))
        rows.append([line(what), *(line(cell, page.FIGURE) for cell in cells)])
    marks = ["", *("> " if row.slug == slug else "  " for row in today.rows)]
    below = ", ".join(filter(None, (today.unit, today.terms)))
    return [*columns(rows, width, hang=1, marks=marks), *wrapped(line(below), width, hang=_BELOW)]
