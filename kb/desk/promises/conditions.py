"""Conditions that are quantities, such as `under 1,000 boxes`: met, contradicted or left open by a text."""

from decimal import Decimal

from kb.desk.promises.lines import Line
from kb.desk.promises.touch import Scope
from kb.words.amounts import FoundAmount, find_amounts
from kb.words.bounds import LEAST, MOST, OVER, SMALLEST, UNDER, around
from kb.words.roots import folded_text

MET, CONTRADICTED, OPEN = "met", "contradicted", "open"

_HAIR = Decimal("0.000001")
_ENDLESS = Decimal("Infinity")


def quantity_state(line: Line, scope: Scope) -> str:
    """Whether the amounts of a sentence meet the line's quantity; OPEN for a line that has none."""
    if not line.quantity:
        return OPEN
    states = [state for condition in line.conditions if (state := _state(condition.text, scope))]
    if CONTRADICTED in states:
        return CONTRADICTED
    return MET if states and all(state == MET for state in states) else OPEN


def _state(condition: str, scope: Scope) -> str:
    """Empty where the condition is no quantity."""
    found = find_amounts(condition)
    if not found:
        return ""
    limit = _range(found[0], folded_text(condition))
    family = found[0].amount.unit.family
    said = [_range(one, scope.sentence_text) for one in scope.amounts if one.amount.unit.family == family]
    states = {_holds(one, limit) for one in said}
    if states == {True}:
        return MET
    return CONTRADICTED if states == {False} else OPEN


Range = tuple[Decimal, Decimal]
"""The least and the most."""


def _holds(said: Range, limit: Range) -> bool | None:
    """Whether all that is said lies within the limit; None where only a part does."""
    if limit[0] <= said[0] and said[1] <= limit[1]:
        return True
    return False if said[1] < limit[0] or said[0] > limit[1] else None


def _range(found: FoundAmount, folded: str) -> Range:
    """What an amount comes to with the words around it; *under* and *over* leave out the figure itself by a hair."""
    low, high = found.amount.low * found.amount.unit.factor, found.amount.high * found.amount.unit.factor
    bounds = around(folded[: found.start], found.text, folded[found.end :]).bounds
    if UNDER in bounds:
        return Decimal(0), low - _HAIR
    if OVER in bounds:
        return high + _HAIR, _ENDLESS
    if MOST in bounds:
        return Decimal(0), high
    return (low, _ENDLESS) if bounds & {LEAST, SMALLEST} else (low, high)
