"""Whether the prose of one version of an answer says a figure, a date or a big word that the one before did not.

It compares words, not sense: a promise without any of those passes unseen.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from kb.model import number as kinds
from kb.model.article import Article
from kb.model.number import Amount, Number
from kb.text import fold
from kb.words.amounts import find_amounts, find_unreadable
from kb.words.dates import find_seasons
from kb.words.lists import word_set

_BIG_WORDS = word_set(
    "always guarantee guaranteed guarantees exact exactly free certainly definitely promise promised any every all "
    "perfect perfectly unlimited whatever whenever instantly immediately overnight today tomorrow"
)
"""Words that promise without a figure."""

_SLOW_END = (kinds.TAKE, kinds.AHEAD, kinds.TOLERANCE, kinds.ADDS, kinds.COSTS)
_LOW_END = (kinds.GIVE, kinds.AT_MOST, kinds.GUARANTEED)

_Figure = tuple[str, str, Decimal, Decimal, tuple[Decimal, ...]]


def says_nothing_more(article: Article, before: Article) -> bool:
    """Whether the prose of the article says nothing of the kind that neither its numbers nor its prose before say."""
    now, then = "\n".join(_prose(article)), "\n".join(_prose(before))
    if not _big_words(now) <= _big_words(then) or not _unclear(now) <= _unclear(then):
        return False
    stated = {figure for number in article.numbers for figure in _stated(number)}
    return set(_figures(now)) <= set(_figures(then)) | stated


def _prose(article: Article) -> Iterator[str]:
    yield article.title
    for blocks in (article.say, article.why, article.worth_telling, article.push_back):
        yield from (block.text for block in blocks)


def _big_words(text: str) -> set[str]:
    return set(re.findall(r"\w+", fold(text))) & _BIG_WORDS


def _unclear(text: str) -> set[str]:
    """Dates, and digits that cannot be read for sure: both have to be the same as before."""
    places = [(season.start, season.end) for season in find_seasons(text)]
    places += [(digits.start, digits.end) for digits in find_unreadable(text)]
    return {fold(text[start:end]) for start, end in places}


def _figures(text: str) -> Iterator[_Figure]:
    return (_figure(found.amount) for found in find_amounts(text))


def _stated(number: Number) -> Iterator[_Figure]:
    """The figures that a number line lets one say: the whole of it, and the end that may be promised."""
    if number.amount is None:
        return
    yield _figure(number.amount)
    unit, per, low, high, sizes = _figure(number.amount)
    if number.kind in _SLOW_END:
        yield unit, per, high, high, sizes
    elif number.kind in _LOW_END:
        yield unit, per, low, low, sizes


def _figure(amount: Amount) -> _Figure:
    factor = amount.unit.factor
    sizes = tuple(size * factor for size in amount.dimensions)
    return amount.unit.family, fold(amount.per), amount.low * factor, amount.high * factor, sizes
