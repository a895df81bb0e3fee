"""What has changed since a hand-out was made; compares nothing."""

from dataclasses import dataclass
from datetime import date

SAME, CHANGED, WITHDRAWN = "same", "changed", "withdrawn"


@dataclass(frozen=True, slots=True)
class Aged:
    """One answer of a hand-out beside what it says now."""

    slug: str
    status: str
    """SAME, CHANGED, or WITHDRAWN: its reader may no longer read it, or it is gone."""

    was: tuple[str, ...] = ()
    """The numbers that it showed and no longer would."""

    now: tuple[str, ...] = ()
    """Those that it would show instead; both are empty where only words changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Staleness:
    """A hand-out beside the content folder as it is now."""

    reader: str
    day: date
    """The day whose numbers it shows."""

    answers: tuple[Aged, ...]
    around: tuple[str, ...]
    """What else of it has changed: `the NOW line`, `who to ask`."""

    added: tuple[str, ...]
    """Answers that it would hold if it were made now; it is not wrong for want of them."""

    options: tuple[str, ...]
    """Of `kb export`, to make it again."""

    @property
    def is_stale(self) -> bool:
        """Whether anything that it shows has changed."""
        return bool(self.around) or any(answer.status != SAME for answer in self.answers)
