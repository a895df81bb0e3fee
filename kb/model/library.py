"""The whole content folder as one frozen value, and its settings."""

from dataclasses import dataclass, field

from kb.model.agreement import Signature
from kb.model.article import INSIDE, Article
from kb.model.glossary import Term
from kb.model.notice import Notice
from kb.model.people import Desk
from kb.model.problem import Problem
from kb.model.process import Process
from kb.settings import DEFAULT_REVIEW_DAYS


@dataclass(frozen=True, slots=True)
class Company:
    """What `kb.yaml` says."""

    name: str = ""
    review_days: int = DEFAULT_REVIEW_DAYS
    sheet: tuple[str, ...] = ()
    """Slugs that a cheat sheet holds when nothing is chosen, in order."""

    publish: tuple[str, ...] = ()
    """Outputs of `kb publish`, as written: `pocket.pdf --paper phone`."""

    default_audience: str = INSIDE
    share_searches: bool = False
    same_person: bool = False
    """Whether one person may sign for both sides."""

    key_lines: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything but the articles: small, and read on every command."""

    company: Company = Company()
    desks: tuple[Desk, ...] = ()
    process: Process = field(default_factory=Process)
    terms: tuple[Term, ...] = ()

    def desk(self, key: str) -> Desk | None:
        """The desk of that key."""
        return next((desk for desk in self.desks if desk.key == key), None)


@dataclass(frozen=True, slots=True)
class Library:
    """A content folder, read whole."""

    frame: Frame = Frame()
    articles: tuple[Article, ...] = ()
    """By path. Two may have one slug; lint tells."""

    problems: tuple[Problem, ...] = ()
    """What reading found; what checking finds comes on top."""

    notices: tuple[Notice, ...] = ()
    """By path; those that have ended too."""

    signatures: tuple[Signature, ...] | None = None
    """By path. None where signatures play no part, because the company has no folder of them."""
