"""What one version of an answer says otherwise than another, line by line and word by word; lays nothing out."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import NamedTuple

from kb.model.article import Article
from kb.model.published import SalesArticle

_ALIKE = 0.4
"""Lines with fewer words in common (from 0 to 1) are shown as two, not as one that was changed."""


class Words(NamedTuple):
    """Some words of a line that stand together."""

    text: str
    differs: bool
    """Whether the other version has not got them here."""


class Change(NamedTuple):
    """One line that differs."""

    section: str
    """`Numbers`."""

    was: tuple[Words, ...]
    """Empty where the line is new."""

    now: tuple[Words, ...]
    """Empty where the line has gone."""


def differences(before: Article | SalesArticle, now: Article | SalesArticle) -> tuple[Change, ...]:
    """Every line that differs in what a signature covers, in the order of the screen.

    Emphasis and where links lead are not compared. What anybody is shown of it is made of their own edition.
    """
    sections = zip(_sections(before), _sections(now), strict=True)
    return tuple(Change(name, *pair) for (name, was), (_name, text) in sections for pair in _changed_lines(was, text))


def text_of(words: Sequence[Words]) -> str:
    """The line as it stands."""
    return " ".join(part.text for part in words)


def _sections(article: Article | SalesArticle) -> Iterator[tuple[str, list[str]]]:
    yield "Question", [article.title]
    yield "For", [article.audience]
    yield "Say", [block.text for block in article.say]
    yield "Numbers", [number.text for number in article.numbers]
    yield "Don't say", [line.text for line in article.dont_say]
    yield "Why", [block.text for block in article.why]
    yield "Worth telling", [block.text for block in article.worth_telling]
    yield "If they push back", [block.text for block in article.push_back]


def _changed_lines(was: list[str], now: list[str]) -> Iterator[tuple[tuple[Words, ...], tuple[Words, ...]]]:
    was, now = [" ".join(line.split()) for line in was], [" ".join(line.split()) for line in now]
    for kind, start, end, new_start, new_end in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if kind != "equal":
            for one, other in zip_longest(was[start:end], now[new_start:new_end], fillvalue=""):
                yield from _changed_words(one.split(), other.split())


def _changed_words(was: list[str], now: list[str]) -> Iterator[tuple[tuple[Words, ...], tuple[Words, ...]]]:
    matcher = SequenceMatcher(None, was, now, autojunk=False)
    if not was or not now or matcher.ratio() < _ALIKE:
        yield from ([(_whole(was), ())] if was else [])
        yield from ([((), _whole(now))] if now else [])
        return
    codes = matcher.get_opcodes()
    ours = (Words(" ".join(was[start:end]), kind != "equal") for kind, start, end, _, _ in codes if end > start)
    theirs = (Words(" ".join(now[start:end]), kind != "equal") for kind, _, _, start, end in codes if end > start)
    yield tuple(ours), tuple(theirs)


def _whole(words: list[str]) -> tuple[Words, ...]:
    return (Words(" ".join(words), differs=False),)
