"""The layout of a screen: lines of styled spans, wrapped and set in columns; knows no article, and prints nothing."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kb.text import safe_line, safe_text

PLAIN, STRONG, EMPHASIS, LITERAL, LINK = "", "strong", "emphasis", "literal", "link"
"""The styles of what a writer wrote, under the names that prose has for them."""

TITLE, LABEL, FIGURE, WARNING, QUIET, COMMAND = "title", "label", "figure", "warning", "quiet", "command"
MATCH = "match"
"""The styles of what kb adds. A style only helps the eye: nothing is said by it alone."""

WIDEST = 80
"""Columns of a page on a terminal; longer lines are hard to read."""

NARROWEST = 24
"""Columns below which no layout helps; the terminal itself wraps then."""

_ELLIPSIS = "…"
_GAP = 2
_NARROW_COLUMN = 6
_SPACES = re.compile(r"(\s+)")
_ENDLESS = 1_000_000


class Span(NamedTuple):
    """A run of text in one style."""

    text: str
    style: str = PLAIN


Line = tuple[Span, ...]


class Page(NamedTuple):
    """What one command shows."""

    lines: tuple[Line, ...]


def page_width(width: int, *, terminal: bool) -> int:
    """How many columns are used of those there are."""
    return max(NARROWEST, min(width, WIDEST) if terminal else width)


def line(text: str, style: str = PLAIN) -> Line:
    """One line of one style, made safe."""
    return (Span(safe_line(text), style),)


def width_of(text: str) -> int:
    """How many columns a text takes on a screen: wide letters of East Asia two, combining marks none.

    >>> width_of("box"), width_of("日本"), width_of("e\u0301")
    (3, 4, 1)
    """
    return len(text) if text.isascii() else sum(map(_columns_of, text))


def line_width(spans: Iterable[Span]) -> int:
    """How many columns a line takes."""
    return sum(width_of(span.text) for span in spans)


def cut(text: str, width: int) -> str:
    """The text on one line, made safe, with an ellipsis where it is longer than the width.

    >>> cut("Can you do it faster?", 9)
    'Can you…'
    """
    safe = safe_line(text)
    if width_of(safe) <= width:
        return safe
    if width <= 1:
        return _ELLIPSIS[: max(width, 0)]
    start = next(_pieces(safe, width - 1))
    return (start.rstrip() if width_of(start) < width else "") + _ELLIPSIS


def wrapped(spans: Iterable[Span], width: int, *, label: Line = (), hang: int = 0) -> list[Line]:
    """The spans made safe and filled into lines; the first begins with the label, all text at column `hang` or later.

    A word longer than a line is broken. Without a word there is no line, and no label either.
    """
    room = max(width - hang, 1)
    filled = _filled(_words(spans), room)
    first = (*label, *_blank(max(hang - line_width(label), 0)))
    return [((first if row == 0 else _blank(hang)) + text) for row, text in enumerate(filled)]


def verbatim(text: str, width: int, *, hang: int = 0, style: str = LITERAL) -> list[Line]:
    """The lines of the text with their own spaces, made safe; a line longer than the width is broken."""
    room = max(width - hang, 1)
    rows = (piece for row in safe_text(text).expandtabs(4).split("\n") for piece in _pieces(row, room))
    return [(*_blank(hang), Span(row, style)) for row in rows]


def two_sided(left: Sequence[Line], right: Line, width: int) -> list[Line]:
    """The left lines with the right one at the right edge: beside the last of them, or below where it does not fit."""
    *above, last = left or [()]
    space = width - line_width(last) - line_width(right)
    if not right or space >= _GAP:
        return [*above, (*last, *(_blank(space) if right else ()), *right)]
    return [*left, *wrapped(right, width, hang=max(width - line_width(right), 0))]


def columns(rows: Sequence[Sequence[Line]], width: int, *, hang: int = 0, marks: Sequence[str] = ()) -> list[Line]:
    """The rows with their cells below each other, each wrapped within its column; the widest columns give way.

    There is at least one row, and all have equally many cells. A mark stands before the first cell of its row, and
    keeps its spaces. Where the columns become too narrow to read, a row is running text.
    """
    count, marks = len(rows[0]), marks or [""] * len(rows)
    room = width - hang - _GAP * (count - 1)
    if room < _NARROW_COLUMN * count:
        return [text for row in rows for text in wrapped(_run_together(row), width, hang=hang)]
    natural = [max(_natural_width(row[column]) for row in rows) for column in range(count)]
    natural[0] = max(width_of(mark) + _natural_width(row[0]) for row, mark in zip(rows, marks, strict=True))
    widths = _fitted(natural, room)
    return [text for row, mark in zip(rows, marks, strict=True) for text in _row(row, mark, widths, hang)]


def _row(cells: Sequence[Line], mark: str, widths: Sequence[int], hang: int) -> Iterator[Line]:
    filled = [wrapped(cell, size) for cell, size in zip(cells[1:], widths[1:], strict=True)]
    filled.insert(0, wrapped(cells[0], widths[0], label=(Span(mark),), hang=width_of(mark)))
    for depth in range(max(map(len, filled), default=0)):
        text = list(_blank(hang))
        for column, (cell, size) in enumerate(zip(filled, widths, strict=True)):
            part = cell[depth] if depth < len(cell) else ()
            space = size - line_width(part) + _GAP
            text += [*part, *(_blank(space) if column < len(filled) - 1 else ())]
        yield tuple(text)


def _run_together(cells: Sequence[Line]) -> Iterator[Span]:
    for column, cell in enumerate(cells):
        if column:
            yield Span(" | ", QUIET)
        yield from cell


def _natural_width(cell: Line) -> int:
    return max(map(line_width, wrapped(cell, _ENDLESS)), default=0)


def _fitted(widths: list[int], room: int) -> list[int]:
    """The widths, the widest made narrower until all fit into the room."""
    fitted = [min(size, room) for size in widths]
    while sum(fitted) > room:
        fitted[fitted.index(max(fitted))] -= 1
    return [max(size, 1) for size in fitted]


def _words(spans: Iterable[Span]) -> Iterator[Line]:
    """The words, safe; a word that changes its style within is several spans."""
    word: list[Span] = []
    for span in spans:
        for part in _SPACES.split(safe_text(span.text)):
            if part and not part.isspace():
                word.append(Span(part, span.style))
            elif part and word:
                yield tuple(word)
                word = []
    if word:
        yield tuple(word)


def _filled(words: Iterable[Line], width: int) -> list[Line]:
    lines: list[Line] = []
    row: list[Line] = []
    used = 0
    for word in (piece for whole in words for piece in _fitting(whole, width)):
        size = line_width(word)
        if row and used + 1 + size > width:
            lines.append(_joined(row))
            row, used = [], 0
        used += size + (1 if row else 0)
        row.append(word)
    return [*lines, _joined(row)] if row else lines


def _fitting(word: Line, width: int) -> Iterator[Line]:
    """The word, or its pieces where it is longer than a line."""
    if line_width(word) <= width:
        yield word
        return
    for span in word:
        for piece in _pieces(span.text, width):
            yield (Span(piece, span.style),)


def _joined(words: Sequence[Line]) -> Line:
    """The words with a space between them; neighbours of one style are one span."""
    spans: list[Span] = []
    for position, word in enumerate(words):
        for part, (text, style) in enumerate(word):
            space = " " if position and not part else ""
            if spans and spans[-1].style == style:
                spans[-1] = Span(spans[-1].text + space + text, style)
            else:
                spans += [Span(space)] * bool(space) + [Span(text, style)]
    return tuple(spans)


def _pieces(text: str, width: int) -> Iterator[str]:
    """The text in pieces of at most so many columns; a letter wider than that is a piece of its own."""
    if text.isascii():
        yield from (text[at : at + width] for at in range(0, max(len(text), 1), width))
        return
    start = used = 0
    for at, letter in enumerate(text):
        size = _columns_of(letter)
        if at > start and used + size > width:
            yield text[start:at]
            start, used = at, 0
        used += size
    yield text[start:]


def _columns_of(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def _blank(count: int) -> Line:
    return (Span(" " * count),) if count else ()
