"""What can be got out of a PDF: its words in order, and all that stands anywhere in it."""

import io
import re
from typing import Any

from pypdf import PdfReader


def text_of(pdf: bytes) -> str:
    """The words of all pages in reading order, one space between them."""
    pages = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).replace("\u200b", "").split())


def everything(pdf: bytes) -> str:
    """Text, metadata, outline, annotations and inflated streams, without white space."""
    reader = PdfReader(io.BytesIO(pdf))
    parts = [text_of(pdf), repr(reader.metadata), repr(reader.outline), repr(reader.trailer), pdf.decode("latin-1")]
    for number in range(1, len(reader.xref[0]) + len(reader.xref_objStm) + 1):
        thing: Any = reader.get_object(number)
        parts.append(repr(thing))
        if hasattr(thing, "get_data"):
            parts.append(thing.get_data().decode("latin-1"))
    return re.sub(r"\s", "", " ".join(parts))
