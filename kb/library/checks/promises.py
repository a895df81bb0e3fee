"""How long the steps of a route take together, and which number promises that time; reports nothing itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kb.model.number import TAKE, Amount, Number, Unit
from kb.model.process import Step
from kb.text import fold
from kb.words.spoken import amount_words
from kb.words.stems import plural
from kb.words.tokens import content_stems
from kb.words.units import is_time


@dataclass(frozen=True, slots=True)
class Sum:
    """What steps add up to, in the unit of the promise."""

    amount: Amount

    def keeps(self, promise: Amount) -> bool:
        """Whether both ends are the promised ones; of a promise with one figure only the slow end counts."""
        return self.amount.high == promise.high and promise.low in (promise.high, self.amount.low)


def promise_of(for_what: str, numbers: Sequence[Number]) -> Number | None:
    """The time that is promised for this kind of order, else for all, else the only one that may be meant."""
    times = [number for number in numbers if number.kind == TAKE and number.amount and is_time(number.amount.unit)]
    own = [number for number in times if list(map(fold, number.conditions)) == [fold(for_what)]]
    rule = [number for number in times if not number.conditions]
    near = [number for number in times if _is_near(for_what, number)]
    return next(iter(own or rule or (near if len(near) == 1 else [])), None)


def add_up(steps: Sequence[Step], unit: Unit) -> Sum | str:
    """The steps one after another, each `beside:` from the start of the other; or the sentence that says why not.

    A step that runs beside one that is not among them follows the step before it.
    """
    refused = next(filter(None, (_refusal(step, unit) for step in steps)), "")
    if refused:
        return refused
    low, high = (_end(steps, slow=slow) / unit.factor for slow in (False, True))
    return Sum(Amount(low, high, unit))


def _refusal(step: Step, unit: Unit) -> str:
    units = plural(unit.name)
    if step.takes is None:
        return f"'{step.key}' does not say how long it takes. Write there, for instance, `takes: 2 {units}`."
    if step.takes.unit.family != unit.family:
        return f"'{step.key}' takes {amount_words(step.takes)} and the promise is in {units}. Write both in {units}."
    return ""


def _end(steps: Sequence[Step], *, slow: bool) -> Decimal:
    """When the last step has ended, in the smallest unit of the family."""
    starts: dict[str, Decimal] = {}
    end = Decimal(0)
    for step in _in_order_of_start(steps):
        start = starts.get(step.beside, end)
        starts[step.key] = start
        if step.takes:
            end = max(end, start + (step.takes.high if slow else step.takes.low) * step.takes.unit.factor)
    return end


def _in_order_of_start(steps: Sequence[Step]) -> list[Step]:
    """The steps as listed, but one that runs beside a later one right after it."""
    listed = {step.key: at for at, step in enumerate(steps)}
    besides = {step.key: step.beside for step in steps}

    def placed(step: Step) -> tuple[int, int]:
        at, depth, key = listed[step.key], 0, step.beside
        while key in listed and depth <= len(steps):
            at, depth, key = max(at, listed[key]), depth + 1, besides[key]
        return at, depth

    return sorted(steps, key=placed)


def _is_near(for_what: str, number: Number) -> bool:
    """Whether all words of the one are among the other's: `new printed box`, `printed box`."""
    sought = set(content_stems(for_what))
    written = {stem for condition in number.conditions for stem in content_stems(condition)}
    return bool(sought and written) and (sought <= written or written <= sought)
