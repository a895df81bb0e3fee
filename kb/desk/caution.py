"""Whether one version of an answer promises no more than another: number against number, each in its own direction.

In doubt it does not: then both sides sign again. What the prose says beside the numbers is judged in `kb.desk.wording`.
"""

from collections.abc import Callable
from decimal import Decimal

from kb.desk.wording import says_nothing_more
from kb.model import number as kinds
from kb.model.article import AUDIENCES, Article
from kb.model.number import Amount, Number
from kb.text import canonical, fold

_MAY_GAIN_EXCEPTIONS = (kinds.TAKE, kinds.GIVE, kinds.GUARANTEED, kinds.FREE)
"""Where a new `unless` takes something from the customer; elsewhere it may give."""

_UNCOUNTED_FAMILIES = ("share", "money:")
"""Where `at most` may be a burden of the customer's, so that less of it would be a promise."""

_Ends = tuple[Decimal, Decimal]


def is_as_cautious(article: Article, before: Article) -> bool:
    """Whether the article is in every number as cautious as it was before, or more so, and open to nobody else.

    What nobody should say still stands there, and neither a number nor a figure of the prose has come or gone that
    would promise anything.
    """
    if AUDIENCES.index(article.audience) < AUDIENCES.index(before.audience):
        return False
    said = {canonical(line.text) for line in article.dont_say}
    if not {canonical(line.text) for line in before.dont_say} <= said:
        return False
    return _numbers_keep(article, before) and says_nothing_more(article, before)


def _numbers_keep(article: Article, before: Article) -> bool:
    now, then = _by_name(article), _by_name(before)
    if now is None or then is None or not then.keys() <= now.keys():
        return False
    new = (now[key] for key in now.keys() - then.keys())
    return all(_only_takes(number, before) for number in new) and all(_keeps(now[key], then[key]) for key in then)


def _by_name(article: Article) -> dict[tuple[object, ...], Number] | None:
    """The numbers by what they are of; None where two are of the same, so that nothing tells which is which."""
    named = {_key(number): number for number in article.numbers}
    return named if len(named) == len(article.numbers) else None


def _key(number: Number) -> tuple[object, ...]:
    return fold(number.name), frozenset(map(fold, number.conditions)), number.kind, number.during


def _only_takes(number: Number, before: Article) -> bool:
    """Whether a new line only takes away: no exception that is milder, nothing that was never offered.

    `costs` and `charged` say that there is something to be had; so does `adds`, unless its time was promised before.
    """
    if number.once or number.unless or number.until:
        return False
    if number.kind in (kinds.NOT_POSSIBLE, kinds.CLOSED):
        return True
    same = {other.kind for other in before.numbers if fold(other.name) == fold(number.name)}
    return number.kind == kinds.ADDS and bool(same) and same <= {kinds.TAKE, kinds.ADDS}


def _keeps(now: Number, then: Number) -> bool:
    terms = zip(_terms(now), _terms(then), strict=True)
    if any(fold(ours) != fold(theirs) for ours, theirs in terms) or now.in_advance != then.in_advance:
        return False
    if fold(now.unless) != fold(then.unless) and (then.unless or now.kind not in _MAY_GAIN_EXCEPTIONS):
        return False
    if then.kind == kinds.ONLY:
        return set(map(fold, now.choices)) <= set(map(fold, then.choices))
    if now.amount is None or then.amount is None:
        return now.amount == then.amount
    return _is_cautious(then.kind, now.amount, then.amount)


def _terms(number: Number) -> tuple[str, ...]:
    return number.start, number.end, number.once, number.until


def _is_cautious(kind: str, now: Amount, then: Amount) -> bool:
    if now == then:
        return True
    comparable = (now.unit.family, now.per, now.about) == (then.unit.family, then.per, then.about)
    if not comparable or now.dimensions or then.dimensions:
        return False
    if kind == kinds.AT_MOST and now.unit.family.startswith(_UNCOUNTED_FAMILIES):
        return False
    return _DIRECTIONS.get(kind, _never)(_ends(now), _ends(then))


def _ends(amount: Amount) -> _Ends:
    return amount.low * amount.unit.factor, amount.high * amount.unit.factor


def _more(now: _Ends, then: _Ends) -> bool:
    return now[0] >= then[0] and now[1] >= then[1]


def _less(now: _Ends, then: _Ends) -> bool:
    return now[0] <= then[0] and now[1] <= then[1]


def _within(now: _Ends, then: _Ends) -> bool:
    return now[0] >= then[0] and now[1] <= then[1]


def _never(_now: _Ends, _then: _Ends) -> bool:
    return False


_DIRECTIONS: dict[str, Callable[[_Ends, _Ends], bool]] = {
    kinds.TAKE: _more,
    kinds.AHEAD: _more,
    kinds.TOLERANCE: _more,
    kinds.ADDS: _more,
    kinds.COSTS: _more,
    kinds.GIVE: _less,
    kinds.AT_MOST: _less,
    kinds.GUARANTEED: _less,
    kinds.BETWEEN: _within,
}
"""The cautious direction of each kind; of any other, only the same amount is as cautious."""
