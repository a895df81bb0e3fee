"""The one place in which a reader's edition of the content is made: what a customer or a salesperson may see.

Nothing is taken away here: each edition is built field by field from what its reader may see, so that whatever is not
named is denied. It does not choose what goes on a hand-out, and lays nothing out.
"""

import re
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import replace

from kb.model.agreement import Standing
from kb.model.article import CUSTOMER, SALES, Article, Outline, may_read
from kb.model.number import Number
from kb.model.prose import ARTICLE, LINK, PLAIN, Block, Line, Span
from kb.model.published import CustomerArticle, SalesArticle
from kb.text import fold

NEUTRAL_WORDS = "further information"
"""What stands in the place of a link's text that would name an article its reader may not see."""

_NAME = re.compile(r"(?<![\w-])\w+(?:-\w+)*(?![\w-])")
_ADDRESSES = ("http://", "https://", "mailto:")

Blocks = tuple[Block, ...]
Unnamed = Callable[[str], str]
Standings = Mapping[str, Standing]
"""How the answers stand on the day, by slug; nothing where signatures play no part."""

_NONE: Standings = {}


def readable_slugs(articles: Iterable[Article | Outline], reader: str) -> frozenset[str]:
    """The slugs of the articles that the reader (`customer` or `sales`) may see."""
    return frozenset(article.slug for article in articles if may_read(reader, article.audience))


def hidden_names(articles: Iterable[Article | Outline], reader: str) -> frozenset[str]:
    """What gives away an article that the reader may not see: its slug, title and aliases, folded."""
    return frozenset(
        fold(name)
        for article in articles
        if not may_read(reader, article.audience)
        for name in (article.slug, article.title, *article.aliases)
    )


def sales_edition(articles: Iterable[Article], standings: Standings = _NONE) -> tuple[SalesArticle, ...]:
    """All that a salesperson may see of these articles, in their order, with how each stands."""
    library = tuple(articles)
    readable, hidden = readable_slugs(library, SALES), hidden_names(library, SALES)
    editions = (for_sales(article, readable, hidden) for article in library)
    return tuple(replace(edition, standing=standings.get(edition.slug)) for edition in editions if edition)


def customer_edition(articles: Iterable[Article], standings: Standings = _NONE) -> tuple[CustomerArticle, ...]:
    """All that a customer may see of these articles, in their order, with how each stands."""
    library = tuple(articles)
    readable, hidden = readable_slugs(library, CUSTOMER), hidden_names(library, CUSTOMER)
    editions = (for_customers(article, readable, hidden) for article in library)
    return tuple(replace(edition, standing=standings.get(edition.slug)) for edition in editions if edition)


def for_sales(article: Article, readable: Container[str], hidden: frozenset[str] = frozenset()) -> SalesArticle | None:
    """What a salesperson may see of the article; None when that is nothing.

    `readable` are the slugs that this reader may see, `hidden` the names of those that are not (`hidden_names`): a link
    to another article loses its target, and where its text is just a name, the text too.
    """
    if not may_read(SALES, article.audience):
        return None
    clean, unnamed = _cleaner(readable, hidden), _unnamer(article, hidden)
    return SalesArticle(
        slug=article.slug,
        title=article.title,
        tags=article.tags,
        say=clean(article.say),
        numbers=_numbers(article.numbers, unnamed),
        why=clean(article.why),
        worth_telling=clean(article.worth_telling),
        path=article.path,
        audience=article.audience,
        desk=article.desk,
        aliases=article.aliases,
        customers_say=_lines(article.customers_say, unnamed),
        dont_say=_lines(article.dont_say, unnamed),
        push_back=clean(article.push_back),
    )


def for_customers(
    article: Article, readable: Container[str], hidden: frozenset[str] = frozenset()
) -> CustomerArticle | None:
    """What a customer may see of the article, as `for_sales` says."""
    if not may_read(CUSTOMER, article.audience):
        return None
    clean, unnamed = _cleaner(readable, hidden), _unnamer(article, hidden)
    return CustomerArticle(
        slug=article.slug,
        title=article.title,
        tags=article.tags,
        say=clean(article.say),
        numbers=_numbers(article.numbers, unnamed),
        why=clean(article.why),
        worth_telling=clean(article.worth_telling),
    )


def _cleaner(readable: Container[str], hidden: frozenset[str]) -> Callable[[Blocks], Blocks]:
    """Takes from blocks every link that leads where the reader may not go, and their place in the file."""

    def cleaned(blocks: Blocks) -> Blocks:
        return tuple(
            Block(block.kind, tuple(tuple(_safe(span, readable, hidden) for span in cell) for cell in block.cells))
            for block in blocks
        )

    return cleaned


def _safe(span: Span, readable: Container[str], hidden: frozenset[str]) -> Span:
    if span.style != LINK:
        return Span(span.text, span.style)
    if span.target.startswith(ARTICLE):
        return _safe_reference(span, readable, hidden)
    if span.target.casefold().startswith(_ADDRESSES):
        return span
    return Span(span.text, PLAIN)


def _safe_reference(span: Span, readable: Container[str], hidden: frozenset[str]) -> Span:
    slug = span.target.removeprefix(ARTICLE)
    if slug in readable:
        return span
    name = fold(span.text)
    gives_away = name in hidden or name.replace(" ", "-") == fold(slug)
    return Span(NEUTRAL_WORDS if gives_away else span.text, PLAIN)


# The line on which a text stands tells how much was written before it, so it changes with text that a reader may not
# see: no edition holds it.


def _numbers(numbers: tuple[Number, ...], unnamed: Unnamed) -> tuple[Number, ...]:
    return tuple(_number(number, unnamed)._replace(line=0) for number in numbers)


def _number(number: Number, unnamed: Unnamed) -> Number:
    if unnamed(number.text) == number.text:
        return number
    return number._replace(
        name=unnamed(number.name),
        conditions=tuple(map(unnamed, number.conditions)),
        choices=tuple(map(unnamed, number.choices)),
        start=unnamed(number.start),
        end=unnamed(number.end),
        once=unnamed(number.once),
        unless=unnamed(number.unless),
        until=unnamed(number.until),
        amount_text=unnamed(number.amount_text),
        text=unnamed(number.text),
    )


def _lines(lines: tuple[Line, ...], unnamed: Unnamed) -> tuple[Line, ...]:
    return tuple(Line(unnamed(line.text)) for line in lines)


def _unnamer(article: Article, hidden: frozenset[str]) -> Unnamed:
    """Takes from a plain line the slugs of what its reader may not see: there a link is nothing but its slug.

    A slug of one word is an ordinary word unless the article links to it.
    """
    linked = hidden.intersection(fold(link.target.removeprefix(ARTICLE)) for link in article.mentions)

    def safe(found: re.Match[str]) -> str:
        name = fold(found.group())
        return NEUTRAL_WORDS if name in linked or ("-" in name and name in hidden) else found.group()

    return lambda text: _NAME.sub(safe, text) if linked or "-" in text else text
