"""What each word of a question means in this collection: itself, two words, another spelling, or what it was to be.

`leadtime`, `lead-time` and `lead time` are one, where the collection knows the join: its parts are neighbours in one of
its articles, or in its glossary. That keeps `carton` from being a `car` of a `ton`. Only words that the collection does
not know are looked into further (`kb.search.unknown`). Nothing is searched here.
"""

from collections.abc import Mapping, Sequence
from itertools import islice, pairwise

from kb.search.analysis import is_small, stem
from kb.search.index import Searcher
from kb.search.pairs import in_text
from kb.search.schema import TEXT, TITLE
from kb.search.synonyms import Glossary

_LOOKED_AT = 200
"""Articles that are looked at for two neighbours: of those that hold the rarer of them."""

_SHORTEST_PART = 2

_LONGEST = 30
"""Letters beyond which a word is no join that anybody types."""

_LEAST_KNOWN = 6
"""Letters from which a word that the collection knows may be two all the same."""

_LEAST_KNOWN_PART = 3

Meant = tuple[tuple[str, float], ...]
"""What is searched for a word, likeliest first, and how much each counts."""

Pairs = tuple[tuple[str, str], ...]


class Reading:
    """The words of a question as they are searched for; a plain class, as a named tuple takes its time to import."""

    __slots__ = ("corrections", "joins", "likeliest", "respelt", "words")

    def __init__(
        self, words: Sequence[Meant], joins: Mapping[str, tuple[str, str]], respelt: Pairs = (), corrections: Pairs = ()
    ) -> None:
        self.words = tuple(words)
        """In their order; a word that is two in this collection has become two."""
        self.likeliest = [meant[0][0] for meant in words]
        """The words, each as the likeliest that it may be."""
        self.joins = joins
        """Words that the collection has for two neighbours, with the two."""
        self.respelt = respelt
        """Each word that is only written otherwise here, with how: no mistake, so nobody needs to be told."""
        self.corrections = corrections
        """Each misspelt word with what is searched for it."""


def as_typed(words: Sequence[str]) -> Reading:
    """The words and nothing else."""
    return Reading([_itself(word) for word in words], {})


def read_words(searcher: Searcher, words: Sequence[str], glossary: Glossary) -> Reading:
    """The words as this collection has them; a word that is like none stays as it is."""
    respelt: dict[str, tuple[str, ...]] = {}
    unknown = []
    for word in dict.fromkeys(words):
        known = is_known(searcher, word)
        if parts := _parts_of(searcher, word, glossary, known=known):
            respelt[word] = parts
        elif not known:
            unknown.append(word)
    near: Mapping[str, tuple[Meant, ...]] = {}
    corrections: Pairs = ()
    if unknown:
        from kb.search.unknown import meant_by, spelt_here  # noqa: PLC0415 - most questions have no such word

        respelt |= spelt_here(searcher, unknown, glossary)
        lost = [word for word in unknown if word not in respelt]
        near, corrections = meant_by(searcher, words, lost, glossary)
    read = [meant for place in range(len(words)) for meant in _read(words, place, respelt, near)]
    joins = _joins(searcher, [meant[0][0] for meant in read])
    return Reading(read, joins, tuple((word, " ".join(parts)) for word, parts in respelt.items()), corrections)


def is_known(searcher: Searcher, word: str) -> bool:
    """Whether the collection has the word or another form of it."""
    return is_small(word) or any(searcher.document_frequency(field, stem(word)) for field in (TEXT, TITLE))


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


def _parts_of(searcher: Searcher, word: str, glossary: Glossary, *, known: bool) -> tuple[str, ...]:
    """The two words that collection or glossary have for this one; none where they have not."""
    if len(word) > _LONGEST or (known and len(word) < _LEAST_KNOWN):
        return ()
    least = _LEAST_KNOWN_PART if known else _SHORTEST_PART
    for place in range(least, len(word) - least + 1):
        parts = word[:place], word[place:]
        if (not known and parts in glossary.neighbours) or _are_neighbours(searcher, *parts):
            return parts
    return ()


def _joins(searcher: Searcher, words: Sequence[str]) -> dict[str, tuple[str, str]]:
    return {
        left + right: (left, right)
        for left, right in pairwise(words)
        if _may_be_one(left, right) and searcher.document_frequency(TEXT, stem(left + right))
    }


def _may_be_one(left: str, right: str) -> bool:
    long = min(len(left), len(right)) >= _SHORTEST_PART or right.isdigit()
    return long and not (is_small(left) and is_small(right))


def _are_neighbours(searcher: Searcher, left: str, right: str) -> bool:
    terms = []
    for word in (left, right):  # most halves are no words, so the other one is not even stemmed
        terms.append(stem(word))
        if not searcher.document_frequency(TEXT, terms[-1]):
            return False
    rarer = min(terms, key=lambda term: searcher.document_frequency(TEXT, term))
    pair = in_text((terms[0], terms[1]))
    documents = islice(searcher.documents(TEXT, rarer), _LOOKED_AT)
    return any(pair in searcher.pairs(document) for document in documents)
