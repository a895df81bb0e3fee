"""Questions and answers as a table for a spreadsheet, in which no cell can be taken for a formula.

What OWASP's "CSV Injection" names gets a leading apostrophe; plain numbers stay numbers.
"""

import csv
import io
import re
from collections.abc import Iterable

from kb.model.book import Book, SalesBook
from kb.model.number import Number
from kb.model.prose import plain_text
from kb.model.published import CustomerArticle, SalesArticle

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 - spreadsheets obey wide signs too
_PLAIN_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*\s?%?")

_FOR_ALL = ("question", "answer", "numbers", "why", "worth telling", "tags", "name", "as of")
_FOR_SALES = ("don't say", "if they push back", "customers say", "ask", "reach")


def book_csv(book: Book) -> bytes:
    """One row an answer, every cell quoted; UTF-8 with a mark for Excel, lines that end as RFC 4180 has it."""
    lines = io.StringIO()
    writer = csv.writer(lines, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows(map(_safe_row, _rows(book)))
    return lines.getvalue().encode("utf-8-sig", "replace")


def safe_cell(text: str) -> str:
    """The text as a cell that a spreadsheet shows and never computes.

    >>> safe_cell("=1+1"), safe_cell("-12"), safe_cell("±2 mm")
    ("'=1+1", '-12', '±2 mm')
    """
    plain = text.replace("\x00", "")
    computed = plain.startswith(_FORMULA) and not _PLAIN_NUMBER.fullmatch(plain)
    return f"'{plain}" if computed else plain


def _rows(book: Book) -> Iterable[tuple[str, ...]]:
    day = book.day.isoformat()
    if isinstance(book, SalesBook):
        desks = {desk.key: (desk.name, desk.reach) for desk in book.desks}
        yield (*_FOR_ALL, *_FOR_SALES)
        for article in book.articles:
            yield (*_for_all(article, day), *_for_sales(article, *desks.get(article.desk, (article.desk, ""))))
    else:
        yield _FOR_ALL
        yield from (_for_all(article, day) for article in book.articles)


def _for_all(article: CustomerArticle, day: str) -> tuple[str, ...]:
    return (
        article.title,
        plain_text(article.say),
        _numbers(article.numbers),
        plain_text(article.why),
        plain_text(article.worth_telling),
        ", ".join(article.tags),
        article.slug,
        day,
    )


def _for_sales(article: SalesArticle, name: str, reach: str) -> tuple[str, ...]:
    lines = ("\n".join(line.text for line in each) for each in (article.dont_say, article.customers_say))
    dont_say, customers_say = lines
    return (dont_say, plain_text(article.push_back), customers_say, name, reach)


def _numbers(numbers: Iterable[Number]) -> str:
    return "\n".join(number.text for number in numbers)


def _safe_row(cells: Iterable[str]) -> list[str]:
    return [safe_cell(cell) for cell in cells]
