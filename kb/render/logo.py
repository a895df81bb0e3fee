"""A logo for the head of a sheet: which files may be one, and why another may not. Draws nothing."""

import re
from typing import NamedTuple

from kb.errors import UsageError

MOST_BYTES = 300_000
"""A sheet is sent by mail."""

_MOST_PIXELS = 16_000_000
"""What is unpacked takes four bytes a pixel."""

_MOST_USES = 16
"""An SVG whose parts use each other grows with two to the power of these."""

_WAY_OUT = "Save it as a small PNG, JPG or SVG."
_PNG = b"\x89PNG\r\n\x1a\n"
_SVG = re.compile(rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>)?(?:\s|<!--(?:[^-]|-(?!->))*-->)*<svg[\s>]")
_REFUSED = re.compile(rb"<!(?:DOCTYPE|ENTITY)|<(?:\w+:)?(image|foreignObject|filter|script|text)\b", re.IGNORECASE)
_USE = re.compile(rb"<(?:\w+:)?use\b", re.IGNORECASE)
_JPEG_FRAME = re.compile(rb"\xff[\xc0-\xc3\xc5-\xc7\xc9-\xcb\xcd-\xcf]..\x08(..)(..)", re.DOTALL)


class Logo(NamedTuple):
    """The bytes of a picture."""

    name: str
    """`logo.png`, `logo.jpg`, `logo.svg`: its kind, never the name of the user's file."""

    data: bytes


def logo_of(data: bytes) -> Logo:
    """The logo in a file, told by its contents. Raises `UsageError` where it is none, too large, or reaches outside."""
    if len(data) > MOST_BYTES:
        raise UsageError(f"The logo is larger than {MOST_BYTES // 1000} KB.", _WAY_OUT)
    if data.startswith(_PNG):
        return _of_size(Logo("logo.png", data), data[16:20], data[20:24])
    if data.startswith(b"\xff\xd8\xff"):
        frame = _JPEG_FRAME.search(data)
        return _of_size(Logo("logo.jpg", data), *(frame.groups() if frame else (b"", b"")))
    if _SVG.match(data):
        return _tame(Logo("logo.svg", data))
    raise UsageError("The logo is no PNG, JPG or SVG.", _WAY_OUT)


def _of_size(logo: Logo, one: bytes, other: bytes) -> Logo:
    pixels = int.from_bytes(one) * int.from_bytes(other)
    if not pixels:
        raise UsageError("The logo's file is broken: it has no size.", _WAY_OUT)
    if pixels > _MOST_PIXELS:
        raise UsageError(f"The logo has {pixels // 1_000_000} million pixels.", _WAY_OUT)
    return logo


def _tame(logo: Logo) -> Logo:
    """An SVG of plain shapes: what loads, runs, or needs a font that the sheet has not is refused."""
    found = _REFUSED.search(logo.data)
    if found and (found.group(1) or b"").lower() == b"text":
        raise UsageError("The logo has text in it, for which the sheet has no font.", "Turn its text into paths.")
    if found or len(_USE.findall(logo.data)) > _MOST_USES:
        part = found.group().decode() if found else "<use"
        raise UsageError(f"The logo is more than a drawing: it has '{part}'.", "Save it as a plain SVG, or as PNG.")
    return logo
