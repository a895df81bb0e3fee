"""The list of all numbers as one page to pin to the wall, a PDF; works none of them out."""

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from importlib.resources import files

from kb.model.article import CUSTOMER
from kb.model.limit import Limits
from kb.render import page
from kb.render.limits import day_of, rows_of, title_of
from kb.render.page import Line, Span
from kb.render.printable import printable
from kb.render.typesetting import compiled, refuse_letters, strings, unknown_signs, with_known_signs

PAPERS = ("a4", "letter")

_WAY_OUT = "Write the word in Latin, Greek or Cyrillic letters, or take the list as text: kb promise --limits"


def wall_pdf(found: Limits, day: date, paper: str = PAPERS[0]) -> bytes:
    """The list in two columns, as large as one page has room for; on several where it would be too small to read.

    Raises `CannotPrintError` where a number is written in letters that the font has not.
    """
    data = _data(found)
    unknown = unknown_signs(strings(data))
    for limit in found.limits:
        told = (limit.name, limit.for_what, limit.now, limit.normally, limit.terms)
        refuse_letters(unknown, told, f"A number of the article '{limit.article}'", _WAY_OUT)
    known = with_known_signs(data, "The company's name or a notice", _WAY_OUT)
    inputs = {"list": json.dumps(known), "day": day.isoformat(), "paper": paper}
    template = files("kb.render").joinpath("wall.typ").read_bytes()
    return compiled(template, inputs, datetime.combine(day, time(), UTC))


def _data(found: Limits) -> dict[str, object]:
    return {
        "title": printable(title_of(found)),
        "company": printable(found.company),
        "banner": printable(found.banner),
        "days": f"Each “by” is counted from {day_of(found)}." if any(limit.by for limit in found.limits) else "",
        "readers": "" if found.reader == CUSTOMER else "for sales only",
        "names": _names(found),
    }


def _names(found: Limits) -> list[list[dict[str, object]]]:
    """The rows of each name, which stay together."""
    names: list[list[dict[str, object]]] = []
    for mark, cells in rows_of(found):
        row = _row(mark, cells, found.reader)
        if mark or not row["what"]:
            names[-1].append(row)
        else:
            names.append([row])
    return names


def _row(mark: str, cells: list[Line], reader: str) -> dict[str, object]:
    what, today, said_in = cells
    return {
        "indented": mark != "",
        "what": _words(what),
        "figure": _words(span for span in today if span.style == page.FIGURE),
        "rest": _words(span for span in today if span.style != page.FIGURE),
        "ask": any(span.style == page.WARNING for span in said_in),
        "article": "" if reader == CUSTOMER else _words(span for span in said_in if span.style == page.QUIET),
    }


def _words(spans: Iterable[Span]) -> str:
    return printable("".join(span.text for span in spans))
