"""YAML as a tree of texts that know their lines: whatever may bite is refused, nothing is converted."""

from typing import NamedTuple, TypeAlias


class Scalar(NamedTuple):
    """One text, as it was written: `no`, `1:30` and `0123` are those characters."""

    text: str
    line: int
    """In the file, from 1."""

    plain: bool = True
    """Written without quotes and not as a block."""

    cut: str = ""
    """What YAML drops as a comment though it was perhaps meant as text: `#5` of `title: Item #5`."""


class Listing(NamedTuple):
    """Items in order."""

    items: tuple["Node", ...]
    line: int


class Table(NamedTuple):
    """Keys with their values, in order; no key stands twice."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    line: int

    def get(self, key: str) -> "Node | None":
        """The value of that key; None where it was not written."""
        return next((value for name, value in self.entries if name.text == key), None)


Node: TypeAlias = Scalar | Listing | Table


class YamlRefused(Exception):  # noqa: N818 - no failure of kb: the writer reads it as a Problem
    """The text is not read; `sentence` says why, with the way out."""

    def __init__(self, line: int, sentence: str) -> None:
        super().__init__(sentence)
        self.line = line
        """In the file, from 1."""

        self.sentence = sentence


def read_tree(text: str, *, first_line: int, most_events: int) -> Table | Listing:
    """The tree of a YAML text whose first line is line `first_line` of its file; an empty text is an empty table.

    Raises YamlRefused for what is no YAML, and for anchors, aliases, tags, merges, directives, several documents,
    keys that stand twice, control characters (escaped ones too), and more depth or events than allowed.
    """
    from kb.library.yamlflat import flat_table  # noqa: PLC0415 - it makes the nouns of this file

    flat = flat_table(text, first_line, most_events)
    if flat is not None:
        return flat
    from kb.library.yamlevents import tree_of  # noqa: PLC0415 - it imports YAML, which most front matter can do without

    return tree_of(text, first_line, most_events)
