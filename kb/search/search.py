"""One question against an open index: the best articles, and whether one of them really answers."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from kb.errors import KbError
from kb.search.evidence import weigh
from kb.search.index import Searcher
from kb.search.manifest import IndexBroken
from kb.search.nearby import with_pairs
from kb.search.query import Question, read_question, telling_terms, typed_words
from kb.search.schema import DESK, TAG, WORD
from kb.search.scoring import best
from kb.search.synonyms import Glossary, Synonyms

_CANDIDATES = 50
"""How many articles are looked at for pairs of words."""


class Scored(NamedTuple):
    """One article that was found."""

    card: str
    score: float
    path: str


class Result(NamedTuple):
    """What a question found."""

    corrected: str | None
    """What was searched instead, where a word was corrected."""

    corrections: tuple[tuple[str, str], ...]
    """Each misspelt word with what was searched for it."""

    answered: bool
    """Whether the first hit really answers; the nearest are in `hits` all the same."""

    hits: tuple[Scored, ...]
    """Best first."""

    cut: bool
    """Whether the question was too long and only its beginning was searched for."""

    terms: dict[str, float]
    """Stems that say what the question is about, and how much each weighs (`kb.search.matching`)."""

    explain: dict[str, Any] | None = None
    """How the question was read and what it was weighed by, where that was asked for."""


def search(
    searcher: Searcher,
    text: str,
    *,
    limit: int,
    tag: str | None = None,
    desk: str | None = None,
    synonyms: Synonyms = (),
    exact: bool = False,
    explain: bool = False,
) -> Result:
    """The `limit` best articles for a question, of one tag and one desk if given.

    `exact`: only those in which every word occurs as it was typed.
    Raises `EmptyQueryError` where nothing is left to search for, `IndexBroken` where the index cannot be read.
    """
    try:
        question = read_question(searcher, text, Glossary(synonyms), exact=exact)
        wanted = [(TAG, tag), (DESK, desk), *((WORD, word) for word in typed_words(text) if exact)]
        return _answer(searcher, question, limit, _allowed(searcher, wanted), explain=explain)
    except KbError:
        raise
    except Exception as error:
        raise IndexBroken(f"The index cannot be read: {error!r}") from error


def _answer(
    searcher: Searcher, question: Question, limit: int, allowed: frozenset[int] | None, *, explain: bool
) -> Result:
    candidates = best(searcher, question.boosts, max(_CANDIDATES, limit), allowed)
    ranked = with_pairs(searcher, question, candidates)
    hits = []
    for score, document in ranked[:limit]:
        path, card = searcher.hit(document)
        hits.append(Scored(card, score, path))
    evidence = weigh(searcher, question, ranked) if ranked else None
    explained = None
    if explain:
        from kb.search.explain import explained_object  # noqa: PLC0415 - seldom asked for

        explained = explained_object(searcher, question, evidence)
    return Result(
        question.corrected,
        question.corrections,
        bool(evidence and evidence.answered),
        tuple(hits),
        question.cut,
        telling_terms(searcher, question),
        explained,
    )


def _allowed(searcher: Searcher, wanted: Iterable[tuple[str, str | None]]) -> frozenset[int] | None:
    """The documents that hold every term; None where any document will do."""
    sets = [searcher.documents_with(field, value) for field, value in wanted if value is not None]
    return frozenset.intersection(*sets) if sets else None
