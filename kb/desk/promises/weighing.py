"""One verdict out of what several lines make of a claim: all that are said must hold, else the most cautious counts."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import NamedTuple

from kb.desk.promises.belongings import without_others
from kb.desk.promises.choosing import Choice
from kb.desk.promises.judged import Case, Judged
from kb.desk.promises.touch import FULL, PART, UNSAID, Fits, Touch, touched
from kb.model import number as kinds
from kb.model.promise import OVER, SAFE, UNKNOWN

Judge = Callable[[Case, Touch], Judged | None]
Outcome = tuple[Touch, Judged]

_LARGEST_COUNTS = (kinds.TAKE, kinds.AHEAD, kinds.ADDS, kinds.COSTS, kinds.AT_LEAST, kinds.TOLERANCE, kinds.CHARGED)


class Weighed(NamedTuple):
    """The verdict on one claim."""

    judged: Judged
    otherwise: tuple[tuple[str, Judged], ...] = ()
    """Conditions that were not said, each with what it would be then."""

    weak: bool = False


def weigh(case: Case, choices: Sequence[Choice], judge: Judge) -> Weighed | None:
    """The verdict on a claim; where the text leaves open which name is meant, only what all of them say."""
    weighed = [one for choice in choices if (one := _one(case, choice, judge))]
    if not weighed:
        return None
    verdicts = {one.judged.verdict for one in weighed}
    best = max(weighed, key=lambda one: (not one.weak, -_distance(case, one.judged)))
    if len(verdicts) == 1:
        return best
    if all(_is_time_of_a_thing(choice) for choice in choices):
        return max(weighed, key=lambda one: _caution(one.judged))
    doubtful = best.judged._replace(verdict=UNKNOWN, reason="the text leaves open which number is meant")
    return Weighed(doubtful, best.otherwise, best.weak)


def unless_named(case: Case, weighed: Weighed | None, fits: Fits, judge: Judge) -> Weighed | None:
    """The same; UNKNOWN where it would be safe and breaks another line of which the clause says the whole name."""
    if weighed is None or weighed.judged.verdict != SAFE:
        return weighed
    for touch in without_others(case.scope.text, touched(case.ground, case.scope.text, case.scope.clause, fits)):
        if touch.name != FULL or touch.line.key == weighed.judged.base.key:
            continue
        if (other := judge(case, touch)) and other.verdict == OVER:
            return weighed._replace(judged=other._replace(verdict=UNKNOWN, reason="another number speaks against it"))
    return weighed


def _distance(case: Case, judged: Judged) -> Decimal:
    """How far a number is from what is claimed: of several that are broken, the nearest is what was meant."""
    said, amount = case.point and case.point.amount, judged.base.number.amount
    if judged.verdict != OVER or not said or not amount or said.unit.family != amount.unit.family:
        return Decimal(0)
    return abs(said.high * said.unit.factor - amount.high * amount.unit.factor)


def _is_time_of_a_thing(choice: Choice) -> bool:
    """Whether a time is said of a FOR WHAT alone.

    What takes longest with it is meant: its lead time, not its fitting.
    """
    return all(touch.name == UNSAID and touch.line.number.kind == kinds.TAKE for touch in choice.touches)


def _one(case: Case, choice: Choice, judge: Judge) -> Weighed | None:
    said, unsaid = (
        [(touch, _marked(touch, judged)) for touch in touches if (judged := judge(case, touch))]
        for touches in (choice.said, choice.unsaid)
    )
    if not said and not unsaid:
        return None
    weighed = _by_said(said, unsaid) if said else _most_cautious(unsaid)
    weighed = weighed._replace(otherwise=_otherwise(case, weighed, (*choice.unsaid, *choice.others), judge))
    if not choice.weak:
        return weighed
    all_over = all(judged.verdict == OVER for _touch, judged in (*said, *unsaid))
    if weighed.judged.verdict == OVER and all_over and weighed.judged.base.number.kind != kinds.FIGURE:
        return weighed._replace(weak=True)
    doubtful = weighed.judged._replace(verdict=UNKNOWN, reason="its words do not tell which number is meant")
    return weighed._replace(judged=doubtful, weak=True)


def _otherwise(case: Case, weighed: Weighed, touches: Sequence[Touch], judge: Judge) -> tuple[tuple[str, Judged], ...]:
    """What else it would be: with each condition that was not said, as if it were."""
    if weighed.judged.verdict == SAFE:
        return ()
    found = []
    for touch in touches:
        if not touch.line.conditions or touch.line is weighed.judged.base:
            continue
        judged = judge(case, touch._replace(name=FULL, conditions=(FULL,) * len(touch.conditions)))
        if judged and (judged.verdict, judged.allowed) != (weighed.judged.verdict, weighed.judged.allowed):
            found.append((_conditions(touch), judged))
    return tuple(found)


def _marked(touch: Touch, judged: Judged) -> Judged:
    marked = judged._replace(matched=touch.places, words=touch.words)
    open_one = any(level < PART for level in touch.conditions)
    if judged.verdict == SAFE and open_one and any(level >= PART for level in touch.conditions):
        return marked._replace(verdict=UNKNOWN, reason="one of its conditions is not said")
    return marked


def _by_said(said: list[Outcome], unsaid: list[Outcome]) -> Weighed:
    """All said lines must hold; a quantity that is left open counts too."""
    for verdict in (OVER, UNKNOWN):
        for _touch, judged in said:
            if judged.verdict == verdict:
                return Weighed(judged)
    worse = [judged for _touch, judged in unsaid if judged.verdict == OVER]
    return Weighed(worse[0] if worse else max((judged for _touch, judged in said), key=lambda judged: judged.words))


def _most_cautious(unsaid: list[Outcome]) -> Weighed:
    order = (SAFE, UNKNOWN, OVER)
    judged = [one for _touch, one in unsaid]
    return Weighed(max(judged, key=lambda one: (order.index(one.verdict), _caution(one), one.words)))


def _caution(judged: Judged) -> Decimal:
    """The larger, the more cautious the line."""
    amount = judged.base.number.amount
    if amount is None:
        return Decimal(0)
    size = amount.high * amount.unit.factor
    return size if judged.base.number.kind in _LARGEST_COUNTS else -size


def _conditions(touch: Touch) -> str:
    return ", ".join(touch.line.number.conditions)
