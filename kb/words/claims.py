"""A text cut into clauses with the points that each makes: amounts, days, *free*; checks none against anything."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from kb.words.amounts import find_unreadable
from kb.words.bounds import around
from kb.words.negation import denial_of
from kb.words.partings import part
from kb.words.points import Point, points_of
from kb.words.roots import folded_text
from kb.words.sentences import sentences
from kb.words.speech import is_talk, is_wish, voice_of


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence that says one thing."""

    start: int
    end: int
    folded: str
    points: tuple[Point, ...]
    voice: str
    wish: bool
    denial: str
    unreadable: bool


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence in its clauses."""

    start: int
    end: int
    clauses: tuple[Clause, ...]
    voice: str
    talk: bool
    """It is about the mail or its writer."""


def read_text(text: str, day: date) -> tuple[Said, ...]:
    """The sentences of a text in clauses, in order; offsets are those of the text."""
    return tuple(_sentence(one.text, one.start, day) for one in sentences(text))


def _sentence(text: str, start: int, day: date) -> Said:
    folded = folded_text(text)
    points = points_of(text, folded, day)
    voice = voice_of(folded, text)
    broken = [one.start for one in find_unreadable(text)]
    clauses = tuple(
        Clause(
            first + start,
            last + start,
            folded[first:last],
            _inside(folded, first, last, points, start),
            voice,
            is_wish(folded[first:last]),
            denial_of(folded[first:last]),
            any(first <= place < last for place in broken),
        )
        for first, last in part(folded, points)
    )
    return Said(start, start + len(text), clauses, voice, is_talk(folded))


def _inside(folded: str, first: int, last: int, points: Sequence[Point], offset: int) -> tuple[Point, ...]:
    """The points between two places of a sentence, with what stands around each there, placed in the whole text."""
    return tuple(
        replace(
            one,
            start=one.start + offset,
            end=one.end + offset,
            around=around(folded[first : one.start], folded[one.start : one.end], folded[one.end : last]),
        )
        for one in points
        if first <= one.start < last
    )
