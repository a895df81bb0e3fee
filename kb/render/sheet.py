"""What stands on the cheat sheet and the customers' leave-behind, as plain data for the template.

A pure function of what its reader may see. It measures and lays out nothing: that is `sheet.typ`.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NotRequired, TypedDict

from kb.model.people import Desk
from kb.model.published import (
    CustomerArticle,
    CustomerProcess,
    SalesArticle,
    SalesProcess,
)
from kb.render import standing
from kb.render.figures import Figure, figures_of
from kb.render.printable import printable, typeset
from kb.render.sheet_prose import Paragraph, paragraphs, plain_paragraphs
from kb.render.sheet_strip import Strip, strips
from kb.render.standing import MARKS, mark

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class Mark(TypedDict):
    """A state in words with its sign, or a line of the legend."""

    sign: str
    """`full`, `open` or `warn`: ●, ○, ▲."""

    words: str


class Part(TypedDict):
    """One part of a card's text."""

    label: str
    """`Say:`; empty for none."""

    tone: str
    """`say`, `dont` (tinted, with a side bar) or `more`."""

    paragraphs: list[Paragraph]


class Card(TypedDict):
    """One answer."""

    slug: str
    number: int
    section: str
    question: str
    figures: list[Figure]
    terms: str
    """What holds for all figures."""

    parts: list[Part]
    ask: str
    """`Planning desk · ext. 250`; empty for customers."""

    state: Mark | None


class Contact(TypedDict):
    """One line of who to ask."""

    name: str
    reach: str
    cards: str


class Sheet(TypedDict):
    """All of a sheet. Plain text throughout, fit for JSON."""

    title: str
    kind: str
    facts: str
    company: str
    readers: str
    """Who it is for, in the footer; empty for customers."""

    language: str
    now: str
    """What is different just now; empty for nothing."""

    strips: list[Strip]
    cards: list[Card]
    contacts: list[Contact]
    legend: list[Mark]
    good_until: str
    """`Good until 3 December 2026 (kb stale sheet.pdf)`; empty where nothing ends."""

    keywords: NotRequired[list[str]]
    """Carried unseen in the file."""


def sales_sheet(
    articles: Sequence[SalesArticle],
    *,
    company: str,
    day: date,
    desks: Sequence[Desk] = (),
    processes: Sequence[SalesProcess] = (),
    title: str = "",
) -> Sheet:
    """The cheat sheet for sales, its cards in the order of `articles`, the facts as of `day`."""
    numbers = _card_numbers(articles)
    names = {desk.key: desk for desk in desks}
    cards = [_sales_card(place, article, numbers, names) for place, article in enumerate(articles, 1)]
    return Sheet(
        title=printable(title or company or "Cheat sheet"),
        kind="Sales cheat sheet",
        facts=f"Facts as of {day_in_words(day)}",
        company=printable(company),
        readers="for sales staff only",
        language="en",
        now="",
        strips=strips(processes),
        cards=cards,
        contacts=_contacts(articles, names),
        legend=[_as_mark(each) for each in MARKS.values()] if any(card["state"] for card in cards) else [],
        good_until="",
    )


def customer_sheet(
    articles: Sequence[CustomerArticle],
    *,
    company: str,
    day: date,
    processes: Sequence[CustomerProcess] = (),
    title: str = "",
) -> Sheet:
    """The leave-behind for customers: their questions, our answers, the numbers and why; nobody's desk."""
    numbers = _card_numbers(articles)
    return Sheet(
        title=printable(title or company or "Questions and answers"),
        kind="Questions and answers",
        facts=f"As of {day_in_words(day)}",
        company=printable(company),
        readers="",
        language="en",
        now="",
        strips=strips(processes),
        cards=[_customer_card(place, article, numbers) for place, article in enumerate(articles, 1)],
        contacts=[],
        legend=[],
        good_until="",
    )


def day_in_words(day: date) -> str:
    """`23 November 2026`, whatever the locale."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _card_numbers(articles: Sequence[CustomerArticle]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for place, article in enumerate(articles, 1):
        numbers.setdefault(article.slug, place)
    return numbers


def _sales_card(place: int, article: SalesArticle, numbers: Mapping[str, int], desks: dict[str, Desk]) -> Card:
    card = _card(place, article, _sales_parts(article, numbers))
    card["ask"] = " · ".join(filter(None, _name_and_reach(article.desk, desks)))
    return card


def _customer_card(place: int, article: CustomerArticle, numbers: Mapping[str, int]) -> Card:
    """Without its state: what salespeople may say is nothing to tell a customer."""
    card = _card(place, article, _customer_parts(article, numbers))
    card["state"] = None
    return card


def _mark(article: CustomerArticle) -> Mark | None:
    return _as_mark(mark(article.standing.state)) if article.standing else None


def _as_mark(found: standing.Mark) -> Mark:
    return Mark(sign=found.sign, words=found.words)


def _card(place: int, article: CustomerArticle, parts: list[Part]) -> Card:
    figures, terms = figures_of(article.numbers)
    return Card(
        slug=article.slug,
        number=place,
        section=printable(article.tags[0]) if article.tags else "",
        question=typeset(article.title),
        figures=[_printable_figure(figure) for figure in figures],
        terms=typeset(terms),
        parts=[part for part in parts if part["paragraphs"]],
        ask="",
        state=_mark(article),
    )


def _sales_parts(article: SalesArticle, numbers: Mapping[str, int]) -> list[Part]:
    return [
        Part(label="Say:", tone="say", paragraphs=paragraphs(article.say, numbers)),
        Part(label="If they push back:", tone="more", paragraphs=paragraphs(article.push_back, numbers)),
        Part(label="Don’t say:", tone="dont", paragraphs=plain_paragraphs(article.dont_say)),
    ]


def _customer_parts(article: CustomerArticle, numbers: Mapping[str, int]) -> list[Part]:
    return [
        Part(label="", tone="say", paragraphs=paragraphs(article.say, numbers)),
        Part(label="Why:", tone="more", paragraphs=paragraphs(article.why, numbers)),
        Part(label="Good to know:", tone="more", paragraphs=paragraphs(article.worth_telling, numbers)),
    ]


def _printable_figure(figure: Figure) -> Figure:
    return Figure(
        big=typeset(figure["big"]),
        unit=printable(figure["unit"]),
        label=typeset(figure["label"]),
        terms=typeset(figure["terms"]),
    )


def _contacts(articles: Sequence[SalesArticle], desks: dict[str, Desk]) -> list[Contact]:
    """The desks of these articles, in the order of the cards."""
    cards: dict[str, list[str]] = {}
    for place, article in enumerate(articles, 1):
        if article.desk:
            cards.setdefault(article.desk, []).append(str(place))
    named = {key: _name_and_reach(key, desks) for key in cards}
    return [Contact(name=named[key][0], reach=named[key][1], cards=", ".join(cards[key])) for key in cards]


def _name_and_reach(key: str, desks: dict[str, Desk]) -> tuple[str, str]:
    desk = desks.get(key)
    return (printable(desk.name), printable(desk.extension)) if desk else (printable(key), "")
