"""Number lines and Don't-say lines with the words by which a text touches them; looks into no text."""

from typing import TYPE_CHECKING, NamedTuple

from kb.desk.promises.lexicon import Lexicon, Phrase
from kb.model.number import Number
from kb.text import fold
from kb.words.amounts import find_amounts
from kb.words.dontline import DontSay, read_dont_say
from kb.words.figures import NUMBER_WORDS
from kb.words.lists import word_set
from kb.words.roots import name_words, placed_words, root

if TYPE_CHECKING:  # a check that finds the ground ready needs it not
    from kb.model.published import SalesArticle

SMALLEST = frozenset(
    map(root, word_set("smallest minimum least finest shortest thinnest lightest lowest fewest narrowest min"))
)


class Line(NamedTuple):
    """One number line with the words that touch it."""

    article: str
    desk: str
    number: Number
    name: Phrase
    key: str
    """The name folded: lines with the same are siblings."""

    conditions: tuple[Phrase, ...]
    quantity: bool
    """Whether a condition is a quantity, such as `under 1,000 boxes`."""

    smallest: bool
    """Whether the name says that more is fine; that word is not among those of `name`."""


class Phrases(NamedTuple):
    """A Don't-say line with its phrases by words."""

    article: str
    desk: str
    line: DontSay
    phrases: tuple[tuple[str, ...], ...]
    what: Phrase | None


def line_of(number: Number, article: "SalesArticle", lexicon: Lexicon) -> Line:
    """A number line of an article, ready to be looked for."""
    return _line(number, article.slug, article.desk, lexicon)


def notice_line(number: Number, slug: str, lexicon: Lexicon) -> Line:
    """A number line of a notice."""
    return _line(number, slug, "", lexicon)


def phrases_of(text: str, article: "SalesArticle", lexicon: Lexicon) -> Phrases | None:
    """A line of Don't say with the words of its phrases; None where it quotes nothing."""
    line = read_dont_say(text)
    if line is None:
        return None
    phrases = tuple(_dont_words(phrase) for phrase in line.phrases)
    what = lexicon.phrase(line.what) if line.what else None
    return Phrases(article.slug, article.desk, line, phrases, what)


def parts_of(line: Line) -> tuple[Phrase, ...]:
    """The name of a line and its conditions."""
    return (line.name, *line.conditions)


def _line(number: Number, slug: str, desk: str, lexicon: Lexicon) -> Line:
    words = name_words(number.name)
    smallest = not SMALLEST.isdisjoint(words)
    core = tuple(word for word in words if word not in SMALLEST) if smallest else words
    conditions = tuple(lexicon.phrase(text) for text in number.conditions)
    quantity = any(_may_count(text) and find_amounts(text) for text in number.conditions)
    name = lexicon.phrase(number.name, core)
    if smallest:
        whole = lexicon.phrase(number.name)
        extra = tuple((group, frozenset(range(len(core)))) for group, own in whole.groups if len(own) == len(words))
        name = name._replace(groups=(*name.groups, *extra))
    return Line(slug, desk, number, name, fold(number.name), conditions, quantity, smallest)


def _dont_words(phrase: str) -> tuple[str, ...]:
    told = name_words(phrase)
    return told if len(told) > 1 else tuple(word.root for word in placed_words(phrase))


def _may_count(text: str) -> bool:
    """Whether a figure may stand there, in digits or in words."""
    return any(word[0].isdigit() for word in text.split()) or not NUMBER_WORDS.isdisjoint(text.lower().split())
