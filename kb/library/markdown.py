"""Markdown as a stream of tokens, with what kb reads beyond CommonMark: tables, `[[links]]`, headings without a space.

HTML is recognised, so that it can be dropped or shown as text; nothing is ever made into HTML.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.heading import heading
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from kb.library.headings import section_named
from kb.library.tokens import FORGIVEN, SLUG

_CRAMPED = re.compile(r"(?P<signs>#{1,6})(?P<text>[^#\s].*)")
_TAGS = re.compile(r"(?:#[\w/-]+[,;]?\s*)+")
_WIKI_LINK = re.compile(r"!?\[\[(?P<target>[^\[\]|\n\\]{1,200})(?:\\?\|(?P<words>[^\[\]\n]{1,200}))?\]\]")


def parsed(text: str) -> list[Token]:
    """The tokens of a text. Raises RecursionError where it is nested too deeply."""
    return _PARSER.parse(text)


def parsed_inline(content: str) -> list[Token]:
    """The tokens of the text of one block that stands in a text without link references."""
    tokens: list[Token] = []
    _PARSER.inline.parse(content, _PARSER, {}, tokens)
    return tokens


def _lenient_heading(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - the library's form
    """`##Why` opens a heading as `## Why` does; tags (`#time #price`) and figures (`#5`) are text."""
    if heading(state, start, end, silent):
        return True
    if state.is_code_block(start):
        return False
    found = _CRAMPED.fullmatch(state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]])
    if found is None or not _is_cramped_heading(found["signs"], found["text"]):
        return False
    if not silent:
        _push_heading(state, start, found["signs"], found["text"])
    return True


def _is_cramped_heading(signs: str, text: str) -> bool:
    if len(signs) > 1:
        return True
    if text[0].isdigit():
        return False
    return section_named(text) is not None or _TAGS.fullmatch(f"#{text}") is None


def _push_heading(state: StateBlock, line: int, signs: str, text: str) -> None:
    state.line = line + 1
    tag = f"h{len(signs)}"
    start = state.push("heading_open", tag, 1)
    start.markup, start.map, start.meta = signs, [line, state.line], {FORGIVEN: True}
    content = state.push("inline", "", 0)
    content.content, content.map, content.children = text.rstrip("# \t"), [line, state.line], []
    state.push("heading_close", tag, -1).markup = signs


def _wiki_link(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the library's form
    """`[[slug]]`, `[[slug|words]]`; a folder, an ending or a heading in it are left out, as Obsidian writes them."""
    found = _WIKI_LINK.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        slug = re.sub(r"\.(?:md|ya?ml)$", "", re.split(r"[#^]", found["target"])[0].strip().rpartition("/")[2])
        words = (found["words"] or slug or found["target"]).strip()
        state.push("link_open", "a", 1).meta = {SLUG: slug}
        state.push("text", "", 0).content = words
        state.push("link_close", "a", -1)
    state.pos = found.end()
    return True


class _Parser(MarkdownIt):
    """Where a link may lead is told later: one that leads nowhere is its words, never its address in brackets."""

    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002 - the library's name and form
        """Whether it is a link."""
        return True


def _parser() -> MarkdownIt:
    parser = _Parser("commonmark").enable("table")
    parser.core.ruler.disable("text_join")  # an escaped `\<` stays apart: it opens no comment
    parser.block.ruler.at("heading", _lenient_heading, {"alt": ["paragraph", "reference", "blockquote"]})
    parser.inline.ruler.before("link", "wiki_link", _wiki_link)
    return parser


_PARSER = _parser()
