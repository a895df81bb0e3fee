"""A text that is to be checked before it is sent, as it was read from a file; reads and judges none."""

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

    notes: tuple[str, ...] = ()
    """What its reader should know: how it was decoded, what was left out."""

    data: bytes = b""
    """The file as it is; empty for a sentence from the command line."""

    def place(self, line: int) -> int:
        """Where a line of the text, from 1, stands in the file."""
        return self.places[line - 1] if 0 < line <= len(self.places) else line


class Change(NamedTuple):
    """Words of a draft that others take the place of."""

    start: int
    end: int
    """Offsets in the draft's text."""

    instead: str
