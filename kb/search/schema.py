"""What is indexed of an article, how much each field weighs, and the numbers of BM25. Knows no files.

Every field takes terms that are analysed already (`kb.search.analysis`): a text is cut into words once, whatever the
number of fields it goes into.
"""

from collections.abc import Generator
from typing import Any

from whoosh.columns import VarBytesColumn
from whoosh.fields import COLUMN, FieldType, Schema
from whoosh.formats import Existence

from kb.search.postings import Table

PATH = "path"
TAG = "tag"
DESK = "desk"
MARK = "mark"
"""The caller's own terms."""
WORD = "word"
"""Every word as it is written, for searches that want it so."""
TITLE = "title"
TEXT = "text"
HIT = "hit"
"""Path, card and numbers, each on a line, handed back with a hit."""
PAIRS = "pairs"
"""Pairs of neighbouring words, packed (`kb.search.pairs`): looked at for the best few only."""

WEIGHTS = {TITLE: 0.75, TEXT: 1.0}
"""How much a term counts by its field; measured on eight public collections, FAQ and classic."""

FIELDS = (PATH, TAG, DESK, MARK, WORD, TITLE, TEXT)
"""The fields that have terms; those of WEIGHTS are scored."""

BM25_B = 0.75
BM25_K1 = 1.5


class _Values(Existence):
    """Postings that hold a value of any length."""

    posting_size = -1


class Terms(FieldType):
    """A field of terms that were analysed before; each has one posting, which holds all of its segment, packed."""

    def __init__(self) -> None:
        no_analyser: Any = None
        super().__init__(_Values(), no_analyser, scorable=True)  # else Whoosh keeps no length of the field

    def index(
        self,
        value: Table,
        **_options: Any,  # noqa: ANN401
    ) -> Generator[tuple[bytes, int, float, bytes], Any, None]:
        """Each term with how often it occurs, a weight that plays no part, and its postings.

        Whoosh adds the occurrences up and keeps only their sum, so the first term is given all of them.
        """
        occurrences = value.occurrences
        for term, packed in value.packed():
            yield term.encode(), occurrences, 1.0, packed
            occurrences = 0


def schema() -> Schema:
    """The fields of the index."""
    column = COLUMN(VarBytesColumn(write_offsets_cutoff=0))  # type: ignore[no-untyped-call]
    return Schema(
        **{
            PATH: Terms(),
            TAG: Terms(),
            DESK: Terms(),
            MARK: Terms(),
            WORD: Terms(),
            TITLE: Terms(),
            TEXT: Terms(),
            HIT: column,
            PAIRS: column,
        }
    )
