"""Warns when an article names a customer, or breaks a number that another one stands behind; refuses nothing."""

from collections.abc import Iterator
from dataclasses import replace

from kb.desk.promises import check_promise, ground_of
from kb.desk.publish import sales_edition
from kb.model.article import INSIDE, Article
from kb.model.number import CLOSED, Number
from kb.model.promise import OVER, Finding
from kb.model.prose import Block
from kb.model.published import SalesArticle
from kb.session.customers import names_in_article
from kb.session.session import Session
from kb.text import fold, safe_line
from kb.words.dontline import read_dont_say
from kb.words.tokens import words

_TELLING = 2
"""So many words tell what a claim is about."""


def warnings_for(session: Session, article: Article) -> tuple[str, ...]:
    """One sentence for each customer's name in the article, and for each claim that breaks another article's number.

    Its answer, Why, Worth telling and If they push back are read as of any day: seasons, closed days and notices are
    left out. The article's own numbers count, so that what it says of its own subject is measured by them. An answer
    explains more than a draft does, so only a claim is told that says itself which amount it is about.
    """
    if article.audience == INSIDE:
        return ()
    others = [each for each in session.told.articles if each.slug != article.slug]
    editions = [_of_any_day(each) for each in sales_edition((*others, article))]
    ground = ground_of(editions, session.library.frame)
    numbers = {(each.slug, number.text): number for each in editions for number in each.numbers}
    text = "\n\n".join(block.text for block in _spoken(article))
    found = check_promise(text, ground, session.today).findings
    broken = [(each, numbers.get((each.article, each.number))) for each in found if each.verdict == OVER]
    told = (_sentence(each) for each, number in broken if _is_broken(each, number, article))
    return (*names_in_article(session, article), *dict.fromkeys(told))


def _is_broken(finding: Finding, number: Number | None, article: Article) -> bool:
    """Whether the claim itself breaks what another article says, and names neither that article nor its own."""
    if finding.article == article.slug or finding.article in finding.claim:
        return False
    if number is None:
        return _is_said(finding)
    return not _is_own(number, article) and _is_meant(finding, number)


def _is_said(finding: Finding) -> bool:
    """Whether a phrase that nobody should say stands in the claim as it is, not only its words."""
    said = f" {' '.join(words(finding.claim))} "
    line = read_dont_say(finding.number)
    return line is not None and any(f" {' '.join(words(phrase))} " in said for phrase in line.phrases)


def _is_meant(finding: Finding, number: Number) -> bool:
    """Whether the claim has the words that tell which number it is about: all, where no amount tells it too."""
    named = words(" ".join((number.name, *number.conditions)))
    said = set(words(finding.claim)) & set(finding.matched)
    return len(said) >= (min(_TELLING, len(named)) if number.amount else len(set(named)))


def _is_own(number: Number, article: Article) -> bool:
    """Whether the article has a number of its own for some of the same: `rush, repeat order` beside `repeat order`."""
    name, conditions = fold(number.name), set(map(fold, number.conditions))
    own = (each for each in article.numbers if fold(each.name) == name)
    return any(conditions & set(map(fold, each.conditions)) for each in own)


def _spoken(article: Article) -> Iterator[Block]:
    for section in (article.say, article.why, article.worth_telling, article.push_back):
        yield from section


def _of_any_day(article: SalesArticle) -> SalesArticle:
    """The article without the lines that count on some days only."""
    return replace(article, numbers=tuple(each for each in article.numbers if not each.during and each.kind != CLOSED))


def _sentence(finding: Finding) -> str:
    if read_dont_say(finding.number):
        return f"'{safe_line(finding.claim)}' is what {finding.article} says not to say ({safe_line(finding.number)})."
    may = f" May be said: {finding.allowed}." if finding.allowed else ""
    return f"'{safe_line(finding.claim)}' promises more than {finding.article} does ({safe_line(finding.number)}).{may}"
