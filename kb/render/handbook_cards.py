"""The handbook's answers as its template takes them: plain text and groups of it."""

from collections.abc import Mapping
from datetime import date
from typing import TypedDict

from kb.model.agreement import Standing
from kb.model.book import Book, SalesBook
from kb.model.number import Number
from kb.model.people import Desk
from kb.model.published import CustomerArticle, SalesArticle
from kb.model.results import Today
from kb.render.dated import dated
from kb.render.figures import Figure, figures_of
from kb.render.handbook_prose import Group, groups, shown
from kb.render.handbook_times import Table, own_table, times_of
from kb.render.standing import days, mark, phrase, remark

_SIGNS = {"full": "●", "open": "○", "warn": "▲"}


class State(TypedDict):
    """How an answer stands."""

    sign: str
    """●, ○ or ▲: the words tell it all, the sign is for the eye."""

    words: str
    """`YOU MAY SAY THIS, agreed 2 Nov, good to 1 Feb`."""

    remark: str
    """What else there is to know; empty for an answer that is agreed."""

    first: bool
    """Whether one has to ask first, so that this is told before anything else."""


class Card(TypedDict):
    """One answer."""

    number: int
    slug: str
    section: str
    question: str
    name: str
    """The name of all figures, where it is left out of their labels."""

    figures: list[Figure]
    terms: str
    say: list[Group]
    sentence: str
    """What the first time comes to on the day; empty where nothing is different."""

    table: Table | None
    """Its own times, where there are several."""

    times: str
    """Where all times of that name stand: `#t1`; empty where there are no others."""

    times_name: str
    why: list[Group]
    worth_telling: list[Group]
    dont_say: list[str]
    """Empty for customers, as are `push_back` and `ask`."""

    push_back: list[Group]
    ask: str
    state: State | None
    """None for customers, and in a folder without signatures."""


def cards(book: Book) -> list[Card]:
    """One card an answer, numbered from 1."""
    numbered = list(enumerate(book.articles, 1))
    places = {article.slug: f"#a{number}" for number, article in reversed(numbered)}
    desks = {desk.key: " · ".join(filter(None, (desk.name, desk.extension))) for desk in _desks(book)}
    tables = {slug: table for table in times_of(book) if len(table["rows"]) > 1 for slug in table["slugs"]}
    made = []
    for number, article in numbered:
        card = _card(number, article, places, book.today.get(article.slug), book.day)
        if isinstance(article, SalesArticle):
            card["dont_say"] = [shown(line.text) for line in article.dont_say]
            card["push_back"] = groups(article.push_back, places)
            card["ask"] = shown(desks.get(article.desk, article.desk))
            card["state"] = _state(article.standing, card["ask"]) if article.standing else None
        if article.slug in tables:
            card["times"], card["times_name"] = f"#{tables[article.slug]['place']}", tables[article.slug]["name"]
        made.append(card)
    return made


def _card(number: int, article: CustomerArticle, places: Mapping[str, str], today: Today | None, day: date) -> Card:
    figures, terms = figures_of(article.numbers)
    return Card(
        number=number,
        slug=article.slug,
        section=shown(_section(article)),
        question=shown(article.title),
        name=_shared_name(article.numbers),
        figures=[_shown_figure(figure) for figure in figures],
        terms=shown(terms),
        say=groups(article.say, places),
        sentence=shown(dated(today.sentence, day)) if today else "",
        table=own_table(article.slug, today, day) if today else None,
        times="",
        times_name="",
        why=groups(article.why, places),
        worth_telling=groups(article.worth_telling, places),
        dont_say=[],
        push_back=[],
        ask="",
        state=None,
    )


def _state(standing: Standing, whom: str) -> State:
    told = days(standing.on, standing.until) if standing.may_be_said else ""
    return State(
        sign=_SIGNS[mark(standing.state).sign],
        words=", ".join(filter(None, (phrase(standing.state), told))),
        remark=remark(standing.state, standing.on, standing.until, whom),
        first=not standing.may_be_said,
    )


def _section(article: CustomerArticle) -> str:
    return article.tags[0] if article.tags else ""


def _shared_name(numbers: tuple[Number, ...]) -> str:
    """As `figures_of` leaves it out."""
    alike = len(numbers) > 1 and len({number.name for number in numbers}) == 1
    return shown(numbers[0].name) if alike and all(number.conditions for number in numbers) else ""


def _shown_figure(figure: Figure) -> Figure:
    return Figure(
        big=shown(figure["big"]),
        unit=shown(figure["unit"]),
        label=shown(figure["label"]),
        terms=shown(figure["terms"]),
        now=shown(figure["now"]),
    )


def _desks(book: Book) -> tuple[Desk, ...]:
    return book.desks if isinstance(book, SalesBook) else ()
