"""What is indexed of an article, how much each field weighs, and the numbers of BM25. Knows no files.

Every field takes terms that are analysed already (`kb.search.analysis`): a text is cut into words once, whatever the
number of fields it goes into.
"""

from collections import Counter
from collections.abc import Collection, Generator
from typing import Any

from whoosh.columns import VarBytesColumn
from whoosh.fields import COLUMN, ID, FieldType, Schema
from whoosh.formats import Existence

PATH = "path"
TAG = "tag"
DESK = "desk"
WORD = "word"
"""Every word as it is written, for searches that want it so."""
TITLE = "title"
TEXT = "text"
HIT = "hit"
"""Path and card, handed back with a hit."""
PAIRS = "pairs"
"""Pairs of neighbouring words, packed (`kb.search.pairs`): looked at for the best few only."""

WEIGHTS = {TITLE: 0.75, TEXT: 1.0}
"""How much a term counts by its field; measured on eight public collections, FAQ and classic."""

BM25_B = 0.75
BM25_K1 = 1.5

LONGEST = 4095
"""Lengths and counts are told apart up to here; the index holds both in one figure of 24 bits."""

_STEP = LONGEST + 1


class Terms(FieldType):
    """A field of terms that were analysed before; a posting holds how often a term occurs, and how long the text is.

    With the length in the posting, scoring reads nothing but postings.
    """

    def __init__(self, *, scorable: bool) -> None:
        no_analyser: Any = None
        super().__init__(Existence(), no_analyser, scorable=scorable)

    def index(
        self,
        value: Collection[str],
        **_options: Any,  # noqa: ANN401
    ) -> Generator[tuple[bytes, int, float, bytes], Any, None]:
        """Each term with its count, count and length as weight, and no further value."""
        length = min(len(value), LONGEST)
        for term, count in Counter(value).items():
            yield term.encode(), count, float(min(count, LONGEST) * _STEP + length), b""


def count_and_length(weight: float) -> tuple[float, float]:
    """How often the term occurs in its text, and how many terms that text has, from the weight of a posting."""
    return divmod(weight, _STEP)


def schema() -> Schema:
    """The fields of the index."""
    column = COLUMN(VarBytesColumn(write_offsets_cutoff=0))  # type: ignore[no-untyped-call]
    return Schema(
        **{
            PATH: ID(unique=True),
            TAG: Terms(scorable=False),
            DESK: Terms(scorable=False),
            WORD: Terms(scorable=False),
            TITLE: Terms(scorable=True),
            TEXT: Terms(scorable=True),
            HIT: column,
            PAIRS: column,
        }
    )
