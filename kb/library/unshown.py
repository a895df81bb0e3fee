"""What stands in a content folder and is for no reader at all: notes, questions, comments, keys that kb does not know.

Only the check of finished hand-outs reads it, as plain lines; nothing is understood here.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from kb.errors import UnreadableError
from kb.files import read_bytes
from kb.settings import MAX_ARTICLE_BYTES

_NEVER_SHOWN = ("notes", "questions", "inside", "searches")
_FRAME = ("kb.yaml", "people.yaml", "process.yaml", "glossary.yaml")
_COMMENT = re.compile(r"<!--(.*?)(?:-->|\Z)", re.DOTALL)
_YAML_COMMENT = re.compile(r"(?:^|\s)#\s(.*)$", re.MULTILINE)
_KEY = re.compile(r"^[ \t]*(?:- )?[\w -]{1,40}:[ \t]+([^{\[|>].*)$", re.MULTILINE)
_CUSTOMER = re.compile(r"^customer:\s*(.+?)\s*$", re.MULTILINE)
_SHARP_ENDS = "'\" "


def unshown_texts(root: Path) -> Iterator[str]:
    """Texts that no hand-out may hold unless they also stand where its reader may read; each a line or a comment."""
    for folder in _NEVER_SHOWN:
        for text in _texts(root, folder):
            yield from text.splitlines()
    for text in _texts(root, "articles"):
        yield from _COMMENT.findall(text)
        yield from _of_yaml(_front_matter(text))
    for name in _FRAME:
        yield from _of_yaml(_text(root / name))


def customers_names(root: Path) -> tuple[str, ...]:
    """The names of customers in the questions."""
    found = (name.strip(_SHARP_ENDS) for text in _texts(root, "questions") for name in _CUSTOMER.findall(text))
    return tuple(dict.fromkeys(filter(None, found)))


def _of_yaml(text: str) -> Iterator[str]:
    """Values and comments; a value that is shown stands where its reader may read, too."""
    yield from _YAML_COMMENT.findall(text)
    yield from (_YAML_COMMENT.sub("", value) for value in _KEY.findall(text))


def _front_matter(text: str) -> str:
    """As much of it as begins like one; a body that is taken along does no harm, its lines are no keys."""
    parts = re.split(r"^---\s*$", text, maxsplit=2, flags=re.MULTILINE)
    return parts[1] if len(parts) > 2 and not parts[0].strip("\ufeff \n") else ""  # noqa: PLR2004 - before, in, after


def _texts(root: Path, folder: str) -> Iterator[str]:
    for path in sorted((root / folder).rglob("*")):
        if not path.name.startswith(".") and path.is_file() and not path.is_symlink():
            yield _text(path)


def _text(path: Path) -> str:
    """Empty for what cannot be read: nothing of it is shown either."""
    try:
        return read_bytes(path, MAX_ARTICLE_BYTES).decode("utf-8", "replace")
    except UnreadableError:
        return ""
