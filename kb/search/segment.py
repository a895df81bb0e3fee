"""One segment of the index while it is being written, with the small ones before it melted in. Swaps nothing.

Whoosh's own merging looks at every posting; here a whole term is moved at once. How large a segment may be to be
melted is such that a search never meets many, and that an article is written again about as often as there are sizes.
"""

import contextlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from whoosh.codec.whoosh3 import W3Codec

from kb.search.analysis import is_small, text_terms, title_terms, words_of
from kb.search.document import Document
from kb.search.index import read_postings
from kb.search.lexicon import hyphenated, is_spellable
from kb.search.pairs import pack
from kb.search.postings import Table
from kb.search.schema import DESK, FIELDS, HIT, MARK, PAIRS, PATH, TAG, TEXT, TITLE, WEIGHTS, WORD
from kb.search.sealing import sealed

_MEMORY_MB = 1024
"""More than a segment needs: what does not fit is sorted on disk, at half the speed."""

_MELTED = 8
"""A segment is melted in while it is at most so many times as large as what is written anyway."""

_SPARED = 4
"""So many that could be melted in are left alone: melting takes longer than all the rest of finding one change."""

_WORN = 0.5
"""A segment is melted in, too, when so much of it has been deleted."""


@contextlib.contextmanager
def new_segment(index: Any) -> Iterator["Segment"]:  # noqa: ANN401 - Whoosh has few types
    """A segment that is in the index once the block ends well."""
    segment = Segment(index)
    try:
        yield segment
    except BaseException:
        segment.cancel()
        raise
    segment.commit()


class Segment:
    """Takes what is gone, then what is new."""

    def __init__(self, index: Any) -> None:  # noqa: ANN401 - Whoosh has few types
        self._index = index
        # Deflating what is packed already would make the index a third smaller, and writing and reading it take longer.
        codec = W3Codec(compression=0)  # type: ignore[no-untyped-call]
        self._writer = index.writer(limitmb=_MEMORY_MB, compound=False, codec=codec)
        self._count = 0
        self._melted: set[object] = set()
        self._tables = {field: Table(scored=field in WEIGHTS) for field in FIELDS}
        self._words: set[str] = set()

    def replace(self, gone: Iterable[str], new: int) -> None:
        """Deletes documents by their path, and melts small segments in; `new` documents will be added."""
        reader = self._index.reader()
        leaves = [(leaf, base) for leaf, base in reader.leaf_readers() if leaf.doc_count_all()]
        deleted = [set(leaf.segment().deleted_docs()) for leaf, _ in leaves]
        for path in gone:
            for (leaf, base), known in zip(leaves, deleted, strict=True):
                for document in read_postings(leaf, PATH, path).documents:
                    known.add(document)
                    self._writer.delete_document(base + document)
        for leaf, known in _to_melt([leaf for leaf, _ in leaves], deleted, new):
            self._melt(leaf, known)
        reader.close()

    def add(self, document: Document) -> set[str]:
        """Adds a document; returns those of its words that the lexicon must have and that no document before it had.

        What customers say counts twice: its words are theirs.
        """
        title = words_of(document.title)
        rest = [words_of(part) for part in (*document.questions, document.body)]
        in_title = title_terms(title)
        in_text = [text_terms(words) for words in (title, *rest)]
        again = [term for words in rest[:-1] for term in text_terms(word for word in words if not is_small(word))]
        words = set(title).union(*rest)
        terms: Mapping[str, Collection[str]] = {
            PATH: (document.path,),
            TAG: document.tags,
            DESK: (document.desk,) if document.desk else (),
            MARK: document.marks,
            WORD: words,
            TITLE: in_title,
            TEXT: [*again, *chain.from_iterable(in_text)],
        }
        for field, found in terms.items():
            self._tables[field].add(self._count, found)
        hit = f"{document.path}\n{document.card}\n{document.numbers}".encode("utf-8", "surrogatepass")
        self._store(sealed(hit), sealed(pack(in_title, in_text)))
        new = words - self._words
        self._words |= new
        return set(filter(is_spellable, new)).union(
            *map(hyphenated, (document.title, *document.questions, document.body))
        )

    def commit(self) -> None:
        """Writes it; the postings go into one more document behind all others."""
        if self._count:
            # Without values of its own Whoosh would fill its columns up, and moves their lengths while it does.
            self._writer.add_document(**self._tables, **{HIT: b"", PAIRS: b""})
        self._writer.commit(mergetype=self._left)

    def cancel(self) -> None:
        """Writes nothing."""
        self._writer.cancel()

    def _left(self, _writer: object, segments: list[Any]) -> list[Any]:
        """The segments that stay as they are."""
        return [segment for segment in segments if segment.segment_id() not in self._melted]

    def _melt(self, leaf: Any, deleted: Collection[int]) -> None:  # noqa: ANN401 - Whoosh has few types
        """Takes over what is left of a segment."""
        hits, pairs = leaf.column_reader(HIT), leaf.column_reader(PAIRS)
        numbers: dict[int, int] = {}
        for document in range(leaf.doc_count_all() - 1):
            if document not in deleted:
                numbers[document] = self._count
                self._store(hits[document], pairs[document])
        for field, table in self._tables.items():
            for term in leaf.lexicon(field):
                name = term.decode()
                for document, weight in zip(*read_postings(leaf, field, name), strict=True):
                    if document in numbers:
                        table.append(name, numbers[document], weight)
        self._melted.add(leaf.segment().segment_id())

    def _store(self, hit: bytes, pairs: bytes) -> None:
        self._writer.add_document(**{HIT: hit, PAIRS: pairs})
        self._count += 1


def _to_melt(leaves: list[Any], deleted: list[set[int]], new: int) -> list[tuple[Any, set[int]]]:
    """The segments that are small beside what is written after them, the last first, and those that are worn."""
    small, worn = [], []
    written = max(new, 1)
    for leaf, known in zip(reversed(leaves), reversed(deleted), strict=True):
        there = leaf.doc_count_all() - 1
        left = there - len(known)
        if len(known) > _WORN * there:
            worn.append((leaf, known))
        elif left <= _MELTED * written:
            written += left
            small.append((leaf, known))
    return worn + (small if len(small) > _SPARED else [])
