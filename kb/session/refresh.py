"""Brings snapshot and index up to date with the content folder; a search that finds both fresh never comes here."""

import contextlib
import json
import sqlite3
import time
from collections.abc import Callable, Container, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from kb.checksum import blake2b
from kb.desk.publish import for_sales, hidden_names
from kb.errors import UnreadableError
from kb.files import locked, sweep_temporaries
from kb.library.scan import Scan, fingerprint, scan
from kb.library.snapshot import Snapshot
from kb.model.article import SALES, Article
from kb.model.library import Library
from kb.search.manifest import IndexBroken, Manifest, read_manifest
from kb.session.lines import packed
from kb.session.looking import Look
from kb.session.session import Session
from kb.session.told import Signatures
from kb.text import fold

if TYPE_CHECKING:
    from kb.search.document import Document

SNAPSHOT_NAME = "snapshot.sqlite"
LOCK_NAME = "lock"
LONGEST_WAIT = 600.0
"""Seconds; a hundred thousand articles take less."""


class Names(NamedTuple):
    """What decides which links a salesperson may follow."""

    readable: Container[str]
    """The slugs of the articles that may be read."""

    hidden: frozenset[str]
    """What gives away the others."""


Progress = Callable[[str, int, int], None]
"""Called with what is being done, how far it is, and of how many."""


def no_progress(_what: str, _done: int, _of: int) -> None:
    """Says nothing."""


def current_library(session: Session) -> Library:
    """The content folder, whole, as it is now."""
    with _refreshed(session, LONGEST_WAIT, no_progress) as (snapshot, _seen):
        return snapshot.library()


def last_library(session: Session) -> Library:
    """The content folder as it was when it was last read. Raises `UnreadableError` where nothing is left of that."""
    path = session.state / SNAPSHOT_NAME
    with contextlib.suppress(sqlite3.Error, ValueError):
        if path.exists():
            with Snapshot(path, session.world.chance(12)) as snapshot:
                if snapshot.revision:
                    return snapshot.library()
    raise UnreadableError(f"The folder {session.root} is not reachable.", "Is the drive there?")


def bring_up_to_date(
    session: Session,
    *,
    wait: float = LONGEST_WAIT,
    anew: bool = False,
    look: Look | None = None,
    progress: Progress = no_progress,
) -> Manifest:
    """The index as the content folder is now; `anew` builds all of it, from every file read again.

    A `look` that was just taken is not taken again, unless another process has been at work since.
    Raises `LockedError` when another process is at it for longer than `wait` seconds.
    """
    with _refreshed(session, wait, progress, look, anew=anew) as (snapshot, taken):
        return _index(session.state, snapshot, taken.fingerprint, progress, anew=anew)


def read_scan(root: Path) -> Scan:
    """One look at the folder. Raises `UnreadableError` where it cannot be read."""
    try:
        return scan(root)
    except OSError as error:
        raise UnreadableError(f"The folder {root} cannot be read ({error.strerror}).", "Is the drive there?") from error


@contextlib.contextmanager
def _refreshed(
    session: Session, wait: float, progress: Progress, look: Look | None = None, *, anew: bool = False
) -> Iterator[tuple[Snapshot, Look]]:
    path = session.state / SNAPSHOT_NAME
    with locked(session.state / LOCK_NAME, wait=wait):
        sweep_temporaries(session.state, time.time())
        if anew:
            path.unlink(missing_ok=True)
        taken = _current(session, look)
        with _sound_snapshot(session, path, taken, progress) as snapshot:
            yield snapshot, taken


def _current(session: Session, look: Look | None) -> Look:
    """The look, unless the index is another by now; then a new one."""
    manifest = read_manifest(session.state)
    if look is not None and look.stamp == (manifest.stamp if manifest else None):
        return look
    at = time.time_ns()
    seen = read_scan(session.root)
    return Look(seen, fingerprint(seen), at, None)


