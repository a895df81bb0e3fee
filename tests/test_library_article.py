"""One file becomes one article; whatever leaves open who may read it is for inside."""

import re
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kb.library.article import read_article, read_inside
from kb.library.headings import SECTIONS
from kb.model.article import Article
from kb.model.problem import Problem
from kb.model.prose import BULLET, LINK, TEXT, Block, Line, Span, plain_text

CANARY = "KBCANARY"

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


def _read(text: str, default: str = "customer", path: str = "articles/lead-time.md") -> tuple[Article, list[str]]:
    article, problems = read_article(path, text.encode(), default)
    assert article is not None
    assert all(problem.path == path for problem in problems)
    return article, [f"{problem.line} {problem.severity}: {problem.sentence}" for problem in problems]


def _shown(article: Article) -> str:
    """Everything but what is inside, whoever may read the article."""
    return repr(replace(article, inside=()))


def _assert_hidden(article: Article) -> None:
    assert article.audience == "inside" or CANARY not in _shown(article)


def test_an_article_is_read_whole() -> None:
    article, problems = _read(WHOLE)
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
    assert _read("\ufeff" + WHOLE.replace("\n", "\r\n")) == _read(WHOLE)


def test_a_number_that_cannot_be_read_is_an_error_with_its_line() -> None:
    article, problems = _read("# T\n\nYes.\n\n## Numbers\n- lead time: soon\n- rush: free\n\nnothing here\n")
    assert [number.name for number in article.numbers] == ["rush"]
    assert [problem[:8] for problem in problems] == ["6 error:", "9 error:"]


def test_numbers_may_be_plain_lines() -> None:
    article, problems = _read("# T\n\nYes.\n\n## Numbers\nlead time: 5 working days,\nfrom proof\nrush: costs 25 %\n")
    assert [(number.name, number.start, number.line) for number in article.numbers] == [
        ("lead time", "proof", 6),
        ("rush", "", 8),
    ]
    assert problems == []


def test_text_in_a_list_of_questions_is_a_question_a_line() -> None:
    article, _problems = _read("# T\n\nYes.\n\n## Customers say\nhow long\nhow soon\n\n| when |\n|---|\n| now |\n")
    assert [line.text for line in article.customers_say] == ["how long", "how soon", "when", "now"]


def test_unknown_keys_are_told_with_the_near_match_and_are_not_read() -> None:
    article, problems = _read(f"---\naudience: sales\ndessk: {CANARY}\n---\n# T\n\nYes.\n")
    assert problems == ["3 warning: unknown key 'dessk', it is not read. Did you mean 'desk'?"]
    assert CANARY not in repr(article)


def test_keys_may_be_in_any_case_but_not_twice() -> None:
    article, problems = _read("---\nAudience: Customer\nDESK: press\n---\n# T\n\nYes.\n", "inside")
    assert (article.audience, article.desk, problems) == ("customer", "press", [])
    article, problems = _read("---\naudience: customer\nAudience: inside\n---\n# T\n\nYes.\n")
    assert (article.audience, article.audience_written) == ("inside", False)


def test_a_review_that_is_no_length_of_time_is_told() -> None:
    article, problems = _read("---\nreview: now and then\n---\n# T\n\nYes.\n")
    assert article.review_days == 0
    assert problems == [
        "2 error: `review: now and then` is no length of time. Write it like `review: 180 days`.",
    ]


def test_values_of_the_wrong_shape_are_told() -> None:
    _article, problems = _read("---\ndesk: [a, b]\ntags:\n- {a: b}\n- c\n---\n# T\n\nYes.\n")
    assert [problem.split(":")[0] for problem in problems] == ["2 error", "4 error"]


def test_a_value_that_yaml_cuts_off_is_told() -> None:
    _article, problems = _read("---\ntags: item #5\n---\n# T\n\nYes.\n")
    assert problems == ["2 warning: `#5` is dropped as a comment. If it is text, put quotes around the value."]


def test_a_file_without_title_or_answer_is_read_and_told() -> None:
    article, problems = _read("", path="articles/Box_size-a.md")
    assert (article.title, article.slug) == ("Box size a", "Box_size-a")
    assert [problem.split(".")[0] for problem in problems] == [
        "1 warning: there is no answer",
        "1 warning: there is no title, so 'Box size a' stands for it",
    ]


