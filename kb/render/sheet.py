"""What stands on the cheat sheet and the customers' leave-behind, as plain data for the template.

A pure function of what its reader may see. It measures and lays out nothing: that is `sheet.typ`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from kb.model.agreement import Standing
from kb.model.number import Number
from kb.model.on_paper import Changed, OnPaper
from kb.model.people import Desk
from kb.model.published import (
    CustomerArticle,
    CustomerProcess,
    SalesArticle,
    SalesProcess,
)
from kb.render.figures import Figure, figures_of, until_words
from kb.render.printable import printable, typeset
from kb.render.sheet_data import Card, Contact, Mark, Part, Sheet
from kb.render.sheet_prose import paragraphs, plain_paragraphs, sentence
from kb.render.sheet_strip import strips
from kb.render.standing import MARKS, mark
from kb.words.spoken import amount_words, day_words

_CHECK = "still right? kb stale FILE.pdf"


@dataclass(frozen=True, slots=True)
class _Around:
    """What a card needs to know of the rest of its sheet."""

    places: Mapping[str, int]
    """The numbers of the cards, by slug."""

    changed: Mapping[Number, Changed]
    desks: Mapping[str, Desk]


def sales_sheet(
    articles: Sequence[SalesArticle],
    *,
    company: str,
    day: date,
    desks: Sequence[Desk] = (),
    processes: Sequence[SalesProcess] = (),
    title: str = "",
    today: OnPaper | None = None,
) -> Sheet:
    """The cheat sheet for sales, its cards in the order of `articles`, the facts as of `day`."""
    around = _Around(_places(articles), (today and today.changed) or {}, {desk.key: desk for desk in desks})
    return Sheet(
        title=printable(title or company or "Cheat sheet"),
        kind="Sales cheat sheet",
        facts=f"Facts as of {day_words(day)}",
        company=printable(company),
        readers="for sales staff only",
        language="en",
        now=typeset(today.now) if today else "",
        strips=strips(processes, around.changed),
        cards=[_sales_card(place, article, around) for place, article in enumerate(articles, 1)],
        contacts=_contacts(articles, around.desks),
        legend=_legend() if any(article.standing for article in articles) else [],
        notes="",
        good_until=f"Good until {day_words(today.good_until)} · {_CHECK}" if today else "",
    )


def customer_sheet(
    articles: Sequence[CustomerArticle],
    *,
    company: str,
    day: date,
    processes: Sequence[CustomerProcess] = (),
    title: str = "",
    today: OnPaper | None = None,
) -> Sheet:
    """The leave-behind for customers: their questions, our answers, the numbers and why; nobody's desk."""
    around = _Around(_places(articles), (today and today.changed) or {}, {})
    return Sheet(
        title=printable(title or company or "Questions and answers"),
        kind="Questions and answers",
        facts=f"As of {day_words(day)}",
        company=printable(company),
        readers="",
        language="en",
        now=typeset(today.now) if today else "",
        strips=strips(processes, around.changed),
        cards=[
            _card(place, article, _customer_parts(article, around), around) for place, article in enumerate(articles, 1)
        ],
        contacts=[],
        legend=[],
        notes="For your notes",
        good_until=f"Good until {day_words(today.good_until)}" if today else "",
    )


def state_mark(standing: Standing | None) -> Mark | None:
    """The sign and the words of a state; None where signatures play no part."""
    found = mark(standing.state) if standing else None
    return Mark(sign=found.sign, words=found.words) if found else None


def _legend() -> list[Mark]:
    return [Mark(sign=each.sign, words=each.means) for each in MARKS.values()]


def _places(articles: Sequence[CustomerArticle]) -> dict[str, int]:
    places: dict[str, int] = {}
    for place, article in enumerate(articles, 1):
        places.setdefault(article.slug, place)
    return places


def _sales_card(place: int, article: SalesArticle, around: _Around) -> Card:
    card = _card(place, article, _sales_parts(article, around), around)
    card["ask"] = " · ".join(filter(None, _reached(article.desk, around.desks)))
    card["state"] = state_mark(article.standing)
    return card


def _card(place: int, article: CustomerArticle, parts: list[Part], around: _Around) -> Card:
    figures, terms = figures_of(article.numbers, around.changed)
    return Card(
        slug=article.slug,
        number=place,
        section=printable(article.tags[0]) if article.tags else "",
        question=typeset(article.title),
        figures=[_printable_figure(figure) for figure in figures],
        terms=typeset(terms),
        parts=[part for part in parts if part["paragraphs"]],
        ask="",
        state=None,
    )


def _sales_parts(article: SalesArticle, around: _Around) -> list[Part]:
    places = around.places
    return [
        Part(label="Say:", tone="say", spare=False, paragraphs=paragraphs(article.say, places)),
        *_now_part(article.numbers, around.changed),
        Part(label="Why:", tone="more", spare=True, paragraphs=paragraphs(article.why, places)),
        Part(label="If they push back:", tone="more", spare=False, paragraphs=paragraphs(article.push_back, places)),
        Part(label="Worth telling:", tone="more", spare=True, paragraphs=paragraphs(article.worth_telling, places)),
        Part(label="Don’t say:", tone="dont", spare=False, paragraphs=plain_paragraphs(article.dont_say)),
    ]


def _customer_parts(article: CustomerArticle, around: _Around) -> list[Part]:
    places = around.places
    return [
        Part(label="", tone="say", spare=False, paragraphs=paragraphs(article.say, places)),
        *_now_part(article.numbers, around.changed),
        Part(label="Why:", tone="more", spare=False, paragraphs=paragraphs(article.why, places)),
        Part(label="Good to know:", tone="more", spare=False, paragraphs=paragraphs(article.worth_telling, places)),
    ]


def _now_part(numbers: Sequence[Number], changed: Mapping[Number, Changed]) -> list[Part]:
    """What stands between the writer's sentence, which is never rewritten, and the numbers of today."""
    found = [(number, changed[number]) for number in numbers if number in changed]
    if not found:
        return []
    first = found[0][1]
    alone = len(found) == 1
    amounts = (first.amount, *first.beside)
    said = " and another ".join(map(amount_words, amounts)) if alone else "the longer times above"
    until = {until_words(change) for _, change in found}
    when = f"Now, {until.pop()}:" if len(until) == 1 and "" not in until else "Now:"
    return [Part(label=when, tone="now", spare=False, paragraphs=sentence(f"{said}."))]


def _printable_figure(figure: Figure) -> Figure:
    return Figure(
        big=typeset(figure["big"]),
        unit=printable(figure["unit"]),
        label=typeset(figure["label"]),
        terms=typeset(figure["terms"]),
        now=printable(figure["now"]),
    )


def _contacts(articles: Sequence[SalesArticle], desks: Mapping[str, Desk]) -> list[Contact]:
    """The desks of these articles, in the order of the cards."""
    cards: dict[str, list[int]] = {}
    for place, article in enumerate(articles, 1):
        if article.desk:
            cards.setdefault(article.desk, []).append(place)
    named = {key: _reached(key, desks) for key in cards}
    return [Contact(name=named[key].name, reach=named[key].reach, cards=cards[key]) for key in cards]


class _Reached(NamedTuple):
    name: str
    reach: str


def _reached(key: str, desks: Mapping[str, Desk]) -> _Reached:
    desk = desks.get(key)
    return _Reached(printable(desk.name), printable(desk.extension)) if desk else _Reached(printable(key), "")
