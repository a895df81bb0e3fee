"""Reads a draft from a file, the standard input or the command line, whatever it was written with; judges nothing."""

import os
from collections.abc import Callable, Sequence
from glob import glob, has_magic
from pathlib import Path, PurePath

from kb.errors import KbError, UnreadableError
from kb.files import read_bytes, typed_path
from kb.model.draft import MAIL, Draft
from kb.session.draft_signs import REFUSED, kind_of, kind_of_name
from kb.session.draft_text import text_draft
from kb.settings import MAX_DRAFT_FILE_BYTES

_TEXTS = (".txt", ".md", ".markdown")


def spoken(words: str) -> Draft:
    """A sentence as it was typed; bytes that were no UTF-8 become signs that cannot be read."""
    return text_draft("", words.encode("utf-8", "surrogateescape"))


def read_draft(name: str) -> Draft:
    """The draft in a file; a link to one is followed. Raises `UnreadableError` with a way out."""
    path = typed_path(name)
    if path.is_dir():
        raise UnreadableError(f"{name} is a folder.", "Name the drafts in it: kb promise --file FILE --file FILE")
    _refuse(name, kind_of_name(name))
    real = Path(os.path.realpath(path)) if path.is_file() else path  # of a pipe, that would be no name
    try:
        data = read_bytes(real, MAX_DRAFT_FILE_BYTES)
    except UnreadableError as error:
        way_out = error.way_out or "Check its name and its folder, or paste its words: kb promise -"
        raise UnreadableError(f"{name} {error.sentence}.", way_out) from error
    return draft_of(name, data)


def draft_of(name: str, data: bytes) -> Draft:
    """The draft that these bytes are; its name or its first bytes tell how to read it. Raises `UnreadableError`."""
    kind = kind_of(name, data)
    _refuse(name or "The standard input", kind)
    return READERS.get(kind, text_draft)(name, data)


def with_attached(draft: Draft) -> tuple[Draft, ...]:
    """A draft and, of a mail, the drafts that are attached to it; the mail's notes tell what could not be read."""
    if draft.kind != MAIL or not draft.attached:
        return (draft,)
    read: list[Draft] = []
    left: list[str] = []
    for name, data in draft.attached:
        if attached := _attached(name, data):
            read.append(attached._replace(name=f"{PurePath(draft.name).name or 'The mail'}: {name}"))
        else:
            left.append(name)
    return (draft._replace(notes=(*draft.notes, *not_read(left)), attached=()), *read)


def _attached(name: str, data: bytes) -> Draft | None:
    """The draft that is attached; None for what is no document, or cannot be read as one."""
    if not data or kind_of(name, data) not in (*READERS, *_TEXTS):
        return None
    try:
        return draft_of(name, data)
    except KbError:
        return None


def not_read(names: Sequence[str]) -> tuple[str, ...]:
    """That these were attached and not read."""
    return (f"What is attached was not read: {', '.join(names)}.",) if names else ()


def matching(name: str) -> list[str]:
    """The files that a pattern (`*.docx`) stands for where the shell has not looked them up; else the name itself."""
    if os.path.exists(name) or not has_magic(name):  # noqa: PTH110 - a name may hold what no path may
        return [name]
    found = (path for path in sorted(glob(name)) if not Path(path).name.startswith("~$"))  # noqa: PTH207 - as typed
    return list(found) or [name]


def _refuse(name: str, kind: str) -> None:
    if refused := REFUSED.get(kind):
        raise UnreadableError(f"{name} is {refused.what}, which kb does not read.", refused.way_out)


def _mail(name: str, data: bytes) -> Draft:
    from kb.session.draft_mail import mail_draft  # noqa: PLC0415 - a library of its own

    return mail_draft(name, data)


def _page(name: str, data: bytes) -> Draft:
    from kb.session.draft_page import page_draft  # noqa: PLC0415 - a library of its own

    return page_draft(name, data)


def _docx(name: str, data: bytes) -> Draft:
    from kb.session.draft_docx import docx_draft  # noqa: PLC0415 - an extra

    return docx_draft(name, data)


READERS: dict[str, Callable[[str, bytes], Draft]] = {
    ".eml": _mail,
    ".mht": _mail,
    ".mhtml": _mail,
    ".docx": _docx,
    ".html": _page,
    ".htm": _page,
}
"""How a draft is read, by the ending of its name; any other is plain text."""
