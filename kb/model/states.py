"""The words for how an answer stands, and which holds on a day. Light, as it is on the way of every search."""

from datetime import date, timedelta

AGREED, TIGHTENED, CHANGED = "agreed", "tightened", "changed"
DUE, UNSIGNED, EXPIRED = "due", "unsigned", "expired"
STATES = (AGREED, TIGHTENED, CHANGED, DUE, UNSIGNED, EXPIRED)

ASK_FIRST = (UNSIGNED, EXPIRED)
"""The states in which nothing may be said without asking."""

GRACE = timedelta(days=30)
"""How long an answer whose review is due may still be said."""


def state_on(basis: str, until: date | None, day: date) -> str:
    """The word of STATES for a day.

    `basis` is how the file stands to what was signed: AGREED, TIGHTENED, CHANGED or UNSIGNED; `until` the last day on
    which both signatures hold, None where there are none.
    """
    if until is None or day <= until:
        return basis
    return DUE if day - until <= GRACE else EXPIRED
