"""Files what sales asks of production, so that it is counted and never doubled; shows and prints nothing.

`look` first: what answers already is not asked. A question is told from another by its meaning (`kb.words.meaning`).
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from kb.errors import UsageError
from kb.files import locked, private_folder
from kb.library.escape import clean
from kb.library.eventtree import key_of_path
from kb.library.questions import (
    ASKED,
    QUESTIONS,
    question_text,
    questions_alone,
    repeat_text,
    replies_to,
    times_asked,
)
from kb.model.article import SALES, may_read
from kb.model.people import Desk
from kb.model.question import FLAGS, QUESTION, Asked, Question, Repeat
from kb.model.results import Found
from kb.session.events import keep_event, person
from kb.session.find import Desks, Finder, Wanted
from kb.session.naming import resolve
from kb.session.session import Session
from kb.session.write import desk_key
from kb.words.meaning import Meanings

_LOCK_NAME = "ask.lock"
_WAIT = 120.0
"""Seconds for others of the same person to file theirs; each takes a blink."""

_SHOWN = 5


class Looked(NamedTuple):
    """What the knowledge base says to a question before it is asked."""

    found: Found
    desks: Desks
    before: Asked | None
    """The same question that production has answered already, last with *no*; None where there is none."""

    @property
    def is_answered(self) -> bool:
        """Whether asking is not needed."""
        return self.found.answered or self.before is not None

    @property
    def desk(self) -> str:
        """The key of the desk that knows what comes nearest; empty where nothing is near."""
        return next((hit.desk for hit in self.found.hits if hit.desk), "")


class Filed(NamedTuple):
    """A question that waits."""

    question: Question
    """As it was first asked."""

    file: Path
    """What was written just now."""

    times: int
    """How often it was asked, this time included."""

    desk: Desk | None
    """Who should know; None where nobody was named and nothing is near."""


def look(session: Session, text: str) -> Looked:
    """What answers the question already. Raises `EmptyQueryError` where nothing is left to search for."""
    with Finder(session) as finder:
        found = finder.find(text, Wanted(_SHOWN))
        desks = finder.desks
    same = _same(session, questions_alone(session.root), text, QUESTION)
    said = [Asked(one, (), replies_to(session.root, one.key)) for one in same]
    before = [one for one in said if one.reply and one.reply.why]
    return Looked(found, desks, before[-1] if before else None)


def ask(
    session: Session, text: str, *, customer: str = "", needed: date | None = None, desk: str = "", by: str = ""
) -> Filed:
    """The question, filed, or counted where the same one waits already; `desk` by key or name.

    Raises `UsageError` where it has no words or there is no such desk.
    """
    wanted = Question(
        key="", path="", text=_worded(text), customer=customer.strip(), needed=needed,
        desk=desk_key(session, desk), asked=session.today, by=person(session, by),
    )  # fmt: skip
    return _file(session, wanted)


def flag(session: Session, kind: str, article: str, text: str, *, by: str = "") -> Filed:
    """An answer said to be wrong (`WRONG`) or in words that sales would not say (`WORDING`), told to its desk.

    `article` is its slug or a unique part of slug or title. Raises `NotFoundError`, `AmbiguousError`, `UsageError`.
    """
    if kind not in FLAGS:
        raise ValueError(kind)
    readable = [one for one in session.library.articles if may_read(SALES, one.audience)]
    about = resolve(readable, article)
    wanted = Question(
        key="", path="", text=_worded(text), kind=kind, article=about.slug,
        desk=about.desk, asked=session.today, by=person(session, by),
    )  # fmt: skip
    return _file(session, wanted)


def meanings(session: Session) -> Meanings:
    """Reads meanings with the company's own terms."""
    return Meanings((term.term, term.customers) for term in session.library.frame.terms)


def _file(session: Session, wanted: Question) -> Filed:
    """The question, filed under a lock, so that two who ask the same at once are two askers of one question.

    Most of the reading is done before, so that nobody waits long for the lock.
    """
    desk, root = session.library.frame.desk, session.root
    read = questions_alone(root)
    same = _same(session, read, wanted.text, wanted.kind, wanted.article)
    with locked(private_folder(session.state) / _LOCK_NAME, wait=_WAIT):
        come = questions_alone(root, {one.path for one in read})
        same += _same(session, come, wanted.text, wanted.kind, wanted.article)
        same = [one for one in same if not replies_to(root, one.key)]
        if not same:
            file = keep_event(session, QUESTIONS, question_text(wanted))
            filed = replace(wanted, key=key_of_path(file.name), path=f"{QUESTIONS}/{file.name}")
            return Filed(filed, file, 1, desk(wanted.desk))
        first = same[0]
        file = keep_event(session, f"{ASKED}/{first.key}", repeat_text(_repeat(first, wanted)), ending=".yaml")
    times = sum(times_asked(root, one.key) for one in same)
    return Filed(first, file, times, desk(first.desk or wanted.desk))


def _repeat(first: Question, wanted: Question) -> Repeat:
    return Repeat(
        path="",
        question=first.key,
        text="" if wanted.text == first.text else wanted.text,
        customer=wanted.customer,
        needed=wanted.needed,
        asked=wanted.asked,
        by=wanted.by,
    )


def _same(session: Session, questions: Iterable[Question], text: str, kind: str, article: str = "") -> list[Question]:
    """Those that mean the same, in the order of days; a question's repeats do, so nobody reads them for that."""
    reader = meanings(session)
    own = reader.meaning(text)
    about = [one for one in questions if (one.kind, one.article) == (kind, article)]
    return [one for one in about if reader.meaning(one.text) == own]


def _worded(text: str) -> str:
    words = " ".join(clean(text).split())
    if not any(letter.isalnum() for letter in words):
        raise UsageError("There is nothing asked in that.", 'Say it in words: kb ask "Can you print in gold?"')
    return words
