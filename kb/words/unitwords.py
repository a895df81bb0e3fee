"""Units of measure and nouns beside a figure, out of the pieces of a text; reads no figures."""

from collections.abc import Sequence

from kb.model.number import Unit
from kb.words.figures import NUMBER_WORDS, sign_at, word_at
from kb.words.lists import word_set
from kb.words.pieces import SIGN, WORD, Piece
from kb.words.stems import singular
from kb.words.tokens import STOP_WORDS
from kb.words.units import COLOUR_DIFFERENCE, LONGEST, UNITS, noun_unit

_FILLERS = word_set(
    "full whole clear good extra more additional further consecutive solid complete entire straight other short long "
    "long-lasting longer fewer less"
)
"""Words between a figure and its unit that change no figure: *five more working days*."""

_NO_NOUNS = (
    STOP_WORDS
    | NUMBER_WORDS
    | word_set(
        "ahead apart later sooner earlier either way wide high deep thick tall heavy across off upwards plus minimum "
        "maximum max min x by times sharp flat each apiece together around away ago old today tomorrow now again "
        "already instead without within less least much many may might must shall onwards only notice advance "
        "beforehand beside per a an and or"
    )
)
"""Words after a figure that are not what is counted."""

_VERBS = word_set(
    "is are was were has have had gets get will can could may must needs takes goes comes costs gives makes does"
)
_PER = ("a", "an", "per", "each", "every")
_MOST_WORDS = 4
"""A noun with the words before it that say which: `photo quality colour`."""

_BEFORE_FIGURES = frozenset(
    [("€",), ("£",), ("$",), ("us", "$"), ("¥",), ("₹",), ("eur",), ("gbp",), ("usd",), ("chf",), ("pln",), ("sek",)]
    + [way for way, unit in UNITS.items() if unit.family == COLOUR_DIFFERENCE]
)

UnitRead = tuple[Unit, int] | None
"""A unit and the place after it; None where there is none."""


def unit_at(parts: Sequence[Piece], at: int) -> UnitRead:
    """The known unit of measure at a place, also after a hyphen (`5-day`) or words such as `full` and `more`."""
    if sign_at(parts, at) == "-" and parts[at].glued and at + 1 < len(parts) and parts[at + 1].glued:
        at += 1
    while word_at(parts, at) in _FILLERS:
        at += 1
    way, places = _words_from(parts, at)
    for length in range(len(way), 0, -1):
        unit = UNITS.get(tuple(way[:length]))
        if unit is not None:
            return unit, places[length - 1]
    return None


def unit_before(parts: Sequence[Piece], at: int) -> UnitRead:
    """The unit that stands before its figure: `€ 450`, `ΔE 3`, `delta E of 3`."""
    way, places = _words_from(parts, at)
    for length in range(len(way), 0, -1):
        if tuple(way[:length]) in _BEFORE_FIGURES:
            after = places[length - 1]
            joined = word_at(parts, after) == "of" or sign_at(parts, after) in ("≤", "<", "=")
            return UNITS[tuple(way[:length])], after + joined
    return None


def noun_at(parts: Sequence[Piece], at: int, *, one: bool, whole: bool) -> UnitRead:
    """The company's own noun that a figure counts, with the words before it: `spot colours`.

    `whole`: every word up to the next small word belongs to it. Else the first plural ends it, or, where there is
    only `one`, the word before what looks like a plural and is a verb (*one colour adds …*).
    """
    hyphen = sign_at(parts, at) == "-" and parts[at].glued and at + 1 < len(parts) and parts[at + 1].glued
    at += hyphen
    while word_at(parts, at) in _FILLERS:
        at += 1
    words, places = _noun_words(parts, at)
    if not words:
        return None
    count = 1 if hyphen and not whole else len(words) if whole else _head(words, one=one)
    if not count:
        return None
    return noun_unit(" ".join(words[:count])), places[count - 1]


def per_at(parts: Sequence[Piece], at: int, *, whole: bool) -> tuple[str, int]:
    """What an amount is counted by, in the singular (`week`, `colour`), and the place after; empty where nothing is."""
    word = word_at(parts, at)
    if word not in _PER and not (sign_at(parts, at) == "/" and parts[at].glued):
        return "", at
    unit = unit_at(parts, at + 1)
    if unit is not None:
        return unit[0].name, unit[1]
    words, places = _noun_words(parts, at + 1)
    if not words or (not whole and word in ("a", "an") and word_at(parts, places[0]) in _VERBS):
        return "", at
    count = len(words) if whole else 1
    return " ".join((*words[: count - 1], singular(words[count - 1]))), places[count - 1]


def _words_from(parts: Sequence[Piece], at: int) -> tuple[list[str], list[int]]:
    """Words and signs from a place on, hyphens between them left out, as many as a unit may have; the places after."""
    way: list[str] = []
    places: list[int] = []
    while at < len(parts) and len(way) < LONGEST and parts[at].kind in (WORD, SIGN):
        if way and parts[at].text == "-":
            if not parts[at].glued:
                break
            at += 1
            continue
        way.append(parts[at].text.removesuffix("'s"))
        at += 1
        places.append(at)
    return way, places


def _noun_words(parts: Sequence[Piece], at: int) -> tuple[list[str], list[int]]:
    words: list[str] = []
    places: list[int] = []
    while len(words) < _MOST_WORDS:
        if words and sign_at(parts, at) == "-" and parts[at].glued:
            at += 1
        word = word_at(parts, at)
        if not word or word in _NO_NOUNS:
            break
        at += 1
        words.append(word)
        places.append(at)
    return words, places


def _head(words: Sequence[str], *, one: bool) -> int:
    """How many of the words the noun has."""
    plurals = [place for place, word in enumerate(words) if singular(word) != word]
    if not plurals:
        return len(words)
    if one:
        return plurals[0]
    return plurals[0] + 1
