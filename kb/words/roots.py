"""The root that a verb shares with its noun (`deliver`, `delivery`), and the words of a text by root, with places."""

from functools import lru_cache
from typing import NamedTuple

from kb.text import fold
from kb.words.lists import word_set
from kb.words.stems import stem
from kb.words.tokens import find_words

_IRREGULAR = {
    "kept": "keep", "held": "hold", "made": "make", "sent": "send", "took": "take", "taken": "take", "given": "give",
    "gave": "give", "done": "do", "built": "build", "paid": "pay", "sold": "sell", "bought": "buy", "stood": "stand",
    "told": "tell", "chosen": "choose", "written": "write", "drawn": "draw", "cut": "cut", "complaint": "complain",
    "seen": "see", "brought": "bring", "came": "come", "went": "go", "frozen": "freeze", "baked": "bake",
    "biggest": "largest", "loss": "lose", "lost": "lose", "loses": "lose", "storing": "store", "baking": "bake",
    "weight": "weigh",
}  # fmt: skip
_SUFFIXES = ("ization", "isation", "ation", "ition", "ility", "ion", "ment", "anc", "ity", "ag", "al", "y", "e")
_SHORTEST_ROOT = 4
_WHOLE = ("every",)
"""Words that only look as if they ended in a suffix: *for every* is not *for ever*."""

_GLUE = word_set(
    "a an the your our my their its his her we you they it i us me is are be was were been being am of will would to "
    "for and or do does did can could have has had that this these those there as at by"
)
"""Words that hold others together and name nothing."""


class Word(NamedTuple):
    """A word of a text."""

    root: str
    text: str
    """Folded."""

    start: int
    end: int


def placed_words(text: str) -> tuple[Word, ...]:
    """All words of a text in order, small ones too."""
    return tuple(Word(root(folded), folded, start, end) for folded, start, end in find_words(text))


def name_words(text: str) -> tuple[str, ...]:
    """The roots of the words that a name, a condition or a phrase is made of; all of them where all are small.

    >>> name_words("keep your die"), name_words("the call-off")
    (('keep', 'die'), ('call', 'off'))
    """
    found = placed_words(text)
    told = tuple(word.root for word in found if word.text not in _GLUE)
    return told or tuple(word.root for word in found)


def is_glue(word: str) -> bool:
    """Whether a folded word only holds others together."""
    return word in _GLUE


@lru_cache(maxsize=20_000)
def root(word: str) -> str:
    """What a folded word shares with its plural, its verb and its noun; a key to compare by.

    >>> [root(word) for word in ("delivery", "delivered", "storage", "stored", "complaints", "visitor")]
    ['deliver', 'deliver', 'stor', 'stor', 'complain', 'visitor']
    """
    short = stem(_IRREGULAR.get(word, word))
    short = stem(_IRREGULAR.get(short, short))
    if not short.isalpha() or short in _WHOLE:
        return short
    for suffix in _SUFFIXES:
        if short.endswith(suffix) and len(short) - len(suffix) >= _SHORTEST_ROOT:
            return short[: -len(suffix)]
    return short


def folded_text(text: str) -> str:
    """The text folded without change of length, so that places stay; what has no single folded sign stays as it is."""
    if text.isascii():
        return text.lower()
    return "".join(folded if len(folded := fold(sign)) == 1 else sign for sign in text)
