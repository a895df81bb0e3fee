"""`kb ask`: a question for production, unless it is answered already; or a doubt about an answer."""

from datetime import date
from typing import Annotated

import typer

from kb.cli import output
from kb.cli.asking import can_ask, says_yes
from kb.cli.options import session
from kb.errors import UsageError
from kb.model.question import WRONG
from kb.render.answer import answer_page
from kb.render.filed import answered_line, before_page, filed_line, filed_page
from kb.session.ask import Filed, Looked, ask, flag, look
from kb.words.days import day_named
from kb.words.spoken import weekday_words


def run(
    words: Annotated[list[str], typer.Argument(metavar="QUESTION", help="The question, in the customer's words.")],
    *,
    customer: Annotated[str, typer.Option("--customer", metavar="C", help="For whom; it goes no further.")] = "",
    needed: Annotated[str, typer.Option("--needed", metavar="DATE", help="By when: Friday, 4 Dec, 2026-12-04.")] = "",
    desk: Annotated[str, typer.Option("--desk", metavar="DESK", help="Who should know; else the nearest.")] = "",
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who asks; else who is logged in.")] = "",
    wrong: Annotated[str, typer.Option("--wrong", metavar="SLUG", help="Say what is wrong in this answer.")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Ask, also when there is an answer.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object, for scripts.")] = False,
) -> None:
    """Ask production what no answer tells. The same question asked again is counted, not doubled.

    \b
    kb ask "Can you print braille?"
    kb ask "Can you print braille?" --customer "Acme Toys" --needed "4 December"
    kb ask --wrong rush-orders "The surcharge is not 20 %"

    Exit code 0: asked, or answered already.
    """
    opened, text = session(), " ".join(words)
    if wrong:
        if customer or needed or desk:
            raise UsageError("--wrong goes to the desk of the answer.", "Leave --customer, --needed and --desk out.")
        _tell(flag(opened, WRONG, wrong, text, by=by), as_json=as_json)
        return
    wanted_by = _day(needed, opened.today)
    looked = look(opened, text)
    if looked.is_answered and not yes and not _is_asked_all_the_same(looked, as_json=as_json):
        return
    filed = ask(opened, text, customer=customer, needed=wanted_by, desk=desk or looked.desk, by=by)
    _tell(filed, as_json=as_json)


def _is_asked_all_the_same(looked: Looked, *, as_json: bool) -> bool:
    """Shows what answers already; whether the question is to be asked though."""
    if as_json:
        output.print_json(answered_line(looked.found, looked.before))
        return False
    if looked.found.answered:
        width, terminal = output.width(), output.on_terminal()
        output.show(answer_page(looked.found, looked.desks, width=width, height=output.height(), terminal=terminal))
    elif looked.before:
        output.show(before_page(looked.before, width=output.width(), terminal=output.on_terminal()))
    if can_ask():
        return not says_yes("\nDoes that answer it?")
    output.aside("This should answer it, so nothing was asked. If it does not: the same with --yes")
    return False


def _tell(filed: Filed, *, as_json: bool) -> None:
    if as_json:
        output.print_json(filed_line(filed.question, filed.times, filed.file.name))
        return
    output.show(
        filed_page(filed.question, filed.times, filed.desk, width=output.width(), terminal=output.on_terminal())
    )


def _day(typed: str, today: date) -> date | None:
    if not typed:
        return None
    day = day_named(typed, today)
    if day is None:
        raise UsageError(
            f"'{typed}' is no day.", "Write --needed Friday, --needed '4 December' or --needed 2026-12-04."
        )
    if day < today:
        raise UsageError(
            f"{weekday_words(day)} has passed.", "Name the day by which it is needed, or leave --needed out."
        )
    return day