def test_a_title_in_front_matter_stands_where_the_text_has_none() -> None:
    assert _read("---\ntitle: How long?\n---\nFifteen days.\n")[0].title == "How long?"
    assert _read("---\ntitle: How long?\n---\n# How long does it take?\n\nDays.\n")[0].title == "How long does it take?"


def test_a_missing_audience_is_the_default() -> None:
    for default in ("customer", "sales", "inside"):
        article, _problems = _read("# T\n\nYes.\n", default)
        assert (article.audience, article.audience_written) == (default, False)
    assert _read("# T\n\nYes.\n", "everybody")[0].audience == "inside"


@pytest.mark.parametrize(
    "line",
    [
        "audience: internal",
        "audience:",
        "audience: [customer]",
        "audience: {customer: yes}",
        "audience: customer, sales",
        "audience: customers",
        "audience: cuѕtomer",  # noqa: RUF001 - a Cyrillic letter
        "audience: cuſtomer",  # noqa: RUF001 - a long s
        "audience: ſales",  # noqa: RUF001
        "audience: customer\u00a0",
        "audience: \u00a0customer",
        "audience: custo\u200bmer",
        'audience: "customer\\u00a0"',
        "audience: customer audience: inside",
        "audiance: inside",
        "audience\u200b: inside",
        "аudience: inside",  # noqa: RUF001 - a Cyrillic letter
        "audience : [inside",
        "audience inside",
        "audience = inside",
        "# audience: inside",
        "- audience: inside",
        '"audience ": inside',
        "audience: customer\naudience: customer",
        "audience: customer\naudiance: inside",
        "audience: *x",
        "audience: &x customer",
        "audience: !!str customer",
        "audience: customer\n\tdesk: press",
    ],
)
def test_an_audience_in_doubt_is_inside(line: str) -> None:
    article, problems = _read(f"---\ndesk: press\n{line}\n---\n# T\n\nYes.\n")
    assert (article.audience, article.audience_written) == ("inside", False)
    assert any(" error: " in problem for problem in problems)


def test_a_misspelt_audience_names_the_near_one() -> None:
    _article, problems = _read("---\naudience: custmer\n---\n# T\n\nYes.\n")
    assert problems == [
        "2 error: unknown audience 'custmer'. Did you mean 'customer'? Write `audience: customer`, `audience: sales` or "
        "`audience: inside`. Until then the whole article is inside."
    ]


def _mutations(line: str) -> st.SearchStrategy[str]:
    """The line with one character put in, left out, changed, or swapped with the next."""
    signs = (
        st.sampled_from(list("\u200b\u00a0\u00ad\u0430\u0435\u0455\u202e \t\n:#-'\"[]{}&*!|>%@`,?=xX"))
        | st.characters()
    )
    places = st.integers(0, len(line) - 1)
    return st.one_of(
        st.builds(lambda at, sign: line[:at] + sign + line[at:], st.integers(0, len(line)), signs),
        st.builds(lambda at, sign: line[:at] + sign + line[at + 1 :], places, signs),
        st.builds(lambda at: line[:at] + line[at + 1 :], places),
        st.builds(lambda at: line[:at] + line[at + 1 : at + 2] + line[at : at + 1] + line[at + 2 :], places),
    )


_EXACT = re.compile(
    r"\s*(?:audience|\"audience\"|'audience')[ \t]*:\s+(['\"]?)(?:customer|sales)\1\s*(?:\s#.*)?", re.IGNORECASE
)


@given(st.sampled_from(["customer", "sales", "inside"]).flatmap(lambda word: _mutations(f"audience: {word}")))
@example("audience: customer")
@example("#audience: inside")
def test_a_mutated_audience_is_never_wider_than_written(line: str) -> None:
    article, _problems = read_article(
        "a.md", f"---\n{line}\n---\n# T\n\n{CANARY}\n".encode(errors="replace"), "customer"
    )
    exact = _EXACT.fullmatch(line) is not None
    assert article is None or article.audience == "inside" or exact


