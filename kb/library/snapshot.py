"""The whole content folder, compiled into one disposable SQLite file: only files that changed are read again.

It holds articles and problems as JSON, never pickled. Whoever finds it damaged throws it away; nothing is lost.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple, Self, TypeVar

import msgspec

from kb.errors import UnreadableError
from kb.library.compiling import Source, compiled, digest_of, json_of, sources_of
from kb.library.outlines import Outlines
from kb.library.parts import Inside, Part, Parts, assemble, read_file, skipped_problems
from kb.library.scan import AGREED, ARTICLES, FRAME_FILES, INSIDE, NOTICES, FileKey, Scan
from kb.library.store import Kept, Store
from kb.model.agreement import Signature
from kb.model.article import Article
from kb.model.library import Frame, Library
from kb.model.notice import Notice
from kb.model.problem import Problem

_RACY_NS = 2_000_000_000
"""A file written so shortly before it was looked at may have changed since without its times telling."""

_Decoded = TypeVar("_Decoded")


class Changes(NamedTuple):
    """What happened to articles since a revision, by path."""

    articles: tuple[Article, ...]
    """New or changed."""

    gone: tuple[str, ...]
    """Deleted, or no longer readable."""


class Snapshot:
    """An open snapshot; one process at a time may refresh it, the caller holds a lock."""

    def __init__(self, path: Path, identity: str) -> None:
        start = [("identity", identity), ("revision", 0), ("frame", json_of(Frame()))]
        self._store = Store(path, [*start, ("frame_problems", b"[]"), ("skipped", b"[]")])
        self.outlines = Outlines(self._store.db)

    @property
    def identity(self) -> str:
        """Another one after the snapshot was thrown away: what was built from it is then of no use."""
        return str(self._store.value("identity"))

    @property
    def revision(self) -> int:
        """Rises with every change."""
        return int(str(self._store.value("revision")))

    @property
    def is_settled(self) -> bool:
        """Whether every file had been left alone for long enough when it was read."""
        return bool(self._store.value("settled"))

    @property
    def is_signing(self) -> bool:
        """Whether signatures play a part."""
        return bool(self._store.value("signing"))

    def refresh(self, root: Path, seen: Scan, looked_ns: int, progress: Callable[[int], None]) -> None:
        """Reads every file again that is not as it was; `looked_ns` is when `seen` was made.

        `progress` is called with the count of files read so far. Raises `sqlite3.Error` where the snapshot is damaged.
        """
        with self._store.db:
            changed, gone = self._store.known().changed(seen)
            revision = self.revision + 1
            if self._refresh_frame(root, seen, changed):
                changed = [key for key in seen.files if key.path not in FRAME_FILES]  # another default audience
                self._store.db.execute("UPDATE file SET digest = NULL")
            for path in sorted(gone):
                self._store.forget(path, revision)
                self._outline(path, None)
            doubtful = self._read_all(sources_of(root, seen, changed, progress), len(changed), revision, looked_ns)
            self.outlines.settle(revision)
            self._store.set_known(seen, doubtful)
            self._store.set_value("skipped", json_of(skipped_problems(seen)))
            self._store.set_value("signing", int(seen.signing))
            self._store.set_value("revision", revision)

    def frame(self) -> Frame:
        """Everything but the articles."""
        return _decode(self._store.value("frame"), Frame)

    def library(self) -> Library:
        """All of it, as `kb.library.load.load_library` reads it."""
        rows = self._store.db.execute(
            "SELECT path, content, problems FROM file WHERE NOT gone ORDER BY path"
        ).fetchall()
        problems = [problem for row in rows for problem in _decode(row[2], tuple[Problem, ...])]
        problems += _decode(self._store.value("frame_problems"), tuple[Problem, ...])
        problems += _decode(self._store.value("skipped"), tuple[Problem, ...])
        parts = Parts()
        for path, content, _problems in rows:
            parts.take(path, _part(path, content) if content else None)
        return assemble(self.frame(), parts, problems, signing=self.is_signing)

    def articles(self) -> Iterator[Article]:
        """Every article, by path, without what `inside/` has for it."""
        for (content,) in self._store.db.execute(f"SELECT content {_ARTICLES} AND NOT gone ORDER BY path"):
            yield _decode(content, Article)

    def articles_at(self, paths: Iterable[str]) -> Iterator[Article]:
        """The articles at these paths, those that there are."""
        for path in paths:
            for (content,) in self._store.db.execute(f"SELECT content {_ARTICLES} AND NOT gone AND path = ?", (path,)):
                yield _decode(content, Article)

    def changes_since(self, revision: int) -> Changes:
        """What happened to articles after that revision."""
        rows = self._store.db.execute(f"SELECT content {_ARTICLES} AND NOT gone AND revision > ?", (revision,))
        gone = self._store.db.execute(_GONE, (revision,))
        return Changes(tuple(_decode(row[0], Article) for row in rows), tuple(row[0] for row in gone))

    def notices(self) -> tuple[Notice, ...]:
        """Every notice, by path."""
        rows = self._store.db.execute(f"SELECT content {_NOTICES} AND NOT gone ORDER BY path")
        return tuple(_decode(row[0], Notice) for row in rows)

    def signatures(self) -> tuple[Signature, ...] | None:
        """Every signature, by path; None where signatures play no part."""
        if not self.is_signing:
            return None
        rows = self._store.db.execute(f"SELECT content {_SIGNATURES} AND NOT gone ORDER BY path")
        return tuple(_decode(row[0], Signature) for row in rows)

    def signatures_of(self, slugs: Iterable[str]) -> tuple[Signature, ...] | None:
        """The signatures of some articles; None where signatures play no part."""
        if not self.is_signing:
            return None
        within = f"SELECT content {_SIGNATURES} AND NOT gone AND path >= ? AND path < ? ORDER BY path"
        ranges = [(f"{AGREED}{slug}/", f"{AGREED}{slug}0") for slug in sorted(set(slugs))]  # 0 comes after /
        rows = (row for ends in ranges for row in self._store.db.execute(within, ends))
        return tuple(_decode(row[0], Signature) for row in rows)

    def signed_since(self, revision: int) -> set[str]:
        """The slugs of articles whose signatures have changed since that revision."""
        return {PurePosixPath(path).parent.name for (path,) in self._store.db.execute(_SIGNED_SINCE, (revision,))}

    def close(self) -> None:
        """Lets go of the file."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def _refresh_frame(self, root: Path, seen: Scan, changed: Sequence[FileKey]) -> bool:
        """Reads the frame if any of its files changed; whether another default audience holds now."""
        there = [path for path in seen.paths if path in FRAME_FILES]
        if self._store.value("frame_files") == " ".join(there) and not any(key.path in there for key in changed):
            return False
        sources: dict[str, bytes] = {}
        unreadable: list[Problem] = []
        for path in there:
            try:
                sources[path] = read_file(root, path)
            except UnreadableError as error:
                unreadable.append(Problem(path, 0, f"This file {error.sentence}. {error.way_out}".strip()))
        from kb.library.frame import read_frame  # noqa: PLC0415 - seldom: it reads YAML

        frame, problems = read_frame(sources)
        before = self._store.value("default_audience")
        self._store.set_value("frame", json_of(frame))
        self._store.set_value("frame_problems", json_of((*problems, *unreadable)))
        self._store.set_value("frame_files", " ".join(there))
        self._store.set_value("default_audience", frame.company.default_audience)
        return before is not None and before != frame.company.default_audience

    def _read_all(self, sources: Iterator[Source], count: int, revision: int, looked_ns: int) -> set[str]:
        """Reads files into their rows; returns the paths of those that must be read at the next look too.

        A file with the bytes that it had keeps its revision.
        """
        doubtful: set[str] = set()
        new = self._new(sources, revision, looked_ns - _RACY_NS, doubtful)
        for key, data, content, problems in compiled(new, count, str(self._store.value("default_audience") or "")):
            self._keep(Kept(key.path, digest_of(data), revision, content, problems))
        return doubtful

    def _new(
        self, sources: Iterator[Source], revision: int, racy_from: int, doubtful: set[str]
    ) -> Iterator[tuple[FileKey, bytes]]:
        """The files whose bytes are not those that are kept; deals with the others."""
        for key, found in sources:
            if key.touched_ns >= racy_from or not isinstance(found, bytes):
                doubtful.add(key.path)
            if isinstance(found, Problem):
                self._keep(Kept(key.path, b"", revision, None, json_of((found,))))
            elif found is not None and not self._store.has_same(key.path, digest_of(found)):
                yield key, found

    def _keep(self, kept: Kept) -> None:
        self._store.keep(kept)
        self._outline(kept.path, kept.content)

    def _outline(self, path: str, content: bytes | None) -> None:
        if path.startswith(ARTICLES):
            self.outlines.replace(path, content)


def _part(path: str, content: bytes) -> Part:
    """What a file became, by the folder that it lies in."""
    kinds: dict[str, type[Part]] = {INSIDE: Inside, NOTICES: Notice, AGREED: Signature}
    kind = next((kind for folder, kind in kinds.items() if path.startswith(folder)), Article)
    return _decode(content, kind)


_ARTICLES = "FROM file WHERE path LIKE 'articles/%' AND content IS NOT NULL"
_NOTICES = "FROM file WHERE path >= 'notices/' AND path < 'notices0' AND content IS NOT NULL"
_SIGNED_SINCE = "SELECT path FROM file WHERE path LIKE 'agreed/%' AND revision > ?"
_SIGNATURES = "FROM file WHERE path LIKE 'agreed/%' AND content IS NOT NULL"
_GONE = "SELECT path FROM file WHERE path LIKE 'articles/%' AND content IS NULL AND revision > ?"


def _decode(data: object, kind: type[_Decoded]) -> _Decoded:
    return msgspec.json.decode(data if isinstance(data, bytes) else b"", type=kind)
