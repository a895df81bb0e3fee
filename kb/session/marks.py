"""Finds the mark in a hand-out, whatever its format; what the mark says is `kb.render.mark`'s matter."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

from kb.errors import UnreadableError
from kb.files import read_through_links
from kb.render.mark import NAME, Mark, read

LARGEST = 64 * 1024 * 1024
"""Bytes; no hand-out is larger."""

_COMMENT = re.compile(rf"<!-- {NAME}: (.*) -->\s*\Z")


class NoMarkError(UnreadableError):
    """A file carries no mark, so nobody can tell what it shows."""


def read_mark(path: Path) -> Mark:
    """The mark of a file. Raises `UnreadableError` where it cannot be read, `NoMarkError` where it has none."""
    try:
        data = read_through_links(path, LARGEST)
    except UnreadableError as error:
        raise UnreadableError(f"{path} {error.sentence}.", "Name a file that kb export has made.") from error
    mark = mark_in(data)
    if mark is None:
        raise NoMarkError(
            f"Nobody can tell: {path} carries no mark of kb.", "PDF, HTML, JSON and Markdown of kb export carry one."
        )
    return mark


def mark_in(data: bytes) -> Mark | None:
    """The mark in a file's bytes; None where there is none."""
    if data.startswith(b"%PDF"):
        return read(_keywords(data))
    text = data.decode("utf-8-sig", "replace")
    if text.lstrip().startswith("{"):
        return read(_json_field(text))
    comment = _COMMENT.search(text)
    return read(comment.group(1) if comment else _Meta(text).content)


class _Meta(HTMLParser):
    """The content of the element that carries the mark; empty where there is none."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.content = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Looks at one element."""
        found = dict(attrs)
        if tag == "meta" and found.get("name") == NAME and not self.content:
            self.content = found.get("content") or ""


def _json_field(text: str) -> str:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return ""
    return json.dumps(found.get("mark")) if isinstance(found, dict) else ""


def _keywords(data: bytes) -> str:
    import pypdfium2  # noqa: PLC0415 - a large library, and only for PDF

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return ""
    try:
        return str(document.get_metadata_value("Keywords"))
    finally:
        document.close()
