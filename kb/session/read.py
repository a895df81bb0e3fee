"""Reads one article for `kb show`: as a salesperson may see it, or whole when that is asked for."""

from typing import NamedTuple

from kb.desk.difference import Change, differences
from kb.desk.publish import sales_edition
from kb.desk.table import today_of
from kb.errors import NotFoundError
from kb.model.article import Article
from kb.model.published import SalesArticle
from kb.model.results import Today
from kb.session.naming import resolve
from kb.session.session import Session


def read_for_sales(session: Session, words: str) -> SalesArticle:
    """What a salesperson may see of the article that the words mean.

    Raises `NotFoundError` or `AmbiguousError`.
    """
    try:
        return resolve(all_for_sales(session), words)
    except NotFoundError as error:
        raise _with_hint(error, session, words) from error


def all_for_sales(session: Session) -> tuple[SalesArticle, ...]:
    """What a salesperson may see of all articles, with how each stands."""
    return sales_edition(session.told.articles, session.told.standings(session.today))


def today_in(session: Session, article: SalesArticle) -> Today | None:
    """What its times come to today; None where it has none and nothing is different."""
    edition = all_for_sales(session)
    banner, found = today_of(edition, session.today, session.library.notices)
    return found.get(article.slug) or (Today(banner=banner, sentence="") if banner else None)


class Draft(NamedTuple):
    """A version that waits for signatures."""

    article: SalesArticle
    """What a salesperson may read of it."""

    differs: tuple[Change, ...]
    """What it says otherwise than what was agreed; nothing where nothing waits."""


def read_draft(session: Session, words: str) -> Draft:
    """The article as its file says now, whatever was agreed. Raises `NotFoundError` or `AmbiguousError`."""
    there = read_for_sales(session, words)
    standings = session.told.standings(session.today)
    written = next(one for one in sales_edition(session.library.articles, standings) if one.path == there.path)
    return Draft(written, differences(there, written))


def read_whole(session: Session, words: str) -> Article:
    """The article that the words mean, with its inside text. Raises `NotFoundError` or `AmbiguousError`."""
    return resolve(session.library.articles, words)


def desks_of(session: Session) -> dict[str, tuple[str, str]]:
    """Name and reach of each desk, by its key."""
    return {desk.key: (desk.name, desk.reach) for desk in session.library.frame.desks}


def _with_hint(error: NotFoundError, session: Session, words: str) -> NotFoundError:
    """Says how to read an article that is for inside only: on this screen everybody of the company may."""
    if any(article.slug == words for article in session.library.articles):
        return NotFoundError(f"'{words}' is for inside only.", f"To read it on this screen: kb show {words} --inside")
    return error
