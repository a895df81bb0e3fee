"""One article whole, as `kb show` prints it; which article, and who asks, is decided elsewhere."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from kb.model.article import INSIDE, Article
from kb.model.number import Number
from kb.model.prose import ARTICLE, BULLET, CODE, LINK, ORDERED, QUOTE, ROW, Block
from kb.model.prose import Line as Item
from kb.model.prose import Span as Written
from kb.model.published import SalesArticle
from kb.model.results import Today
from kb.render import page
from kb.render.answer import Desks, title_lines
from kb.render.differences import Change, difference_lines
from kb.render.numbers import Figure, figure_lines
from kb.render.page import Line, Page, Span, columns, line, verbatim, wrapped
from kb.render.standing import days, remark
from kb.render.times import now_lines, table_lines

INSIDE_HEADING = "Inside only (never leaves the company)"
DRAFT = "A new version that waits for signatures. Nobody says this yet."
INSIDE_ARTICLE = "Inside: this article never leaves the company."

_INDENT = 2
_FACT = 10
"""The column at which the facts below the article stand."""

_ADDRESSES = ("http://", "https://", "mailto:")
_MOST_WORDINGS = 3
_MARKS = {BULLET: "- ", QUOTE: "> "}


def show_page(
    article: SalesArticle, desks: Desks, today: Today | None = None, *, width: int, terminal: bool = False
) -> Page:
    """The article as a salesperson may read it, whether it may be said, its times as they are today.

    Nothing is cut but, on a terminal, the many wordings of customers: they push the answer off the screen.
    """
    room = page.page_width(width, terminal=terminal)
    most = _MOST_WORDINGS if terminal else None
    whole = readable(article, room, _whom(article, desks), today, most)
    return Page((*now_lines(today, room), *whole, *_facts(article, desks, room)))


def draft_page(
    article: SalesArticle, changes: Sequence[Change], desks: Desks, *, width: int, terminal: bool = False
) -> Page:
    """The writer's new version, which waits for signatures, and what in it differs from what was agreed."""
    room = page.page_width(width, terminal=terminal)
    warning = wrapped(line(DRAFT, page.WARNING), room)
    differs = _section("What differs from what was agreed is in [brackets]:", difference_lines(changes, room))
    waiting = readable(replace(article, standing=None), room)
    return Page((*warning, *differs, (), *waiting, *_facts(article, desks, room)))


def inside_page(article: Article, desks: Desks, *, width: int, terminal: bool = False) -> Page:
    """The article with its inside part, for the screen of somebody in the company and for nothing else."""
    room = page.page_width(width, terminal=terminal)
    warning = wrapped(line(INSIDE_ARTICLE, page.WARNING), room) if article.audience == INSIDE else []
    inside = _section(INSIDE_HEADING, _prose(article.inside, room), style=page.WARNING)
    return Page((*warning, *readable(article, room), *inside, *_facts(article, desks, room)))


def readable(
    article: SalesArticle | Article, width: int, whom: str = "", today: Today | None = None, most: int | None = None
) -> Iterator[Line]:
    """Everything but inside text, in the order in which it is needed at the telephone; `whom` is whom to ask.

    `most` says how many of the customers' wordings are shown; None: all.
    """
    standing = article.standing if isinstance(article, SalesArticle) else None
    yield from title_lines(article.title, article.audience, width, standing.state if standing else None)
    if standing:
        yield from wrapped(line(remark(standing.state, standing.on, standing.until, whom), page.LABEL), width)
    yield from _section("Say", _prose(article.say, width))
    if today and today.sentence:
        yield from wrapped([Span(today.sentence)], width, label=_blank(), hang=_INDENT)
    yield from _section("Today", table_lines(today, article.slug, width))
    yield from _section("Numbers", figure_lines([_figure(number) for number in article.numbers], width))
    yield from _section("Don't say", _items(article.dont_say, width), style=page.WARNING)
    yield from _section("Why", _prose(article.why, width))
    yield from _section("Worth telling", _prose(article.worth_telling, width))
    yield from _section("If they push back", _prose(article.push_back, width))
    yield from _section("Customers say", _wordings(article, width, most))


def _wordings(article: SalesArticle | Article, width: int, most: int | None) -> list[Line]:
    """What customers say; where there is more than `most`, how many, and where they stand."""
    left = len(article.customers_say) - most if most is not None else 0
    if left <= 1:
        return _items(article.customers_say, width)
    more = wrapped([Span(f"and {left} more, in {article.path}", page.QUIET)], width, hang=_INDENT)
    return [*_items(article.customers_say[:most], width), *more]


