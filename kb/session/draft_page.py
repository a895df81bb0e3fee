"""A draft that is a web page, or a mail like one: the words that its reader sees, a line a block; fetches nothing."""

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple

from kb.model.draft import MAIL, Draft
from kb.session.draft_text import as_read, decoded, refuse_binary
from kb.words.lists import word_set
from kb.words.patterns import lazy

_UNSEEN = word_set("head style script title template")
_BLOCKS = word_set("p div br li h1 h2 h3 h4 h5 h6 ul ol blockquote pre hr section article table tr td th")
_CELLS = word_set("td th")
_MOST_IN_A_CELL = 3
"""A row with more blocks in a cell is there for the looks of the page: its cells follow each other."""

_NO_MARK = lazy(r"<!\[(?!(?i:if|else|endif|cdata)\b)")
"""What looks like the beginning of a mark and is none: the library gives up there, a browser goes on."""


class Placed(NamedTuple):
    """One line of what a reader sees."""

    text: str
    line: int
    """Of the file, from 1."""


def page_draft(name: str, data: bytes) -> Draft:
    """The words of a web page, each on its line of the file. Raises `UnreadableError` for what is no text."""
    lines = list(seen_lines(as_read(decoded(data)[0]), 1))
    text = "\n".join(line.text for line in lines)
    refuse_binary(name, text)
    return Draft(name=name, text=text, kind=MAIL, places=tuple(line.line for line in lines), data=data)


def seen_lines(page: str, first: int) -> Iterator[Placed]:
    """What is seen of a page that begins on that line of its file."""
    reader = _Page()
    reader.feed(_NO_MARK.sub("&lt;![", page))
    reader.close()
    for text, line in reader.found():
        yield Placed(text, first + line - 1)


class _Page(HTMLParser):
    """Collects what a reader of a page sees, a line a block; what it quotes is behind `>`, as in a plain mail."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._tables = _Tables()
        self._words: list[str] = []
        self._at = 1
        self._bullet = ""
        self._hidden = 0
        self._quoted = 0
        self._kept = 0
        """How many elements it is in that are not shown, that quote, that keep their line ends."""

        self._asides: list[bool] = []
        """Of each `<![if …]>` that is open, whether it holds the drawn bullet of a list, as Word writes it."""

    def found(self) -> list[Placed]:
        """The lines; an empty one between blocks."""
        self._end()
        return self._tables.lines()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the library's
        """A block ends the line before it."""
        if tag in _BLOCKS:
            self._end(parted=tag != "br")
        self._tables.begin(tag)
        self._count(tag, 1)
        self._bullet = "- " if tag == "li" else self._bullet

    def handle_endtag(self, tag: str) -> None:
        """A block ends its own line."""
        if tag in _BLOCKS:
            self._end(parted=tag != "br")
        self._tables.end(tag)
        self._count(tag, -1)

    def handle_data(self, data: str) -> None:
        """Words; the first of a line tells where it stands."""
        if self._hidden:
            return
        for at, part in enumerate(data.split("\n") if self._kept else [data]):
            if at:
                self._end(parted=False)
            if part.strip() and not "".join(self._words).strip():
                self._at = self.getpos()[0] + at + part[: len(part) - len(part.lstrip())].count("\n")
            self._words.append(part)

    def unknown_decl(self, data: str) -> None:
        """Word draws the bullets of a list itself, for programs that know no lists."""
        word = data.casefold()
        if word.startswith("if"):
            self._asides.append("supportlists" in word)
            self._hidden += self._asides[-1]
            self._bullet = "- " if self._asides[-1] else self._bullet
        elif word.startswith("endif") and self._asides:
            self._hidden -= self._asides.pop()

    def _count(self, tag: str, by: int) -> None:
        self._hidden = max(self._hidden + by * (tag in _UNSEEN), 0)
        self._quoted = max(self._quoted + by * (tag == "blockquote"), 0)
        self._kept = max(self._kept + by * (tag == "pre"), 0)

    def _end(self, *, parted: bool = True) -> None:
        """Ends the line; an empty one parts it from the next, where there is none yet."""
        text = " ".join("".join(self._words).split())
        if text:
            self._tables.add(f"{'> ' * (self._quoted > 0)}{self._bullet}{text}", self._at)
            self._bullet = ""
        if parted:
            self._tables.part(self._at)
        self._words = []


_Row = list[list[Placed]]
"""The lines of each cell."""


class _Tables:
    """The lines of a page, those of a table's row in one where they are a row to its reader."""

    def __init__(self) -> None:
        self._lines: list[Placed] = []
        self._open: list[_Row | None] = []
        """The tables that are open, from the outermost: each by the row that is open in it."""

    def lines(self) -> list[Placed]:
        """All of them, once the page is at its end."""
        while self._open:
            self.end("table")
        return self._lines

    def add(self, text: str, line: int) -> None:
        """Puts a line where the page is just now."""
        self._here().append(Placed(text, line))

    def part(self, line: int) -> None:
        """Puts an empty line after a line."""
        here = self._here()
        if here and here[-1].text:
            here.append(Placed("", line))

    def begin(self, tag: str) -> None:
        """A table, a row or a cell begins; pages leave out where the one before it ends."""
        if tag == "table":
            self._open.append(None)
        elif tag == "tr":
            self.end("tr")
        elif tag in _CELLS and self._open:
            self._open[-1] = [*(self._open[-1] or []), []]

    def end(self, tag: str) -> None:
        """A table or a row is at its end."""
        if tag in ("tr", "table") and self._open:
            row, self._open[-1] = self._open[-1], None
            if tag == "table":
                self._open.pop()
            self._here().extend(_in_one(row or []))

    def _here(self) -> list[Placed]:
        """What the page is in: the cell of the innermost table that has one open, or nothing of the kind."""
        return next((row[-1] for row in reversed(self._open) if row), self._lines)


def _in_one(row: _Row) -> list[Placed]:
    """A row as a table in plain text has it, or the lines of its cells one after the other."""
    cells = [[line for line in cell if line.text] for cell in row]
    filled = [line for cell in cells for line in cell]
    if len(filled) < 2 or any(len(cell) > _MOST_IN_A_CELL for cell in cells):  # noqa: PLR2004 - a row has two
        return [line for cell in row for line in cell]
    told = [" ".join(line.text for line in cell) for cell in cells if cell]
    return [Placed(" | ".join(told), filled[0].line), Placed("", filled[-1].line)]
