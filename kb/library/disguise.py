"""What looks like a heading or a note of who may read an article, and is none; knows nothing of sections."""

import re
from collections.abc import Iterable, Sequence

from kb.library.headings import (
    is_prose,
    looks_inside,
    looks_like_audience_line,
    looks_like_inside_heading,
    says_only_inside,
)
from kb.library.htmltext import has_heading
from kb.library.inline import WrittenLine
from kb.library.prose import Passage
from kb.library.remarks import Remark, closing
from kb.library.tokens import Token
from kb.model.prose import CODE, EMPHASIS, PLAIN, QUOTE, STRONG, TEXT

_HEADING = re.compile(r"#{2,}\s*[^\W\d]|#\s+\w")
_LEVEL = 2
"""What hides in a list or in HTML counts as a heading of this level: a deeper one below it belongs to it."""


def disguised_inside(passages: Iterable[Passage]) -> tuple[Remark, ...]:
    """A remark for each line that a writer may have taken for the start of *Inside only*, or for `audience: inside`."""
    return tuple(remark for passage in passages if (remark := _doubt(passage)) is not None)


def hidden_heading(tokens: Sequence[Token], passages: Sequence[Passage]) -> tuple[int, str] | None:
    """The level and the text of a heading that stands where none is read: in a list, a quote, code or HTML."""
    for at, token in enumerate(tokens):
        if token.type == "heading_open":
            return int(token.tag[1:]), tokens[at + 1].content
        if token.type in ("html_block", "inline") and has_heading(token.content):
            return _LEVEL, passages[0].text if passages else ""
    if any(token.type == "fence" for token in tokens):
        return None
    texts = (line.text for passage in passages for line in passage.lines if not line.literal)
    parts = (part for text in texts if "#" in text for part in text.splitlines())
    text = next((part for part in parts if _HEADING.match(part.strip())), "")
    return (_LEVEL, text.strip("# \t")) if text else None


def inside_heading_refused(line: int) -> Remark:
    """The remark on a heading *Inside only* that is written as nobody can rely on."""
    sentence = "this looks like the heading 'Inside only' but is none. Write `## Inside only` on a line of its own."
    return closing(line, sentence)


def _doubt(passage: Passage) -> Remark | None:
    for line in passage.lines:
        if _is_prose(line):
            continue
        looks = looks_like_inside_heading if _stands_out(line, passage) else looks_inside
        parts = line.text.splitlines()
        if any(looks(part) for part in (*parts, *_bold_start(line))):
            return inside_heading_refused(line.line)
        if any(looks_like_audience_line(part) for part in parts):
            sentence = "this looks like front matter that says who may read the article, but stands in its text."
            return closing(line.line, f"{sentence} Write it between the lines `---` at the top, or in other words.")
    if len(passage.lines) > 1 and looks_inside(passage.text):
        return inside_heading_refused(passage.line)
    return None


def _is_prose(line: WrittenLine) -> bool:
    """Whether a line is one sentence, of which no part is a name: most are, and are looked at no further."""
    text = line.text
    return bool(text) and line.spans[0].style == PLAIN and text.isprintable() and is_prose(text)


def _bold_start(line: WrittenLine) -> tuple[str, ...]:
    """The words in bold that a line begins with, if it does."""
    return (line.spans[0].text,) if line.spans and line.spans[0].style in (STRONG, EMPHASIS) else ()


def _stands_out(line: WrittenLine, passage: Passage) -> bool:
    """Whether it is printed like a heading."""
    is_bold = bool(line.spans) and all(span.style in (STRONG, EMPHASIS) for span in line.spans)
    is_label = passage.kind in (TEXT, QUOTE) and says_only_inside(line.text)
    return is_bold or is_label or (passage.kind == CODE and line.text.lstrip().startswith("#"))
