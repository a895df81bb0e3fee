"""One number of the company as it is on a day, for the list of all of them; computes nothing."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """One number line on a day."""

    name: str
    """`lead time`."""

    for_what: str
    """`new printed box`; empty where it holds for all."""

    kind: str
    """One of `kb.model.number.KINDS`."""

    normally: str
    """`15 to 18 working days`, as production wrote it."""

    now: str
    """What it comes to on the day: `20 to 23 working days`; empty where it does not count then."""

    changed: bool
    """Whether `now` is another than `normally`."""

    by: date | None
    """The day on which it has passed at the latest, where its clock starts on the day."""

    terms: str
    """`from approved proof, to your door`, `during September to November`."""

    article: str
    """The slug of the article that says so."""

    state: str = ""
    """How the article stands by its signatures; empty where those play no part."""


@dataclass(frozen=True, slots=True)
class Limits:
    """All numbers of a company that a reader may see, on a day."""

    company: str
    day: date
    reader: str
    """`sales` or `customer`."""

    banner: str
    """What is different just now; empty where nothing is."""

    limits: tuple[Limit, ...]
    """By name."""

    left_out: tuple[str, ...] = ()
    """The slugs of articles whose numbers no customer is told before somebody has asked."""
