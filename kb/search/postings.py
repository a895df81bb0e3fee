"""The postings of a term, packed into one value: which documents hold it, how often, and how long each is.

Whoosh would keep each posting apart and hand it out by three calls; a whole term at once is written in a tenth of the
time and read in a fifth. Knows no index and no scores.
"""

from array import array
from collections import Counter
from collections.abc import Collection, Iterator
from typing import NamedTuple

from kb.search.sealing import sealed, unsealed

LONGEST = 4095
"""Lengths and counts are told apart up to here; a posting holds both in one figure of 24 bits."""

_STEP = LONGEST + 1


class Postings(NamedTuple):
    """The documents of one segment that hold a term."""

    documents: "array[int]"
    """Ascending, numbered within the segment."""

    weights: "array[int]"
    """For each, count and length (`count_and_length`); 0 in a field that is not scored."""


NONE = Postings(array("I"), array("I"))


class _Arrays(dict[str, "array[int]"]):
    """An array for each term that is met."""

    def __missing__(self, term: str) -> "array[int]":
        found = self[term] = array("I")
        return found


class Table:
    """The postings of every term of one field, while a segment is being written."""

    def __init__(self, *, scored: bool) -> None:
        self._scored = scored
        self._documents = _Arrays()
        self._weights = _Arrays()
        self.occurrences = 0
        """How often terms occur, all of them together; counted in a scored field only."""

    def add(self, document: int, terms: Collection[str]) -> None:
        """Adds a document, whose number is higher than that of any before."""
        documents, weights = self._documents, self._weights
        if not self._scored:
            for term in set(terms):
                documents[term].append(document)
            return
        length = min(len(terms), LONGEST)
        for term, count in Counter(terms).items():
            documents[term].append(document)
            weights[term].append(min(count, LONGEST) * _STEP + length)
            self.occurrences += min(count, LONGEST)

    def append(self, term: str, document: int, weight: int) -> None:
        """Adds one posting."""
        self._documents[term].append(document)
        if self._scored:
            self._weights[term].append(weight)
            self.occurrences += weight // _STEP

    def packed(self) -> Iterator[tuple[str, bytes]]:
        """Each term with its postings as `unpacked` reads them."""
        for term, documents in self._documents.items():
            data = documents.tobytes()
            yield term, sealed(data + (self._weights[term].tobytes() if self._scored else bytes(len(data))))


def unpacked(packed: bytes) -> Postings | None:
    """The postings that `Table` packed; None where they are damaged."""
    both: array[int] = array("I")
    data = unsealed(packed)
    if data is None or len(data) % (2 * both.itemsize):
        return None
    both.frombytes(data)
    half = len(both) // 2
    return Postings(both[:half], both[half:])


def count_and_length(weight: int) -> tuple[int, int]:
    """How often the term occurs in its text, and how many terms that text has, from the weight of a posting."""
    return divmod(weight, _STEP)
