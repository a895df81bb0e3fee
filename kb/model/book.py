"""All that one reader may see of a content folder on one day; it holds no more, and is made in `kb.session.books`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kb.model.glossary import Term
from kb.model.people import Desk
from kb.model.published import CustomerArticle, CustomerProcess, CustomerTerm, SalesArticle, SalesProcess
from kb.model.results import Today


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerBook:
    """What a customer may read."""

    company: str
    title: str
    """What stands on top: what was asked for, else the company's name; empty for neither."""

    day: date
    """The day whose numbers are told."""

    now: str
    """What is different for everybody on that day; empty for nothing."""

    articles: tuple[CustomerArticle, ...]
    today: Mapping[str, Today]
    """What the times of an article come to on the day, by its slug."""

    processes: tuple[CustomerProcess, ...]
    terms: tuple[CustomerTerm, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """The next time that the plant shows itself."""

    day: date
    when: str
    """As people.yaml has it: `Wednesdays 10:00 and 14:00`."""

    desk: Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class SalesBook:
    """What a salesperson may read."""

    company: str
    title: str
    day: date
    now: str
    articles: tuple[SalesArticle, ...]
    today: Mapping[str, Today]
    processes: tuple[SalesProcess, ...]
    terms: tuple[Term, ...]
    desks: tuple[Desk, ...]
    """In the order of people.yaml."""

    first: tuple[str, ...]
    """Slugs of what somebody new should read first, in order."""

    visit: Visit | None
    """None where nobody shows the plant."""


Book = CustomerBook | SalesBook
