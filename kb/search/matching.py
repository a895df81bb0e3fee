"""Which sentence of an article matches a question best, and which of its words do. Knows texts only, no index.

On the way of every search, so words are stemmed only where they begin as one of the question does.
"""

from collections.abc import Iterable, Mapping, Sequence

from kb.model.results import Match
from kb.search.analysis import WORD, stem
from kb.text import fold

_BEGINNING = 2
"""Letters of a word that its stem always keeps."""


def best_match(terms: Mapping[str, float], title: str, shown: Sequence[str], more: Sequence[str]) -> Match:
    """The sentence with the terms that weigh most, the first of equals; those of `shown` come before `more`.

    `terms`: how much each stem weighs. The title is on the screen like what is `shown`, but is chosen only where
    nothing else matches.
    """
    beginnings = frozenset(term[:_BEGINNING] for term in terms)
    words: dict[str, str] = {}
    best, most, held = "", 0.0, frozenset[str]()
    seen = set(_stems(title, terms, beginnings, words))
    for place, text in enumerate((*shown, *more)):
        for sentence in _sentences(text):
            found = frozenset(_stems(sentence, terms, beginnings, words))
            if place < len(shown):
                seen |= found
            weight = sum(terms[term] for term in found)
            if weight > most:
                best, most, held = sentence, weight, found
    if not best and seen:
        best = title
    return Match(best, frozenset(words), bool(held - seen))


def _stems(text: str, terms: Mapping[str, float], beginnings: frozenset[str], words: dict[str, str]) -> Iterable[str]:
    """The terms in a text; each of its words that is one is added to `words`."""
    for word in WORD.findall(text):
        lower = word.lower() if word.isascii() else fold(word)
        if lower[:_BEGINNING] not in beginnings:
            continue
        if (term := stem(lower)) in terms:
            words[word] = term
            yield term


def _sentences(text: str) -> list[str]:
    """The lines of a text, cut behind each full stop, question and exclamation mark before what may begin one."""
    for mark in (". ", "? ", "! "):
        start, *rest = text.split(mark)
        text = start + "".join(_between(mark, part[:1]) + part for part in rest)
    return text.split("\n")


def _between(mark: str, letter: str) -> str:
    return mark if letter.islower() or letter.isdigit() else f"{mark[0]}\n"
