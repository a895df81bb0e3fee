"""A text being checked, and for each clause the words that count for it, when its clock starts and what adds to it."""

from bisect import bisect_right
from datetime import date
from typing import NamedTuple

from kb.desk.promises.ground import Ground
from kb.desk.promises.judged import Case, Start
from kb.desk.promises.lexicon import Span, TextWords
from kb.desk.promises.lines import Line
from kb.desk.promises.touch import PART, Scope, touched
from kb.model import number as kinds
from kb.words.claims import Clause, Said, read_text
from kb.words.deadlines import SPAN, START, NamedDay
from kb.words.ellipsis import names_nothing
from kb.words.partings import goes_on
from kb.words.patterns import lazy
from kb.words.points import DAY, SIZE, TIME, is_core
from kb.words.roots import folded_text
from kb.words.speech import CHAT, QUESTION, THEIRS
from kb.words.spoken import day_words, short_day

_ARRIVES = lazy(r"\b(?:deliver\w*|arriv\w*|ready|reach\w*|with you|at your|ship\w*|finish\w*|done|there)\b")
"""*Deliver in September* leaves open when the clock starts."""

_LETTERS = 2_000
"""So much of the text before a sentence is looked at for events that it may speak of."""

_SENTENCES = 16
"""So many sentences before one are asked for the conditions that it leaves unsaid."""

_SHORT_QUESTION = 4
"""So many words at most ask after a thing, not something about it."""

_NEAR = 2


class Reading(NamedTuple):
    """A text being checked."""

    written: str
    folded: str
    ground: Ground
    day: date
    words: TextWords
    starts: tuple[int, ...]
    """Where each word starts."""

    sentences: tuple[Said, ...]


def reading_of(text: str, ground: Ground, day: date) -> Reading:
    """The sentences and the words of a text."""
    words = ground.lexicon.read(text)
    starts = tuple(word.start for word in words.words)
    return Reading(text, folded_text(text), ground, day, words, starts, read_text(text, day, ground.joint))


def case_of(reading: Reading, at: int, clause: Clause) -> Case:
    """A clause of the sentence with that place, with all that judging it takes; its point is still open."""
    sentence = reading.sentences[at]
    scope = _scope(reading, at, clause)
    timed = any(point.kind in (TIME, DAY) for point in clause.points)
    return Case(
        ground=reading.ground,
        scope=scope,
        clause=clause,
        point=None,
        starts=_starts(reading.day, sentence, clause),
        adds=_adds(reading, scope, at) if timed else (),
        sentence=reading.folded[sentence.start : sentence.end],
        written=reading.written,
        before=reading.folded[max(0, sentence.start - _LETTERS) : sentence.start],
    )


def _scope(reading: Reading, at: int, clause: Clause) -> Scope:
    sentence = reading.sentences[at]
    own = _places(reading, clause.start, clause.end)
    beside = [one for one in sentence.clauses if one is clause or not any(is_core(point) for point in one.points)]
    beside += _subjects(sentence, clause)
    free = tuple(sorted(place for one in beside for place in _places(reading, one.start, one.end)))
    free = (*_asked(reading, at), *free)
    before = reading.sentences[max(0, at - _SENTENCES) : at][::-1]
    earlier = tuple((*_places(reading, one.start, one.end), *free) for one in before if one.voice != THEIRS)
    return Scope(
        reading.words, own, free, earlier, sentence.amounts, reading.folded[sentence.start : sentence.end],
        before=_before(reading, at, clause),
    )  # fmt: skip


def _before(reading: Reading, at: int, clause: Clause) -> Span:
    """The words of the clause or the sentence just before that says something, for a clause that names nothing."""
    kinds_said = {one.kind for one in clause.points}
    if clause.bare or not kinds_said & {TIME, SIZE, DAY} or not _is_elliptic(clause):
        return ()
    timed = bool(kinds_said & {TIME, DAY})  # a figure alone is an answer, or a cell of a table
    sentence = reading.sentences[at]
    for one in reversed(sentence.clauses[: sentence.clauses.index(clause)] if timed else ()):
        if not _is_elliptic(one):
            return _places(reading, one.start, one.end)
    for before in reversed(reading.sentences[max(0, at - _NEAR) : at]):
        if not timed and before.voice != QUESTION:
            return ()
        if before.voice != CHAT and not all(map(_is_elliptic, before.clauses)):
            return _places(reading, before.start, before.end)
    return ()


