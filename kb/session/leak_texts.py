"""All texts that a finished file holds, seen or unseen, whatever they are wrapped in; judges none of them."""

import json
import re
import zlib
from collections.abc import Iterator

_TAG = re.compile(r"<[^<>]*>")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_DATA = re.compile(r"<script type=application/json id=kb-data>(.*?)</script>", re.DOTALL)
_HEX_STRING = re.compile(rb"<([0-9A-Fa-f\s]{8,})>")
_LITERAL = re.compile(rb"\(((?:[^()\\]|\\.)*)\)", re.DOTALL)
_KEPT = re.compile(rb"\\([()\\])")
_HYPHEN = re.compile("(?:\u00ad|\u0002|\ufffe|(?<=[^\\W\\d_])-)\r?\n")
"""A word that goes on in the next line."""


def texts_of(data: bytes, kind: str) -> Iterator[str]:
    """The texts of a file of that format, each in every form in which it might be read."""
    yield from _of_pdf(data) if kind == "pdf" else _of_text(data.decode("utf-8", "replace"))


def _of_text(text: str) -> Iterator[str]:
    from html import unescape  # noqa: PLC0415 - a sheet has no use for it, nor for the next
    from urllib.parse import unquote  # noqa: PLC0415

    plain = unescape(_ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), text))
    yield plain
    yield from _packed(text)
    if "<" in plain:
        yield _TAG.sub(" ", plain)
        yield _TAG.sub("", plain)
    if "%" in plain:
        yield unquote(plain)


def _packed(text: str) -> Iterator[str]:
    """What a handbook holds for its search only, word by word as it was before it was packed."""
    found = _DATA.search(text)
    if found is None:
        return
    from kb.render.packed_words import unpacked  # noqa: PLC0415 - a handbook alone has them

    yield "\n".join(wording for said in unpacked(json.loads(found.group(1))["wordings"]) for wording in said)


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
    """The file without its streams, and every stream in it, unpacked where it is packed, with what stands after it."""
    yield _STREAM.sub(b"stream", data)
    for found in _STREAM.finditer(data):
        inflating = zlib.decompressobj()
        try:
            yield inflating.decompress(found.group(1)) + inflating.flush()
            yield inflating.unused_data
        except zlib.error:
            yield found.group(1)


def _strings(stream: bytes) -> Iterator[str]:
    """The strings of PDF objects: in parentheses or in hexadecimal, Latin-1 or UTF-16."""
    for found in _HEX_STRING.finditer(stream):
        figures = re.sub(rb"\s", b"", found.group(1))
        if len(figures) % 2 == 0:
            yield _string(bytes.fromhex(figures.decode()))
    for literal in _LITERAL.findall(stream):
        yield _string(_KEPT.sub(rb"\1", literal) if _KEPT.search(literal) else literal)


def _string(data: bytes) -> str:
    return data[2:].decode("utf-16-be", "replace") if data.startswith(b"\xfe\xff") else data.decode("latin-1")
