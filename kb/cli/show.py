"""`kb show`: one answer, whole."""

from typing import Annotated

import typer

from kb.cli import output
from kb.cli.options import session
from kb.render.show import inside_page, show_page
from kb.session.read import desks_of, read_for_sales, read_whole


def run(
    name: Annotated[
        list[str], typer.Argument(metavar="SLUG", help="The answer's slug, or any unique part of it or its title.")
    ],
    *,
    inside: Annotated[
        bool, typer.Option("--inside", help="With what must not leave the company; on the screen only.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object, for scripts; nothing inside.")] = False,
) -> None:
    """Read one answer whole.

    \b
    kb show rush
    kb show lead-time-standard --json
    """
    opened, words = session(), " ".join(name)
    if as_json:
        from kb.render.show_json import article_line  # noqa: PLC0415 - one of two ways

        output.print_json(article_line(read_for_sales(opened, words)))
        return
    desks, width, terminal = desks_of(opened), output.width(), output.on_terminal()
    if inside:
        output.show(inside_page(read_whole(opened, words), desks, width=width, terminal=terminal))
    else:
        output.show(show_page(read_for_sales(opened, words), desks, width=width, terminal=terminal))
