"""A draft that is a Word document: its words, and the same document with other words in it; keeps what it looks like.

The only file that knows python-docx, which is the extra `office`.
"""

import io
import zipfile
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from kb.errors import KbError, UnreadableError
from kb.model.draft import DOCX, PARAGRAPH, Change, Draft

if TYPE_CHECKING:
    from docx.document import Document

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = (f"{_W}del", f"{_W}moveFrom", _FALLBACK)
"""What was deleted with changes tracked, and what is there twice for older programs."""

_BREAKS = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": "\t", f"{_W}noBreakHyphen": "-"}
_BESIDE = ("header", "footer", "footnotes", "endnotes")
_LARGEST = 256 * 1024 * 1024
"""Bytes of a document when it is unpacked; more is no offer."""

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Element = Any
"""lxml has no types."""


class ExtraMissingError(KbError):
    """A document needs a library that was not installed with kb."""


class _Piece(NamedTuple):
    """Some of a paragraph's text: the element that holds it, or None for what kb puts between."""

    text: str
    holds: Element | None


class _Line(NamedTuple):
    """A paragraph or the row of a table, with where it stands."""

    pieces: list[_Piece]
    place: int
    together: bool
    """Whether it belongs close to the line before: a point of a list, a row."""


def docx_draft(name: str, data: bytes) -> Draft:
    """The words of a document: paragraphs and the rows of tables, then text boxes, headers, footers and notes.

    Its places count all of them in that order, empty ones too.

    Raises `ExtraMissingError` where the extra is not installed, `UnreadableError` for what is no document.
    """
    lines = _lines(_opened(name, data))
    text, places = "", list[int]()
    for piece, place in _laid_out(lines):
        places += [place] * (piece.text.count("\n") + (not places))
        text += piece.text
    return Draft(name=name, text=text, kind=DOCX, places=tuple(places), counts=PARAGRAPH, data=data)


def changed_docx(data: bytes, changes: Sequence[Change]) -> bytes:
    """The document with each change in the place and the style of the words that it replaces."""
    document = _opened("", data)
    pieces: list[tuple[int, Element]] = []
    at = 0
    for piece, _place in _laid_out(_lines(document)):
        if piece.holds is not None:
            pieces.append((at, piece.holds))
        at += len(piece.text)
    for change in reversed(changes):
        _put_in(pieces, change)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _put_in(pieces: Sequence[tuple[int, Element]], change: Change) -> None:
    """The new words where the first of the old ones stood; the others go."""
    words = change.instead
    for start, element in pieces:
        text = element.text or ""
        first, last = max(change.start - start, 0), min(change.end - start, len(text))
        if first < last:
            element.text = text[:first] + words + text[last:]
            element.set(_SPACE, "preserve")
            words = ""


def _opened(name: str, data: bytes) -> "Document":
    try:
        import docx  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise ExtraMissingError(
            "To read a .docx, kb needs the extra 'office'.",
            'Install it: pip install "product-kb[office]"   or paste the words: kb promise -',
        ) from error
    try:
        small = _unpacked_size(data) <= _LARGEST
        document = docx.Document(io.BytesIO(data)) if small else None
    except Exception as error:  # whatever a damaged archive makes three libraries raise
        raise UnreadableError(
            f"{name or 'The standard input'} cannot be read as a Word document.",
            "Save it anew as .docx or as plain text, or paste its words: kb promise -",
        ) from error
    if document is None:
        raise UnreadableError(
            f"{name or 'The standard input'} is too large when it is unpacked.", "Paste its words: kb promise -"
        )
    return document


def _unpacked_size(data: bytes) -> int:
    """How many bytes the archive says that it holds."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return sum(part.file_size for part in packed.infolist())


def _laid_out(lines: Sequence[_Line]) -> Iterator[tuple[_Piece, int]]:
    """The pieces with what stands between them; paragraphs are parted by an empty line, as in a mail."""
    for at, line in enumerate(lines):
        if at:
            yield _Piece("\n" if line.together else "\n\n", None), line.place
        for piece in line.pieces:
            yield piece, line.place


def _lines(document: "Document") -> list[_Line]:
    boxes: list[Element] = []
    lines: list[_Line] = []
    place = 0
    for block in _blocks(document.element.body):
        rows = [block] if block.tag == f"{_W}p" else list(block.iter(f"{_W}tr"))
        for row in rows:
            place += 1
            lines += [_row(row, place, boxes) if row.tag == f"{_W}tr" else _paragraph(row, place, boxes)]
    beside = [part.element for part in document.part.package.iter_parts() if _is_beside(part)]
    paragraphs = (each for root in (*boxes, *beside) for each in root.iter(f"{_W}p"))
    lines += [_paragraph(paragraph, place + at, []) for at, paragraph in enumerate(paragraphs, 1)]
    return [line for line in lines if any(piece.text.strip() for piece in line.pieces)]


def _blocks(parent: Element) -> Iterator[Element]:
    """Paragraphs and tables in their order, also those in a content control."""
    for child in parent:
        if child.tag in (f"{_W}p", f"{_W}tbl"):
            yield child
        elif child.tag not in _GONE and child.tag != f"{_W}sectPr":
            yield from _blocks(child)


def _is_beside(part: Any) -> bool:  # noqa: ANN401 - the library's parts are of many kinds
    kind = str(part.partname).rpartition("/")[2].rstrip("0123456789.xml")
    return hasattr(part, "element") and kind in _BESIDE


def _paragraph(paragraph: Element, place: int, boxes: list[Element]) -> _Line:
    pieces = list(_pieces(paragraph, boxes))
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    named = "" if style is None else str(style.get(f"{_W}val"))
    listed = paragraph.find(f"{_W}pPr/{_W}numPr") is not None or named.startswith("List")
    return _Line([_Piece("- ", None), *pieces] if listed and pieces else pieces, place, listed)


def _row(row: Element, place: int, boxes: list[Element]) -> _Line:
    """The cells of a row, as a table in plain text has them."""
    pieces = [_Piece("|", None)]
    for cell in row.iter(f"{_W}tc"):
        for paragraph in cell.iter(f"{_W}p"):
            pieces += [_Piece(" ", None), *_pieces(paragraph, boxes)]
        pieces.append(_Piece(" |", None))
    return _Line(pieces, place, together=True)


def _pieces(element: Element, boxes: list[Element]) -> Iterator[_Piece]:
    """The text of a paragraph as it is seen; text boxes in it are put aside."""
    for child in element:
        if child.tag == f"{_W}t":
            yield _Piece(child.text or "", child)
        elif child.tag in _BREAKS:
            yield _Piece(_BREAKS[child.tag], None)
        elif child.tag == f"{_W}txbxContent":
            boxes.append(child)
        elif child.tag not in _GONE and child.tag != f"{_W}pPr":
            yield from _pieces(child, boxes)
