"""`kb inbox`: what waits for production, each with the command that deals with it."""

from typing import Annotated

import typer

from kb.cli import output
from kb.cli.options import session
from kb.render.inbox import inbox_line, inbox_page, paper_page
from kb.session.inbox import inbox
from kb.session.read import desks_of


def run(
    *,
    desk: Annotated[str, typer.Option("--desk", metavar="DESK", help="Only what waits for this desk.")] = "",
    paper: Annotated[bool, typer.Option("--paper", help="The questions, with lines for a pen.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object, for scripts.")] = False,
) -> None:
    """See what waits: questions, doubts, searches that found nothing, answers to sign, things to mend.

    \b
    kb inbox
    kb inbox --desk press
    kb inbox --paper

    Exit code 0, also when something waits.
    """
    opened = session()
    found = inbox(opened, desk)
    if as_json:
        output.print_json(inbox_line(found))
    elif paper:
        output.show(paper_page(found, desks_of(opened)))
    else:
        output.show(inbox_page(found, desks_of(opened), width=output.width(), terminal=output.on_terminal()))
