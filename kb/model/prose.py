"""What a writer wrote, as blocks of spans: the only form in which text leaves the library. Never raw Markdown."""

from dataclasses import dataclass

TEXT, BULLET, ORDERED, QUOTE, CODE, ROW = "text", "bullet", "ordered", "quote", "code", "row"
"""Kinds of blocks; a ROW is one row of a table, its first row the header."""

PLAIN, STRONG, EMPHASIS, LITERAL, LINK = "", "strong", "emphasis", "literal", "link"
"""Styles of spans."""

ARTICLE = "slug:"
"""What the target of a link to another article begins with."""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style."""

    text: str
    style: str = PLAIN
    target: str = ""
    """For a LINK: an `http(s):` or `mailto:` address, or `slug:lead-time-standard` for another article."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a bullet, a row of a table."""

    kind: str
    cells: tuple[tuple[Span, ...], ...]
    """One cell of spans; a ROW has one a column."""

    line: int = 0
    """The line of the file that it starts on, from 1."""

    @property
    def text(self) -> str:
        """Its words alone; cells are joined by ` | `."""
        return " | ".join("".join(span.text for span in cell) for cell in self.cells)


def plain_text(blocks: tuple[Block, ...]) -> str:
    """The words of several blocks, a line each."""
    return "\n".join(block.text for block in blocks)


@dataclass(frozen=True, slots=True)
class Line:
    """One bullet of a list whose items are plain lines, as *Customers say* has them."""

    text: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Mention:
    """A link to another article in a plain line or in a number, where only its words are kept."""

    target: str
    """`slug:lead-time-standard`"""

    line: int
    section: str
    """`numbers`, `customers_say` or `dont_say`."""
