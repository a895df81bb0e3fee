"""From a salesperson's words to weighted terms: cut, corrected, with the glossary's synonyms. Searches nothing.

User text never meets Whoosh's query parser: no sign has a meaning here, so nothing can be slow or wrong in syntax.
"""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import NamedTuple
from unicodedata import normalize

from kb.errors import EmptyQueryError
from kb.search.analysis import WORD, is_small, share, stem, text_terms, text_words, title_terms, words_of
from kb.search.index import Searcher
from kb.search.pairs import in_text, in_title
from kb.search.schema import TEXT, TITLE
from kb.search.spelling import may_be_misspelt, nearest
from kb.search.synonyms import Glossary, telling
from kb.settings import MAX_QUERY_CHARACTERS, MAX_QUERY_TERMS
from kb.text import fold

Boosts = dict[tuple[str, str], float]
"""How much each (field, term) counts in a question."""

Ways = dict[str, tuple[tuple[str, ...], ...]]
"""Each word that says what a question is about, with the stems that may stand for it, one or several at once."""

SHARES = (0.9, 0.4, 0.3)
"""How much the likeliest correction counts, and the next two."""

SYNONYM_SHARE = 0.5
"""How much a synonym counts beside the word that was typed; its words share it."""

ONLY_SYNONYM_SHARE = 0.9
"""How much it counts where no article has the word that was typed."""

_SHOWN = 80
"""Characters of a question that an error repeats."""


class Question(NamedTuple):
    """What is searched for."""

    boosts: Boosts
    title_pairs: list[bytes]
    text_pairs: list[bytes]
    """Neighbours in the question as it was corrected, packed (`kb.search.pairs`)."""

    ways: Ways

    corrections: tuple[tuple[str, str], ...]
    corrected: str | None
    cut: bool


def read_question(searcher: Searcher, text: str, glossary: Glossary, *, exact: bool = False) -> Question:
    """The question as weighted terms; `exact` leaves out corrections and synonyms.

    Raises `EmptyQueryError` where nothing is left to search for.
    """
    typed = normalize("NFC", text[: MAX_QUERY_CHARACTERS + 1])
    words = words_of(typed[:MAX_QUERY_CHARACTERS])
    cut = len(text) > MAX_QUERY_CHARACTERS or len(words) > MAX_QUERY_TERMS
    words = words[:MAX_QUERY_TERMS]
    if all(is_small(word) for word in words):
        raise EmptyQueryError(_nothing_left(text, words), "Add the thing it is about.")
    meant = {} if exact else _meant(searcher, words, glossary)
    likeliest = [meant.get(word, (word,))[0] for word in words]
    boosts = _boosts((word, meant.get(word)) for word in words)
    ways: Ways = {near: ((stem(near),),) for near in likeliest if not is_small(near) and len(near) > 1}
    if not exact:
        _add_synonyms(searcher, likeliest, boosts, ways, glossary)
    corrections = tuple((word, near[0]) for word, near in meant.items())
    return Question(
        boosts,
        [in_title(pair) for pair in _pairs(likeliest)],
        [in_text(pair) for pair in _pairs(text_words(likeliest))],
        ways,
        corrections,
        _corrected(typed[:MAX_QUERY_CHARACTERS], dict(corrections)) if corrections else None,
        cut,
    )


def typed_words(text: str) -> list[str]:
    """The words of a question as they are searched for, before anything is corrected."""
    return words_of(normalize("NFC", text[:MAX_QUERY_CHARACTERS]))[:MAX_QUERY_TERMS]


def _pairs(words: list[str]) -> list[tuple[str, str]]:
    """Stems of neighbours, of which one at least says what the question is about."""
    return [(stem(a), stem(b)) for a, b in pairwise(words) if not (is_small(a) and is_small(b))]


def _nothing_left(text: str, words: list[str]) -> str:
    shown = " ".join(text[:MAX_QUERY_CHARACTERS].split())[:_SHOWN]
    if not shown:
        return "The question is empty."
    return f"'{shown}' has only small words." if words else f"'{shown}' has no word to search for."


def _meant(searcher: Searcher, words: list[str], glossary: Glossary) -> dict[str, tuple[str, ...]]:
    """Each word that neither the collection nor the glossary knows, with the nearest that they do know."""
    unknown = [word for word in dict.fromkeys(words) if may_be_misspelt(word) and not _is_known(searcher, word)]
    unknown = [word for word in unknown if not glossary.knows(word)]
    if not unknown:
        return {}

    def frequency(word: str) -> int:
        if is_small(word):
            return 0  # it would not be worth a correction
        return searcher.live_frequency(TEXT, stem(word)) or int(word in glossary.words)

    known = searcher.words | glossary.words
    found = {word: _one_a_stem(nearest(word, known, frequency)) for word in unknown}
    return {word: near for word, near in found.items() if near}


def _one_a_stem(words: list[str]) -> tuple[str, ...]:
    """The first words, of which no two are forms of one: they would be the same term twice."""
    firsts: dict[str, str] = {}
    for word in words:
        firsts.setdefault(stem(word), word)
    return tuple(firsts.values())[: len(SHARES)]


def _is_known(searcher: Searcher, word: str) -> bool:
    return is_small(word) or any(searcher.document_frequency(field, stem(word)) for field in (TITLE, TEXT))


def _boosts(words: Iterable[tuple[str, tuple[str, ...] | None]]) -> Boosts:
    """Every term as often as it is typed, small and vague ones less; of a misspelt one what it may mean."""
    boosts: Boosts = {}
    for word, near in words:
        for likelihood, candidate in zip(SHARES, near, strict=False) if near else ((1.0, word),):
            weight = likelihood * share(candidate)
            for field, terms in ((TITLE, title_terms([candidate])), (TEXT, text_terms([candidate]))):
                for term in terms:
                    boosts[field, term] = boosts.get((field, term), 0.0) + weight
    return boosts


def _add_synonyms(searcher: Searcher, words: list[str], boosts: Boosts, ways: Ways, glossary: Glossary) -> None:
    """Adds the other phrases of each glossary entry of which one is in the question."""
    for said, other in glossary.others(words):
        in_use = all(searcher.document_frequency(TEXT, term) for term in telling(said))
        weight = (SYNONYM_SHARE if in_use else ONLY_SYNONYM_SHARE) / len(other)
        for term in other:
            boosts.setdefault((TITLE, term), weight)
            boosts.setdefault((TEXT, term), weight)
        for word in words:
            if word in ways and stem(word) in said:
                ways[word] = (*ways[word], telling(other))


def _corrected(text: str, corrections: Mapping[str, str]) -> str:
    """The question as typed, with each misspelt word replaced."""
    return WORD.sub(lambda word: corrections.get(fold(word.group()), word.group()), text)
