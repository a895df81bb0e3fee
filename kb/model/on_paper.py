"""What a day makes of the numbers on a hand-out, and until when it may be trusted; computes nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kb.model.number import Amount, Number


@dataclass(frozen=True, slots=True)
class Changed:
    """A time that is not as usual."""

    amount: Amount
    """What it comes to now; as usual where all that adds to it is of another kind of time."""

    beside: tuple[Amount, ...] = ()
    """What comes on top of `amount`, being another kind of time."""

    until: date | None = None
    """The last day on which it comes to that; None where no such day can be told."""


@dataclass(frozen=True, slots=True)
class OnPaper:
    """A day as paper has it: paper is read on later days too."""

    good_until: date
    """The last day on which everything that the day decides holds."""

    now: str = ""
    """What is different, in sentences; empty for nothing."""

    changed: Mapping[Number, Changed] | None = None
    """The times that are not as usual; None for none."""
