"""Where a meeting of both sides was left, so that the next one goes on from there; signs nothing."""

import contextlib
from collections.abc import Sequence

from kb.errors import UnreadableError
from kb.files import read_bytes, write_atomic
from kb.model.article import Article
from kb.session.session import Session
from kb.settings import MAX_ARTICLE_BYTES

_NAME = "meeting.txt"


def going_on(session: Session, articles: Sequence[Article]) -> list[Article]:
    """The answers in turn, beginning where the last meeting was left; what was passed over there comes last."""
    left = _left_at(session)
    return [one for one in articles if one.path >= left] + [one for one in articles if one.path < left]


def leave_at(session: Session, article: Article | None) -> None:
    """Remembers the answer with which the next meeting begins; None for the first one."""
    file = session.state / _NAME
    if article is None:
        with contextlib.suppress(OSError):
            file.unlink(missing_ok=True)
    else:
        write_atomic(file, article.path.encode("utf-8", "replace"))


def _left_at(session: Session) -> str:
    try:
        return read_bytes(session.state / _NAME, MAX_ARTICLE_BYTES).decode("utf-8", "replace")
    except UnreadableError:
        return ""
