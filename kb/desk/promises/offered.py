"""What is offered besides a line's choices: *barley too*, *for cakes*, *black and red*; knows no day and no code."""

import re

from kb.desk.promises.judged import Case
from kb.desk.promises.lines import Line
from kb.desk.promises.touch import Touch
from kb.model.number import Amount
from kb.model.promise import OVER, SAFE
from kb.words.amounts import find_amounts
from kb.words.negation import NOT_DENIED
from kb.words.patterns import lazy
from kb.words.plainwords import PLAIN
from kb.words.points import SIZE
from kb.words.roots import is_glue, name_words, placed_words
from kb.words.tokens import STOP_WORDS

_TOO = lazy(r"\b(?:too|as well|also|even)\b", needs="too|well|also|even")
_HAD = r"(?:possible|available|fine|ok|okay|welcome|offered|on offer|no problem|feasible)"
_AFTER = lazy(
    rf"^\W*(?:(?:is|are|can be|may be|could be|comes?|come|also|even|goes|go|works?|{_HAD})\W+)*"
    r"(?P<lead>(?:in|as|for|with|on)\s+)?(?:(?:the|a|an|our|your)\s+)?"
    rf"(?P<what>[\w-]+(?: [\w-]+){{0,2}}?)(?:\s+(?:is|are))?(?:\s+{_HAD})?(?P<too>\s+(?:too|as well|also))?\W*$"
)
_HAD_THERE = lazy(rf"\b{_HAD}\b")
_BEFORE = lazy(
    r"\b(?:do|offer|make|have|run|stock|take|supply|use|support|accept|build|sell|print|bake|keep)\s+"
    r"(?:(?:also|even|a|an|the|any|some)\s+)*(?P<what>[\w-]+(?: [\w-]+){0,2}?)\s+(?:among\s+)?(?:(?:our|the)\s+)?$"
)
_LIST = lazy(
    r"^\W*(?:is|are|comes? in|come in|can be|include|includes|in)?\W+(?P<items>.+?)(?:\s+(?:too|as well))?\W*$"
)
_BETWEEN = re.compile(r"\s*(?:,|\band\b|\bor\b)\s*")
_MOST_WORDS = 3


def offered_besides(case: Case, line: Line, touch: Touch) -> tuple[str, str] | None:
    """OVER where a clause that says the name offers something that is none of the choices; None where it doesn't."""
    folded, spot = case.clause.folded, _name_spot(case, touch)
    if case.clause.denial != NOT_DENIED or spot is None:
        return None
    before, after = folded[: spot[0]], folded[spot[1] :]
    if _is_listed(case, line, after) or _is_widened(case, line, before, after, folded):
        return OVER, "it is none of them"
    return None


def measures(case: Case, line: Line) -> tuple[str, str] | None:
    """What choices that are amounts make of the amounts of a clause: *46 cm, 51 cm*."""
    listed = [found.amount for choice in line.number.choices for found in find_amounts(choice)]
    if len(listed) != len(line.number.choices) or not all(one.unit.name for one in listed):
        return None
    said = [
        point.amount
        for point in case.clause.points
        if point.kind == SIZE and point.amount and point.amount.unit.family == listed[0].unit.family
    ]
    if not said:
        return None
    known = {_size(one) for one in listed}
    return (SAFE, "it is one of them") if known.issuperset(map(_size, said)) else (OVER, "it is none of them")


def _size(amount: Amount) -> tuple[object, ...]:
    return amount.low * amount.unit.factor, amount.high * amount.unit.factor


def _name_spot(case: Case, touch: Touch) -> tuple[int, int] | None:
    """Where in the clause the name stands."""
    words = case.scope.text.words
    places = [place for place in touch.places - touch.at_conditions if place in case.scope.clause]
    if not places:
        return None
    first, last = words[min(places)], words[max(places)]
    return first.start - case.clause.start, last.end - case.clause.start


def _is_widened(case: Case, line: Line, before: str, after: str, folded: str) -> bool:
    too = _TOO.search(folded) is not None
    found = _AFTER.match(after)
    if found and (too or (found["lead"] and _HAD_THERE.search(after))) and _is_other(case, line, found["what"]):
        return True
    found = _BEFORE.search(before)
    return too and found is not None and _is_other(case, line, found["what"])


def _is_listed(case: Case, line: Line, after: str) -> bool:
    """Whether a list after the name holds a choice and something that is none."""
    found = _LIST.match(after)
    items = [item for item in _BETWEEN.split(found["items"]) if item] if found else []
    chosen = [item for item in items if _is_choice(line, item)]
    return bool(chosen) and any(_is_other(case, line, item) for item in items if item not in chosen)


def _is_choice(line: Line, text: str) -> bool:
    own = set(name_words(text))
    return any(own and own <= set(name_words(choice)) for choice in line.number.choices)


def _is_other(case: Case, line: Line, text: str) -> bool:
    """Whether it names something, and nothing that may be chosen or that the name says."""
    words = placed_words(text)
    own = {word for choice in line.number.choices for word in name_words(choice)} | set(line.name.words)
    told = [word for word in words if not (word.text in PLAIN or word.text in STOP_WORDS or is_glue(word.text))]
    desks = set(case.ground.desks)
    return (
        bool(told)
        and len(words) <= _MOST_WORDS
        and not any(word.root in own or word.text in desks for word in words)
        and all(word.text[0].isalpha() for word in told)
    )