def _is_elliptic(clause: Clause) -> bool:
    return names_nothing(clause.folded, [(one.start - clause.start, one.end - clause.start) for one in clause.points])


def _asked(reading: Reading, at: int) -> Span:
    """What a short question just before names, to be answered in this sentence: *Printed boxes? Three weeks*."""
    if at == 0 or reading.sentences[at - 1].voice != QUESTION:
        return ()
    asked = reading.sentences[at - 1]
    places = _places(reading, asked.start, asked.end)
    return places if len(places) <= _SHORT_QUESTION else ()


def _subjects(sentence: Said, clause: Clause) -> list[Clause]:
    """The clauses before one that begins with its verb: *… takes three days, and is charged*."""
    at = sentence.clauses.index(clause)
    found: list[Clause] = []
    while at > 0 and (goes_on(sentence.clauses[at].folded) or sentence.clauses[at].bare):
        at -= 1
        found.append(sentence.clauses[at])
    return [one for one in found if any(is_core(point) for point in one.points)]


def _places(reading: Reading, start: int, end: int) -> Span:
    return tuple(range(bisect_right(reading.starts, start - 1), bisect_right(reading.starts, end - 1)))


def _starts(day: date, sentence: Said, clause: Clause) -> tuple[Start, ...]:
    """The days on which the clock may start: those the text names, else today; a month named otherwise counts too."""
    for clauses in ((clause,), sentence.clauses):
        named = [point.day for one in clauses for point in one.points if point.day and point.day.role == START]
        if named:
            return tuple(
                Start(one, day_words(one))
                for named_day in named
                for one in dict.fromkeys((named_day.first, named_day.last))
            )
    spans = _spans(clause, day) or [
        span
        for one in sentence.clauses
        if not any(point.kind == TIME for point in one.points)
        for span in _spans(one, day)
    ]
    if spans and not _ARRIVES.search(clause.folded):
        return tuple(
            Start(one, day_words(one)) for span in spans for one in dict.fromkeys((max(span.first, day), span.last))
        )
    today = Start(day, f"today, {short_day(day)}")
    return (today, *(Start(one, day_words(one)) for span in spans for one in (span.first, span.last) if one >= day))


def _spans(clause: Clause, day: date) -> list[NamedDay]:
    """The months and the like that a clause names and that have not passed."""
    return [point.day for point in clause.points if point.day and point.day.role == SPAN and point.day.last >= day]


def _adds(reading: Reading, scope: Scope, at: int) -> tuple[Line, ...]:
    """`adds` lines whose condition is said in the sentence, or earlier where that was no claim of its own."""
    ground = reading.ground
    found = [
        touch.line
        for span in (scope.sentence, *_facts(reading, at))
        for touch in touched(ground, reading.words, span, _adds_if_said)
        if all(level >= PART for level in touch.conditions)
    ]
    said = {reading.words.words[place].root for place in scope.sentence}
    lone = zip(ground.lone_adds, ground.lone_ways, strict=True)
    found += [line for line, ways in lone if any(said >= way for way in ways)]
    return tuple({id(line): line for line in found}.values())


def _adds_if_said(line: Line) -> bool:
    return line.number.kind == kinds.ADDS and bool(line.conditions)


def _facts(reading: Reading, at: int) -> list[Span]:
    """The two sentences before, as far as they only tell what it is about: *yours is a shop with a payment system*."""
    return [
        _places(reading, one.start, one.end)
        for one in reading.sentences[max(0, at - _NEAR) : at]
        if one.voice not in (QUESTION, THEIRS) and not any(is_core(point) for c in one.clauses for point in c.points)
    ]
