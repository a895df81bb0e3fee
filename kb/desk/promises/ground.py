"""What promises are checked against: the lines that a salesperson may read, looked up by the words that say them."""

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from kb.desk.calendar import Calendar, calendar_of
from kb.desk.promises.lexicon import Lexicon, Phrase, lexicon_of
from kb.desk.promises.lines import Line, Phrases, line_of, notice_line, parts_of, phrases_of
from kb.model import number as kinds
from kb.model.number import Number
from kb.text import fold
from kb.words.misspelt import spelt
from kb.words.roots import name_words

if TYPE_CHECKING:  # a check that finds the ground ready needs none of them
    from kb.model.library import Frame
    from kb.model.published import SalesArticle

_HEADS = 3
"""So many names or conditions end in a word that says nothing apart: `box`, `order`."""

_Key = TypeVar("_Key", bound=Hashable)


class Ground(NamedTuple):
    """A company's numbers and words."""

    lines: tuple[Line, ...]
    by_word: dict[str, tuple[int, ...]]
    """Places in `lines`, by a root of the name or a condition."""

    by_group: dict[int, tuple[int, ...]]
    by_key: dict[str, tuple[int, ...]]
    by_unit: dict[str, tuple[int, ...]]
    dont_say: tuple[Phrases, ...]
    dont_by_word: dict[str, tuple[tuple[int, int], ...]]
    """By the first word of a phrase: the line and which of its phrases."""

    lexicon: Lexicon
    spelt: frozenset[str]
    """The company's words as they are written: what a misspelt word may stand for."""

    joint: re.Pattern[str] | None
    """Finds names with an *and* in them in folded text; None where the company has none."""

    generic: frozenset[str]
    """Words that so many lines end in that they tell none apart."""

    numbers: tuple[Number, ...]
    notices: tuple[Line, ...]
    """Those that came with a notice; they are among `lines` too."""

    season_adds: tuple[Line, ...]
    """`adds` lines without FOR WHAT: they change every line of their name."""

    lone_adds: tuple[Line, ...]
    """Those of them whose name has no time of its own: `export delivery: adds 3 to 5 working days`."""

    lone_ways: tuple[tuple[frozenset[str], ...], ...]
    """For each of them the roots that say it, one way or another."""

    calendar: Calendar
    closing: tuple[Line, ...]
    unquotable: frozenset[str]
    desks: tuple[str, ...]
    keys_of: dict[str, frozenset[str]]
    """By a root: the keys of the lines that have it in their name or a condition."""

    article_words: dict[str, frozenset[str]]
    """By the slug of an article: the roots of its title and of the names and conditions of its lines."""

    desk_words: frozenset[str]
    """Words of the names of desks, folded: who does it."""

    condition_keys: dict[tuple[str, ...], frozenset[str]]
    """By the roots of a condition: the keys of the lines that have it."""

    condition_words: dict[tuple[str, str], frozenset[str]]
    """By a key and a root: the conditions under that name that it is a word of."""


def ground_of(
    articles: "Iterable[SalesArticle]",
    frame: "Frame",
    notices: Sequence[tuple[Number, str]] = (),
    unquotable: frozenset[str] = frozenset(),
) -> Ground:
    """The ground of a company; `notices` are numbers in force just now, each with its slug, ending where they say."""
    told = tuple(articles)
    lexicon = lexicon_of(frame.terms)
    lines = _lines(told, notices, lexicon)
    lexicon.known.update(name_words(frame.company.name))
    dont = [phrases for one in told for line in one.dont_say if (phrases := phrases_of(line.text, one, lexicon))]
    numbers = tuple(line.number for line in lines)
    generic = _generic(lines)
    taking = {line.key for line in lines if line.number.kind == kinds.TAKE}
    lone = tuple(one for one in lines if _adds(one) and one.key not in taking)
    return Ground(
        lines=tuple(lines),
        by_word=_index(
            (word, at) for at, line in enumerate(lines) for part in parts_of(line) for word in _telling(part, generic)
        ),
        by_group=_index(
            (group, at) for at, line in enumerate(lines) for part in parts_of(line) for group, _ in part.groups
        ),
        by_key=_index((line.key, at) for at, line in enumerate(lines)),
        by_unit=_index((line.number.amount.unit.family, at) for at, line in enumerate(lines) if line.number.amount),
        dont_say=tuple(dont),
        dont_by_word=_firsts(dont),
        lexicon=lexicon,
        spelt=_spelt(told, frame),
        joint=_joint(told, frame),
        generic=generic,
        numbers=numbers,
        notices=tuple(lines[len(lines) - len(notices) :]),
        season_adds=tuple(filter(_adds, lines)),
        lone_adds=lone,
        lone_ways=tuple(_ways_without_head(lexicon, one) for one in lone),
        calendar=calendar_of(numbers),
        closing=tuple(line for line in lines if line.number.kind == kinds.CLOSED),
        unquotable=unquotable,
        desks=tuple(desk.key for desk in frame.desks),
        keys_of=_keys_by_word(lines),
        article_words=_by_article(told, lines, lexicon),
        desk_words=frozenset(word for desk in frame.desks for word in fold(f"{desk.key} {desk.name}").split()),
        condition_keys=_condition_keys(lines),
        condition_words=_conditions_by_word(lines),
    )


