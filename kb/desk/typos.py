"""Whether the lines that differ differ in typing mistakes only; knows no dictionary, so in doubt they do not."""

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from kb.desk.difference import Change, Words
from kb.text import fold
from kb.words.figures import NUMBER_WORDS

_TELLING = ("Numbers", "For")
"""Sections in which no sign is too small to be told."""

_SHORTEST = 5
"""Letters; shorter words become others too easily: *now*, *not*."""

_ALIKE = 0.8
_NEGATED = ("nt", "n't")
_ENDS = ".,;:!?\"'()“”‘’…-–—"


def only_typos(changes: Iterable[Change]) -> bool:
    """Whether nobody would say anything else for these changes: single words spelt otherwise, other full stops."""
    sections = [(name, list(own)) for name, own in groupby(changes, key=lambda change: change.section)]
    return all(name not in _TELLING and _is_typo(own) for name, own in sections)


def _is_typo(changes: Sequence[Change]) -> bool:
    """Whether the lines of one section, run together, are the same word by word."""
    was = _words(words for change in changes for words in change.was)
    now = _words(words for change in changes for words in change.now)
    return len(was) == len(now) and all(map(_same_word, was, now))


def _words(parts: Iterable[Words]) -> list[str]:
    words = (fold(word).strip(_ENDS) for part in parts for word in part.text.split())
    return [word for word in words if word]


def _same_word(was: str, now: str) -> bool:
    if was == now:
        return True
    if min(len(was), len(now)) < _SHORTEST or was[0] != now[0]:
        return False
    if {was, now} & NUMBER_WORDS or any(letter.isdigit() for letter in was + now):
        return False
    if was.endswith(_NEGATED) != now.endswith(_NEGATED):
        return False
    return SequenceMatcher(None, was, now, autojunk=False).ratio() >= _ALIKE
