"""Takes a YAML table's values as what they should be: what is wrong is noted with its line, the rest still read."""

from collections.abc import Iterable

from kb.library.durations import days_of
from kb.library.yamltree import Listing, Node, Scalar, Table
from kb.model.problem import ERROR, WARNING, Problem
from kb.text import fold
from kb.words.near import did_you_mean
from kb.words.unreadable import shown

YES_WORDS = ("yes", "true", "on", "y")
NO_WORDS = ("no", "false", "off", "n")


class Notes:
    """The problems of one file, as they are found."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []

    def error(self, line: int, sentence: str) -> None:
        """Notes what keeps something from being read."""
        self.problems.append(Problem(self.path, line, sentence, ERROR))

    def warning(self, line: int, sentence: str) -> None:
        """Notes what was read, but perhaps not as it was meant."""
        self.problems.append(Problem(self.path, line, sentence, WARNING))


class Fields:
    """One table, asked key by key. A key that was not written, or cannot be taken, gives the empty value."""

    def __init__(self, table: Table, notes: Notes) -> None:
        self.line = table.line
        self._table = table
        self._notes = notes

    def line_of(self, key: str) -> int:
        """The line of a key; the table's own where it was not written."""
        return next((name.line for name, _value in self._table.entries if name.text == key), self._table.line)

    def text(self, key: str) -> str:
        """The text of a key, runs of white space folded to one space."""
        value = self._scalar(key)
        return self._whole(value) if value else ""

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts of a list, or of one text with commas."""
        return tuple(text for text, _line in self.lined_texts(key))

    def lined_texts(self, key: str) -> tuple[tuple[str, int], ...]:
        """What `texts` gives, each with its line."""
        value = self._table.get(key)
        if isinstance(value, Table):
            self._notes.error(self.line_of(key), f"`{key}` holds a table of keys where a list is wanted. {_AS_LIST}")
            return ()
        written: list[tuple[str, int]] = []
        if isinstance(value, Scalar):
            written = [(part.strip(), value.line) for part in self._whole(value).split(",")]
        elif value is not None:
            written = [(self._item(key, item), item.line) for item in value.items]
        return tuple((text, line) for text, line in written if text)

    def tables(self, key: str) -> tuple["Fields", ...]:
        """The tables of a list, each to be asked in turn."""
        value = self._table.get(key)
        if value is None or (isinstance(value, Scalar) and not value.text):
            return ()
        if isinstance(value, Listing):
            return tables_of(value, self._notes)
        self._notes.error(self.line_of(key), f"`{key}` holds no list. {_AS_LIST}")
        return ()

    def yes_or_no(self, key: str) -> bool:
        """Whether the key says yes; False where it was not written or says neither."""
        said = self._said(key)
        if said and fold(said) not in YES_WORDS + NO_WORDS:
            self._notes.error(self.line_of(key), f"`{key}` is neither yes nor no: '{shown(said)}'. Write yes or no.")
        return fold(said) in YES_WORDS

    def days(self, key: str) -> int:
        """A length of time in days; 0 where it was not written or cannot be read."""
        said = self._said(key)
        days = days_of(said)
        if said and days is None:
            sentence = f"I can't read '{shown(said)}' as a length of time. Write it like `{key}: 180 days`."
            self._notes.error(self.line_of(key), sentence)
        return days or 0

    def choice(self, key: str, known: tuple[str, ...]) -> str:
        """One of the known words, exactly; empty where it was not written or is none of them."""
        value = self._scalar(key)
        said = value.text.strip(" ") if value else ""
        if said and said not in known:
            hint = did_you_mean(said, known) or f"Write {', '.join(known[:-1])} or {known[-1]}."
            self._notes.error(self.line_of(key), f"`{key}` can't be '{shown(said)}'. {hint}")
        return said if said in known else ""

    def report_unknown(self, known: Iterable[str]) -> None:
        """Notes each key that is none of the known ones, with the nearest or all of those."""
        names = tuple(known)
        for key, _value in self._table.entries:
            if key.text not in names:
                hint = did_you_mean(key.text, names) or f"The keys here are {', '.join(names)}."
                self._notes.warning(key.line, f"unknown key '{shown(key.text)}'. {hint}")

    def _scalar(self, key: str) -> Scalar | None:
        value = self._table.get(key)
        if value is None or isinstance(value, Scalar):
            return value
        found = "list" if isinstance(value, Listing) else "table of keys"
        self._notes.error(self.line_of(key), f"`{key}` holds a {found} where a text is wanted. Write it on one line.")
        return None

    def _said(self, key: str) -> str:
        """The text of a value that reads well or not at all, so that a comment behind it is nothing to warn of."""
        value = self._scalar(key)
        return _folded(value.text) if value else ""

    def _item(self, key: str, item: Node) -> str:
        if isinstance(item, Scalar):
            return self._whole(item)
        self._notes.error(item.line, f"an item of `{key}` holds more than a text. Put it in quotes.")
        return ""

    def _whole(self, value: Scalar) -> str:
        if value.cut:
            sentence = f"what follows ` #` is dropped as a comment: '{shown(value.cut)}'. Put the value in quotes."
            self._notes.warning(value.line, sentence)
        return _folded(value.text)


def tables_of(listing: Listing, notes: Notes) -> tuple[Fields, ...]:
    """Each table of a list; what is none is noted."""
    for item in listing.items:
        if not isinstance(item, Table):
            notes.error(item.line, "this item has no keys. Write it as `- key: value`.")
    return tuple(Fields(item, notes) for item in listing.items if isinstance(item, Table))


_AS_LIST = "Write it as `[one, two]`, or as one `- item` a line."


def _folded(text: str) -> str:
    return " ".join(text.split())
