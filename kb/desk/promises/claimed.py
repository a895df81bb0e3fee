"""Each point of a clause with the lines that decide on it; writes no sentence for a reader."""

from collections.abc import Callable

from kb.desk.promises.burdens import judge_words
from kb.desk.promises.choosing import Choice, choose, choose_from_before, rank_of
from kb.desk.promises.judged import Case, Judged
from kb.desk.promises.lines import Line
from kb.desk.promises.sizes import allowed_of, compare_size, fits_size, is_word_of, judge_clock, judge_size
from kb.desk.promises.times import fits_shape, judge_time
from kb.desk.promises.touch import Fits
from kb.desk.promises.weighing import Weighed, unless_named, weigh
from kb.model import number as kinds
from kb.model.promise import OVER, UNKNOWN
from kb.words.bounds import EITHER_WAY, SMALLEST
from kb.words.deadlines import BY, START
from kb.words.ellipsis import NO_SUBJECT
from kb.words.patterns import lazy
from kb.words.points import CLOCK, DAY, SIZE, TIME, WORD, Point
from kb.words.roots import placed_words
from kb.words.units import (
    BARE_FAMILY,
    CALENDAR_MONTHS,
    CALENDAR_TIME,
    SHARE,
    TIME_OF_DAY,
    WORKING_TIME,
    is_time,
)  # fmt: skip

_TIME_KINDS = (
    kinds.TAKE, kinds.GIVE, kinds.AHEAD, kinds.GUARANTEED, kinds.AT_LEAST, kinds.AT_MOST, kinds.ADDS, kinds.EVERY,
)  # fmt: skip


_IS_AGE = lazy(r"\W*(?:(?:or|and) (?:older|younger)|years old|years of age)\b")


def judge_point(case: Case) -> Weighed | None:
    """The verdict on the case's point; None where no line is touched."""
    point = case.point
    if point is None:
        return None
    return _JUDGES[point.kind](case, point)


def _time(case: Case, point: Point) -> Weighed | None:
    if point.kind == DAY and not _is_deadline(case, point):
        return None
    unit = _fits_time(point)

    def both(line: Line) -> bool:
        return unit(line) and fits_shape(line, point)

    shaped, any_shape = choose(case.ground, case.scope, both), choose(case.ground, case.scope, unit)
    if not any_shape and _names_nothing(case):
        shaped = any_shape = choose_from_before(case.ground, case.scope, both)
    if not any_shape:
        return None
    if not shaped or (
        rank_of(case.ground, case.scope, unit) > rank_of(case.ground, case.scope, both)
        and not _is_told_by_shape(shaped, any_shape)
    ):
        return _other_shape(any_shape)
    return unless_named(case, weigh(case, shaped, judge_time), both, judge_time)


def _is_told_by_shape(shaped: tuple[Choice, ...], nearest: tuple[Choice, ...]) -> bool:
    """Whether the name that fits is the nearest and a word more: *the quote is good for N* is its `quote validity`."""
    first, second = (
        {frozenset(touch.line.name.words) for one in choices for touch in one.touches} for choices in (shaped, nearest)
    )
    return bool(first) and all(any(short < whole for short in second) for whole in first)


def _is_deadline(case: Case, point: Point) -> bool:
    day = point.day
    if day is None or day.role == START or day.weekday:
        return False
    return day.role == BY or not any(other.kind == TIME for other in case.clause.points)


def _fits_time(point: Point) -> Fits:
    def fits(line: Line) -> bool:
        number = line.number
        if number.amount is None or not is_time(number.amount.unit) or number.kind not in _TIME_KINDS:
            return False
        if point.kind == TIME or number.kind == kinds.TAKE:
            return True
        given = number.kind in (kinds.GIVE, kinds.AT_MOST, kinds.GUARANTEED)
        return given and number.amount.unit.family in (WORKING_TIME, CALENDAR_TIME, CALENDAR_MONTHS)

    return fits


def _other_shape(choices: tuple[Choice, ...]) -> Weighed:
    touch = next(touch for choice in choices for touch in choice.touches)
    told = (f"{touch.line.number.amount_text} ({touch.line.article})",)
    reason = "the nearest number tells something else"
    return Weighed(Judged(UNKNOWN, touch.line, touch.line, reason, "", told, matched=touch.places, words=touch.words))


def _names_nothing(case: Case) -> bool:
    words = placed_words(case.sentence)
    return all(
        word.text in NO_SUBJECT
        or not word.text.isalpha()
        or word.root in case.ground.generic
        or word.text in _numberish(case)
        for word in words
    )


def _numberish(case: Case) -> frozenset[str]:
    points = [one for one in case.clause.points if one.kind in (TIME, DAY, SIZE)]
    return frozenset(
        word.text
        for one in points
        for word in placed_words(case.clause.folded[one.start - case.clause.start : one.end - case.clause.start])
    )


