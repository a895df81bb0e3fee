"""What a clause says besides the number that covers it: nothing is safe as long as a word of it is not understood."""

from collections.abc import Sequence

from kb.desk.promises.judged import Case, Judged
from kb.desk.promises.weighing import Weighed
from kb.model import number as kinds
from kb.model.promise import SAFE, UNKNOWN
from kb.words.patterns import lazy
from kb.words.plainwords import PLAIN
from kb.words.points import Point
from kb.words.roots import Word, is_glue, name_words
from kb.words.tokens import STOP_WORDS

_FROM = lazy(r"\b(?:from|after|once|when|if|of|with)\b[^,;]*$")
"""Before such a word it is told from when something counts."""

_ROOM = lazy(r"room for\b")
_ARTICLE = lazy(r"^\W*(?:(?:the|your|our|a|an) )?$")


# `point=None`: what can be said instead is the number in its own words, not the claim with another figure in it.


def if_understood(case: Case, weighed: Weighed) -> Weighed:
    """The same; UNKNOWN where it would be safe and a word of the clause is neither the company's nor plain English.

    *Insured for three months* is not *held for three months*.
    """
    judged = weighed.judged
    if judged.verdict != SAFE or not (left := not_understood(case, judged)):
        return weighed
    told = " and ".join(f"“{word}”" for word in dict.fromkeys(left))
    return weighed._replace(
        judged=judged._replace(verdict=UNKNOWN, reason=f"no number says anything about {told}", point=None)
    )


def if_all_heard(unheard: Sequence[Point], weighed: Weighed) -> Weighed:
    """The same; UNKNOWN where it would be safe and the clause has an amount besides that no line was compared with."""
    judged = weighed.judged
    counts = judged.base.number.kind == kinds.AT_LEAST
    if judged.verdict != SAFE or not any(counts or not _is_count(point) for point in unheard):
        return weighed
    return weighed._replace(
        judged=judged._replace(verdict=UNKNOWN, reason="the other amount in it is written nowhere", point=None)
    )


def _is_count(point: Point) -> bool:
    """Whether a point counts things, which often only says what a clause is about: *on 5,000 boxes*."""
    return point.amount is None or point.amount.unit.family.startswith("count:")


def not_understood(case: Case, judged: Judged) -> list[str]:
    """The words of a clause that say something besides the line, its amount and what is plain English, as written."""
    number = judged.base.number
    terms = (number.start, number.end, number.once, number.unless, number.until, number.amount_text, *number.choices)
    own = {*name_words(" ".join(terms)), *judged.base.name.words, *judged.line.name.words}
    spans = [(point.start, point.end) for point in case.clause.points]
    found = []
    first = 0 if _is_asked(case) else case.clause.start
    for place in case.scope.clause:
        word = case.scope.text.words[place]
        if word.start < first or place in judged.matched or any(start <= word.start < end for start, end in spans):
            continue
        if _is_head(case, judged, place) or (word.root not in own and _tells(case, word)):
            found.append(case.written[word.start : word.end])
    return found


def _is_asked(case: Case) -> bool:
    """Whether what the clause speaks of is named in a question before it, all of which it then answers."""
    return bool(case.scope.before) and case.before.rstrip().endswith("?")


def _is_head(case: Case, judged: Judged, place: int) -> bool:
    """Whether a word from when a line counts is the thing itself: *litho proofs*, *the proof for a box*."""
    number, words = judged.base.number, case.scope.text.words
    word = words[place]
    if word.root not in name_words(f"{number.start} {number.once}") or word.root in judged.base.name.words:
        return False
    left, right = case.clause.folded[: word.start - case.clause.start], case.written[word.end :]
    if not _ARTICLE.search(left):
        between = case.written[words[place - 1].end : word.start] if place - 1 in judged.matched else ""
        return between == " " and not _FROM.search(left)
    return right.startswith((" for ", " of "))


def _tells(case: Case, word: Word) -> bool:
    """Whether a word is neither plain nor one of the company's, nor a name of somebody."""
    if word.text in PLAIN or word.text in STOP_WORDS or is_glue(word.text) or not word.text[0].isalpha():
        return False
    if word.root in case.ground.lexicon.known or word.root in case.ground.generic:
        return False
    if _ROOM.match(case.written, word.start):
        return False
    written = case.written[word.start : word.end]
    return not (written.istitle() and word.start > case.clause.start)
