"""The SQLite file that a snapshot is kept in: one row a file, and a few named values. Reads no content."""

import contextlib
import sqlite3
from array import array
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from kb import __version__
from kb.library.outlines import OUTLINE_TABLES
from kb.library.scan import FIGURES, FileKey, Scan, keys_of
from kb.settings import SNAPSHOT_SCHEMA

_TABLES = f"""
    CREATE TABLE file (
        path TEXT PRIMARY KEY, digest BLOB, revision INT, gone INT, content BLOB, problems BLOB
    );
    CREATE INDEX changed ON file (revision, path);
    CREATE TABLE meta (name TEXT PRIMARY KEY, value);
    {OUTLINE_TABLES}
"""
_MARK = f"{SNAPSHOT_SCHEMA} {__version__}"
"""A file with another mark was written by another kb, and is thrown away."""

_SET = """
    INSERT INTO meta VALUES (?, ?)
    ON CONFLICT DO UPDATE SET value = excluded.value WHERE value IS NOT excluded.value
"""
"""What is the same is not written again: the paths of a large library are megabytes, and seldom change."""

_FORGET = "UPDATE file SET gone = 1, content = NULL, revision = ? WHERE path = ? AND NOT gone"

_IN_DOUBT = array("q", [-1] * FIGURES)
"""In the place of a file's figures: no file has a size below nothing."""

_AT_ONCE = 256
"""Files whose figures are compared at once."""


class Kept(NamedTuple):
    """What is kept of one file; what it was made into is JSON."""

    path: str
    digest: bytes
    revision: int
    content: bytes | None
    problems: bytes


class Known(NamedTuple):
    """What the last look saw, as `Scan` has it: as rows of a table it would take ten times as long to read."""

    paths: list[str]
    figures: "array[int]"
    """A file is read again when something of its figures changes; those of one in doubt are such as no file has."""

    def changed(self, seen: Scan) -> tuple[list[FileKey], set[str]]:
        """The files that must be read, by path, and the paths of those that are no longer there."""
        before, now = self._apart(seen)
        gone = {key.path for key in before}.difference(key.path for key in now)
        return sorted(set(now).difference(before)), gone

    def _apart(self, seen: Scan) -> tuple[list[FileKey], list[FileKey]]:
        """What was and what is, without most of what is alike: as nouns, all of it would take ten times as long."""
        if self.paths != seen.paths:
            return keys_of(self.paths, self.figures), keys_of(seen.paths, seen.figures)
        before: list[FileKey] = []
        now: list[FileKey] = []
        for start in range(0, len(self.paths), _AT_ONCE):
            here = slice(start * FIGURES, (start + _AT_ONCE) * FIGURES)
            if self.figures[here] != seen.figures[here]:
                paths = self.paths[start : start + _AT_ONCE]
                before += keys_of(paths, self.figures[here])
                now += keys_of(paths, seen.figures[here])
        return before, now


class Store:
    """The open file. Whatever it raises is a `sqlite3.Error`; then throw the file away."""

    def __init__(self, path: Path, first: Iterable[tuple[str, object]]) -> None:
        """Opens the file; a new one starts with the `first` named values."""
        self.db = _existing(path) or _new(path, first)

    def value(self, name: str) -> object:
        """The value of that name; None where there is none."""
        row = self.db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def set_value(self, name: str, value: object) -> None:
        """Keeps a named value."""
        self.db.execute(_SET, (name, value))

    def known(self) -> Known:
        """What the last look saw."""
        paths, figures = self.value("known_paths"), self.value("known_figures")
        known = Known(paths.split("\n") if isinstance(paths, str) and paths else [], array("q"))
        if isinstance(figures, bytes):
            known.figures.frombytes(figures)
        return known

    def set_known(self, seen: Scan, doubtful: set[str]) -> None:
        """Keeps what a look saw; of the doubtful files only their paths."""
        figures = seen.figures[:]
        for place, path in enumerate(seen.paths if doubtful else ()):
            if path in doubtful:
                figures[place * FIGURES : (place + 1) * FIGURES] = _IN_DOUBT
        self.set_value("known_paths", "\n".join(seen.paths))
        self.set_value("known_figures", figures.tobytes())
        self.set_value("settled", int(not doubtful))

    def has_same(self, path: str, digest: bytes) -> bool:
        """Whether the file is kept with these very bytes."""
        same = "SELECT 1 FROM file WHERE path = ? AND digest = ? AND NOT gone"
        return self.db.execute(same, (path, digest)).fetchone() is not None

    def keep(self, kept: Kept) -> None:
        """Keeps what became of one file."""
        path, digest, revision, content, problems = kept
        values = (path, digest, revision, content, problems)
        self.db.execute("INSERT OR REPLACE INTO file VALUES (?, ?, ?, 0, ?, ?)", values)

    def forget(self, path: str, revision: int) -> None:
        """Marks a file as gone; the row stays, to tell since when."""
        self.db.execute(_FORGET, (revision, path))

    def close(self) -> None:
        """Lets go of the file."""
        self.db.close()


def _existing(path: Path) -> sqlite3.Connection | None:
    """The file that is there; None where there is none that this kb has written."""
    with contextlib.suppress(sqlite3.Error):
        db = sqlite3.connect(path)
        with contextlib.suppress(sqlite3.Error):
            if db.execute("SELECT value FROM meta WHERE name = 'mark'").fetchone() == (_MARK,):
                db.execute("PRAGMA synchronous = OFF")  # disposable: not worth waiting for the disk
                return db
        db.close()
    return None


def _new(path: Path, first: Iterable[tuple[str, object]]) -> sqlite3.Connection:
    path.unlink(missing_ok=True)
    Path(f"{path}-journal").unlink(missing_ok=True)
    db = sqlite3.connect(path)
    with db:
        db.executescript("PRAGMA synchronous = OFF;" + _TABLES)
        db.executemany("INSERT INTO meta VALUES (?, ?)", [("mark", _MARK), *first])
    return db
