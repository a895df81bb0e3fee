"""A number that production stands behind, read from one line such as `lead time, plain box: 5 to 7 working days`."""

from decimal import Decimal
from typing import NamedTuple

# The kinds of number, by what breaks them (the table in the format's description).
TAKE = "take"
"""How long we need; its slow end may be promised. Sooner is over."""
GIVE = "give"
"""How long we keep, hold, wait. Longer is over."""
AHEAD = "ahead"
"""Notice that the customer must give. Shorter is over."""
AT_LEAST = "at least"
"""A limit on what a customer may have. Less is over (or more, where NAME does not say smallest or the like)."""
AT_MOST = "at most"
"""A limit on what a customer may have. More is over."""
BETWEEN = "between"
"""Two limits: `50 to 1,000 boxes`. Outside is over."""
GUARANTEED = "guaranteed"
"""What it reliably does. More is over."""
TOLERANCE = "tolerance"
"""`±2 mm`, `within 15 %`. Tighter is over."""
ADDS = "adds"
"""Time on top of every line of the name. Less, none or denied is over."""
COSTS = "costs"
"""`costs 25 %`, `30 % in advance`. Less, none or denied is over."""
CHARGED = "charged"
FREE = "free"
NONE = "none"
NOT_POSSIBLE = "not possible"
ONLY = "only"
"""A choice or a condition: `only E, B, C`. Anything else of that kind is over."""
CLOSED = "closed"
"""No working days. A date in it is over."""
EVERY = "every"
"""`every 500 sheets`: how often. Seldomer is as it is, oftener is over."""
FIGURE = "figure"
"""A plain figure without direction: `78 %`. Any other figure is over."""

KINDS = (
    TAKE, GIVE, AHEAD, AT_LEAST, AT_MOST, BETWEEN, GUARANTEED, TOLERANCE, ADDS, COSTS,
    CHARGED, FREE, NONE, NOT_POSSIBLE, ONLY, CLOSED, EVERY, FIGURE,
)  # fmt: skip


class Unit(NamedTuple):
    """A unit of measure, or the company's own noun."""

    name: str
    """In the singular, as kb writes it: `working day`, `mm`, `%`, `ΔE`, `€`, `box`; empty for a bare figure."""

    family: str
    """What it can be compared with: `working time`, `calendar time`, `clock`, `length`, `mass`, `volume`,
    `temperature`, `type size`, `colour difference`, `share`, `money:€`, or `count:box` for a noun (its stem)."""

    factor: Decimal = Decimal(1)
    """How many of the family's smallest unit one of it is; exact."""


class Amount(NamedTuple):
    """A figure, a range, or several dimensions, with one unit."""

    low: Decimal
    high: Decimal
    """The same as `low` for a single figure."""

    unit: Unit

    dimensions: tuple[Decimal, ...] = ()
    """For `120 x 80 x 40 mm`: all figures, largest first (then `low` is the smallest, `high` the largest)."""

    per: str = ""
    """`week` in `2 a week`, `colour` in `45 minutes a colour`."""

    about: bool = False
    """The writer said *about*."""


class Season(NamedTuple):
    """A stretch of days: of every year, or of one."""

    first: tuple[int, int]
    """Month and day, both included; 29 February counts as 28 in other years."""

    last: tuple[int, int]
    """Month and day, both included. Before `first`: it runs over the new year."""

    year: int = 0
    """The year of `first`; 0 for every year."""

    last_week_of: int = 0
    """A month, for *the last week of July*: the last Monday to Friday that begins in it. `first` and `last` are then
    the month's own ends."""

    said: str = ""
    """As written: `September to November`."""


class Number(NamedTuple):
    """One number line, read."""

    name: str
    """What is limited: `lead time`, `smallest order`."""

    kind: str
    """One of KINDS."""

    conditions: tuple[str, ...] = ()
    """FOR WHAT, all of which apply: `rush`, `repeat order`."""

    amount: Amount | None = None
    """None where the kind has no figure (charged, free, none, not possible, only, closed)."""

    choices: tuple[str, ...] = ()
    """For ONLY: what may be chosen, as written."""

    start: str = ""
    """From when or where it counts: `approved proof and paid deposit`."""

    end: str = ""
    """To when or where: `your door`."""

    during: tuple[Season, ...] = ()
    """When it counts, or for CLOSED when closed; empty for always."""

    once: str = ""
    unless: str = ""
    until: str = ""
    """An event or a date on which it ends, as written."""

    in_advance: bool = False
    """`30 % in advance`."""

    amount_text: str = ""
    """AMOUNT as written: `15 to 18 working days`."""

    text: str = ""
    """The whole line as written, without its bullet."""

    line: int = 0
    """In the article's file, from 1."""
