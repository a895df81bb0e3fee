"""Bare `kb`: a short help, and how the knowledge base stands."""

import typer

from kb.cli import output
from kb.cli.options import session
from kb.errors import NoContentError
from kb.session.lint import state
from kb.text import plural


def welcome(help_text: str) -> None:
    """Prints the help, and the state of the knowledge base if there is one here."""
    typer.echo(help_text + "\n")
    try:
        opened = session()
    except NoContentError as error:
        output.print_line(f"{error.sentence} {error.way_out}")
        return
    now = state(opened)
    output.print_line(f"{now.company}: {plural(now.readable, 'answer')} for sales.")
    if now.hidden:
        output.print_line(f"{plural(now.hidden, 'article')} hidden: nothing there says who may read it.")
    if now.problems:
        output.print_line(f"{plural(now.problems, 'problem')} to mend: kb lint")
