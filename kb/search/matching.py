"""Which sentence of an article matches a question best, and which of its words do. Knows texts only, no index.

On the way of every search, so words are stemmed only where they begin as one of the question does, and a sentence is
cut into words only where one of those can be in it.
"""

from collections.abc import Mapping, Sequence

from kb.search.analysis import PLAIN_FORMS, WORD, stem
from kb.text import fold

_BEGINNING = 2
"""Letters of a word that its stem always keeps, unless it is irregular."""


def best_match(
    terms: Mapping[str, float], title: str, shown: Sequence[str], more: Sequence[str]
) -> tuple[str, frozenset[str], bool]:
    """The sentence with the terms that weigh most; the words that match; whether the sentence has any that are news.

    `terms`: how much each stem weighs. Of equal sentences it is the first, those of `shown` before those of `more`. The
    title is on the screen like what is `shown`, but is chosen only where nothing else matches.
    """
    words = _matching_words(terms, "\n".join((title, *shown, *more)))
    seen = _terms_in(title, words)
    best, most, held = title if seen else "", 0.0, frozenset[str]()
    for place, text in enumerate((*shown, *more)):
        for sentence in _sentences(text):
            found = _terms_in(sentence, words)
            if place < len(shown):
                seen |= found
            weight = sum(terms[term] for term in found)
            if weight > most:
                best, most, held = sentence, weight, found
    return best, frozenset(words), bool(held - seen)


def _matching_words(terms: Mapping[str, float], text: str) -> dict[str, str]:
    """Each word of a text that is one of the terms, with the term."""
    beginnings = frozenset(term[:_BEGINNING] for term in terms)
    words = {}
    for word in set(WORD.findall(text)):
        lower = word.lower() if word.isascii() else fold(word)
        if (lower[:_BEGINNING] in beginnings or lower in PLAIN_FORMS) and (term := stem(lower)) in terms:
            words[word] = term
    return words


def _terms_in(text: str, words: Mapping[str, str]) -> frozenset[str]:
    if not any(word in text for word in words):
        return frozenset()
    return frozenset(words[word] for word in WORD.findall(text) if word in words)


def _sentences(text: str) -> list[str]:
    """The lines of a text, cut behind each full stop, question and exclamation mark before what may begin one."""
    for mark in (". ", "? ", "! "):
        if mark in text:
            start, *rest = text.split(mark)
            text = start + "".join(_between(mark, part[:1]) + part for part in rest)
    return text.split("\n")


def _between(mark: str, letter: str) -> str:
    return mark if letter.islower() or letter.isdigit() else f"{mark[0]}\n"
