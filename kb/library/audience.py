"""Who may read an article, as its front matter says; whatever is in doubt is for inside."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kb.library.fields import NO_WORDS, YES_WORDS
from kb.library.headings import SECTIONS, looks_like_audience
from kb.library.remarks import Remark, closing
from kb.library.yamltree import Node, Scalar, Table
from kb.model.article import AUDIENCES, INSIDE
from kb.text import fold
from kb.words.lists import word_set
from kb.words.near import did_you_mean
from kb.words.unreadable import shown

KEY = "audience"
_PROSE = (*SECTIONS, "title", "desk", "tags", "aliases")
_SPACE = " \t\r\n"
"""No-break spaces and what cannot be seen are no white space here: the word has to be exactly one of three."""

_CLOSED_WORDS = word_set("inside internal private confidential restricted secret draft")
_OPEN_WORDS = word_set("public publish published")
"""What other programs call an article that is for some only, or for all."""

_ONE_OF = "Write `audience: customer`, `audience: sales` or `audience: inside`."


class Readers(NamedTuple):
    """Who may read an article, and what is wrong with how it was said."""

    audience: str
    is_written: bool
    line: int
    """0 where it was not written."""

    remarks: tuple[Remark, ...] = ()


def readers_of(table: Table, source: Sequence[tuple[int, str]], default: str) -> Readers:
    """The audience that the keys give; `source` are the numbered lines that the keys were read from."""
    keys = [(key, value) for key, value in table.entries if looks_like_audience(key.text)]
    exact = [value for key, value in keys if key.text.isascii() and key.text.lower() == KEY]
    if not keys:
        return _said_otherwise(table) or _unwritten(source, default)
    if len(keys) > 1 or not exact:
        return _refused(keys[-1][0].line, f"the key '{shown(keys[-1][0].text)}' leaves open who may read this.")
    return _of_value(exact[0])


def _of_value(value: Node) -> Readers:
    if not isinstance(value, Scalar):
        return _refused(value.line, "`audience` has several values.")
    word = value.text.strip(_SPACE)
    if word.isascii() and word.lower() in AUDIENCES:
        return Readers(word.lower(), is_written=True, line=value.line)
    question = did_you_mean(word, AUDIENCES) if word else ""
    return _refused(value.line, f"unknown audience '{shown(word)}'. {question}".rstrip())


def _said_otherwise(table: Table) -> Readers | None:
    """Inside, where a key of another program says so: `draft: true`, `visibility: internal`, `publish: no`."""
    for key, value in table.entries:
        name, said = fold(key.text), fold(value.text) if isinstance(value, Scalar) else ""
        closed = said in YES_WORDS if name in _CLOSED_WORDS else name in _OPEN_WORDS and said in NO_WORDS
        if closed or (said in _CLOSED_WORDS and name not in _PROSE):
            return _refused(key.line, f"`{shown(key.text)}: {shown(said)}` leaves open who may read this.")
    return None


def _unwritten(source: Iterable[tuple[int, str]], default: str) -> Readers:
    """The default, unless a line that is no key looks as if it had been one."""
    line = next((number for number, text in source if _looks_like_key(text)), 0)
    if line:
        return _refused(line, "this line looks like `audience:` but is none.")
    return Readers(default if default in AUDIENCES else INSIDE, is_written=False, line=0)


def _looks_like_key(line: str) -> bool:
    words = line.replace(":", " ").replace("=", " ").split()
    return any(looks_like_audience(word) for word in words[:2])


def _refused(line: int, sentence: str) -> Readers:
    return Readers(INSIDE, is_written=False, line=line, remarks=(closing(line, f"{sentence} {_ONE_OF}"),))
