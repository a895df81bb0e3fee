"""What one reader may see: types that cannot hold more.

Only `kb.desk.publish` (articles) and `kb.desk.publish_frame` (process, glossary) make them.
"""

from dataclasses import dataclass

from kb.model.agreement import Standing
from kb.model.number import Amount, Number
from kb.model.prose import Block, Line


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerArticle:
    """What a customer may read of an article."""

    slug: str
    title: str
    tags: tuple[str, ...]
    say: tuple[Block, ...]
    numbers: tuple[Number, ...]
    why: tuple[Block, ...]
    worth_telling: tuple[Block, ...]
    standing: Standing | None = None
    """How it stands by its signatures on the day; None where signatures play no part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SalesArticle(CustomerArticle):
    """What a salesperson may read of an article; nothing inside."""

    path: str
    audience: str
    """`customer` or `sales`: who may read the answer itself."""

    desk: str
    """The key of a desk; empty where none is written."""

    aliases: tuple[str, ...]
    customers_say: tuple[Line, ...]
    dont_say: tuple[Line, ...]
    push_back: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerStep:
    """What a customer may see of a production step."""

    key: str
    name: str
    short: str
    """For the process strip; never empty."""

    takes: Amount | None
    takes_text: str
    beside: str
    """The key of the step that it starts with; empty when it follows the one before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SalesStep(CustomerStep):
    """What a salesperson may see of a production step."""

    desk: str
    what: str
    why: str
    promised: bool
    """Whether it lies inside the promise; a customer sees no other step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerProcess:
    """One way through production, from the start to the end of a promise."""

    steps: tuple[CustomerStep, ...] = ()
    for_what: str = ""
    """The kind of order: `new printed box`; empty where no route is declared."""

    promise: Number | None = None
    """The lead time that the steps add up to; None where no article that the reader may see states it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SalesProcess:
    """One way through production, with what comes before and after the promise."""

    steps: tuple[SalesStep, ...] = ()
    for_what: str = ""
    promise: Number | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerTerm:
    """A word that a customer may meet, and what it means."""

    term: str
    customers: tuple[str, ...]
    """What customers call it themselves."""

    means: str
