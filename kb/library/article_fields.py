"""The keys of an article beside its text: desk, tags, review and the like; reads no prose."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kb.library.audience import KEY, Readers, readers_of
from kb.library.durations import days_of
from kb.library.headings import looks_like_audience
from kb.library.remarks import Remark
from kb.library.yamltree import Listing, Node, Scalar, Table
from kb.model.article import INSIDE
from kb.model.problem import ERROR
from kb.words.near import did_you_mean
from kb.words.unreadable import shown

KEYS = ("title", "desk", KEY, "tags", "aliases", "review")
_WORDS_CUT = ("title", "desk", "tags", "aliases")
"""Where ` #` may have been meant as text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """What the keys say."""

    readers: Readers
    title: str = ""
    desk: str = ""
    tags: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    review_days: int = 0
    lines: tuple[tuple[str, int], ...] = ()
    """On which line each key stands."""

    remarks: tuple[Remark, ...] = ()


CLOSED = Fields(readers=Readers(INSIDE, is_written=False, line=0))
"""Where the keys could not be read."""


def fields_of(table: Table, source: Sequence[tuple[int, str]], default: str, others: Sequence[str] = ()) -> Fields:
    """The keys of an article. `others` are keys that somebody else reads, `source` the numbered lines of the text."""
    reader = _Reader(table, others)
    return Fields(
        readers=readers_of(table, source, default),
        title=reader.word("title"),
        desk=reader.word("desk"),
        tags=reader.words("tags"),
        aliases=reader.words("aliases"),
        review_days=reader.days("review"),
        lines=reader.lines(),
        remarks=reader.remarks(),
    )


class _Reader:
    """The keys of one article in any case, with what is wrong with them."""

    def __init__(self, table: Table, others: Sequence[str]) -> None:
        self._values: dict[str, Node] = {}
        self._lines: dict[str, int] = {}
        self._remarks: list[Remark] = []
        known = (*KEYS, *others)
        for key, value in table.entries:
            self._add(key, value, known)

    def _add(self, key: Scalar, value: Node, known: Sequence[str]) -> None:
        name = key.text.strip().lower()
        if name not in known:
            if not looks_like_audience(key.text):  # which is told as what it is
                sentence = f"unknown key '{shown(key.text)}', it is not read. {did_you_mean(name, known)}".rstrip()
                self._remarks.append(Remark(key.line, sentence))
        elif name in self._values:
            self._remarks.append(Remark(key.line, f"the key '{name}' stands here a second time. Keep one.", ERROR))
        else:
            self._values[name], self._lines[name] = value, key.line
            self._remark_cut(name, value)

    def word(self, key: str) -> str:
        """The text of a key."""
        value = self._values.get(key)
        if value is None or isinstance(value, Scalar):
            return " ".join(value.text.split()) if value else ""
        self._remarks.append(Remark(value.line, f"`{key}` takes one value, not several.", ERROR))
        return ""

    def words(self, key: str) -> tuple[str, ...]:
        """The texts of a key: a list, or separated by commas; without the `#` of Obsidian, each once."""
        texts = (text for item in self._items(key) for text in re.split(r",|\s+(?=#)", item))
        cleaned = (" ".join(text.split()).removeprefix("#").strip() for text in texts)
        return tuple(dict.fromkeys(text for text in cleaned if text))

    def days(self, key: str) -> int:
        """The length of time of a key; 0 where it says none."""
        text = self.word(key)
        days = days_of(text)
        if text and days is None:
            sentence = f"`{key}: {shown(text)}` is no length of time. Write it like `{key}: 180 days`."
            self._remarks.append(Remark(self._lines[key], sentence, ERROR))
        return days or 0

    def lines(self) -> tuple[tuple[str, int], ...]:
        """On which line each known key stands."""
        return tuple(self._lines.items())

    def remarks(self) -> tuple[Remark, ...]:
        """What is wrong with the keys."""
        return tuple(self._remarks)

    def _items(self, key: str) -> tuple[str, ...]:
        value = self._values.get(key)
        if not isinstance(value, Listing):
            return (self.word(key),)
        nested = next((item for item in value.items if not isinstance(item, Scalar)), None)
        if nested is not None:
            self._remarks.append(Remark(nested.line, f"`{key}` takes plain words. Write `{key}: one, another`.", ERROR))
        return tuple(item.text for item in value.items if isinstance(item, Scalar))

    def _remark_cut(self, key: str, value: Node) -> None:
        scalars = value.items if isinstance(value, Listing) else (value,)
        for scalar in scalars:
            if key in _WORDS_CUT and isinstance(scalar, Scalar) and scalar.cut:
                sentence = f"`{shown(scalar.cut)}` is dropped as a comment. If it is text, put quotes around the value."
                self._remarks.append(Remark(scalar.line, sentence))
