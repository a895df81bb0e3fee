"""Production's quick word: gives a notice, ends it, and tells what it changes; asks and prints nothing."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from kb.desk.notices import notices_in_force, numbers_in_force
from kb.desk.publish import sales_edition
from kb.desk.today import all_now
from kb.errors import AmbiguousError, NotFoundError, UsageError
from kb.files import locked, private_folder, read_bytes, write_atomic
from kb.library.notice import ended_text, notice_text, read_notice
from kb.library.scan import NOTICES
from kb.model.calendar import Now
from kb.model.notice import Notice
from kb.model.number import ADDS, TAKE, Number
from kb.session.events import keep_event
from kb.session.session import Session
from kb.session.write import LOCK_NAME, WAIT
from kb.settings import MAX_ARTICLE_BYTES
from kb.text import fold
from kb.words.days import day_named
from kb.words.near import did_you_mean
from kb.words.numberline import read_number
from kb.words.spoken import day_words

_CLOSED = re.compile(r":\s*closed\s*$", re.IGNORECASE)


class Change(NamedTuple):
    """One line that is another today because of a notice."""

    before: Now
    now: Now


class Given(NamedTuple):
    """A notice as it was written."""

    file: Path
    notice: Notice
    changes: tuple[Change, ...]
    """The times that it changes today."""


def give_notice(session: Session, sentence: str, numbers: Sequence[str], until: str, by: str = "") -> Given:
    """Writes the notice. Raises `UsageError` where a day or a number cannot be read, or would change nothing."""
    words = " ".join(sentence.split())
    if not words:
        raise UsageError("What is different?", 'Say it in a sentence: kb notice "Die-cutter down" --until thu')
    last = _last_day(session, until)
    read = [_number(session, _with_days(line, session.today, last)) for line in numbers]
    text = notice_text(words, [number.text for number in read], last, by)
    notice, problems = read_notice(f"{NOTICES}{session.today.isoformat()}.md", text.encode("utf-8", "replace"))
    if notice is None or notice.sentence != words or len(notice.numbers) != len(read):
        told = problems[0].sentence if problems else "it would be read otherwise than you typed it"
        raise UsageError(f"Nothing was written: {told}", "Leave out signs such as < > # and - at the beginning.")
    file = keep_event(session, NOTICES, text)
    given = replace(notice, key=file.stem, path=file.relative_to(session.root).as_posix())
    return Given(file, given, changes_by(session, given))


def current_notices(session: Session) -> tuple[Notice, ...]:
    """The notices that count today, by the day on which they came."""
    return notices_in_force(session.library.notices, session.today)


def end_notice(session: Session, words: str) -> Notice:
    """Ends the notice that the words mean: from today on it no longer counts.

    Raises `NotFoundError`, `AmbiguousError`.
    """
    notice = _named(session, words)
    file = session.root / notice.path
    with locked(private_folder(session.state) / LOCK_NAME, wait=WAIT):
        write_atomic(file, ended_text(read_bytes(file, MAX_ARTICLE_BYTES), session.today))
    return notice


def changes_by(session: Session, notice: Notice) -> tuple[Change, ...]:
    """The times that are others today because of this notice, beside all that counts anyway."""
    articles = sales_edition(session.told.articles)
    numbers = [number for article in articles for number in article.numbers]
    others = [other for other in session.library.notices if other.key != notice.key]
    before = all_now(numbers, session.today, numbers_in_force(others, session.today))
    after = all_now(numbers, session.today, numbers_in_force((*others, notice), session.today))
    pairs = (Change(*pair) for pair in zip(before, after, strict=True))
    return tuple(pair for pair in pairs if (pair.before.amount, pair.before.by) != (pair.now.amount, pair.now.by))


def _last_day(session: Session, until: str) -> date:
    day = day_named(until, session.today)
    if day is None:
        hint = "Write --until thu, --until 2026-12-01 or --until '4 December'."
        raise UsageError(f"'{until}' names no day." if until else "Until when? A notice ends by itself.", hint)
    if day < session.today:
        raise UsageError(f"{day.isoformat()} has passed already.", "Name the last day on which the notice counts.")
    return day


def _with_days(line: str, first: date, last: date) -> str:
    """The line; `plant: closed` alone is closed for as long as the notice counts."""
    if not _CLOSED.search(line):
        return line
    return f"{line.strip()}, {day_words(first)} to {day_words(last)}"


def _number(session: Session, line: str) -> Number:
    number = read_number(line)
    if not isinstance(number, Number):
        raise UsageError(f"'{line}': {number.sentence}", "Nothing was written.")
    taken = {
        fold(other.name): other.name
        for article in session.library.articles
        for other in article.numbers
        if other.kind == TAKE
    }
    if number.kind == ADDS and fold(number.name) not in taken:
        known = did_you_mean(number.name, taken.values()) or f"Times have the names: {', '.join(taken.values())}."
        raise UsageError(f"No time is called '{number.name}', so this would change nothing.", known)
    return number


def _named(session: Session, words: str) -> Notice:
    current = current_notices(session)
    sought = fold(words)
    found = [notice for notice in current if notice.key == words] or [
        notice for notice in current if sought and (sought in fold(notice.key) or sought in fold(notice.sentence))
    ]
    if len(found) == 1:
        return found[0]
    listed = "; ".join(f"{notice.key} ({notice.sentence})" for notice in found or current)
    if found:
        raise AmbiguousError(f"'{words}' could be several notices.", f"Say which: {listed}")
    raise NotFoundError(f"No notice that counts today is called '{words}'.", f"There are: {listed or 'none'}.")
