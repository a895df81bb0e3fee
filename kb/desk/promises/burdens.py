"""Something called free, charged or needless, with the lines that decide on it; compares no amount."""

from kb.desk.promises.choosing import choose
from kb.desk.promises.judged import Case
from kb.desk.promises.lines import Line
from kb.desk.promises.touch import Fits, Scope
from kb.desk.promises.weighing import Weighed, weigh
from kb.desk.promises.yesno import fits_word, is_burden, judge_word
from kb.model import number as kinds
from kb.words.lists import word_set
from kb.words.negation import NOT_DENIED, denial_of
from kb.words.points import Point
from kb.words.roots import placed_words
from kb.words.units import is_time
from kb.words.yesno import ZERO

_TIME_NOUNS = word_set("time delay wait waiting longer days day weeks week hours extra later")
_NOTHING = (kinds.NONE, kinds.NOT_POSSIBLE, kinds.FREE)


def judge_words(case: Case, point: Point) -> Weighed | None:
    """What lines make of something called free, charged or needless; None where none is touched."""
    if point.word != ZERO:
        scope = _outside(case, point)
        choices = choose(case.ground, scope, lambda line: fits_word(line.number, point.word), by_name=True)
        return weigh(case, choices, judge_word) if choices else None
    left, right = (
        case.clause.folded[: point.start - case.clause.start],
        case.clause.folded[point.end - case.clause.start :],
    )
    if denial_of(left) != NOT_DENIED:
        return None
    follows = placed_words(right)[:2]
    if any(word.text in _TIME_NOUNS for word in follows):
        return _no_time(case)
    return deny_burden(case, (point.end, point.end + _reach(right)))


def _outside(case: Case, point: Point) -> Scope:
    """The words without those of the point: *costs nothing* says no `share of the cost`."""
    words, scope = case.scope.text.words, case.scope
    clause, sentence = (
        tuple(place for place in span if not point.start <= words[place].start < point.end)
        for span in (scope.clause, scope.sentence)
    )
    return scope._replace(clause=clause, sentence=sentence)


def _reach(right: str) -> int:
    words = placed_words(right.partition(", ")[0])
    return words[-1].end if words else 0


def _no_time(case: Case) -> Weighed | None:
    """*Adds no time*: against what adds time."""

    def fits(line: Line) -> bool:
        return line.number.kind == kinds.ADDS and line.number.amount is not None and is_time(line.number.amount.unit)

    choices = choose(case.ground, case.scope, fits)
    return weigh(case, choices, judge_word) if choices else None


def deny_burden(case: Case, span: tuple[int, int] | None = None) -> Weighed | None:
    """*No deposit*, *we do not ask for a deposit*: against what asks something of a customer, named in `span`."""
    words = case.scope.text.words
    places = case.scope.clause
    if span is not None:
        places = tuple(place for place in places if span[0] <= words[place].start < span[1])
    if not places:
        return None
    wanted: Fits = lambda line: is_burden(line.number) or line.number.kind in _NOTHING  # noqa: E731
    choices = [one for one in choose(case.ground, case.scope, wanted, places) if not one.weak]
    return weigh(case, choices, judge_word) if choices else None
