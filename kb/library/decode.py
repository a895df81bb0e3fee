"""The text of a file's bytes: UTF-8 without its mark, a newline at the end of every line; reads no format."""

import codecs

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
"""The longer marks first: that of UTF-32 begins like that of UTF-16."""

_WAY_OUT = "Save it as UTF-8."


class NotText(Exception):  # noqa: N818 - named after what the file is, as a Problem will say it
    """The bytes are no UTF-8 text; `sentence` says so, with the way out."""

    def __init__(self, line: int, sentence: str) -> None:
        super().__init__(sentence)
        self.line = line
        """Counted from 1: where the first bad byte stands."""

        self.sentence = sentence


def decode(data: bytes) -> str:
    r"""The text, without a byte order mark, whatever its ends of lines were.

    >>> decode(b"\xef\xbb\xbfdesk: press\r\ntags: print\r")
    'desk: press\ntags: print\n'

    Raises NotText for any other encoding, and for NUL, which no text has.
    """
    _refuse_other_encodings(data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        sentence = f"this file is no UTF-8 text: byte {data[error.start]:#04x} is none of its characters. {_WAY_OUT}"
        raise NotText(_line_of(data, error.start), sentence) from error
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _refuse_other_encodings(data: bytes) -> None:
    name = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    if name:
        raise NotText(1, f"this file is saved as {name}. {_WAY_OUT}")
    if (at := data.find(b"\0")) >= 0:
        line = _line_of(data, at)
        raise NotText(line, f"this file is no text, or was saved as UTF-16: it has NUL bytes. {_WAY_OUT}")


def _line_of(data: bytes, at: int) -> int:
    before = data[:at].replace(b"\r\n", b"\n")
    return before.count(b"\n") + before.count(b"\r") + 1
