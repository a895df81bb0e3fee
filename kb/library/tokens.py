"""The tokens of a Markdown text: most texts are plain, and only what is not is given to the Markdown library.

It takes a twentieth of a second to import, and five times as long to read a text that has no sign of it.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol

from kb.library.plain import plain_tokens

FORGIVEN = "forgiven"
"""In the `meta` of a heading that has no space after its `#`."""

SLUG = "slug"
"""In the `meta` of a link to another article."""

_MOST = {"\n": 30_000, "[": 20_000, "]": 30_000, "<": 2_000, "&": 30_000, "*": 20_000, "_": 20_000, "`": 20_000}
_MOST_OTHERS = {"|": 100_000, ">": 100_000, "#": 100_000, "!": 50_000, "\\": 50_000, "\t": 100_000}


class Token(Protocol):
    """What kb reads of a token; a `markdown_it.token.Token` has more."""

    @property
    def type(self) -> str:
        """As the library calls it: `heading_open`, `inline` and the like."""

    @property
    def tag(self) -> str:
        """`h1` to `h6` of a heading."""

    @property
    def nesting(self) -> int:
        """1 where something opens, -1 where it closes."""

    @property
    def map(self) -> Sequence[int] | None:
        """First the line on which it begins, from 0."""

    @property
    def content(self) -> str:
        """The text as it was written."""

    @property
    def children(self) -> "Sequence[Token] | None":
        """Of the text of a block: what stands in it."""

    @property
    def markup(self) -> str:
        """The signs that made it."""

    @property
    def info(self) -> str:
        """The number of an item, as it was written."""

    @property
    def meta(self) -> Mapping[str, object]:
        """`FORGIVEN`, `SLUG`."""

    def attrGet(self, name: str) -> str | int | float | None:  # noqa: N802 - the library's name
        """An attribute, as HTML has it."""


class MarkdownRefused(Exception):  # noqa: N818 - no failure of kb: the writer reads it as a Problem
    """The text is not read; `sentence` says why, with the way out."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def tokens_of(text: str) -> Sequence[Token]:
    """The tokens of a text.

    Raises MarkdownRefused for a text that would take longer than anybody waits: no answer has 20,000 brackets.
    """
    for sign, most in (_MOST | _MOST_OTHERS).items():
        if (count := text.count(sign)) > most:
            shown = "lines" if sign == "\n" else f"`{sign}`"
            raise MarkdownRefused(f"this file has {count:,} {shown}; at most {most:,} are read. Split it in two.")
    try:
        plain = plain_tokens(text)
        return _parsed(text) if plain is None else plain
    except RecursionError as error:
        raise MarkdownRefused("this file is nested too deeply. Write it flatter.") from error


def _parsed(text: str) -> Sequence[Token]:
    from kb.library.markdown import parsed  # noqa: PLC0415 - a plain text needs no Markdown library

    return parsed(text)
