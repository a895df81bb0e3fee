"""The glossary as a search uses it: what customers call a thing stands for what production calls it, and back."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from kb.search.analysis import is_small, stem, words_of

Synonyms = Mapping[str, Sequence[str]] | Iterable[tuple[str, Sequence[str]]]
"""A term with the words that customers use for it; each may be several words, and stands for each other."""

Other = tuple[tuple[str, ...], tuple[str, ...], str]
"""Stems of a phrase in the question, stems of another that stands for it, and the words of that."""

_BEGINNING = 3
"""Letters of a word that its stem keeps; phrases are looked at only where a word of the question begins alike."""


class Glossary:
    """All entries, each as its phrases; cut into words only as far as a question needs them."""

    def __init__(self, synonyms: Synonyms = ()) -> None:
        entries = synonyms.items() if isinstance(synonyms, Mapping) else synonyms
        self._entries = [(term, *others) for term, others in entries]
        self._phrases: list[list[str]] | None = None
        self._words: frozenset[str] | None = None
        self._neighbours: frozenset[tuple[str, str]] | None = None

    @property
    def words(self) -> frozenset[str]:
        """Every word of every phrase."""
        if self._words is None:
            self._words = frozenset(word for words in self._cut for word in words)
        return self._words

    @property
    def neighbours(self) -> frozenset[tuple[str, str]]:
        """Every two words that follow each other in a phrase."""
        if self._neighbours is None:
            self._neighbours = frozenset(pair for words in self._cut for pair in pairwise(words))
        return self._neighbours

    @property
    def _cut(self) -> list[list[str]]:
        """The words of each phrase."""
        if self._phrases is None:
            self._phrases = [words_of(phrase) for entry in self._entries for phrase in entry]
        return self._phrases

    def knows(self, word: str) -> bool:
        """Whether the word, or another form of it, is in the glossary."""
        return word in self.words or any(
            known.startswith(word[:_BEGINNING]) and stem(known) == stem(word) for known in self.words
        )

    def others(self, words: Sequence[str]) -> list[Other]:
        """For each entry of which a phrase is among the words, each phrase that was not said."""
        stems = tuple(map(stem, words))
        joined = {left + right: (left, right) for left, right in pairwise(words)}
        beginnings = {word[:_BEGINNING] for word in (*words, *stems)}
        found = []
        for entry in self._entries:
            if not any(phrase[:_BEGINNING].casefold() in beginnings for phrase in entry):
                continue
            cut = [words_of(phrase) for phrase in entry]
            phrases = {tuple(map(stem, each)): " ".join(each) for each in cut if each}
            said = [phrase for phrase in phrases if _holds(stems, phrase)]
            said += [tuple(map(stem, joined[each[0]])) for each in cut if len(each) == 1 and each[0] in joined]
            if said:
                longest = max(said, key=len)
                found += [(longest, phrase, text) for phrase, text in phrases.items() if phrase not in said]
        return found


def telling(phrase: Iterable[str]) -> tuple[str, ...]:
    """The stems of a phrase that say what it is about; all of them where none does."""
    stems = tuple(phrase)
    return tuple(term for term in stems if not is_small(term)) or stems


def _holds(stems: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    return any(stems[start : start + len(phrase)] == phrase for start in range(len(stems) - len(phrase) + 1))
