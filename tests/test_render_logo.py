"""Which files may be a logo: small pictures, and drawings that reach nowhere."""

import struct
import zlib

import pytest

from kb.errors import CannotPrintError, UsageError
from kb.render.logo import MOST_BYTES, logo_of
from kb.render.pdf import check_logo

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">%s</svg>'
RECT = b'<rect width="40" height="20" fill="#0b4a63"/>'


def png(width: int = 2, height: int = 1) -> bytes:
    """A black picture of that size; its data is for 2 x 1."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(7))) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("data", "name"),
    [(png(), "logo.png"), (SVG % RECT, "logo.svg"), (b'<?xml version="1.0"?>\n<!-- a -->\n' + SVG % RECT, "logo.svg")],
)
def test_a_picture_is_known_by_its_contents_and_can_be_drawn(data: bytes, name: str) -> None:
    logo = logo_of(data)
    assert logo.name == name
    check_logo(logo)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "no PNG, JPG or SVG"),
        (b"%PDF-1.7", "no PNG, JPG or SVG"),
        (b"\x89PNG\r\n\x1a\n", "it has no size"),
        (b"\xff\xd8\xff\xe0", "it has no size"),
        (png(9000, 9000), "81 million pixels"),
        (b"x" * (MOST_BYTES + 1), "larger than 300 KB"),
        (SVG % b"<text>Northfold</text>", "text in it"),
        (SVG % b'<image href="/etc/passwd"/>', "more than a drawing: it has '<image'"),
        (SVG % b"<script>alert(1)</script>", "'<script'"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG % RECT, "no PNG, JPG or SVG"),
        (SVG % (b'<use href="#a"/>' * 17), "'<use'"),
    ],
)
def test_what_is_no_tame_picture_is_refused(data: bytes, sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence):
        logo_of(data)


def test_a_broken_picture_is_told() -> None:
    with pytest.raises(CannotPrintError, match="The logo cannot be drawn"):
        check_logo(logo_of(png()[:40]))
