"""The best documents for weighted terms by BM25, exact, without looking at every posting. Knows no words.

BM25 as Robertson and Zaragoza (2009) give it, with the idf of Lucene, ln(1 + (N - n + .5) / (n + .5)), over the whole
collection. Terms are taken from the one that can add most to the one that can add least; once those that are left
cannot lift a new document among the best, only documents that were met already are looked up (MaxScore; Turtle and
Flood, 1995).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from heapq import nlargest
from math import log

from kb.search.index import Leaf, Searcher, place_of
from kb.search.postings import Postings, count_and_length
from kb.search.schema import BM25_B, BM25_K1, WEIGHTS

_DEAR = 16
"""Finding one document among postings takes as long as going through so many of them."""

_FLAT = BM25_K1 * (1 - BM25_B)

_NEVER = float("-inf")


class _Gains(dict[int, float]):
    """What each weight of a term's postings adds to a score: BM25, worked out once for each count and length."""

    __slots__ = ("_slope", "most")

    def __init__(self, most: float, slope: float) -> None:
        self.most = most
        """What the term could add where it occurred without end."""
        self._slope = slope
        """How much each term of a text's length takes away from that."""

    def __missing__(self, weight: int) -> float:
        count, length = count_and_length(weight)
        gain = self[weight] = self.most * count / (count + _FLAT + self._slope * length)
        return gain


_Lists = Sequence[tuple[_Gains, Postings]]
"""Terms in one leaf, from the one that can add most to the one that can add least."""


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
    gains = [(_gains(searcher, key, boost), searcher.postings(*key)) for key, boost in boosts.items()]
    terms = sorted((term for term in gains if term[0].most > 0), key=lambda term: -term[0].most)
    found: list[tuple[float, int]] = []
    for place, leaf in enumerate(searcher.leaves):
        # What is no better than the best of the leaves before need not be met.
        at_least = found[-1][0] if len(found) >= limit else 0.0
        scores = _empty(leaf, allowed)
        _add_up(scores, [(gains, postings[place]) for gains, postings in terms], limit, at_least)
        floor = max(at_least, _reached(scores, limit, 0.0))
        here = (
            (score, -(leaf.base + document)) for document, score in enumerate(scores) if score >= floor and score > 0
        )
        found = nlargest(limit, [*found, *here])
    return [(score, -document) for score, document in found]


def _gains(searcher: Searcher, key: tuple[str, str], boost: float) -> _Gains:
    field, term = key
    most = boost * WEIGHTS[field] * idf(searcher, field, term) * (BM25_K1 + 1)
    return _Gains(most, BM25_K1 * BM25_B / max(searcher.average_lengths[field], 1))


def _empty(leaf: Leaf, allowed: Collection[int] | None) -> list[float]:
    """The score of each document, nothing yet; of one that may not be found, one that nothing is added to."""
    if allowed is None:
        scores = [0.0] * leaf.size
    else:
        scores = [0.0 if leaf.base + document in allowed else _NEVER for document in range(leaf.size)]
    for document in leaf.deleted:
        scores[document] = _NEVER
    return scores


def _add_up(scores: list[float], lists: _Lists, limit: int, at_least: float) -> None:
    """Adds to the scores what their terms bring; one that cannot be among the best is left where it is."""
    left = _sums_from_the_end([gains.most for gains, _ in lists])
    for place, (gains, found) in enumerate(lists):
        # Nothing can have reached more than all there was to be had so far; and adding up a short list is no work.
        is_worth_it = left[0] > 2 * left[place] and len(found.documents) * _DEAR > len(scores)
        threshold = max(_reached(scores, limit, left[place]) if is_worth_it else 0.0, at_least)
        if threshold > left[place]:
            _look_up_all(scores, lists[place:], threshold)
            return
        for document, gain in zip(found.documents, map(gains.__getitem__, found.weights), strict=True):
            scores[document] += gain


def _reached(scores: Sequence[float], limit: int, more_than: float) -> float:
    """The score that so many documents reach; 0 where that is not more than `more_than`."""
    high = [score for score in scores if score > more_than]
    return nlargest(limit, high)[-1] if len(high) >= limit else 0.0


def _look_up_all(scores: list[float], lists: _Lists, threshold: float) -> None:
    """The same for those documents only that may still reach the threshold; no other can."""
    candidates: Iterable[int] = range(len(scores))
    left = _sums_from_the_end([gains.most for gains, _ in lists])
    for place, (gains, found) in enumerate(lists):
        candidates = [document for document in candidates if scores[document] + left[place] >= threshold]
        _look_up(scores, candidates, found, gains)


def _look_up(scores: list[float], candidates: Sequence[int], found: Postings, gains: Mapping[int, float]) -> None:
    if len(candidates) * _DEAR > len(found.documents):
        wanted = set(candidates)
        for document, weight in zip(found.documents, found.weights, strict=True):
            if document in wanted:
                scores[document] += gains[weight]
        return
    for document in candidates:
        place = place_of(document, found)
        if place is not None:
            scores[document] += gains[found.weights[place]]


def _sums_from_the_end(values: list[float]) -> list[float]:
    """For each place, the sum of the values from there on."""
    sums = [0.0]
    for value in reversed(values):
        sums.append(sums[-1] + value)
    return sums[::-1]
