"""Whatever was meant for inside, or looks as if it was, is read by nobody else."""

import pytest
from library_reading import CANARY, OPEN_TEXT, assert_hidden, said

from kb.library.remarks import closes_article
from kb.library.sections import split_body


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
    assert_hidden(OPEN_TEXT + disguise.format(CANARY))


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
    assert_hidden(OPEN_TEXT + hidden.format(CANARY, CANARY))


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
    assert_hidden(OPEN_TEXT + comment.format(CANARY))
    assert_hidden("# How long?\n\n" + comment.format(CANARY) + "\n\nFifteen days.\n")


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
        "\\# 5 and \\<!-- as text --\\>",
        "25 %\\% more &lt;!-- too",
        "The audience: who is it?\n\nOur audience is large.",
        "## Why\n\ntext",
        "Say it\n\n***\n\nagain",
    ],
)
def test_plain_text_closes_nothing(text: str) -> None:
    assert not closes_article(split_body("# How long?\n\n" + text, 1).remarks)
    assert said(split_body("# How long?\n\n" + text, 1), "inside") == []


def test_front_matter_in_the_text_closes_the_article() -> None:
    assert closes_article(split_body("desk: press\naudience: inside\n\n# How long?\n\nFifteen days.\n", 1).remarks)
