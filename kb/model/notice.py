"""What is different just now: production's quick word, which ends by itself."""

from dataclasses import dataclass
from datetime import date

from kb.model.number import Number


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One file of `notices/`."""

    key: str
    """Its file's name without the ending: `2026-11-23-k7m2`."""

    path: str
    """Relative to the content folder, with `/`."""

    sentence: str
    """What has happened: `Die-cutter down.`; nothing that is inside only."""

    numbers: tuple[Number, ...] = ()
    """What it changes: `lead time: adds 3 working days`."""

    since: date | None = None
    """Its first day; None where nothing tells, so that it counts from ever."""

    until: date | None = None
    """Its last day; None where none can be read: then it counts until somebody ends it."""

    ended: date | None = None
    """The day from which it no longer counts, because somebody ended it."""

    by: str = ""
    """The desk or person that gave it."""

    def holds_on(self, day: date) -> bool:
        """Whether it counts on that day."""
        begun = self.since is None or self.since <= day
        over = (self.until is not None and self.until < day) or (self.ended is not None and self.ended <= day)
        return begun and not over
