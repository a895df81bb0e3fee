"""What whoever asks is told: what was filed and who will answer, or what production has said before; files nothing."""

from datetime import date

from kb.model.people import Desk
from kb.model.question import QUESTION, WORDING, Asked, Question
from kb.model.results import Found
from kb.render import page
from kb.render.found_json import SCHEMA, found_object, one_line
from kb.render.page import Line, Page, Span, line, wrapped
from kb.words.spoken import day_words, times_words


def filed_page(question: Question, times: int, desk: Desk | None, *, width: int, terminal: bool = False) -> Page:
    """What happens next, and who does it."""
    room = page.page_width(width, terminal=terminal)
    head = "Asked." if times == 1 else f"Asked again: {times_words(times)} now, so it moves up."
    if question.kind != QUESTION:
        head = "Told." if times == 1 else f"Told again: {times_words(times)} now."
    lines: list[Line] = [*wrapped(line(head, page.TITLE), room), *wrapped(line(_next(question, desk)), room)]
    command = [Span("It waits in  "), Span("kb inbox", page.COMMAND), Span(f"  as {question.key}.")]
    return Page((*lines, *wrapped(command, room)))


def before_page(before: Asked, *, width: int, terminal: bool = False) -> Page:
    """What production has said to the same question before, where that was *no*."""
    room = page.page_width(width, terminal=terminal)
    reply = before.reply
    said = reply.why if reply else ""
    on = f" on {day_words(reply.on)}" if reply and reply.on else ""
    lines = [*wrapped(line(f"Production was asked this, and said no{on}:", page.TITLE), room)]
    return Page((*lines, *wrapped(line(said), room, hang=2)))


def filed_line(question: Question, times: int, file: str) -> str:
    """What was filed, as one JSON object; without the customer's name."""
    return one_line(
        {
            "schema": SCHEMA,
            "filed": True,
            "answered": False,
            "id": question.key,
            "kind": question.kind,
            "article": question.article or None,
            "desk": question.desk,
            "needed": _day(question.needed),
            "times": times,
            "file": file,
        }
    )


def answered_line(found: Found, before: Asked | None) -> str:
    """What answers already, as one JSON object."""
    said = before.reply.why if before and before.reply else None
    return one_line({**found_object(found), "schema": SCHEMA, "filed": False, "answered": True, "why_not": said})


def _next(question: Question, desk: Desk | None) -> str:
    whose = desk.name if desk else question.desk
    reach = f" ({desk.extension})" if desk and desk.extension else ""
    if question.kind == WORDING:
        return f"{whose or 'Production'}{reach} sees which words you would use, and writes them or says why not."
    if question.kind != QUESTION:
        return f"{whose or 'Production'}{reach} looks at {question.article} and mends it, or says why it is right."
    needed = f" It is needed by {day_words(question.needed)}." if question.needed else ""
    if not whose:
        return f"No desk comes near, so whoever of production looks first answers it.{needed}"
    return f"{whose}{reach} writes the answer; from then on every search finds it.{needed}"


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
