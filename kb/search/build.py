"""Writing the index: all of it, or what has changed; always beside the one in force. Searches nothing.

One process at a time may write; the caller holds a lock. An update takes over the files of the generation in force
by hard link, adds a segment, and swaps (`kb.search.generations`).
"""

import contextlib
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from whoosh.index import create_in, open_dir

from kb.search.analysis import is_small, text_terms, title_terms, words_of
from kb.search.document import Document
from kb.search.generations import new_generation, put_in_force, swap, take_over
from kb.search.lexicon import hyphenated, is_spellable, read_lexicon, write_lexicon
from kb.search.manifest import IndexBroken, Manifest, check_files, read_manifest
from kb.search.pairs import pack
from kb.search.schema import DESK, HIT, PAIRS, PATH, TAG, TEXT, TITLE, WORD, schema
from kb.search.sealing import sealed

_MEMORY_MB = 1024
"""More than a segment needs: what does not fit is sorted on disk, at half the speed."""

_SEGMENT = 5_000
"""Articles that are written at once: about 200 MB while it is done."""


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


def _write_all(generation: Path, documents: Iterable[Document], progress: Callable[[int], None]) -> None:
    index = create_in(str(generation), schema())
    words: set[str] = set()
    numbered = enumerate(documents, 1)
    while batch := list(islice(numbered, _SEGMENT)):
        with _writing(index, merge=False) as writer:
            for count, document in batch:
                words |= _add(writer, document)
                progress(count)
    write_lexicon(generation, words)


def _write_changes(generation: Path, documents: Iterable[Document], gone: Iterable[str]) -> None:
    index = open_dir(str(generation), schema=schema())
    words = read_lexicon(generation)
    with _writing(index, merge=True) as writer:
        _delete(index, writer, gone)
        for document in documents:
            words |= _add(writer, document)
    write_lexicon(generation, words)


@contextlib.contextmanager
def _writing(index: Any, *, merge: bool) -> Iterator[Any]:  # noqa: ANN401 - Whoosh has few types
    """A writer that adds one segment; `merge` lets Whoosh melt small segments into it."""
    writer = index.writer(limitmb=_MEMORY_MB, compound=False)
    try:
        yield writer
    except BaseException:
        writer.cancel()
        raise
    writer.commit(merge=merge)


def _delete(index: Any, writer: Any, paths: Iterable[str]) -> None:  # noqa: ANN401 - Whoosh has few types
    """Deletes documents by their path; what Whoosh has for it imports its whole query language."""
    reader = index.reader()
    for leaf, base in reader.leaf_readers():
        for path in paths:
            if (PATH, path) in leaf:
                for document in list(leaf.postings(PATH, path).all_ids()):
                    writer.delete_document(base + document)
    reader.close()


def _add(writer: Any, document: Document) -> set[str]:  # noqa: ANN401 - Whoosh has no types
    """Adds a document; returns its words for the lexicon. What customers say counts twice, as its words are theirs."""
    title = words_of(document.title)
    rest = [words_of(part) for part in (*document.questions, document.body)]
    in_title = title_terms(title)
    in_text = [text_terms(words) for words in (title, *rest)]
    again = [term for words in rest[:-1] for term in text_terms(word for word in words if not is_small(word))]
    writer.add_document(
        **{
            PATH: document.path,
            HIT: sealed(f"{document.path}\n{document.card}".encode("utf-8", "surrogatepass")),
            PAIRS: sealed(pack(in_title, in_text)),
            TAG: document.tags,
            DESK: (document.desk,) if document.desk else (),
            WORD: {word for words in (title, *rest) for word in words},
            TITLE: in_title,
            TEXT: [*again, *(term for terms in in_text for term in terms)],
        }
    )
    words = {word for words in (title, *rest) for word in words if is_spellable(word)}
    return words.union(*map(hyphenated, (document.title, *document.questions, document.body)))
