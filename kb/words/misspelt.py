"""Words with a letter swapped, lost or doubled, put right where one known word can be meant; knows no English."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from kb.text import fold
from kb.words.dateforms import MONTHS, WEEKDAYS
from kb.words.figures import NUMBER_WORDS
from kb.words.lists import word_set
from kb.words.plainwords import PLAIN
from kb.words.tokens import STOP_WORDS, find_words
from kb.words.units import UNITS

_SHORTEST = 5
"""Fewer letters make too many words out of one another."""

_LONGEST = 30
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_TELLING = word_set(
    "about above advance after ahead already always approved arrive arrives before business calendar cannot "
    "charge charged charges cheaper closed confirmed costs deliver delivered delivers deposit during either every "
    "exact exactly extra faster first free from guarantee guaranteed included includes instead least longer "
    "maximum minimum never nothing notice once ordered orders paid perfect placed precisely ready report signed "
    "sooner starting store stored takes tomorrow under unless until valid weekly within without working"
)
"""Words of the language that turn a promise."""

_KNOWN = (
    _TELLING
    | {"quarter", "quarters"}
    | STOP_WORDS
    | NUMBER_WORDS
    | {*MONTHS, *WEEKDAYS}
    | {word for way in UNITS for word in way}
)


class Corrected(NamedTuple):
    """A text with its misspelt words put right."""

    text: str
    changes: tuple[tuple[int, int, int], ...]
    """Where each changed word stands in `text`, how long it is there, and how long it was as written."""

    def as_written(self, place: int) -> int:
        """The offset in the text as written of an offset in `text`."""
        shift = 0
        for start, length, was in self.changes:
            if place <= start:
                break
            shift += (was - length) if place >= start + length else min(0, was - length)
        return place + shift


def corrected(text: str, is_known: Callable[[str], bool], meant: frozenset[str]) -> Corrected:
    """The text with each word that nobody knows as the one word of `meant`, or of the language, that it is nearest to.

    `is_known` tells which folded words are left alone.
    """
    parts: list[str] = []
    changes: list[tuple[int, int, int]] = []
    done = length = 0
    for word, start, end in find_words(text):
        right = _right(word, is_known, meant)
        if not right:
            continue
        right = _cased(right, text[start:end])
        parts += (text[done:start], right)
        length += start - done
        changes.append((length, len(right), end - start))
        length += len(right)
        done = end
    return Corrected("".join((*parts, text[done:])), tuple(changes)) if changes else Corrected(text, ())


def _right(word: str, is_known: Callable[[str], bool], meant: frozenset[str]) -> str:
    """The known word that a misspelt one stands for; empty where it is known itself, or none or several are near."""
    if (
        not _SHORTEST <= len(word) <= _LONGEST
        or not word.isascii()
        or not word.isalpha()
        or word in _KNOWN
        or word in PLAIN
        or is_known(word)
    ):
        return ""
    near = {other for other in _near(word) if other in _KNOWN or other in meant}
    return near.pop() if len(near) == 1 else ""


def _near(word: str) -> Iterator[str]:
    """The words with two letters swapped, one lost or one put in; the first letter stays."""
    for at in range(1, len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]
        for letter in _LETTERS:
            yield word[:at] + letter + word[at:]
    for letter in _LETTERS:
        yield word + letter


def _cased(word: str, written: str) -> str:
    if written.isupper():
        return word.upper()
    return word.capitalize() if written[:1].isupper() else word


def spelt(texts: Iterator[str]) -> frozenset[str]:
    """The words of texts that a misspelt one may stand for: those with enough letters."""
    return frozenset(word for text in texts for word, _s, _e in find_words(fold(text)) if len(word) >= _SHORTEST)
