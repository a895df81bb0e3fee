"""The texts of an article with their places, and who they are for: what the rules look through. Judges none of them."""

from collections.abc import Iterator
from typing import NamedTuple

from kb.model.article import INSIDE, SALES, Article
from kb.model.library import Library
from kb.model.prose import Block

_HEADINGS = {
    "say": "## Say",
    "customers_say": "## Customers say",
    "numbers": "## Numbers",
    "dont_say": "## Don't say",
    "why": "## Why",
    "worth_telling": "## Worth telling",
    "push_back": "## If they push back",
    "inside": "## Inside only",
}
_INSTEAD = "instead:"
_LONGEST_ANSWER = 5_000
_CLOSED = "the whole article is inside."
"""How reading ends the sentence about what makes an article inside until it is mended."""


class Text(NamedTuple):
    """A stretch of an article's text."""

    text: str
    line: int


class Part(NamedTuple):
    """The blocks of one section, and who reads it."""

    blocks: tuple[Block, ...]
    audience: str


def told(library: Library) -> Iterator[Article]:
    """The articles that somebody is meant to tell: all but those for inside, also those that are so until mended."""
    without_reader = {article.path for article in nameless(library)}
    return (article for article in library.articles if article.audience != INSIDE or article.path in without_reader)


def nameless(library: Library) -> Iterator[Article]:
    """The articles that are inside only because no reader is named."""
    broken = {problem.path for problem in library.problems if problem.sentence.endswith(_CLOSED)}
    for article in library.articles:
        if article.audience == INSIDE and not article.audience_written and article.path not in broken:
            yield article


def parts(article: Article) -> tuple[Part, ...]:
    """Every section that is made of blocks."""
    own = article.audience
    return (
        Part(article.say, own),
        Part(article.why, own),
        Part(article.worth_telling, own),
        Part(article.push_back, own if own == INSIDE else SALES),
        Part(article.inside, INSIDE),
    )


def answer(article: Article) -> Iterator[Text]:
    """The paragraphs of the answer, without what follows some thousands of characters: nobody says that anyway."""
    left = _LONGEST_ANSWER
    for block in article.say:
        if left > 0:
            yield Text(block.text[:left], block.line or article.line_of("say"))
        left -= len(block.text)


def heard(article: Article) -> Iterator[Text]:
    """What a customer may hear or read: all but their own words, what not to say, and what is for inside."""
    yield Text(article.title, article.line_of("title"))
    for part in parts(article)[:-1]:
        yield from (Text(block.text, block.line) for block in part.blocks)
    yield from (Text(number.text, number.line) for number in article.numbers)
    yield from (Text(_after_instead(line.text), line.line) for line in article.dont_say)


def every_text(article: Article) -> Iterator[Text]:
    """All that is written in the article, also for inside."""
    yield Text(article.title, article.line_of("title"))
    yield from (Text(tag, article.line_of("tags")) for tag in article.tags)
    yield from (Text(alias, article.line_of("aliases")) for alias in article.aliases)
    for part in parts(article):
        yield from (Text(block.text, block.line) for block in part.blocks)
    yield from (Text(number.text, number.line) for number in article.numbers)
    yield from (Text(line.text, line.line) for line in (*article.customers_say, *article.dont_say))


def section(article: Article, key: str) -> str:
    """How the article's writer names a section: `## Numbers` in Markdown, `numbers:` in YAML.

    >>> section(Article(slug="moq", path="articles/moq.md", title="?"), "numbers")
    '`## Numbers`'
    """
    return f"`{_HEADINGS[key]}`" if article.path.casefold().endswith(".md") else f"`{key}:`"


def line_of_section(article: Article, key: str) -> int:
    """The line of a section's heading; the title's where the section is missing."""
    return dict(article.key_lines).get(key) or article.line_of("title")


def place(article: Article, line: int) -> str:
    """`articles/moq.md:4`, or the file alone where the line is not known."""
    return f"{article.path}:{line}" if line else article.path


def _after_instead(text: str) -> str:
    return text[at + len(_INSTEAD) :] if (at := text.casefold().find(_INSTEAD)) >= 0 else ""
