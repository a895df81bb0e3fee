"""The table of all times that share a name, as they are on a day, and the sentence that goes with an answer."""

from collections.abc import Sequence
from datetime import date
from itertools import islice
from typing import Protocol

from kb.desk.notices import notices_in_force, numbers_in_force
from kb.desk.now_words import banner_words, notice_words, now_sentence
from kb.desk.today import all_now, banner
from kb.model.agreement import Standing
from kb.model.calendar import Now
from kb.model.notice import Notice
from kb.model.number import Amount, Number
from kb.model.results import NowRow, Today
from kb.text import fold
from kb.words.spoken import amount_words, range_words, short_day
from kb.words.stems import plural

MOST_ROWS = 6
"""A table that is longer is no help in a meeting."""


class Stated(Protocol):
    """An article, or what of it states numbers."""

    @property
    def slug(self) -> str:
        """Its slug."""

    @property
    def numbers(self) -> Sequence[Number]:
        """Its numbers, in their order."""

    @property
    def standing(self) -> Standing | None:
        """How it stands on the day; None where signatures play no part."""


Line = tuple[str, Now]
"""The slug of an article, and one of its times as it is now."""


def today_of(articles: Sequence[Stated], day: date, notices: Sequence[Notice] = ()) -> tuple[str, dict[str, Today]]:
    """The day's banner, and what there is to say for each article with a time in it, by slug.

    Times of other articles stand beside an article's own only where they may be said without asking.
    """
    numbers = [number for article in articles for number in article.numbers]
    news = numbers_in_force(notices, day)
    told = " ".join(
        filter(None, (notice_words(notices_in_force(notices, day)), banner_words(banner(numbers, day, news))))
    )
    everything = {id(now.number): now for now in all_now(numbers, day, news)}
    lines = [(article, everything.get(id(number))) for article in articles for number in article.numbers]
    named: dict[str, list[Line]] = {}
    own: dict[str, list[Now]] = {}
    for article, now in lines:
        if now is not None:
            own.setdefault(article.slug, []).append(now)
            if article.standing is None or article.standing.may_be_said:
                named.setdefault(fold(now.number.name), []).append((article.slug, now))
    return told, {slug: _today(slug, nows, named, told, day) for slug, nows in own.items()}


def may_stand_beside(number: Number) -> bool:
    """Whether a time may stand in the table of another answer: it says what for, and has no terms of its own."""
    return bool(number.conditions) and not _terms_of_its_own(number)


def _today(slug: str, own: Sequence[Now], named: dict[str, list[Line]], told: str, day: date) -> Today:
    """What there is to say for one article; the table is of the name of its first time."""
    first = own[0]
    name = fold(first.number.name)
    mine = [(slug, now) for now in own if fold(now.number.name) == name]
    others = (line for line in named.get(name, ()) if line[0] != slug and may_stand_beside(line[1].number))
    rows = [*mine, *islice(others, max(MOST_ROWS - len(mine), 0))][:MOST_ROWS]
    alone = sum(fold(now.number.name) == name for now in own) == 1
    unit = _shared([_unit(amount) for _, now in rows for amount in (now.number.amount, now.amount)])
    starts = [now.number.start for _, now in rows if now.number.start]
    approved = bool(starts) and all("approv" in fold(start) for start in starts)
    return Today(
        banner=told,
        sentence=now_sentence(first, day) if first.changed and alone else "",
        name=first.number.name,
        unit=unit,
        terms=_shared([terms for _, now in rows if (terms := _terms(now.number))]),
        start="approved today" if approved else "counted from today",
        rows=tuple(_row(line, plain=bool(unit)) for line in rows),
    )


def _row(line: Line, *, plain: bool) -> NowRow:
    slug, now = line
    return NowRow(
        slug=slug,
        for_what=", ".join(now.number.conditions),
        normally=_amount(now.number.amount, plain=plain),
        now=_amount(now.amount, plain=plain),
        by=_day(now.by),
        terms=_own_terms(line),
    )


def _amount(amount: Amount | None, *, plain: bool) -> str:
    """`15 to 18`, without its unit where that stands below the table."""
    if amount is None:
        return ""
    return range_words(amount) if plain else amount_words(amount)


def _unit(amount: Amount | None) -> str:
    """`working days`; empty for what is told whole: *about* or *a colour*."""
    return plural(amount.unit.name) if amount and not amount.about and not amount.per else ""


def _own_terms(line: Line) -> str:
    """What must be said with the time, or it is promised to everybody."""
    return _terms_of_its_own(line[1].number)


def _terms_of_its_own(number: Number) -> str:
    said = (("once", number.once), ("unless", number.unless), ("until", number.until))
    return ", ".join(f"{word} {text}" for word, text in said if text)


def _terms(number: Number) -> str:
    start, end = (f"from {number.start}" if number.start else ""), (f"to {number.end}" if number.end else "")
    return ", ".join(filter(None, (start, end)))


def _shared(texts: Sequence[str]) -> str:
    """The text that all are; empty where they differ."""
    return texts[0] if len(set(texts)) == 1 else ""


def _day(day: date | None) -> str:
    return short_day(day, year=False) if day else ""
