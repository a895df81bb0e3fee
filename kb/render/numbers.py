"""The numbers of an article on the screen, below each other, as production wrote them; not as they are today."""

from collections.abc import Sequence
from typing import NamedTuple

from kb.render import page
from kb.render.page import Line, Span, columns, line, wrapped

_BELOW = 6
"""The column at which stands what all numbers share."""


class Figure(NamedTuple):
    """One row of the table of numbers."""

    name: str
    """`lead time`."""

    for_what: str
    """`new printed box`; empty where the number is the rule."""

    amount: str
    """`15 to 18 working days`."""

    rest: str = ""
    """`from approved proof, to your door`."""


def figure_lines(figures: Sequence[Figure], width: int) -> list[Line]:
    """The numbers below each other; what all share is said once.

    Where they share a name and each has its FOR WHAT, the name stands above them.
    """
    if not figures:
        return []
    shared = figures[0].rest if len({figure.rest for figure in figures}) == 1 else ""
    alike = len({figure.name for figure in figures}) == 1 and all(figure.for_what for figure in figures)
    rows = [_row(figure, alike=alike, shared=shared) for figure in figures]
    marks = ["> " if alike and len(rows) == 1 else "  "] * len(rows)
    if alike:
        rows.insert(0, (line("If it is ...", page.LABEL), line(f"{figures[0].name}, normally", page.LABEL)))
        marks.insert(0, "")
    return [*columns(rows, width, hang=1, marks=marks), *wrapped(line(shared), width, hang=_BELOW)]


def _row(figure: Figure, *, alike: bool, shared: str) -> tuple[Line, Line]:
    name = figure.for_what if alike else ", ".join(filter(None, (figure.name, figure.for_what)))
    rest = f", {figure.rest}" if figure.rest and not shared else ""
    return line(name), (Span(figure.amount, page.FIGURE), Span(rest))
