"""What the regular meeting of both departments is about; nothing in it counts or ranks people."""

from dataclasses import dataclass
from datetime import date

from kb.model.note import Note


@dataclass(frozen=True, slots=True)
class Sought:
    """Something that nobody could answer."""

    text: str
    times: int
    desk: str
    """The name of a desk; empty where nothing tells which."""

    needed: date | None = None
    command: str = ""
    """What answers it."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One part of an answer in the two wordings that are not agreed."""

    slug: str
    part: str
    """`Say`, `Numbers` …"""

    agreed: str
    """As it is in force; empty where there was nothing."""

    new: str
    """As one side would have it; empty where it is to go."""

    title: str = ""
    """Of the answer."""


@dataclass(frozen=True, slots=True)
class Ending:
    """Something that runs out this month, or has."""

    name: str
    """A slug, or the sentence of a notice."""

    until: date
    title: str = ""
    """Of the answer; empty for a notice."""


@dataclass(frozen=True, slots=True)
class Visit:
    """The part of the plant to see together this month."""

    desk: str
    when: str
    proud: str
    questions: tuple[str, ...]
    """What to ask there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """One page for one meeting."""

    day: date
    since: date | None = None
    """When the last meeting was; None where there was none."""

    asked: tuple[Sought, ...] = ()
    searched: tuple[Sought, ...] = ()
    differences: tuple[Difference, ...] = ()
    endings: tuple[Ending, ...] = ()
    notes: tuple[Note, ...] = ()
    """Since the last meeting, in the order of days."""

    answered: int = 0
    """How many questions were answered since then."""

    to_sign: int = 0
    """How many answers wait for a signature."""

    visit: Visit | None = None
