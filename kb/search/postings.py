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


class Table:
    """The postings of every term of one field, while a segment is being written."""

    def __init__(self, *, scored: bool) -> None:
        self._scored = scored
        self._terms: dict[str, array[int]] = {}

    def add(self, document: int, terms: Collection[str]) -> None:
        """Adds a document, whose number is higher than that of any before."""
        length = min(len(terms), LONGEST)
        for term, count in Counter(terms).items():
            self.append(term, document, min(count, LONGEST) * _STEP + length if self._scored else 0)

    def append(self, term: str, document: int, weight: int) -> None:
        """Adds one posting."""
        both = self._terms.get(term)
        if both is None:
            self._terms[term] = array("I", (document, weight))
        else:
            both.append(document)
            both.append(weight)

    def packed(self) -> Iterator[tuple[str, int, bytes]]:
        """Each term with how often it occurs, and its postings as `unpacked` reads them."""
        for term, both in self._terms.items():
            documents, weights = both[::2], both[1::2]
            yield term, sum(weight // _STEP for weight in weights), sealed(documents.tobytes() + weights.tobytes())


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
