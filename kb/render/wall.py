"""The list of all numbers as one page to pin to the wall, a PDF; works none of them out."""

import json
from datetime import UTC, date, datetime, time
from importlib.resources import files

from kb.model.article import CUSTOMER
from kb.model.limit import Limits
from kb.render import page
from kb.render.limits import rows_of, title_of
from kb.render.page import Line
from kb.render.typesetting import compiled, with_known_signs

_READERS = {CUSTOMER: ""}
"""What a customer is not told: for whom it is."""

_SALES = "for sales only"


def wall_pdf(found: Limits, day: date) -> bytes:
    """The list in two columns, as large as one A4 page has room for; on several where it would be too small to read.

    Raises `CannotPrintError` where a number is written in letters that the font has not.
    """
    data = with_known_signs(_data(found), "A number")
    inputs = {"list": json.dumps(data), "day": day.isoformat()}
    template = files("kb.render").joinpath("wall.typ").read_bytes()
    return compiled(template, inputs, datetime.combine(day, time(), UTC))


def _data(found: Limits) -> dict[str, object]:
    return {
        "title": title_of(found),
        "company": found.company,
        "banner": found.banner,
        "readers": _READERS.get(found.reader, _SALES),
        "names": [{"row": _row(cells, found.reader), "indented": mark != ""} for mark, cells in rows_of(found)],
    }


def _row(cells: list[Line], reader: str) -> dict[str, object]:
    what, today, said_in = cells
    article = "" if reader == CUSTOMER else "".join(span.text for span in said_in if span.style == page.QUIET)
    return {
        "what": "".join(span.text for span in what),
        "figure": "".join(span.text for span in today if span.style == page.FIGURE),
        "rest": "".join(span.text for span in today if span.style != page.FIGURE),
        "ask": any(span.style == page.WARNING for span in said_in),
        "article": article,
    }
