"""What kind of number an AMOUNT is, from the words before and after its figure; reads no name, condition or clause."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from kb.model import number as kinds
from kb.model.number import Amount
from kb.words.amounts import amount_at
from kb.words.figures import after_words, sign_at
from kb.words.pieces import Piece, pieces
from kb.words.units import SHARE, TIME_OF_DAY, is_time
from kb.words.unitwords import unit_at

MOST, LEAST, ADD, COST, GUARANTEE, EVERY, KEEP, HAVE, TAKE, WITHIN, EITHER_WAY, AHEAD, ADVANCE, PLAIN = (
    "most", "least", "add", "cost", "guarantee", "every", "keep", "have", "take", "within", "either way", "ahead",
    "advance", "plain",
)  # fmt: skip
"""What the words around a figure say, before its unit decides which kind that makes."""

_BEFORE = {
    MOST: "at most|at the most|up to|max|maximum|max of|maximum of|a maximum of|no more than|not more than|"
    "at maximum|≤",
    LEAST: "at least|at the least|min|minimum|min of|minimum of|a minimum of|no less than|not less than|no fewer than|"
    "not fewer than|from|starting at|starting from|≥",
    ADD: "adds|add|plus|extra|another|+",
    COST: "costs|cost",
    GUARANTEE: "guaranteed|guarantees|guarantee|reliably",
    EVERY: "every|each",
    KEEP: "for",
    HAVE: "you have|you get|customers have|the customer has",
    TAKE: "takes|take|needs|in|we need",
    WITHIN: "within|to within",
    EITHER_WAY: "±|plus or minus",
    PLAIN: "exactly|is|are",
}
_AFTER = {
    MOST: "or less|or fewer|or under|at most|at the most|max|maximum|at maximum|tops",
    LEAST: "or more|or over|or longer|at least|min|minimum|at minimum|and more|and up|upwards|onwards",
    ADD: "more|longer|extra|later|on top|in addition|additional",
    EITHER_WAY: "either way|up or down|more or less|plus or minus",
    AHEAD: "ahead|in advance|beforehand|notice|s' notice|' notice|of notice|earlier|before",
    ADVANCE: "in advance|up front|upfront|beforehand|ahead",
    PLAIN: "'",
}
AFTER_A_COMMA = frozenset(phrase for hint in _AFTER for phrase in _AFTER[hint].split("|") if phrase != "before")
"""What may follow an amount after a comma: `30 %, in advance`."""

_INSIDE = {"more": ADD, "extra": ADD, "additional": ADD, "further": ADD, "longer": ADD}
_REFUSED_INSIDE = ("fewer", "less", "shorter")
"""*Five fewer working days* takes away, which no kind of number does."""

_ONE_END = (kinds.GIVE, kinds.AHEAD, kinds.AT_LEAST, kinds.AT_MOST, kinds.GUARANTEED, kinds.TOLERANCE, kinds.EVERY)
"""Kinds in which a range would leave open what may be promised."""


_Phrases = dict[str, list[tuple[str, str]]]
"""Phrases with their hints by their first word, the longest first."""


def _longest_first(table: dict[str, str]) -> _Phrases:
    pairs = [(phrase, hint) for hint, phrases in table.items() for phrase in phrases.split("|")]
    by_first: _Phrases = {}
    for phrase, hint in sorted(pairs, key=lambda pair: -len(pair[0])):
        by_first.setdefault(phrase.split()[0], []).append((phrase, hint))
    return by_first


_PREFIXES = _longest_first(_BEFORE)
_SUFFIXES = _longest_first(_AFTER)


class KindRead(NamedTuple):
    """An AMOUNT, understood."""

    kind: str
    amount: Amount
    in_advance: bool = False


def read_kind(text: str) -> KindRead | None:
    """The kind and the amount of a text that is nothing else; None where it is not understood, whole."""
    parts = pieces(text)
    hints, at = _hints_before(parts)
    read = _every_one(parts, at) if EVERY in hints else None
    read = read or amount_at(parts, at, whole=True)
    if read is None:
        return None
    inside = {piece.text for piece in parts[at : read[1]]}
    if inside & set(_REFUSED_INSIDE):
        return None
    hints |= {hint for word, hint in _INSIDE.items() if word in inside}
    after = _hints_after(parts, read[1])
    return None if after is None else _kind(frozenset(hints | after), read[0])


def _every_one(parts: Sequence[Piece], at: int) -> tuple[Amount, int] | None:
    """The one of *every week*."""
    unit = unit_at(parts, at)
    return (Amount(Decimal(1), Decimal(1), unit[0]), unit[1]) if unit and is_time(unit[0]) else None


def _hints_before(parts: Sequence[Piece]) -> tuple[set[str], int]:
    hints: set[str] = set()
    at = 0
    while (found := _phrase_at(parts, at, _PREFIXES)) is not None:
        if found[0] == LEAST and parts[at].text == "from" and _is_range_after(parts, at):
            break
        hints.add(found[0])
        at = found[1]
        if sign_at(parts, at) == "." and at + 1 < len(parts):
            at += 1
    return hints, at


def _is_range_after(parts: Sequence[Piece], at: int) -> bool:
    """Whether `from` opens a range: *from 50 to 1,000 boxes*."""
    read = amount_at(parts, at, whole=True)
    return read is not None and read[0].low != read[0].high


def _hints_after(parts: Sequence[Piece], at: int) -> set[str] | None:
    """What the words after an amount say; None where there are words that say nothing."""
    hints: set[str] = set()
    while at < len(parts):
        found = dict(_all_phrases_at(parts, at, _SUFFIXES))
        if not found:
            return None
        hints |= set(found)
        at = max(found.values())
    return hints


def _phrase_at(parts: Sequence[Piece], at: int, phrases: _Phrases) -> tuple[str, int] | None:
    return next(iter(_all_phrases_at(parts, at, phrases)), None)


def _all_phrases_at(parts: Sequence[Piece], at: int, phrases: _Phrases) -> list[tuple[str, int]]:
    """The hints of the longest phrases at a place, with the place after them."""
    found: list[tuple[str, int]] = []
    for phrase, hint in phrases.get(parts[at].text, ()) if at < len(parts) else ():
        after = at + 1 if sign_at(parts, at) == phrase else after_words(parts, at, phrase)
        if after is not None and (not found or after == found[0][1]):
            found.append((hint, after))
    return found


def _kind(hints: frozenset[str], amount: Amount) -> KindRead | None:
    """The kind that the hints make of an amount; None where they contradict each other or leave something open."""
    hints -= {PLAIN}
    if hints & {AHEAD, ADVANCE}:
        return _in_advance(hints - {AHEAD, ADVANCE}, amount)
    kind = _TIME_KINDS.get(hints) if is_time(amount.unit) else _kind_of_size(hints, amount)
    if kind is None or (kind in _ONE_END and amount.low != amount.high and not amount.dimensions):
        return None
    return KindRead(kind, amount)


def _in_advance(hints: frozenset[str], amount: Amount) -> KindRead | None:
    """Notice, where it is time: *at least 5 working days ahead*; else something to pay: *30 % in advance*."""
    if is_time(amount.unit):
        return KindRead(kinds.AHEAD, amount) if hints <= {LEAST} and amount.low == amount.high else None
    pays = amount.unit.family == SHARE or amount.unit.family.startswith("money")
    return KindRead(kinds.COSTS, amount, in_advance=True) if pays and hints <= {COST} else None


_TIME_KINDS: dict[frozenset[str], str] = {
    frozenset(hints): kind
    for kind, several in {
        kinds.TAKE: ([], [TAKE], [TAKE, MOST], [WITHIN], [TAKE, WITHIN]),
        kinds.GIVE: ([MOST], [KEEP], [KEEP, MOST], [HAVE], [HAVE, MOST]),
        kinds.AT_LEAST: ([LEAST], [KEEP, LEAST], [TAKE, LEAST], [HAVE, LEAST]),
        kinds.ADDS: ([ADD], [COST], [ADD, MOST], [ADD, TAKE]),
        kinds.GUARANTEED: ([GUARANTEE], [GUARANTEE, LEAST], [GUARANTEE, KEEP]),
        kinds.EVERY: ([EVERY],),
    }.items()
    for hints in several
}
_SIZE_KINDS: dict[frozenset[str], str] = {
    frozenset(hints): kind
    for kind, several in {
        kinds.AT_MOST: ([MOST], [HAVE], [HAVE, MOST]),
        kinds.AT_LEAST: ([LEAST],),
        kinds.ADDS: ([ADD], [ADD, MOST]),
        kinds.COSTS: ([COST],),
        kinds.GUARANTEED: ([GUARANTEE], [GUARANTEE, LEAST]),
        kinds.EVERY: ([EVERY],),
        kinds.TOLERANCE: ([WITHIN], [EITHER_WAY], [WITHIN, EITHER_WAY]),
    }.items()
    for hints in several
}


def _kind_of_size(hints: frozenset[str], amount: Amount) -> str | None:
    if not hints:
        ranged = amount.low != amount.high and not amount.dimensions
        return kinds.BETWEEN if ranged and not amount.about else kinds.FIGURE
    kind = _SIZE_KINDS.get(hints)
    if kind == kinds.TOLERANCE and amount.unit.family == TIME_OF_DAY:
        return None
    pays = amount.unit.family == SHARE or amount.unit.family.startswith("money")
    return kinds.COSTS if kind == kinds.ADDS and pays else kind
