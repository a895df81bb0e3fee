"""What can be said where a phrase must not be: the numbers of its article that fit the sentence; judges nothing."""

from collections.abc import Sequence
from typing import NamedTuple

from kb.desk.promises.judged import Case
from kb.desk.promises.lexicon import said_of
from kb.desk.promises.lines import Line
from kb.model.promise import OVER, Otherwise

_MOST = 3


class NumbersInstead(NamedTuple):
    """Numbers that say how it is."""

    write: str = ""
    """Those that count for what the sentence is about, or always."""

    otherwise: tuple[Otherwise, ...] = ()
    """The others, each with its FOR WHAT."""


def numbers_instead(case: Case, article: str) -> NumbersInstead:
    """The number lines of an article: those whose FOR WHAT is said; else those without one, and what else it may be."""
    lines = [line for line in case.ground.lines if line.article == article]
    said = [line for line in lines if line.conditions and _is_said(case, line)]
    always = [line for line in lines if not line.conditions]
    others = () if said else tuple(line for line in lines if line.conditions)
    return NumbersInstead(
        " ".join(map(_sentence, (said or always)[:_MOST])),
        tuple(Otherwise(", ".join(line.number.conditions), OVER, _sentence(line)) for line in others),
    )


def _is_said(case: Case, line: Line) -> bool:
    text, span = case.scope.text, case.scope.sentence
    return all(_covers(said_of(phrase, text, span).covered, phrase.words) for phrase in line.conditions)


def _covers(covered: frozenset[int], words: Sequence[str]) -> bool:
    return len(covered) == len(words)


def _sentence(line: Line) -> str:
    return f"{line.number.text[:1].upper()}{line.number.text[1:]}."
