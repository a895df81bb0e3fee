"""Passages as plain lines, one bullet each, and as numbers; knows nothing of prose."""

from collections.abc import Iterable, Iterator

from kb.library.prose import Passage
from kb.library.remarks import Remark
from kb.model.number import Number
from kb.model.problem import ERROR
from kb.model.prose import ARTICLE, BULLET, LINK, ORDERED, ROW, Line, Mention
from kb.words.clauses import split_line
from kb.words.numberline import Unread, read_number


def lines_of(passages: Iterable[Passage]) -> tuple[Line, ...]:
    """A line for each bullet, and for each line of text that is no bullet."""
    return tuple(line for passage in passages for line in _lines(passage) if line.text)


def numbers_of(passages: Iterable[Passage]) -> tuple[tuple[Number, ...], tuple[Remark, ...]]:
    """The numbers of the passages, and a remark for each line that could not be read."""
    read = [number for passage in passages for number in _numbers(passage)]
    numbers = tuple(number for number in read if isinstance(number, Number))
    unread = (Remark(number.line, number.sentence, ERROR) for number in read if isinstance(number, Unread))
    return numbers, tuple(unread)


def mentions_of(section: str, passages: Iterable[Passage]) -> tuple[Mention, ...]:
    """The links to other articles in the lines of a section."""
    return tuple(
        Mention(span.target, line.line, section)
        for passage in passages
        for line in passage.lines
        for span in line.spans
        if span.style == LINK and span.target.startswith(ARTICLE)
    )


def _lines(passage: Passage) -> tuple[Line, ...]:
    if passage.kind == ROW:
        return (Line(" | ".join(cell.text for cell in passage.lines), passage.line),)
    if passage.kind in (BULLET, ORDERED):
        return (Line(passage.text, passage.line),)
    return tuple(Line(" ".join(line.text.split()), line.line) for line in passage.lines)


def _numbers(passage: Passage) -> list[Number | Unread]:
    """A bullet is one number, also over several lines, unless each of its lines with a colon is one."""
    apart = [] if passage.kind == ROW else [read_number(line.text, line.line) for line in _regrouped(passage)]
    if passage.kind not in (BULLET, ORDERED, ROW) or (apart and all(isinstance(one, Number) for one in apart)):
        return apart
    return [read_number(line.text, line.line) for line in _lines(passage) if line.text]


def _regrouped(passage: Passage) -> Iterator[Line]:
    """The lines of a passage; one that has no colon goes on with the one before."""
    text, start = "", 0
    for line in passage.lines:
        if text and split_line(line.text) is not None:
            yield Line(text, start)
            text = ""
        start = start if text else line.line
        text = f"{text} {line.text}".strip()
    if text:
        yield Line(text, start)
