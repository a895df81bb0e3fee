"""Whether the lines that differ differ in typing mistakes only; knows no dictionary, so in doubt they do not."""

from collections.abc import Iterable
from difflib import SequenceMatcher

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
    return all(change.section not in _TELLING and _is_typo(change) for change in changes)


def _is_typo(change: Change) -> bool:
    was, now = _words(change.was), _words(change.now)
    return len(was) == len(now) and all(map(_same_word, was, now))


def _words(line: Iterable[Words]) -> list[str]:
    words = (fold(word).strip(_ENDS) for part in line for word in part.text.split())
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
