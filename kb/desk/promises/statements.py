"""What a clause says without a figure: that something can be had, which one, always or exactly; picks no wording."""

from kb.desk.promises.choices import fits_choice, judge_choice
from kb.desk.promises.choosing import choose
from kb.desk.promises.closed import judge_closed
from kb.desk.promises.judged import Case, Judged
from kb.desk.promises.sizes import allowed_of
from kb.desk.promises.touch import FULL, PART, Fits, Touch, touched
from kb.desk.promises.weighing import Weighed
from kb.desk.promises.yesno import fits_possible, judge_possible
from kb.model import number as kinds
from kb.model.number import Number
from kb.model.promise import OVER, SAFE
from kb.words.bounds import EXACT
from kb.words.negation import DENIED
from kb.words.points import SIZE
from kb.words.units import SHARE
from kb.words.yesno import absolute_words, is_exact


def statements(case: Case) -> list[Weighed]:
    """What lines without a figure make of a clause."""
    found: list[Weighed] = []
    for touch in touched(case.ground, case.scope.text, case.scope.clause, lambda line: fits_possible(line.number)):
        judged = judge_possible(case, touch)
        if judged:
            found.append(Weighed(_with(judged, touch)))
    told = {one.judged.line.article for one in found if one.judged.verdict == OVER}
    found += [one for one in _choices(case) if one.judged.line.article not in told]  # the same, said once
    found += judge_closed(case)
    exact = _exact_count(case)
    return [*found, exact] if exact else found


def _choices(case: Case) -> list[Weighed]:
    near: Fits = lambda line: fits_choice(line.number)  # noqa: E731
    touches = touched(case.ground, case.scope.text, case.scope.clause, near)
    if not touches and any(point.kind in ("clock", "day") for point in case.clause.points):
        touches = touched(case.ground, case.scope.text, case.scope.sentence, near)
    judged = [(touch, one) for touch in touches if (one := judge_choice(case, touch))]
    if not judged:
        return []
    best = max((touch.name, touch.words) for touch, _one in judged)
    return [Weighed(_with(one, touch)) for touch, one in judged if (touch.name, touch.words) == best]


def too_absolute(case: Case, weighed: Weighed) -> Weighed:
    """The same, or OVER where the clause says *exactly* or *guaranteed* of a tolerance, a range or a condition."""
    judged = weighed.judged
    number = judged.base.number
    if (
        judged.verdict != SAFE
        or case.clause.denial == DENIED
        or not absolute_words(case.clause.folded)
        or not _leaves_room(number)
    ):
        return weighed
    reason = "it is said without exception, and the number is a range, a tolerance or has a condition"
    return Weighed(judged._replace(verdict=OVER, reason=reason))


def absolute_alone(case: Case) -> Weighed | None:
    """A clause without a figure that says *always* or *exactly* of something with a tolerance, range or condition."""
    if not absolute_words(case.clause.folded):
        return None

    choices = choose(case.ground, case.scope, lambda line: _leaves_room(line.number), case.scope.clause)
    touches = [touch for choice in choices if not choice.weak for touch in choice.touches]
    touches = [touch for touch in touches if touch.name == FULL or (touch.name >= PART and touch.condition >= PART)]
    if not touches:
        return None
    touch = touches[0]
    told = (f"{touch.line.number.amount_text} ({touch.line.article})",)
    reason = "it is said without exception, and the number is a range, a tolerance or has a condition"
    return Weighed(_with(Judged(OVER, touch.line, touch.line, reason, allowed_of(touch.line), told), touch))


def _leaves_room(number: Number) -> bool:
    ranged = number.amount is not None and number.amount.low != number.amount.high and not number.amount.dimensions
    tolerance = number.kind == kinds.TOLERANCE
    if number.kind == kinds.GUARANTEED:
        return False
    return tolerance or (ranged and number.kind in (kinds.TAKE, kinds.ADDS)) or bool(number.once or number.unless)


def _exact_count(case: Case) -> Weighed | None:
    """*Exactly 5,000 boxes*, where the company has a tolerance in per cent."""
    counts = [
        point
        for point in case.clause.points
        if point.kind == SIZE
        and point.amount
        and point.amount.unit.family.startswith("count:")
        and EXACT in point.around.bounds
    ]
    spots = [spot for spot in absolute_words(case.clause.folded) if is_exact(spot)]
    if not counts or not spots:
        return None
    ground = case.ground
    lines = [
        ground.lines[at] for at in ground.by_unit.get(SHARE, ()) if ground.lines[at].number.kind == kinds.TOLERANCE
    ]
    if not lines or len({line.article for line in lines}) > 1:
        return None
    line = next((line for line in lines if not line.conditions), lines[0])
    told = (f"{line.number.amount_text} ({line.article})",)
    return Weighed(
        Judged(OVER, line, line, "an exact count is promised, and there is a tolerance", allowed_of(line), told)
    )


def _with(judged: Judged, touch: Touch) -> Judged:
    return judged._replace(matched=touch.places, words=touch.words)
