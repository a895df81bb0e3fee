"""The lines of a Word document and where each stands in it, from its elements; opens none and changes none."""

from collections.abc import Iterator
from itertools import count
from typing import Any, NamedTuple

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXTS = (f"{_W}t", "{http://schemas.openxmlformats.org/officeDocument/2006/math}t")
"""The elements that hold words: those of the text and those of a formula."""

_PARAGRAPH, _TABLE, _ROW, _CELL, _BOX = (f"{_W}{name}" for name in ("p", "tbl", "tr", "tc", "txbxContent"))
_GONE = (
    f"{_W}del",
    f"{_W}moveFrom",
    f"{_W}sectPr",
    f"{_W}pPr",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
)
"""What was deleted with changes tracked, what is no text, and what is there twice for older programs."""

_SIGNS = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": "\t", f"{_W}noBreakHyphen": "-"}
_SYMBOL = f"{_W}sym"
_SYMBOLS = {"F0B1": "±", "F0B3": "≥", "F0A3": "≤", "F0B0": "°", "F0B4": "×", "F0BB": "≈", "F06D": "µ", "F0AE": "→"}
"""Signs of the font Symbol that change what an amount means, as Word keeps them; others are drawings."""

_MOST_IN_A_CELL = 3
"""A row with more paragraphs in a cell is there for the looks of the page: its cells follow each other."""

Element = Any
"""lxml has no types."""


class Piece(NamedTuple):
    """Some of a paragraph's text."""

    text: str
    holds: Element | None
    """The element that is this text; None for what kb puts between."""


class Line(NamedTuple):
    """A paragraph or the row of a table."""

    pieces: list[Piece]
    place: int
    """From 1, in the order of the document; empty ones count too."""

    called: str = ""
    """What a person calls the place where it is no paragraph of the text: `table 1, row 2`, `footer`."""

    together: bool = False
    """Whether it belongs close to the line before: a point of a list, a row."""


def lines_of(body: Element, beside: list[tuple[str, Element]]) -> list[Line]:
    """The lines of a document that are not empty: paragraphs and rows, then text boxes and what stands beside.

    `beside` are the elements of headers, footers and notes, each with its name.
    """
    reading = _Reading()
    lines = list(reading.blocks(body))
    boxes = [("text box", box) for box in reading.boxes]
    for called, root in (*boxes, *beside):
        lines += [line._replace(called=called) for line in reading.blocks(root)]
    return [line for line in lines if any(piece.text.strip() for piece in line.pieces)]


class _Reading:
    """Counts places and tables, and puts the text boxes aside, while a document is read."""

    def __init__(self) -> None:
        self._places = count(1)
        self._tables = count(1)
        self.boxes: list[Element] = []

    def blocks(self, parent: Element) -> Iterator[Line]:
        """The lines in an element, in their order."""
        for block in _within(parent, (_PARAGRAPH, _TABLE)):
            if block.tag == _PARAGRAPH:
                yield self._paragraph(block)
            else:
                yield from self._rows(block, next(self._tables))

    def _rows(self, table: Element, number: int) -> Iterator[Line]:
        for at, row in enumerate(_within(table, (_ROW,)), 1):
            if row.find(f"{_W}trPr/{_W}del") is not None:
                continue
            cells = list(_within(row, (_CELL,)))
            if len(cells) > 1 and all(map(_is_plain, cells)):
                yield self._row(cells, f"table {number}, row {at}")
                continue
            for cell in cells:
                yield from (line._replace(called=f"table {number}, row {at}") for line in self.blocks(cell))

    def _row(self, cells: list[Element], called: str) -> Line:
        """The cells of a row, as a table in plain text has them."""
        pieces = [Piece("|", None)]
        for cell in cells:
            for paragraph in _within(cell, (_PARAGRAPH,)):
                pieces += [Piece(" ", None), *self._pieces(paragraph)]
            pieces.append(Piece(" |", None))
        return Line(pieces, next(self._places), called, together=True)

    def _paragraph(self, paragraph: Element) -> Line:
        pieces = list(self._pieces(paragraph))
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        named = "" if style is None else str(style.get(f"{_W}val"))
        listed = paragraph.find(f"{_W}pPr/{_W}numPr") is not None or named.startswith("List")
        bullet = [Piece("- ", None)] if listed and pieces else []
        return Line([*bullet, *pieces], next(self._places), together=listed)

    def _pieces(self, element: Element) -> Iterator[Piece]:
        """The text of a paragraph as it is seen; text boxes in it are put aside."""
        for child in element:
            if child.tag in TEXTS:
                yield Piece(child.text or "", child)
            elif child.tag in _SIGNS:
                yield Piece(_SIGNS[child.tag], child)
            elif child.tag == _SYMBOL:
                yield Piece(_SYMBOLS.get(str(child.get(f"{_W}char")).upper(), " "), child)
            elif child.tag == _BOX:
                self.boxes.append(child)
            elif child.tag not in _GONE:
                yield from self._pieces(child)


def _within(parent: Element, tags: tuple[str, ...]) -> Iterator[Element]:
    """The outermost elements with these tags, in their order, also those in a content control."""
    for child in parent:
        if child.tag in tags:
            yield child
        elif child.tag not in _GONE:
            yield from _within(child, tags)


def _is_plain(cell: Element) -> bool:
    """Whether a cell holds a few paragraphs and no table."""
    blocks = list(_within(cell, (_PARAGRAPH, _TABLE)))
    return len(blocks) <= _MOST_IN_A_CELL and all(block.tag == _PARAGRAPH for block in blocks)
