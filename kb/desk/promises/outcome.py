"""The findings of one clause: what is broken, else what is open, else what is fine; judges nothing itself."""

from datetime import date
from typing import NamedTuple

from kb.desk.promises.ground import Ground
from kb.desk.promises.instead import NumbersInstead, numbers_instead
from kb.desk.promises.judged import Case
from kb.desk.promises.together import together
from kb.desk.promises.weighing import Weighed
from kb.desk.promises.wordings import Wording
from kb.desk.promises.writing import draft_for, sentence_for
from kb.model.promise import OVER, SAFE, UNKNOWN, Finding, Otherwise
from kb.words.patterns import lazy
from kb.words.points import SIZE
from kb.words.unreadable import shown

_JOINT = lazy(r"[\s,;:|]*(?:(?:[Aa]nd|[Bb]ut|[Ss]o|[Tt]hen)\s+)?")
_LONGEST_ASKED = 140
"""Letters of a claim in the question about it: production reads it without the draft."""

_LOST = "a figure cannot be read for sure: a sign was lost on the way, or it is written as people read it differently"


_UNSIGNED = "its article may not be quoted just now"


class Outcome(NamedTuple):
    """All that was made of one clause."""

    case: Case
    weighed: tuple[Weighed, ...]
    wordings: tuple[Wording, ...]
    unreadable: bool = False
    untold: bool = False
    """It claims something that no line decides on."""


def findings_of(outcome: Outcome, text: str, ground: Ground, day: date) -> list[Finding]:
    """One finding for each number that is broken; else one for the clause; none where it claims nothing."""
    if outcome.unreadable:
        return [_plain(outcome, text, reason=_LOST)]
    over = [one for one in outcome.weighed if one.judged.verdict == OVER]
    told = {one.judged.line.article for one in over if not one.weak}
    bad = [one for one in outcome.wordings if one.verdict == OVER and one.line.article not in told]
    found = [_wording(outcome, one, text, ground) for one in bad]
    articles = {(one.article, one.number) for one in found}
    for weighed in sorted(over, key=lambda one: (one.weak, -one.judged.words)):
        finding = _number(outcome, weighed, text, ground, day)
        if (finding.article, finding.number) not in articles and not (found and weighed.weak):
            found.append(finding)
            articles.add((finding.article, finding.number))
    if found:
        return together(found, text)
    return _open_or_fine(outcome, text, ground, day)


def question_for(claim: str) -> str:
    """What to ask production about a claim."""
    return f"May we say: {shown(claim, _LONGEST_ASKED).rstrip(' .!?')}?"


def _open_or_fine(outcome: Outcome, text: str, ground: Ground, day: date) -> list[Finding]:
    strong = [one for one in outcome.weighed if not (one.weak and _is_context(outcome, one))]
    weighed = strong or list(outcome.weighed)
    doubtful = [one for one in weighed if one.judged.verdict == UNKNOWN]
    open_words = [one for one in outcome.wordings if one.verdict == UNKNOWN]
    if doubtful:
        if not strong and not outcome.untold:
            return []
        return [_number(outcome, max(doubtful, key=lambda one: one.judged.words), text, ground, day)]
    if open_words:
        return [_wording(outcome, open_words[0], text, ground)]
    fine = [one for one in weighed if one.judged.verdict == SAFE]
    if fine:
        unsigned = [one for one in fine if _articles(one) & ground.unquotable]
        return [_number(outcome, max(unsigned or fine, key=_weight), text, ground, day)]
    if outcome.wordings:
        return [_wording(outcome, outcome.wordings[0], text, ground)]
    return [_plain(outcome, text, reason="no number and no article speaks of it")] if outcome.untold else []


def _is_context(outcome: Outcome, weighed: Weighed) -> bool:
    """A count that only tells how much of it there is."""
    amount = weighed.judged.base.number.amount
    sizes = any(point.kind == SIZE for point in outcome.case.clause.points)
    return (
        sizes
        and amount is not None
        and (amount.unit.family.startswith("count:") or amount.unit.family == "figure" or bool(amount.dimensions))
    )


def _weight(weighed: Weighed) -> tuple[bool, int]:
    judged = weighed.judged
    amount = judged.base.number.amount
    timed = amount is not None and "time" in amount.unit.family
    return timed, judged.words


def _articles(weighed: Weighed) -> set[str]:
    return {weighed.judged.line.article, weighed.judged.base.article}


def _number(outcome: Outcome, weighed: Weighed, text: str, ground: Ground, day: date) -> Finding:
    judged = weighed.judged
    verdict, reason = judged.verdict, judged.reason
    if verdict == SAFE and _articles(weighed) & ground.unquotable:
        verdict, reason = UNKNOWN, _UNSIGNED
    start, end = _span(outcome, text)
    draft = draft_for(judged, text, start, end, day) if verdict != SAFE else None
    words = outcome.case.scope.text.words
    claim = text[start:end]
    return Finding(
        verdict=verdict,
        claim=claim,
        start=start,
        end=end,
        line=text.count("\n", 0, start) + 1,
        article=judged.line.article,
        number=judged.line.number.text,
        allowed=judged.allowed,
        write=draft.write if draft else "",
        because=judged.because,
        otherwise=tuple(
            Otherwise(condition=condition, verdict=one.verdict, write=sentence_for(one, day))
            for condition, one in weighed.otherwise
        ),
        ask=question_for(claim) if verdict == UNKNOWN else "",
        desk=judged.line.desk,
        matched=tuple(dict.fromkeys(words[place].text for place in sorted(judged.matched))),
        reason=reason,
        counted_from=judged.start.said if judged.start else "",
        replaces=draft.place if draft and verdict == OVER else None,
        instead=draft.instead if draft and verdict == OVER else "",
        read_for=judged.base.number.conditions if judged.by else (),
    )


def _wording(outcome: Outcome, wording: Wording, text: str, ground: Ground) -> Finding:
    start, end = _span(outcome, text)
    line = wording.line
    words = outcome.case.scope.text.words
    verdict, reason = wording.verdict, wording.reason
    if verdict == SAFE and line.article in ground.unquotable:
        verdict, reason = UNKNOWN, _UNSIGNED
    write = line.line.instead
    told = numbers_instead(outcome.case, line.article) if verdict == OVER and not write else NumbersInstead()
    return Finding(
        verdict=verdict,
        claim=text[start:end],
        start=start,
        end=end,
        line=text.count("\n", 0, start) + 1,
        article=line.article,
        number=line.line.text,
        write=(write[:1].upper() + write[1:] + ".") if write else told.write,
        because=(f"{line.line.because} ({line.article})",) if line.line.because else (),
        otherwise=told.otherwise,
        ask=question_for(text[start:end]) if verdict == UNKNOWN else "",
        desk=line.desk,
        matched=tuple(words[place].text for place in wording.places),
        reason=reason,
        replaces=(start, end) if write else None,
        instead=write,
    )


def _plain(outcome: Outcome, text: str, reason: str) -> Finding:
    start, end = _span(outcome, text)
    return Finding(
        verdict=UNKNOWN,
        claim=text[start:end],
        start=start,
        end=end,
        line=text.count("\n", 0, start) + 1,
        ask=question_for(text[start:end]),
        reason=reason,
    )


def _span(outcome: Outcome, text: str) -> tuple[int, int]:
    """The clause without the white space and the commas around it."""
    start, end = outcome.case.clause.start, outcome.case.clause.end
    found = _JOINT.match(text[start:end])
    start += found.end() if found else 0
    return start, max(start, start + len(text[start:end].rstrip(" \t\r\n,;")))
