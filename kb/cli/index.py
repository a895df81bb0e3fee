"""`kb index`: the search index, built anew."""

import time
from typing import Annotated

import typer

from kb.cli import output
from kb.cli.options import session
from kb.session.refresh import bring_up_to_date
from kb.text import plural


def run(*, as_json: Annotated[bool, typer.Option("--json", help="One JSON object, for scripts.")] = False) -> None:
    """Build the search index anew.

    Searches bring it up to date by themselves; this reads every file again.
    """
    start = time.monotonic()
    bar = output.Bar(at_once=True)
    indexed = bring_up_to_date(session(), anew=True, progress=bar).stamp["count"]
    bar.end()
    seconds = time.monotonic() - start
    if as_json:
        output.print_json(f'{{"schema": 1, "articles": {indexed}, "seconds": {seconds:.2f}}}')
    else:
        output.aside(f"Indexed {plural(indexed, 'answer')} in {seconds:.1f} s.")
