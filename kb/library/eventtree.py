"""What the files that kb writes one an event have in common: flat keys, days, and a name that begins with a day."""

from collections.abc import Sequence
from datetime import date
from pathlib import PurePosixPath

from kb.library.remarks import Remark
from kb.library.yamltree import Scalar, Table
from kb.model.problem import ERROR
from kb.words.near import did_you_mean
from kb.words.unreadable import shown

_DAY_LENGTH = len("2026-11-23")


class Keys:
    """The keys of one file, with what is wrong with them."""

    def __init__(self, table: Table, known: Sequence[str]) -> None:
        self._values = {key.text.strip().lower(): value for key, value in table.entries}
        unknown = (key for key, _value in table.entries if key.text.strip().lower() not in known)
        self.remarks = [_not_read(key, known) for key in unknown]

    def text(self, key: str) -> str:
        """The text of a key on one line; empty where it was not written, or holds a list."""
        return " ".join(self.whole(key).split())

    def whole(self, key: str) -> str:
        """The text of a key with its lines."""
        value = self._values.get(key)
        if value is None or isinstance(value, Scalar):
            return value.text if value else ""
        self.remarks.append(Remark(value.line, f"`{key}` takes one value, not several.", ERROR))
        return ""

    def day(self, key: str) -> date | None:
        """The day of a key such as `2026-12-01`; None where it was not written or is none."""
        text = self.text(key)
        day = day_of(text)
        if text and day is None:
            line = self.line(key)
            self.remarks.append(Remark(line, f"`{key}: {shown(text)}` is no day. Write it as 2026-12-01.", ERROR))
        return day

    def line(self, key: str) -> int:
        """The line of a key's value; 0 where it was not written."""
        value = self._values.get(key)
        return value.line if value else 0


def _not_read(key: Scalar, known: Sequence[str]) -> Remark:
    hint = did_you_mean(key.text, known)
    return Remark(key.line, f"unknown key '{shown(key.text)}', it is not read. {hint}".rstrip())


def day_of(text: str) -> date | None:
    """The day that a text is, written as `2026-12-01`; None where it is anything else."""
    try:
        return date.fromisoformat(text) if len(text) == _DAY_LENGTH else None
    except ValueError:
        return None


def key_of_path(path: str) -> str:
    """What an event is called: its file's name without the ending."""
    return PurePosixPath(path).stem


def day_of_path(path: str) -> date | None:
    """The day with which the file's name begins; None where it begins with none."""
    return day_of(key_of_path(path)[:_DAY_LENGTH])
