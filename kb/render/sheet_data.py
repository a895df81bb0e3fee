"""The sheet as its template `sheet.typ` gets it: plain text, fit for JSON; `kb.render.sheet` makes it."""

from typing import NotRequired, TypedDict

from kb.render.figures import Figure
from kb.render.sheet_prose import Paragraph
from kb.render.sheet_strip import Strip


class Mark(TypedDict):
    """A state in words with its sign, or a line of the legend."""

    sign: str
    """`full`, `open` or `warn`: ●, ○, ▲."""

    words: str


class Part(TypedDict):
    """One part of a card's text."""

    label: str
    """`Say:`; empty for none."""

    spare: bool
    """Whether it stands on paper only where a neighbour that is taller leaves room."""

    tone: str
    """`say`, `now`, `more`, or `dont` (tinted, with a side bar)."""

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
    cards: list[int]


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
    notes: str
    """What stands above empty lines where a page has room for some; empty for none."""

    good_until: str
    """`Good until 3 December 2026`, and for sales how to check it."""

    keywords: NotRequired[list[str]]
    """Carried unseen in the file."""
