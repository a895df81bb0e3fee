"""Gathers what waits for production: questions, flags, searches in vain, signatures, what is to be mended.

Nothing is kept of it: each time everything is looked at anew, and every search in vain is tried again.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from kb.desk.inbox import (
    Unsigned,
    Waiting,
    article_items,
    flag_items,
    problem_items,
    question_items,
    search_items,
)
from kb.library.checks import check
from kb.library.notes import read_notes
from kb.library.questions import read_questions
from kb.model.agreement import SIDES
from kb.model.article import SALES, may_read
from kb.model.inbox import Inbox, Item
from kb.model.problem import Problem
from kb.model.question import QUESTION, Asked
from kb.model.states import AGREED
from kb.session.agree import Signing
from kb.session.ask import meanings
from kb.session.customers import names_told
from kb.session.missed import Gathered, Missed, missed_searches
from kb.session.session import Session
from kb.session.write import desk_key
from kb.words.meaning import Meaning, Meanings


def inbox(session: Session, desk: str = "") -> Inbox:
    """All that waits; for a desk, by key or name, what is its own and what no desk is named for.

    Raises `UsageError` for a desk that there is not.
    """
    key = desk_key(session, desk)
    reader, read = meanings(session), read_questions(session.root)
    gathered = missed_searches(session, reader)
    items = [
        *_asked_items(session, read.asked, gathered, reader),
        *article_items(unsigned(session)),
        *problem_items(_problems(session, (*read.problems, *gathered.problems)), _desks(session)),
    ]
    own = (item for item in items if not key or item.desk in ("", key))
    return Inbox(session.today, tuple(own), gathered.left_out)


def waiting_questions(asked: Iterable[Asked], reader: Meanings) -> tuple[Waiting, ...]:
    """Open questions and flags, those that mean the same as one."""
    groups: dict[tuple[str, str, Meaning], list[Asked]] = {}
    for one in asked:
        if one.is_open:
            question = one.question
            groups.setdefault((question.kind, question.article, reader.meaning(question.text)), []).append(one)
    return tuple(Waiting(tuple(group)) for group in groups.values())


def unsigned(session: Session) -> Iterator[Unsigned]:
    """The answers that wait for a signature of either side, by path; none where signatures play no part."""
    standings, signing = session.told.standings(session.today), Signing(session)
    for article in session.library.articles:
        standing = standings.get(article.slug)
        if standing and standing.state != AGREED and may_read(SALES, article.audience):
            sides = tuple(side for side in SIDES if signing.waits(article, side)) or SIDES
            yield Unsigned(article.slug, article.title, article.desk, standing.state, sides)


def loop_problems(session: Session) -> tuple[Problem, ...]:
    """What is to be mended in the files of questions and notes, and where a customer's name of a question is told."""
    return (*read_questions(session.root).problems, *read_notes(session.root).problems, *names_told(session))


def _asked_items(session: Session, asked: Sequence[Asked], gathered: Gathered, reader: Meanings) -> Iterator[Item]:
    """Questions, flags, and those searches that were about neither an open question nor one answered with *no*."""
    keys = [one.question.key for one in asked]
    waiting = waiting_questions(asked, reader)
    questions = [one for one in waiting if one.first.question.kind == QUESTION]
    refused = {reader.topic(words) for one in asked if one.reply and one.reply.why for words in one.wordings}
    topics = [(one.first.question.key, set(reader.topic(words))) for one in questions for words in one.wordings]
    searched = Counter[str]()
    others: list[Missed] = []
    for missed in gathered.missed:
        if about := _about(missed.topic, topics):
            searched[about] += missed.times
        elif missed.topic not in refused:
            others.append(missed)
    counted = (one._replace(searched=searched[one.first.question.key]) for one in questions)
    yield from question_items(counted, session.today, keys)
    flags = (one for one in waiting if one.first.question.kind != QUESTION)
    yield from flag_items(flags, keys, {article.slug: article.desk for article in session.library.articles})
    yield from search_items((missed.words, missed.times, missed.desk) for missed in others)


def _about(topic: Meaning, asked: Sequence[tuple[str, set[str]]]) -> str:
    """The key of the question that a search was about: of the same words, or of all of them and more.

    One word alone may be about several questions, and is then about none. What is not answered comes back.
    """
    keys = dict.fromkeys(key for key, words in asked if words.issuperset(topic))
    same = next((key for key, words in asked if words == set(topic)), "")
    return same or (next(iter(keys)) if keys and (len(topic) > 1 or len(keys) == 1) else "")


def _problems(session: Session, found: Iterable[Problem]) -> tuple[Problem, ...]:
    return (*check(session.library), *found, *read_notes(session.root).problems, *names_told(session))


def _desks(session: Session) -> dict[str, str]:
    return {article.path: article.desk for article in session.library.articles}
