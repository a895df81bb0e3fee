"""A reader's answers, and what stands around them, as plain data for JSON and for hashes; decides nothing."""

from typing import NotRequired, TypedDict

from kb.model.book import Book, SalesBook
from kb.model.glossary import Term
from kb.model.people import Desk
from kb.model.prose import plain_text
from kb.model.published import (
    CustomerArticle,
    CustomerProcess,
    CustomerStep,
    CustomerTerm,
    SalesArticle,
    SalesProcess,
    SalesStep,
)
from kb.model.results import NowRow, Today
from kb.render.show_json import number_object

Row = TypedDict("Row", {"slug": str, "for": str, "normally": str, "now": str, "by": str, "terms": str})
"""One time as it is on the day."""


class Times(TypedDict):
    """What an answer's times come to on the day."""

    sentence: str
    name: str
    unit: str
    terms: str
    start: str
    rows: list[Row]


class Answer(TypedDict):
    """One answer; what only sales may read is missing in an export for customers."""

    slug: str
    title: str
    tags: list[str]
    say: str
    numbers: list[dict[str, str]]
    why: str
    worth_telling: str
    today: NotRequired[Times]
    desk: NotRequired[str]
    state: NotRequired[str | None]
    """None in a folder without signatures."""

    audience: NotRequired[str]
    aliases: NotRequired[list[str]]
    customers_say: NotRequired[list[str]]
    dont_say: NotRequired[list[str]]
    push_back: NotRequired[str]


class StepObject(TypedDict):
    """One step of production."""

    key: str
    name: str
    takes: str
    beside: str
    desk: NotRequired[str]
    what: NotRequired[str]
    why: NotRequired[str]
    promised: NotRequired[bool]


ProcessObject = TypedDict("ProcessObject", {"for": str, "promise": str, "steps": list[StepObject]})


class TermObject(TypedDict):
    """One entry of the glossary."""

    term: str
    customers: list[str]
    means: str
    instead: NotRequired[str]
    """What to say in the place of a shop word; only for sales."""


class DeskObject(TypedDict):
    """One desk; only for sales."""

    key: str
    name: str
    reach: str
    knows: str
    visit: str


class Around(TypedDict):
    """What stands around the answers."""

    processes: list[ProcessObject]
    glossary: list[TermObject]
    people: NotRequired[list[DeskObject]]


def answer_object(article: CustomerArticle) -> Answer:
    """All that the edition holds of an answer; the same on every day."""
    told: Answer = {
        "slug": article.slug,
        "title": article.title,
        "tags": list(article.tags),
        "say": plain_text(article.say),
        "numbers": [number_object(number) for number in article.numbers],
        "why": plain_text(article.why),
        "worth_telling": plain_text(article.worth_telling),
    }
    if isinstance(article, SalesArticle):
        told["desk"] = article.desk
        told["state"] = article.standing.state if article.standing else None
        told["audience"] = article.audience
        told["aliases"] = list(article.aliases)
        told["customers_say"] = [line.text for line in article.customers_say]
        told["dont_say"] = [line.text for line in article.dont_say]
        told["push_back"] = plain_text(article.push_back)
    return told


def times_object(today: Today) -> Times:
    """What an answer's times come to on the day."""
    return {
        "sentence": today.sentence,
        "name": today.name,
        "unit": today.unit,
        "terms": today.terms,
        "start": today.start,
        "rows": [_row(row) for row in today.rows],
    }


def around_object(book: Book) -> Around:
    """Process, glossary, and for sales the desks."""
    told: Around = {
        "processes": [_process(process) for process in book.processes],
        "glossary": [_term(term) for term in book.terms],
    }
    if isinstance(book, SalesBook):
        told["people"] = [_desk(desk) for desk in book.desks]
    return told


def _row(row: NowRow) -> Row:
    return {
        "slug": row.slug,
        "for": row.for_what,
        "normally": row.normally,
        "now": row.now,
        "by": row.by,
        "terms": row.terms,
    }


def _process(process: SalesProcess | CustomerProcess) -> ProcessObject:
    promise = process.promise.text if process.promise else ""
    return {"for": process.for_what, "promise": promise, "steps": [_step(step) for step in process.steps]}


def _step(step: CustomerStep) -> StepObject:
    told: StepObject = {"key": step.key, "name": step.name, "takes": step.takes_text, "beside": step.beside}
    if isinstance(step, SalesStep):
        told.update({"desk": step.desk, "what": step.what, "why": step.why, "promised": step.promised})
    return told


def _term(term: Term | CustomerTerm) -> TermObject:
    told: TermObject = {"term": term.term, "customers": list(term.customers), "means": term.means}
    if isinstance(term, Term) and term.avoid:
        told["instead"] = term.instead
    return told


def _desk(desk: Desk) -> DeskObject:
    return {"key": desk.key, "name": desk.name, "reach": desk.reach, "knows": desk.knows, "visit": desk.visit}
