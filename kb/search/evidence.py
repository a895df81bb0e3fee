"""Whether the best article really answers: decided by which words of the question it holds, not by its bare score.

The figures were calibrated on the `dev` parts of the questions in `tests/data`; any near them do as well. How far the
best is ahead of the next was tried too, and told nothing beyond these.
"""

from collections.abc import Collection, Sequence

from kb.search.analysis import is_vague, stem
from kb.search.index import Searcher
from kb.search.query import Question
from kb.search.schema import TEXT, TITLE
from kb.search.scoring import idf, most_idf

ENOUGH = 1.0
"""What coverage and strength must come to: all words of the question, or a strong score for those that are missing."""

STRENGTH_SHARE = 1.0

STRONG = 3.0
"""A score of so many words that no article holds is as strong as any."""

VAGUE_WEIGHT = 0.25
"""How much a word counts that any question may have."""

SHORT = 100
"""Terms up to which an article says nothing by the way: what it holds it holds, even if it says it but once."""

LONG = 300
"""Terms beyond those with which a word that it has but once is only half held."""


class Evidence:
    """What speaks for the first of the articles; a plain class, as a named tuple takes its time to import."""

    __slots__ = ("coverage", "strength", "words")

    def __init__(self, coverage: float, strength: float, words: tuple[tuple[str, float, float], ...]) -> None:
        self.coverage = coverage
        """Share of the question's words that it holds, each weighed by its idf; from 0 to 1."""
        self.strength = strength
        """How much of a strong score it has; from 0 to 1."""
        self.words = words
        """Each word of the question, its weight, and how much of it the article holds."""

    @property
    def total(self) -> float:
        """What is measured by `ENOUGH`."""
        return self.coverage + STRENGTH_SHARE * self.strength

    @property
    def answered(self) -> bool:
        """Whether it is enough."""
        return self.total >= ENOUGH


def weigh(searcher: Searcher, question: Question, ranked: Sequence[tuple[float, int]]) -> Evidence:
    """What speaks for the first of the ranked documents, of which there is at least one.

    It answers where it holds what the question is about; where some of that is missing, the rest must match strongly.
    A word that no document holds weighs most, as it is what the library lacks; but a figure that none holds weighs
    nothing: customers have their own.
    """
    score, document = ranked[0]
    together = _together(searcher, document, question)
    words = tuple(
        (word, _weight(searcher, word, ways), max(_held(searcher, document, way, together) for way in ways))
        for word, ways in question.ways.items()
    )
    asked = sum(weight for _, weight, _ in words)
    held = sum(weight * share for _, weight, share in words)
    return Evidence(held / asked if asked else 0.0, min(score / (STRONG * most_idf(searcher)), 1.0), words)


def _together(searcher: Searcher, document: int, question: Question) -> set[str]:
    """The terms that stand beside their neighbour of the question: nobody says *short run* by the way."""
    packed = searcher.pairs(document)
    telling = {stem(word) for word in question.ways}
    pairs = (terms for pair, terms in question.text_pairs.items() if packed.count(pair))
    return {term for terms in pairs if telling.issuperset(terms) for term in terms}


def _weight(searcher: Searcher, word: str, ways: Sequence[Sequence[str]]) -> float:
    """The idf of the way to say it that most documents know."""
    known = [max(idf(searcher, field, term) for term in way for field in (TEXT, TITLE)) for way in ways]
    unknown = 0.0 if any(map(str.isdigit, word)) else most_idf(searcher)
    weight = min((each for each in known if each), default=unknown)
    return weight * VAGUE_WEIGHT if is_vague(word) else weight


def _held(searcher: Searcher, document: int, way: Sequence[str], together: Collection[str]) -> float:
    """How much of a way to say it the document holds: none where one of its terms is missing."""
    return min(1.0 if term in together else _share(searcher, document, term) for term in way)


def _share(searcher: Searcher, document: int, term: str) -> float:
    count, length = searcher.count_and_length(document, TEXT, term)
    in_title, brief = searcher.count_and_length(document, TITLE, term)
    count += in_title
    by_the_way = max(length - SHORT, brief - SHORT, 0) / LONG
    return count / (count + by_the_way) if count else 0.0
