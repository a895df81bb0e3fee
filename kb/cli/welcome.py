"""Bare `kb`: a short help, and how the library stands."""

import typer

from kb.cli import output
from kb.cli.options import session
from kb.errors import NoContentError
from kb.model.article import SALES, may_read
from kb.text import plural


def welcome(help_text: str) -> None:
    """Prints the help, and the state of the library if there is one here."""
    typer.echo(help_text)
    try:
        opened = session()
    except NoContentError as error:
        typer.echo(f"\n{error.sentence} {error.way_out}")
        return
    library = opened.library
    readable = [article for article in library.articles if may_read(SALES, article.audience)]
    hidden = [article for article in library.articles if not article.audience_written and article not in readable]
    typer.echo(f"\n{library.frame.company.name or opened.root.name}: {plural(len(readable), 'answer')} for sales.")
    if hidden:
        output.print_line(
            f"{plural(len(hidden), 'article')} hidden: no audience is written there (kb lint names them)."
        )
    if library.problems:
        output.print_line(f"{plural(len(library.problems), 'problem')} in the content folder: kb lint")
