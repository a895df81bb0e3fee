"""What kind of file a draft is, by its ending and its first bytes, and what is said to kinds that kb does not read."""

from pathlib import PurePath
from typing import NamedTuple

from kb.words.patterns import lazy

_SAVE_AS = "Save it as .docx or as plain text, or paste its words: kb promise -"
_CELLS = "Copy its cells and paste them: kb promise -"
_PASTE = "Copy its words and paste them: kb promise -"
_MAIL_AS = "Copy its words and paste them: kb promise -   or save it as plain text (.txt) or as .eml."
_NO_PASSWORD = "Take the password off (Word: File, Info, Protect Document), or paste its words: kb promise -"  # noqa: S105 - none


class Refused(NamedTuple):
    """A kind of file that kb does not read."""

    what: str
    """`a PDF`"""

    way_out: str


REFUSED = {
    ".pdf": Refused("a PDF", "Name the file that it was made from, or paste its words: kb promise -"),
    ".doc": Refused("a document of old Word", _SAVE_AS),
    ".dot": Refused("a template of old Word", _SAVE_AS),
    ".rtf": Refused("a rich text document", _SAVE_AS),
    ".odt": Refused("an OpenDocument text", _SAVE_AS),
    ".pages": Refused("a Pages document", _SAVE_AS),
    ".msg": Refused("a message of Outlook", _MAIL_AS),
    ".oft": Refused("a template of Outlook", _MAIL_AS),
    ".pst": Refused("a mailbox of Outlook", _PASTE),
    ".xls": Refused("a spreadsheet", _CELLS),
    ".xlsx": Refused("a spreadsheet", _CELLS),
    ".xlsm": Refused("a spreadsheet", _CELLS),
    ".ods": Refused("a spreadsheet", _CELLS),
    ".ppt": Refused("a presentation", _PASTE),
    ".pptx": Refused("a presentation", _PASTE),
    "winmail": Refused("what Outlook wraps a mail in for other Outlooks", _PASTE),
    "old office": Refused("a file of old Office (.doc, .xls, .msg)", _SAVE_AS),
    "locked": Refused("a document with a password, or one of old Word", _NO_PASSWORD),
    "open": Refused("what Word keeps beside a document that is open", "Name the document itself, without the ~$."),
}
"""By the ending, or what the first bytes tell."""

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Also what a newer document with a password is wrapped in."""

_SIGNS = (
    (b"%PDF-", ".pdf"),
    (_OLD_OFFICE, "old office"),
    (b"{\\rtf", ".rtf"),
    (b"\x78\x9f\x3e\x22", "winmail"),
    (b"PK\x03\x04", ".docx"),
)
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_MAIL_HEAD = lazy(r"(?:[A-Za-z][\w-]*:[ \t].*\r?\n(?:[ \t].*\r?\n)*)+\r?\n")
_ONLY_IN_MAILS = ("mime-version:", "message-id:", "received:", "content-type:", "content-transfer-encoding:")
_LONGEST_HEAD = 64 * 1024


def kind_of_name(name: str) -> str:
    """What a file's name tells of its kind: its ending in small letters, or `open`."""
    path = PurePath(name)
    return "open" if path.name.startswith("~$") else path.suffix.lower()


def kind_of(name: str, data: bytes) -> str:
    """The kind of a draft: the ending that its first bytes stand for, whatever it is called, else that of its name."""
    named = kind_of_name(name)
    sign = next((kind for begin, kind in _SIGNS if data.startswith(begin)), "")
    if sign == "old office":
        return "locked" if named == ".docx" else named if named in REFUSED else sign
    if sign == ".docx" and _OPEN_DOCUMENT in data[:200]:
        return ".odt"
    if sign:
        return named if sign == ".docx" and named in REFUSED else sign
    return ".eml" if named in ("", ".txt") and _is_mail(data) else named


def _is_mail(data: bytes) -> bool:
    """Whether a text begins with the head that a mail has on its way, not only with a sender and a subject."""
    head = _MAIL_HEAD.match(data[:_LONGEST_HEAD].decode("latin-1"))
    return head is not None and any(line.startswith(_ONLY_IN_MAILS) for line in head.group().lower().splitlines())
