"""Reads and writes the files of `notes/`: material for the meeting of both departments; chooses none."""

from pathlib import Path
from typing import NamedTuple

from kb.library.escape import clean
from kb.library.eventfile import Event, events, keys_text
from kb.library.eventtree import day_of_path, key_of_path
from kb.library.remarks import problems_of
from kb.model.agreement import SIDES
from kb.model.note import MEETING, NOTE_KINDS, Note
from kb.model.problem import Problem
from kb.words.near import did_you_mean

NOTES = "notes"
_KEYS = ("kind", "side", "by", "at")
_ALL_KINDS = (*NOTE_KINDS, MEETING)


class Read(NamedTuple):
    """What the folder holds."""

    notes: tuple[Note, ...]
    """By path, so by day."""

    problems: tuple[Problem, ...]


def read_notes(root: Path) -> Read:
    """Every note; nothing where there is no such folder."""
    notes: list[Note] = []
    problems: list[Problem] = []
    for event in events(root, NOTES, _KEYS):
        if isinstance(event, Problem):
            problems.append(event)
            continue
        note = _note(event)
        problems += [*problems_of(event.path, event.keys.remarks), *_wrong(event, note)]
        notes.append(note)
    return Read(tuple(notes), tuple(sorted(problems)))


def note_text(note: Note) -> str:
    """The file of a note."""
    front = keys_text({"kind": note.kind, "side": note.side, "by": note.by, "at": note.at})
    return f"---\n{front}---\n{clean(note.text).strip()}\n"


def _note(event: Event) -> Note:
    keys = event.keys
    return Note(
        key=key_of_path(event.path),
        path=event.path,
        kind=keys.text("kind").lower(),
        text=event.body,
        on=day_of_path(event.path),
        at=keys.text("at"),
        side=keys.text("side").lower(),
        by=keys.text("by"),
    )


def _wrong(event: Event, note: Note) -> list[Problem]:
    problems: list[Problem] = []
    if note.kind not in _ALL_KINDS:
        hint = did_you_mean(note.kind, _ALL_KINDS) or f"It is one of {', '.join(NOTE_KINDS)}."
        problems.append(Problem(note.path, max(event.keys.line("kind"), 1), f"a note needs a `kind:`. {hint}"))
    if note.side and note.side not in SIDES:
        sentence = f"`side:` is one of {' and '.join(SIDES)}. {did_you_mean(note.side, SIDES)}".strip()
        problems.append(Problem(note.path, event.keys.line("side"), sentence))
    if not note.text and note.kind != MEETING:
        problems.append(Problem(note.path, 1, "this note says nothing. Write it below the second `---`."))
    return problems
