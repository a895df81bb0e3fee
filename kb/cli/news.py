"""`kb news`: what has changed for somebody who sells."""

from typing import Annotated

import typer

from kb.cli import output
from kb.cli.options import session
from kb.render.news import news_line, news_page
from kb.session.news import news_since


def run(
    *,
    since: Annotated[
        str, typer.Option("--since", metavar="DATE", help="From this day on; else since you last asked, or 30 days.")
    ] = "",
    whole: Annotated[bool, typer.Option("--all", help="All of them; else the newest of each kind.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object, for scripts.")] = False,
) -> None:
    """See what has changed for whoever sells: new answers, other numbers, what is gone, notices, questions answered.

    It is read off the signatures, so only what both sides signed is news, and a mended typing mistake is none.

    \b
    kb news
    kb news --since 2026-11-01 --all
    kb news --json
    """
    report = news_since(session(), since)
    if as_json:
        output.print_json(news_line(report.news, report.since))
        return
    output.show(news_page(report.news, report.since, whole=whole, width=output.width(), terminal=output.on_terminal()))
    if not report.signing:
        output.aside("No answer is news here, because nobody has signed one yet: kb agree --help")
