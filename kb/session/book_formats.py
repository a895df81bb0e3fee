"""Writes a reader's whole book in one of the formats that are no sheet: handbook, Markdown, JSON, a table.

Which answers the book holds is settled in `kb.session.books`, how each format looks in `kb.render`.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from kb.session.books import Booked

if TYPE_CHECKING:
    from kb.model.book import Book
    from kb.model.published import CustomerArticle
    from kb.render.mark import Mark


def write_book(booked: Booked, kind: str, options: Sequence[str], *, everything: bool) -> bytes:
    """The book as `kind`, a key of WRITERS; `options` go in its mark, and whether it holds everything."""
    from kb.render.mark import mark_of  # noqa: PLC0415 - not every command writes one

    return WRITERS[kind](booked.book, mark_of(booked.book, options, everything=everything))


def sheet_mark(booked: Booked, options: Sequence[str]) -> str:
    """The mark of a sheet that holds the book's answers, as it is written in a file."""
    from kb.render.mark import mark_of, written  # noqa: PLC0415 - as above

    return written(mark_of(booked.book, options, everything=False, around=("processes", "people")))


def _html(book: "Book", mark: "Mark") -> bytes:
    from kb.render.handbook import handbook_html  # noqa: PLC0415 - one of several
    from kb.search.portable import ranking, wordings  # noqa: PLC0415

    synonyms = [(term.term, term.customers) for term in book.terms if term.customers]
    said = {article.slug: _said(article) for article in book.articles}
    return handbook_html(
        book,
        mark,
        ranking=ranking(synonyms, [text for texts in said.values() for text in texts]),
        wordings={slug: wordings(texts) for slug, texts in said.items()},
    )


def _said(article: "CustomerArticle") -> tuple[str, ...]:
    """What customers say, as far as the reader may read it."""
    from kb.model.published import SalesArticle  # noqa: PLC0415

    if not isinstance(article, SalesArticle):
        return ()
    return (*(line.text for line in article.customers_say), *article.aliases)


def _md(book: "Book", mark: "Mark") -> bytes:
    from kb.render.book_md import book_md  # noqa: PLC0415 - one of several

    return book_md(book, mark)


def _json(book: "Book", mark: "Mark") -> bytes:
    from kb.render.book_json import book_json  # noqa: PLC0415 - one of several

    return book_json(book, mark)


def _csv(book: "Book", _mark: "Mark") -> bytes:
    """A table has no place that nobody sees, so it carries no mark."""
    from kb.render.book_csv import book_csv  # noqa: PLC0415 - one of several

    return book_csv(book)


WRITERS: "dict[str, Callable[[Book, Mark], bytes]]" = {"html": _html, "md": _md, "json": _json, "csv": _csv}
"""How to write each format, by the suffix of the file."""
