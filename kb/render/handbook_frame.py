"""What stands around the handbook's answers, as its template takes it: steps, words and desks."""

import re
from typing import TypedDict

from kb.model.book import Book, SalesBook
from kb.model.glossary import Term
from kb.model.published import SalesStep
from kb.render.handbook_prose import shown

_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)


class Told(TypedDict):
    """One step, in words."""

    name: str
    takes: str
    desk: str
    text: str


class Word(TypedDict):
    """One entry of the glossary."""

    term: str
    customers: str
    means: str
    instead: str
    """What to say instead of a shop word."""


class Contact(TypedDict):
    """One desk."""

    name: str
    reach: list[tuple[str, str]]
    """Text, and the address where it is one."""

    knows: str
    proud: str


def steps(book: Book) -> list[Told]:
    """Every step once, in order, with what is done and why; nothing for customers, who see the strip."""
    if not isinstance(book, SalesBook):
        return []
    desks = {desk.key: desk.name for desk in book.desks}
    found = {step.key: step for process in book.processes for step in process.steps}
    return [_told(step, desks) for step in found.values()]


def glossary(book: Book) -> list[Word]:
    """The words in the order of the alphabet."""
    made = [
        Word(
            term=shown(term.term),
            customers=shown(", ".join(term.customers)),
            means=shown(term.means),
            instead=shown(term.instead) if isinstance(term, Term) and term.avoid else "",
        )
        for term in book.terms
    ]
    return sorted(made, key=lambda word: word["term"].casefold())


def contacts(book: Book) -> list[Contact]:
    """The desks as people.yaml has them; none for customers."""
    if not isinstance(book, SalesBook):
        return []
    return [
        Contact(name=shown(desk.name), reach=_reach(desk.reach), knows=shown(desk.knows), proud=shown(desk.proud))
        for desk in book.desks
    ]


def _told(step: SalesStep, desks: dict[str, str]) -> Told:
    return Told(
        name=shown(step.name),
        takes=shown(step.takes_text),
        desk=shown(desks.get(step.desk, step.desk)),
        text=shown(" ".join(filter(None, (step.what, step.why)))),
    )


def _reach(reach: str) -> list[tuple[str, str]]:
    """The text cut at its mail addresses."""
    parts: list[tuple[str, str]] = []
    at = 0
    for found in _ADDRESS.finditer(reach):
        parts += [(shown(reach[at : found.start()]), ""), (found.group(), f"mailto:{found.group()}")]
        at = found.end()
    return [part for part in (*parts, (shown(reach[at:]), "")) if part[0]]
