"""A text checked against what production says it can do: each claim and its verdict; asks no clock, guesses nothing."""

from collections.abc import Sequence
from datetime import date

from kb.desk.promises.burdens import deny_burden
from kb.desk.promises.cases import Reading, case_of, reading_of
from kb.desk.promises.claimed import judge_point
from kb.desk.promises.ground import Ground
from kb.desk.promises.heads import if_its_own_thing
from kb.desk.promises.judged import Case, Judged
from kb.desk.promises.outcome import Outcome, findings_of, question_for
from kb.desk.promises.products import is_offer
from kb.desk.promises.statements import absolute_alone, statements, too_absolute
from kb.desk.promises.understood import if_all_heard, if_no_more, if_understood
from kb.desk.promises.weighing import Weighed
from kb.desk.promises.wordings import wordings_in
from kb.desk.promises.yesno import if_left_standing
from kb.errors import TextTooLongError
from kb.model import number as kinds
from kb.model.promise import NO_CLAIM, OVER, SAFE, UNKNOWN, Checked, Finding
from kb.words.asides import without_asides
from kb.words.bounds import Around
from kb.words.claims import Clause
from kb.words.deadlines import BY
from kb.words.misspelt import Corrected, corrected
from kb.words.negation import DENIED, NOT_DENIED, UNCLEAR, denial_of
from kb.words.partings import says_something
from kb.words.patterns import lazy
from kb.words.penalties import offers_a_penalty
from kb.words.points import SIZE, TIME, WORD, Point
from kb.words.roots import root
from kb.words.speech import OURS, REQUEST, is_talk
from kb.words.spoken import short_day
from kb.words.units import BARE_FAMILY
from kb.words.yesno import FREE, ZERO, denies_a_burden, takes_a_burden_away

MAX_TEXT = 50_000
"""More characters are no draft: some fifteen pages."""

_OF_THE_SAME = lazy(r"\W*(?:(?:and|but|so)\W+)?(?:yours|mine|ours|theirs|it|they|that|those|these)\b")
_FOR_A_CUSTOMER_TO_DO = (kinds.GIVE, kinds.AHEAD)


def check_promise(text: str, ground: Ground, day: date) -> Checked:
    """Every claim of a text against the ground, as it is where the clock starts on `day` or when the text says.

    Raises `TextTooLongError` for more than `MAX_TEXT` characters.
    """
    if len(text) > MAX_TEXT:
        raise TextTooLongError(
            f"This text has {len(text):,} characters, and at most {MAX_TEXT:,} are checked in one go.",
            "Check it in parts, or leave out what is attached to it.",
        )
    right = corrected(
        without_asides(text), lambda word: word in ground.spelt or root(word) in ground.lexicon.known, ground.spelt
    )
    # Once more: a misspelt aside is none before.
    found = _findings(without_asides(right.text) if right.changes else right.text, ground, day)
    findings = [_as_written(finding, right, text) for finding in found]
    return Checked(verdict=_verdict(findings), findings=tuple(findings), read_as=read_as(findings, day))


def read_as(findings: Sequence[Finding], day: date) -> str:
    """`new printed box; counted from today, Mon 23 Nov 2026.`: what the numbers were taken for, and from when."""
    told = dict.fromkeys(what for finding in findings for what in finding.read_for)
    starts = dict.fromkeys(finding.counted_from for finding in findings if finding.counted_from)
    since = " and ".join(starts) or f"today, {short_day(day)}"
    return "; ".join(filter(None, (", ".join(told), f"counted from {since}"))) + "."


def _as_written(finding: Finding, right: Corrected, text: str) -> Finding:
    """A finding with its places in the text as written, asides and misspelt words and all."""
    start, end = right.as_written(finding.start), right.as_written(finding.end)
    places = finding.replaces and (right.as_written(finding.replaces[0]), right.as_written(finding.replaces[1]))
    claim = text[start:end]
    ask = question_for(claim) if finding.ask else ""
    return finding._replace(claim=claim, start=start, end=end, replaces=places, ask=ask)


def _findings(text: str, ground: Ground, day: date) -> list[Finding]:
    reading = reading_of(text, ground, day)
    return [
        finding
        for at, sentence in enumerate(reading.sentences)
        for clause in sentence.clauses
        for finding in findings_of(_outcome(reading, at, clause), text, ground, day)
    ]


def _verdict(findings: Sequence[Finding]) -> str:
    verdicts = {finding.verdict for finding in findings}
    return next((verdict for verdict in (OVER, UNKNOWN, SAFE) if verdict in verdicts), NO_CLAIM)


