"""What can be sent instead: the claim with the honest number in it, or that number in a sentence; judges nothing."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from kb.desk.promises.judged import Judged
from kb.model import number as kinds
from kb.model.number import Number
from kb.text import fold
from kb.words.bounds import EACH_WAY, OR_MORE, PART_OF
from kb.words.lists import word_set
from kb.words.patterns import lazy
from kb.words.points import DAY, SIZE, TIME
from kb.words.roots import name_words
from kb.words.spoken import day_words, weekday_words

_NEAR = timedelta(days=180)
"""Within it, a day needs no year."""

_BEFORE_TIME = lazy(
    r"\b(?:(?:as little as|as few as|as soon as|less than|under|at most|up to|no more than|only|just|about|around|"
    r"nearly|almost|exactly|precisely|more than|over|the|a mere|"
    rf"{PART_OF}|usual|normal|those)\s+)+$",
    re.IGNORECASE,
)
_BEFORE_SIZE = lazy(
    r"(?:\b(?:as (?:little|few|small|many|much|large|big) as|less than|under|at most|at least|up to|no more than|only|"
    r"just|about|around|nearly|almost|exactly|precisely|more than|over|within|to within|plus or minus|from|down to|"
    rf"every|{PART_OF}|(?:better|closer|tighter|finer) than)\s+|[±~]\s*|\+\s*/?\s*[-−–]\s*)+$",
    re.IGNORECASE,
)
_AFTER = lazy(rf"\s*(?:{OR_MORE}|or less|{EACH_WAY}|(?:of|from|after|counting from) (?:today|now))\b", re.IGNORECASE)
"""What belongs to an amount and goes with it."""

_WITHIN = lazy(r"\bwithin\s+$", re.IGNORECASE)
_AT_MOST = "at most "
"""What *within* says already."""

_LEADS = word_set("after before under over above below with without in on during from at for until")
"""A condition that begins with one of these needs no comma before it."""


class Draft(NamedTuple):
    """What can be written in the place of a claim."""

    write: str
    """A whole sentence."""

    place: tuple[int, int] | None = None
    """Offsets in the text that `instead` replaces; None where nothing can be put there."""

    instead: str = ""


def draft_for(judged: Judged, text: str, start: int, end: int, day: date) -> Draft:
    """What can be written instead of the claim that stands in the text from `start` to `end`."""
    point = judged.point
    if point is None or point.kind not in (TIME, DAY, SIZE) or judged.line.number.kind == kinds.ONLY:
        return Draft(sentence_for(judged, day))
    instead = _day(judged, day) if point.kind == DAY else judged.allowed
    if not instead:
        return Draft(sentence_for(judged, day))
    before = (_BEFORE_SIZE if point.kind == SIZE else _BEFORE_TIME).search(text[start : point.start])
    first = start + before.start() if before and point.kind != DAY else point.start
    if _WITHIN.search(text[start:first]):
        instead = instead.removeprefix(_AT_MOST)
    after = _AFTER.match(text, point.end, end) if point.kind != DAY else None
    last = after.end() if after else point.end
    claim = bare_claim(f"{text[start:first]}{instead}{text[last:end]}")
    told = f"{claim}{_terms(judged.base.number, claim)}"
    when = "" if point.kind == DAY else _by_when(judged, day)
    return Draft(f"{told}{'; ' + when if when else ''}.", (first, last), instead)


def bare_claim(words: str) -> str:
    """The words of a claim as a sentence begins, without the stop at its end.

    >>> bare_claim(" printed boxes  in 20 working days? ")
    'Printed boxes in 20 working days'
    """
    claim = " ".join(words.split()).rstrip(" .!?;,")
    return claim[:1].upper() + claim[1:]


def sentence_for(judged: Judged, day: date) -> str:
    """The number with its terms and its day.

    `Lead time, new printed box: 20 to 23 working days, from approved proof and paid deposit, to your door; approved
    today, at your door by Monday 4 January.`
    """
    number = judged.base.number
    told = f"{_what(number)}: {_amount(judged)}{_terms(number, '')}"
    when = _by_when(judged, day)
    return f"{told[:1].upper()}{told[1:]}{'; ' + when if when else ''}."


def terms_of(number: Number) -> tuple[tuple[str, str], ...]:
    """The clauses of a line, each with its keyword: `("from", "approved proof")`; empty ones too."""
    return (
        ("from", number.start),
        ("to", number.end),
        ("once", number.once),
        ("unless", number.unless),
        ("until", number.until),
    )


def _what(number: Number) -> str:
    said = number.name
    for condition in number.conditions:
        first = fold(condition).split()[0] if condition.split() else ""
        said += f" {condition}" if first in _LEADS else f", {condition}"
    return said


def _amount(judged: Judged) -> str:
    number = judged.base.number
    if number.kind == kinds.TAKE:
        return judged.allowed or number.amount_text
    return number.amount_text


def _terms(number: Number, claim: str) -> str:
    """The line's own terms, but for those that the claim says already."""
    words = set(name_words(claim)) if claim else set()
    said = terms_of(number)
    return "".join(f", {word} {text}" for word, text in said if text and not words & set(name_words(text)))


def _day(judged: Judged, day: date) -> str:
    """`Monday 4 January`."""
    return _named(judged.by, day) if judged.by else ""


def _named(by: date, day: date) -> str:
    return weekday_words(by, year=by - day > _NEAR)


def _by_when(judged: Judged, day: date) -> str:
    number, by, start = judged.base.number, judged.by, judged.start
    if by is None or start is None or number.kind != kinds.TAKE:
        return ""
    place = f"at {number.end} " if fold(number.end).startswith(("your ", "the ")) else ""
    verb = "approved" if "approv" in fold(number.start) else "counted from"
    since = "today" if start.day == day else day_words(start.day, year=False)
    return f"{verb} {since}, {place}by {_named(by, day)}"
