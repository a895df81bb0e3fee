"""What a clause says besides the number that covers it: nothing is safe as long as a word of it is not understood."""

from collections.abc import Sequence

from kb.desk.promises.judged import Case, Judged
from kb.desk.promises.lines import parts_of
from kb.desk.promises.weighing import Weighed
from kb.model import number as kinds
from kb.model.promise import SAFE, UNKNOWN
from kb.words.patterns import lazy
from kb.words.plainwords import PLAIN
from kb.words.points import SIZE, Point
from kb.words.roots import Word, is_glue, name_words
from kb.words.tokens import STOP_WORDS
from kb.words.units import BARE_FAMILY

_FROM = lazy(r"\b(?:from|after|once|when|if|of|with)\b[^,;]*$")
"""Before such a word it is told from when something counts."""

_JOINS = frozenset(("and", "with", "plus", "including", "incl"))
_LIMITS = (kinds.GIVE, kinds.AT_MOST, kinds.GUARANTEED)
_PER = lazy(r"\b(?:per (?!cent)\w+|apiece|for each of)\b", needs="per |apiece|each of")
_ANOTHER = lazy(r"\b(?:another|a further|an extra|an additional) $", needs="another|further|extra|additional")
_LONGER = lazy(
    r"\b(?:(?:can|may|could) (?:\w+ )?(?:be )?(?:extend|prolong|renew)\w*|extendable|renewable|(?:and|plus) another|"
    r"on top of that|if (?:you (?:like|want|wish|need)|needed|necessary)(?: it)?,? (?:even |much )?longer)\b",
    needs="extend|prolong|renew|another|on top|longer",
)
_ROOM = lazy(r"room for\b")
_ARTICLE = lazy(r"^\W*(?:(?:the|your|our|a|an) )?$")


# `point=None`: what can be said instead is the number in its own words, not the claim with another figure in it.


def if_understood(case: Case, weighed: Weighed, beside: Sequence[Judged] = ()) -> Weighed:
    """The same; UNKNOWN where it would be safe and a word of the clause is neither the company's nor plain English.

    *Insured for three months* is not *held for three months*. `beside`: what other lines say of the same clause; their
    words are explained too.
    """
    judged = weighed.judged
    if judged.verdict != SAFE or not (left := not_understood(case, judged, beside)):
        return weighed
    told = " and ".join(f"“{word}”" for word in dict.fromkeys(left))
    return weighed._replace(
        judged=judged._replace(verdict=UNKNOWN, reason=f"no number says anything about {told}", point=None)
    )


def if_all_heard(case: Case, unheard: Sequence[Point], weighed: Weighed) -> Weighed:
    """The same; UNKNOWN where it would be safe and the clause has an amount besides that no line was compared with."""
    judged = weighed.judged
    counts = judged.base.number.kind == kinds.AT_LEAST
    bare = judged.base.number.kind in _LIMITS and judged.point is not None and judged.point.kind == SIZE
    if judged.verdict == SAFE and bare and any(_is_bare(point) for point in unheard):
        return weighed._replace(
            judged=judged._replace(verdict=UNKNOWN, reason="the other figure in it is written nowhere", point=None)
        )
    chosen = [point for point in unheard if _is_choice(case, judged, point)]
    if judged.verdict != SAFE or not any(counts or not _is_count(point) for point in unheard if point not in chosen):
        return weighed
    return weighed._replace(
        judged=judged._replace(verdict=UNKNOWN, reason="the other amount in it is written nowhere", point=None)
    )


def _is_choice(case: Case, judged: Judged, point: Point) -> bool:
    """Whether an amount is one of those that a line lets choose: *8.2*."""
    return case.written[point.start : point.end].strip() in judged.base.number.choices


def if_no_more(case: Case, weighed: Weighed) -> Weighed:
    """The same; UNKNOWN where a limit would be safe and the clause counts by something besides, or goes on from it.

    *Ten pallets per site*, *another three months*, *it can be extended*.
    """
    judged, folded = weighed.judged, case.clause.folded
    number = judged.base.number
    if judged.verdict != SAFE or number.kind not in _LIMITS or number.amount is None or case.point is None:
        return weighed
    left = folded[: case.point.start - case.clause.start]
    by_another = _PER.search(folded) and not number.amount.per and not (case.point.amount and case.point.amount.per)
    if by_another or _ANOTHER.search(left) or _LONGER.search(case.sentence):
        reason = "more than one such amount seems to be promised"
        return weighed._replace(judged=judged._replace(verdict=UNKNOWN, reason=reason, point=None))
    return weighed


def _is_bare(point: Point) -> bool:
    return point.amount is not None and point.amount.unit.family == BARE_FAMILY


