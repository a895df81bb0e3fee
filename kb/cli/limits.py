"""`kb promise --limits`: all numbers of the company as they are today."""

from pathlib import Path

from kb.cli import output
from kb.errors import UsageError
from kb.model.article import SALES
from kb.model.limit import Limits
from kb.render.limits import limits_line, limits_page
from kb.session.limits import limits_for
from kb.session.session import Session
from kb.text import plural, safe_line

_SUFFIX = ".pdf"


def show_limits(opened: Session, reader: str, *, out: str, paper: str, as_json: bool, alone: bool) -> None:
    """Prints the list for a reader, or writes it as a page for the wall.

    Raises `UsageError` where there is a text to check as well.
    """
    if not alone:
        raise UsageError(
            "--limits lists all numbers, and checks no text.",
            "Leave the sentence and the files out: kb promise --limits",
        )
    if out and Path(out).suffix.lower() != _SUFFIX:
        raise UsageError(f"'{out}' is not the name of a PDF.", "kb promise --limits --out wall.pdf")
    found = limits_for(opened, reader or SALES)
    if out:
        _write(opened, found, out, paper)
    if as_json:
        output.print_json(limits_line(found))
    elif not out:
        output.show(limits_page(found, width=output.width(), terminal=output.on_terminal()))
    if found.left_out:
        output.aside(f"Left out, because one has to ask first before saying it: {', '.join(found.left_out)}.")


def _write(opened: Session, found: Limits, out: str, paper: str) -> None:
    from kb.session.wall import write_wall  # noqa: PLC0415 - Typst is large

    pages = write_wall(opened, found, Path(out), paper.casefold())
    output.aside(f"Wrote {safe_line(out)}: {plural(len(found.limits), 'number')}, {plural(pages, 'page')}.")
