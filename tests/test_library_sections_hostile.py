"""No text breaks the reading of an article, keeps it waiting, or opens what is inside."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from library_reading import CANARY, OPEN_TEXT, assert_hidden, mutations, said

from kb.library import markdown
from kb.library.sections import Body, split_body
from kb.library.tokens import MarkdownRefused


@pytest.mark.parametrize(
    "bomb",
    [
        "[" * 100_000,
        "> " * 3_000 + "a",
        "- " * 3_000 + "a",
        "*a **b " * 20_000,
        "<!--" * 5_000,
        "`" * 50_000,
        "<a " * 9_000,
    ],
)
def test_a_bomb_is_read_or_refused_soon(bomb: str) -> None:
    try:
        body = split_body(OPEN_TEXT + bomb, 1)
    except MarkdownRefused as refused:
        assert "Split it in two" in refused.sentence  # noqa: PT017 - either way is right
    else:
        assert said(body, "say") == ["Fifteen days."]


_PARTS = st.sampled_from(
    [
        "## Inside only",
        "# Inside only",
        "### Inside only",
        "#### Margins",
        "## Why",
        "### Worth telling",
        "# Numbers",
        "## Say",
        "text",
        "- item",
        "  - deep",
        "> quote",
        "1. one",
        "```",
        "~~~",
        "<!-- note -->",
        "<!--",
        "-->",
        "<div>",
        "</div>",
        "***",
        "---",
        "    code",
        "| a | b |",
        "|---|---|",
        "",
        "",
        "**bold**",
        "[a]: b 'c'",
    ]
)


@given(st.lists(_PARTS, max_size=8), st.lists(_PARTS, max_size=6), st.sampled_from(["", "> ", "- ", "  ", "1. "]))
@example([], ["```"], "")
def test_text_right_below_inside_only_never_ends_elsewhere(before: list[str], after: list[str], mark: str) -> None:
    """Whatever stands around it; the canary stands in a paragraph of its own below the heading."""
    lines = [*before, "", "## Inside only", "", f"{mark}{CANARY}", "", *after]
    assert_hidden("# How long?\n\n" + "\n".join(lines))


@given(mutations("## Inside only"), st.sampled_from(["", "\n"]), st.sampled_from(["", "\n"]))
def test_a_mutated_inside_heading_opens_no_text_to_others(heading: str, before: str, after: str) -> None:
    assert_hidden(f"{OPEN_TEXT.rstrip()}\n{before}{heading}\n{after}{CANARY}\n")


@given(mutations("<!-- KBCANARY -->"), st.sampled_from(["", "text "]))
def test_a_mutated_comment_opens_no_text_to_others(comment: str, before: str) -> None:
    assert_hidden(OPEN_TEXT + before + comment + "\n\ntext\n")


@given(st.text(alphabet="#*_->`~ \n\t|[]()<!&;:.ab1•–o\\\"'"))
def test_any_text_is_read(text: str) -> None:
    assert isinstance(split_body(text, 1), Body)


@pytest.mark.parametrize("text", ["> a quote, which is not plain\n", "a **plain** paragraph with signs in it\n"])
def test_a_text_nested_too_deeply_for_the_parser_is_refused(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(*_arguments: object) -> None:
        raise RecursionError

    # No text is known that goes so deep.
    monkeypatch.setattr(markdown._PARSER.inline, "parse", endless)  # noqa: SLF001 - see above
    with pytest.raises(MarkdownRefused, match="nested too deeply"):
        split_body(text, 1)
