"""What promises are checked against on a day, lying ready in a small file: a check that finds it fresh builds nothing.

The file is a cache like the index: whatever is wrong with it, it is made anew.
"""

import re
import time
from typing import NamedTuple, get_origin

import msgspec

from kb import __version__
from kb.desk.calendar import Calendar, calendar_of
from kb.desk.promises.ground import Ground
from kb.files import write_atomic
from kb.library.scan import fingerprint, scan
from kb.session.session import Session
from kb.settings import SNAPSHOT_SCHEMA

CACHE_NAME = "promises.msgpack"
_RACY_NS = 2_000_000_000
"""As in the snapshot: a file written so shortly before may have changed since without its times telling."""


class Basis(NamedTuple):
    """What promises are checked against on one day."""

    ground: Ground
    desks: dict[str, tuple[str, str]]
    """Name and extension of each desk, by its key."""


def basis_of(session: Session) -> Basis:
    """The basis as the folder is now. Raises `UnreadableError` where it cannot be read."""
    mark, settled = _look(session)
    kept = _kept(session, mark) if mark else None
    if kept is not None:
        return kept
    from kb.session.ground import built  # noqa: PLC0415 - once for every change of the folder, and once a day

    basis = Basis(*built(session))
    if settled:
        slim = basis._replace(ground=_slim(basis.ground))
        write_atomic(session.state / CACHE_NAME, mark + msgspec.msgpack.encode(slim, enc_hook=_plain))
    return basis


def _look(session: Session) -> tuple[bytes, bool]:
    """What tells whether anything has changed, and whether all of it was left alone for long enough to tell."""
    looked = time.time_ns()
    try:
        seen = scan(session.root)
    except OSError:
        return b"", False  # whoever reads the folder says what is wrong with it
    mark = f"{SNAPSHOT_SCHEMA} {__version__} {session.today} {fingerprint(seen)}\n"
    return mark.encode(), seen.touched_ns < looked - _RACY_NS


def _kept(session: Session, mark: bytes) -> Basis | None:
    try:
        data = (session.state / CACHE_NAME).read_bytes()
        if not data.startswith(mark):
            return None
        basis = msgspec.msgpack.decode(memoryview(data)[len(mark) :], type=Basis, dec_hook=_whole)
    except (OSError, ValueError):  # msgspec's errors are ValueErrors
        return None
    # The numbers stand in the lines already, and a calendar works out its years when it is asked.
    numbers = tuple(line.number for line in basis.ground.lines)
    return basis._replace(ground=basis.ground._replace(numbers=numbers, calendar=calendar_of(numbers)))


def _slim(ground: Ground) -> Ground:
    """The ground without what its lines tell already."""
    return ground._replace(numbers=(), lexicon=ground.lexicon._replace(phrases={}))


def _plain(value: object) -> object:
    """Stands for what has no plain form: nothing for a calendar, its text for a pattern."""
    if isinstance(value, Calendar):
        return None
    if isinstance(value, re.Pattern):
        return value.pattern
    raise NotImplementedError(type(value))


def _whole(kind: type, value: object) -> object:
    """What stood for it as what it was; a calendar without its days."""
    if kind is Calendar:
        return Calendar()
    if get_origin(kind) is re.Pattern:
        return re.compile(str(value))
    raise NotImplementedError(kind)
