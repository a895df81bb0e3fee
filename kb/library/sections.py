"""One article's text split into its sections, once, on the tokens: what was meant for inside never ends elsewhere."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kb.library.disguise import disguised_inside, hidden_heading, inside_heading_refused
from kb.library.headings import (
    INSIDE_ONLY,
    SAY,
    SECTIONS,
    looks_like_inside_heading,
    misspells_section,
    nearest_section,
    section_named,
)
from kb.library.inline import written_lines
from kb.library.prose import Passage, passages_of
from kb.library.remarks import Remark
from kb.library.tokens import FORGIVEN, Token, tokens_of
from kb.words.unreadable import shown


class Section(NamedTuple):
    """What stands below one heading."""

    key: str
    """A key of SECTIONS."""

    line: int
    """Of the heading, or of the text where it has none."""

    passages: tuple[Passage, ...]


class Body(NamedTuple):
    """An article's text, read."""

    title: str
    """Empty where it has none."""

    title_line: int
    sections: tuple[Section, ...]
    """In order; two may have one key."""

    remarks: tuple[Remark, ...]


class _Heading(NamedTuple):
    level: int
    text: str
    line: int
    is_plain: bool
    """Written as `## Name`: with a space, and not underlined."""


def split_body(text: str, first_line: int) -> Body:
    """The text of a Markdown article, without its front matter; it begins on that line of the file.

    Raises MarkdownRefused.
    """
    splitter = _Splitter(text, first_line)
    splitter.split_at_headings()
    return splitter.body()


def read_field(key: str, text: str, first_line: int) -> Body:
    """The text of one field of a YAML article: all of it belongs to that section, headings are none and go inside."""
    splitter = _Splitter(text, first_line, key)
    splitter.split_at_headings()
    return splitter.body()


class _Splitter:
    """One pass over a text, with the section that is open."""

    def __init__(self, text: str, first_line: int, only: str = "") -> None:
        self._source = text.split("\n")
        self._tokens = tokens_of(text)
        self._first_line = first_line
        self._only = only
        self._key = only or SAY
        self._line = 0
        self._passages: list[Passage] = []
        self._hidden_below = 0
        """The level of the heading under which everything deeper is inside; 0 where none is."""
        self._title: tuple[str, int] = ("", 0)
        self._seen: set[str] = set()
        self._sections: list[Section] = []
        self._remarks: list[Remark] = []

    def split_at_headings(self) -> None:
        """Goes through the text once."""
        for group in _groups(self._tokens):
            if group[0].type == "heading_open":
                self._take_heading(group)
            else:
                self._take_text(group)
        self._close_section()

    def body(self) -> Body:
        """What was found."""
        return Body(*self._title, tuple(self._sections), tuple(self._remarks))

    def _take_text(self, group: Sequence[Token]) -> None:
        passages, remarks = passages_of(group, self._first_line, self._source)
        self._remarks.extend(remarks)
        if self._key != INSIDE_ONLY:
            self._remarks.extend(disguised_inside(passages))
        hidden = hidden_heading(group, passages)
        if hidden is not None:
            self._hide(hidden, self._first_line + (group[0].map or [0])[0])
        self._passages.extend(passages)
        if passages:
            self._seen.add(self._key)

    def _hide(self, hidden: tuple[int, str], line: int) -> None:
        level, text = hidden
        if self._key != INSIDE_ONLY:
            sentence = f"a heading inside a list, a quote, code or HTML is not read: '{shown(text)}' is inside"
            self._remarks.append(Remark(line, f"{sentence}, as is what follows. Begin its line with `## `."))
        if looks_like_inside_heading(text):
            self._remarks.append(inside_heading_refused(line))
        self._open_section(INSIDE_ONLY, line)
        self._hidden_below = min(level, self._hidden_below or level)

    def _take_heading(self, group: Sequence[Token]) -> None:
        heading = self._heading(group)
        named = section_named(heading.text)
        if not heading.is_plain and looks_like_inside_heading(heading.text):
            self._remarks.append(inside_heading_refused(heading.line))
        if self._is_title(heading, named):
            self._title = heading.text, heading.line
        elif self._is_hidden(heading):
            self._remark_hidden(heading, named)
            self._passages.extend(passages_of(group, self._first_line)[0])
        elif named is None or self._only:
            self._take_unknown(heading, group)
        else:
            self._take_section(heading, named)

    def _heading(self, group: Sequence[Token]) -> _Heading:
        token, content = group[0], group[1]
        line = self._first_line + (token.map or [0])[0]
        lines, remarks = written_lines(content, line)
        self._remarks.extend(remarks)
        text = " ".join(" ".join(line.text for line in lines).split())
        is_plain = token.markup.startswith("#") and FORGIVEN not in token.meta
        return _Heading(int(token.tag[1:]), text, line, is_plain)

    def _is_title(self, heading: _Heading, named: str | None) -> bool:
        """The first `# ` heading, unless a section began before it, or it is a section's name misspelt."""
        is_first = not (self._title[1] or self._sections or self._line or self._only)
        is_name = named is not None or not heading.text or misspells_section(heading.text)
        return is_first and heading.level == 1 and not is_name

    def _is_hidden(self, heading: _Heading) -> bool:
        return 0 < self._hidden_below < heading.level

    def _remark_hidden(self, heading: _Heading, named: str | None) -> None:
        if named not in (None, INSIDE_ONLY):
            above = f"the heading '{shown(heading.text)}' is deeper than one above it that is inside"
            sentence = f"{above}, so it is inside too. Give it {self._hidden_below} `#` or fewer."
            self._remarks.append(Remark(heading.line, sentence))

    def _take_unknown(self, heading: _Heading, group: Sequence[Token]) -> None:
        sentence = f"unknown heading '{shown(heading.text)}': what stands below it is inside."
        question = "" if self._only else nearest_section(heading.text) or self._way_out(heading)
        if group[0].markup in ("-", "="):
            question = f"A line `---` makes a heading of the line above it. {question}"
        self._remarks.append(Remark(heading.line, f"{sentence} {question}".rstrip()))
        self._open_section(INSIDE_ONLY, heading.line)
        self._hidden_below = heading.level
        self._passages.extend(passages_of(group, self._first_line)[0])

    def _way_out(self, heading: _Heading) -> str:
        if heading.level == 1 and self._title[1]:
            return "A file holds one answer: give this one a file of its own."
        return f"kb knows {', '.join(SECTIONS.values())}."

    def _take_section(self, heading: _Heading, named: str) -> None:
        if named in self._seen:
            sentence = f"'{SECTIONS[named]}' stands here a second time. Both are read as one; put them together."
            self._remarks.append(Remark(heading.line, sentence))
        self._open_section(named, heading.line)
        self._hidden_below = heading.level if named == INSIDE_ONLY else 0
        self._seen.add(named)

    def _open_section(self, key: str, line: int) -> None:
        self._close_section()
        self._key, self._line = key, line

    def _close_section(self) -> None:
        if self._line or self._passages:
            line = self._line or self._passages[0].line
            self._sections.append(Section(self._key, line, tuple(self._passages)))
        self._passages = []


def _groups(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The tokens of each block that stands on its own, from its start to its end."""
    start = depth = 0
    for at, token in enumerate(tokens):
        depth += token.nesting
        if depth == 0:
            yield tokens[start : at + 1]
            start = at + 1
