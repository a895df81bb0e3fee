"""A reader's book as one Markdown file, for a wiki or a mail; every sign that Markdown would obey is escaped."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from kb.model.book import Book, SalesBook
from kb.model.people import Desk
from kb.model.prose import (
    ARTICLE,
    BULLET,
    CODE,
    EMPHASIS,
    LINK,
    LITERAL,
    ORDERED,
    QUOTE,
    ROW,
    STRONG,
    Block,
    Line,
    Span,
)
from kb.model.published import CustomerProcess, SalesArticle, SalesProcess
from kb.model.results import Today
from kb.render import mark as marks
from kb.render.dated import dated
from kb.render.mark import Mark
from kb.render.standing import phrase
from kb.text import safe_line
from kb.words.spoken import day_words

_OBEYED = re.compile(r"([\\`*_\[\]<>&|~])")
_AT_THE_START = re.compile(r"^(\d+(?=[.)])|(?=[-+#=]))")
_NO_ADDRESS = re.compile(r"[\s<>\\]")
_MARKS = {BULLET: "- ", ORDERED: "1. ", QUOTE: "> "}
_STYLES = {STRONG: "**", EMPHASIS: "*"}


def book_md(book: Book, mark: Mark) -> bytes:
    """The whole book in UTF-8; the mark is a comment at its end."""
    parts = [*_head(book), *_answers(book), *_around(book), f"<!-- {marks.NAME}: {marks.written(mark)} -->"]
    return ("\n\n".join(filter(None, parts)) + "\n").encode("utf-8", "replace")


def escaped(text: str) -> str:
    r"""The text on one line, with a backslash before every sign that Markdown obeys.

    >>> escaped("<b>[x](y)*"), escaped("1. die-cut"), escaped("# x")
    ('\\<b\\>\\[x\\](y)\\*', '1\\. die-cut', '\\# x')
    """
    return _AT_THE_START.sub(r"\1\\", _OBEYED.sub(r"\\\1", safe_line(text)))


def _head(book: Book) -> Iterator[str]:
    yield f"# {escaped(book.title or 'Questions and answers')}"
    yield f"As of {day_words(book.day)}"
    yield f"**NOW** {escaped(book.now)}" if book.now else ""


def _answers(book: Book) -> Iterator[str]:
    desks = {desk.key: f"{desk.name}, {desk.reach}".rstrip(", ") for desk in _desks(book)}
    for article in book.articles:
        yield f"## {escaped(article.title)}"
        yield f"**Say** {_prose(article.say)}" if article.say and article.say[0].kind == "text" else _prose(article.say)
        yield from _today(book.today.get(article.slug), book.day)
        yield _part("Numbers", [f"- {escaped(number.text)}" for number in article.numbers])
        yield _part("Don't say", _items(article.dont_say) if isinstance(article, SalesArticle) else [])
        yield _prose_part("Why", article.why)
        yield _prose_part("Worth telling", article.worth_telling)
        if isinstance(article, SalesArticle):
            yield _prose_part("If they push back", article.push_back)
            yield f"*Unsure?* {escaped(desks.get(article.desk, article.desk))}" if article.desk else ""
            yield f"*{escaped(phrase(article.standing.state))}*" if article.standing else ""


def _today(today: Today | None, day: date) -> Iterator[str]:
    if today is not None and today.sentence:
        yield escaped(dated(today.sentence, day))


def _around(book: Book) -> Iterator[str]:
    for process in book.processes:
        yield from _process(process)
    if book.terms:
        yield "## Words"
        yield "\n".join(_term(term.term, term.customers, term.means) for term in book.terms)
    if _desks(book):
        yield "## Who to ask"
        yield "\n".join(
            f"- **{escaped(desk.name)}**: {escaped(desk.reach)} ({escaped(desk.knows)})" for desk in _desks(book)
        )


def _process(process: SalesProcess | CustomerProcess) -> Iterator[str]:
    if process.steps:
        yield f"## How it is made{f': {escaped(process.for_what)}' if process.for_what else ''}"
        yield f"{escaped(process.promise.text)}" if process.promise else ""
        yield "\n".join(f"1. {escaped(step.name)}: {escaped(step.takes_text)}" for step in process.steps)


def _term(term: str, customers: Iterable[str], means: str) -> str:
    others = ", ".join(customers)
    also = f" (customers say {escaped(others)})" if others else ""
    return f"- **{escaped(term)}**{also}: {escaped(means)}".rstrip(": ")


def _desks(book: Book) -> tuple[Desk, ...]:
    return book.desks if isinstance(book, SalesBook) else ()


def _part(name: str, lines: Sequence[str]) -> str:
    return f"### {name}\n\n" + "\n".join(lines) if lines else ""


def _prose_part(name: str, blocks: Sequence[Block]) -> str:
    return f"### {name}\n\n{_prose(blocks)}" if blocks else ""


def _items(lines: Iterable[Line]) -> list[str]:
    return [f"- {escaped(line.text)}" for line in lines]


def _prose(blocks: Sequence[Block]) -> str:
    """Blocks of one kind stand close; others, and paragraphs, an empty line apart."""
    text = ""
    before = ""
    for block in blocks:
        close = block.kind == before and block.kind in (*_MARKS, ROW)
        text += ("" if not text else "\n" if close else "\n\n") + _block(block, opens=block.kind != before)
        before = block.kind
    return text


def _block(block: Block, *, opens: bool) -> str:
    if block.kind == CODE:
        return "\n".join(f"    {line}" for line in block.text.splitlines())
    if block.kind == ROW:
        row = "| " + " | ".join(map(_spans, block.cells)) + " |"
        return row + ("\n|" + " --- |" * len(block.cells) if opens else "")
    return _MARKS.get(block.kind, "") + " ".join(map(_spans, block.cells))


def _spans(spans: Iterable[Span]) -> str:
    return "".join(map(_span, spans)).strip()


def _span(span: Span) -> str:
    text = escaped(span.text)
    edge = (" " if span.text[:1].isspace() else "", " " if span.text[-1:].isspace() else "")
    if not text:
        return edge[0]
    if span.style == LINK and not span.target.startswith(ARTICLE):
        text = f"[{text}](<{_NO_ADDRESS.sub('', span.target)}>)"
    elif span.style in _STYLES:
        text = f"{_STYLES[span.style]}{text}{_STYLES[span.style]}"
    elif span.style == LITERAL:
        text = f"`{safe_line(span.text).replace('`', chr(39))}`"
    return f"{edge[0]}{text}{edge[1]}"
