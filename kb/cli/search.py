"""`kb search`: the customer's words in, the sentence to say out."""

import sys
from collections.abc import Iterator
from typing import Annotated

import typer

from kb.cli import output
from kb.cli.options import session
from kb.errors import UnreadableError, UsageError
from kb.model.results import Found
from kb.session.find import Desks, Finder, Wanted
from kb.session.session import Session

ON_SCREEN, IN_BATCH = 5, 10


def run(
    words: Annotated[list[str] | None, typer.Argument(help="The customer's words.", show_default=False)] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object, for scripts.")] = False,
    count: Annotated[
        int | None, typer.Option("-n", metavar="N", min=1, max=1000, help="How many answers (5; 10 with --batch).")
    ] = None,
    tag: Annotated[str | None, typer.Option(metavar="TAG", help="Only answers with this tag.")] = None,
    desk: Annotated[str | None, typer.Option(metavar="DESK", help="Only answers of this desk.")] = None,
    exact: Annotated[bool, typer.Option("--exact", help="All words must occur as typed.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Also how the question was read, and what was weighed.")
    ] = False,
    batch: Annotated[
        str | None, typer.Option(metavar="FILE", help="One question a line (- for stdin); JSON lines out.")
    ] = None,
) -> None:
    """Find the answer to a customer's question.

    \b
    kb search "lead time"
    kb search how soon can I have them -n 3
    kb search "smallest order" --tag "quantity and price" --json
    kb search --exact "ISPM 15"
    kb search --explain leadtime

    Exit code 0: answered. 1: nothing really answers. 2: nothing to search for.
    """
    if batch is not None:
        _answer_each(batch, words, Wanted(count or IN_BATCH, tag, desk, exact, matches=True, explain=explain))
        return
    if not words:
        raise UsageError("What did the customer ask?", 'Say it behind the command: kb search "lead time"')
    bar, opened = output.Bar(), session(even_absent=True)
    with Finder(opened, bar) as finder:
        bar.end()
        found = finder.find(" ".join(words), Wanted(count or ON_SCREEN, tag, desk, exact, as_json, explain))
    show_found(found, finder.desks, as_json=as_json)
    if not found.answered and not (tag or desk or exact):  # a narrowed search tells nothing about the whole
        keep_missed(opened, found)
    raise typer.Exit(0 if found.answered else 1)


def keep_missed(opened: Session, found: Found) -> None:
    """Keeps a search that nothing answers, for production to see what is asked for."""
    from kb.session.misses import keep_miss  # noqa: PLC0415 - an answered search has nothing to keep

    keep_miss(opened, found)


def show_found(found: Found, desks: Desks, *, as_json: bool) -> None:
    """Prints what was found, for a person or for a script."""
    if as_json:
        from kb.render.found_json import json_line  # noqa: PLC0415 - one of two ways

        output.print_json(json_line(found))
        return
    from kb.render.answer import answer_page  # noqa: PLC0415 - one of two ways

    terminal = output.on_terminal()
    output.show(answer_page(found, desks, width=output.width(), height=output.height(), terminal=terminal))
    if found.explain:
        from kb.render.explain import explain_page  # noqa: PLC0415 - seldom asked for

        output.show(explain_page(found.explain, width=output.width(), terminal=terminal))


def _answer_each(batch: str, words: list[str] | None, wanted: Wanted) -> None:
    from kb.render.found_json import json_line  # noqa: PLC0415 - not needed for a plain search

    if words:
        raise UsageError("--batch takes its questions from a file.", "Leave the words out, or leave --batch out.")
    with Finder(session(even_absent=True)) as finder:
        for found in finder.find_each(_lines(batch), wanted):
            output.print_json(json_line(found))


def _lines(batch: str) -> Iterator[str]:
    """The questions, one a line; blank ones too."""
    if batch == "-":
        yield from (line.rstrip("\r\n") for line in sys.stdin)
        return
    try:
        with open(batch, encoding="utf-8-sig", errors="replace", newline="\n") as file:  # noqa: PTH123
            yield from (line.rstrip("\r\n") for line in file)
    except OSError as error:
        raise UnreadableError(
            f"{batch} cannot be read ({error.strerror}).", "Name a text file, or - for stdin."
        ) from error
