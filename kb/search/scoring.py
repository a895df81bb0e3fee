"""The best documents for weighted terms by BM25, exact, without looking at every posting. Knows no words.

BM25 as Robertson and Zaragoza (2009) give it, with the idf of Lucene, ln(1 + (N - n + .5) / (n + .5)), over the whole
collection. Terms are taken from the one that can add most to the one that can add least; once those that are left
cannot lift a new document among the best, only documents that were met already are looked up (MaxScore; Turtle and
Flood, 1995).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from heapq import nlargest
from math import log
from typing import NamedTuple

from kb.search.index import Searcher, place_of
from kb.search.postings import Postings, count_and_length
from kb.search.schema import BM25_B, BM25_K1, WEIGHTS

_DEAR = 16
"""Finding one document among postings takes as long as going through so many of them."""

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
    deleted: Collection[int]


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
    postings = [searcher.postings(term.field, term.term) for term in terms]
    for place, leaf in enumerate(searcher.leaves):
        here = None if allowed is None else {document - leaf.base for document in allowed}
        # What is no better than the best of the leaves before need not be met.
        wanted = _Wanted(limit, found[-1][0] if len(found) >= limit else 0.0, here, leaf.deleted)
        scores = _leaf_scores([each[place] for each in postings], terms, left, wanted)
        found = nlargest(limit, [*found, *((score, -(leaf.base + document)) for document, score in scores.items())])
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
    postings: Sequence[Postings], terms: Sequence[_Weighted], left: Sequence[float], wanted: _Wanted
) -> dict[int, float]:
    scores: dict[int, float] = {}
    candidates: Iterable[int] = scores
    for place, (found, term) in enumerate(zip(postings, terms, strict=True)):
        threshold = max(_reached(scores, wanted.limit, left[place]), wanted.at_least)
        gains = {weight: _gain(term, weight) for weight in set(found.weights)}
        if threshold > left[place]:
            # Who is out stays out: what is left only shrinks.
            candidates = [document for document in candidates if scores[document] + left[place] >= threshold]
            _look_up(scores, candidates, found, gains)
        else:
            _add_all(scores, found, gains, wanted)
    return scores


def _reached(scores: Mapping[int, float], limit: int, left: float) -> float:
    """The score that so many documents reach; 0 where that cannot be more than what is left."""
    if len(scores) < limit or max(scores.values()) <= left:
        return 0.0
    return nlargest(limit, scores.values())[-1]


def _gain(term: _Weighted, weight: int) -> float:
    count, length = count_and_length(weight)
    return term.most * count / (count + _FLAT + term.slope * length)


def _add_all(scores: dict[int, float], found: Postings, gains: Mapping[int, float], wanted: _Wanted) -> None:
    allowed = wanted.allowed
    for document, weight in zip(found.documents, found.weights, strict=True):
        if allowed is None or document in allowed:
            scores[document] = scores.get(document, 0.0) + gains[weight]
    for document in wanted.deleted:
        scores.pop(document, None)


def _look_up(scores: dict[int, float], candidates: list[int], found: Postings, gains: Mapping[int, float]) -> None:
    if len(candidates) * _DEAR > len(found.documents):
        weights = dict(zip(found.documents, found.weights, strict=True))
        for document in candidates:
            if document in weights:
                scores[document] += gains[weights[document]]
        return
    for document in candidates:
        place = place_of(document, found)
        if place is not None:
            scores[document] += gains[found.weights[place]]
