"""What is new for a salesperson since a day, or since the last time somebody asked on this machine; shows nothing."""

import contextlib
import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from kb.desk.news import answers_news, in_order, notices_news
from kb.errors import KbError, UsageError
from kb.files import write_atomic
from kb.model.article import INSIDE
from kb.model.news import WITHDRAWN, News
from kb.session.session import Session
from kb.words.days import day_named

AT_FIRST = timedelta(days=30)
"""How far back the first news go."""

_NAME = "news.json"


class Report(NamedTuple):
    """The news."""

    since: date
    news: tuple[News, ...]
    signing: bool
    """Whether signatures play a part: without them no answer is ever news."""


def news_since(session: Session, since: str) -> Report:
    """The news from that day on, or from when they were last asked for; that is remembered.

    Raises `UsageError` for what is no day.
    """
    last = _last(session)
    first = _day(session, since) if since else last.day or session.today - AT_FIRST
    found = in_order(_all(session, first))
    gone = [one.slug for one in found if one.kind == WITHDRAWN]
    _remember(session, _Last(session.today, (*last.gone, *gone)))
    shown = found if since else tuple(one for one in found if one.kind != WITHDRAWN or one.slug not in last.gone)
    return Report(first, shown, session.library.signatures is not None)


class _Last(NamedTuple):
    """When the news were last asked for, and which answers had gone by then: nothing else tells when they went."""

    day: date | None = None
    gone: tuple[str, ...] = ()


def _all(session: Session, since: date) -> Iterator[News]:
    library, told = session.library, session.told
    yield from answers_news(told.articles, told.standings(session.today), library.signatures or (), since)
    yield from notices_news(library.notices, since, session.today)


def _day(session: Session, words: str) -> date:
    """The day that was named, one that has passed."""
    with contextlib.suppress(ValueError):
        return date.fromisoformat(words)
    day = day_named(words, session.today)
    if day is None or day > session.today:
        raise UsageError(f"'{words}' names no day that has passed.", "Write --since 2026-11-02.")
    return day


def _last(session: Session) -> _Last:
    try:
        found = json.loads((session.state / _NAME).read_bytes())
        return _Last(date.fromisoformat(found["day"]), tuple(map(str, found["gone"])))
    except (OSError, ValueError, KeyError, TypeError):
        return _Last()


def _remember(session: Session, last: _Last) -> None:
    """Keeps when the news were asked for; where that cannot be written, the next news go back further."""
    there = {article.slug for article in session.library.articles if article.audience != INSIDE}
    gone = sorted(set(last.gone) - there)
    day = last.day.isoformat() if last.day else ""
    with contextlib.suppress(KbError):
        write_atomic(session.state / _NAME, json.dumps({"day": day, "gone": gone}).encode())
