"""The SQLite file that a snapshot is kept in: one row a file, and a few named values. Reads no content."""

import contextlib
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from kb import __version__
from kb.library.scan import FileKey
from kb.settings import SNAPSHOT_SCHEMA

_TABLES = """
    CREATE TABLE file (
        path TEXT PRIMARY KEY, size INT, mtime INT, ctime INT, inode INT, racy INT, digest BLOB,
        revision INT, gone INT, content BLOB, problems BLOB
    );
    CREATE TABLE meta (name TEXT PRIMARY KEY, value);
"""
_MARK = f"{SNAPSHOT_SCHEMA} {__version__}"
"""A file with another mark was written by another kb, and is thrown away."""

_KNOWN = "SELECT path, size, mtime, ctime, inode, racy FROM file WHERE NOT gone"
_TOUCH = "UPDATE file SET size = ?, mtime = ?, ctime = ?, inode = ?, racy = ? WHERE path = ?"
_FORGET = "UPDATE file SET gone = 1, content = NULL, revision = ? WHERE path = ? AND NOT gone"


class Row(NamedTuple):
    """What is kept of one file; what it was made into is JSON."""

    key: FileKey
    racy: bool
    """Whether it was written so shortly before it was read that it must be read again."""

    digest: bytes
    revision: int
    content: bytes | None
    problems: bytes


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
        self.db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def drop_values(self, beginning: str) -> None:
        """Forgets every value whose name begins so."""
        self.db.execute("DELETE FROM meta WHERE substr(name, 1, ?) = ?", (len(beginning), beginning))

    def known(self) -> dict[str, tuple[int, ...]]:
        """Size, times, inode and whether it must be read again, of each file by its path."""
        return {row[0]: row[1:] for row in self.db.execute(_KNOWN)}

    def has_same(self, path: str, digest: bytes) -> bool:
        """Whether the file is kept with these very bytes."""
        same = "SELECT 1 FROM file WHERE path = ? AND digest = ? AND NOT gone"
        return self.db.execute(same, (path, digest)).fetchone() is not None

    def keep(self, row: Row) -> None:
        """Keeps what became of one file."""
        values = (*row.key, int(row.racy), row.digest, row.revision, row.content, row.problems)
        self.db.execute("INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)", values)

    def touch(self, key: FileKey, *, racy: bool) -> None:
        """Keeps other times of a file whose bytes are the same."""
        self.db.execute(_TOUCH, (*key[1:], int(racy), key.path))

    def forget(self, paths: Iterable[str], revision: int) -> None:
        """Marks files as gone; the rows stay, to tell since when."""
        self.db.executemany(_FORGET, [(revision, path) for path in paths])

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