def _sound_snapshot(session: Session, path: Path, look: Look, progress: Progress) -> Snapshot:
    """The snapshot, refreshed; a damaged one is thrown away once."""

    def read(done: int) -> None:
        progress("Reading", done, len(look.seen.paths))

    try:
        return _fresh(session, path, look, read)
    except (sqlite3.Error, ValueError):
        path.unlink(missing_ok=True)
        return _fresh(session, path, look, read)


def _fresh(session: Session, path: Path, look: Look, read: Callable[[int], None]) -> Snapshot:
    snapshot = Snapshot(path, session.world.chance(12))
    try:
        snapshot.refresh(session.root, look.seen, look.at_ns, read)
    except BaseException:
        snapshot.close()
        raise
    return snapshot


def _index(folder: Path, snapshot: Snapshot, mark: str, progress: Progress, *, anew: bool) -> Manifest:
    """The index made from the snapshot: what has changed is updated, or all of it is built."""
    from kb.search.build import rebuild, update  # noqa: PLC0415 - whoever only reads the library needs no Whoosh

    names = Names(snapshot.outlines, hidden_names(snapshot.outlines.hidden(), SALES))
    stamp = _stamp(snapshot, mark, names)
    before = None if anew else read_manifest(folder)
    if before is not None and _goes_on(before.stamp, stamp):
        changed, gone = _changed(snapshot, before.stamp["revision"], names)
        with contextlib.suppress(IndexBroken):
            return update(folder, changed, gone, stamp)

    def indexed(done: int) -> None:
        progress("Indexing", done, stamp["count"])

    signatures = Signatures(snapshot.signatures())
    names = names._replace(readable=snapshot.outlines.readable())
    found = (_document(article, names, signatures) for article in snapshot.articles())
    return rebuild(folder, filter(None, found), stamp, progress=indexed)


def _changed(snapshot: Snapshot, revision: int, names: Names) -> "tuple[list[Document], list[str]]":
    """What an index of that revision lacks, and the paths of what is in it and must not be."""
    changes = snapshot.changes_since(revision)
    slugs = snapshot.signed_since(revision)
    beside = snapshot.outlines.linking_since(revision) | snapshot.outlines.paths_of(slugs)
    articles = {article.path: article for article in (*snapshot.articles_at(sorted(beside)), *changes.articles)}
    signatures = Signatures(snapshot.signatures_of(article.slug for article in articles.values()))
    documents = {path: _document(article, names, signatures) for path, article in articles.items()}
    gone = [*changes.gone, *(path for path, document in documents.items() if document is None)]
    return [document for document in documents.values() if document], gone


def _goes_on(before: dict[str, Any], stamp: dict[str, Any]) -> bool:
    """Whether the index may be updated: made from this snapshot, when the same names had to be hidden."""
    return all(before.get(key) == stamp[key] for key in ("identity", "hidden", "signing"))


def _document(article: Article, names: Names, signatures: Signatures) -> "Document | None":
    """What a salesperson may be told of the article; None when that is nothing."""
    from kb.session.documents import document_of  # noqa: PLC0415 - whoever only reads the library indexes nothing

    kept = signatures.in_force(article)
    edition = for_sales(kept.article if kept else article, names.readable, names.hidden)
    return document_of(edition, kept.agreed if kept else None) if edition else None


def _stamp(snapshot: Snapshot, mark: str, names: Names) -> dict[str, Any]:
    """What a search needs to know beside the index: whether it is fresh, and the words of the frame."""
    frame = snapshot.frame()
    return {
        "fingerprint": mark,
        "settled": snapshot.is_settled,
        "count": snapshot.outlines.count(),
        "identity": snapshot.identity,
        "signing": snapshot.is_signing,
        "revision": snapshot.revision,
        "hidden": blake2b(json.dumps(sorted(names.hidden)).encode(), digest_size=16).hexdigest(),
        "synonyms": [[term.term, list(term.customers)] for term in frame.terms if term.customers],
        "desks": {desk.key: [desk.name, desk.reach] for desk in frame.desks},
        "tags": sorted({fold(tag) for tag in snapshot.outlines.tags()}),
        "notices": packed(snapshot.notices()),
        "share_searches": frame.company.share_searches,
    }
