"""`kb stale`: whether a sheet, a handbook or another export still says what is so."""

from pathlib import Path
from typing import Annotated

import typer

from kb.cli import output
from kb.cli.options import session
from kb.render.found_json import one_line
from kb.render.stale import stale_object, stale_page
from kb.session.stale import staleness


def run(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A PDF, HTML, JSON or Markdown file of kb export.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object, for scripts.")] = False,
) -> None:
    """Tell whether an export still says what is so.

    It names what has changed, with the numbers of then and now, what has been withdrawn, and the command that makes
    the file anew. The exit code is 1 if anything has changed, and 2 where kb can't tell.

    \b
    kb stale sheet.pdf
    kb stale handbook.html --json
    """
    found = staleness(session(), Path(file))
    if as_json:
        output.print_json(one_line(stale_object(file, found)))
    else:
        output.show(stale_page(file, found, width=output.width()))
    if found.is_stale:
        raise typer.Exit(1)
