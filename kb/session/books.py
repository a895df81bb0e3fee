"""Gathers all that one reader may see into one book, for the day; chooses answers, lays nothing out.

What a reader may see is settled in `kb.desk.publish` and `kb.desk.publish_frame`.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from kb.desk.calendar import calendar_of
from kb.desk.notices import notices_for
from kb.desk.publish import customer_edition, sales_edition
from kb.desk.publish_frame import glossary_for_customers, processes_for_customers, processes_for_sales
from kb.desk.table import today_of
from kb.desk.visits import next_visit
from kb.errors import UsageError
from kb.model.article import CUSTOMER, SALES
from kb.model.book import Book, CustomerBook, SalesBook
from kb.model.library import Library
from kb.model.published import CustomerArticle
from kb.session.selection import WHO, Selected, sayable, select, without_unsayable
from kb.session.session import Session

FIRST_ANSWERS = 10
"""What somebody new can read in a quarter of an hour."""

Published = TypeVar("Published", bound=CustomerArticle)


class Booked(NamedTuple):
    """A reader's book, and what whoever ordered it should know."""

    book: Book
    notes: tuple[str, ...] = ()

    @property
    def slugs(self) -> tuple[str, ...]:
        """Its answers, in order."""
        return tuple(article.slug for article in self.book.articles)

    @property
    def composed(self) -> tuple[str, ...]:
        """What kb composed for it: none of it stands so in an article."""
        told = self.book.today.values()
        amounts = (f"{row.normally} {row.now} {today.unit}" for today in told for row in today.rows)
        return (self.book.now, *(today.sentence for today in told), *amounts)


def sales_book(session: Session, slugs: Sequence[str] = (), tags: Sequence[str] = (), title: str = "") -> Booked:
    """What a salesperson may read: the answers chosen, else all. Raises `UsageError` as `select` does."""
    library, frame = session.library, session.library.frame
    edition = sales_edition(session.told.articles, session.told.standings(session.today))
    chosen = _chosen(library, edition, SALES, slugs, tags)
    banner, today = today_of(edition, session.today, library.notices)
    calendar = calendar_of([number for article in edition for number in article.numbers])
    book = SalesBook(
        company=frame.company.name,
        title=title or frame.company.name,
        day=session.today,
        now=banner,
        articles=chosen.articles,
        today=today,
        processes=processes_for_sales(frame.process, sayable(edition)),
        terms=frame.terms,
        desks=frame.desks,
        first=_first([article.slug for article in sayable(chosen.articles)], frame.company.sheet),
        visit=next_visit(frame.desks, session.today, calendar),
    )
    return Booked(book, chosen.notes)


def customer_book(session: Session, slugs: Sequence[str] = (), tags: Sequence[str] = (), title: str = "") -> Booked:
    """What a customer may read, as `sales_book` says."""
    library, frame = session.library, session.library.frame
    edition = customer_edition(session.told.articles, session.told.standings(session.today))
    chosen = without_unsayable(_chosen(library, edition, CUSTOMER, slugs, tags))
    banner, today = today_of(edition, session.today, notices_for(CUSTOMER, library.notices))
    book = CustomerBook(
        company=frame.company.name,
        title=title or frame.company.name,
        day=session.today,
        now=banner,
        articles=chosen.articles,
        today=today,
        processes=processes_for_customers(frame.process, sayable(edition)),
        terms=glossary_for_customers(frame.terms),
    )
    return Booked(book, chosen.notes)


BOOKS: dict[str, Callable[..., Booked]] = {SALES: sales_book, CUSTOMER: customer_book}
"""Each reader's book."""


def with_answers(booked: Booked, slugs: Sequence[str]) -> Booked:
    """The same book with these answers only, in this order."""
    book = booked.book
    if isinstance(book, SalesBook):
        return booked._replace(book=replace(book, articles=_kept(book.articles, slugs)))
    return booked._replace(book=replace(book, articles=_kept(book.articles, slugs)))


def _kept(articles: Sequence[Published], slugs: Sequence[str]) -> tuple[Published, ...]:
    return tuple(article for slug in dict.fromkeys(slugs) for article in articles if article.slug == slug)


def _chosen(
    library: Library, edition: Sequence[Published], reader: str, slugs: Sequence[str], tags: Sequence[str]
) -> Selected[Published]:
    if slugs or tags:
        return select(library, edition, reader, slugs, tags)
    if not edition:
        raise UsageError(f"There is no answer for {WHO[reader]} yet.", f"Write one: kb add --audience {reader}")
    return Selected(_by_section(edition, library.frame.company.sheet))


def _by_section(edition: Sequence[Published], listed: Sequence[str]) -> tuple[Published, ...]:
    """All answers, those of one section (the first tag) together, the sections of the `sheet:` list first."""
    section = {article.slug: article.tags[0] if article.tags else "" for article in edition}
    order = dict.fromkeys([*(section[slug] for slug in listed if slug in section), *section.values()])
    return tuple(article for each in order for article in edition if section[article.slug] == each)


def _first(slugs: Sequence[str], listed: Sequence[str]) -> tuple[str, ...]:
    """The first of the `sheet:` list, filled up with what comes first."""
    return tuple(dict.fromkeys([*(slug for slug in listed if slug in slugs), *slugs]))[:FIRST_ANSWERS]
