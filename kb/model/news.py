"""What has changed for somebody who sells; finds and shows nothing."""

from dataclasses import dataclass
from datetime import date

NEW, AGAIN, NUMBERS, WORDING = "new", "again", "numbers", "wording"
WITHDRAWN, ASK_AGAIN, NOTICE, OVER, ANSWERED = "withdrawn", "ask first", "notice", "over", "answered"
KINDS = (WITHDRAWN, ASK_AGAIN, NUMBERS, NOTICE, ANSWERED, NEW, AGAIN, WORDING, OVER)
"""What hurts most when it is missed comes first. An answer that is gone, or has to be asked about first again, or has
other numbers; a notice that began; a question that production has answered; an answer that may be said for the first
time, or again, or in other words; a notice that ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One line of an answer, as it was and as it is now; empty where it was not there."""

    was: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """One thing that has changed."""

    kind: str
    """One of KINDS."""

    text: str
    """The answer's question, the notice's sentence, or the question that was asked."""

    slug: str = ""
    """The answer's; empty where there is none."""

    on: date | None = None
    """The day; None where nothing tells it."""

    until: date | None = None
    """A notice's last day."""

    changed: tuple[Changed, ...] = ()
    """The number lines that are others, for NUMBERS; for WORDING the other lines."""

    why: str = ""
    """Why a question has no answer."""
