"""What waits for production, on the screen, on paper and as JSON; finds nothing out."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kb.model.inbox import ANSWERS, FLAGGED, MENDING, QUESTIONS, SEARCHES, SECTIONS, Inbox, Item
from kb.render import page
from kb.render.found_json import SCHEMA, one_line
from kb.render.page import Line, Page, Span, line, two_sided, wrapped
from kb.text import plural
from kb.words.spoken import day_words

_HEADS = {
    QUESTIONS: "Questions that wait",
    FLAGGED: "Answers that somebody doubts",
    SEARCHES: "Searches that found nothing",
    ANSWERS: "Answers to sign",
    MENDING: "To mend",
}
_SHOWN = {MENDING: 5, ANSWERS: 10, SEARCHES: 10}
"""How many items of a section a screen has; of the others all, as a person waits for each."""

_INDENT = 4
_RULE = "." * 76
_PEN_LINES = 4
Desks = Mapping[str, tuple[str, str]]
"""Name and reach of each desk, by its key."""


def inbox_page(inbox: Inbox, desks: Desks, *, width: int, terminal: bool = False) -> Page:
    """The list on the screen: each item with the command that deals with it."""
    room = page.page_width(width, terminal=terminal)
    if not inbox.items:
        return Page(tuple(_empty(room)))
    lines: list[Line] = []
    for section in SECTIONS:
        lines += _section(section, inbox.of(section), desks, room)
    if inbox.left_out:
        lines += wrapped(line(f"{inbox.left_out:,} more searches were too many to look at.", page.QUIET), room)
    return Page(tuple(lines[:-1] if not lines[-1] else lines))


def paper_page(inbox: Inbox, desks: Desks) -> Page:
    """The questions with room for a pen, for whoever answers beside a machine."""
    questions = inbox.of(QUESTIONS)
    lines: list[Line] = [line(f"Questions that wait, {day_words(inbox.day)}", page.TITLE), ()]
    if not questions:
        return Page((*lines, line("None. Thank you.")))
    for number, item in enumerate(questions, 1):
        mark = (Span(f"{number:>2}  "),)
        lines += wrapped(line(item.text, page.LABEL), page.WIDEST, label=mark, hang=_INDENT)
        lines += wrapped(line(_told(item, desks)), page.WIDEST, hang=_INDENT)
        for _ in range(_PEN_LINES):
            lines += [(), (Span(" " * _INDENT + _RULE),)]
        lines += [(), (Span(" " * _INDENT + f"Then: {item.command}"),), ()]
    return Page(tuple(lines[:-1]))


def inbox_line(inbox: Inbox) -> str:
    """The list as one JSON object, whole also where nothing waits."""
    sections: dict[str, Any] = {section: [_object(item) for item in inbox.of(section)] for section in SECTIONS}
    return one_line({"schema": SCHEMA, "day": inbox.day.isoformat(), **sections, "left_out": inbox.left_out})


def _empty(width: int) -> Iterator[Line]:
    yield from wrapped(line("Nothing waits.", page.TITLE), width)
    yield from wrapped(line("Every question has its answer, and every search finds one. Thank you."), width)


def _section(section: str, items: Sequence[Item], desks: Desks, width: int) -> Iterator[Line]:
    if not items:
        return
    yield line(f"{_HEADS[section]} ({len(items):,})", page.LABEL)
    most = _SHOWN.get(section, len(items))
    for item in items[:most]:
        yield from wrapped(line(item.text, page.TITLE), width, label=(Span("  "),), hang=2)
        told = wrapped(line(_told(item, desks)), width, hang=_INDENT)
        yield from two_sided(told, line(item.command, page.COMMAND), width)
    if len(items) > most:
        yield from wrapped(line(f"and {plural(len(items) - most, 'more', 'more')}", page.QUIET), width, hang=2)
    yield ()


def _told(item: Item, desks: Desks) -> str:
    name = desks[item.desk][0] if item.desk in desks else item.desk
    detail = item.detail.rstrip(". ")
    return f"{detail}; {name}" if name else detail


def _object(item: Item) -> dict[str, Any]:
    return {
        "key": item.key,
        "text": item.text,
        "detail": item.detail,
        "desk": item.desk,
        "times": item.times,
        "needed": item.needed.isoformat() if item.needed else None,
        "command": item.command,
    }
