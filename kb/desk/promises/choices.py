"""What a text chooses against a line that allows only some: days, clock times, codes, or words before one noun."""

import re

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
from kb.words.dateforms import WEEKDAYS
from kb.words.deadlines import START
from kb.words.lists import word_set
from kb.words.negation import DENIED
from kb.words.patterns import lazy
from kb.words.points import CLOCK
from kb.words.roots import Word, is_glue, name_words
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
_CODE = lazy(
    r"(?<![\w-])(?:[A-Z]{1,5}[0-9]{0,4}(?:[/-][A-Z0-9]{1,5})*|[A-Z]?[0-9]+[A-Z]+|[0-9]+(?:\.[0-9]+)*)(?![\w-])"
)
_VERBS = word_set("is are was has have had will would can could may must should needs need takes does do")
_FAR_LETTER = 5
_FAR = 6
"""How many words from the name a code may stand."""

_WEEK = 7
_ANY_DAY = lazy(
    r"\b(?:any|every|each|all) (?:single )?(?:week ?|working |business )?days?\b|\bdaily\b|\bseven days\b|"
    r"\b7 days a week\b|\ball week\b|"
    r"\bany time\b|\banytime\b|\bwhenever\b|\bround the clock\b"
)
_EVERY = word_set("any every all each whatever whichever")
_NO_MODIFIERS = word_set("your our the a an this that these those such of for with in on at to and or same")
_NEUTRAL = word_set("good usual own single next last big small large whole")


def fits_choice(number: Number) -> bool:
    """Whether a line allows only some."""
    return number.kind == kinds.ONLY


def judge_choice(case: Case, touch: Touch) -> Judged | None:
    """What the line makes of what the clause chooses; None where it chooses nothing of that kind."""
    line = touch.line
    if touch.name < WEAK or not all(level >= PART for level in touch.conditions):
        return None
    answer = _days(case, line, touch) or _parts_of_day(case, line) or _codes(case, line, touch) or measures(case, line)
    answer = answer or _words(case, touch)
    if touch.name == FULL and (answer is None or answer[0] == UNKNOWN):
        answer = other_of_its_kind(case, line) or offered_besides(case, line, touch) or answer
    if answer is None:
        return None
    verdict, reason = answer
    if case.clause.denial == DENIED:
        verdict, reason = (SAFE, "it is denied") if verdict == OVER else (UNKNOWN, "it is denied")
    if verdict == SAFE:
        verdict, reason = unless_widened(case, reason)
    if touch.name == WEAK and verdict == SAFE and not _all_but_day(case, line):
        verdict, reason = UNKNOWN, "the name is not said"
    if verdict == SAFE and (why := left_open(case, line.number)):
        verdict, reason = UNKNOWN, why
    told = line.number.amount_text
    return Judged(verdict, line, line, reason, told, (f"{told} ({line.article})",))


def _all_but_day(case: Case, line: Line) -> bool:
    """Whether the name is said but for a word that a weekday or a clock time says as well: *delivery days*."""
    said = {case.scope.text.words[place].root for place in case.scope.clause}
    return set(line.name.words) - {"day", "time", "hour", "date", "slot", "window"} <= said


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
    listed = {
        code for choice in line.number.choices for code in _CODE.findall(choice) if _CODE.fullmatch(choice.strip())
    }
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
        if _CODE.fullmatch(code) and near and code.casefold() not in STOP_WORDS - {"a", "i"}:
            said.add(code)
    if not said:
        return None
    return (OVER, "it is none of them") if said - listed else (SAFE, "it is one of them")


def _words(case: Case, touch: Touch) -> tuple[str, str] | None:
    """The choice itself; or its noun with another word before it."""
    line = touch.line
    words = [case.scope.text.words[place] for place in case.scope.clause]
    roots = [word.root for word in words]
    named = {at for at, place in enumerate(case.scope.clause) if place in touch.places and touch.name == FULL}
    said_one = False
    for choice in line.number.choices:
        own = name_words(choice)
        if not own or _CODE.fullmatch(choice.strip()):
            continue
        if all(word in roots for word in own):
            said_one = True
            continue
        if any(word.text in {f"un{part}" for part in fold(choice).replace("-", " ").split()} for word in words):
            return OVER, "it is none of them"
        answer = _other_modifier(line, words, own, named)
        if answer:
            return answer
    if said_one:
        return _beside(line, words)
    return _other_inside(line, words)


def _beside(line: Line, words: list[Word]) -> tuple[str, str]:
    """Whether a choice stands alone, or *and* joins something to it that is none."""
    own = {part for choice in line.number.choices for part in name_words(choice)} | set(line.name.words)
    for at, word in enumerate(words):
        if word.text not in ("and", "or", "plus") or not 0 < at < len(words) - 1:
            continue
        sides = (words[at - 1], words[at + 1])
        inside = [side.root in own for side in sides]
        other = sides[inside.index(False)] if inside.count(True) == 1 else None
        if other and at + 2 < len(words) and words[at + 2].text in _VERBS:  # *…, and planning has to confirm it*
            continue
        if other and other.text.isalpha() and other.text not in STOP_WORDS and not is_glue(other.text):
            return UNKNOWN, "something else is named beside it"
    return SAFE, "it is what may be chosen"


def _other_inside(line: Line, words: list[Word]) -> tuple[str, str] | None:
    """Another word inside the name, or right before its last: *organic rice flour* where only wheat and rye may be."""
    own = line.name.words
    if len(own) < 2 or any(len(name_words(choice)) != 1 for choice in line.number.choices):  # noqa: PLR2004
        return None
    places = [at for at, word in enumerate(words) if word.root == own[-1]]
    for at in places:
        before = words[at - 1] if at else None
        first = words[at - 2].root if at > 1 else ""
        if (
            before
            and first in own
            and before.root not in own
            and before.text.isalpha()
            and before.text not in STOP_WORDS
        ):
            return OVER, "it is none of them"
    return None


def _other_modifier(line: Line, words: list[Word], own: tuple[str, ...], named: set[int]) -> tuple[str, str] | None:
    """The noun of a choice with another word before it; `named` are places that say the name of the line itself."""
    if len(own) < 2:  # noqa: PLR2004 - a noun with a word before it
        return None
    head, roots, texts = own[-1], [word.root for word in words], [word.text for word in words]
    for at, word in enumerate(roots):
        if word != head or at == 0:
            continue
        before = texts[at - 1]
        if at - 1 in named and at in named:
            continue
        if before in _EVERY:
            return OVER, "it is not for all of them"
        plain = before in _NO_MODIFIERS or is_glue(before) or before in STOP_WORDS or roots[at - 1] in line.name.words
        chosen = {word for choice in line.number.choices for word in name_words(choice)}
        if plain or before in _NEUTRAL or not before.isalpha() or roots[at - 1] in chosen:
            continue
        return OVER, "it is none of them"
    return None
