"""Reads a draft from a file, the standard input or the command line, whatever it was written with; judges nothing."""

import os
from collections.abc import Callable
from pathlib import Path, PurePath

from kb.errors import UnreadableError
from kb.files import read_bytes
from kb.model.draft import Draft
from kb.session.draft_text import text_draft
from kb.settings import MAX_DRAFT_FILE_BYTES

_SAVE_AS = "Save it as .docx or as plain text, or paste its words: kb promise -"
_REFUSED = {
    ".pdf": ("a PDF", "Name the file that it was made from, or paste its words: kb promise -"),
    ".doc": ("a document of old Word", _SAVE_AS),
    ".rtf": ("a rich text document", _SAVE_AS),
    ".odt": ("an OpenDocument text", _SAVE_AS),
    ".pages": ("a Pages document", _SAVE_AS),
    ".msg": ("a message of Outlook", "Save it as .eml or as plain text, or paste its words: kb promise -"),
    ".xls": ("a spreadsheet", "Copy its cells and paste them: kb promise -"),
    ".xlsx": ("a spreadsheet", "Copy its cells and paste them: kb promise -"),
    ".ods": ("a spreadsheet", "Copy its cells and paste them: kb promise -"),
    ".pptx": ("a presentation", "Copy its words and paste them: kb promise -"),
}
_SIGNS = (
    (b"%PDF-", ".pdf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".doc"),
    (b"{\\rtf", ".rtf"),
    (b"PK\x03\x04", ".docx"),
)
"""What such files begin with, whatever they are called."""


def spoken(words: str) -> Draft:
    """A sentence as it was typed; bytes that were no UTF-8 become signs that cannot be read."""
    return text_draft("", words.encode("utf-8", "surrogateescape"))


def read_draft(name: str) -> Draft:
    """The draft in a file; a link to one is followed. Raises `UnreadableError` with a way out."""
    path = Path(name).expanduser()
    if path.is_dir():
        raise UnreadableError(f"{name} is a folder.", "Name a file: kb promise --file FILE")
    if refused := _REFUSED.get(path.suffix.lower()):
        raise UnreadableError(f"{name} is {refused[0]}, which kb does not read.", refused[1])
    real = Path(os.path.realpath(path)) if path.is_file() else path  # of a pipe, that would be no name
    try:
        data = read_bytes(real, MAX_DRAFT_FILE_BYTES)
    except UnreadableError as error:
        way_out = error.way_out or f"Check its name; what another program writes can be piped: kb promise - < {name}"
        raise UnreadableError(f"{name} {error.sentence}.", way_out) from error
    return draft_of(name, data)


def draft_of(name: str, data: bytes) -> Draft:
    """The draft that these bytes are; its name or its first bytes tell how to read it. Raises `UnreadableError`."""
    suffix = next((kind for sign, kind in _SIGNS if data.startswith(sign)), PurePath(name).suffix.lower())
    shown = name or "The standard input"
    if refused := _REFUSED.get(suffix):
        raise UnreadableError(f"{shown} is {refused[0]}, which kb does not read.", refused[1])
    return READERS.get(suffix, text_draft)(name, data)


def _mail(name: str, data: bytes) -> Draft:
    from kb.session.draft_mail import mail_draft  # noqa: PLC0415 - a library of its own

    return mail_draft(name, data)


def _page(name: str, data: bytes) -> Draft:
    from kb.session.draft_page import page_draft  # noqa: PLC0415 - a library of its own

    return page_draft(name, data)


def _docx(name: str, data: bytes) -> Draft:
    from kb.session.draft_docx import docx_draft  # noqa: PLC0415 - an extra

    return docx_draft(name, data)


READERS: dict[str, Callable[[str, bytes], Draft]] = {".eml": _mail, ".docx": _docx, ".html": _page, ".htm": _page}
"""How a draft is read, by the ending of its name; any other is plain text."""