def _size(case: Case, point: Point) -> Weighed | None:
    if _IS_AGE.match(case.clause.folded[point.end - case.clause.start :]):
        return None

    def fits(line: Line) -> bool:
        return fits_size(line, point, lambda one, noun: is_word_of(one, noun) or _is_synonym(case, one, noun))

    choices = choose(case.ground, case.scope, fits)
    timed = _fits_time(point._replace(kind=TIME))
    if choices and rank_of(case.ground, case.scope, timed) > rank_of(case.ground, case.scope, fits):
        choices = () if _stands_alone(case, point) else choices  # *lead time of a bench: ten* is no number of benches
    if choices:
        weighed = unless_named(case, weigh(case, choices, judge_size), fits, judge_size)
        return _unless_weak(weighed, _by_unit(case, point, fits)) if weighed else None
    return _by_unit(case, point, fits) or _bare_time(case, point)


def _unless_weak(weighed: Weighed, by_unit: Weighed | None) -> Weighed:
    """The same; of a line that is not really named no more than what all lines with its unit say."""
    if not weighed.weak or weighed.judged.verdict != OVER or by_unit:
        return weighed
    judged = weighed.judged._replace(verdict=UNKNOWN, reason="its words do not tell which number is meant", point=None)
    return weighed._replace(judged=judged)


def _bare_time(case: Case, point: Point) -> Weighed | None:
    """*Lead time of a bench: ten*: over where the unit of all its lines makes it so, never safe."""
    if point.amount is None or point.amount.unit.family != BARE_FAMILY or not _stands_alone(case, point):
        return None
    wanted = _fits_time(point._replace(kind=TIME))
    choices = choose(case.ground, case.scope, wanted)
    units = {touch.line.number.amount.unit for one in choices for touch in one.touches if touch.line.number.amount}
    if len(units) != 1 or any(one.weak for one in choices):
        return None
    timed = point._replace(kind=TIME, amount=point.amount._replace(unit=units.pop()))
    weighed = weigh(case._replace(point=timed), choices, judge_time)
    if weighed is None or weighed.judged.verdict == OVER:
        return weighed
    return weighed._replace(judged=weighed.judged._replace(verdict=UNKNOWN, reason="its unit is not said"))


def _stands_alone(case: Case, point: Point) -> bool:
    """Whether a figure answers a question or stands after a colon, at the end of what is said."""
    left, right = (
        case.clause.folded[: point.start - case.clause.start],
        case.clause.folded[point.end - case.clause.start :],
    )
    return not right.strip(" .!") and (bool(case.scope.before) or left.rstrip().endswith(":"))


def _is_synonym(case: Case, line: Line, noun: str) -> bool:
    groups = {group for group, _ in line.name.groups}
    lexicon = case.ground.lexicon
    words = [word.root for word in placed_words(noun)][-1:]
    return any(
        wording.group in groups and len(wording.words) == 1
        for word in words
        for wording in lexicon.by_word.get(word, ())
    )


def _by_unit(case: Case, point: Point, fits: Fits) -> Weighed | None:
    """Where nothing is named: over only if every line with that unit is broken."""
    if (
        point.amount is None
        or point.amount.unit.family == BARE_FAMILY
        or (point.amount.unit.family == SHARE and EITHER_WAY not in point.around.bounds)
    ):
        return None
    ground, said = case.ground, point.amount
    lines = [ground.lines[at] for at in ground.by_unit.get(point.amount.unit.family, ()) if fits(ground.lines[at])]
    if SMALLEST in point.around.bounds:  # *we start at 100 words* is measured by what is asked at least
        lines = [line for line in lines if line.number.kind == kinds.AT_LEAST] or lines
    if not lines or any(line.number.kind == kinds.FIGURE for line in lines):
        return None
    if any(compare_size(line, point.amount, point.around.bounds)[0] != OVER for line in lines):
        return None
    line = min(lines, key=lambda one: abs((one.number.amount or said).high - said.high))
    told = (f"{line.number.amount_text} ({line.article})",)
    return Weighed(Judged(OVER, line, line, "every number with that unit is broken", allowed_of(line), told))


def _clock(case: Case, point: Point) -> Weighed | None:
    """A clock time against a line that tells one, or from when to when."""

    def fits(line: Line) -> bool:
        amount = line.number.amount
        return amount is not None and amount.unit.family == TIME_OF_DAY

    choices = choose(case.ground, case.scope, fits) if point.amount else ()
    return weigh(case, choices, judge_clock) if choices else None


_JUDGES: dict[str, Callable[[Case, Point], Weighed | None]] = {
    TIME: _time,
    DAY: _time,
    SIZE: _size,
    WORD: judge_words,
    CLOCK: _clock,
}
