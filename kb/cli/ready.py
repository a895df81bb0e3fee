"""The text of a ready article that `kb add` takes, from a file or the standard input; understands none of it."""

import sys
from pathlib import Path

from kb.cli import output
from kb.cli.asking import can_ask
from kb.errors import UnreadableError, UsageError
from kb.files import read_bytes
from kb.library.decode import NotText, decode
from kb.settings import MAX_ARTICLE_BYTES


def text_of(source: str) -> str:
    """The text of a file, or what comes in where its name is `-`. Raises `UnreadableError`, `UsageError`."""
    data = _stdin() if source == "-" else _file(source)
    try:
        return decode(data)
    except NotText as error:
        raise UnreadableError(f"{source}, line {error.line}: {error.sentence}", "Nothing was written.") from error


def _file(source: str) -> bytes:
    if Path(source).is_dir():
        raise UnreadableError(f"{source} is a folder.", "Name one file: kb add --from FILE")
    try:
        return read_bytes(Path(source), MAX_ARTICLE_BYTES)
    except UnreadableError as error:
        raise UnreadableError(f"{source} {error.sentence}.", error.way_out or "Nothing was written.") from error


def _stdin() -> bytes:
    if sys.stdin is None:
        raise UsageError("There is nothing on the standard input.", "Name a file: kb add --from FILE")
    if can_ask():
        output.aside("Type or paste the article; its first line is `# ` and the question. Ctrl-D ends it.")
    binary = getattr(sys.stdin, "buffer", None)
    data = binary.read(MAX_ARTICLE_BYTES + 1) if binary else sys.stdin.read(MAX_ARTICLE_BYTES + 1).encode()
    if len(data) > MAX_ARTICLE_BYTES:
        raise UnreadableError(
            f"That is more than {MAX_ARTICLE_BYTES:,} bytes.", "Split it in two; nothing was written."
        )
    return data
