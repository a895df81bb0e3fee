"""Reads and writes a file of `notices/`: a sentence, number lines, and until when; decides nothing about any day."""

from collections.abc import Iterator, Sequence
from datetime import date

from kb.library.article_markdown import split_or_whole
from kb.library.decode import NotText, decode
from kb.library.escape import line, yaml_value
from kb.library.eventtree import Keys, day_of_path, key_of_path
from kb.library.frontmatter import front_table
from kb.library.headings import SAY
from kb.library.lines import numbers_of
from kb.library.prose import Passage
from kb.library.remarks import Remark, closes_article, problems_of
from kb.library.sections import Body, split_body
from kb.library.tokens import MarkdownRefused
from kb.library.yamltree import Table, YamlRefused
from kb.model.notice import Notice
from kb.model.number import Number
from kb.model.problem import ERROR, Problem
from kb.model.prose import BULLET
from kb.words.numberline import read_number

_KEYS = ("until", "since", "ended", "by")
_NO_END = "this notice has no `until:`, so it counts until somebody ends it. Write its last day: `until: 2026-12-01`."

Read = tuple[Notice | None, tuple[Problem, ...]]


def read_notice(path: str, data: bytes) -> Read:
    """The notice, and its problems; None where the file cannot be read, or something inside may stand in its words."""
    try:
        parts, broken = split_or_whole(decode(data))
        table = front_table(parts)
        body = split_body(parts.body, parts.body_line)
    except (NotText, YamlRefused) as refused:
        return None, (Problem(path, refused.line, refused.sentence),)
    except MarkdownRefused as refused:
        return None, (Problem(path, 0, refused.sentence),)
    if broken is not None or closes_article(body.remarks):
        return None, problems_of(path, (*body.remarks, *((broken,) if broken else ())))
    notice, remarks = _put_together(path, table, body)
    return notice, problems_of(path, (*body.remarks, *remarks))


def notice_text(sentence: str, numbers: Sequence[str], until: date, by: str = "") -> str:
    """The file of a notice."""
    keys = [f"until: {until.isoformat()}", *([f"by: {yaml_value(by)}"] if by else [])]
    listed = "".join(f"- {line(number)}\n" for number in numbers)
    section = f"\n## Numbers\n{listed}" if listed else ""
    return "---\n" + "\n".join(keys) + f"\n---\n{line(sentence)}\n{section}"


def ended_text(data: bytes, day: date) -> bytes:
    """The file of a notice that no longer counts from that day on; the rest of it stays as it was written."""
    key = f"ended: {day.isoformat()}\n".encode()
    begins = data.removeprefix(b"\xef\xbb\xbf")
    first, newline, rest = begins.partition(b"\n")
    if newline and first.rstrip() == b"---":
        return first + newline + key + rest
    return b"---\n" + key + b"---\n" + begins


def _put_together(path: str, table: Table, body: Body) -> tuple[Notice, list[Remark]]:
    keys = Keys(table, _KEYS)
    numbers, unread = numbers_of(passage for passage in _of(body, "numbers"))
    said = [passage.text for passage in _of(body, SAY) if not _is_number(passage)]
    loose, _unread = numbers_of(passage for passage in _of(body, SAY) if _is_number(passage))
    notice = Notice(
        key=key_of_path(path),
        path=path,
        sentence=" ".join(filter(None, (body.title, *said))),
        numbers=(*loose, *numbers),
        since=keys.day("since") or day_of_path(path),
        until=keys.day("until"),
        ended=keys.day("ended"),
        by=keys.text("by"),
    )
    return notice, [*keys.remarks, *unread, *_missing(notice)]


def _missing(notice: Notice) -> Iterator[Remark]:
    if notice.until is None and notice.ended is None:
        yield Remark(1, _NO_END, ERROR)
    if not notice.sentence:
        yield Remark(1, "this notice says nothing. Write in a sentence what is different.", ERROR)


def _of(body: Body, key: str) -> Iterator[Passage]:
    return (passage for section in body.sections if section.key == key for passage in section.passages)


def _is_number(passage: Passage) -> bool:
    """Whether a bullet of the text is a number line that stands without its heading."""
    return passage.kind == BULLET and isinstance(read_number(passage.text, passage.line), Number)
