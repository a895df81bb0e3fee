"""Writing the index: all of it, or what has changed; always beside the one in force. Searches nothing.

One process at a time may write; the caller holds a lock. An update takes over the files of the generation in force
by hard link, adds a segment, and swaps (`kb.search.generations`).
"""

from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import Any

from whoosh.index import create_in, open_dir

from kb.processes import available
from kb.search.document import Document
from kb.search.generations import new_generation, put_in_force, swap, take_over
from kb.search.lexicon import extend_lexicon, write_lexicon
from kb.search.manifest import IndexBroken, Manifest, check_files, read_manifest
from kb.search.parts import write_in_parts
from kb.search.schema import schema
from kb.search.segment import new_segment

_MANY = 8_000
"""So many articles are worth being written by several processes."""


def rebuild(
    folder: Path,
    documents: Iterable[Document],
    stamp: dict[str, Any],
    *,
    progress: Callable[[int], None] = lambda _count: None,
) -> Manifest:
    """Builds the index of all documents beside the one in force, then swaps; `progress` is called with each count.

    Of two documents with one path the later counts. Raises `OSError` or `WriteError` where the disk does not let it.
    """
    with new_generation(folder) as generation:
        _write_all(generation, {document.path: document for document in documents}.values(), progress)
        return swap(folder, generation, stamp)


def update(folder: Path, changed: Iterable[Document], gone: Iterable[str], stamp: dict[str, Any]) -> Manifest:
    """The index with `changed` documents added or replaced and the paths `gone` removed; then swaps.

    Without either, only the stamp is new. Raises `IndexBroken` where there is nothing to update or it cannot be read;
    then rebuild. Raises `OSError` or `WriteError` where the disk does not let it.
    """
    before = read_manifest(folder)
    if before is None:
        raise IndexBroken(f"There is no index in {folder}.")
    documents = {document.path: document for document in changed}
    removed = {*gone, *documents}
    if not removed:
        return put_in_force(folder, before._replace(stamp=stamp))
    with new_generation(folder) as generation:
        try:
            check_files(folder / before.generation, before)
            take_over(folder / before.generation, generation, before)
            _write_changes(generation, documents.values(), removed)
        except (OSError, IndexBroken):
            raise
        except Exception as error:
            raise IndexBroken(f"The index in {folder} cannot be updated.") from error
        return swap(folder, generation, stamp)


def _write_all(generation: Path, documents: Collection[Document], progress: Callable[[int], None]) -> None:
    processes = available()
    if len(documents) >= _MANY and processes > 1:
        write_lexicon(generation, write_in_parts(generation, documents, progress, processes))
        return
    index = create_in(str(generation), schema())
    words: set[str] = set()
    if documents:
        with new_segment(index) as segment:
            for count, document in enumerate(documents, 1):
                words |= segment.add(document)
                progress(count)
    write_lexicon(generation, words)


def _write_changes(generation: Path, documents: Collection[Document], gone: Iterable[str]) -> None:
    index = open_dir(str(generation), schema=schema())
    words: set[str] = set()
    with new_segment(index) as segment:
        segment.replace(gone, len(documents))
        for document in documents:
            words |= segment.add(document)
    extend_lexicon(generation, words)
