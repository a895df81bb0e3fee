"""What promises are checked against, as it lies ready in a small file: a check that finds it fresh parses nothing.

The file is a cache like the index: whatever is wrong with it, it is made anew.
"""

import time
from dataclasses import dataclass, replace
from datetime import date

import msgspec

from kb import __version__
from kb.files import write_atomic
from kb.library.scan import fingerprint, scan
from kb.model.agreement import Agreed
from kb.model.library import Frame
from kb.model.notice import Notice
from kb.model.published import SalesArticle
from kb.model.states import ASK_FIRST
from kb.session.session import Session
from kb.settings import SNAPSHOT_SCHEMA

CACHE_NAME = "promises.json"
_RACY_NS = 2_000_000_000
"""As in the snapshot: a file written so shortly before may have changed since without its times telling."""


@dataclass(frozen=True, slots=True)
class Basis:
    """The answers, words and notices of a company, as salespeople may read them, for whatever day."""

    mark: str
    """Of what it was made."""

    articles: tuple[SalesArticle, ...]
    """Without their prose, which no promise is checked against."""

    frame: Frame
    notices: tuple[Notice, ...]
    agreed: dict[str, Agreed]
    """How each article stands by its signatures, by slug; empty where those play no part."""

    def unquotable(self, day: date) -> frozenset[str]:
        """The articles that nobody may quote on that day without asking."""
        return frozenset(slug for slug, one in self.agreed.items() if one.state(day) in ASK_FIRST)


def basis_of(session: Session) -> Basis:
    """The basis as the folder is now. Raises `UnreadableError` where it cannot be read."""
    mark, settled = _look(session)
    kept = _kept(session, mark) if mark else None
    if kept is not None:
        return kept
    basis = _made(session, mark)
    if settled:
        write_atomic(session.state / CACHE_NAME, msgspec.json.encode(basis))
    return basis


def _look(session: Session) -> tuple[str, bool]:
    """What tells whether anything has changed, and whether all of it was left alone for long enough to tell."""
    looked = time.time_ns()
    try:
        seen = scan(session.root)
    except OSError:
        return "", False  # whoever reads the folder says what is wrong with it
    mark = f"{SNAPSHOT_SCHEMA} {__version__} {fingerprint(seen)}"
    return mark, all(key.touched_ns < looked - _RACY_NS for key in seen.files)


def _kept(session: Session, mark: str) -> Basis | None:
    try:
        data = (session.state / CACHE_NAME).read_bytes()
        if not data.startswith(b'{"mark":' + msgspec.json.encode(mark)):
            return None
        return msgspec.json.decode(data, type=Basis)
    except (OSError, ValueError):  # msgspec's errors are ValueErrors
        return None


def _made(session: Session, mark: str) -> Basis:
    from kb.desk.publish import sales_edition  # noqa: PLC0415 - once for every change of the folder

    told = session.told
    articles = tuple(
        replace(each, say=(), why=(), worth_telling=(), push_back=()) for each in sales_edition(told.articles)
    )
    return Basis(mark, articles, session.library.frame, session.library.notices, dict(told.agreed))
