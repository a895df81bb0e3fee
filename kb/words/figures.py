"""Figures in digits and in words out of the pieces of a text; knows no units."""

from collections.abc import Sequence
from decimal import Decimal

from kb.words.pieces import FIGURE, FRACTION, SIGN, WORD, Piece

_ONES_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_ONES = {word: value for value, word in enumerate(_ONES_WORDS)}
_TENS_WORDS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_TENS = {"fourty": 40} | {word: 10 * value for value, word in enumerate(_TENS_WORDS, start=2)}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_VULGAR = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_QUARTERS = tuple(
    (f"{part} of {article}", Decimal(value))
    for part, value in (("a quarter", "0.25"), ("one quarter", "0.25"), ("three quarters", "0.75"))
    for article in ("an", "a", "one")
)
_COUNTED_AS = (
    ("half a dozen", Decimal(6)),
    ("a couple of", Decimal(2)),
    ("couple of", Decimal(2)),
    ("a dozen", Decimal(12)),
    ("dozen", Decimal(12)),
    *_QUARTERS,
    *((phrase, Decimal("0.5")) for phrase in ("half a", "half an", "a half", "half")),
)
"""Ways to count that are no plain number word; the first that fits counts."""

_COUNTED = frozenset(("a", *(phrase.split()[0] for phrase, _value in _COUNTED_AS)))
"""The first words of what `_counted` reads."""

_DENOMINATORS = (2, 4, 8, 16, 32)
"""Those of an inch; other fractions (`24/7`, `1/3`) have no exact decimal or are none."""

_THOUSANDS = "k"
"""`5k` is 5,000 where no space stands between."""

Read = tuple[Decimal, int] | None
"""A figure and the place after it; None where there is none."""

NUMBER_WORDS = frozenset((*_ONES, *_TENS, *_SCALES, "dozen", "half", "couple"))


def read_figure(text: Sequence[Piece], at: int, *, joined: bool = True) -> Read:
    """The figure that begins at a place, and the place after it.

    `joined` False reads no `and` into it, as between the two ends of *between a hundred and two hundred*.
    """
    counted = _counted(text, at, joined=joined) if word_at(text, at) in _COUNTED else None
    found = counted or _digits(text, at) or _in_words(text, at, joined=joined)
    if found is None:
        return None
    value, after = found
    if joined:
        value, after = _with_half(text, value, after)
    return _without_repetition(text, value, after)


def word_at(text: Sequence[Piece], at: int) -> str:
    """The folded word at a place; empty where something else stands or the text ends."""
    return text[at].text if 0 <= at < len(text) and text[at].kind == WORD else ""


def sign_at(text: Sequence[Piece], at: int) -> str:
    """The sign at a place; empty where something else stands or the text ends."""
    return text[at].text if 0 <= at < len(text) and text[at].kind == SIGN else ""


def after_words(text: Sequence[Piece], at: int, phrase: str) -> int | None:
    """The place after a phrase that stands here, with or without hyphens between its words; None where it does not."""
    for number, word in enumerate(phrase.split()):
        if number and sign_at(text, at) == "-" and text[at].glued:
            at += 1
        if word_at(text, at) != word:
            return None
        at += 1
    return at


def _counted(text: Sequence[Piece], at: int, *, joined: bool) -> Read:
    """*A dozen*, *half a dozen*, *a couple of*, *half a*, *a hundred*."""
    for phrase, value in _COUNTED_AS:
        after = after_words(text, at, phrase)
        if after is not None:
            return value, after
    if word_at(text, at) == "a" and word_at(text, at + 1) in _SCALES:
        return _in_words(text, at + 1, joined=joined)
    return None


def _digits(text: Sequence[Piece], at: int) -> Read:
    if at >= len(text):
        return None
    piece = text[at]
    if piece.kind == FRACTION:
        value = _fraction(piece.text)
        return (value, at + 1) if value is not None else None
    if piece.kind != FIGURE:
        return None
    value, at = Decimal(piece.text), at + 1
    if at < len(text) and text[at].kind == FRACTION and (part := _fraction(text[at].text)) is not None:
        return value + part, at + 1
    if word_at(text, at) == _THOUSANDS and text[at].glued:
        return value * 1000, at + 1
    return _scaled(text, value, at)


def _scaled(text: Sequence[Piece], value: Decimal, at: int) -> tuple[Decimal, int]:
    """`2.5 million`, `2 dozen`, `3 thousand`."""
    scale = _SCALES.get(word_at(text, at)) or (12 if word_at(text, at) == "dozen" else 1)
    return (value, at) if scale == 1 else (value * scale, at + 1)


def _fraction(written: str) -> Decimal | None:
    if written in _VULGAR:
        return _VULGAR[written]
    above, _, below = written.partition("/")
    if int(below) not in _DENOMINATORS or int(above) >= int(below):
        return None
    return Decimal(above) / Decimal(below)


def _in_words(text: Sequence[Piece], at: int, *, joined: bool) -> Read:
    """*Fifteen*, *twenty-five*, *two hundred and fifty*, *fifteen hundred*, *one thousand two hundred*."""
    total = part = 0
    read_any = False
    while True:
        step = _below_hundred(text, at)
        if step is not None and part % 100 == 0:
            part, at = part + step[0], step[1]
        elif word_at(text, at) in _SCALES:
            total, part = _times(total, part, _SCALES[word_at(text, at)])
            at += 1
        else:
            break
        read_any = True
        at = _after_and(text, at) if joined and (part or total) % 100 == 0 else at
    if not read_any:
        return None
    return _scaled(text, Decimal(total + part), at) if word_at(text, at) == "dozen" else (Decimal(total + part), at)


def _times(total: int, part: int, scale: int) -> tuple[int, int]:
    if scale == _SCALES["hundred"]:
        return total, (part or 1) * scale
    return total + (part or 1) * scale, 0


def _after_and(text: Sequence[Piece], at: int) -> int:
    """Over an `and` that joins hundreds to what is below them; *and a half* is another matter."""
    joins = word_at(text, at) == "and" and word_at(text, at - 1) in _SCALES
    return at + 1 if joins and _below_hundred(text, at + 1) else at


def _below_hundred(text: Sequence[Piece], at: int) -> tuple[int, int] | None:
    word = word_at(text, at)
    if word in _ONES:
        return _ONES[word], at + 1
    if word not in _TENS:
        return None
    ones_at = at + 2 if sign_at(text, at + 1) == "-" else at + 1
    ones = _ONES.get(word_at(text, ones_at), 0)
    return (_TENS[word] + ones, ones_at + 1) if 0 < ones < 10 else (_TENS[word], at + 1)  # noqa: PLR2004 - one digit


def _with_half(text: Sequence[Piece], value: Decimal, at: int) -> tuple[Decimal, int]:
    after = after_words(text, at, "and a half")
    return (value, at) if after is None else (value + Decimal("0.5"), after)


def _without_repetition(text: Sequence[Piece], value: Decimal, at: int) -> tuple[Decimal, int]:
    """Over the figure in brackets that repeats a word, as contracts have it: *ten (10)*."""
    if sign_at(text, at) == "(" and sign_at(text, at + 2) == ")" and text[at + 1].text == str(value):
        return value, at + 3
    return value, at
