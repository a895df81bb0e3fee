"""`kb export`: a cheat sheet to take along, for sales or to leave with a customer."""

import json
import sys
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from kb.cli import output
from kb.cli.group import ClickException
from kb.cli.options import session
from kb.errors import UsageError
from kb.model.article import SALES
from kb.session.hand_out import (
    FORMATS,
    PAPERS,
    READERS,
    HandOut,
    Order,
    check_place,
    format_of,
    hand_out,
    write_hand_out,
)
from kb.session.selection import WHO
from kb.text import plural
from kb.words.near import did_you_mean

STDOUT = "-"
_FORMATS = ", ".join(FORMATS)
_LIST = "May be given several times."
_Several: TypeAlias = list[str] | None


def run(
    out: Annotated[str, typer.Argument(metavar="OUT", help="The file to write, such as sheet.pdf (- for stdout).")],
    *,
    kind: Annotated[str, typer.Option("--format", metavar="FORMAT", help=f"{_FORMATS}; else read off OUT.")] = "",
    slugs: Annotated[
        _Several, typer.Option("--slug", metavar="SLUG", help=f"An answer, or a part of its name. {_LIST}")
    ] = None,
    tags: Annotated[_Several, typer.Option("--tag", metavar="TAG", help=f"All answers with this tag. {_LIST}")] = None,
    desks: Annotated[
        _Several, typer.Option("--desk", metavar="DESK", help=f"All answers of this desk. {_LIST}")
    ] = None,
    reader: Annotated[str, typer.Option("--for", metavar="READER", help=f"{' or '.join(READERS)}.")] = SALES,
    paper: Annotated[str, typer.Option("--paper", metavar="PAPER", help=f"{', '.join(PAPERS)}.")] = PAPERS[0],
    title: Annotated[
        str, typer.Option("--title", metavar="TEXT", help="What stands on top, else the company's name.")
    ] = "",
    logo: Annotated[
        Path | None, typer.Option("--logo", metavar="FILE", help="A picture for a sheet's head: PNG, JPG or SVG.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object, for scripts.")] = False,
) -> None:
    """Print a cheat sheet to take along, or hand out all answers in one file.

    Without --slug, --tag or --desk a sheet (pdf) holds what `sheet:` in kb.yaml lists, else all answers; every other
    format holds all. What is for inside only is never in it; for a customer it holds what customers may read.

    \b
    kb export sheet.pdf
    kb export leave-behind.pdf --for customer --paper letter
    kb export answers.csv
    kb export rush.pdf --slug rush-orders --slug lead-time-repeat --title "In a hurry"
    kb export print.pdf --desk press --desk prepress --logo logo.png
    """
    order = _order(
        out, kind=kind, slugs=slugs, tags=tags, desks=desks, reader=reader, paper=paper, title=title, logo=logo
    )
    if out == STDOUT:
        _check_stdout(order, as_json=as_json)
    opened = session()
    if out != STDOUT:
        check_place(opened, Path(out))
    with output.Waiting("Printing"):
        made = hand_out(opened, order)
    if out == STDOUT:
        sys.stdout.buffer.write(made.data)
    else:
        write_hand_out(opened, Path(out), made.data)
    _report(out, order, made, as_json=as_json)


def parsed(words: Sequence[str]) -> tuple[str, Order]:
    """The file's name and what is ordered, from the words after `kb export`. Raises `UsageError`."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(context_settings={"help_option_names": []})(run)
    try:
        given = typer.main.get_command(app).make_context("export", list(words)).params
    except ClickException as error:
        raise UsageError(error.format_message(), "See kb export --help.") from error
    if given.pop("as_json"):
        raise UsageError("--json makes no file.", "See kb export --help.")
    return str(given["out"]), _order(**given)


def _order(
    out: str,
    *,
    kind: str,
    slugs: _Several,
    tags: _Several,
    desks: _Several,
    reader: str,
    paper: str,
    title: str,
    logo: Path | None,
) -> Order:
    """What was ordered. Raises `UsageError` for a word that is none of those it may be."""
    return Order(
        reader=_one_of(READERS, reader, "reader"),
        format=format_of(out, kind),
        paper=_one_of(PAPERS, paper, "paper"),
        slugs=tuple(slugs or ()),
        tags=tuple(tags or ()),
        desks=tuple(desks or ()),
        title=title,
        logo=logo,
    )


def _one_of(known: Collection[str], written: str, what: str) -> str:
    word = written.casefold().strip()
    if word in known:
        return word
    hint = did_you_mean(written, known) or f"Choose {' or '.join(known)}."
    raise UsageError(f"There is no {what} '{written}'.", hint)


def _check_stdout(order: Order, *, as_json: bool) -> None:
    if output.on_terminal() and order.format == "pdf":
        raise UsageError("A PDF is no text for a screen.", "Name a file: kb export sheet.pdf")
    if as_json:
        raise UsageError(
            f"Both the {order.format.upper()} and --json would go to stdout.", "Name a file: kb export sheet.pdf --json"
        )


def _report(out: str, order: Order, made: HandOut, *, as_json: bool) -> None:
    for note in made.notes:
        output.aside(note)
    name = "stdout" if out == STDOUT else out
    pages = [plural(made.pages, "page")] if made.pages is not None else []
    told = [plural(len(made.slugs), "answer"), *pages, f"for {WHO[order.reader]}"]
    output.aside(f"Wrote {name}: {', '.join(told)}.")
    if as_json:
        output.print_json(_json_line(out, order, made))


def _json_line(out: str, order: Order, made: HandOut) -> str:
    """In ASCII alone, so nothing is left that a terminal would obey."""
    told = {
        "schema": 1,
        "path": out,
        "format": order.format,
        "for": order.reader,
        "paper": order.paper,
        "cards": len(made.slugs),
        "slugs": list(made.slugs),
        "pages": made.pages,
        "bytes": len(made.data),
        "notes": list(made.notes),
    }
    return json.dumps(told).replace("\x7f", "\\u007f")