def _section(heading: str, lines: Sequence[Line], *, style: str = page.LABEL) -> list[Line]:
    return [(), line(heading, style), *lines] if lines else []


def _figure(number: Number) -> Figure:
    """The number in its writer's words."""
    after = number.text.partition(":")[2].strip()
    if number.amount_text and after.startswith(number.amount_text):
        amount, rest = number.amount_text, after[len(number.amount_text) :].lstrip(", ")
    else:
        amount, rest = after or number.amount_text or number.kind, ""
    return Figure(number.name, ", ".join(number.conditions), amount, rest)


def _items(items: Iterable[Item], width: int) -> list[Line]:
    return [text for item in items for text in _marked([Span(item.text)], "- ", width)]


def _prose(blocks: Sequence[Block], width: int) -> list[Line]:
    """Blocks below each other; an empty line wherever their kind changes, and between paragraphs."""
    lines: list[Line] = []
    for kind, group in groupby(blocks, key=lambda block: block.kind):
        for part in _group(kind, list(group), width):
            lines += [(), *part] if lines and part else part
    return lines


def _group(kind: str, blocks: Sequence[Block], width: int) -> Iterator[list[Line]]:
    """The lines of neighbours of one kind, in parts that stand apart."""
    if kind == ROW:
        yield _table(blocks, width)
    elif kind == CODE:
        yield from (verbatim(block.text, width, hang=_INDENT) for block in blocks)
    elif kind == ORDERED:
        numbered = enumerate(blocks, 1)
        yield [text for number, block in numbered for text in _marked(_spans(block), f"{number}. ", width)]
    elif kind in _MARKS:
        yield [text for block in blocks for text in _marked(_spans(block), _MARKS[kind], width)]
    else:
        yield from (wrapped(_spans(block), width, label=_blank(), hang=_INDENT) for block in blocks)


def _table(rows: Sequence[Block], width: int) -> list[Line]:
    """The rows of a table, the first as its header; rows that are shorter than others are filled."""
    count = max(len(row.cells) for row in rows)
    cells = [[tuple(_shown(cell)) for cell in row.cells] + [()] * (count - len(row.cells)) for row in rows]
    header = [tuple(Span(span.text, page.STRONG) for span in cell) for cell in cells[0]]
    return columns([header, *cells[1:]], width, hang=_INDENT) if count else []


def _marked(spans: Iterable[Span], mark: str, width: int) -> list[Line]:
    return wrapped(spans, width, label=(*_blank(), Span(mark)), hang=_INDENT + len(mark))


def _spans(block: Block) -> Iterator[Span]:
    for position, cell in enumerate(block.cells):
        if position:
            yield Span(" | ")
        yield from _shown(cell)


def _shown(spans: Iterable[Written]) -> Iterator[Span]:
    """The spans, each link with the address it leads to, so that no text can hide it."""
    for span in spans:
        yield Span(span.text, span.style)
        target = _seen_target(span)
        if target:
            yield Span(f" {target}", page.QUIET)


def _seen_target(span: Written) -> str:
    if span.style != LINK:
        return ""
    slug = span.target.removeprefix(ARTICLE)
    if slug != span.target:
        return "" if slug == span.text else f"({slug})"
    if not span.target.casefold().startswith(_ADDRESSES) or span.target in (span.text, f"mailto:{span.text}"):
        return ""
    return f"<{span.target}>"


def _facts(article: SalesArticle | Article, desks: Desks, width: int) -> Iterator[Line]:
    """Whom to ask, and where the article lies."""
    standing = article.standing if isinstance(article, SalesArticle) else None
    facts = (
        ("Unsure?", _whom(article, desks)),
        ("Agreed", days(standing.on, standing.until).removeprefix("agreed ") if standing else ""),
        ("For", article.audience),
        ("Tags", ", ".join(article.tags)),
        ("Also", ", ".join(article.aliases)),
        ("File", article.path),
    )
    yield ()
    for label, text in facts:
        yield from wrapped([Span(text)], width, label=line(label, page.LABEL), hang=_FACT)


def _whom(article: SalesArticle | Article, desks: Desks) -> str:
    return ", ".join(filter(None, desks.get(article.desk, (article.desk, ""))))


def _blank() -> Line:
    return (Span(" " * _INDENT),)
