"""Keeps the searches that found no answer, so that production sees what is asked for; never who asked.

One JSON object a line, in a private log beside the caches; where `kb.yaml` says `share_searches: yes`, in the content
folder too. A log that cannot be written costs nobody an answer.
"""

import contextlib
import json
import os
import re
import stat
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from kb.errors import KbError, WriteError
from kb.files import append_line, create_exclusive, locked, read_bytes, write_atomic
from kb.model.results import Found
from kb.render.found_json import one_line
from kb.search.manifest import read_manifest
from kb.session.session import Session
from kb.settings import MAX_QUERY_CHARACTERS

LOG_NAME = "misses.jsonl"
SHARED_FOLDER = "searches"
"""In the content folder; one file a machine, as two machines cannot append to one file on a network drive."""

MACHINE_NAME = "machine-id"
LARGEST_LOG = 1024 * 1024
"""Bytes; a larger log is set aside as `….1.jsonl`, in the place of the one before."""

LONGEST_LINE = 4096
"""Bytes; so much is appended in one step everywhere."""

_LOCK_NAME = "misses.lock"
_NEAREST = 3
_MACHINE_LETTERS = 12
_READ_AT_MOST = 16 * LARGEST_LOG


class Miss(NamedTuple):
    """One search that found no answer."""

    time: datetime
    """In UTC, to the second."""

    words: str
    """As typed, but no more than was searched for."""

    corrected: str | None
    """What was searched instead, where words were corrected."""

    nearest: tuple[str, ...]
    """Slugs of the articles that came nearest, best first."""


class Misses(NamedTuple):
    """What a log holds."""

    misses: tuple[Miss, ...]
    """In the order in which they were written."""

    unreadable: int
    """How many lines are torn, or no miss."""


def keep_miss(session: Session, found: Found) -> None:
    """Appends the search to the logs; where one cannot be written, it stays as it was, without a word."""
    line = _line(session.now, found)
    lock = session.state.parent / _LOCK_NAME
    with contextlib.suppress(KbError, OSError):
        _append(session.state / LOG_NAME, line, lock, mode=0o600)
    with contextlib.suppress(KbError, OSError):
        if _is_shared(session):
            _append(_shared_log(session), line, lock, mode=0o666)


def read_misses(path: Path) -> Misses:
    """What one log holds; nothing where there is none. Raises `UnreadableError` for a link or what is no file."""
    if not os.path.lexists(path):
        return Misses((), 0)
    lines = [line for line in read_bytes(path, _READ_AT_MOST).split(b"\n") if line.strip()]
    misses = tuple(miss for line in lines if (miss := _miss(line)) is not None)
    return Misses(misses, len(lines) - len(misses))


def _line(now: datetime, found: Found) -> bytes:
    """The miss as it is written; where its letters take so many bytes that the line is too long, more is cut."""
    time = f"{now.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    slugs = [hit.slug for hit in found.hits[:_NEAREST]]
    most = MAX_QUERY_CHARACTERS
    while len(line := _written(time, found, slugs, most)) >= LONGEST_LINE:
        most //= 2
    return line


def _written(time: str, found: Found, slugs: Sequence[str], most: int) -> bytes:
    """One line, no text in it longer than `most` characters; part of a slug is of no use, so it is left out whole."""
    miss = {
        "time": time,
        "words": found.query[:most],
        "corrected": None if found.corrected is None else found.corrected[:most],
        "nearest": [slug for slug in slugs if len(slug) <= most],
    }
    return one_line(miss).encode()


def _append(log: Path, line: bytes, lock: Path, *, mode: int) -> None:
    if _size(log) > LARGEST_LOG:
        with contextlib.suppress(KbError, OSError):
            _set_aside(log, lock)
    with contextlib.suppress(FileExistsError):
        log.touch(mode, exist_ok=False)
    append_line(log, line)


def _size(log: Path) -> int:
    """Bytes of the log, 0 where there is none. Raises `WriteError` for a link, which would lead out of the folder."""
    try:
        status = log.lstat()
    except FileNotFoundError:
        return 0
    if not stat.S_ISREG(status.st_mode):
        raise WriteError(f"{log} is no regular file.")
    return status.st_size


def _set_aside(log: Path, lock: Path) -> None:
    """Gives the log its second name; under a lock, so that nobody sets the next, short one aside in its place."""
    with locked(lock, wait=0):
        if _size(log) > LARGEST_LOG:
            log.replace(log.with_suffix(f".1{log.suffix}"))


def _is_shared(session: Session) -> bool:
    """What `kb.yaml` says, as it was read when the index was made."""
    manifest = read_manifest(session.state)
    return manifest is not None and manifest.stamp.get("share_searches") is True


def _shared_log(session: Session) -> Path:
    folder = session.root / SHARED_FOLDER
    with contextlib.suppress(FileExistsError):
        folder.mkdir()
        folder.chmod(stat.S_IMODE(session.root.stat().st_mode))  # whoever writes answers writes here too
    return folder / f"{_machine(session)}.jsonl"


def _machine(session: Session) -> str:
    """The random name of this machine, made once; a damaged one is made anew, as it becomes a file's name."""
    path = session.state.parent / MACHINE_NAME
    name = session.world.chance(_MACHINE_LETTERS)
    if not path.exists():
        create_exclusive(path, name.encode())
    written = read_bytes(path, LONGEST_LINE).decode("ascii", "replace").strip()
    if re.fullmatch(f"[a-z0-9]{{{_MACHINE_LETTERS}}}", written):
        return written
    write_atomic(path, name.encode())
    return name


def _miss(line: bytes) -> Miss | None:
    """The miss that a line holds; None where it holds none."""
    try:
        match json.loads(line.decode()):
            case {"time": str(time), "words": str(words), "corrected": str() | None as corrected, "nearest": [*slugs]}:
                if all(isinstance(slug, str) for slug in slugs):
                    return Miss(_moment(time), words, corrected, tuple(slugs))
    except (ValueError, OverflowError, RecursionError):
        return None
    return None


def _moment(written: str) -> datetime:
    """The time in UTC. Raises `ValueError` where it is none or has no zone, `OverflowError` beyond the calendar."""
    time = datetime.fromisoformat(written)
    if time.tzinfo is None:
        raise ValueError(written)
    return time.astimezone(UTC)
