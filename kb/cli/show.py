"""`kb show`: one answer, whole."""

from typing import Annotated

import typer

from kb.cli import output
from kb.cli.options import session
from kb.errors import UsageError
from kb.render.show import draft_page, inside_page, show_page
from kb.session.looking import out_of_reach
from kb.session.read import all_for_sales, desks_of, read_draft, read_for_sales, read_whole, today_in
from kb.session.session import Session


def run(
    name: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SLUG", help="The answer's slug, or any unique part of it or its title.", show_default=False
        ),
    ] = None,
    *,
    inside: Annotated[
        bool, typer.Option("--inside", help="With what must not leave the company; on the screen only.")
    ] = False,
    draft: Annotated[
        bool, typer.Option("--draft", help="The new version that waits for signatures, and what differs in it.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object, for scripts; nothing inside.")] = False,
) -> None:
    """Read one answer whole. Alone, it lists all answers.

    \b
    kb show
    kb show rush
    kb show lead-time-standard --json
    kb show digital-short-run --draft
    """
    opened, words = session(even_absent=True), " ".join(name or [])
    if not opened.is_reachable:
        output.aside(out_of_reach(opened))
    if not name:
        if inside or draft:
            raise UsageError("Which answer?", "kb show lists all for sales.")
        _list(opened, as_json=as_json)
        return
    if draft:
        if inside:
            raise UsageError("--inside shows what stands there now anyway.", f"kb show {words} --inside")
        _show_draft(opened, words, as_json=as_json)
        return
    if as_json:
        from kb.render.show_json import article_line  # noqa: PLC0415 - one of two ways

        article = read_for_sales(opened, words)
        output.print_json(article_line(article, today=today_in(opened, article)))
        return
    desks, width, terminal = desks_of(opened), output.width(), output.on_terminal()
    if inside:
        output.show(inside_page(read_whole(opened, words), desks, width=width, terminal=terminal))
    else:
        article = read_for_sales(opened, words)
        output.show(show_page(article, desks, today_in(opened, article), width=width, terminal=terminal))


def _list(opened: Session, *, as_json: bool) -> None:
    from kb.render.listing import list_line, list_page  # noqa: PLC0415 - another question

    articles = all_for_sales(opened)
    if as_json:
        output.print_json(list_line(articles))
    else:
        output.show(list_page(articles, width=output.width(), terminal=output.on_terminal()))


def _show_draft(opened: Session, words: str, *, as_json: bool) -> None:
    waiting = read_draft(opened, words)
    if not waiting.differs:
        output.aside("No other version waits: this is what stands there.")
    if as_json:
        from kb.render.show_json import article_line  # noqa: PLC0415 - one of two ways

        output.print_json(article_line(waiting.article, waiting.differs))
        return
    width, terminal = output.width(), output.on_terminal()
    if waiting.differs:
        output.show(draft_page(waiting.article, waiting.differs, desks_of(opened), width=width, terminal=terminal))
    else:
        output.show(show_page(waiting.article, desks_of(opened), width=width, terminal=terminal))
