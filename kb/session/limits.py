"""All numbers of the company that one reader may see, as they are on the day; lays nothing out."""

from dataclasses import replace

from kb.desk.limits import limits_of
from kb.desk.notices import notices_for
from kb.desk.publish import customer_edition, sales_edition
from kb.errors import UsageError
from kb.model.article import CUSTOMER, SALES
from kb.model.limit import Limits
from kb.model.published import CustomerArticle
from kb.session.session import Session
from kb.words.near import did_you_mean

READERS = {SALES: sales_edition, CUSTOMER: customer_edition}
"""What each reader may see."""


def limits_for(session: Session, reader: str = SALES) -> Limits:
    """The numbers for `sales` or `customer`. Raises `UsageError` for any other reader."""
    edition = READERS.get(reader)
    if edition is None:
        raise UsageError(
            f"There is no list for '{reader}'. {did_you_mean(reader, READERS)}".strip(), "It is for sales or customer."
        )
    told = session.told
    articles = edition(told.articles, told.standings(session.today))
    doubtful = [article.slug for article in articles if reader == CUSTOMER and _is_doubtful(article)]
    company = session.library.frame.company.name
    found = limits_of(
        [article for article in articles if article.slug not in doubtful],
        session.today,
        notices_for(reader, session.library.notices),
        company=company,
        reader=reader,
    )
    return replace(found, left_out=tuple(doubtful))


def _is_doubtful(article: CustomerArticle) -> bool:
    """Whether it has numbers, and one has to ask before one says them."""
    return bool(article.numbers) and article.standing is not None and not article.standing.may_be_said
