"""Words that one writes as one and another as two: `leadtime`, `lead-time`, `lead time`; only those a collection knows.

The collection knows a join where its parts are neighbours in one of its articles, or its glossary has them so; that is
what keeps `carton` from being a `car` of a `ton`.
"""

import re
from collections.abc import Sequence
from itertools import islice, pairwise

from kb.search.analysis import is_small, stem
from kb.search.index import Searcher
from kb.search.pairs import in_text
from kb.search.schema import TEXT, TITLE
from kb.search.synonyms import Glossary

_LOOKED_AT = 200
"""Articles that are looked at for two neighbours: of those that hold the rarer of them."""

_SHORTEST_PART = 2

_LEAST_KNOWN = 6
"""Letters from which a word that the collection knows may be two all the same."""

_LEAST_KNOWN_PART = 3


def parts_of(searcher: Searcher, word: str, glossary: Glossary, *, known: bool) -> tuple[str, ...]:
    """The two words that collection or glossary have for this one; none where they have not.

    `known`: whether the collection knows the word as it is.
    """
    if known and len(word) < _LEAST_KNOWN:
        return ()
    least = _LEAST_KNOWN_PART if known else _SHORTEST_PART
    for place in range(least, len(word) - least + 1):
        parts = word[:place], word[place:]
        if (not known and parts in glossary.neighbours) or _are_neighbours(searcher, *parts):
            return parts
    return ()


def joins(searcher: Searcher, words: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Each word that the collection has for two neighbours among the words, with the two."""
    found = {}
    for left, right in pairwise(words):
        joined = left + right
        if _may_be_one(left, right) and any(
            searcher.document_frequency(field, stem(joined)) for field in (TEXT, TITLE)
        ):
            found[joined] = (left, right)
    return found


def code_of(word: str) -> tuple[str, ...]:
    """`a-100` for `a100`; nothing for what is no letters and digits.

    >>> code_of("a100"), code_of("box")
    (('a-100',), ())
    """
    found = re.fullmatch(r"([^\W\d_]{1,5})(\d+\w*)", word)
    return (f"{found[1]}-{found[2]}",) if found else ()


def _may_be_one(left: str, right: str) -> bool:
    long = min(len(left), len(right)) >= _SHORTEST_PART or right.isdigit()
    return long and not (is_small(left) and is_small(right))


def _are_neighbours(searcher: Searcher, left: str, right: str) -> bool:
    counts = {}
    for term in (stem(left), stem(right)):
        counts[term] = searcher.document_frequency(TEXT, term)
        if not counts[term]:
            return False
    rarer = min(counts, key=lambda term: counts[term])
    pair = in_text((stem(left), stem(right)))
    documents = islice(searcher.documents(TEXT, rarer), _LOOKED_AT)
    return any(pair in searcher.pairs(document) for document in documents)
