"""What each word of a question means in this collection: itself, two words, another spelling, or what it was to be.

Only words that the collection does not know are looked into further (`kb.search.unknown`). Nothing is searched here.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kb.search.analysis import is_small, stem
from kb.search.compounds import joins, parts_of
from kb.search.index import Searcher
from kb.search.schema import TEXT, TITLE
from kb.search.synonyms import Glossary

Meant = tuple[tuple[str, float], ...]
"""What is searched for a word, likeliest first, and how much each counts."""


class Reading(NamedTuple):
    """The words of a question as they are searched for."""

    words: tuple[Meant, ...]
    """In their order; a word that is two in this collection has become two."""

    joins: Mapping[str, tuple[str, str]]
    """Words that the collection has for two neighbours, with the two."""

    respelt: tuple[tuple[str, str], ...] = ()
    """Each word that is only written otherwise here, with how: no mistake, so nobody needs to be told."""

    corrections: tuple[tuple[str, str], ...] = ()
    """Each misspelt word with what is searched for it."""

    @property
    def likeliest(self) -> list[str]:
        """The words, each as the likeliest that it may be."""
        return [near[0][0] for near in self.words]


def as_typed(words: Sequence[str]) -> Reading:
    """The words and nothing else."""
    return Reading(tuple(map(_itself, words)), {})


def read_words(searcher: Searcher, words: Sequence[str], glossary: Glossary) -> Reading:
    """The words as this collection has them; a word that is like none stays as it is."""
    respelt: dict[str, tuple[str, ...]] = {}
    unknown = []
    for word in dict.fromkeys(words):
        known = is_known(searcher, word)
        if parts := parts_of(searcher, word, glossary, known=known):
            respelt[word] = parts
        elif not known:
            unknown.append(word)
    near: Mapping[str, tuple[Meant, ...]] = {}
    corrections: tuple[tuple[str, str], ...] = ()
    if unknown:
        from kb.search.unknown import meant_by, spelt_here  # noqa: PLC0415 - most questions have no such word

        respelt |= spelt_here(searcher, unknown, glossary)
        lost = [word for word in unknown if word not in respelt]
        near, corrections = meant_by(searcher, words, lost, glossary)
    read = tuple(meant for place in range(len(words)) for meant in _read(words, place, respelt, near))
    reading = Reading(read, {}, tuple((word, " ".join(parts)) for word, parts in respelt.items()), corrections)
    return reading._replace(joins=joins(searcher, reading.likeliest))


def is_known(searcher: Searcher, word: str) -> bool:
    """Whether the collection has the word or another form of it."""
    return is_small(word) or any(searcher.document_frequency(field, stem(word)) for field in (TITLE, TEXT))


def _itself(word: str) -> Meant:
    return ((word, 1.0),)


def _read(
    words: Sequence[str], place: int, respelt: Mapping[str, tuple[str, ...]], near: Mapping[str, tuple[Meant, ...]]
) -> tuple[Meant, ...]:
    word = words[place]
    parts = respelt.get(word)
    if parts and tuple(words[place + 1 : place + 1 + len(parts)]) != parts:  # `20kg` brings its parts along
        return tuple(map(_itself, parts))
    return near.get(word) or (_itself(word),)
