"""Something called free, charged, needless or possible, against lines that say so or not; picks no line."""

from kb.desk.promises.judged import Case, Judged
from kb.desk.promises.sizes import allowed_of
from kb.desk.promises.terms import drops_until, has_ended, left_open
from kb.desk.promises.touch import FULL, PART, UNSAID, Touch
from kb.desk.promises.weighing import Weighed
from kb.model import number as kinds
from kb.model.number import Number
from kb.model.promise import OVER, SAFE, UNKNOWN
from kb.words.negation import DENIED, NOT_DENIED
from kb.words.roots import placed_words
from kb.words.units import SHARE
from kb.words.yesno import CHARGED, FREE, ZERO, takes_a_burden_away

_PAID = (kinds.CHARGED, kinds.COSTS)
_BURDENS = (kinds.COSTS, kinds.ADDS, kinds.CHARGED, kinds.AHEAD, kinds.TOLERANCE)


def fits_word(number: Number, word: str) -> bool:
    """Whether a line has to do with something being free, charged, or needless."""
    money = number.amount is not None and (
        number.amount.unit.family == SHARE or number.amount.unit.family.startswith("money")
    )
    if word in (FREE, CHARGED):
        return number.kind in (kinds.CHARGED, kinds.FREE, kinds.NONE, kinds.COSTS) or (
            number.kind == kinds.FIGURE and money
        )
    return number.kind in (*_BURDENS, kinds.NONE, kinds.FREE, kinds.AT_LEAST, kinds.NOT_POSSIBLE) or (
        number.kind == kinds.FIGURE and money
    )


def judge_word(case: Case, touch: Touch) -> Judged | None:
    """What a line makes of something called free, charged, or of which there is said to be none."""
    line, point = touch.line, case.point
    if point is None or has_ended(line.number, case.starts[0].day):
        return None
    verdict, reason = _answer(case, touch, point.word)
    if verdict == SAFE and (why := left_open(case, line.number)):
        verdict, reason = UNKNOWN, why
    return Judged(verdict, line, line, reason, allowed_of(line), (f"{line.number.amount_text} ({line.article})",))


def _answer(case: Case, touch: Touch, word: str) -> tuple[str, str]:
    kind = touch.line.number.kind
    if word == CHARGED:
        said = kind in (*_PAID, kinds.FIGURE)
        return (SAFE, "it is charged") if said else (UNKNOWN, "that it is charged is written nowhere")
    if kind == kinds.FREE:
        return _free(case, touch)
    if kind == kinds.NONE:
        return (SAFE, "there is none") if touch.all_said else (UNKNOWN, "it does not say in which case")
    if kind == kinds.NOT_POSSIBLE:
        return (SAFE, "it is denied") if word == ZERO else (UNKNOWN, "it is not possible at all")
    return OVER, "it is not free" if word == FREE else "it is not so"


def _free(case: Case, touch: Touch) -> tuple[str, str]:
    number = touch.line.number
    if drops_until(case, number):
        return OVER, f"it is free only until {number.until}"
    if not touch.all_said:
        return OVER, "its condition is dropped"
    if touch.name == UNSAID and any(len(phrase.words) > 1 for phrase in touch.line.conditions):
        return UNKNOWN, "it does not say what it is about"
    if touch.name != FULL and not _is_named_before(case, touch):
        return OVER, "its condition is dropped"
    return SAFE, "it is free"


def _is_named_before(case: Case, touch: Touch) -> bool:
    """Whether another part of the sentence says what is left out: *we use your list, and its upkeep is free*."""
    said = {word.root for word in placed_words(case.sentence)}
    return touch.head and said.issuperset(touch.line.name.words)


def fits_possible(number: Number) -> bool:
    """Whether a line says that something is not possible."""
    return number.kind == kinds.NOT_POSSIBLE


def judge_possible(case: Case, touch: Touch) -> Judged | None:
    """What *not possible* makes of a clause that speaks of it; None where not all of it is said."""
    line = touch.line
    if touch.name < PART or not all(level >= PART for level in touch.conditions):
        return None
    if touch.name < FULL and not (line.conditions and touch.head):
        return None
    denial = DENIED if _is_denied_before(case, touch) else case.clause.denial
    told = (f"{line.number.text} ({line.article})",)
    if denial == DENIED:
        return Judged(SAFE, line, line, "it is denied", line.number.amount_text, told)
    if denial == NOT_DENIED:
        return Judged(OVER, line, line, "it is offered and not possible", line.number.amount_text, told)
    return Judged(UNKNOWN, line, line, "it is not clear whether it is offered", line.number.amount_text, told)


def _is_denied_before(case: Case, touch: Touch) -> bool:
    """Whether *no* stands right before what is said: *we promise no colour match*."""
    words = case.scope.text.words
    zeros = [point for point in case.clause.points if point.word == ZERO]
    return any(
        0 <= words[place].start - point.end <= 1 for point in zeros for place in touch.places - touch.at_conditions
    )


def if_left_standing(case: Case, weighed: Weighed) -> Weighed:
    """The same; OVER where a burden is safe by its figure and the clause takes it away: *the surcharge is waived*."""
    judged = weighed.judged
    if judged.verdict != SAFE or judged.base.number.kind not in _BURDENS or case.clause.denial == DENIED:
        return weighed
    if not takes_a_burden_away(case.clause.folded):
        return weighed
    return weighed._replace(
        judged=judged._replace(verdict=OVER, reason="it is taken away, and it is not free", point=None)
    )


def is_burden(number: Number) -> bool:
    """Whether a line asks something of a customer: to deny it is to promise that there is none."""
    return fits_word(number, ZERO) and number.kind not in (kinds.NONE, kinds.FREE, kinds.NOT_POSSIBLE)
