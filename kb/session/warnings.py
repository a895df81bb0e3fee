"""Warns when an article's own words break a number that another article stands behind; refuses nothing."""

from collections.abc import Iterator
from dataclasses import replace

from kb.desk.promises import check_promise, ground_of
from kb.desk.publish import sales_edition
from kb.model.article import INSIDE, Article
from kb.model.number import CLOSED
from kb.model.promise import OVER, Finding
from kb.model.prose import Block
from kb.model.published import SalesArticle
from kb.session.session import Session
from kb.text import safe_line


def warnings_for(session: Session, article: Article) -> tuple[str, ...]:
    """One sentence for each claim in the article that breaks another article's number; each names that article.

    Its answer, Why, Worth telling and If they push back are read as of any day: seasons, closed days and notices are
    left out. The article's own numbers count, so that what it says of its own subject is measured by them.
    """
    if article.audience == INSIDE:
        return ()
    others = [each for each in session.told.articles if each.slug != article.slug]
    editions = [_of_any_day(each) for each in sales_edition((*others, article))]
    ground = ground_of(editions, session.library.frame)
    text = "\n\n".join(block.text for block in _spoken(article))
    found = check_promise(text, ground, session.today).findings
    told = (_sentence(each) for each in found if each.verdict == OVER and each.article not in ("", article.slug))
    return tuple(dict.fromkeys(told))


def _spoken(article: Article) -> Iterator[Block]:
    for section in (article.say, article.why, article.worth_telling, article.push_back):
        yield from section


def _of_any_day(article: SalesArticle) -> SalesArticle:
    """The article without the lines that count on some days only."""
    return replace(article, numbers=tuple(each for each in article.numbers if not each.during and each.kind != CLOSED))


def _sentence(finding: Finding) -> str:
    may = f" May be said: {finding.allowed}." if finding.allowed else ""
    return f"'{safe_line(finding.claim)}' promises more than {finding.article} does ({safe_line(finding.number)}).{may}"
