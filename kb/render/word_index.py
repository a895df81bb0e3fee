"""An index of words at the end of a book: which answers a word leads to, for readers who cannot search."""

from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple

from kb.model.published import CustomerArticle
from kb.text import fold
from kb.words.tokens import content_words, stem

_SHORTEST = 3
_LEADS_NOWHERE = 12
"""A word with more answers than this helps nobody."""


class Entry(NamedTuple):
    """One word."""

    word: str
    see: str
    """The word to look under instead; empty where `places` tells."""

    places: tuple[int, ...]
    """Places of the answers, from 1."""


def word_index(
    articles: Sequence[CustomerArticle], synonyms: Mapping[str, Sequence[str]], vague: Container[str] = ()
) -> list[Entry]:
    """The telling words of questions, tags and number lines in the order of the alphabet, each in its shortest form.

    `synonyms`: customers' own words by the company's term; they lead to it. `vague` words are left out.
    """
    forms: dict[str, str] = {}
    places: dict[str, dict[int, None]] = {}
    for place, article in enumerate(articles, 1):
        for word in _telling(article):
            if word in vague:
                continue
            key = stem(word)
            forms[key] = min(forms.get(key, word), word, key=lambda form: (len(form), form))
            places.setdefault(key, {})[place] = None
    entries = [Entry(forms[key], "", tuple(found)) for key, found in places.items() if len(found) <= _LEADS_NOWHERE]
    found = [*entries, *_references(entries, synonyms)]
    return sorted(found, key=lambda entry: (fold(entry.word), entry.word))


def _telling(article: CustomerArticle) -> list[str]:
    numbers = (f"{number.name} {' '.join(number.conditions)}" for number in article.numbers)
    found = content_words(" ".join([article.title, *article.tags, *numbers]))
    return [word for word in found if len(word) >= _SHORTEST and word.isalpha()]


def _references(entries: Sequence[Entry], synonyms: Mapping[str, Sequence[str]]) -> list[Entry]:
    """`carton, see box`, where the index has the box and not the carton."""
    known = {stem(entry.word): entry.word for entry in entries}
    found = {
        other: known[stem(term)]
        for term, others in synonyms.items()
        if stem(term) in known
        for other in others
        if other.isalpha() and stem(other.casefold()) not in known
    }
    return [Entry(other, term, ()) for other, term in found.items()]
