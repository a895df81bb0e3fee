"""Builds the agenda of the regular meeting from what has happened since the last one; writes nothing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from kb.desk.agenda import endings, most_sought, place_to_visit, wordings_apart
from kb.desk.publish import sales_edition
from kb.library.notes import read_notes
from kb.library.questions import read_questions
from kb.model.agenda import Agenda, Difference
from kb.model.inbox import ANSWERS, QUESTIONS, SEARCHES
from kb.model.note import MEETING, NOTE_KINDS, Note
from kb.model.prose import plain_text
from kb.model.published import SalesArticle
from kb.model.question import WORDING, Asked
from kb.model.states import CHANGED, TIGHTENED
from kb.session.inbox import inbox
from kb.session.session import Session
from kb.words.names import without_names

_MOST = 5
"""Of each kind on one page."""


def agenda(session: Session, since: date | None = None) -> Agenda:
    """What the next meeting is about; since the last one unless another day is given."""
    notes, asked = read_notes(session.root).notes, read_questions(session.root).asked
    last = max((note for note in notes if note.kind == MEETING), key=_moment, default=None)
    begin = (since.isoformat(), "") if since else _moment(last) if last else ("", "")
    waits, frame = inbox(session), session.library.frame
    customers = [name for one in asked for name in one.customers]
    fresh = (note for note in notes if note.kind in NOTE_KINDS and _moment(note) > begin)
    return Agenda(
        day=session.today,
        since=since or (last.on if last else None),
        asked=most_sought(waits.of(QUESTIONS), frame, _MOST),
        searched=most_sought(waits.of(SEARCHES), frame, _MOST),
        differences=tuple(_differences(session, asked)),
        endings=endings(_readable(session), dict(session.told.agreed), session.library.notices, session.today),
        notes=tuple(replace(note, text=without_names(note.text, customers)) for note in fresh),
        answered=sum(_is_answered_since(one, begin[0]) for one in asked),
        to_sign=len(waits.of(ANSWERS)),
        visit=place_to_visit(frame, waits.of(QUESTIONS), session.today),
    )


def _moment(note: Note) -> tuple[str, str]:
    """When a note was written, for comparing; one without a day comes last, so that no agenda forgets it."""
    return (note.on.isoformat() if note.on else "9999", note.at)


def _differences(session: Session, asked: Sequence[Asked]) -> Iterator[Difference]:
    """Where two wordings stand against each other: a new version and the agreed one, or what sales would say."""
    told = {article.slug: article for article in sales_edition(session.told.articles)}
    standings = session.told.standings(session.today)
    for article in _readable(session):
        standing, before = standings.get(article.slug), told.get(article.slug, article)
        if standing and standing.state in (CHANGED, TIGHTENED):
            yield from wordings_apart(before, article)
        for one in _wordings_of(asked, article.slug):
            words = without_names(one.question.text, one.customers)
            yield Difference(article.slug, "Sales would say", plain_text(before.say), words, article.title)


def _wordings_of(asked: Iterable[Asked], slug: str) -> Iterator[Asked]:
    return (one for one in asked if one.is_open and one.question.kind == WORDING and one.question.article == slug)


def _readable(session: Session) -> tuple[SalesArticle, ...]:
    """The answers as their files say now, without what is inside: the agenda is printed."""
    return sales_edition(session.library.articles)


def _is_answered_since(asked: Asked, day: str) -> bool:
    return any(reply.on and reply.on.isoformat() >= day for reply in asked.replies)
