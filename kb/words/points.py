"""The points of a sentence, one thing each that may be promised: amounts, days, *free*; parts it into no clauses."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from kb.model.number import Amount
from kb.words.amounts import FoundAmount
from kb.words.bounds import Around
from kb.words.deadlines import START, NamedDay, named_days
from kb.words.lists import word_set
from kb.words.patterns import lazy
from kb.words.roots import is_glue
from kb.words.tokens import STOP_WORDS
from kb.words.units import BARE_FAMILY, SHARE, TIME_OF_DAY, is_time
from kb.words.yesno import ZERO, Spot, find_yes_no

TIME, SIZE, CLOCK, DAY, WORD = "time", "size", "clock", "day", "word"

_IN_EVERY = lazy(r"\s+(?:in|out of)(?:\s+(?:every|each))?\s+")
_IS_PER = lazy(r"an? (?:hour|day|week|month|year)\b", re.IGNORECASE)
_NOUN = lazy(r"\s+(?P<noun>[a-z-]{3,})\s+")
_NO_NOUN = word_set("across around down during every extra less off only plus since")
_LATER = lazy(r"\s+(?:later|before|after|earlier|sooner|ahead|early|late|from|or|and|is|are)\b")


class Point(NamedTuple):
    """One thing in a clause that may be promised."""

    kind: str
    """TIME, SIZE, CLOCK, DAY or WORD."""

    start: int
    end: int
    """Offsets in the whole text."""

    around: Around
    amount: Amount | None = None
    day: NamedDay | None = None
    word: str = ""


def points_of(text: str, folded: str, day: date, found_amounts: Sequence[FoundAmount]) -> list[Point]:
    """The points of a sentence, which is given as written and folded, in order; what stands around is still empty."""
    nothing = Around(frozenset(), frozenset())
    amounts = [
        Point(_kind(found.amount), found.start, found.end, nothing, amount=found.amount)
        for found in _rates(found_amounts, folded)
        if not _is_one(found)
    ]
    days = [Point(DAY, one.start, one.end, nothing, day=one) for one in named_days(text, day)]
    days = [one for one in days if not any(_overlap(one, other) for other in amounts)]
    spots: list[Spot] = list(find_yes_no(folded))
    words = [Point(WORD, one.start, one.end, nothing, word=one.word) for one in spots]
    words = [one for one in words if not any(_overlap(one, other) for other in amounts)]
    return sorted((*amounts, *days, *words), key=lambda point: point.start)


def _rates(found: Sequence[FoundAmount], folded: str) -> list[FoundAmount]:
    """The amounts, with *one sheet in every 500* as 500 sheets, and without the month of *99.9 % uptime a month*."""
    kept: list[FoundAmount] = []
    for one in found:
        before = kept[-1] if kept else None
        between = folded[before.end : one.start] if before else ""
        if before and _IN_EVERY.fullmatch(between) and before.amount.low == before.amount.high == 1:
            unit = before.amount.unit if one.amount.unit.family == BARE_FAMILY else one.amount.unit
            kept[-1] = FoundAmount(
                one.amount._replace(unit=unit), before.start, one.end, f"{before.text}{between}{one.text}"
            )
        elif not (before and _is_share_per(before, between, one, folded)):
            kept.append(one)
    return kept


def _is_share_per(share: FoundAmount, between: str, time: FoundAmount, folded: str) -> bool:
    """*99.9 % uptime a month*; what a little word joins, as *30 % with a week*, tells a time of its own."""
    if share.amount.unit.family != SHARE or not _IS_PER.match(time.text) or _LATER.match(folded, time.end):
        return False
    noun = _NOUN.fullmatch(between)
    return noun is not None and not (noun["noun"] in _NO_NOUN or noun["noun"] in STOP_WORDS or is_glue(noun["noun"]))


def is_core(point: Point) -> bool:
    """Whether a point parts a clause from others: all but *no*."""
    if point.kind == DAY and point.day and point.day.role == START:
        return False
    return point.kind != WORD or point.word != ZERO


def _is_one(found: FoundAmount) -> bool:
    """*One faster way*: no number of anything."""
    return found.text[:3].casefold() == "one" and found.amount.unit.name.endswith(("er", "est"))


def _kind(amount: Amount) -> str:
    if amount.unit.family == TIME_OF_DAY:
        return CLOCK
    return TIME if is_time(amount.unit) else SIZE


def _overlap(one: Point, other: Point) -> bool:
    return one.start < other.end and one.end > other.start
