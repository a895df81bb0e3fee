"""What one version of an answer says otherwise than another, as lines of a screen and as JSON; compares nothing.

What differs stands in [brackets], so that it is seen without colours too.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Protocol

from kb.render import page
from kb.render.page import Line, Span, wrapped
from kb.text import safe_line

if TYPE_CHECKING:
    from collections.abc import Iterator

_HANG = 7


class Words(Protocol):
    """Some words of a line that stand together."""

    @property
    def text(self) -> str:
        """The words."""

    @property
    def differs(self) -> bool:
        """Whether the other version has not got them here."""


class Change(Protocol):
    """One line that differs."""

    @property
    def section(self) -> str:
        """Where it stands: `Numbers`."""

    @property
    def was(self) -> Sequence[Words]:
        """Empty where the line is new."""

    @property
    def now(self) -> Sequence[Words]:
        """Empty where the line has gone."""


def difference_lines(changes: Iterable[Change], width: int) -> list[Line]:
    """The lines that differ, each as it was and as it is now, below the names of their sections."""
    lines: list[Line] = []
    for section, own in groupby(changes, key=lambda change: change.section):
        lines.append((Span(f" {safe_line(section)}", page.LABEL),))
        for change in own:
            lines += _version("was" if change.now else "gone", change.was, page.QUIET, width)
            lines += _version("now" if change.was else "new", change.now, page.FIGURE, width)
    return lines


def difference_objects(changes: Iterable[Change]) -> list[dict[str, str]]:
    """The same for scripts: each line whole, empty where there was or is none."""
    return [{"section": change.section, "was": _plain(change.was), "now": _plain(change.now)} for change in changes]


def _version(label: str, words: Sequence[Words], style: str, width: int) -> list[Line]:
    return wrapped(_marked(words, style), width, label=(Span(f"  {label}", page.LABEL),), hang=_HANG)


def _marked(words: Sequence[Words], style: str) -> "Iterator[Span]":
    for position, part in enumerate(words):
        space = " " if position else ""
        yield Span(f"{space}[{part.text}]", style) if part.differs else Span(f"{space}{part.text}")


def _plain(words: Sequence[Words]) -> str:
    return " ".join(part.text for part in words)
