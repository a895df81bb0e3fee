"""The words of one paragraph as lines of styled spans; knows nothing of paragraphs around it."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kb.library.htmltext import ESCAPED, hides_text, left_over_at, tag_text, without_comments
from kb.library.remarks import Remark, closing
from kb.library.tokens import SLUG, Token
from kb.model.prose import ARTICLE, EMPHASIS, LINK, LITERAL, PLAIN, STRONG, Span

_ADDRESSES = ("http://", "https://", "mailto:")
_STYLES = {"strong_open": STRONG, "em_open": EMPHASIS, "link_open": LINK}
_WORDS = ("text", "softbreak")
_ODD = re.compile(r"[<[{]|--|%%|/\*")
"""Without any of these there is no comment, no note and no HTML."""

_REFERENCE = re.compile(r"\s*\[(?:[^\]]*\]|(?://|comment)\]\s*):")
_TITLE = re.compile(r"\s*\[[^\]]*\]\s*:\s*\S+\s*(?P<opens>[(\"'])")
_CLOSES = {"(": ")"}

Spans = tuple[Span, ...]


class WrittenLine(NamedTuple):
    """One line as the writer sees it."""

    line: int
    """In the file, from 1."""

    spans: Spans
    literal: bool = False
    """It begins with an escaped sign, so it opens nothing."""

    @property
    def text(self) -> str:
        """Its words alone."""
        return "".join(span.text for span in self.spans)


def written_lines(token: Token, line: int) -> tuple[tuple[WrittenLine, ...], tuple[Remark, ...]]:
    """The lines of an `inline` token that begins on a line of the file."""
    children = token.children or ()
    if all(child.type in _WORDS for child in children) and _ODD.search(token.content) is None:
        return _plain_lines(children, line), ()
    walk = _Walk(line)
    walk.read(children)
    walk.remark_left_overs(token.content)
    return _without_references(walk)


def _plain_lines(children: Sequence[Token], line: int) -> tuple[WrittenLine, ...]:
    """What `_Walk` makes of words and ends of lines, and of nothing else: most of what is written."""
    words = "".join("\n" if child.type == "softbreak" else child.content for child in children)
    rows = ((at, row.strip()) for at, row in enumerate(words.split("\n"), line))
    return tuple(WrittenLine(at, (_with_single_spaces(Span(row)),)) for at, row in rows if row)


def joined(spans: Iterable[Span]) -> Spans:
    """The spans with neighbours of one kind made one, without white space at both ends or twice."""
    made: list[Span] = []
    for span in spans:
        if made and (made[-1].style, made[-1].target) == (span.style, span.target):
            made[-1] = Span(made[-1].text + span.text, span.style, span.target)
        elif span.text:
            made.append(span)
    if made:
        made[0] = Span(made[0].text.lstrip(), made[0].style, made[0].target)
        made[-1] = Span(made[-1].text.rstrip(), made[-1].style, made[-1].target)
    return tuple(_with_single_spaces(span) for span in made if span.text)


class _Walk:
    """One pass over the tokens of a paragraph."""

    def __init__(self, line: int) -> None:
        self.remarks: list[Remark] = []
        self.lines: list[WrittenLine] = []
        self._start = self._line = line
        self._spans: list[Span] = []
        self._styles: list[tuple[str, str]] = []
        self._literal = False
        self._checked: list[str] = []
        """All words but signs that the writer escaped: those open and end no comment."""

    def read(self, tokens: Sequence[Token]) -> None:
        for token in tokens:
            self._take(token)
        self._end_line()

    def remark_left_overs(self, content: str) -> None:
        """Also a comment inside a comment: it ends too early, and what stands behind its first end is shown."""
        checked = "".join(self._checked)
        at = left_over_at(checked)
        if at < 0 and "<!" in content:
            at = checked.find("-->")
        if at >= 0:
            self._remark_left_over(self._start + checked.count("\n", 0, at))

    def _take(self, token: Token) -> None:
        if token.type in ("softbreak", "hardbreak"):
            self._end_line()
            self._line += 1
            self._checked.append("\n")
        elif token.type in _STYLES:
            self._styles.append((_STYLES[token.type], _target(token)))
        elif token.type.endswith("_close"):
            self._styles.pop()
        elif token.type == "html_inline":
            self._take_html(token.content)
        else:
            self._take_words(token)

    def _take_words(self, token: Token) -> None:
        text = token.content
        if token.type == "code_inline":
            text = without_comments(text)
        elif token.type == "image":
            text = _alternative(token.children or ())
        is_escaped = token.type == "text_special"
        self._literal = self._literal or (is_escaped and not self._spans)
        self._checked.append(ESCAPED if is_escaped else text)
        self._spans.append(Span(text, *self._style(LITERAL if token.type == "code_inline" else PLAIN)))

    def _take_html(self, tag: str) -> None:
        if hides_text(tag):
            self._remark_left_over(self._line)
        text = tag_text(tag)
        if text == "\n":
            self._end_line()
        elif text:
            from html import unescape  # noqa: PLC0415 - it holds all names of signs, and few texts have HTML in them

            self._spans.append(Span(unescape(text), *self._style(PLAIN)))
        self._line += tag.count("\n")
        self._checked.append("\n" * tag.count("\n"))

    def _style(self, own: str) -> tuple[str, str]:
        """The style that counts most: a link, then code, then strong, then emphasis."""
        link = next((style for style in self._styles if style[0] == LINK and style[1]), None)
        if link or own:
            return link or (own, "")
        styles = {style for style, _target in self._styles}
        return next((style for style in (STRONG, EMPHASIS) if style in styles), PLAIN), ""

    def _end_line(self) -> None:
        if spans := joined(self._spans):
            self.lines.append(WrittenLine(self._line, spans, self._literal))
        self._spans, self._literal = [], False

    def _remark_left_over(self, line: int) -> None:
        sentence = (
            "something that is not shown begins or ends here, and its other end is missing. Use `<!-- … -->` only."
        )
        self.remarks.append(closing(line, sentence))


def _with_single_spaces(span: Span) -> Span:
    if span.style == LITERAL or "  " not in span.text:
        return span
    return Span(re.sub(" {2,}", " ", span.text), span.style, span.target)


def _target(token: Token) -> str:
    """Where a link leads; empty where that is nothing for a reader. Its title is never read."""
    if token.meta and SLUG in token.meta:
        return f"{ARTICLE}{token.meta[SLUG]}" if token.meta[SLUG] else ""
    address = str(token.attrGet("href") or "")
    return address if address.casefold().startswith(_ADDRESSES) else ""


def _alternative(tokens: Sequence[Token]) -> str:
    """The text that stands for an image."""
    texts = (_alternative(token.children or ()) if token.type == "image" else _said(token) for token in tokens)
    return "".join(texts)


def _said(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return " "
    return "" if token.type == "html_inline" else token.content


def _without_references(walk: _Walk) -> tuple[tuple[WrittenLine, ...], tuple[Remark, ...]]:
    """The lines before `[//]: # (comment)`, which Markdown takes for text where no empty line stands above it."""
    at = next((at for at, line in enumerate(walk.lines) if _is_reference(line)), None)
    if at is None:
        return tuple(walk.lines), tuple(walk.remarks)
    sentence = "this line is left out, as is what follows it up to the next empty line: `[…]:` begins a hidden note."
    is_open = _is_unended("\n".join(line.text for line in walk.lines[at:]))
    refused = closing(walk.lines[at].line, "the hidden note that begins here has no end before the next empty line.")
    remark = refused if is_open else Remark(walk.lines[at].line, sentence)
    return tuple(walk.lines[:at]), (*walk.remarks, remark)


def _is_unended(note: str) -> bool:
    """Whether a note goes on after the empty line below it: its bracket or quote is still open."""
    found = _TITLE.match(note)
    if found is None:
        return False
    opens, rest = found["opens"], note[found.start("opens") :]
    return rest.count(opens) > rest.count(_CLOSES[opens]) if opens in _CLOSES else rest.count(opens) % 2 == 1


def _is_reference(line: WrittenLine) -> bool:
    return not line.literal and _REFERENCE.match(line.text) is not None
