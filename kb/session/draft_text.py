"""A draft of plain text: its encoding found, its lines counted as an editor counts them; opens no file."""

import codecs
import re

from kb.errors import UnreadableError
from kb.model.draft import Draft

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_WINDOWS = "cp1252"
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROL = 0.1
"""More control characters than that among all, and it is no text."""

_LINE_END = re.compile("\r\n?")


def text_draft(name: str, data: bytes) -> Draft:
    """The draft of these bytes: UTF-8, UTF-16 with its mark, or what older Windows programs write.

    Raises `UnreadableError` for what is no text.
    """
    encoding = encoding_of(data)
    text = data.decode(encoding, "replace")
    refuse_binary(name, text)
    notes = ()
    if encoding == _WINDOWS:
        notes = ("It is no UTF-8, so it was read as Windows text (code page 1252).",)
    return Draft(name=name, text=with_plain_ends(text), data=data, encoding=encoding, notes=notes)


def encoding_of(data: bytes) -> str:
    """How the bytes are to be decoded."""
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "")
    if marked:
        return marked
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _WINDOWS
    return "utf-8"


def refuse_binary(name: str, text: str) -> None:
    """Raises `UnreadableError` where the text is none: a picture, a program."""
    if "\x00" in text or len(_CONTROL.findall(text)) > len(text) * _MOST_CONTROL:
        raise UnreadableError(
            f"{name or 'The standard input'} is no text.", "Name a text, a mail (.eml) or a document (.docx)."
        )


def with_plain_ends(text: str) -> str:
    """The text with a newline at the end of every line."""
    return _LINE_END.sub("\n", text)
