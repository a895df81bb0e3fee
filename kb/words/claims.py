"""A text cut into clauses with the points that each makes: amounts, days, *free*; checks none against anything."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import zip_longest
from typing import NamedTuple

from kb.model.number import Unit
from kb.words.amounts import FoundAmount, find_amounts, find_unreadable
from kb.words.bounds import around
from kb.words.ellipsis import unit_to_go_on_with, with_units
from kb.words.negation import denial_of
from kb.words.partings import part
from kb.words.patterns import lazy
from kb.words.points import DAY, Point, points_of
from kb.words.quoting import without_quoted
from kb.words.roots import folded_text
from kb.words.sentences import Sentence, sentences
from kb.words.speech import OURS, QUESTION, affirms, is_talk, is_wish, voice_of
from kb.words.units import UNITS

_LONGEST = 2_000
"""A longer sentence is none that anybody wrote: it is not read."""

_BARE = lazy(r"\W*(?:(?:and|but) )?(?:(?:for|in|within|by|up to|at|on|after|only|just|at most|at least|about)\b|\W)*")
_DOUBTFUL = lazy(r"[0-9][.,'’:/?\ufffd]+[0-9]")
_LOST = lazy(r"[^\W_][?\ufffd]+[^\W_]|\ufffd")


class Clause(NamedTuple):
    """A stretch of a sentence that says one thing."""

    start: int
    end: int
    folded: str
    points: tuple[Point, ...]
    voice: str
    wish: bool
    denial: str
    unreadable: bool
    bare: bool = False
    """It is an amount and nothing else: *for up to three months*, of what the clause before tells."""


class Said(NamedTuple):
    """A sentence in its clauses."""

    start: int
    end: int
    clauses: tuple[Clause, ...]
    voice: str
    talk: bool
    """It is about the mail or its writer."""

    amounts: tuple[FoundAmount, ...]
    """With their places in the sentence."""


def read_text(text: str, day: date, joint: re.Pattern[str] | None = None) -> tuple[Said, ...]:
    """The sentences of a text in clauses, in order; offsets are those of the text.

    What is quoted of another mail is left out. `joint` finds, in folded text, the names that hold an *and*: no clause
    begins there.
    """
    unit: Unit | None = None
    found = []
    for one in sentences(without_quoted(text)):
        said = _sentence(one, day, joint, unit)
        unit = unit_to_go_on_with(said.amounts, folded_text(one.text))
        found.append(said)
    return tuple(_as_affirmed(text, one, after) for one, after in zip_longest(found, found[1:]))


def _as_affirmed(text: str, one: Said, after: Said | None) -> Said:
    """The same; a question to which the next sentence says yes is a promise: *F flute? Sure* is one."""
    if one.voice != QUESTION or after is None or not affirms(folded_text(text[after.start : after.end])):
        return one
    return one._replace(voice=OURS, clauses=tuple(clause._replace(voice=OURS) for clause in one.clauses))


def _sentence(one: Sentence, day: date, joint: re.Pattern[str] | None, unit: Unit | None) -> Said:
    text, start = one.text, one.start
    folded = folded_text(text)
    if len(text) > _LONGEST:
        lost = Clause(start, start + len(text), folded, (), OURS, wish=False, denial="", unreadable=True)
        return Said(start, start + len(text), (lost,), OURS, talk=False, amounts=())
    amounts = with_units(find_amounts(text), folded, unit)
    points = points_of(text, folded, day, amounts)
    voice = voice_of(folded, text)
    broken = [one.start for one in find_unreadable(text)] if _DOUBTFUL.search(text) else []
    clauses: list[Clause] = []
    for first, last in part(folded, points, [found.span() for found in joint.finditer(folded)] if joint else []):
        said = folded[first:last]
        bare = bool(clauses) and _is_bare(folded, first, last, points)
        clauses.append(
            Clause(
                first + start,
                last + start,
                said,
                _inside(folded, first, last, points, start),
                voice,
                clauses[-1].wish if bare else is_wish(said),
                denial_of(said),
                any(first <= place < last for place in broken) or _is_lost(text[first:last], points),
                bare,
            )
        )
    return Said(start, start + len(text), tuple(clauses), voice, is_talk(folded), amounts)


def _is_bare(folded: str, first: int, last: int, points: Sequence[Point]) -> bool:
    """Whether a stretch of a sentence holds points, and besides them only what leads to them."""
    rest, at = "", first
    for point in points:
        if first <= point.start < last:
            rest, at = f"{rest}{folded[at : point.start]} ", point.end
    return at > first and _BARE.fullmatch(rest + folded[at:last]) is not None


def _is_lost(written: str, points: Sequence[Point]) -> bool:
    """Whether a sign between two words was lost, or what looks like a time has a unit that nobody knows."""
    if _LOST.search(written) and "://" not in written and any(map(str.isalnum, written)):
        return True
    units = [point.amount.unit for point in points if point.amount and point.amount.unit.family.startswith("count:")]
    return any((unit.name.rpartition(" ")[2],) in UNITS for unit in units)


def _inside(folded: str, first: int, last: int, points: Sequence[Point], offset: int) -> tuple[Point, ...]:
    """The points between two places of a sentence, with what stands around each there, placed in the whole text."""
    return tuple(
        one._replace(
            start=one.start + offset,
            end=one.end + offset,
            around=around(_left(folded[first : one.start], one), folded[one.start : one.end], folded[one.end : last]),
        )
        for one in points
        if first <= one.start < last
    )


def _left(folded: str, point: Point) -> str:
    """What stands before a point; *for 19 February* is a day to be ready on, not how long something is given."""
    return f"{folded[:-4]}by " if point.kind == DAY and folded.endswith(" for ") else folded
