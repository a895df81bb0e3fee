"""Whether one version of an answer promises no more than another: number against number, each in its own direction."""

from collections.abc import Callable
from decimal import Decimal

from kb.model import number as kinds
from kb.model.article import AUDIENCES, Article
from kb.model.number import Amount, Number
from kb.text import canonical, fold

_BURDENS = (kinds.ADDS, kinds.COSTS, kinds.CHARGED, kinds.NOT_POSSIBLE, kinds.CLOSED)
"""What only takes away: a new one promises nothing."""

_Ends = tuple[Decimal, Decimal]


def is_as_cautious(article: Article, before: Article) -> bool:
    """Whether the article is in every number as cautious as it was before, or more so, and open to nobody else.

    What nobody should say still stands there, and no number has gone or come that would promise anything.
    """
    said = {canonical(line.text) for line in article.dont_say}
    if AUDIENCES.index(article.audience) < AUDIENCES.index(before.audience):
        return False
    if not {canonical(line.text) for line in before.dont_say} <= said:
        return False
    now, then = _by_name(article), _by_name(before)
    if now is None or then is None or not then.keys() <= now.keys():
        return False
    new = (now[key] for key in now.keys() - then.keys())
    return all(number.kind in _BURDENS for number in new) and all(_keeps(now[key], then[key]) for key in then)


def _by_name(article: Article) -> dict[tuple[object, ...], Number] | None:
    """The numbers by what they are of; None where two are of the same, so that nothing tells which is which."""
    named = {_key(number): number for number in article.numbers}
    return named if len(named) == len(article.numbers) else None


def _key(number: Number) -> tuple[object, ...]:
    return fold(number.name), frozenset(map(fold, number.conditions)), number.kind, number.during


def _keeps(now: Number, then: Number) -> bool:
    terms = zip(_terms(now), _terms(then), strict=True)
    if any(fold(ours) != fold(theirs) for ours, theirs in terms) or now.in_advance != then.in_advance:
        return False
    if fold(now.unless) != fold(then.unless) and then.unless:
        return False  # another exception may be a smaller one
    if then.kind == kinds.ONLY:
        return set(map(fold, now.choices)) <= set(map(fold, then.choices))
    if now.amount is None or then.amount is None:
        return now.amount == then.amount
    return _is_cautious(then.kind, now.amount, then.amount)


def _terms(number: Number) -> tuple[str, ...]:
    return number.start, number.end, number.once, number.until


def _is_cautious(kind: str, now: Amount, then: Amount) -> bool:
    if (now.unit, now.per, now.about, now.dimensions) == (then.unit, then.per, then.about, then.dimensions) and (
        now.low,
        now.high,
    ) == (then.low, then.high):
        return True
    comparable = (now.unit.family, now.per, now.about) == (then.unit.family, then.per, then.about)
    if not comparable or now.dimensions or then.dimensions:
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
