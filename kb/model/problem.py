"""A mistake in content, as a value with a place: all of them are told at once."""

from dataclasses import dataclass

ERROR = "error"
WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something in the content folder that its writer should know about."""

    path: str
    """Where, relative to the content folder, with `/`: `articles/time/lead-time.md`."""

    line: int
    """Counted from 1; 0 where the whole file is meant."""

    sentence: str
    """What is wrong and the way out: `unknown desk 'desing'. Did you mean 'design'?`"""

    severity: str = ERROR
    """ERROR or WARNING."""
