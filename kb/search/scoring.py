"""The best documents for weighted terms by BM25, exact, without looking at every posting. Knows no words.

BM25 as Robertson and Zaragoza (2009) give it, with the idf of Lucene, ln(1 + (N - n + .5) / (n + .5)), over the whole
collection. Terms are taken from the one that can add most to the one that can add least; once those that are left
cannot lift a new document among the best, only documents that were met already are looked up (MaxScore; Turtle and
Flood, 1995).
"""

from collections.abc import Collection, Iterator, Mapping
from heapq import nlargest
from math import log
from typing import Any, NamedTuple

from whoosh.reading import TermNotFound

from kb.search.index import Searcher
from kb.search.schema import BM25_B, BM25_K1, WEIGHTS, count_and_length

_FLAT = BM25_K1 * (1 - BM25_B)


class _Weighted(NamedTuple):
    field: str
    term: str
    most: float
    """What the term can add to a score at most."""
    slope: float
    """How much each term of a text's length takes away from it."""


class _Wanted(NamedTuple):
    limit: int
    at_least: float
    """A score that `limit` documents reach already."""
    allowed: Collection[int] | None


def idf(searcher: Searcher, field: str, term: str) -> float:
    """How much is learned from meeting the term: 0 where it is nowhere."""
    count = searcher.document_frequency(field, term)
    return log(1 + (searcher.count - count + 0.5) / (count + 0.5)) if count else 0.0


def most_idf(searcher: Searcher) -> float:
    """What would be learned from a word that no document holds."""
    return log(1 + (searcher.count + 0.5) / 0.5)


def best(
    searcher: Searcher, boosts: Mapping[tuple[str, str], float], limit: int, allowed: Collection[int] | None = None
) -> list[tuple[float, int]]:
    """Score and document of the `limit` best among the `allowed`, best first.

    `boosts`: how much each (field, term) counts.
    """
    weighted = [_weighted(searcher, key, boost) for key, boost in boosts.items()]
    terms = sorted((term for term in weighted if term.most > 0), key=lambda term: -term.most)
    left = _sums_from_the_end([term.most for term in terms])
    found: list[tuple[float, int]] = []
    for leaf, base in searcher.leaves:
        here = None if allowed is None else {document - base for document in allowed}
        # What is no better than the best of the leaves before need not be met.
        at_least = found[-1][0] if len(found) >= limit else 0.0
        scores = _leaf_scores(leaf, terms, left, _Wanted(limit, at_least, here))
        found = nlargest(limit, [*found, *((score, -(base + document)) for document, score in scores.items())])
    return [(score, -document) for score, document in found]


def _weighted(searcher: Searcher, key: tuple[str, str], boost: float) -> _Weighted:
    field, term = key
    most = boost * WEIGHTS[field] * idf(searcher, field, term) * (BM25_K1 + 1)
    return _Weighted(field, term, most, BM25_K1 * BM25_B / max(searcher.average_lengths[field], 1))


def _sums_from_the_end(values: list[float]) -> list[float]:
    """For each place, the sum of the values from there on."""
    sums = [0.0]
    for value in reversed(values):
        sums.append(sums[-1] + value)
    return sums[::-1]


def _leaf_scores(
    leaf: Any,  # noqa: ANN401 - Whoosh has few types
    terms: list[_Weighted],
    left: list[float],
    wanted: _Wanted,
) -> dict[int, float]:
    scores: dict[int, float] = {}
    for place, term in enumerate(terms):
        try:
            postings = leaf.postings(term.field, term.term)
        except TermNotFound:
            continue
        here = nlargest(wanted.limit, scores.values())[-1] if len(scores) >= wanted.limit else 0.0
        threshold = max(here, wanted.at_least)
        if threshold > left[place]:
            candidates = [document for document, score in scores.items() if score + left[place] >= threshold]
            met = _look_up(postings, sorted(candidates))
        else:
            met = _all(postings, wanted.allowed)
        for document, weight in met:
            count, length = count_and_length(weight)
            scores[document] = scores.get(document, 0.0) + term.most * count / (count + _FLAT + term.slope * length)
    return scores


def _all(postings: Any, allowed: Collection[int] | None) -> Iterator[tuple[int, float]]:  # noqa: ANN401
    while postings.is_active():
        document = postings.id()
        if allowed is None or document in allowed:
            yield document, postings.weight()
        postings.next()


def _look_up(postings: Any, candidates: list[int]) -> Iterator[tuple[int, float]]:  # noqa: ANN401
    for document in candidates:
        if not postings.is_active():
            return
        postings.skip_to(document)
        if postings.is_active() and postings.id() == document:
            yield document, postings.weight()
