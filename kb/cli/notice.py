"""`kb notice`: what is different just now, in one line and without signatures; it ends by itself."""

import json
from collections.abc import Iterable, Sequence
from typing import Annotated, Any

import typer

from kb.cli import output
from kb.cli.options import session as open_session
from kb.desk.inbox import short_key
from kb.errors import UsageError
from kb.model.calendar import Now
from kb.model.notice import Notice
from kb.model.number import TAKE
from kb.render.page import STRONG, Line, Page, Span, wrapped
from kb.session.customers import names_in
from kb.session.notice import Change, Given, current_notices, end_notice, give_notice
from kb.text import safe_line
from kb.words.spoken import amount_words, day_words


def run(
    sentence: Annotated[str, typer.Argument(help="What is different, as you would say it.", show_default=False)] = "",
    *,
    number: Annotated[
        list[str] | None,
        typer.Option("--number", metavar="LINE", help='What it changes: "lead time: adds 3 working days".'),
    ] = None,
    until: Annotated[str, typer.Option("--until", metavar="DAY", help="Its last day: thu, 2026-12-01, '4 Dec'.")] = "",
    by: Annotated[str, typer.Option("--by", metavar="WHO", help="Who says so, such as the desk.")] = "",
    end: Annotated[str, typer.Option("--end", metavar="ID", help="End this one now.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object, for scripts.")] = False,
) -> None:
    """Say what is different just now. Alone, it lists what has been said.

    Every number it touches changes at once, in searches, promises and hand-outs, until its last day has passed.

    \b
    kb notice "Die-cutter down" --number "lead time, new printed box: adds 3 working days" --until thu
    kb notice
    kb notice --end die-cutter
    """
    opened = open_session()
    if end:
        if sentence or number or until:
            raise UsageError("--end takes nothing else.", "First end the one, then give the other.")
        _tell_end(end_notice(opened, end), as_json=as_json)
    elif sentence or number or until:
        _tell(give_notice(opened, sentence, number or (), until, by), as_json=as_json)
        for named in names_in(opened, [sentence]):
            output.aside(f"warning: {named}")
    else:
        _list(current_notices(opened), as_json=as_json)


def _tell(given: Given, *, as_json: bool) -> None:
    if as_json:
        output.print_json(
            json.dumps(
                {"schema": 1, **_object(given.notice), "path": str(given.file), "changes": _changes(given.changes)}
            )
        )
        return
    output.print_line(str(given.file))
    output.aside(f"Everybody is told {_until(given.notice)}: {safe_line(given.notice.sentence)}")
    for change in given.changes:
        output.aside(f"  {_subject(change)}: {_amounts(change)}")
    if given.notice.numbers and not given.changes:
        output.aside("  No time changes today by it.")
        if takes := next((one for one in given.notice.numbers if one.kind == TAKE), None):
            name = safe_line(", ".join((takes.name, *takes.conditions)))
            output.aside(f'  To make a time longer, say by how much: --number "{name}: adds 3 working days"')
    output.aside(f"To end it earlier: kb notice --end {short_key(given.notice.key, [given.notice.key])}")


def _tell_end(notice: Notice, *, as_json: bool) -> None:
    if as_json:
        output.print_json(json.dumps({"schema": 1, "ended": notice.key}))
        return
    output.print_line(f"Ended: {notice.sentence}")


def _list(notices: Sequence[Notice], *, as_json: bool) -> None:
    if as_json:
        output.print_json(json.dumps({"schema": 1, "notices": [_object(notice) for notice in notices]}))
        return
    if not notices:
        output.aside("Nothing out of the ordinary: no notice counts today.")
        return
    lines: list[Line] = []
    keys = [notice.key for notice in notices]
    for notice in notices:
        lines += wrapped([Span(notice.sentence, STRONG)], output.width())
        ends = f"{_until(notice)}; to end it now: kb notice --end {short_key(notice.key, keys)}"
        for text in (*(number.text for number in notice.numbers), ends):
            lines += wrapped([Span(text)], output.width(), hang=4)
    output.show(Page(tuple(lines)))


def _object(notice: Notice) -> dict[str, Any]:
    return {
        "id": notice.key,
        "sentence": notice.sentence,
        "numbers": [number.text for number in notice.numbers],
        "until": notice.until.isoformat() if notice.until else None,
        "by": notice.by,
    }


def _changes(changes: Iterable[Change]) -> list[dict[str, str | None]]:
    return [
        {
            "number": change.now.number.text,
            "before": amount_words(change.before.amount),
            "now": amount_words(change.now.amount),
            "by": change.now.by.isoformat() if change.now.by else None,
        }
        for change in changes
    ]


def _until(notice: Notice) -> str:
    return f"until {day_words(notice.until)}" if notice.until else "until somebody ends it"


def _subject(change: Change) -> str:
    return safe_line(", ".join((change.now.number.name, *change.now.number.conditions)))


def _amounts(change: Change) -> str:
    by = f", started today by {day_words(change.now.by)}" if change.now.by else ""
    before, now = _amount(change.before), _amount(change.now)
    return f"{now}{by}" if before == now else f"{before} became {now}{by}"


def _amount(now: Now) -> str:
    """The time, with what comes on top of it in another unit: `5 working days and 3 days more`."""
    more = (f"{amount_words(extra.amount)} more" for extra in now.beside if extra.amount)
    return " and ".join((amount_words(now.amount), *more))
