"""`kb note`: something for the meeting of both departments, before it is forgotten."""

import json
from typing import Annotated

import typer

from kb.cli import output
from kb.cli.options import session
from kb.session.notes import keep_note


def run(
    kind: Annotated[str, typer.Argument(metavar="KIND", help="frustration, insight, challenge, idea or thanks.")],
    words: Annotated[list[str], typer.Argument(metavar="TEXT", help="In your own words.")],
    *,
    side: Annotated[str, typer.Option("--as", metavar="SIDE", help="production or sales: who feels it.")] = "",
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who says it; else who is logged in.")] = "",
    unsigned: Annotated[bool, typer.Option("--unsigned", help="Without a name.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object, for scripts.")] = False,
) -> None:
    """Note something for the next meeting of production and sales.

    \b
    kb note thanks "The tool room made room for a second die" --as sales
    kb note frustration "Orders come without the flute" --as production --unsigned
    kb note idea "Show the proof on a phone"
    """
    file = keep_note(session(), kind, " ".join(words), side=side, by=by, unsigned=unsigned)
    if as_json:
        output.print_json(json.dumps({"schema": 1, "id": file.stem, "path": str(file)}))
        return
    output.print_line(str(file))
    output.aside("Kept for the next meeting: kb agenda")
