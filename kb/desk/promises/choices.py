"""What a text chooses against a line that allows only some: days, clock times, codes, or words before one noun."""

import re

from kb.desk.promises.choicewords import chosen_words
from kb.desk.promises.judged import Case, Judged
from kb.desk.promises.lines import Line
from kb.desk.promises.offered import measures, offered_besides
from kb.desk.promises.terms import left_open
from kb.desk.promises.touch import FULL, PART, WEAK, Touch
from kb.desk.promises.widening import other_of_its_kind, unless_widened
from kb.model import number as kinds
from kb.model.number import Number
from kb.model.promise import OVER, SAFE, UNKNOWN
from kb.text import fold
from kb.words.amounts import find_amounts
from kb.words.codes import CODE
from kb.words.dateforms import WEEKDAYS
from kb.words.deadlines import START
from kb.words.negation import DENIED
from kb.words.patterns import lazy
from kb.words.points import CLOCK
from kb.words.tokens import STOP_WORDS
from kb.words.units import TIME_OF_DAY

_PARTS_OF_DAY = {
    way: part
    for part, ways in {
        "morning": ("morning", "mornings"),
        "noon": ("noon", "lunchtime"),
        "afternoon": ("afternoon", "afternoons"),
        "evening": ("evening", "evenings"),
        "night": ("night", "nights", "midnight"),
        "weekend": ("weekend", "weekends"),
    }.items()
    for way in ways
}
_TIMES = frozenset(("day", "time", "hour", "date", "slot", "window"))
_FAR_LETTER = 5
_FAR = 6
"""How many words from the name a code may stand."""

_WEEK = 7
_ANY_DAY = lazy(
    r"\b(?:any|every|each|all) (?:single )?(?:week ?|working |business )?days?\b|\bdaily\b|\bseven days\b|"
    r"\b7 days a week\b|\ball week\b|"
    r"\bany time\b|\banytime\b|\bwhenever\b|\bround the clock\b"
)


def fits_choice(number: Number) -> bool:
    """Whether a line allows only some."""
    return number.kind == kinds.ONLY


def judge_choice(case: Case, touch: Touch) -> Judged | None:
    """What the line makes of what the clause chooses; None where it chooses nothing of that kind."""
    line = touch.line
    answer = _answer(case, touch) if _counts(case, touch) else None
    if answer is None:
        return None
    verdict, reason = answer
    if case.clause.denial == DENIED:
        verdict, reason = (SAFE, "it is denied") if verdict == OVER else (UNKNOWN, "it is denied")
    if verdict == SAFE:
        verdict, reason = unless_widened(case, reason)
    if touch.name == WEAK and verdict == SAFE and not _all_but_day(case, line):
        verdict, reason = UNKNOWN, "it does not say what it is about"
    if verdict == SAFE and (why := left_open(case, line.number)):
        verdict, reason = UNKNOWN, why
    told = line.number.amount_text
    return Judged(verdict, line, line, reason, told, (f"{told} ({line.article})",))


def _answer(case: Case, touch: Touch) -> tuple[str, str] | None:
    line = touch.line
    answer = _days(case, line, touch) or _parts_of_day(case, line) or _codes(case, line, touch) or measures(case, line)
    answer = answer or chosen_words(case, touch)
    if touch.name == FULL and (answer is None or answer[0] == UNKNOWN):
        return other_of_its_kind(case, line) or offered_besides(case, line, touch) or answer
    return answer


def _counts(case: Case, touch: Touch) -> bool:
    """Whether the line is said at all: its conditions, and more than the *day* of `training days`."""
    if touch.name < WEAK or not all(level >= PART for level in touch.conditions):
        return False
    said = {case.scope.text.words[place].root for place in touch.places}
    return touch.name > WEAK or not said <= _TIMES or set(touch.line.name.words) <= _TIMES


def _all_but_day(case: Case, line: Line) -> bool:
    """Whether the name is said but for a word that a weekday or a clock time says as well: *delivery days*."""
    said = {case.scope.text.words[place].root for place in case.scope.clause}
    return set(line.name.words) - _TIMES <= said


def _days(case: Case, line: Line, touch: Touch) -> tuple[str, str] | None:
    """Weekdays and clock times against those of the list; a part of the day is wider than any clock time."""
    listed = " ".join(line.number.choices)
    days, clocks = _weekdays(listed), _clocks(listed)
    said_days = _weekdays(case.clause.folded) | {
        point.day.last.weekday()
        for point in case.clause.points
        if point.day and point.day.role != START and point.day.first == point.day.last
    }
    said_clocks = {point.amount.low for point in case.clause.points if point.kind == CLOCK and point.amount}
    parts = any(word in _PARTS_OF_DAY for word in fold(listed).split())
    if not (days or clocks or parts):
        return None
    if days and len(days) < _WEEK and _ANY_DAY.search(case.clause.folded):
        return OVER, "it is not on every day"
    if (days and said_days - days) or (clocks and said_clocks - clocks):
        return OVER, "it is none of the days and times"
    if parts and said_clocks:
        return OVER, "no clock time can be promised"
    if said_clocks and not clocks and days and touch.name >= PART:
        return UNKNOWN, "no clock time is written there"
    fine = (days and said_days) or (clocks and said_clocks)
    return (SAFE, "it is one of them") if fine else None


def _weekdays(text: str) -> set[int]:
    return {
        WEEKDAYS[word]
        for word in re.findall(r"[a-z]+", fold(text))
        if word in WEEKDAYS and word not in ("sun", "sat", "mon")
    }


def _clocks(text: str) -> set[object]:
    return {found.amount.low for found in find_amounts(text) if found.amount.unit.family == TIME_OF_DAY}


def _parts_of_day(case: Case, line: Line) -> tuple[str, str] | None:
    listed = {
        _PARTS_OF_DAY[word] for choice in line.number.choices for word in fold(choice).split() if word in _PARTS_OF_DAY
    }
    said = {_PARTS_OF_DAY[word] for word in re.findall(r"[a-z]+", case.clause.folded) if word in _PARTS_OF_DAY}
    if not listed or not said:
        return None
    return (OVER, "it is none of them") if said - listed else (SAFE, "it is one of them")


def _codes(case: Case, line: Line, touch: Touch) -> tuple[str, str] | None:
    listed = {code for choice in line.number.choices for code in CODE.findall(choice) if CODE.fullmatch(choice.strip())}
    if not listed:
        return None
    said = set()
    for place in case.scope.clause:
        word = case.scope.text.words[place]
        code = case.written[word.start : word.end]
        far = _FAR if len(code) > 1 or code in listed else _FAR_LETTER
        near = any(abs(place - other) <= far for other in touch.places - {place})
        if code[0].isdigit() and code.replace(".", "").isdigit() and not any(one[0].isdigit() for one in listed):
            continue
        if place == case.scope.clause[0] and code in ("A", "I"):  # the first word of a sentence
            continue
        if CODE.fullmatch(code) and near and code.casefold() not in STOP_WORDS - {"a", "i"}:
            said.add(code)
    if not said:
        return None
    return (OVER, "it is none of them") if said - listed else (SAFE, "it is one of them")
