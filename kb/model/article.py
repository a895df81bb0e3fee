"""One answer: what a customer asks, what we say, the numbers behind it, and who may read which part."""

from dataclasses import dataclass

from kb.model.number import Number
from kb.model.prose import Block, Line, Mention

CUSTOMER, SALES, INSIDE = "customer", "sales", "inside"
AUDIENCES = (CUSTOMER, SALES, INSIDE)
"""The three readers, the widest first: each sees its own level and those before it."""


def may_read(reader: str, audience: str) -> bool:
    """Whether a reader sees what was written for an audience; whatever is unknown is for inside.

    >>> may_read("customer", "sales"), may_read("sales", "customer")
    (False, True)
    """
    return _depth(audience) <= (AUDIENCES.index(reader) if reader in AUDIENCES else -1)


def _depth(audience: str) -> int:
    return AUDIENCES.index(audience) if audience in AUDIENCES else AUDIENCES.index(INSIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One file of `articles/`, whole: it holds inside text, so no export is ever made from it directly."""

    slug: str
    path: str
    """Relative to the content folder, with `/`."""

    title: str
    """The customer's question."""

    audience: str = INSIDE
    """Who may read the answer, Numbers, Why and Worth telling: one of AUDIENCES."""

    audience_written: bool = False
    """False where kb.yaml's default, or the rule that a broken file is inside, decided."""

    desk: str = ""
    tags: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    review_days: int = 0
    """How long a signature holds; 0 for the company's own interval."""

    say: tuple[Block, ...] = ()
    """The answer. For `audience`, as are Numbers, Why and Worth telling."""

    numbers: tuple[Number, ...] = ()
    why: tuple[Block, ...] = ()
    worth_telling: tuple[Block, ...] = ()

    customers_say: tuple[Line, ...] = ()
    """For sales, as are Don't say and If they push back."""

    dont_say: tuple[Line, ...] = ()
    push_back: tuple[Block, ...] = ()

    inside: tuple[Block, ...] = ()
    """Inside only: its own section, every unknown heading with its text, and `inside/<slug>.md`."""

    mentions: tuple[Mention, ...] = ()
    """Which articles its plain lines and numbers link to."""

    key_lines: tuple[tuple[str, int], ...] = ()
    """On which line each key or heading stands, for problems: `desk`, `title`, `say` …"""

    def line_of(self, key: str) -> int:
        """The line of a front matter key, `title` or a section; 1 where it was not written."""
        return next((line for name, line in self.key_lines if name == key), 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What of an article tells who may read it and how it is called; the first fields of `Article`."""

    slug: str
    title: str
    audience: str = INSIDE
    tags: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
