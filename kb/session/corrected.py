"""Writes a checked draft with the changes in it into a file of its own; never over another one unless that is asked."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from kb.desk.corrected import changes_of, corrected, left_over
from kb.errors import UsageError, WriteError
from kb.files import create_exclusive, typed_path, write_atomic
from kb.model.checked_draft import CheckedDraft
from kb.model.draft import DOCX, MAIL, TEXT, Change, Draft
from kb.model.promise import Finding
from kb.session.draft_text import changed_text

_DOCUMENTS = (".docx", ".eml", ".pdf", ".doc", ".odt", ".rtf", ".html", ".htm", ".msg")
"""What plain words must not be called."""


class Corrected(NamedTuple):
    """A draft that was written with the changes in it."""

    file: Path
    changes: tuple[Change, ...]
    left: tuple[Finding, ...]
    """What must be changed by hand."""


def write_corrected(found: CheckedDraft, name: str, *, force: bool = False) -> Corrected:
    """The draft with the changes in it. Raises `UsageError` and `WriteError`; then nothing was written."""
    file = typed_path(name)
    changes = changes_of(found.draft.text, found.checked.findings)
    data = _written(found.draft, file)(changes)
    if force:
        write_atomic(file, data)
    elif not create_exclusive(file, data):
        raise WriteError(f"{file} is there already. Nothing was written.", "Name another file, or add --force.")
    return Corrected(file, changes, left_over(found.checked.findings, changes))


def corrected_words(found: CheckedDraft) -> str:
    """The words of the draft with the changes in them."""
    return corrected(found.draft.text, changes_of(found.draft.text, found.checked.findings))


def left_by_hand(found: CheckedDraft) -> tuple[Finding, ...]:
    """What must be changed by hand in those words."""
    return left_over(found.checked.findings, changes_of(found.draft.text, found.checked.findings))


def refuse_ending(draft: Draft, name: str) -> None:
    """Raises `UsageError` where a draft of that kind cannot be written into a file of that name."""
    _written(draft, Path(name))


def _written(draft: Draft, file: Path) -> Callable[[tuple[Change, ...]], bytes]:
    """How the draft is written, by the ending that the file has."""
    ending = file.suffix.lower()
    if draft.kind == DOCX and ending == ".docx":
        from kb.session.draft_docx import changed_docx  # noqa: PLC0415 - an extra

        return lambda changes: changed_docx(draft.data, changes)
    if ending in _DOCUMENTS:
        what = {DOCX: "a document", MAIL: "a mail or a page", TEXT: "a text"}[draft.kind]
        raise UsageError(
            f"From {what}, {file.name} cannot be made.",
            f"Name it {file.with_suffix('.txt').name}" + (" or .docx." if draft.kind == DOCX else "."),
        )
    if draft.kind == TEXT:
        return lambda changes: changed_text(draft.data, changes)
    return lambda changes: f"{corrected(draft.text, changes).rstrip()}\n".encode("utf-8", "replace")
