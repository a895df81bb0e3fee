"""The agenda as one page of Markdown, and as JSON; chooses nothing, and names nobody but who signed a note."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import date
from itertools import groupby

from kb.model.agenda import Agenda, Difference, Ending, Sought, Visit
from kb.model.note import CHALLENGE, FRUSTRATION, IDEA, INSIGHT, THANKS, Note
from kb.render import page
from kb.render.found_json import SCHEMA, one_line
from kb.render.page import Line, Page, Span, line, line_width, wrapped
from kb.text import plural
from kb.words.spoken import day_words, times_words

Escape = Callable[[str], str]
"""Writes plain words as one line of Markdown."""

_NOTES = {
    FRUSTRATION: "What makes work hard",
    CHALLENGE: "What lies ahead",
    INSIGHT: "What we have learnt",
    IDEA: "Ideas",
    THANKS: "Thanks",
}
_SIDES = {"production": "Production", "sales": "Sales"}
_RULES = "Nobody is to blame for anything here: each line is something to make easier, together."


def agenda_text(agenda: Agenda, escape: Escape) -> str:
    """The page; what there is nothing to say about is left out."""
    parts: list[Iterable[str]] = [
        _head(agenda),
        _section("Asked, and not answered yet", [*map(_sought(escape), agenda.asked)]),
        _section("Searched for, and not found", [*map(_sought(escape), agenda.searched)]),
        _differences(agenda.differences, escape),
        _section("To sign together", _to_sign(agenda.to_sign)),
        _section("Runs out this month", [*map(_ending(escape, agenda), agenda.endings)]),
        *(_section(_NOTES[kind], _notes(agenda.notes, kind, escape)) for kind in _NOTES),
        _visit(agenda.visit, escape),
    ]
    return "\n".join(text for part in parts for text in part).rstrip() + "\n"


def agenda_page(text: str, width: int) -> Page:
    """The page for a screen: long lines go on below at a word, and a command stays in one piece."""
    room = page.page_width(width, terminal=True)
    return Page(tuple(row for written in text.split("\n")[:-1] for row in _on_screen(written, room)))


def agenda_line(agenda: Agenda) -> str:
    """The same as one JSON object."""
    told = asdict(agenda)
    notes = [{key: note[key] for key in ("kind", "text", "on", "side", "by")} for note in told.pop("notes")]
    return one_line(_days_as_text({"schema": SCHEMA, **told, "notes": notes}))


def _on_screen(written: str, room: int) -> Iterator[Line]:
    whole = line(written)
    if line_width(whole) <= room:
        yield whole
        return
    point = "- " if written.startswith("- ") else ""
    words, tick, command = written.removeprefix(point).partition(" `")
    yield from wrapped([Span(words)], room, label=line(point), hang=len(point))
    if tick:
        yield (Span(" " * len(point)), *line(f"`{command}"))


def _head(agenda: Agenda) -> Iterator[str]:
    yield f"# Production and sales, {day_words(agenda.day)}"
    yield ""
    since = f"Since {day_words(agenda.since)}. " if agenda.since else ""
    yield f"{since}{_RULES}"
    if agenda.answered:
        yield ""
        since = "since then" if agenda.since else "so far"
        news = f"kb news --since {agenda.since.isoformat()}" if agenda.since else "kb news"
        yield f"Answered {since}: {plural(agenda.answered, 'question')}. Which: `{news}`"
    if not any((agenda.asked, agenda.searched, agenda.differences, agenda.to_sign, agenda.endings, agenda.notes)):
        yield ""
        yield "Nothing waits for this meeting. A good month to see the plant, and to say thank you."
    yield ""


def _section(head: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield from (f"## {head}", *lines, "")


def _sought(escape: Escape) -> Callable[[Sought], str]:
    def written(sought: Sought) -> str:
        told = [
            times_words(sought.times),
            *([f"needed by {day_words(sought.needed, year=False)}"] if sought.needed else []),
        ]
        told += [escape(sought.desk)] if sought.desk else []
        return f"- {escape(sought.text)} ({', '.join(told)}): `{sought.command.replace('`', '')}`"

    return written


def _ending(escape: Escape, agenda: Agenda) -> Callable[[Ending], str]:
    def written(ending: Ending) -> str:
        has = "ran out on" if ending.until < agenda.day else "until"
        title = f": {escape(ending.title)}" if ending.title else ""
        return f"- {escape(ending.name)}{title} ({has} {day_words(ending.until, year=False)})"

    return written


def _differences(found: Sequence[Difference], escape: Escape) -> Iterator[str]:
    if not found:
        return
    yield from ("## Where we do not use the same words yet", "")
    for slug, parts in groupby(found, key=lambda one: one.slug):
        lines = [*parts]
        title = f"{escape(lines[0].title)} ({slug})" if lines[0].title else slug
        yield from (f"### {title}", "", "| | In force | New |", "| --- | --- | --- |")
        for place, one in enumerate(lines):
            told = any(one.agreed and one.agreed == before.agreed for before in lines[:place])
            cells = (one.part, "(as above)" if told else one.agreed or "(nothing)", one.new or "(nothing)")
            yield "| " + " | ".join(_cell(cell, escape) for cell in cells) + " |"
        yield ""


def _to_sign(count: int) -> list[str]:
    waits = "waits" if count == 1 else "wait"
    return [f"- {plural(count, 'answer')} {waits} for a signature, one key each: `kb agree --meeting`"] if count else []


def _cell(text: str, escape: Escape) -> str:
    return "<br>".join(escape(line).replace("|", "\\|") for line in text.split("\n") if line.strip())


def _notes(notes: Iterable[Note], kind: str, escape: Escape) -> list[str]:
    """The notes of a kind, side by side; who signed stands at the end."""
    lines = []
    for note in notes:
        if note.kind == kind:
            side = f"{_SIDES[note.side]}: " if note.side in _SIDES else ""
            by = f" ({escape(note.by)})" if note.by else ""
            lines.append(f"- {side}{escape(' '.join(note.text.split()))}{by}")
    return lines


def _visit(visit: Visit | None, escape: Escape) -> Iterator[str]:
    if visit is None:
        return
    yield f"## See the plant: {escape(visit.desk)}"
    yield f"Visits: {escape(visit.when)}."
    if visit.proud:
        yield ""
        yield f"What they are proud of: {escape(visit.proud)}"
    yield from ("", "To ask there:", *(f"- {escape(question)}" for question in visit.questions))


def _days_as_text(value: object) -> dict[str, object]:
    return {key: _plain(each) for key, each in value.items()} if isinstance(value, dict) else {}


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return _days_as_text(value)
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value
