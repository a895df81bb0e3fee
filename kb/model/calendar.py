"""What a number line comes to on one day, and the days on which nothing is made; computes neither."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from kb.model.number import Amount, Number


class Closure(NamedTuple):
    """One stretch of closed days."""

    first: date
    last: date
    """Included."""

    number: Number
    """The `closed` line that says so."""


class Now(NamedTuple):
    """How long something takes, where its clock starts today."""

    number: Number
    """The line as production wrote it."""

    amount: Amount
    """What it is now, with everything that adds to it and is of its kind of time."""

    changed: bool
    """Whether anything adds to the line today."""

    by: date | None
    """The day on which the slow end has passed; None for hours, and where no such day can be told."""

    because: tuple[Number, ...] = ()
    """The `adds` lines that count today, in the order in which they were given."""

    beside: tuple[Number, ...] = ()
    """Those of them that `amount` does not hold, being another kind of time (days on working days, or `2 days a
    colour`): they come on top of it. `by` holds them, or is None."""

    @property
    def low(self) -> Decimal:
        """The best case now, in the unit of `amount`."""
        return self.amount.low

    @property
    def high(self) -> Decimal:
        """The slow end now, in the unit of `amount`."""
        return self.amount.high