def _is_count(point: Point) -> bool:
    """Whether a point counts things, which often only says what a clause is about: *on 5,000 boxes*."""
    if point.word:
        return False
    return point.amount is None or point.amount.unit.family.startswith("count:")


def not_understood(case: Case, judged: Judged, beside: Sequence[Judged] = ()) -> list[str]:
    """The words of a clause that say something besides the line, its amount and what is plain English, as written."""
    own = {word for one in (judged, *beside) for word in _explained(one)}
    spans = [(point.start, point.end) for point in case.clause.points]
    found = []
    first = 0 if _is_asked(case) else case.clause.start
    only_by_everyday = _is_said_by_everyday_words(case, judged)
    for place in case.scope.clause:
        word = case.scope.text.words[place]
        if word.start < first or place in judged.matched or any(start <= word.start < end for start, end in spans):
            continue
        strange = only_by_everyday and word.root in case.ground.lexicon.known and not _is_of_article(case, judged, word)
        other = word.root not in own and (_tells(case, word) or _is_added(case, judged, place))
        if strange or other or _is_head(case, judged, place) or _is_joined(case, judged, place):
            found.append(case.written[word.start : word.end])
    return found


def _is_said_by_everyday_words(case: Case, judged: Judged) -> bool:
    """Whether a line is only said by a synonym that is an everyday word: *people* for `visitors`."""
    said = [case.scope.text.words[place] for place in judged.matched]
    return bool(said) and all(word.text in PLAIN and word.root not in judged.base.name.words for word in said)


def _is_of_article(case: Case, judged: Judged, word: Word) -> bool:
    if word.text in PLAIN or word.text in STOP_WORDS or is_glue(word.text) or word.text in case.ground.desk_words:
        return True
    return word.root in case.ground.article_words.get(judged.base.article, ())


def _explained(judged: Judged) -> tuple[str, ...]:
    number = judged.base.number
    terms = (number.start, number.end, number.once, number.unless, number.until, number.amount_text, *number.choices)
    return (*name_words(" ".join(terms)), *judged.base.name.words, *judged.line.name.words)


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


def _is_added(case: Case, judged: Judged, place: int) -> bool:
    """Whether one of the company's words is joined to what takes time: *a bench and its drawing*, *with a sample*."""
    words, ground = case.scope.text.words, case.ground
    word = words[place]
    if judged.base.number.kind != kinds.TAKE or word.root not in ground.lexicon.known or word.root in ground.generic:
        return False
    if word.text in PLAIN or word.text in STOP_WORDS or _is_said_another_way(case, judged, word):
        return False
    at = place - 1
    while at > 0 and at not in judged.matched and words[at].text not in _JOINS and _may_lead(case, words[at]):
        at -= 1
    return words[at].text in _JOINS and any(case.scope.clause[0] <= own < at for own in judged.matched)


def _is_joined(case: Case, judged: Judged, place: int) -> bool:
    """Whether it is what the line starts with and *and* joins it to the thing itself: *a bench and its drawing*."""
    words, number = case.scope.text.words, judged.base.number
    if number.kind != kinds.TAKE or words[place].root not in name_words(number.start):
        return False
    at = place - 1
    while at > 0 and is_glue(words[at].text) and words[at].text not in _JOINS:
        at -= 1
    return words[at].text in _JOINS and at - 1 in judged.matched


def _may_lead(case: Case, word: Word) -> bool:
    return is_glue(word.text) or word.root in case.ground.lexicon.known


def _is_said_another_way(case: Case, judged: Judged, word: Word) -> bool:
    """Whether it is a word of the line, of what adds to it, or of one of their synonyms."""
    phrases = [phrase for line in (judged.base, judged.line, *case.adds) for phrase in parts_of(line)]
    groups = {group for phrase in phrases for group, _own in phrase.groups}
    ways = case.ground.lexicon.by_word.get(word.root, ())
    return any(word.root in phrase.words for phrase in phrases) or any(way.group in groups for way in ways)


def _tells(case: Case, word: Word) -> bool:
    """Whether a word is neither plain nor one of the company's, nor a name of somebody."""
    if word.text in PLAIN or word.text in STOP_WORDS or is_glue(word.text) or not word.text[0].isalpha():
        return False
    if word.root in case.ground.lexicon.known or word.root in case.ground.generic:
        return False
    if _ROOM.match(case.written, word.start):
        return False
    written = case.written[word.start : word.end]
    if case.clause.folded[: word.start - case.clause.start].endswith(" to "):  # *to Norway*
        return True
    return not (written.istitle() and word.start > case.clause.start)
