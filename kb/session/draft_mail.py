"""A draft that is a mail: the words that its reader sees, each on its line of the file; sends nothing."""

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart

from kb.errors import KbError, UnreadableError
from kb.model.draft import MAIL, Draft
from kb.session.draft_page import Placed, seen_lines
from kb.session.draft_text import as_read, decoded, refuse_binary
from kb.words.sentences import word_count

_SIGNATURES = ("pkcs7-signature", "x-pkcs7-signature", "pgp-signature", "pgp-keys")
_UNNAMED = {"text/plain": "text.txt", "text/html": "page.html", "message/rfc822": "a forwarded mail"}
"""What parts of a mail without a name are called; some programs go on with the text behind what is attached."""

_REPLIES = ("re:", "aw:", "fw:", "fwd:", "wg:", "sv:", "antw:")


def mail_draft(name: str, data: bytes) -> Draft:
    """The subject, unless it is an answer's, and the body of a mail, with what is attached to it still unread.

    Raises `UnreadableError` for a mail without a body of text.
    """
    try:
        return _read(name, data)
    except KbError:
        raise
    except Exception as error:  # whatever a damaged mail makes the library raise
        raise UnreadableError(
            f"{name or 'The standard input'} cannot be read as a mail.", "Paste its words: kb promise -"
        ) from error


def _read(name: str, data: bytes) -> Draft:
    mail = message_from_bytes(data, policy=policy.default)
    body = _seen_body(mail) if isinstance(mail, EmailMessage) else None
    attached = _attached(mail) if isinstance(mail, EmailMessage) else ()
    if body is None or (attached and not _decoded(body).strip()):
        what = f" of its own, only {', '.join(name for name, _ in attached)}" if attached else " in it"
        raise UnreadableError(f"{name or 'The mail'} has no text{what}.", "Paste its words: kb promise -")
    lines = [*_subject(mail, data), *_body(body, data)]
    text = "\n".join(line.text for line in lines)
    refuse_binary(name, text)
    return Draft(text, name, MAIL, places=tuple(line.line for line in lines), data=data, attached=attached)


def _seen_body(mail: EmailMessage) -> MIMEPart | None:
    """The plain form of a mail, or its page where the plain form is only a word about that."""
    plain, page = mail.get_body(preferencelist=("plain",)), mail.get_body(preferencelist=("html",))
    if plain is None or page is None:
        return plain or page
    seen = sum(word_count(line.text) for line in seen_lines(_decoded(page), 1))
    return page if word_count(_decoded(plain)) * 2 < seen else plain


def _attached(mail: EmailMessage) -> tuple[tuple[str, bytes], ...]:
    """What a person would call attached: neither the pictures in the text nor a digital signature."""
    return tuple(
        (part.get_filename() or _UNNAMED.get(part.get_content_type(), part.get_content_type()), _bytes_of(part))
        for part in mail.iter_attachments()
        if not (part.get_content_maintype() == "image" and part.get("content-id"))
        and part.get_content_subtype() not in _SIGNATURES
    )


def _bytes_of(part: MIMEPart) -> bytes:
    """What is attached; nothing for a mail, whose words are somebody else's."""
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


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
        yield from seen_lines(text, first)
        return
    breaks = _soft_breaks(raw) if _transfer(part) == "quoted-printable" and isinstance(raw, str) else {}
    lost = 0
    for at, line in enumerate(text.split("\n")):
        yield Placed(line, first + at + lost)
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