FENCES = [
    "---\n{}# T\n",
    "---\n{}...\n# T\n",
    "---\n{}----\n# T\n",
    "---\n{}--\n# T\n",
    "---\n{}- --\n# T\n",
    "---\n{}–––\n# T\n",
    "---\n{}—-\n# T\n",
    "---\n{} ---\n# T\n",
    "---\n{}+++\n# T\n",
    "---\n{}***\n# T\n",
    "----\n{}----\n# T\n",
    "--\n{}--\n# T\n",
    "–––\n{}–––\n# T\n",
    "—-\n{}---\n# T\n",
    "\u200b---\n{}---\n# T\n",
    "\u00a0---\n{}---\n# T\n",
    "\ufeff\ufeff---\n{}---\n# T\n",
    " ---\n{}---\n# T\n",
    "+++\n{}+++\n# T\n",
    "{{\n{}}}\n# T\n",
    "***\n{}***\n# T\n",
    "```\n{}```\n# T\n",
    "```yaml\n---\n{}---\n```\n# T\n",
    "{}\n# T\n",
    "{}---\n# T\n",
    "# T\n\n---\n{}---\n",
    "<!-- x -->\n---\n{}---\n# T\n",
    "---\ndesk: press\n---\n---\n{}---\n# T\n",
    "---\n\t{}---\n# T\n",
    "---\n- {}---\n# T\n",
    "---\n[{}]\n---\n# T\n",
    "===\n{}===\n# T\n",
    "___\n{}___\n# T\n",
    "---yaml\n{}---\n# T\n",
]


@pytest.mark.parametrize("fence", FENCES)
@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_broken_fences_leave_the_article_inside(fence: str, end: str) -> None:
    text = fence.format(f"audience: inside\ntags: {CANARY}\n") + f"\nIt is {CANARY}.\n"
    article, problems = read_article("articles/a.md", text.replace("\n", end).encode(), "customer")
    assert article is not None
    assert article.audience == "inside"
    assert [problem for problem in problems if problem.severity == "error"] or article.audience_written


@pytest.mark.parametrize("before", ["", "\n", "\n\n", "\ufeff", "\ufeff\n"])
def test_whole_fences_are_read(before: str) -> None:
    article, problems = _read(f"{before}---\naudience: sales\n---\n# T\n\nYes.\n\n---\n\naway\n")
    assert (article.audience, article.audience_written, problems) == ("sales", True, [])


def test_a_line_of_dashes_inside_a_value_ends_the_front_matter() -> None:
    article, _problems = _read('---\ntags: "a\n---\nb"\naudience: inside\n---\n# T\n\nYes.\n')
    assert article.audience == "inside"


@pytest.mark.parametrize("key", ["desk", "tags", "review", "aliases", "title", "audience"])
def test_duplicate_keys_leave_the_article_inside(key: str) -> None:
    article, problems = _read(f"---\naudience: customer\n{key}: sales\n{key}: sales\n---\n# T\n\nYes.\n")
    assert (article.audience, article.title) == ("inside", "T")
    assert "error" in problems[0]


@pytest.mark.parametrize("data", [b"\xff\xfe#\x00", b"# T\n\n\xe4\n", b"# T\n\0\n"])
def test_what_is_no_text_is_told_and_not_read(data: bytes) -> None:
    article, problems = read_article("articles/a.md", data, "customer")
    assert article is None
    assert [problem.severity for problem in problems] == ["error"]


def test_what_would_take_too_long_is_told_and_not_read() -> None:
    article, problems = read_article("articles/a.md", b"[" * 100_000, "customer")
    assert (article, len(problems)) == (None, 1)
    assert read_article("articles/a.yaml", b'title: T\nsay: "' + b"[" * 100_000 + b'"', "customer")[0] is None


YAML = """title: How long does your price hold?
desk: estimating
audience: sales
tags: [price, paper]
review: 90 days
say: >-
  A price holds for **30 days**.
  Then ask again.
customers_say:
  - Are your rates fixed?
  - price list: where is it
numbers:
  - price: at most 30 days, from the quote
  - "deposit: 30 %"
dont_say:
  - '"price freeze": paper moves'
why: See [[paper]].
worth_telling:
  - We show the index.
push_back:
  - Look back together.
inside: |
  The margin.
"""