def _ways_without_head(lexicon: Lexicon, line: Line) -> tuple[frozenset[str], ...]:
    """The roots of a name and of its synonyms but for its last word: `export` says `export delivery`, as *abroad* does.

    The whole name, where it is one word.
    """
    head = line.name.words[-1:]
    whole = [group for group, own in line.name.groups if len(own) == len(line.name.words)]
    named = [line.name.words]
    named += [one.words for word in lexicon.by_word.values() for one in word if one.group in whole]
    ways = (frozenset(word for word in words if word not in head or len(words) == 1) for words in named)
    return tuple(dict.fromkeys(filter(None, ways)))


def _adds(line: Line) -> bool:
    return line.number.kind == kinds.ADDS and not line.conditions


def _lines(told: "Sequence[SalesArticle]", notices: Sequence[tuple[Number, str]], lexicon: Lexicon) -> list[Line]:
    """All number lines, those of notices last; their words become known to the lexicon."""
    lines = [line_of(number, one, lexicon) for one in told for number in one.numbers]
    lines += [notice_line(number, slug, lexicon) for number, slug in notices]
    for line in lines:
        lexicon.known.update(line.name.words, *(phrase.words for phrase in line.conditions))
    for one in told:
        lexicon.known.update(name_words(one.title))
    return lines


def _by_article(told: "Sequence[SalesArticle]", lines: Sequence[Line], lexicon: Lexicon) -> dict[str, frozenset[str]]:
    ways: dict[int, set[str]] = {}
    for wording in chain.from_iterable(lexicon.by_first.values()):
        ways.setdefault(wording.group, set()).update(wording.words)
    found = {one.slug: set(name_words(one.title)) for one in told}
    for line in lines:
        for phrase in parts_of(line):
            own = found.setdefault(line.article, set())
            own.update(phrase.words, *(ways[group] for group, _ in phrase.groups))
    return {slug: frozenset(words) for slug, words in found.items()}


def _telling(phrase: Phrase, generic: frozenset[str]) -> tuple[str, ...]:
    """The words by which a phrase is looked up; generic ones only where it has no others."""
    return tuple(word for word in phrase.words if word not in generic) or phrase.words


def _keys_by_word(lines: Sequence[Line]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in lines:
        for phrase in parts_of(line):
            for word in phrase.words:
                found.setdefault(word, set()).add(line.key)
    return {word: frozenset(keys) for word, keys in found.items()}


def _conditions_by_word(lines: Sequence[Line]) -> dict[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for line in lines:
        for phrase in line.conditions if line.number.kind != kinds.ADDS else ():
            for word in phrase.words:
                found.setdefault((line.key, word), set()).add(" ".join(phrase.words))
    return {key: frozenset(texts) for key, texts in found.items()}


def _condition_keys(lines: Sequence[Line]) -> dict[tuple[str, ...], frozenset[str]]:
    found: dict[tuple[str, ...], set[str]] = {}
    for line in lines:
        for phrase in line.conditions:
            found.setdefault(phrase.words, set()).add(line.key)
    return {words: frozenset(keys) for words, keys in found.items()}


def _index(pairs: Iterable[tuple[_Key, int]]) -> dict[_Key, tuple[int, ...]]:
    found: dict[_Key, dict[int, None]] = {}
    for key, at in pairs:
        found.setdefault(key, {})[at] = None
    return {key: tuple(places) for key, places in found.items()}


def _firsts(lines: Sequence[Phrases]) -> dict[str, tuple[tuple[int, int], ...]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for at, line in enumerate(lines):
        for which, words in enumerate(line.phrases):
            if words:
                found.setdefault(words[0], []).append((at, which))
    return {word: tuple(places) for word, places in found.items()}


def _joint(articles: "Sequence[SalesArticle]", frame: "Frame") -> re.Pattern[str] | None:
    names = (text for one in articles for number in one.numbers for text in (number.name, *number.conditions))
    terms = (way for term in frame.terms for way in (term.term, *term.customers))
    ways = {fold(text) for text in chain(names, terms) if re.search(r"\b(?:and|or)\b", fold(text))}
    return re.compile("|".join(rf"\b{re.escape(way)}\b" for way in sorted(ways))) if ways else None


def _spelt(articles: "Sequence[SalesArticle]", frame: "Frame") -> frozenset[str]:
    numbers = (text for one in articles for number in one.numbers for text in (number.name, *number.conditions))
    terms = (way for term in frame.terms for way in (term.term, *term.customers))
    wordings = (line.text for one in articles for line in one.dont_say)
    titles = (one.title for one in articles)
    return spelt(chain(numbers, terms, wordings, titles))


def _generic(lines: Iterable[Line]) -> frozenset[str]:
    phrases = {part.words for line in lines for part in parts_of(line) if part.words}
    heads = Counter(words[-1] for words in phrases)
    return frozenset(head for head, count in heads.items() if count >= _HEADS)
