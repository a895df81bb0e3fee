"""What waits for production, as one list; nothing in it names a customer."""

from dataclasses import dataclass
from datetime import date

QUESTIONS, SEARCHES, FLAGGED, ANSWERS, MENDING = "questions", "searches", "flags", "articles", "problems"
SECTIONS = (QUESTIONS, FLAGGED, SEARCHES, ANSWERS, MENDING)
"""In the order in which they are told: a person waits for the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing that waits."""

    section: str
    """One of SECTIONS."""

    key: str
    """A question's id, an article's slug, a file's path, or the words of a search."""

    text: str
    detail: str
    """In words: how often it was asked, by when it is needed, what is wrong."""

    command: str
    """What deals with it."""

    desk: str = ""
    """The key of a desk; empty where nothing tells which."""

    times: int = 1
    needed: date | None = None


@dataclass(frozen=True, slots=True)
class Inbox:
    """All that waits."""

    day: date
    items: tuple[Item, ...] = ()
    """Section by section, in each the most pressing first."""

    left_out: int = 0
    """How many kinds of searches in vain were too many to look at."""

    def of(self, section: str) -> tuple[Item, ...]:
        """The items of one section."""
        return tuple(item for item in self.items if item.section == section)
