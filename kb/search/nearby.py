"""Sets the best few articles right by the pairs of neighbouring words that they share with the question."""

from collections.abc import Sequence
from math import log

from kb.search.index import Searcher
from kb.search.pairs import lengths
from kb.search.query import Question
from kb.search.schema import BM25_B, BM25_K1, TEXT, TITLE

TITLE_WEIGHT = 0.15
TEXT_WEIGHT = 0.3


def with_pairs(searcher: Searcher, question: Question, ranked: list[tuple[float, int]]) -> list[tuple[float, int]]:
    """Score and document, best first, the pairs counted in as terms of BM25.

    In how many articles a pair occurs is counted among the ranked ones: an article with both words is among them.
    """
    if not question.title_pairs or not ranked:
        return ranked
    packed = [searcher.pairs(document) for _, document in ranked]
    scores = [score for score, _ in ranked]
    for place, (pairs, weight, field) in enumerate(
        ((question.title_pairs, TITLE_WEIGHT, TITLE), (question.text_pairs, TEXT_WEIGHT, TEXT))
    ):
        slope = BM25_K1 * BM25_B / searcher.average_lengths[field]
        norms = [BM25_K1 * (1 - BM25_B) + slope * lengths(each)[place] for each in packed]
        for pair in pairs:
            _add(scores, [each.count(pair) for each in packed], norms, weight, searcher.count)
    return sorted(zip(scores, (document for _, document in ranked), strict=True), key=lambda each: -each[0])


def _add(scores: list[float], counts: Sequence[int], norms: Sequence[float], weight: float, documents: int) -> None:
    held_by = sum(map(bool, counts))
    if not held_by:
        return
    most = weight * (BM25_K1 + 1) * log(1 + (documents - held_by + 0.5) / (held_by + 0.5))
    for place, count in enumerate(counts):
        if count:
            scores[place] += most * count / (count + norms[place])
