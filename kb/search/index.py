"""Opening the index for a search, and what a search asks of it. Writes nothing; building is in `kb.search.build`."""

import contextlib
from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, Self

from whoosh.index import open_dir
from whoosh.reading import TermNotFound

from kb.search.lexicon import open_lexicon
from kb.search.manifest import IndexBroken, Manifest, check_files, read_manifest
from kb.search.postings import NONE, Postings, count_and_length, unpacked
from kb.search.schema import HIT, PAIRS, TEXT, TITLE, schema
from kb.search.sealing import unsealed

_TRIES = 10

_REMEMBERED = 1_000
"""Terms whose postings are kept for the next question."""


class Leaf(NamedTuple):
    """One segment of the index."""

    base: int
    """The number of its first document."""

    size: int
    """How many documents it holds, deleted ones too. Behind them Whoosh has one more, which has all the postings."""

    deleted: frozenset[int]
    """Numbered within the leaf."""


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
        leaves = [(leaf, base) for leaf, base in self._reader.leaf_readers() if leaf.doc_count_all()]
        self.leaves = [Leaf(base, leaf.doc_count_all() - 1, _deleted(leaf)) for leaf, base in leaves]
        self.count = sum(leaf.size for leaf in self.leaves)
        self.average_lengths = {
            field: sum(leaf.field_length(field) for leaf, _ in leaves) / max(self.count, 1) for field in (TITLE, TEXT)
        }
        self._readers = [leaf for leaf, _ in leaves]
        # Opened now: a writer may take the files away while a search is at work.
        self._columns = {field: [leaf.column_reader(field) for leaf in self._readers] for field in (HIT, PAIRS)}
        self._postings: dict[tuple[str, str], list[Postings]] = {}
        self._words: frozenset[str] | None = None

    @property
    def words(self) -> frozenset[str]:
        """The collection's own words, for spelling; some may have gone (`live_frequency` tells)."""
        if self._words is None:
            self._words = frozenset(self._lexicon.read().splitlines())
        return self._words

    def postings(self, field: str, term: str) -> list[Postings]:
        """The documents that hold the term in that field, leaf by leaf, deleted ones too."""
        key = (field, term)
        known = self._postings.get(key)
        if known is None:
            if len(self._postings) >= _REMEMBERED:
                self._postings.clear()
            known = self._postings[key] = [read_postings(reader, field, term) for reader in self._readers]
        return known

    def document_frequency(self, field: str, term: str) -> int:
        """How many documents hold the term in that field; deleted ones count until their segment is written anew."""
        return sum(len(found.documents) for found in self.postings(field, term))

    def live_frequency(self, field: str, term: str) -> int:
        """How many documents hold the term; 0 where all that hold it are deleted."""
        pairs = zip(self.leaves, self.postings(field, term), strict=True)
        is_live = any(not leaf.deleted.issuperset(found.documents) for leaf, found in pairs)
        return self.document_frequency(field, term) if is_live else 0

    def documents_with(self, field: str, term: str) -> frozenset[int]:
        """The documents that hold the term in that field, deleted ones left out."""
        return frozenset(self.documents(field, term))

    def documents(self, field: str, term: str) -> Iterator[int]:
        """The same one by one, ascending, for those who may have seen enough."""
        for leaf, found in zip(self.leaves, self.postings(field, term), strict=True):
            yield from (leaf.base + document for document in found.documents if document not in leaf.deleted)

    def count_and_length(self, document: int, field: str, term: str) -> tuple[int, int]:
        """How often the document has the term in that field, and how many terms it has there; zeros for never."""
        place = self._place(document)
        found = self.postings(field, term)[place]
        at = place_of(document - self.leaves[place].base, found)
        return (0, 0) if at is None else count_and_length(found.weights[at])

    def hit(self, document: int) -> tuple[str, str]:
        """Path and card of a document."""
        path, card, _ = self._hit(document)
        return path, card

    def numbers(self, document: int) -> tuple[str, str, str]:
        """Path, card and numbers of a document, as they were given."""
        path, card, numbers = self._hit(document)
        return path, card, numbers

    def live(self) -> Iterator[int]:
        """Every document that is not deleted."""
        for leaf in self.leaves:
            yield from (leaf.base + document for document in range(leaf.size) if document not in leaf.deleted)

    def _hit(self, document: int) -> list[str]:
        return self._value(HIT, document).decode("utf-8", "surrogatepass").split("\n")

    def pairs(self, document: int) -> bytes:
        """The packed pairs of a document (`kb.search.pairs`)."""
        return self._value(PAIRS, document)

    def _value(self, field: str, document: int) -> bytes:
        place = self._place(document)
        value = unsealed(self._columns[field][place][document - self.leaves[place].base])
        if value is None:
            raise IndexBroken(f"The {field} of document {document} is damaged.")
        return value

    def _place(self, document: int) -> int:
        """Which leaf holds the document."""
        return next(place for place in reversed(range(len(self.leaves))) if document >= self.leaves[place].base)

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


def read_postings(reader: Any, field: str, term: str) -> Postings:  # noqa: ANN401 - Whoosh has few types
    """The postings of a term in one segment. Raises `IndexBroken` where they are damaged."""
    try:
        packed = reader.postings(field, term).value()
    except TermNotFound:
        return NONE
    found = unpacked(packed)
    if found is None:
        raise IndexBroken(f"The postings of {term} are damaged.")
    return found


def place_of(document: int, found: Postings) -> int | None:
    """Where a document of the leaf stands among the postings; None where it is not there."""
    place = bisect_left(found.documents, document)
    return place if place < len(found.documents) and found.documents[place] == document else None


def _deleted(reader: Any) -> frozenset[int]:  # noqa: ANN401 - Whoosh has few types
    return frozenset(reader.segment().deleted_docs())
