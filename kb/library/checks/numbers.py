"""Rules about numbers: they agree with each other and with the answer, and say which way is safe. Reads none anew."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kb.library.checks.texts import answer, place, told
from kb.model.article import Article
from kb.model.library import Library
from kb.model.number import ADDS, AT_LEAST, TAKE, Number
from kb.model.problem import WARNING, Problem
from kb.text import fold
from kb.words.compare import contradicts, other_amounts
from kb.words.near import did_you_mean
from kb.words.readback import says_smallest
from kb.words.spoken import amount_words
from kb.words.tokens import content_stems
from kb.words.unreadable import shown


class _Named(NamedTuple):
    path: str
    number: Number
    stems: frozenset[str]
    """Of its conditions, else of its name: an answer that has them all speaks of it."""


def numbers_agree(library: Library) -> Iterator[Problem]:
    """No two lines say different things of the same name and conditions."""
    alike: dict[tuple[str, frozenset[str]], dict[str, tuple[Article, Number]]] = defaultdict(dict)
    for article in library.articles:
        for number in article.numbers:
            before = alike[fold(number.name), frozenset(map(fold, number.conditions))]
            other = next((pair for pair in before.values() if contradicts(pair[1], number)), None)
            if other:
                yield Problem(article.path, number.line, _disagreement(number, *other))
            before.setdefault(fold(number.text), (article, number))


def answers_agree_with_their_numbers(library: Library) -> Iterator[Problem]:
    """No answer says another amount than its numbers, nor one of another article's whose conditions it names."""
    named = [_named(article, number) for article in library.articles for number in article.numbers]
    for article in told(library):
        for text in answer(article) if article.numbers else ():
            for found, nearest in _other_amounts(article, text.text, named):
                sentence = (
                    f"The answer says '{found}', but no number here does; the nearest is '{shown(nearest.text)}'. Make "
                    "the two agree."
                )
                yield Problem(article.path, text.line, sentence, WARNING)


def additions_count_once(library: Library) -> Iterator[Problem]:
    """No `adds` line stands in two articles, where both would be added."""
    seen: dict[str, tuple[Article, Number]] = {}
    for article in library.articles:
        for number in article.numbers:
            if number.kind != ADDS:
                continue
            other, line = seen.setdefault(fold(number.text), (article, number))
            if other.path != article.path:
                sentence = f"'{shown(number.text)}' stands in {place(other, line.line)} too: both are added. Keep one."
                yield Problem(article.path, number.line, sentence, WARNING)


def notices_change_something(library: Library) -> Iterator[Problem]:
    """No notice adds to a time that nothing is called."""
    taken = {
        fold(number.name): number.name
        for article in library.articles
        for number in article.numbers
        if number.kind == TAKE
    }
    for notice in library.notices:
        for number in notice.numbers:
            if number.kind == ADDS and fold(number.name) not in taken:
                hint = did_you_mean(number.name, taken.values())
                sentence = f"no time is called '{shown(number.name)}', so this line changes nothing. {hint}".rstrip()
                yield Problem(notice.path, number.line, sentence, WARNING)


def strengths_are_guaranteed(library: Library) -> Iterator[Problem]:
    """No `at least` leaves open whether more is safe as well."""
    for article in library.articles:
        for number in article.numbers:
            if number.kind == AT_LEAST and number.amount and not says_smallest(number.name):
                sentence = (
                    f"'{number.name}: {number.amount_text}' leaves open whether more may be promised. If it surely "
                    f"does that much, write `guaranteed {amount_words(number.amount)}`; if it is the least that can be "
                    f"had, say so in its name, such as `smallest {number.name}`."
                )
                yield Problem(article.path, number.line, sentence, WARNING)


def _disagreement(number: Number, other_article: Article, other: Number) -> str:
    subject = ", ".join((number.name, *number.conditions))
    return (
        f"'{subject}' is '{number.amount_text}' here and '{other.amount_text}' in {place(other_article, other.line)}. "
        "Only one can be true: correct the other, or say what is different about it."
    )


def _named(article: Article, number: Number) -> _Named:
    said = " ".join(number.conditions or (number.name,))
    return _Named(article.path, number, frozenset(content_stems(said)))


def _other_amounts(article: Article, text: str, named: Iterable[_Named]) -> Iterator[tuple[str, Number]]:
    """The amounts that contradict the article's own numbers and are no other article's, each with the nearest."""
    own = other_amounts(text, article.numbers)
    if not own:
        return
    said = frozenset(content_stems(f"{article.title} {text}"))
    foreign = [other.number for other in named if other.path != article.path and other.stems <= said]
    fine = [number for number in foreign if not any(contradicts(number, mine) for mine in article.numbers)]
    left = {other.found for other in other_amounts(text, (*article.numbers, *fine))}
    yield from ((other.found.text, other.nearest) for other in own if other.found in left)
