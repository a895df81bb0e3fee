"""A draft of plain text: its encoding found, its bytes given back with other words in them; opens no file."""

import codecs
import re
from bisect import bisect_left
from collections.abc import Sequence

from kb.desk.corrected import corrected
from kb.errors import UnreadableError
from kb.model.draft import Change, Draft
from kb.words.patterns import lazy

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_WINDOWS = "cp1252"
_CONTROL = lazy("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROL = 0.1
"""More control characters than that among all, and it is no text."""

_MARKDOWN = (".md", ".markdown")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LINE_END = lazy("\r\n?")
_NOT_DECODED = lazy("[\ud800-\udfff]")
"""What `surrogateescape` makes of bytes that the encoding does not know: one for each."""


def text_draft(name: str, data: bytes) -> Draft:
    """The draft of these bytes: UTF-8, UTF-16 with its mark, or what older Windows programs write.

    Raises `UnreadableError` for what is no text.
    """
    text, encoding = decoded(data)
    refuse_binary(name, text)
    notes = ("It is no UTF-8, so it was read as Windows text (code page 1252).",) if encoding == _WINDOWS else ()
    read = as_read(text)
    return Draft(
        name=name, text=_uncommented(read) if name.lower().endswith(_MARKDOWN) else read, data=data, notes=notes
    )


def _uncommented(text: str) -> str:
    """Markdown with spaces in place of its comments, which nobody sees who reads it."""
    return _COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), text)


def decoded(data: bytes) -> tuple[str, str]:
    """The text of the bytes without their mark, and the encoding; what it does not know is a lone surrogate."""
    mark, encoding = _mark(data)
    body = data[len(mark) :]
    if mark and encoding != "utf-8":
        return body.decode(encoding, "replace"), encoding
    try:
        return body.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return body.decode(_WINDOWS, "surrogateescape"), _WINDOWS


def as_read(text: str) -> str:
    """The text with a newline at the end of every line, and the sign of what cannot be read where that is so."""
    return _NOT_DECODED.sub("\ufffd", _LINE_END.sub("\n", text))


def refuse_binary(name: str, text: str) -> None:
    """Raises `UnreadableError` where the text is none: a picture, a program."""
    if "\x00" in text or len(_CONTROL.findall(text)) > len(text) * _MOST_CONTROL:
        raise UnreadableError(
            f"{name or 'The standard input'} is no text.", "Name a text, a mail (.eml) or a document (.docx)."
        )


def changed_text(data: bytes, changes: Sequence[Change]) -> bytes:
    """The bytes with the changes in them, and every other byte as it was.

    In UTF-8 where the encoding of the rest has no sign for a new word.
    """
    text, encoding = decoded(data)
    # Only `\r\n` is longer in the file than in the draft.
    joints = [found.start() - at for at, found in enumerate(re.finditer("\r\n", text))]
    moved = [
        Change(each.start + bisect_left(joints, each.start), each.end + bisect_left(joints, each.end), each.instead)
        for each in changes
    ]
    whole = corrected(text, moved)
    try:
        return _mark(data)[0] + whole.encode(encoding, "surrogateescape")
    except UnicodeEncodeError:
        return whole.encode("utf-8", "replace")


def _mark(data: bytes) -> tuple[bytes, str]:
    """The byte order mark that the data begins with, and the encoding that it tells."""
    return next(((mark, encoding) for mark, encoding in _MARKS if data.startswith(mark)), (b"", ""))
