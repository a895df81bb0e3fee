"""Opening the index for a search, and what a search asks of it. Writes nothing; building is in `kb.search.build`."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self

from whoosh.index import open_dir

from kb.search.lexicon import open_lexicon
from kb.search.manifest import IndexBroken, Manifest, check_files, read_manifest
from kb.search.schema import HIT, PAIRS, TEXT, TITLE, schema
from kb.search.sealing import unsealed

_TRIES = 10


class Searcher:
    """An open index: its leaves (one a segment) and the figures of the whole collection."""

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self.manifest = manifest
        self.generation = folder / manifest.generation
        check_files(self.generation, manifest)
        with contextlib.ExitStack() as stack:
            self._lexicon = stack.enter_context(open_lexicon(self.generation))
            index: Any = open_dir(str(self.generation), schema=schema())
            self._reader = index.reader()
            stack.callback(self._reader.close)
            self._look_around()
            self._files = stack.pop_all()

    def _look_around(self) -> None:
        self.leaves = [(leaf, base) for leaf, base in self._reader.leaf_readers() if leaf.doc_count_all()]
        self.count = sum(leaf.doc_count_all() for leaf, _ in self.leaves)
        self.average_lengths = {
            field: sum(leaf.field_length(field) for leaf, _ in self.leaves) / max(self.count, 1)
            for field in (TITLE, TEXT)
        }
        # Opened now: a writer may take the files away while a search is at work.
        self._columns = {field: [leaf.column_reader(field) for leaf, _ in self.leaves] for field in (HIT, PAIRS)}
        self._frequencies: dict[tuple[str, str], int] = {}
        self._words: frozenset[str] | None = None

    @property
    def words(self) -> frozenset[str]:
        """The collection's own words, for spelling; some may have gone (`live_frequency` tells)."""
        if self._words is None:
            self._words = frozenset(self._lexicon.read().splitlines())
        return self._words

    def document_frequency(self, field: str, term: str) -> int:
        """How many documents hold the term in that field; deleted ones count until their segment is merged."""
        key = (field, term)
        known = self._frequencies.get(key)
        if known is None:
            known = sum(leaf.doc_frequency(field, term) for leaf, _ in self.leaves)
            self._frequencies[key] = known
        return known

    def live_frequency(self, field: str, term: str) -> int:
        """How many documents hold the term; 0 where all that hold it are deleted."""
        return self.document_frequency(field, term) if any(True for _ in self.documents(field, term)) else 0

    def documents_with(self, field: str, term: str) -> frozenset[int]:
        """The documents that hold the term in that field, deleted ones left out."""
        return frozenset(self.documents(field, term))

    def documents(self, field: str, term: str) -> Iterator[int]:
        """The same one by one, for those who may have seen enough."""
        for leaf, base in self.leaves:
            if (field, term) in leaf:
                for document in leaf.postings(field, term).all_ids():
                    yield base + document

    def holds(self, document: int, field: str, term: str) -> bool:
        """Whether the document holds the term in that field."""
        leaf, base = self.leaves[self._place(document)]
        if (field, term) not in leaf:
            return False
        postings = leaf.postings(field, term)
        if postings.is_active():
            postings.skip_to(document - base)
        return bool(postings.is_active() and postings.id() == document - base)

    def hit(self, document: int) -> tuple[str, str]:
        """Path and card of a document."""
        path, _, card = self._value(HIT, document).decode("utf-8", "surrogatepass").partition("\n")
        return path, card

    def pairs(self, document: int) -> bytes:
        """The packed pairs of a document (`kb.search.pairs`)."""
        return self._value(PAIRS, document)

    def _value(self, field: str, document: int) -> bytes:
        place = self._place(document)
        value = unsealed(self._columns[field][place][document - self.leaves[place][1]])
        if value is None:
            raise IndexBroken(f"The {field} of document {document} is damaged.")
        return value

    def _place(self, document: int) -> int:
        """Which leaf holds the document."""
        return next(place for place in reversed(range(len(self.leaves))) if document >= self.leaves[place][1])

    def close(self) -> None:
        """Lets go of the files."""
        self._files.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def open_searcher(folder: Path) -> Searcher:
    """The index that is in force in `folder`. Raises `IndexBroken` where there is none, or it cannot be read.

    A writer may take a generation away while it is being opened; then there is another one in force.
    """
    failure: Exception | None = None
    failed = ""
    for _ in range(_TRIES):
        manifest = read_manifest(folder)
        if manifest is None or manifest.generation == failed:
            break
        try:
            return Searcher(folder, manifest)
        except Exception as error:  # noqa: BLE001 - a damaged index raises anything
            failed, failure = manifest.generation, error
    raise IndexBroken(f"The index in {folder} cannot be opened.") from failure
