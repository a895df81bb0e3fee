"""Notes for the meeting of both departments; reads and judges none."""

from dataclasses import dataclass
from datetime import date

FRUSTRATION, INSIGHT, CHALLENGE, IDEA, THANKS = "frustration", "insight", "challenge", "idea", "thanks"
NOTE_KINDS = (FRUSTRATION, INSIGHT, CHALLENGE, IDEA, THANKS)

MEETING = "meeting"
"""The kind of a note that says only that a meeting was held; nobody writes one by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One file of `notes/`."""

    key: str
    path: str
    kind: str
    text: str
    on: date | None = None
    """The day with which its file's name begins."""

    at: str = ""
    """The time of that day in UTC, `14:05:09`; empty where it was not written."""

    side: str = ""
    """`production` or `sales`; empty where it was not said."""

    by: str = ""
    """Empty where it is unsigned."""
