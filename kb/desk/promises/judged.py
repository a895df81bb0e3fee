"""What one number line makes of one claim: a value that those who compare return; says nothing to a reader."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from kb.desk.promises.ground import Ground
from kb.desk.promises.lines import Line
from kb.desk.promises.touch import Scope
from kb.model.promise import OVER, SAFE, UNKNOWN
from kb.words.claims import Clause
from kb.words.points import Point

_ORDER = (SAFE, UNKNOWN, OVER)


class Start(NamedTuple):
    """A day on which the clock may start."""

    day: date
    said: str
    """`today, Mon 23 Nov 2026`, `1 October 2026`."""


class Case(NamedTuple):
    """One claim with all that judging it takes."""

    ground: Ground
    scope: Scope
    clause: Clause
    point: Point | None
    starts: tuple[Start, ...]
    adds: tuple[Line, ...] = ()
    """`adds` lines whose condition the text says."""

    sentence: str = ""
    """Folded, as far as the claim's own sentence goes."""

    written: str = ""
    """The whole text as written."""

    before: str = ""
    """What came before it in the text, folded."""


class Judged(NamedTuple):
    """The verdict of one line on one claim."""

    verdict: str
    line: Line
    """The deciding line."""

    base: Line
    """The line that was compared; another than `line` where what adds to it decides."""

    reason: str
    allowed: str = ""
    because: tuple[str, ...] = ()
    by: date | None = None
    start: Start | None = None
    point: Point | None = None
    """What of the text was compared; None for a clause as a whole."""

    matched: frozenset[int] = frozenset()
    words: int = 0


def worst(verdicts: Sequence[str]) -> str:
    """OVER before UNKNOWN before SAFE."""
    return max(verdicts, key=_ORDER.index)
