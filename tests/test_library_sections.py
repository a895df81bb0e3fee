"""An article's text falls into its sections, and nothing that was meant for inside ends elsewhere."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kb.library.headings import SECTIONS
from kb.library.markdown import MarkdownRefused
from kb.library.remarks import closes_article
from kb.library.sections import Body, split_body

CANARY = "KBCANARY"

OPEN_TEXT = "# How long does it take?\n\nFifteen days.\n\n## Why\n\nPlates take five.\n\n"


def _keys(body: Body) -> list[str]:
    return [section.key for section in body.sections]


def _said(body: Body, key: str) -> list[str]:
    return [passage.text for section in body.sections if section.key == key for passage in section.passages]


def _sentences(body: Body) -> str:
    return "\n".join(remark.sentence for remark in body.remarks)


def _assert_hidden(text: str) -> None:
    """The canary is read by nobody but inside."""
    body = split_body(text, 1)
    if closes_article(body.remarks):
        return
    shown = [body.title, *(word for key in SECTIONS if key != "inside" for word in _said(body, key))]
    assert CANARY not in "\n".join(shown)


def test_the_answer_is_the_text_before_the_first_heading() -> None:
    body = split_body("# How long?\n\nFifteen days.\n\n## Why\n\nPlates take five.\n", 1)
    assert (body.title, body.title_line, _keys(body)) == ("How long?", 1, ["say", "why"])
    assert (_said(body, "say"), _said(body, "why")) == (["Fifteen days."], ["Plates take five."])
    assert body.remarks == ()


def test_lines_are_those_of_the_file() -> None:
    body = split_body("# How long?\n\nFifteen days.\n\n## Why\n\nPlates.\n", 6)
    assert body.title_line == 6
    assert [(section.line, section.passages[0].line) for section in body.sections] == [(8, 8), (10, 12)]


@pytest.mark.parametrize(
    "heading",
    [
        "## Don't say",
        "# Don’t say",
        "###### DON'T SAY",
        "## Dont say:",
        "##   3. Don't say  ##",
        "## 3) **Don't say**",
        "## _Don't_ `say`",
        "## Don't say <!-- ours -->",
        "##Don't say",
        "Don't say\n---",
        "  ## Don't say",
    ],
)
def test_headings_are_forgiving(heading: str) -> None:
    body = split_body(f"# How long?\n\nFifteen days.\n\n{heading}\n\n- two weeks\n", 1)
    assert _said(body, "dont_say") == ["two weeks"]


def test_sections_come_in_any_order_and_at_any_level() -> None:
    text = "# How long?\n### Why\nPlates.\n##### Say\nFifteen days.\n### Inside only\nMay.\n# Numbers\n- sample: free\n"
    body = split_body(text, 1)
    assert _keys(body) == ["why", "say", "inside", "numbers"]
    assert (_said(body, "say"), _said(body, "numbers")) == (["Fifteen days."], ["sample: free"])


def test_a_first_heading_that_comes_late_is_no_title() -> None:
    body = split_body("## Why\n\nPlates.\n\n# Margins\n\nThirty per cent.\n", 1)
    assert (body.title, _said(body, "why"), _said(body, "inside")) == ("", ["Plates."], ["Margins", "Thirty per cent."])


def test_an_unknown_heading_is_inside_with_its_text_and_the_near_match() -> None:
    body = split_body(OPEN_TEXT + "## Wy\n\nThe margin.\n", 1)
    assert _said(body, "inside") == ["Wy", "The margin."]
    assert [(remark.line, remark.sentence) for remark in body.remarks] == [
        (9, "unknown heading 'Wy': what stands below it is inside. Did you mean 'Why'?")
    ]


def test_a_second_heading_of_one_name_is_joined_and_told() -> None:
    body = split_body("# T\n\nFirst.\n\n## Say\n\nSecond.\n", 1)
    assert _said(body, "say") == ["First.", "Second."]
    assert "'Say' stands here a second time" in _sentences(body)


def test_a_heading_below_an_inside_one_stays_inside() -> None:
    body = split_body(OPEN_TEXT + "## Inside only\n\n### Worth telling\n\nThe margin.\n\n## Numbers\n\n- a: free\n", 1)
    assert _said(body, "inside") == ["Worth telling", "The margin."]
    assert _said(body, "worth_telling") == []
    assert _said(body, "numbers") == ["a: free"]
    assert "Give it 2 `#` or fewer" in _sentences(body)


@pytest.mark.parametrize(
    "disguise",
    [
        "#Inside only\n\n{}",
        "#Inside\n\n{}",
        "##Inside only\n{}",
        "####### Inside only\n\n{}",
        "Inside only\n---\n\n{}",
        "Inside only\n===\n{}",
        "> ## Inside only\n> {}",
        "> Inside only\n>\n> {}",
        "- ## Inside only\n- {}",
        "- Inside only\n- {}",
        "1. a\n   - Inside only\n\n{}",
        "- [ ] Inside only: {}",
        "**Inside only**\n\n{}",
        "**Inside only:** {}",
        "*Inside*\n\n{}",
        "Inside only: {}",
        "INSIDE ONLY\n{}",
        "Insid only\n\n{}",
        "Ins\u200bide only\n\n{}",
        "Some text\n    ## Inside only\n    {}",
        "    ## Inside only\n    {}",
        "```\n## Inside only\n```\n\n{}",
        "```\nan open block\n\n## Inside only\n\n{}",
        "<h2>Inside only</h2>\n\n{}",
        "<h2>\nInside only\n</h2>\n\n{}",
        "text <h2>Inside only</h2> {}",
        "<div>\n## Inside only\n{}\n</div>",
        "<p>Inside only</p><p>{}</p>",
        "<b>Inside only</b><br>{}",
        "| Inside only |\n|---|\n| {} |",
        "\\## Inside only\n\n{}",
        "text\\\nInside only\\\n{}",
        "text\u2028## Inside only\u2028{}",
        "**Inside\nonly**\n\n{}",
    ],
)
def test_what_only_looks_like_inside_only_closes_the_article(disguise: str) -> None:
    body = split_body(OPEN_TEXT + disguise.format(CANARY), 1)
    assert closes_article(body.remarks)
    _assert_hidden(OPEN_TEXT + disguise.format(CANARY))


@pytest.mark.parametrize(
    "hidden",
    [
        "> ## Margins\n> {}",
        "- ## Margins\n\n  {}",
        "- ## Margins\n\n{}",
        "<h2>Margins</h2>\n\n{}",
        "text <h3>Margins</h3> {}",
        "<div>\n## Margins\n{}\n</div>",
        "text\n    ## Margins\n    {}",
        "    ## Margins\n    {}",
        "##Margins\n{}",
        "#Margins of ours\n{}",
        "####### Margins\n{}",
        "Margins\n---\n{}",
        "# Margins\n{}",
        "# Margins\n## Why\n{}",
        "## Margins\n### Why\n{}",
        "- ## Margins\n\n### Why\n{}",
        "## Inside only\n# ",
        "## Insde only\n{}",
        "## Іnside only\n{}",  # noqa: RUF001 - a Cyrillic letter
        "## Wh\u200by not tell {}",
        "## {}",
        "## Inside only\n> ## Why\n> {}",
        "## Inside only\n- Why\n- {}",
        "## Inside only\n<h2>Why</h2>\n{}",
        "## Inside only\n\n#### Why\n\n{}\n\n### Numbers\n\n- {}",
    ],
)
def test_text_below_other_headings_is_inside(hidden: str) -> None:
    _assert_hidden(OPEN_TEXT + hidden.format(CANARY, CANARY))


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- {} -->",
        "<!--{}-->",
        "text <!-- {} --> text",
        "text <!--\n{}\n--> text",
        "<!--\n\n## Why\n\n{}\n\n-->",
        "- item <!-- {} -->",
        "- item\n  <!-- {}\n  -->",
        "> <!-- {} -->",
        "| a |\n|---|\n| b <!-- {} --> |",
        "```\n<!-- {} -->\n```",
        "`<!-- {} -->`",
        "## Numbers\n- a: free <!-- {} -->",
        "## Why <!-- {} -->\ntext",
        "<!-- a <!-- b --> {} -->",
        "text <!-- a <!-- b --> {} -->",
        "<!--> {} -->",
        "text <!--> {} -->",
        "<!-- {}",
        "text <!-- {}",
        "text <!-- {}\n\nmore -->",
        "text <!-- a\n- {}\n-->",
        "- <!-- a\n\n{} -->",
        "> <!-- a\n\n{} -->",
        "<!- {} ->",
        "<!— {} —>",
        "<! -- {} -- >",
        "text %%{}%%",
        "%%\n\n{}\n\n%%",
        "[//]: # ({})",
        "[//]: # '{}'",
        "[comment]: <> ({})",
        "text\n[//]: # ({})",
        "text\n[//]: # {} and more",
        "[//]: # {} and more",
        "- item\n[//]: # ({})",
        '[a]: http://example.com "{}"',
        'text\n[a]: http://example.com "{}"',
        "text[^1]\n\n[^1]: {} and more",
        "[^1]: {}",
        '[text](http://example.com "{}")',
        '![plan](plan.png "{}")',
        '<a href="x" title="{}">text</a>',
        'text <span title="{}">text</span>',
        "<?php {} ?>",
        "text <?php {} ?>",
        "<!DOCTYPE {}>",
        "<![CDATA[ {} ]]>",
        "<script>{}</script>",
        "<style>\n{}\n</style>",
        "<template>{}</template>",
        "<script>{}",
    ],
)
def test_what_nobody_sees_is_never_read(comment: str) -> None:
    _assert_hidden(OPEN_TEXT + comment.format(CANARY))
    _assert_hidden("# How long?\n\n" + comment.format(CANARY) + "\n\nFifteen days.\n")


@pytest.mark.parametrize("comment", ["<!-- the margin", "text <!-- the margin", "<!-- a <!-- b --> c -->", "<!— c —>"])
def test_a_left_over_comment_closes_the_article(comment: str) -> None:
    assert closes_article(split_body(OPEN_TEXT + comment, 1).remarks)


@pytest.mark.parametrize(
    "text",
    [
        "Inside only one layer is printed.",
        "- Inside: white\n- Outside: brown",
        "We print --> cut --> glue.",
        "Ask for `x < 5` and 25 % more.",
        "#5 is the best seller\n\n#time #price",
        "```\n# a comment of a script\n```",
        "\\# 5 and \\<!-- as text",
        "The audience: who is it?\n\nOur audience is large.",
        "## Why\n\ntext",
        "Say it\n\n***\n\nagain",
    ],
)
def test_plain_text_closes_nothing(text: str) -> None:
    assert not closes_article(split_body("# How long?\n\n" + text, 1).remarks)
    assert _said(split_body("# How long?\n\n" + text, 1), "inside") == []


def test_a_misspelt_section_is_no_title() -> None:
    body = split_body("# Insde only\n\nThe margin.\n", 1)
    assert (body.title, _said(body, "say")) == ("", [])
    body = split_body("# Costumers say\n\n- how long\n", 1)
    assert (body.title, _said(body, "say")) == ("", [])


def test_front_matter_in_the_text_closes_the_article() -> None:
    assert closes_article(split_body("desk: press\naudience: inside\n\n# How long?\n\nFifteen days.\n", 1).remarks)


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
        assert _said(body, "say") == ["Fifteen days."]


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
    _assert_hidden("# How long?\n\n" + "\n".join(lines))


def _mutations(line: str) -> st.SearchStrategy[str]:
    """The line with one character put in, left out, changed, or swapped with the next."""
    signs = st.sampled_from(list("\u200b\u00a0\u0456\u00bc \t\n:#-'\"[]{}&*!|>%@`,?=xX~<\\")) | st.characters()
    places = st.integers(0, len(line) - 1)
    return st.one_of(
        st.builds(lambda at, sign: line[:at] + sign + line[at:], st.integers(0, len(line)), signs),
        st.builds(lambda at, sign: line[:at] + sign + line[at + 1 :], places, signs),
        st.builds(lambda at: line[:at] + line[at + 1 :], places),
        st.builds(lambda at: line[:at] + line[at + 1 : at + 2] + line[at : at + 1] + line[at + 2 :], places),
    )


@given(_mutations("## Inside only"), st.sampled_from(["", "\n"]), st.sampled_from(["", "\n"]))
def test_a_mutated_inside_heading_opens_no_text_to_others(heading: str, before: str, after: str) -> None:
    _assert_hidden(f"{OPEN_TEXT.rstrip()}\n{before}{heading}\n{after}{CANARY}\n")


@given(_mutations("<!-- KBCANARY -->"), st.sampled_from(["", "text "]))
def test_a_mutated_comment_opens_no_text_to_others(comment: str, before: str) -> None:
    _assert_hidden(OPEN_TEXT + before + comment + "\n\ntext\n")


@given(st.text(alphabet="#*_->`~ \n\t|[]()<!&;:.ab1•–o\\\"'"))
def test_any_text_is_read(text: str) -> None:
    assert isinstance(split_body(text, 1), Body)
