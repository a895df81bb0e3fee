"""Markdown's tokens as passages, which still know their lines, and as blocks; knows nothing of sections."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from kb.library.htmltext import block_lines, left_over_at, without_comments
from kb.library.inline import Spans, WrittenLine, joined, written_lines
from kb.library.pasted import items_of
from kb.library.remarks import Remark, closing
from kb.library.tokens import Token
from kb.model.prose import BULLET, CODE, ORDERED, PLAIN, QUOTE, ROW, STRONG, TEXT, Block, Span

_LISTS = {"bullet_list_open": BULLET, "ordered_list_open": ORDERED}
_NEW_ITEM = "new item"
_OLD_ITEM = "old item"


class Passage(NamedTuple):
    """A paragraph, a bullet, code, or a row of a table (then each of its `lines` is a cell)."""

    kind: str
    """A kind of blocks."""

    lines: tuple[WrittenLine, ...]

    @property
    def line(self) -> int:
        """The line of the file that it starts on."""
        return self.lines[0].line if self.lines else 0

    @property
    def text(self) -> str:
        """Its words on one line."""
        return " ".join(" ".join(line.text for line in self.lines).split())


def passages_of(
    tokens: Sequence[Token], first_line: int, source: Sequence[str] = ()
) -> tuple[tuple[Passage, ...], tuple[Remark, ...]]:
    """What stands in the tokens, lists and quotes flattened; `first_line` is the line of the file where they begin.

    `source` are the lines that were parsed: whether a block of code has an end is read off them.
    """
    walk = _Walk(first_line, source)
    for token in tokens:
        walk.take(token)
    return tuple(passage for passage in walk.passages if passage.lines), tuple(walk.remarks)


def blocks_of(passages: Iterable[Passage]) -> tuple[Block, ...]:
    """The passages as blocks."""
    blocks = (Block(passage.kind, _cells(passage), passage.line) for passage in passages)
    return tuple(block for block in blocks if block.text.strip(" |\n"))


def _cells(passage: Passage) -> tuple[Spans, ...]:
    if passage.kind == ROW:
        return tuple(line.spans for line in passage.lines)
    if passage.kind == CODE:
        return ((Span("\n".join(line.text for line in passage.lines)),),)
    if len(passage.lines) == 1 and _is_joined(passage.lines[0].spans):
        return (passage.lines[0].spans,)
    spans = [part for line in passage.lines for part in (Span(" "), *line.spans)]
    return (joined(_with_quiet_spaces(spans)),)


def _is_joined(spans: Spans) -> bool:
    """Whether `joined` would leave it as it is, as with most lines."""
    return len(spans) == 1 and spans[0].text.strip() == spans[0].text != "" and "  " not in spans[0].text


def _with_quiet_spaces(spans: Sequence[Span]) -> Iterable[Span]:
    """The spans; a space between two of one style has that style, so that a link over two lines stays one."""
    for at, span in enumerate(spans):
        between = 0 < at < len(spans) - 1 and span.text.isspace()
        before, after = (spans[at - 1], spans[at + 1]) if between else (span, span)
        same = between and (before.style, before.target) == (after.style, after.target)
        yield Span(" ", before.style, before.target) if same else span


class _Walk:
    """One pass over tokens, with the lists and quotes that are open."""

    def __init__(self, first_line: int, source: Sequence[str]) -> None:
        self.passages: list[Passage] = []
        self.remarks: list[Remark] = []
        self._first_line = first_line
        self._source = source
        self._open: list[str] = []
        self._mark = WrittenLine(first_line, ())
        """The number or bullet of the last item."""

        self._row: list[WrittenLine] | None = None
        self._heading = False

    def take(self, token: Token) -> None:
        if token.type == "inline":
            self._take_inline(token)
        elif token.type in ("fence", "code_block"):
            self._take_code(token)
        elif token.type == "html_block":
            self._take_html(token)
        elif token.type in ("heading_open", "heading_close"):
            self._heading = token.nesting > 0
        elif token.type in ("tr_open", "tr_close"):
            self._turn_row(is_open=token.nesting > 0)
        else:
            self._turn_container(token)

    def _turn_row(self, *, is_open: bool) -> None:
        if not is_open and self._row:
            self.passages.append(Passage(ROW, tuple(self._row)))
        self._row = [] if is_open else None

    def _turn_container(self, token: Token) -> None:
        if token.type in _LISTS:
            self._open.append(_LISTS[token.type])
        elif token.type == "blockquote_open":
            self._open.append(QUOTE)
        elif token.type == "list_item_open":
            self._open.append(_NEW_ITEM)
            self._mark = WrittenLine(self._line_of(token), (Span(f"{token.info}{token.markup}"),))
        elif token.type == "list_item_close":
            if self._open.pop() == _NEW_ITEM and self._open[-1] == ORDERED:
                # Markdown takes "100." for the number of an item that says nothing; its writer answered "100."
                self.passages.append(Passage(TEXT, (self._mark,)))
        elif token.type in ("bullet_list_close", "ordered_list_close", "blockquote_close"):
            self._open.pop()

    def _take_inline(self, token: Token) -> None:
        lines, remarks = written_lines(token, self._line_of(token))
        self.remarks.extend(remarks)
        if self._row is not None:
            spans = joined(part for line in lines for part in (Span(" "), *line.spans))
            self._row.append(WrittenLine(self._line_of(token), spans))
        elif self._heading:
            self.passages.append(Passage(TEXT, tuple(_strong(line) for line in lines)))
        elif lines:
            self._add_paragraph(lines)

    def _add_paragraph(self, lines: tuple[WrittenLine, ...]) -> None:
        kind = self._kind()
        for is_item, group in items_of(lines):
            pasted = BULLET if kind == TEXT else kind
            self.passages.append(Passage(pasted if is_item else kind, group))

    def _kind(self) -> str:
        """What a paragraph is here: the first one of an item is the item."""
        if self._open and self._open[-1] == _NEW_ITEM:
            self._open[-1] = _OLD_ITEM
            return self._open[-2]
        return QUOTE if QUOTE in self._open else TEXT

    def _take_code(self, token: Token) -> None:
        line = self._line_of(token) + (token.type == "fence")
        text = without_comments(token.content)
        if token.type == "fence" and self._is_unfinished(token):
            sentence = (
                f"the code that begins with `{token.markup[:10]}` has no end. Write `{token.markup[:10]}` below it."
            )
            self.remarks.append(closing(line - 1, sentence))
        rows = text.rstrip("\n").split("\n")
        lines = (WrittenLine(line + at, (Span(row.expandtabs(4)),) if row else ()) for at, row in enumerate(rows))
        self.passages.append(Passage(CODE, tuple(lines)))
        if (at := left_over_at(text, is_code=True)) >= 0:
            self._remark_left_over(line + text.count("\n", 0, at))

    def _is_unfinished(self, token: Token) -> bool:
        start, end = token.map or (0, 0)
        if end > len(self._source):
            return True
        last = self._source[end - 1].strip(" >\t")
        return end - 1 <= start or not last or bool(last.strip(token.markup[0])) or len(last) < len(token.markup)

    def _take_html(self, token: Token) -> None:
        line = self._line_of(token)
        rows, is_open = block_lines(token.content)
        if is_open:
            self._remark_left_over(line)
        lines = tuple(WrittenLine(line + at, (Span(row, PLAIN),)) for at, row in rows)
        self.passages.append(Passage(TEXT, lines))

    def _remark_left_over(self, line: int) -> None:
        sentence = "a comment begins here and has no end. Write `-->` behind it, or delete it."
        self.remarks.append(closing(line, sentence))

    def _line_of(self, token: Token) -> int:
        return self._first_line + (token.map[0] if token.map else 0)


def _strong(line: WrittenLine) -> WrittenLine:
    spans = tuple(span if span.style else replace(span, style=STRONG) for span in line.spans)
    return line._replace(spans=spans)
