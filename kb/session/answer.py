"""Answers a question that waits: with an article, or with the reason why there is none; asks and prints nothing.

What is answered is every open question of the same meaning. A search in vain may be answered too: it becomes a
question first, so that its answer is kept.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from kb.desk.inbox import Waiting
from kb.errors import AmbiguousError, NotFoundError, UsageError
from kb.library.eventtree import key_of_path
from kb.library.questions import ANSWERED, QUESTIONS, question_text, read_questions, reply_text
from kb.library.wording import with_wordings
from kb.library.write import Draft
from kb.model.published import SalesArticle
from kb.model.question import QUESTION, Asked, Question, Reply
from kb.session.ask import meanings
from kb.session.change import Saved, open_article, rewrite
from kb.session.events import keep_event
from kb.session.find import Finder, Wanted
from kb.session.inbox import waiting_questions
from kb.session.missed import Missed, missed_searches
from kb.session.read import read_for_sales
from kb.session.session import Session
from kb.session.who import person
from kb.session.write import default_audience
from kb.text import fold
from kb.words.meaning import Meaning
from kb.words.near import nearest

_SHOWN = 8


class Answered(NamedTuple):
    """A question as it was answered."""

    waiting: Waiting
    article: SalesArticle | None
    """As a salesperson reads it; None where the answer is *no*."""

    why: str
    """Why there is no answer; empty where there is one."""

    files: tuple[Path, ...]
    """What was written: a file for each question that meant the same."""


def find_waiting(session: Session, words: str) -> Waiting:
    """The question that the words name: by a unique part of its id, by its own words, or by those of a search in vain.

    Raises `NotFoundError`, `AmbiguousError`.
    """
    reader, sought = meanings(session), fold(words)
    asked = read_questions(session.root).asked
    waiting = waiting_questions(asked, reader)
    if not sought:
        raise _not_found(words, waiting)
    if found := [one for one in waiting if any(sought in each.question.key for each in one.asked)]:
        return _the_one(found, words)
    if closed := [Waiting((one,)) for one in asked if sought in one.question.key]:
        return _the_one(closed, words)
    if found := [one for one in waiting if sought in map(fold, one.wordings)]:
        return _the_one(found, words)
    missed = missed_searches(session, reader).missed
    if exactly := next((one for one in missed if fold(one.words) == sought), None):
        return _as_question(session, exactly)
    if found := [one for one in waiting if any(sought in fold(each) for each in one.wordings)]:
        return _the_one(found, words)
    if about := _meant(missed, reader.topic(words), sought):
        return _as_question(session, _only_one(about, words))
    raise _not_found(words, waiting)


def draft_for(waiting: Waiting) -> Draft:
    """An article that begins with the question: its words as the title, its repeats as what customers say."""
    first, *others = waiting.wordings
    title = first[:1].upper() + first[1:]
    return Draft(
        title=title if title.endswith(("?", "!", ".")) else f"{title}?", customers_say=tuple(others), desk=waiting.desk
    )


def answer_with(session: Session, waiting: Waiting, article: str, *, by: str = "") -> Answered:
    """The question, answered by an article: by its slug or a unique part of slug or title.

    Raises `NotFoundError`, `AmbiguousError`, and `UsageError` for one that the asker may not read, or that is not the
    one that was doubted; then nothing was written.
    """
    readable = read_for_sales(session, article)
    _refuse_another(session, waiting, readable.slug)
    files = _reply(session, waiting, readable.slug, "", by)
    return Answered(waiting, readable, "", files)


def answer_no(session: Session, waiting: Waiting, why: str, *, by: str = "") -> Answered:
    """The question, answered by the reason why there is no answer."""
    if not why.strip():
        raise UsageError("Why not? Whoever asked has to tell a customer.", 'Say it: --no "We have no gold press."')
    return Answered(waiting, None, " ".join(why.split()), _reply(session, waiting, "", why, by))


def add_wordings(session: Session, article: str, wordings: Sequence[str]) -> Saved | None:
    """The article with the words under *Customers say*; None where its file cannot be changed without hurting it.

    Raises `NotFoundError`, `AmbiguousError`.
    """
    opened, audience = open_article(session, article), default_audience(session)
    return rewrite(session, opened, lambda data: with_wordings(opened.path, data, wordings, audience))


def not_found_yet(session: Session, waiting: Waiting, slug: str) -> tuple[str, ...]:
    """In which of its words a search does not find the answer."""
    with Finder(session) as finder:
        found = {words: finder.find(words, Wanted(1)) for words in waiting.wordings}
    return tuple(words for words, one in found.items() if not (one.answered and one.hits and one.hits[0].slug == slug))


def _refuse_another(session: Session, waiting: Waiting, slug: str) -> None:
    """A doubt is about one answer; another one is no reply to it, unless that one is gone."""
    about = waiting.first.question
    there = any(one.slug == about.article for one in session.told.articles)
    if about.kind != QUESTION and about.article != slug and there:
        raise UsageError(
            f"The doubt is about {about.article}, and {slug} is another answer. Nothing was written.",
            f'Once it is mended: --with {about.article}   or, if it stays as it is: --no "why"',
        )


def _the_one(found: Sequence[Waiting], words: str) -> Waiting:
    if len(found) == 1:
        return found[0]
    keys = ", ".join(one.first.question.key for one in found[:_SHOWN])
    raise AmbiguousError(f"'{words}' could be several questions.", f"Say which: {keys}.")


def _meant(missed: Sequence[Missed], topic: Meaning, sought: str) -> list[Missed]:
    """The search in vain of the same meaning, else those that have the words in them."""
    return [one for one in missed if one.topic == topic][:1] or [one for one in missed if sought in fold(one.words)]


def _only_one(found: Sequence[Missed], words: str) -> Missed:
    if len(found) == 1:
        return found[0]
    listed = "; ".join(one.words for one in found[:_SHOWN])
    raise AmbiguousError(f"'{words}' is in several searches.", f"Say which: {listed}.")


def _as_question(session: Session, missed: Missed) -> Waiting:
    """What was searched for in vain, as a question that has no file yet."""
    question = Question(key="", path="", text=missed.words, desk=missed.desk, asked=session.today)
    return Waiting((Asked(question),), missed.times)


def _reply(session: Session, waiting: Waiting, slug: str, why: str, by: str) -> tuple[Path, ...]:
    reply = Reply(path="", question="", article=slug, why=why, on=session.today, by=by.strip() or person(session))
    text = reply_text(reply)
    keys = [one.question.key or _filed(session, one.question) for one in waiting.asked]
    return tuple(keep_event(session, f"{ANSWERED}/{key}", text, ending=".yaml") for key in keys)


def _filed(session: Session, question: Question) -> str:
    return key_of_path(keep_event(session, QUESTIONS, question_text(question)).name)


def _not_found(words: str, waiting: Sequence[Waiting]) -> NotFoundError:
    near = nearest(words, [one.first.question.key for one in waiting if one.first.question.kind == QUESTION])
    hint = f"Did you mean {' or '.join(near)}? " if near else ""
    return NotFoundError(f"No question is called '{words}'.", f"{hint}What waits: kb inbox")
