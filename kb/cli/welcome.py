"""Bare `kb`: a short help, and how the knowledge base stands."""

from collections.abc import Iterator

import typer

from kb.cli import output
from kb.cli.options import session
from kb.errors import NoContentError
from kb.session.lint import state
from kb.session.session import Session
from kb.text import plural


def welcome(help_text: str) -> None:
    """Prints the help, and the state of the knowledge base if there is one here."""
    typer.echo(help_text + "\n")
    try:
        opened = session()
    except NoContentError as error:
        output.print_line(f"{error.sentence} {error.way_out}")
        return
    for line in state_lines(opened):
        output.print_line(line)


def state_lines(opened: Session) -> Iterator[str]:
    """How the knowledge base stands, in a few lines."""
    now = state(opened)
    yield f"{now.company}: {plural(now.readable, 'answer')} for sales."
    if now.hidden:
        yield f"{plural(now.hidden, 'article')} hidden: nothing there says who may read it."
    if now.problems:
        yield f"{plural(now.problems, 'problem')} to mend: kb lint"
