"""From a salesperson's words to weighted terms: cut, corrected, with the glossary's synonyms. Searches nothing.

User text never meets Whoosh's query parser: no sign has a meaning here, so nothing can be slow or wrong in syntax.
"""

from collections import Counter
from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple
from unicodedata import normalize

from kb.errors import EmptyQueryError
from kb.search.analysis import WORD, is_small, share, stem, text_terms, text_words, title_terms, words_of
from kb.search.index import Searcher
from kb.search.meaning import Reading, as_typed, read_words
from kb.search.pairs import in_text, in_title
from kb.search.schema import TEXT, TITLE
from kb.search.scoring import idf
from kb.search.synonyms import Glossary, telling
from kb.settings import MAX_QUERY_CHARACTERS, MAX_QUERY_TERMS
from kb.text import fold

Boosts = dict[tuple[str, str], float]
"""How much each (field, term) counts in a question."""

Ways = dict[str, tuple[tuple[str, ...], ...]]
"""Each word that says what a question is about, with the stems that may stand for it, one or several at once."""

JOIN_SHARE = 1.0
"""How much a word counts that the collection has for two words of the question."""

SYNONYM_SHARE = 0.5
"""How much a synonym counts beside the word that was typed; its words share it. Of several, each counts less, by the
root of how many there are: they say one thing, so an entry with many must not outweigh the rest of the question."""

ONLY_SYNONYM_SHARE = 0.9
"""How much it counts where no article has the word that was typed."""

_SHOWN = 80
"""Characters of a question that an error repeats."""


class Question(NamedTuple):
    """What is searched for."""

    boosts: Boosts
    title_pairs: list[bytes]
    text_pairs: dict[bytes, tuple[str, str]]
    """Neighbours in the question as it was corrected, packed (`kb.search.pairs`); of the text with their stems."""

    ways: Ways

    reading: Reading
    """What each word was taken for."""

    synonyms: tuple[tuple[str, str, float], ...]
    """What is in the question, a phrase of the glossary that stands for it, and how much each word of that counts."""

    corrected: str | None
    """The question as it was searched, where words were corrected."""

    cut: bool

    @property
    def corrections(self) -> tuple[tuple[str, str], ...]:
        """Each misspelt word with what is searched for it."""
        return self.reading.corrections


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
    reading = as_typed(words) if exact else read_words(searcher, words, glossary)
    likeliest = reading.likeliest
    boosts = _boosts(reading)
    ways: Ways = {near: ((stem(near),),) for near in likeliest if not is_small(near) and len(near) > 1}
    if not exact:
        _add_joins(reading, ways)
    synonyms = () if exact else _add_synonyms(searcher, likeliest, boosts, ways, glossary)
    return Question(
        boosts,
        [in_title(pair) for pair in _pairs(likeliest)],
        {in_text(pair): pair for pair in _pairs(text_words(likeliest))},
        ways,
        reading,
        synonyms,
        _corrected(typed[:MAX_QUERY_CHARACTERS], dict(reading.corrections)) if reading.corrections else None,
        cut,
    )


def typed_words(text: str) -> list[str]:
    """The words of a question as they are searched for, before anything is corrected."""
    return words_of(normalize("NFC", text[:MAX_QUERY_CHARACTERS]))[:MAX_QUERY_TERMS]


def telling_terms(searcher: Searcher, question: Question) -> dict[str, float]:
    """The stems that say what the question is about, each with its idf; what stands for a word weighs half of that."""
    terms: dict[str, float] = {}
    for ways in question.ways.values():
        for place, way in enumerate(ways):
            for term in way:
                weight = idf(searcher, TEXT, term) * (SYNONYM_SHARE if place else 1.0)
                terms[term] = max(weight, terms.get(term, 0.0))
    return {term: weight for term, weight in terms.items() if weight}


def _pairs(words: list[str]) -> list[tuple[str, str]]:
    """Stems of neighbours, of which one at least says what the question is about."""
    return [(stem(a), stem(b)) for a, b in pairwise(words) if not (is_small(a) and is_small(b))]


def _nothing_left(text: str, words: list[str]) -> str:
    shown = " ".join(text[:MAX_QUERY_CHARACTERS].split())[:_SHOWN]
    if not shown:
        return "The question is empty."
    return f"'{shown}' has only small words." if words else f"'{shown}' has no word to search for."


def _boosts(reading: Reading) -> Boosts:
    """Every term as often as it is typed, small and vague ones less; of a misspelt one what it may mean."""
    boosts: Boosts = {}
    joined = [((join, JOIN_SHARE),) for join in reading.joins]
    for meant in (*reading.words, *joined):
        for candidate, likelihood in meant:
            weight = likelihood * share(candidate)
            for field, terms in ((TITLE, title_terms([candidate])), (TEXT, text_terms([candidate]))):
                for term in terms:
                    boosts[field, term] = boosts.get((field, term), 0.0) + weight
    return boosts


def _add_joins(reading: Reading, ways: Ways) -> None:
    """What two words are as one stands for each of them."""
    for join, parts in reading.joins.items():
        for word in parts:
            if word in ways:
                ways[word] = (*ways[word], (stem(join),))


def _add_synonyms(
    searcher: Searcher, words: list[str], boosts: Boosts, ways: Ways, glossary: Glossary
) -> tuple[tuple[str, str, float], ...]:
    """Adds the other phrases of each glossary entry of which one is in the question; returns what was added."""
    added = []
    others = glossary.others(words)
    alike = Counter(said for said, _, _ in others)
    for said, other, phrase in others:
        in_use = all(searcher.document_frequency(TEXT, term) for term in telling(said))
        weight = (SYNONYM_SHARE if in_use else ONLY_SYNONYM_SHARE) / (len(other) * alike[said] ** 0.5)
        added.append((" ".join(word for word in words if stem(word) in said), phrase, weight))
        for term in other:
            boosts.setdefault((TITLE, term), weight)
            boosts.setdefault((TEXT, term), weight)
        for word in words:
            if word in ways and stem(word) in said:
                ways[word] = (*ways[word], telling(other))
    return tuple(added)


def _corrected(text: str, corrections: Mapping[str, str]) -> str:
    """The question as typed, with each misspelt word replaced."""
    return WORD.sub(lambda word: corrections.get(fold(word.group()), word.group()), text)
