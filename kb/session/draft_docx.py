"""A draft that is a Word document: its words, and the same document with other words in it; keeps what it looks like.

The only file that knows python-docx, which is the extra `office`.
"""

import io
import zipfile
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from kb.errors import KbError, UnreadableError
from kb.model.draft import DOCX, PARAGRAPH, Change, Draft
from kb.session.draft_docx_lines import TEXTS, Element, Line, Piece, lines_of

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import Part

_BESIDE = {"header": "header", "footer": "footer", "footnotes": "footnote", "endnotes": "endnote"}
"""The parts of a document beside its text that a reader sees, and what a person calls what stands there."""

_LARGEST = 256 * 1024 * 1024
"""Bytes of a document when it is unpacked; more is no offer."""

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class ExtraMissingError(KbError):
    """A document needs a library that was not installed with kb."""


class _Beside(NamedTuple):
    """A part of the document beside its text."""

    part: "Part"
    called: str
    root: Element
    known: bool
    """Whether python-docx itself knows its elements, and writes them again."""


def docx_draft(name: str, data: bytes) -> Draft:
    """The words of a document: paragraphs and the rows of tables, then text boxes, headers, footers and notes.

    Its places count all of them in that order, empty ones too.

    Raises `ExtraMissingError` where the extra is not installed, `UnreadableError` for what is no document.
    """
    lines = _lines(document := _opened(name, data), _beside(document))
    text, places = "", list[int]()
    for piece, place in _laid_out(lines):
        places += [place] * (piece.text.count("\n") + (not places))
        text += piece.text
    called = {line.place: line.called for line in lines if line.called}
    return Draft(text, name, DOCX, places=tuple(places), counts=PARAGRAPH, called=called, data=data)


def changed_docx(data: bytes, changes: Sequence[Change]) -> bytes:
    """The document with each change in the place and the style of the words that it replaces."""
    document = _opened("", data)
    beside = _beside(document)
    pieces: list[tuple[int, Piece]] = []
    at = 0
    for piece, _place in _laid_out(_lines(document, beside)):
        pieces.append((at, piece))
        at += len(piece.text)
    for change in reversed(changes):
        _put_in(pieces, change)
    _write_again(beside)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _put_in(pieces: Sequence[tuple[int, Piece]], change: Change) -> None:
    """The new words where the first of the old ones stood; the others go, and so do the signs between them."""
    words = change.instead
    for start, piece in pieces:
        element = piece.holds
        first, last = max(change.start - start, 0), min(change.end - start, len(piece.text))
        if element is None or first >= last:
            continue
        if element.tag in TEXTS:
            text = element.text or ""  # another change may be behind this one
            element.text = text[:first] + words + text[last:]
            element.set(_SPACE, "preserve")
            words = ""
        else:
            element.getparent().remove(element)


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


def _laid_out(lines: Sequence[Line]) -> Iterator[tuple[Piece, int]]:
    """The pieces with what stands between them; paragraphs are parted by an empty line, as in a mail."""
    for at, line in enumerate(lines):
        if at:
            yield Piece("\n" if line.together else "\n\n", None), line.place
        for piece in line.pieces:
            yield piece, line.place


def _lines(document: "Document", beside: Sequence[_Beside]) -> list[Line]:
    return lines_of(document.element.body, [(each.called, each.root) for each in beside])


def _beside(document: "Document") -> list[_Beside]:
    """The headers, footers and notes of a document, in the order of its parts."""
    from docx.opc.oxml import parse_xml  # noqa: PLC0415 - an extra

    found = []
    for part in document.part.package.iter_parts():
        called = _BESIDE.get(str(part.partname).rpartition("/")[2].rstrip("0123456789.xml"))
        if called:
            known = hasattr(part, "element")
            found.append(_Beside(part, called, part.element if known else parse_xml(part.blob), known))
    return found


def _write_again(beside: Sequence[_Beside]) -> None:
    """Puts the elements of the parts that python-docx does not know back into them."""
    from docx.opc.oxml import serialize_part_xml  # noqa: PLC0415 - an extra

    for part, _called, root, known in beside:
        if not known:
            part._blob = serialize_part_xml(root)  # noqa: SLF001 - python-docx has no name for it