def test_an_article_in_yaml_is_the_same() -> None:
    article, problems = _read(YAML, path="articles/price.yaml")
    assert problems == []
    assert (article.slug, article.title, article.audience) == ("price", "How long does your price hold?", "sales")
    assert (article.tags, article.review_days, article.desk) == (("price", "paper"), 90, "estimating")
    assert plain_text(article.say) == "A price holds for 30 days. Then ask again."
    assert article.customers_say == (Line("Are your rates fixed?", 10), Line("price list: where is it", 11))
    assert [(number.name, number.line) for number in article.numbers] == [("price", 13), ("deposit", 14)]
    assert article.dont_say == (Line('"price freeze": paper moves', 16),)
    assert article.why[0].cells[0][1] == Span("paper", LINK, "slug:paper")
    assert [block.kind for block in (*article.worth_telling, *article.push_back)] == [BULLET, BULLET]
    assert plain_text(article.inside) == "The margin."
    assert article.line_of("numbers") == 12


@pytest.mark.parametrize(
    "text",
    [
        f"title: T\nsay: yes\naudience: customer\nnotes: {CANARY}\n",
        f"title: T\naudience: customer\nsay: |\n  yes\n\n  ## Inside only\n\n  {CANARY}\n",
        f"title: T\naudience: customer\nsay: |\n  yes\n\n  ## Margins\n\n  {CANARY}\n",
        f"title: T\naudience: customer\nsay: |\n  yes\n\n  # Why\n\n  {CANARY}\n",
        f"title: T\naudience: customer\nsay: yes <!-- {CANARY} -->\n",
        f"title: T\naudience: customer\nsay: yes <!-- {CANARY}\n",
        f"title: T\naudience: customer\nwhy:\n- '**Inside only** {CANARY}'\n",
        f"title: T\naudience: customer\ninside: {CANARY}\n",
        f"title: T\naudience: customer\nInside: {CANARY}\n",
        f"title: T\naudience: customer\ninside only: {CANARY}\n",
        f"title: T\naudience: customer\ninside:\n- {CANARY}\n- x: {CANARY}\n",
        f"title: T\naudience: customer\nwhy: yes # {CANARY}\n",
        f"title: T\naudience: customer\nsay: [[{CANARY}, a], b]\n",
        f"title: T\nsay: yes\naudiance: inside\nwhy: {CANARY}\n",
        f"title: T\nsay: yes\n# audience: inside\nwhy: {CANARY}\n",
        f"title: T\nsay: [yes\nwhy: {CANARY}\n",
        f"title: T\nsay: yes\nsay: {CANARY}\n",
        f"- title: T\n- {CANARY}\n",
        f"# T\n\n{CANARY}\n",
        f"---\ntitle: T\n---\nsay: {CANARY}\n",
    ],
)
def test_inside_text_of_a_yaml_article_stays_inside(text: str) -> None:
    _assert_hidden(_read(text, path="articles/a.yml")[0])


def test_a_broken_yaml_article_is_inside_with_its_line() -> None:
    article, problems = _read("title: T\nsay: [yes\n", path="articles/how-long.yaml")
    assert (article.audience, article.title, article.say) == ("inside", "How long", ())
    assert any(" error: " in problem for problem in problems)


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
    article, _problems = _read(f"---\naudience: customer\n{key}: {CANARY}\n---\n# T\n\n{text}")
    assert CANARY not in _shown(article)
    assert article.audience == "customer"


def test_every_canary_below_inside_only_can_be_found_there() -> None:
    article, _problems = _read(f"# T\n\nYes.\n\n## Inside only\n\n{CANARY}\n\n- {CANARY}\n")
    assert plain_text(article.inside).count(CANARY) == 2


@given(st.binary(max_size=300), st.sampled_from(["a.md", "a.yaml"]))
def test_any_bytes_are_read_or_told(data: bytes, path: str) -> None:
    article, problems = read_article(path, data, "customer")
    assert article is not None or problems


@given(
    st.lists(
        st.sampled_from(
            [*(f"{key}: " for key in SECTIONS), "audience: ", "- ", "  ", "\n", "x", '"', "#", "[", "]", "{", "|"]
        )
    )
)
def test_any_yaml_is_read_or_told(parts: list[str]) -> None:
    article, _problems = read_article("a.yaml", "".join(parts).encode(), "customer")
    assert article is not None


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
