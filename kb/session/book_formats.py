"""Writes a reader's whole book in one of the formats that are no sheet: handbook, Markdown, JSON, a table.

Which answers the book holds is settled in `kb.session.books`, how each format looks in `kb.render`.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from kb.session.books import BOOKS
from kb.session.session import Session

if TYPE_CHECKING:
    from kb.model.book import Book
    from kb.model.published import CustomerArticle
    from kb.render.mark import Mark


class Written(NamedTuple):
    """A finished file."""

    data: bytes
    slugs: tuple[str, ...]
    notes: tuple[str, ...]


def write_book(
    session: Session,
    kind: str,
    reader: str,
    chosen: tuple[Sequence[str], Sequence[str], str],
    options: Sequence[str],
) -> Written:
    """The reader's book as `kind`, a key of WRITERS; `chosen` are slugs, tags and title; `options` go in its mark.

    Without slugs and tags it holds all that the reader may see. Raises `UsageError` as `kb.session.books` does.
    """
    from kb.render.mark import mark_of  # noqa: PLC0415 - a sheet does without

    book, notes = BOOKS[reader](session, *chosen)
    data = WRITERS[kind](book, mark_of(book, options))
    return Written(data, tuple(article.slug for article in book.articles), notes)


def _html(book: "Book", mark: "Mark") -> bytes:
    from kb.render.handbook import handbook_html  # noqa: PLC0415 - one of several
    from kb.search.portable import ranking, wordings  # noqa: PLC0415

    synonyms = [(term.term, term.customers) for term in book.terms if term.customers]
    return handbook_html(
        book,
        mark,
        ranking=ranking(synonyms),
        wordings={article.slug: wordings(_said(article)) for article in book.articles},
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
