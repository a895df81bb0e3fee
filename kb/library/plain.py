"""The tokens of a Markdown text that is laid out plainly: headings, paragraphs, bullets; any other is not read here.

What is read is read as the Markdown library reads it, token by token, in a fifth of its time; a test holds the two
together. Signs within a paragraph (`**bold**`, links) are left to the library, paragraph by paragraph.
"""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kb.library.tokens import Token

_LINE = re.compile(
    r"(?:(?P<heading>#{1,6}) |(?P<bullet>- )|(?P<indent> {0,3}))"
    r"(?P<text>(?!\d{1,9}[.)](?:\s|$))(?:[^\W_]|[\"'(“‘]).*(?<!\s))"
    r"|"
)
"""A line that is empty or nothing but what it looks like.

It begins with a letter, a figure that numbers nothing, or a quote.
"""

_SIGN = re.compile(r"[\\`*_\[<&]")
"""What may be more than itself within a paragraph."""

_ITEM = 2
"""Spaces before a line that belong to the bullet above it."""

_NOTHING: Mapping[str, object] = {}


class Plain(NamedTuple):
    """A token, as far as kb looks at one (`kb.library.tokens.Token`)."""

    type: str
    nesting: int = 0
    map: Sequence[int] | None = None
    tag: str = ""
    markup: str = ""
    content: str = ""
    children: "Sequence[Token] | None" = None
    meta: Mapping[str, object] = _NOTHING
    info: str = ""

    def attrGet(self, _name: str) -> None:  # noqa: N802 - the library's name
        """It is no link."""


_OPEN, _CLOSE = 1, -1
_END_PARAGRAPH = Plain("paragraph_close", _CLOSE, tag="p")
_END_ITEM = Plain("list_item_close", _CLOSE, tag="li", markup="-")
_END_LIST = Plain("bullet_list_close", _CLOSE, tag="ul", markup="-")
_BREAK = Plain("softbreak", tag="br")


def plain_tokens(text: str) -> "Sequence[Token] | None":
    """The tokens; None where a line may be something else than a heading, a bullet or text."""
    if "\r" in text or "\0" in text:
        return None
    # All lines first: what signs within a paragraph mean is not asked of a text that is given to the library anyway.
    lines = list(map(_LINE.fullmatch, text.split("\n")))
    page = _Page()
    if not all(lines) or not all(page.take(at, line) for at, line in enumerate(lines) if line):
        return None
    page.close_list()
    return page.tokens


class _Page:
    """One pass over the lines, with the paragraph and the list that are open."""

    def __init__(self) -> None:
        self.tokens: list[Token] = []
        self._paragraph: list[str] = []
        self._start = 0
        self._is_list = False

    def take(self, at: int, found: re.Match[str]) -> bool:
        """Reads one line; whether it could be read."""
        line = found.string
        if not line:
            self._close_paragraph()
        elif found["bullet"]:
            self._open_item(at, found["text"])
        elif found["heading"]:
            return self._take_heading(at, found["heading"], found["text"])
        elif self._paragraph:
            self._paragraph.append(line[min(len(found["indent"]), _ITEM) :] if self._is_list else line)
        elif found["indent"]:
            return False
        else:
            self.close_list()
            self._open_paragraph(at, line)
        return True

    def close_list(self) -> None:
        """Ends what is open."""
        self._close_paragraph()
        if self._is_list:
            self.tokens += (_END_ITEM, _END_LIST)
        self._is_list = False

    def _take_heading(self, at: int, signs: str, text: str) -> bool:
        self.close_list()
        tag = f"h{len(signs)}"
        inline = Plain("inline", 0, (at,), "", "", text, _children(text))
        self.tokens += (Plain("heading_open", _OPEN, (at,), tag, signs), inline)
        self.tokens.append(Plain("heading_close", _CLOSE, None, tag, signs))
        return not text.endswith("#")

    def _open_item(self, at: int, text: str) -> None:
        self._close_paragraph()
        self.tokens.append(_END_ITEM if self._is_list else Plain("bullet_list_open", _OPEN, (at,), "ul", "-"))
        self._is_list = True
        self.tokens.append(Plain("list_item_open", _OPEN, (at,), "li", "-"))
        self._open_paragraph(at, text)

    def _open_paragraph(self, at: int, text: str) -> None:
        self._start = at
        self._paragraph.append(text)

    def _close_paragraph(self) -> None:
        if not self._paragraph:
            return
        content, place = "\n".join(self._paragraph), (self._start,)
        inline = Plain("inline", 0, place, "", "", content, _children(content))
        self.tokens += (Plain("paragraph_open", _OPEN, place, "p"), inline, _END_PARAGRAPH)
        self._paragraph.clear()


def _children(content: str) -> "Sequence[Token]":
    if _SIGN.search(content):
        from kb.library.markdown import parsed_inline  # noqa: PLC0415 - many texts have no sign at all

        return parsed_inline(content)
    if "\n" not in content:
        return (Plain("text", content=content),)
    lines = [Plain("text", content=line.lstrip(" ")) for line in content.split("\n")]
    return [token for line in lines for token in (_BREAK, line)][1:]
