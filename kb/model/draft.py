"""A text that is to be checked before it is sent, as it was read from a file; reads and judges none."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

LINE, PARAGRAPH = "line", "paragraph"
"""What a draft's places count."""

TEXT, MAIL, DOCX = "text", "mail", "docx"
"""What a draft was read from."""


class Draft(NamedTuple):
    """A text to be checked."""

    text: str
    """What will be read, with `\\n` at the end of every line."""

    name: str = ""
    """What its file is called; empty for a sentence, a paste or the standard input."""

    kind: str = TEXT
    """TEXT, MAIL or DOCX."""

    places: tuple[int, ...] = ()
    """Where each line of the text stands in the file, from 1; empty where that is its own number."""

    counts: str = LINE
    """LINE or PARAGRAPH: what the places count."""

    called: Mapping[int, str] = MappingProxyType({})
    """What a person calls some of those places: `table 1, row 2`, `footer`."""

    notes: tuple[str, ...] = ()
    """What its reader should know: how it was decoded, what was left out."""

    data: bytes = b""
    """The file as it is; empty for a sentence from the command line."""

    attached: tuple[tuple[str, bytes], ...] = ()
    """The names and bytes of what a mail has attached and has not been read yet."""

    def place(self, line: int) -> int:
        """Where a line of the text, from 1, stands in the file."""
        return self.places[line - 1] if 0 < line <= len(self.places) else line

    def told(self, place: int) -> str:
        """The place in words: `line 3`, `table 1, row 2`."""
        return self.called.get(place) or f"{self.counts} {place}"


class Change(NamedTuple):
    """Words of a draft that others take the place of."""

    start: int
    end: int
    """Offsets in the draft's text."""

    instead: str
