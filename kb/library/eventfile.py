"""Finds and takes apart the files of questions and notes, which no search reads; knows none of their keys.

They are looked at only when somebody asks for them, straight from the folder: no index, no snapshot. A file that
cannot be read is a problem, and hides no other.
"""

import os
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from kb.errors import UnreadableError
from kb.files import read_bytes
from kb.library.decode import NotText, decode
from kb.library.escape import one_line, yaml_value
from kb.library.eventtree import Keys
from kb.library.headings import looks_like_inside_heading
from kb.library.htmltext import seen_text
from kb.library.yamltree import Listing, YamlRefused, read_tree
from kb.model.problem import Problem
from kb.settings import MAX_ARTICLE_BYTES, MAX_YAML_EVENTS

_FENCE = "---"
_LIST = "this is a list. Write it as lines of `key: value`."


class Event(NamedTuple):
    """One file, taken apart."""

    path: str
    """Relative to the content folder, with `/`."""

    keys: Keys
    body: str
    """What stands below the keys, without white space at its ends; empty in a YAML file.

    Without comments, and up to a line that begins what is for inside.
    """


Found = Event | Problem
Keyed = Mapping[str, str | date | None]


def events(
    root: Path, folder: str, known: tuple[str, ...], *, ending: str = ".md", but: Collection[str] = ()
) -> Iterator[Found]:
    """Every file of a folder with that ending, by name, with its keys; `known` are those that may stand there.

    `but` are paths that are not looked at again.
    """
    for name in _names(root / folder, folders=False):
        path = f"{folder}/{name}"
        if name.lower().endswith(ending) and path not in but:
            found = _event(root, path, known, fenced=ending == ".md")
            if found is not None:
                yield found


def events_below(root: Path, folder: str, known: tuple[str, ...]) -> Iterator[Found]:
    """Every YAML file of the folders in a folder."""
    for name in _names(root / folder, folders=True):
        yield from events(root, f"{folder}/{name}", known, ending=".yaml")


def count_events(root: Path, folder: str) -> int:
    """How many files there are in a folder."""
    return len(_names(root / folder, folders=False))


def keys_text(keys: Keyed) -> str:
    """The keys that have a value, a line each; `{}` where none has, as a YAML file should say something."""
    return "".join(f"{key}: {value}\n" for key, each in keys.items() if (value := _written(each))) or "{}\n"


def _written(value: str | date | None) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return yaml_value(value) if value and one_line(value) else ""


def _names(folder: Path, *, folders: bool) -> list[str]:
    """What lies in a folder, without what is hidden, a link, or an editor's own; nothing where there is no folder."""
    if folder.is_symlink():  # what lies elsewhere is never read
        return []
    try:
        with os.scandir(folder) as entries:
            return sorted(entry.name for entry in entries if _is_wanted(entry, folders=folders))
    except OSError:
        return []


def _is_wanted(entry: os.DirEntry[str], *, folders: bool) -> bool:
    if entry.name[0] in ".~#" or entry.name[-1] == "~" or not entry.name.isprintable():
        return False
    return entry.is_dir(follow_symlinks=False) if folders else entry.is_file(follow_symlinks=False)


def _event(root: Path, path: str, known: tuple[str, ...], *, fenced: bool) -> Found | None:
    """The file; None where it has vanished meanwhile."""
    try:
        text = decode(read_bytes(root / path, MAX_ARTICLE_BYTES))
        front, body = _split(text) if fenced else (text, "")
        tree = read_tree(front, first_line=1 + fenced, most_events=MAX_YAML_EVENTS)
    except UnreadableError as error:
        if isinstance(error.__cause__, FileNotFoundError):
            return None
        return Problem(path, 0, f"This file {error.sentence}. {error.way_out}".strip())
    except (NotText, YamlRefused) as refused:
        return Problem(path, refused.line, refused.sentence)
    if isinstance(tree, Listing):
        return Problem(path, tree.line, _LIST)
    return Event(path, Keys(tree, known), _told(body))


def _told(body: str) -> str:
    lines = seen_text(body).split("\n")
    end = next((at for at, line in enumerate(lines) if looks_like_inside_heading(line)), len(lines))
    return "\n".join(lines[:end]).strip()


def _split(text: str) -> tuple[str, str]:
    """What stands between the fences, and what stands below; all is body where there is no fence."""
    first, _newline, rest = text.partition("\n")
    if first.rstrip() != _FENCE:
        return "", text.strip()
    lines = rest.split("\n")
    end = next((at for at, line in enumerate(lines) if line.rstrip() == _FENCE), None)
    if end is None:
        raise YamlRefused(1, "the front matter that begins here has no end. Write a line `---` below its last key.")
    return "\n".join(lines[:end]), "\n".join(lines[end + 1 :]).strip()
