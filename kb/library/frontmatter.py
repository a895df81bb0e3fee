"""Cuts front matter off the body of an article; a fence that is not quite one is refused, never taken for text."""

import re
import unicodedata
from typing import NamedTuple

from kb.library.yamltree import Table, YamlRefused, read_tree
from kb.settings import MAX_FRONT_MATTER_BYTES, MAX_YAML_EVENTS

_FENCE = "---"
_DASHES = re.compile("[-\u2010-\u2015\u2212\u2500 ]*[-\u2010-\u2015\u2212\u2500]")
_LOST_FENCE = re.compile(r"[\"']?(audience|desk|tags|review|aliases|title)[\"']?\s*[:=]", re.IGNORECASE)
_STRAY = re.compile(r"\W*aud\w*\W*[:=]\W*(customers?|sales|inside|internal|public)\W*", re.IGNORECASE)
_LONGEST_STRAY = 100
_WAY_OUT = "Front matter begins with a line `---` and ends with a line `---`."


class Split(NamedTuple):
    """An article's text in its two parts."""

    front: str | None
    """What stands between the fences; None where the text begins without one."""

    front_line: int
    """The line of the file on which `front` begins, from 1; 0 where there is none."""

    body: str
    body_line: int
    """The line of the file on which `body` begins, from 1."""


def split(text: str) -> Split:
    r"""The front matter and the body of a text that `decode` made.

    The first line that is exactly `---` ends the front matter, also inside a quoted value.

    >>> split("---\ndesk: press\n---\n# Why?\n")
    Split(front='desk: press', front_line=2, body='# Why?\n', body_line=4)

    Raises YamlRefused where the text begins with something that may have been meant as front matter and is none.
    """
    lines = text.split("\n")
    start = next((at for at, line in enumerate(lines) if _seen(line)), len(lines))
    first = lines[start] if start < len(lines) else ""
    if not _is_fence(first):
        _refuse_near_fence(_seen(first), start + 1)
        _refuse_stray_audience(lines, 0)
        return Split(None, 0, text, 1)
    end = _end(lines, start)
    front = "\n".join(lines[start + 1 : end])
    if len(front.encode(errors="replace")) > MAX_FRONT_MATTER_BYTES:
        most = MAX_FRONT_MATTER_BYTES // 1024
        raise YamlRefused(start + 1, f"the front matter is larger than {most} KiB. Shorten it.")
    _refuse_stray_audience(lines, end + 1)
    return Split(front, start + 2, "\n".join(lines[end + 1 :]), end + 2)


def front_table(parts: Split) -> Table:
    """The keys of the front matter; an empty table where there is none.

    Raises YamlRefused as `read_tree` does, and for a list.
    """
    if parts.front is None:
        return Table((), 1)
    tree = read_tree(parts.front, first_line=parts.front_line, most_events=MAX_YAML_EVENTS)
    if isinstance(tree, Table):
        return tree
    raise YamlRefused(tree.line, "the front matter is a list. Write it as lines of `key: value`.")


def _seen(line: str) -> str:
    """What of a line can be seen: without characters that have no width, and without white space at its ends."""
    if line.isascii() and line.isprintable():
        return line.strip()
    return "".join(c for c in line if c.isprintable() and unicodedata.category(c) not in ("Mn", "Me")).strip()


def _is_fence(line: str) -> bool:
    return line.rstrip() == _FENCE


def _refuse_near_fence(first: str, line: int) -> None:
    if first.startswith("+++"):
        raise YamlRefused(line, f"TOML front matter is not read. {_WAY_OUT}")
    if first.startswith("{"):
        raise YamlRefused(line, f"JSON front matter is not read. {_WAY_OUT}")
    if first.startswith(_FENCE) or _DASHES.fullmatch(first):
        raise YamlRefused(line, f"this line is not exactly `---`. {_WAY_OUT}")
    if _LOST_FENCE.match(first):
        raise YamlRefused(line, f"front matter begins here without the line `---` above it. {_WAY_OUT}")


def _refuse_stray_audience(lines: list[str], start: int) -> None:
    """A line of the body that names a reader was meant to count: in front matter further down, or cut too early."""
    for at, line in enumerate(lines[start:], start):
        if len(line) <= _LONGEST_STRAY and "aud" in line.casefold() and _STRAY.fullmatch(line):
            raise YamlRefused(at + 1, "`audience:` stands outside of the front matter. Move it to the top of the file.")


def _end(lines: list[str], start: int) -> int:
    """Where the closing fence stands."""
    for at, line in enumerate(lines[start + 1 :], start + 1):
        if _is_fence(line):
            return at
        if _is_near_fence(line.rstrip()):
            raise YamlRefused(at + 1, "front matter ends with a line that is exactly `---`. Write it here.")
    raise YamlRefused(start + 1, "the front matter that begins here has no end. Write a line `---` below its last key.")


def _is_near_fence(line: str) -> bool:
    """Whether a line between the fences was perhaps meant to end them; a dash alone is an item of a list."""
    return line == "..." or (len(line) > 1 and not line[0].isspace() and _DASHES.fullmatch(line) is not None)
