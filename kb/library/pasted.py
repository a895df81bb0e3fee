"""Bullets that a word processor pasted as plain text (`•`, `–`, `o`), found in the lines of a paragraph."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kb.library.inline import WrittenLine

_SURE = re.compile(r"[•·▪▫◦‣\u2043●○■□➢►\uf0b7\uf0a7]\s*(?=\S)")
"""Opens an item wherever a line begins with it."""

_LIKELY = re.compile(r"[–—−]\s+(?=\S)|o(?:\t|\s)\s*(?=\S)")
"""May stand in a sentence: it counts at the start of a paragraph, and after a line that ends with `:`."""


def items_of(lines: Sequence[WrittenLine]) -> tuple[tuple[bool, tuple[WrittenLine, ...]], ...]:
    """The lines in groups, each with whether it is an item: its bullet is taken off, lines without one belong to it."""
    groups: list[tuple[bool, list[WrittenLine]]] = []
    likely = False
    for line in lines:
        likely = likely or not groups or groups[-1][1][-1].text.endswith(":")
        bullet = _bullet(line, likely=likely)
        if bullet:
            groups.append((True, [_without(line, bullet)]))
        elif groups:
            groups[-1][1].append(line)
        else:
            groups.append((False, [line]))
            likely = False
    return tuple((is_item, tuple(group)) for is_item, group in groups)


def _bullet(line: WrittenLine, *, likely: bool) -> int:
    """How many characters the bullet at its start has."""
    if line.literal:
        return 0
    text = line.spans[0].text if line.spans else ""
    found = _SURE.match(text) or (_LIKELY.match(text) if likely else None)
    return found.end() if found else 0


def _without(line: WrittenLine, count: int) -> WrittenLine:
    first, *rest = line.spans
    return line._replace(spans=(replace(first, text=first.text[count:]), *rest))