def _outcome(reading: Reading, at: int, clause: Clause) -> Outcome:
    sentence = reading.sentences[at]
    base = case_of(reading, at, clause)
    if sentence.voice not in (OURS, REQUEST) or clause.wish:
        return Outcome(base, (), ())
    if clause.unreadable:
        return Outcome(base, (), (), unreadable=True)
    wordings = tuple(wordings_in(reading.ground, base.scope, reading.written, clause.folded, clause.start))
    weighed = _weighed(base, clause)
    if sentence.voice == REQUEST:
        kept = [one for one in weighed if one.judged.base.number.kind in _FOR_A_CUSTOMER_TO_DO]
        return Outcome(base, tuple(kept), wordings)
    if weighed or (sentence.talk and len(sentence.clauses) == 1) or is_talk(clause.folded):
        return Outcome(base, tuple(weighed), wordings)
    alone = len(reading.sentences) == 1 and len(sentence.clauses) == 1
    untold = (
        any(map(_tells, clause.points))
        or _counts_on(clause)
        or (not wordings and is_offer(clause.folded, reading.ground, alone=alone))
    )
    return Outcome(base, (), wordings, untold=untold)


def _tells(point: Point) -> bool:
    """Whether a point is a claim, whatever it is about."""
    return point.kind == TIME or point.word == FREE or (point.day is not None and point.day.role == BY)


def _claims(point: Point) -> bool:
    return point.kind in (TIME, SIZE) or point.word == FREE


def _counts_on(clause: Clause) -> bool:
    """Whether a clause tells another figure of what was named before: *and ten in the yard*, *yours in three*."""
    first = clause.points[0] if clause.points else None
    if first is None or first.amount is None or first.amount.unit.family != BARE_FAMILY:
        return False
    left = clause.folded[: first.start - clause.start]
    return left.strip(" ,") in ("and", "plus", "and another") or _OF_THE_SAME.match(left) is not None


def _weighed(base: Case, clause: Clause) -> list[Weighed]:
    """What the lines make of all that a clause says."""
    found: list[Weighed] = []
    heard: set[Point] = set()
    told = _with_before(base)
    penalty = offers_a_penalty(base.sentence)  # who reads *longer than 20 days, or you don't pay* gains nothing by it
    for point in clause.points:
        case = told._replace(point=point)
        weighed = judge_point(case)
        if weighed:
            judged = too_absolute(case, _denied(case, weighed))
            found.append(judged._replace(judged=judged.judged._replace(point=None if penalty else point)))
            heard.add(point)
    found += statements(base)
    burden = _burden(base, clause)
    found += [burden] if burden else []
    if not found and (absolute := absolute_alone(base)):
        found.append(absolute)
    unheard = [point for point in clause.points if _claims(point) and point not in heard]
    fine = [one.judged for one in found if one.judged.verdict == SAFE]
    return [if_all_heard(told, unheard, _if_all_understood(told, one, fine)) for one in found]


def _with_before(base: Case) -> Case:
    """The case with the words that name what its clause speaks of among its own, where it names nothing itself."""
    scope = base.scope
    if not scope.before:
        return base
    clause, sentence = (tuple(sorted({*scope.before, *span})) for span in (scope.clause, scope.sentence))
    return base._replace(scope=scope._replace(clause=clause, sentence=sentence))


def _if_all_understood(case: Case, weighed: Weighed, fine: Sequence[Judged]) -> Weighed:
    """The same; UNKNOWN where it would be safe and the clause says something besides."""
    point = weighed.judged.point
    pointed = case._replace(point=point)
    left = if_no_more(pointed, if_left_standing(case, weighed))
    return if_understood(case, if_its_own_thing(pointed, left), fine)


def _burden(base: Case, clause: Clause) -> Weighed | None:
    """*You don't have to pay a deposit*, *we drop the surcharge*: denied without the word *no*."""
    denied = clause.denial != NOT_DENIED and denies_a_burden(clause.folded)
    if not denied and (clause.denial != NOT_DENIED or not takes_a_burden_away(clause.folded)):
        return None
    if any(point.kind == WORD for point in clause.points):
        return None
    nothing = Point(WORD, clause.end, clause.end, Around(frozenset(), frozenset()), word=ZERO)
    return deny_burden(base._replace(point=nothing))


def _denial_at(case: Case) -> str:
    """How the clause denies what it says of the point; not at all where the *not* is in a part of its own before it."""
    clause, point = case.clause, case.point
    if clause.denial == NOT_DENIED or point is None:
        return clause.denial
    comma = clause.folded.rfind(", ", 0, point.start - clause.start)
    part = clause.folded[comma + 1 :]
    alone = comma > 0 and denial_of(part) == NOT_DENIED and says_something(part)
    return NOT_DENIED if alone else clause.denial


def _denied(case: Case, weighed: Weighed) -> Weighed:
    """What a *not* makes of a verdict: an over-promise denied for sure is safe, what is fine and denied is unknown."""
    point, judged, denial = case.point, weighed.judged, _denial_at(case)
    if point is None or point.kind == WORD or denial == NOT_DENIED:
        return weighed
    if denial == DENIED and judged.verdict == OVER and not weighed.weak:
        return weighed._replace(judged=judged._replace(verdict=SAFE, reason="it is denied"), otherwise=())
    if judged.verdict != SAFE or (denial == UNCLEAR and point.around.bounds):
        return weighed
    return weighed._replace(judged=judged._replace(verdict=UNKNOWN, reason="it is not clear what is denied"))
