"""What has changed for a salesperson since a day, out of the signatures and the notices; pure, and needs no git."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from kb.desk.agreement import agreements_of, by_slug
from kb.desk.caution import is_as_cautious
from kb.desk.difference import Change, differences, text_of
from kb.desk.publish import for_sales, hidden_names, readable_slugs
from kb.desk.typos import only_typos
from kb.model.agreement import PRODUCTION, Signature, Standing
from kb.model.article import INSIDE, SALES, Article
from kb.model.news import (
    AGAIN,
    ANSWERED,
    ASK_AGAIN,
    KINDS,
    NEW,
    NOTICE,
    NUMBERS,
    OVER,
    WITHDRAWN,
    WORDING,
    Changed,
    News,
)
from kb.model.notice import Notice
from kb.model.published import SalesArticle
from kb.model.question import QUESTION, Asked
from kb.model.states import AGREED, ASK_FIRST, GRACE, state_on
from kb.words.names import without_names

_NUMBERS = "Numbers"


def answers_news(
    articles: Iterable[Article],
    standings: Mapping[str, Standing],
    signatures: Iterable[Signature],
    since: date,
) -> Iterator[News]:
    """What has changed in the answers from that day on, itself included.

    `articles` are those in force, with how they stand today by slug. Typing mistakes that were mended are not told,
    nor an answer that was only signed again.
    """
    library = tuple(articles)
    signed, edition = by_slug(signatures), _edition(library)
    told = {article.slug: article for article in library if article.audience != INSIDE}
    for slug, own in signed.items():
        before = _told_before(own, since)
        if slug in told:
            yield from _of_answer(told[slug], standings[slug], before, since, edition)
        elif before and _was_sayable(before, since):
            yield News(kind=WITHDRAWN, text=before[0].title, slug=slug)


def notices_news(notices: Iterable[Notice], since: date, day: date) -> Iterator[News]:
    """The notices that began from `since` on and count today, and those that ended since."""
    for notice in notices:
        if notice.holds_on(day):
            if notice.since and notice.since >= since:
                yield News(kind=NOTICE, text=notice.sentence, on=notice.since, until=notice.until)
            continue
        ends = [end for end in (notice.ended, notice.until and notice.until + timedelta(days=1)) if end]
        if ends and since <= min(ends) <= day:
            yield News(kind=OVER, text=notice.sentence, on=min(ends))


def questions_news(questions: Iterable[Asked], readable: Container[str], since: date, day: date) -> Iterator[News]:
    """The questions that were answered from `since` on; for whom they were asked is told to nobody.

    `readable` are the slugs that may be named.
    """
    for asked in questions:
        reply = asked.reply
        if reply and reply.on and since <= reply.on <= day and asked.question.kind == QUESTION:
            slug = reply.article if reply.article in readable else ""
            why = "" if slug else without_names(reply.why, asked.customers)
            text = without_names(asked.question.text, asked.customers)
            yield News(kind=ANSWERED, text=text, slug=slug, on=reply.on, why=why)


def in_order(news: Iterable[News]) -> tuple[News, ...]:
    """By kind, the latest first; what has no day comes last."""
    return tuple(sorted(news, key=lambda one: (KINDS.index(one.kind), -(one.on or date.min).toordinal(), one.text)))


_Edition = Callable[[Article], SalesArticle | None]
"""What a salesperson may see of an article."""

_Before = tuple[Article, date] | None
"""What might be said on a day, and until when both signatures held."""


def _edition(library: Sequence[Article]) -> _Edition:
    readable, hidden = readable_slugs(library, SALES), hidden_names(library, SALES)
    return lambda article: for_sales(article, readable, hidden)


def _told_before(own: Sequence[Signature], since: date) -> _Before:
    """What was in force before that day, as far as the signatures tell."""
    earlier = [signature for signature in own if signature.on < since]
    agreements = agreements_of(earlier)
    if not agreements:
        return None
    last = agreements[-1]
    by_production = [one for one in earlier if one.side == PRODUCTION and (one.on, one.at) >= (last.on, last.at)]
    latest = max(by_production, key=lambda one: one.order, default=None)
    if latest and latest.text != last.text and is_as_cautious(latest.article, last.article):
        return latest.article, min(last.until, latest.until)
    return last.article, last.until


def _was_sayable(before: tuple[Article, date], since: date) -> bool:
    return state_on(AGREED, before[1], since - timedelta(days=1)) not in ASK_FIRST


def _of_answer(article: Article, standing: Standing, before: _Before, since: date, edition: _Edition) -> Iterator[News]:
    was = before is not None and _was_sayable(before, since)
    if not standing.may_be_said:
        if was and standing.until:
            over = standing.until + GRACE + timedelta(days=1)
            yield News(kind=ASK_AGAIN, text=article.title, slug=article.slug, on=over)
    elif before is None:
        yield News(kind=NEW, text=article.title, slug=article.slug, on=standing.on)
    elif not was:
        yield News(kind=AGAIN, text=article.title, slug=article.slug, on=standing.on)
    else:
        was_told, told = edition(before[0]), edition(article)
        yield from _changed(article, standing, differences(was_told, told) if was_told and told else ())


def _changed(article: Article, standing: Standing, changes: Sequence[Change]) -> Iterator[News]:
    numbers = [change for change in changes if change.section == _NUMBERS]
    if not changes or only_typos(changes):
        return
    lines = tuple(Changed(was=text_of(one.was), now=text_of(one.now)) for one in numbers or changes)
    kind = NUMBERS if numbers else WORDING
    yield News(kind=kind, text=article.title, slug=article.slug, on=standing.on, changed=lines)
