"""Conditions that are quantities, such as `under 1,000 boxes`: met, contradicted or left open by a text."""

import re
from decimal import Decimal

from kb.desk.promises.ground import Line
from kb.desk.promises.touch import Scope
from kb.model.number import Amount
from kb.words.amounts import FoundAmount, find_amounts
from kb.words.bounds import LEAST, MOST, OVER, SMALLEST, UNDER, around
from kb.words.roots import folded_text
from kb.words.units import BARE_FAMILY

MET, CONTRADICTED, OPEN = "met", "contradicted", "open"

_AND_MORE = re.compile(r"\b(?:and|or) (?:more|over|above)\b|\+")


def quantity_state(line: Line, scope: Scope, amounts: tuple[FoundAmount, ...] = ()) -> str:
    """Whether the amounts of a sentence meet the line's quantity; OPEN for a line that has none."""
    if not line.quantity:
        return OPEN
    states = [_state(condition.text, amounts or scope.amounts) for condition in line.conditions]
    told = [state for state in states if state]
    if CONTRADICTED in told:
        return CONTRADICTED
    return MET if told and all(state == MET for state in told) else OPEN


def _state(condition: str, amounts: tuple[FoundAmount, ...]) -> str:
    """Empty where the condition is no quantity."""
    found = find_amounts(condition)
    if not found:
        return ""
    limit, folded = found[0], folded_text(condition)
    bounds = around(folded[: limit.start], limit.text, folded[limit.end :]).bounds
    same = [
        one.amount
        for one in amounts
        if one.amount.unit.family in (limit.amount.unit.family, BARE_FAMILY)
        and one.amount.unit.family == limit.amount.unit.family
    ]
    if not same:
        return OPEN
    states = {_holds(one, limit.amount, bounds) for one in same}
    return MET if states == {True} else CONTRADICTED if states == {False} else OPEN


def _holds(said: Amount, limit: Amount, bounds: frozenset[str]) -> bool | None:
    low, high = said.low * said.unit.factor, said.high * said.unit.factor
    least, most = _range(limit, bounds)
    if (least is None or low >= least) and (most is None or high <= most):
        return True
    if (least is not None and high < least) or (most is not None and low > most):
        return False
    return None


def _range(limit: Amount, bounds: frozenset[str]) -> tuple[Decimal | None, Decimal | None]:
    """The least and the most that a condition names; `under` and `over` leave out the figure itself by a hair."""
    low, high = limit.low * limit.unit.factor, limit.high * limit.unit.factor
    hair = Decimal("0.000001")
    if UNDER in bounds:
        return None, low - hair
    if OVER in bounds:
        return high + hair, None
    if MOST in bounds:
        return None, high
    if bounds & {LEAST, SMALLEST}:
        return low, None
    return low, high
