"""What may be chosen after `only`, one by one; does not say what else would be of the same kind."""

import re
from collections.abc import Sequence

from kb.text import fold
from kb.words.dateforms import WEEKDAYS
from kb.words.tokens import stem, words

_OR = re.compile(r"\s+or\s+|,(?![0-9]{3}(?![0-9]))", re.IGNORECASE)
_JOINT = re.compile(r"^(?:or|and)\s+", re.IGNORECASE)
_AND = re.compile(r"\s+(?:and|&)\s+", re.IGNORECASE)
_CODE_LETTERS = 3


def choices_of(segments: tuple[str, ...]) -> tuple[str, ...]:
    """The choices in a comma-separated list, as written.

    `or` parts two choices; so does `and`, at the end of a longer list or between codes, weekdays and clock times, while
    `black and white` is one.

    >>> choices_of(("E", "B and BC")), choices_of(("black and white",)), choices_of(("dry food or grain",))
    (('E', 'B', 'BC'), ('black and white',), ('dry food', 'grain'))
    """
    listed = [part for segment in segments for part in _OR.split(_JOINT.sub("", segment))]
    parts = [part for choice in listed for part in _at_and(choice, in_list=len(segments) > 1)]
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


def _at_and(choice: str, *, in_list: bool) -> list[str]:
    parts = _AND.split(choice)
    return parts if in_list or all(map(_is_code, parts)) else [choice]


def _is_code(text: str) -> bool:
    """Whether it is a letter, a code, a weekday or a clock time, not a word of the language."""
    word = fold(text)
    if word in WEEKDAYS or any(letter.isdigit() for letter in word):
        return True
    return text.isupper() and len(text) <= _CODE_LETTERS


def same_shape(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether two lists of choices are of one kind: all codes, all weekdays or clock times, or a noun in common."""
    shapes = {_shape(choice) for choice in (*first, *second)}
    if shapes != {"word"}:
        return len(shapes) == 1
    return bool({_noun(choice) for choice in first} & {_noun(choice) for choice in second})


def _shape(choice: str) -> str:
    if not _is_code(choice):
        return "word"
    return "time" if ":" in choice or fold(choice).split()[0] in WEEKDAYS else "code"


def _noun(choice: str) -> str:
    found = words(choice)
    return stem(found[-1]) if found else ""
