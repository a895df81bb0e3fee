"""All texts that a finished file holds, seen or unseen, whatever they are wrapped in; judges none of them."""

import html
import re
import zlib
from collections.abc import Iterator
from urllib.parse import unquote

_TAG = re.compile(r"<[^<>]*>")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_HEX_STRING = re.compile(rb"<([0-9A-Fa-f\s]{8,})>")
_LITERAL = re.compile(rb"\(((?:[^()\\]|\\.)*)\)", re.DOTALL)
_HYPHEN = re.compile("(?:\u00ad|\u0002|\ufffe|(?<=[^\\W\\d_])-)\r?\n")
"""A word that goes on in the next line."""


def texts_of(data: bytes, kind: str) -> Iterator[str]:
    """The texts of a file of that format, each in every form in which it might be read."""
    yield from _of_pdf(data) if kind == "pdf" else _of_text(data.decode("utf-8", "replace"))


def _of_text(text: str) -> Iterator[str]:
    plain = html.unescape(_ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), text))
    yield plain
    if "<" in plain:
        yield _TAG.sub(" ", plain)
        yield _TAG.sub("", plain)
    if "%" in plain:
        yield unquote(plain)


def _of_pdf(data: bytes) -> Iterator[str]:
    yield from _read_by_a_reader(data)
    for stream in _inflated(data):
        yield stream.decode("latin-1")
        yield "\n".join(_strings(stream))


def _read_by_a_reader(data: bytes) -> Iterator[str]:
    """Pages, metadata and outline, as PDFium sees them."""
    import pypdfium2  # noqa: PLC0415 - a large library, and only for PDF

    document = pypdfium2.PdfDocument(data)
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
        yield _HYPHEN.sub("", "\n".join(pages))
        yield "\n".join(pages)
        yield from document.get_metadata_dict().values()
        yield from (bookmark.get_title() for bookmark in document.get_toc())
    finally:
        document.close()


def _inflated(data: bytes) -> Iterator[bytes]:
    """The file itself, and every stream in it, inflated where it is deflated."""
    yield data
    for found in _STREAM.finditer(data):
        try:
            yield zlib.decompress(found.group(1))
        except zlib.error:
            yield found.group(1)


def _strings(stream: bytes) -> Iterator[str]:
    """The strings of PDF objects: in parentheses or in hexadecimal, Latin-1 or UTF-16."""
    for found in _HEX_STRING.finditer(stream):
        figures = re.sub(rb"\s", b"", found.group(1))
        if len(figures) % 2 == 0:
            yield _string(bytes.fromhex(figures.decode()))
    for found in _LITERAL.finditer(stream):
        yield _string(re.sub(rb"\\([()\\])", rb"\1", found.group(1)))


def _string(data: bytes) -> str:
    return data[2:].decode("utf-16-be", "replace") if data.startswith(b"\xfe\xff") else data.decode("latin-1")
