"""`kb promise --limits`: all numbers of the company as they are today."""

from kb.cli import output
from kb.errors import UsageError
from kb.model.article import SALES
from kb.render.limits import limits_line, limits_page
from kb.session.limits import limits_for
from kb.session.session import Session


def show_limits(opened: Session, reader: str, *, as_json: bool, alone: bool) -> None:
    """Prints the list for a reader. Raises `UsageError` where there is a text to check as well."""
    if not alone:
        raise UsageError("--limits checks nothing.", "Leave the sentence and the files out: kb promise --limits")
    found = limits_for(opened, reader or SALES)
    if as_json:
        output.print_json(limits_line(found))
    else:
        output.show(limits_page(found, width=output.width(), terminal=output.on_terminal()))
    if found.left_out:
        output.aside(f"Left out, because one has to ask first before saying it: {', '.join(found.left_out)}.")
