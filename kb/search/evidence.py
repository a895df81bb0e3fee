"""Whether the best article really answers: decided by which words of the question it holds, not by its bare score.

The figures were calibrated on the `dev` part of `tests/data/questions.yaml`; any near them do as well. How far the best
is ahead of the next was tried too, and told nothing beyond these.
"""

from collections.abc import Sequence

from kb.search.analysis import is_vague
from kb.search.index import Searcher
from kb.search.query import Question
from kb.search.schema import TEXT, TITLE
from kb.search.scoring import idf, most_idf

ENOUGH = 0.7
"""What coverage and strength must come to. Coverage of all words is enough in itself."""

STRENGTH_SHARE = 0.4

STRONG = 3.5
"""A score of so many words that no article holds is as strong as any."""

VAGUE_WEIGHT = 0.25
"""How much a word counts that any question may have."""


def is_answered(searcher: Searcher, question: Question, ranked: Sequence[tuple[float, int]]) -> bool:
    """Whether the first of the ranked documents answers.

    It does where it holds what the question is about; where some of that is missing, the rest must match strongly.
    """
    if not ranked:
        return False
    score, document = ranked[0]
    strength = min(score / (STRONG * most_idf(searcher)), 1.0)
    return coverage(searcher, question, document) + STRENGTH_SHARE * strength >= ENOUGH


def coverage(searcher: Searcher, question: Question, document: int) -> float:
    """Share of the question's words that the document holds, each weighed by its idf; from 0 to 1.

    A word that no document holds weighs most, as it is what the library lacks; but a figure that none holds weighs
    nothing: customers have their own.
    """
    held = asked = 0.0
    for word, ways in question.ways.items():
        weight = _weight(searcher, word, ways)
        asked += weight
        if any(all(_holds(searcher, document, term) for term in way) for way in ways):
            held += weight
    return held / asked if asked else 0.0


def _weight(searcher: Searcher, word: str, ways: Sequence[Sequence[str]]) -> float:
    """The idf of the way to say it that most documents know."""
    known = [max(idf(searcher, field, term) for term in way for field in (TEXT, TITLE)) for way in ways]
    unknown = 0.0 if any(map(str.isdigit, word)) else most_idf(searcher)
    weight = min((each for each in known if each), default=unknown)
    return weight * VAGUE_WEIGHT if is_vague(word) else weight


def _holds(searcher: Searcher, document: int, term: str) -> bool:
    return searcher.holds(document, TEXT, term) or searcher.holds(document, TITLE, term)
