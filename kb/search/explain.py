"""How a question was read and what it was weighed by, as data; imported only where somebody asks."""

from typing import Any

from kb.search.evidence import ENOUGH, STRENGTH_SHARE, Evidence
from kb.search.index import Searcher
from kb.search.nearby import TEXT_WEIGHT, TITLE_WEIGHT
from kb.search.query import Question
from kb.search.schema import WEIGHTS
from kb.search.scoring import idf

_DIGITS = 4


def explained_object(searcher: Searcher, question: Question, evidence: Evidence | None) -> dict[str, Any]:
    """Words, terms, synonyms and evidence under the keys that `--json` has; `evidence` is None where nothing was found.

    `terms`: what is searched; `weight` is how much it counts by question and field, `idf` what is learned from meeting
    it, `articles` in how many it is. A term scores at most weight x idf x 2.5 (BM25).
    """
    return {
        "words": [_word(meant) for meant in question.reading.words],
        "joined": [{"word": word, "of": " ".join(parts)} for word, parts in question.reading.joins.items()],
        "spelt": [{"word": word, "searched": here} for word, here in question.reading.respelt],
        "corrections": [{"word": word, "searched": near} for word, near in question.corrections],
        "synonyms": [
            {"said": said, "searched": other, "weight": _round(weight)} for said, other, weight in question.synonyms
        ],
        "terms": [_term(searcher, field, term, boost) for (field, term), boost in question.boosts.items()],
        "pairs": {"title": TITLE_WEIGHT, "text": TEXT_WEIGHT, "count": len(question.title_pairs)},
        "evidence": _evidence(evidence),
    }


def _word(meant: tuple[tuple[str, float], ...]) -> list[dict[str, Any]]:
    return [{"word": word, "share": _round(share)} for word, share in meant]


def _term(searcher: Searcher, field: str, term: str, boost: float) -> dict[str, Any]:
    return {
        "term": term,
        "field": field,
        "weight": _round(boost * WEIGHTS[field]),
        "idf": _round(idf(searcher, field, term)),
        "articles": searcher.document_frequency(field, term),
    }


def _evidence(evidence: Evidence | None) -> dict[str, Any] | None:
    if evidence is None:
        return None
    return {
        "answered": evidence.answered,
        "enough": ENOUGH,
        "total": _round(evidence.total),
        "coverage": _round(evidence.coverage),
        "strength": _round(evidence.strength),
        "strength_counts": STRENGTH_SHARE,
        "words": [
            {"word": word, "weight": _round(weight), "held": share > 0, "share": _round(share)}
            for word, weight, share in evidence.words
        ],
    }


def _round(value: float) -> float:
    return round(value, _DIGITS)
