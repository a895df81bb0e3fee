"""One file becomes one article, or a problem."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from library_reading import CANARY, read, shown_of

from kb.library.article import read_article, read_inside
from kb.model.problem import Problem
from kb.model.prose import BULLET, LINK, TEXT, Block, Line, Span, plain_text

WHOLE = """---
desk: planning
audience: customer
tags: [time, "#rush", time]
review: 6 months
aliases: [turnaround, ETA]
---
# How long does a box take?

Fifteen to eighteen working days.

## Customers say
- How long will my order take?
* When will my
  boxes be ready?

## Numbers
- lead time, printed box: 15 to 18 working days,
  from approved proof
• rush: costs 25 %

## Don't say
- "two weeks" for a printed box: plates take five days

## Why
Plates, see [[tooling]].

## Worth telling
Bent by hand.

## If they push back
- Ask what comes first.

## Inside only
The margin.
"""


def test_an_article_is_read_whole() -> None:
    article, problems = read(WHOLE)
    assert problems == []
    assert (article.slug, article.path, article.title) == (
        "lead-time",
        "articles/lead-time.md",
        "How long does a box take?",
    )
    assert (article.audience, article.audience_written, article.desk) == ("customer", True, "planning")
    assert (article.tags, article.aliases, article.review_days) == (("time", "rush"), ("turnaround", "ETA"), 180)
    assert article.say == (Block(TEXT, ((Span("Fifteen to eighteen working days."),),), 10),)
    assert article.customers_say == (
        Line("How long will my order take?", 13),
        Line("When will my boxes be ready?", 14),
    )
    assert [(number.name, number.start, number.line) for number in article.numbers] == [
        ("lead time", "approved proof", 18),
        ("rush", "", 20),
    ]
    assert article.dont_say == (Line('"two weeks" for a printed box: plates take five days', 23),)
    assert article.why[0].cells[0][1] == Span("tooling", LINK, "slug:tooling")
    assert plain_text(article.worth_telling) == "Bent by hand."
    assert article.push_back == (Block(BULLET, ((Span("Ask what comes first."),),), 32),)
    assert plain_text(article.inside) == "The margin."
    assert (article.line_of("desk"), article.line_of("title"), article.line_of("numbers")) == (2, 8, 17)


def test_a_windows_file_is_the_same_article() -> None:
    assert read("\ufeff" + WHOLE.replace("\n", "\r\n")) == read(WHOLE)


def test_a_number_that_cannot_be_read_is_an_error_with_its_line() -> None:
    article, problems = read("# T\n\nYes.\n\n## Numbers\n- lead time: soon\n- rush: free\n\nnothing here\n")
    assert [number.name for number in article.numbers] == ["rush"]
    assert [problem[:8] for problem in problems] == ["6 error:", "9 error:"]


def test_numbers_may_be_plain_lines() -> None:
    article, problems = read("# T\n\nYes.\n\n## Numbers\nlead time: 5 working days,\nfrom proof\nrush: costs 25 %\n")
    assert [(number.name, number.start, number.line) for number in article.numbers] == [
        ("lead time", "proof", 6),
        ("rush", "", 8),
    ]
    assert problems == []


def test_text_in_a_list_of_questions_is_a_question_a_line() -> None:
    article, _problems = read("# T\n\nYes.\n\n## Customers say\nhow long\nhow soon\n\n| when |\n|---|\n| now |\n")
    assert [line.text for line in article.customers_say] == ["how long", "how soon", "when", "now"]


def test_unknown_keys_are_told_with_the_near_match_and_are_not_read() -> None:
    article, problems = read(f"---\naudience: sales\ndessk: {CANARY}\n---\n# T\n\nYes.\n")
    assert problems == ["3 warning: unknown key 'dessk', it is not read. Did you mean 'desk'?"]
    assert CANARY not in repr(article)


def test_keys_may_be_in_any_case_but_not_twice() -> None:
    article, problems = read("---\nAudience: Customer\nDESK: press\n---\n# T\n\nYes.\n", "inside")
    assert (article.audience, article.desk, problems) == ("customer", "press", [])
    article, problems = read("---\naudience: customer\nAudience: inside\n---\n# T\n\nYes.\n")
    assert (article.audience, article.audience_written) == ("inside", False)


def test_a_review_that_is_no_length_of_time_is_told() -> None:
    article, problems = read("---\nreview: now and then\n---\n# T\n\nYes.\n")
    assert article.review_days == 0
    assert problems == [
        "2 error: `review: now and then` is no length of time. Write it like `review: 180 days`.",
    ]


def test_values_of_the_wrong_shape_are_told() -> None:
    _article, problems = read("---\ndesk: [a, b]\ntags:\n- {a: b}\n- c\n---\n# T\n\nYes.\n")
    assert [problem.split(":")[0] for problem in problems] == ["2 error", "4 error"]


def test_a_value_that_yaml_cuts_off_is_told() -> None:
    _article, problems = read("---\ntags: item #5\n---\n# T\n\nYes.\n")
    assert problems == ["2 warning: `#5` is dropped as a comment. If it is text, put quotes around the value."]


def test_a_file_without_title_or_answer_is_read_and_told() -> None:
    article, problems = read("", path="articles/Box_size-a.md")
    assert (article.title, article.slug) == ("Box size a", "Box_size-a")
    assert [problem.split(".")[0] for problem in problems] == [
        "1 warning: there is no answer",
        "1 warning: there is no title, so 'Box size a' stands for it",
    ]


def test_a_title_in_front_matter_stands_where_the_text_has_none() -> None:
    assert read("---\ntitle: How long?\n---\nFifteen days.\n")[0].title == "How long?"
    assert read("---\ntitle: How long?\n---\n# How long does it take?\n\nDays.\n")[0].title == "How long does it take?"


@pytest.mark.parametrize("data", [b"\xff\xfe#\x00", b"# T\n\n\xe4\n", b"# T\n\0\n"])
def test_what_is_no_text_is_told_and_not_read(data: bytes) -> None:
    article, problems = read_article("articles/a.md", data, "customer")
    assert article is None
    assert [problem.severity for problem in problems] == ["error"]


def test_what_would_take_too_long_is_told_and_not_read() -> None:
    article, problems = read_article("articles/a.md", b"[" * 100_000, "customer")
    assert (article, len(problems)) == (None, 1)
    assert read_article("articles/a.yaml", b'title: T\nsay: "' + b"[" * 100_000 + b'"', "customer")[0] is None


_PLACES = [
    "## Inside only\n\n{}\n",
    "## Margins\n\n{}\n",
    "## Inside only\n\n- a\n  - {}\n\n> {}\n",
    "<!-- {} -->\n",
    "Yes <!-- {} -->\n",
    "[//]: # ({})\n",
    "[x](http://example.com '{}')\n",
    "![plan](plan.png '{}')\n",
    "<b title='{}'>x</b>\n",
]
_BETWEEN = [
    "Yes.\n",
    "## Why\n\nBecause.\n",
    "## Numbers\n- rush: free\n",
    "## Say\n\nIt is.\n",
    "## Customers say\n- how\n",
]


@given(st.lists(st.sampled_from(_PLACES + _BETWEEN), max_size=8), st.sampled_from(["notes", "insde", "x-inside"]))
def test_canaries_in_inside_places_are_read_by_nobody_else(parts: list[str], key: str) -> None:
    text = "\n".join(parts).replace("{}", CANARY)
    article, _problems = read(f"---\naudience: customer\n{key}: {CANARY}\n---\n# T\n\n{text}")
    assert CANARY not in shown_of(article)
    assert article.audience == "customer"


def test_every_canary_below_inside_only_can_be_found_there() -> None:
    article, _problems = read(f"# T\n\nYes.\n\n## Inside only\n\n{CANARY}\n\n- {CANARY}\n")
    assert plain_text(article.inside).count(CANARY) == 2


@given(st.binary(max_size=300), st.sampled_from(["a.md", "a.yaml"]))
def test_any_bytes_are_read_or_told(data: bytes, path: str) -> None:
    article, problems = read_article(path, data, "customer")
    assert article is not None or problems


def test_the_inside_part_of_an_article_is_blocks() -> None:
    text = b"---\naudience: inside\n---\n# Margins\n\nThirty <!-- no --> per cent.\n\n## Why\n\n- paper\n"
    blocks, problems = read_inside("inside/a.md", text)
    assert [(block.text, block.line) for block in blocks] == [
        ("Margins", 4),
        ("Thirty per cent.", 6),
        ("Why", 8),
        ("paper", 10),
    ]
    assert problems == ()


def test_an_inside_part_that_cannot_be_read_is_told() -> None:
    assert read_inside("inside/a.md", b"\xff")[1][0].path == "inside/a.md"
    assert read_inside("inside/a.md", b"[" * 100_000)[0] == ()
    blocks, problems = read_inside("inside/a.md", b"---\na: b\n\nThirty per cent.\n")
    assert "Thirty per cent." in plain_text(blocks)
    assert isinstance(problems[0], Problem)
