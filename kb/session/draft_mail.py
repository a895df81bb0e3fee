"""A draft that is a mail or a web page: the words that its reader sees, each on its line of the file; sends nothing."""

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from html.parser import HTMLParser
from typing import NamedTuple

from kb.errors import UnreadableError
from kb.model.draft import MAIL, Draft
from kb.session.draft_text import as_read, decoded, refuse_binary
from kb.words.lists import word_set

_UNSEEN = word_set("head style script title template")
_BLOCKS = word_set("p div br li tr h1 h2 h3 h4 h5 h6 table ul ol blockquote pre hr section article")
_CELLS = word_set("td th")
_REPLIES = ("re:", "aw:", "fw:", "fwd:", "wg:", "sv:", "antw:")


class Placed(NamedTuple):
    """One line of what a reader sees."""

    text: str
    line: int
    """Of the file, from 1."""


def mail_draft(name: str, data: bytes) -> Draft:
    """The subject, unless it is an answer's, and the body of a mail; attachments are not read, and that is said.

    Raises `UnreadableError` for a mail without a body of text.
    """
    mail = message_from_bytes(data, policy=policy.default)
    body = mail.get_body(preferencelist=("plain", "html")) if isinstance(mail, EmailMessage) else None
    if body is None:
        raise UnreadableError(f"{name or 'The mail'} has no text in it.", "Paste its words: kb promise -")
    lines = [*_subject(mail, data), *_body(body, data)]
    text = "\n".join(line.text for line in lines)
    refuse_binary(name, text)
    attached = ", ".join(part.get_filename() or part.get_content_type() for part in mail.iter_attachments())
    notes = (f"What is attached was not read: {attached}.",) if attached else ()
    return Draft(name=name, text=text, kind=MAIL, places=tuple(line.line for line in lines), data=data, notes=notes)


def page_draft(name: str, data: bytes) -> Draft:
    """The words of a web page, each on its line of the file."""
    lines = list(_seen(as_read(decoded(data)[0]), 1))
    text = "\n".join(line.text for line in lines)
    refuse_binary(name, text)
    return Draft(name=name, text=text, kind=MAIL, places=tuple(line.line for line in lines), data=data)


def _subject(mail: EmailMessage, data: bytes) -> Iterator[Placed]:
    subject = " ".join(str(mail.get("subject", "")).split())
    if subject and not subject.casefold().startswith(_REPLIES):
        head = _lines(data)
        at = next((at for at, line in enumerate(head, 1) if line.lower().startswith(b"subject:")), 1)
        yield Placed(subject, at)
        yield Placed("", at)


def _body(part: MIMEPart, data: bytes) -> Iterator[Placed]:
    text = as_read(_decoded(part))
    raw = part.get_payload()
    first = _first_line(data, raw if isinstance(raw, str) else "")
    if part.get_content_subtype() == "html":
        yield from _seen(text, first)
        return
    breaks = _soft_breaks(raw) if _transfer(part) == "quoted-printable" and isinstance(raw, str) else {}
    lost = 0
    for at, line in enumerate(text.split("\n")):
        yield Placed(line, first if _transfer(part) == "base64" else first + at + lost)
        lost += breaks.get(at, 0)


def _decoded(part: MIMEPart) -> str:
    """The text of a part, whatever its charset claims to be."""
    try:
        content = part.get_content()
    except (LookupError, UnicodeError, ValueError):
        content = part.get_payload(decode=True)
    if isinstance(content, str):
        return content
    return decoded(bytes(content or b""))[0]


def _transfer(part: MIMEPart) -> str:
    return str(part.get("content-transfer-encoding", "")).strip().lower()


def _soft_breaks(raw: str) -> dict[int, int]:
    """How many lines of the file follow within each line of the text, which quoted-printable had to break."""
    breaks: dict[int, int] = {}
    at = 0
    for line in as_read(raw).split("\n"):
        if line.rstrip(" \t").endswith("="):
            breaks[at] = breaks.get(at, 0) + 1
        else:
            at += 1
    return breaks


def _first_line(data: bytes, raw: str) -> int:
    """The line of the file on which a part's content begins: where its first lines stand in the file."""
    wanted = [line.rstrip() for line in raw.encode("utf-8", "surrogateescape").splitlines()[:40]]
    lines = [line.rstrip() for line in _lines(data)]
    blank = next((at for at, line in enumerate(lines, 1) if not line), len(lines))
    found = (at for at in range(blank, len(lines) + 1) if lines[at : at + len(wanted)] == wanted)
    return next(found, blank) + 1


def _lines(data: bytes) -> list[bytes]:
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")


def _seen(page: str, first: int) -> Iterator[Placed]:
    reader = _Page()
    reader.feed(page)
    reader.close()
    for text, line in reader.found():
        yield Placed(text, first + line - 1)


class _Page(HTMLParser):
    """Collects what a reader of a page sees, a line for each block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[Placed] = []
        self._words: list[str] = []
        self._at = 1
        self._hidden = 0

    def found(self) -> list[Placed]:
        """The lines; an empty one between blocks."""
        self._end()
        return self._lines

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the library's
        """A block ends the line before it."""
        self._hidden += tag in _UNSEEN
        if tag in _BLOCKS:
            self._end()
        elif tag in _CELLS:
            self._words.append(" | " if self._words else "")

    def handle_endtag(self, tag: str) -> None:
        """A block ends its own line."""
        self._hidden -= tag in _UNSEEN and self._hidden > 0
        if tag in _BLOCKS:
            self._end()

    def handle_data(self, data: str) -> None:
        """Words; the first of a line tells where it stands."""
        if self._hidden:
            return
        if data.strip() and not "".join(self._words).strip():
            self._at = self.getpos()[0] + data[: len(data) - len(data.lstrip())].count("\n")
        self._words.append(data)

    def _end(self) -> None:
        text = " ".join("".join(self._words).split())
        if text:
            self._lines += [Placed(text, self._at), Placed("", self._at)]
        self._words = []
