"""Words that a hyphen makes part of another: the *die* of a *die-cutter* is no die; knows no company's words."""

from collections.abc import Sequence
from itertools import pairwise

from kb.words.plainwords import PLAIN
from kb.words.roots import Word
from kb.words.tokens import STOP_WORDS


def first_halves(text: str, words: Sequence[Word]) -> dict[int, int]:
    """The places of first parts whose second is no everyday word and no number, each with the place of that one."""
    if "-" not in text:
        return {}
    return {
        at: at + 1
        for at, (word, after) in enumerate(pairwise(words))
        if text[word.end : after.start] == "-" and _is_noun(after.text)
    }


def _is_noun(word: str) -> bool:
    """Whether it is no number, no everyday word and no *up* or *off*."""
    return word.isalpha() and word not in PLAIN and word not in STOP_WORDS and word.removesuffix("s") not in STOP_WORDS
