"""What `kb promise` found in a text: values, computed elsewhere and shown elsewhere."""

from typing import NamedTuple

OVER, SAFE, UNKNOWN, NO_CLAIM = "over", "safe", "unknown", "none"
"""Something to change, something fine, something to ask, nothing that is claimed."""


class Otherwise(NamedTuple):
    """The other outcome, where a condition was not said."""

    condition: str
    """As the number line has it: `repeat order`."""

    verdict: str
    write: str
    """What may be said then."""


class Finding(NamedTuple):
    """One claim of a text, and what production's numbers make of it."""

    verdict: str
    """OVER, SAFE or UNKNOWN."""

    claim: str
    """The clause as written."""

    start: int
    end: int
    """Its offsets in the whole text."""

    line: int
    """Of the text, from 1."""

    article: str = ""
    """The slug of the deciding article."""

    number: str = ""
    """The number line, or the Don't-say line, as written."""

    allowed: str = ""
    """What may be said: `20 to 23 working days`, `at most 10 pallets`."""

    write: str = ""
    """A sentence that can be sent instead, as of the day."""

    because: tuple[str, ...] = ()
    """`15 to 18 working days (lead-time-standard)`, `closed 24 December to 2 January (shutdowns)`."""

    otherwise: tuple[Otherwise, ...] = ()
    ask: str = ""
    """The question for production; empty where a number decides."""

    desk: str = ""
    """The key of the desk to ask."""

    matched: tuple[str, ...] = ()
    """The words of the text that led to the number."""

    reason: str = ""
    """One plain sentence for --explain."""

    counted_from: str = ""
    """`today, Mon 23 Nov 2026`; empty for what is not counted in days."""

    read_for: tuple[str, ...] = ()
    """The conditions of the number that was taken: `new printed box`."""

    replaces: tuple[int, int] | None = None
    """Offsets in the whole text that `instead` replaces in a corrected draft; None where nothing can be put there."""

    instead: str = ""


class Checked(NamedTuple):
    """A whole text, checked."""

    verdict: str
    """OVER if any finding is, else UNKNOWN if any is, else SAFE; NO_CLAIM where nothing is claimed."""

    findings: tuple[Finding, ...] = ()
    """In the order of the text."""

    read_as: str = ""
    """`printed, new order; proof approved today, Mon 23 Nov 2026.`"""
