"""Signatures, and how an article stands by them; computes nothing."""

from dataclasses import dataclass
from datetime import date

from kb.model.article import Article
from kb.model.states import ASK_FIRST, state_on

PRODUCTION, SALES_SIDE = "production", "sales"
SIDES = (PRODUCTION, SALES_SIDE)
"""Production signs *this is true*, sales *I would say it in these words*."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """One side's word for one text of an article: one file of `agreed/<slug>/`."""

    slug: str
    path: str
    """Relative to the content folder, with `/`."""

    side: str
    """One of SIDES."""

    by: str
    on: date
    until: date
    """The last day on which it holds."""

    text: str
    """What was signed, in full, as `kb.library.signed` writes it: two are the same text when these are equal."""

    article: Article
    """The same, read: it has what was signed and nothing else."""

    at: str = ""
    """The moment of signing in UTC, as `2026-11-02T14:05:33.120000Z`: it orders what was signed on one day, and
    nothing else. Empty where it was not written."""

    @property
    def order(self) -> tuple[date, str, str]:
        """Sorts signatures by when they were given."""
        return self.on, self.at, self.path


@dataclass(frozen=True, slots=True)
class Agreed:
    """What the signatures of an article come to, whatever the day."""

    basis: str
    """`agreed`, `tightened`, `changed` or `unsigned`: how what the file says now stands to what was signed."""

    on: date | None = None
    """When the second side signed the text that is in force; None where it is unsigned."""

    until: date | None = None
    """The last day on which both signatures hold."""

    def state(self, day: date) -> str:
        """The word of STATES for that day."""
        return state_on(self.basis, self.until, day)


@dataclass(frozen=True, slots=True)
class Standing:
    """How an article stands on a day, for whoever reads it."""

    state: str
    """One of STATES."""

    on: date | None = None
    """When it was agreed; None where it never was."""

    until: date | None = None
    """The last day on which both signatures hold."""

    @property
    def may_be_said(self) -> bool:
        """Whether a salesperson may say it without asking."""
        return self.state not in ASK_FIRST
