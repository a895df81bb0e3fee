"""All numbers of a company as they are on a day, by name: the list that hangs on the wall; lays nothing out."""

from collections.abc import Sequence
from datetime import date

from kb.desk.notices import notices_in_force, numbers_in_force
from kb.desk.now_words import banner_words, notice_words
from kb.desk.today import all_now, banner, counts_on_day
from kb.model import number as kinds
from kb.model.calendar import Now
from kb.model.limit import Limit, Limits
from kb.model.notice import Notice
from kb.model.number import Number
from kb.model.published import CustomerArticle
from kb.text import fold
from kb.words.spoken import amount_words


def limits_of(
    articles: Sequence[CustomerArticle], day: date, notices: Sequence[Notice], *, company: str, reader: str
) -> Limits:
    """The numbers of the articles, which are those that the reader may see, by name and FOR WHAT."""
    numbers = [number for article in articles for number in article.numbers]
    news = numbers_in_force(notices, day)
    times = {id(now.number): now for now in all_now(numbers, day, news)}
    limits = [_limit(number, article, times.get(id(number)), day) for article in articles for number in article.numbers]
    told = (notice_words(notices_in_force(notices, day)), banner_words(banner(numbers, day, news)))
    return Limits(company, day, reader, " ".join(filter(None, told)), tuple(sorted(limits, key=_order)))


def _limit(number: Number, article: CustomerArticle, time: Now | None, day: date) -> Limit:
    return Limit(
        name=number.name,
        for_what=", ".join(number.conditions),
        kind=number.kind,
        normally=_normally(number),
        now=_now(number, time, day),
        changed=time is not None and time.changed,
        by=time.by if time else None,
        terms=_terms(number),
        article=article.slug,
        state=article.standing.state if article.standing else "",
    )


def _order(limit: Limit) -> tuple[str, bool, str]:
    return fold(limit.name), bool(limit.for_what), fold(limit.for_what)


def _normally(number: Number) -> str:
    """AMOUNT as written; a line of yes or no, or of choices, says it in its own words."""
    if number.amount_text:
        return number.amount_text
    return f"only {', '.join(number.choices)}" if number.choices else number.kind


def _now(number: Number, time: Now | None, day: date) -> str:
    if time is not None and time.changed:
        return ", and ".join((amount_words(time.amount), *(f"{extra.amount_text} more" for extra in time.beside)))
    counts = number.kind == kinds.CLOSED or counts_on_day(number, day)  # when it is closed is what a line of it says
    return _normally(number) if counts else ""


def _terms(number: Number) -> str:
    """Everything that must be said with the number."""
    seasons = " and ".join(season.said for season in number.during if season.said)
    said = (
        ("from", number.start), ("to", number.end), ("during", seasons),
        ("once", number.once), ("unless", number.unless), ("until", number.until),
    )  # fmt: skip
    return ", ".join(f"{word} {text}" for word, text in said if text)
