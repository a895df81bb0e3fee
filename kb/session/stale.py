"""Compares what a hand-out shows with what it would show now; prints nothing and makes nothing anew."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from kb.errors import UsageError
from kb.model.staleness import CHANGED, SAME, WITHDRAWN, Aged, Staleness
from kb.render.mark import VERSION, Mark, MarkedAnswer, mark_of
from kb.session.books import BOOKS
from kb.session.marks import read_mark
from kb.session.session import Session

_AROUND = {"processes": "how it is made", "glossary": "the words", "people": "who to ask"}
_SLUG = "--slug="


def staleness(session: Session, path: Path) -> Staleness:
    """How a file that kb made stands to the content folder today. Raises `UnreadableError`, `NoMarkError`."""
    shown = read_mark(path)
    now = _mark_now(session, shown["for"])
    current = {answer.slug: answer for answer in now["answers"]}
    aged = tuple(_aged(answer, current.get(answer.slug)) for answer in shown["answers"])
    around = [words for key, words in _AROUND.items() if key in shown["around"] and _differ(shown, now, key)]
    if shown["now"] != now["now"]:
        around.insert(0, "the NOW line")
    gone = {f"{_SLUG}{answer.slug}" for answer in aged if answer.status == WITHDRAWN}
    return Staleness(
        reader=shown["for"],
        day=date.fromisoformat(shown["day"]),
        answers=aged,
        around=tuple(around),
        added=_added(shown, list(current)),
        options=tuple(option for option in shown["options"] if option not in gone),
    )


def _mark_now(session: Session, reader: str) -> Mark:
    """The mark of everything that the reader may see today; of nothing where that is nothing."""
    try:
        return mark_of(BOOKS[reader](session).book, (), everything=True)
    except UsageError:
        return {
            "kb": VERSION,
            "for": reader,
            "day": "",
            "options": [],
            "now": "",
            "around": {},
            "everything": True,
            "answers": [],
        }


def _aged(shown: MarkedAnswer, now: MarkedAnswer | None) -> Aged:
    if now is None:
        return Aged(shown.slug, WITHDRAWN)
    if (shown.hash, list(shown.numbers)) == (now.hash, list(now.numbers)):
        return Aged(shown.slug, SAME)
    was = tuple(number for number in shown.numbers if number not in now.numbers)
    new = tuple(number for number in now.numbers if number not in shown.numbers)
    return Aged(shown.slug, CHANGED, was, new)


def _differ(shown: Mark, now: Mark, key: str) -> bool:
    return shown["around"][key] != now["around"].get(key)


def _added(shown: Mark, current: Sequence[str]) -> tuple[str, ...]:
    """Only where the file was to hold everything."""
    if not shown["everything"]:
        return ()
    held = {answer.slug for answer in shown["answers"]}
    return tuple(slug for slug in current if slug not in held)
