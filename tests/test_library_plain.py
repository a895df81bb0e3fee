"""Plain Markdown is read token by token as the Markdown library reads it."""

from pathlib import Path

import pytest
from conftest import SAMPLE
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.library.frontmatter import split
from kb.library.inline import _Walk, _without_references, written_lines
from kb.library.markdown import parsed
from kb.library.plain import plain_tokens
from kb.library.tokens import Token

SEEN = ("type", "nesting", "tag", "markup", "content", "info", "meta")

STARTS = [
    "# ", "## ", "###### ", "####### ", "##", "# # ", "- ", "-  ", "-\t", "* ", "+ ", "1. ", "2) ", "12", "", " ",
    "  ", "   ", "    ", "\t", "> ", "```", "~~~", "<div>", "[a]: ", "---", "===", "***", "- - ", "- # ",
    "- 1. ", "\u00a0",
]  # fmt: skip
WORDS = [
    "box", "a", "É", "15", "3.", "3)", "to", "“so”", "'s", "(x)", "#", "##", "*b*", "**b**", "_i_", "a_b", "`c`",
    "[[a]]", "[l](u)", "![i](u)", "<b>", "<!--", "-->", "&amp;", "&", "\\*", "!", "|", ":-", "|-|", "~~s~~",
    "http://a.b", "%%", "-", "--", "---", "=",
]  # fmt: skip
SPACES = [
    "\u00a0", "\u2028", "\x0b", "\ufeff", "\t", "  ",
]  # fmt: skip
PLAIN_STARTS = ["# ", "## ", "- ", "", "", " ", "  ", "   "]
PLAIN_WORDS = ["box", "a", "15", "3.", "“so”", "**b**", "[[a]]", "a_b", "<b>", "c:", "|", "#"]
ENDS = ["", "", "", " ", "  "]


def lines(starts: list[str], words: list[str], ends: list[str]) -> st.SearchStrategy[str]:
    text = st.lists(st.sampled_from(words), max_size=4).map(" ".join)
    line = st.builds("{}{}{}".format, st.sampled_from(starts), text, st.sampled_from(ends))
    return st.lists(line, max_size=7).map("\n".join)


def seen(token: Token) -> tuple[object, ...]:
    """All that kb looks at."""
    children = [seen(child) for child in token.children or ()]
    start = token.map[0] if token.map else None
    return (*(getattr(token, name) for name in SEEN), start, children, token.attrGet("href"))


def assert_equal(text: str) -> None:
    plain = plain_tokens(text)
    if plain is not None:
        assert [seen(token) for token in plain] == [seen(token) for token in parsed(text)], text


@settings(max_examples=300)
@given(lines(STARTS, [*WORDS, *SPACES], ENDS))
def test_any_lines_are_read_as_the_library_reads_them(text: str) -> None:
    assert_equal(text)


@settings(max_examples=300)
@given(lines(PLAIN_STARTS, PLAIN_WORDS, [""]))
def test_plain_lines_are_read_as_the_library_reads_them(text: str) -> None:
    assert_equal(text)


@given(lines(PLAIN_STARTS, [*WORDS, *SPACES], ENDS))
def test_a_plain_paragraph_has_the_lines_that_any_has(text: str) -> None:
    for token in parsed(text):
        if token.type == "inline":
            walk = _Walk(1)
            walk.read(token.children or ())
            walk.remark_left_overs(token.content)
            assert written_lines(token, 1) == _without_references(walk)


@settings(max_examples=200)
@given(st.text(st.sampled_from("ab1 \n\t-#*_>`[]()<&!.:|=\r\0\x0b\u00a0\u2028é")))
def test_any_signs_are_read_as_the_library_reads_them(text: str) -> None:
    assert_equal(text)


def test_signs_within_paragraphs_are_not_read_twice_where_a_later_line_is_not_plain(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def never(_content: str) -> None:
        raise AssertionError

    monkeypatch.setattr("kb.library.markdown.parsed_inline", never)
    assert plain_tokens("One **bold** word.\n\n- [[flutes]]\n\n1. an item of a numbered list\n") is None


@pytest.mark.parametrize("path", sorted(SAMPLE.glob("articles/**/*.md")), ids=lambda path: path.stem)
def test_the_sample_is_plain_and_read_as_the_library_reads_it(path: Path) -> None:
    body = split(path.read_text("utf-8")).body

    assert plain_tokens(body) is not None
    assert_equal(body)
