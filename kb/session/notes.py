"""Keeps notes for the meeting of both departments, and marks that one was held; builds no agenda."""

from datetime import UTC
from pathlib import Path

from kb.errors import UsageError
from kb.library.escape import clean
from kb.library.notes import NOTES, note_text
from kb.model.agreement import SIDES
from kb.model.note import MEETING, NOTE_KINDS, Note
from kb.session.events import keep_event
from kb.session.session import Session
from kb.session.who import person
from kb.text import fold
from kb.words.near import did_you_mean


def keep_note(session: Session, kind: str, text: str, *, side: str = "", by: str = "", unsigned: bool = False) -> Path:
    """The note's new file; signed by whoever is logged in unless it says otherwise.

    Raises `UsageError` for an empty note, and for a kind or a side that there is not.
    """
    if not any(letter.isalnum() for letter in text):
        raise UsageError("The note says nothing.", 'kb note idea "Show the proof on a phone"')
    if unsigned and by:
        raise UsageError("--unsigned and --by exclude each other.", "Give one of them.")
    signed = "" if unsigned else by.strip() or person(session)
    return _kept(session, one_of(kind, NOTE_KINDS), clean(text), one_of(side, SIDES) if side else "", signed)


def hold_meeting(session: Session) -> Path:
    """The mark that a meeting was held now: the next agenda begins here."""
    return _kept(session, MEETING, "", "", "")


def one_of(typed: str, known: tuple[str, ...]) -> str:
    """The known word that was typed, also in the plural. Raises `UsageError` that names the nearest."""
    found = next((word for word in known if fold(typed) in (word, f"{word}s")), "")
    if not found:
        words = f"{', '.join(known[:-1])} or {known[-1]}"
        raise UsageError(f"'{typed}' is not {words}.", did_you_mean(typed, known))
    return found


def _kept(session: Session, kind: str, text: str, side: str, by: str) -> Path:
    at = f"{session.now.astimezone(UTC):%H:%M:%S}"
    return keep_event(session, NOTES, note_text(Note(key="", path="", kind=kind, text=text, at=at, side=side, by=by)))
