"""`kb agenda`: one page for the meeting of both departments, from what has happened since the last one."""

import json
from typing import Annotated

import typer

from kb.cli import output
from kb.cli.options import session
from kb.errors import UsageError
from kb.library.escape import line
from kb.library.eventtree import day_of
from kb.render.agenda import agenda_line, agenda_page, agenda_text
from kb.render.page import Page, Span
from kb.session.agenda import agenda
from kb.session.notes import hold_meeting


def run(
    *,
    since: Annotated[
        str, typer.Option("--since", metavar="DATE", help="From this day on; else the last meeting.")
    ] = "",
    done: Annotated[bool, typer.Option("--done", help="The meeting was held: the next agenda begins here.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object, for scripts.")] = False,
) -> None:
    """Print the agenda of the next meeting of production and sales, as Markdown.

    \b
    kb agenda
    kb agenda --since 2026-11-01 > agenda.md
    kb agenda --done
    """
    opened = session()
    if done:
        file = hold_meeting(opened)
        if as_json:
            output.print_json(json.dumps({"schema": 1, "held": opened.today.isoformat(), "id": file.stem}))
        else:
            output.aside("Held. The next agenda begins here.")
        return
    begin = day_of(since)
    if since and begin is None:
        raise UsageError(f"'{since}' is no day.", "Write --since 2026-11-01.")
    made = agenda(opened, begin)
    if as_json:
        output.print_json(agenda_line(made))
        return
    text = agenda_text(made, line)
    on_screen = output.on_terminal()
    output.show(
        agenda_page(text, output.width()) if on_screen else Page(tuple((Span(row),) for row in text.split("\n")[:-1]))
    )
