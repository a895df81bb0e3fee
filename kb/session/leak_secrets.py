"""What one reader may not see of a content folder, and what the reader may: the second opinion on every hand-out.

It shares no rule with `kb.desk.publish`: who may read which field of an article stands here once more, so that a
mistake there is found by this. It looks at no file that was handed out.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kb.model.article import CUSTOMER, SALES, Article
from kb.model.library import Frame
from kb.model.number import Number
from kb.model.prose import Block, Line

_OF_ARTICLE: dict[str, dict[str, frozenset[str]]] = {
    CUSTOMER: {CUSTOMER: frozenset({"title", "slug", "tags", "say", "numbers", "why", "worth_telling"})},
    SALES: dict.fromkeys(
        (CUSTOMER, SALES),
        frozenset(
            {"title", "slug", "tags", "say", "numbers", "why", "worth_telling", "aliases", "customers_say", "dont_say"}
        )
        | {"push_back", "desk", "audience"},
    ),
}
"""For each reader and each audience of an article, the fields that the reader may see; all others are secret."""

_NAMES = ("slug", "title", "aliases")
_TEXTS = (
    "slug", "title", "aliases", "tags", "say", "numbers", "why", "worth_telling", "customers_say", "dont_say",
    "push_back", "inside", "desk",
)  # fmt: skip


class Secrets(NamedTuple):
    """The two sides of a reader's fence."""

    texts: tuple[str, ...]
    """Of which no run of words may be shown that stands in no open text."""

    names: tuple[str, ...]
    """Which may not be shown at all, unless they stand in an open text."""

    open: tuple[str, ...]
    customers: tuple[str, ...] = ()
    """Names of customers, which may not be shown even where they stand in an open text."""


def secrets_of(articles: Iterable[Article], frame: Frame, reader: str) -> Secrets:
    """What of articles and frame is closed to the reader (`customer` or `sales`), and what is open."""
    closed: list[str] = []
    names: list[str] = []
    opened = [frame.company.name, *_open_frame(frame, reader)]
    for article in articles:
        fields = _OF_ARTICLE[reader].get(article.audience, frozenset())
        for field in _TEXTS:
            (opened if field in fields else closed).extend(_texts(getattr(article, field)))
        if not fields:
            names += [text for field in _NAMES for text in _texts(getattr(article, field))]
    closed += _closed_frame(frame) if reader == CUSTOMER else []
    return Secrets(tuple(closed), tuple(names), tuple(opened))


def _texts(value: object) -> Iterator[str]:
    """The texts of a field, each a unit of its own."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts_of_part(each)
        yield " ".join(each for each in value if isinstance(each, str))


def _texts_of_part(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, Number | Line):
        yield part.text
    elif isinstance(part, Block):
        yield part.text
        yield " ".join(span.text for cell in part.cells for span in cell)
        yield from (span.target for cell in part.cells for span in cell if span.target)


def _open_frame(frame: Frame, reader: str) -> Iterator[str]:
    for step in frame.process.steps:
        yield from (step.name, step.short, step.takes_text)
    yield from (route.for_what for route in frame.process.routes)
    for term in frame.terms:
        if reader == SALES or not term.avoid:
            yield from (term.term, *term.customers, term.means, term.instead)
    if reader == SALES:
        yield from _closed_frame(frame)


def _closed_frame(frame: Frame) -> Iterator[str]:
    """What only sales may read around the articles."""
    for desk in frame.desks:
        yield from (desk.name, desk.reach, desk.knows, desk.proud, desk.visit, desk.sales_voice)
    for step in frame.process.steps:
        yield from (step.what, step.why)
    for term in frame.terms:
        if term.avoid:
            yield from (term.term, term.means, term.instead)
