"""Changes an article's file so that nobody's words are lost, also when two do so at once; opens no editor."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kb.errors import ConflictError, UnreadableError
from kb.files import create_exclusive, locked, private_folder, read_bytes, write_atomic
from kb.library.article import read_article
from kb.model.article import Article
from kb.model.problem import ERROR, Problem
from kb.session.naming import resolve
from kb.session.session import Session
from kb.session.write import LOCK_NAME, WAIT, article_files, checked, default_audience, keep_draft, stem_of
from kb.settings import MAX_ARTICLE_BYTES


@dataclass(frozen=True, slots=True)
class Opened:
    """An article's file as it was when somebody began to change it."""

    path: str
    """Relative to the content folder, with `/`."""

    file: Path
    data: bytes


@dataclass(frozen=True, slots=True)
class Saved:
    """A file as it was saved."""

    file: Path
    article: Article | None
    """None where it cannot be read."""

    problems: tuple[Problem, ...]
    """What reading and checking say about it."""

    @property
    def has_errors(self) -> bool:
        """Whether `kb lint` would fail on it."""
        return any(problem.severity == ERROR for problem in self.problems)


def open_article(session: Session, words: str) -> Opened:
    """The article that the words name, for changing; also one that cannot be read for its mistakes.

    Raises `NotFoundError`, `AmbiguousError`.
    """
    files = article_files(session)
    named = [path for path in files if words in (path, stem_of(path))]
    path = named[0] if len(named) == 1 else resolve(session.library.articles, words).path
    file = session.root / files.get(path, path)
    return Opened(path, file, _read(file))


def save_edit(session: Session, opened: Opened, data: bytes) -> Saved:
    """The article's file with its new content, whatever its mistakes: they are told, not refused.

    Raises `ConflictError` when somebody else changed the file meanwhile: theirs stays in place, this one is kept
    beside it under a name that is not read as an article.
    """
    with locked(private_folder(session.state) / LOCK_NAME, wait=WAIT):
        there = _there(opened.file)
        if there not in (opened.data, data):
            raise _conflict(session, opened, data, gone=there is None)
        if there != data:
            write_atomic(opened.file, data)
    article, problems = read_article(opened.path, data, default_audience(session))
    return Saved(opened.file, article, checked(session, opened.path, article, problems))


def rewrite(session: Session, opened: Opened, change: Callable[[bytes], bytes | None]) -> Saved | None:
    """The article's file as `change` makes it from what stands there now; None where that made nothing of it.

    No two kb of one person do so at once, so that none undoes what another has changed.
    """
    with locked(private_folder(session.state) / LOCK_NAME, wait=WAIT):
        there = _read(opened.file)
        data = change(there)
        if data is None:
            return None
        if data != there:
            write_atomic(opened.file, data)
    article, problems = read_article(opened.path, data, default_audience(session))
    return Saved(opened.file, article, checked(session, opened.path, article, problems))


def _conflict(session: Session, opened: Opened, data: bytes, *, gone: bool) -> ConflictError:
    happened = "removed" if gone else "changed"
    stem = f"{opened.file.stem}.conflict-{session.now:%Y%m%dT%H%M%S}"
    kept = opened.file.with_name(f"{stem}{opened.file.suffix}.txt")
    if not opened.file.parent.is_dir() or not create_exclusive(kept, data):
        kept = keep_draft(session, data.decode("utf-8", "replace"), stem)
    way_out = "Nobody's words are lost." if gone else f"Theirs is in {opened.file}. Bring the two together there."
    return ConflictError(f"Somebody else {happened} {opened.path} meanwhile. Yours is kept in {kept}", way_out)


def _read(file: Path) -> bytes:
    try:
        return read_bytes(file, MAX_ARTICLE_BYTES)
    except UnreadableError as error:
        raise UnreadableError(f"{file} {error.sentence}.", error.way_out) from error


def _there(file: Path) -> bytes | None:
    return _read(file) if file.exists() else None
