"""Packs the wordings of customers for the handbook's search, in about half the bytes, and unpacks them; knows no page.

Each word stands once, in the order of the alphabet, as how many letters it shares with the word before it and the rest.
A wording is the places of its words in that list, each in as many signs. `handbook_words.js` unpacks the same.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise, takewhile

SIGNS = "".join(chr(code) for code in range(33, 127) if chr(code) not in "\"&'<>\\")
"""The figures of a place: no white space, and nothing that HTML or JSON writes in another way."""

_MOST_SHARED = 35
_LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz"


def packed(wordings: Iterable[Sequence[str]]) -> dict[str, object]:
    """For each answer its wordings, which are words with one space between, as plain data for JSON."""
    listed = [list(texts) for texts in wordings]
    words = sorted({word for texts in listed for text in texts for word in text.split()})
    width = _width(len(words))
    signs = {word: _in_signs(place, width) for place, word in enumerate(words)}
    return {
        "words": " ".join(_shortened(before, word) for before, word in pairwise(["", *words])),
        "width": width,
        "said": [" ".join("".join(signs[word] for word in text.split()) for text in texts) for texts in listed],
    }


def unpacked(data: Mapping[str, object]) -> list[list[str]]:
    """What `packed` was given. Raises KeyError, TypeError or ValueError for what `packed` has not made."""
    words = [""]
    for short in str(data["words"]).split():
        words.append(words[-1][: int(short[0], 36)] + short[1:])
    width, said = data["width"], data["said"]
    if not isinstance(width, int) or not isinstance(said, list):
        raise TypeError
    return [[_text(signs, words[1:], width) for signs in str(texts).split(" ")] if texts else [] for texts in said]


def _width(count: int) -> int:
    width = 1
    while len(SIGNS) ** width < count:
        width += 1
    return width


def _in_signs(place: int, width: int) -> str:
    return "".join(SIGNS[place // len(SIGNS) ** power % len(SIGNS)] for power in reversed(range(width)))


def _shortened(before: str, word: str) -> str:
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, word, strict=False)))
    shared = min(alike, _MOST_SHARED)
    return _LETTERS[shared] + word[shared:]


def _text(signs: str, words: Sequence[str], width: int) -> str:
    return " ".join(words[_place(signs[at : at + width])] for at in range(0, len(signs), width))


def _place(signs: str) -> int:
    place = 0
    for sign in signs:
        place = place * len(SIGNS) + SIGNS.index(sign)
    return place
