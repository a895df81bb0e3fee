"""What a text says of the days on which nothing is made: open or at work on one of them is an over-promise."""

from datetime import date

from kb.desk.calendar import closures
from kb.desk.promises.judged import Case, Judged
from kb.desk.promises.lines import Line
from kb.desk.promises.touch import PART, touched
from kb.desk.promises.weighing import Weighed
from kb.model import number as kinds
from kb.model.promise import OVER, SAFE, UNKNOWN
from kb.words.deadlines import START
from kb.words.negation import DENIED, NOT_DENIED
from kb.words.patterns import lazy
from kb.words.points import DAY

_AT_WORK = lazy(
    r"\b(?:open|opens|work|works|working on|running|runs?|produc\w+|print|prints|bake|bakes|deliver\w*|ship|"
    r"ships|come by|visit\w*|pick up|collect\w*|here for you|available|reachable|"
    r"make|makes|manned|staffed|at work|on duty|as usual|answer\w*|at your service|reach us|call us|dispatch\w*)\b"
)
_CLOSED = lazy(
    r"\b(?:closed|close|closes|shut|shuts|shutdown|not open|no work|holiday|on leave|stands still|nobody|"
    r"not work|don't work|do not work)\b"
)
_US = lazy(r"\b(?:we|we'll|we're|our|us)\b")


def judge_closed(case: Case) -> list[Weighed]:
    """What the `closed` lines make of a clause that tells a day."""
    days = [point.day for point in case.clause.points if point.kind == DAY and point.day and point.day.role != START]
    starts = [point.day for point in case.clause.points if point.kind == DAY and point.day and point.day.role == START]
    lines = case.ground.closing
    if not lines or not (days or starts):
        return []
    text, span = case.scope.text, case.scope.clause
    named = any(
        touch.name >= PART for touch in touched(case.ground, text, span, lambda line: line.number.kind == kinds.CLOSED)
    )
    if not named and not _US.search(case.clause.folded):
        return []
    shut = _CLOSED.search(case.clause.folded) is not None and case.clause.denial == NOT_DENIED
    if not shut and not _AT_WORK.search(case.clause.folded):
        return []
    return [
        one for day in (*days, *starts) if (one := _judged(case, lines, day.first, day.last, shut=shut, named=named))
    ][:1]


def _judged(case: Case, lines: tuple[Line, ...], first: date, last: date, *, shut: bool, named: bool) -> Weighed | None:
    by_number = {id(line.number): line for line in lines}
    found = closures([line.number for line in lines], first, last)
    if shut:
        whole = [one for one in found if one.first <= first and last <= one.last]
        line = by_number[id(whole[0].number)] if whole else lines[0]
        verdict, reason = (SAFE, "it is closed then") if whole else (UNKNOWN, "nobody wrote that it is closed then")
        return _weighed(line, verdict, reason) if whole or named else None
    within = any(one.first <= first and last <= one.last for one in found)
    if not found or not (within or named):
        return None
    line = by_number[id(found[0].number)]
    if case.clause.denial == DENIED:
        return _weighed(line, SAFE, "it is denied")
    return _weighed(line, OVER, "it is closed then")


def _weighed(line: Line, verdict: str, reason: str) -> Weighed:
    told = line.number.text
    return Weighed(Judged(verdict, line, line, reason, told, (f"{told} ({line.article})",)))
