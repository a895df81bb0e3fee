"""Whatever leaves open who may read an article makes it inside."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from library_reading import CANARY, mutations, read

from kb.library.article import read_article


def test_a_missing_audience_is_the_default() -> None:
    for default in ("customer", "sales", "inside"):
        article, _problems = read("# T\n\nYes.\n", default)
        assert (article.audience, article.audience_written) == (default, False)
    assert read("# T\n\nYes.\n", "everybody")[0].audience == "inside"


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
    article, problems = read(f"---\ndesk: press\n{line}\n---\n# T\n\nYes.\n")
    assert (article.audience, article.audience_written) == ("inside", False)
    assert any(" error: " in problem for problem in problems)


def test_a_misspelt_audience_names_the_near_one() -> None:
    _article, problems = read("---\naudience: custmer\n---\n# T\n\nYes.\n")
    assert len(problems) == 1
    assert problems[0].startswith("2 error: unknown audience 'custmer'. Did you mean 'customer'? Write `audience: ")
    assert problems[0].endswith("Until then the whole article is inside.")


_EXACT = re.compile(
    r"\s*(?:audience|\"audience\"|'audience')[ \t]*:\s+(['\"]?)(?:customer|sales)\1\s*(?:\s#.*)?", re.IGNORECASE
)


@given(st.sampled_from(["customer", "sales", "inside"]).flatmap(lambda word: mutations(f"audience: {word}")))
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
    article, problems = read(f"{before}---\naudience: sales\n---\n# T\n\nYes.\n\n---\n\naway\n")
    assert (article.audience, article.audience_written, problems) == ("sales", True, [])


def test_a_line_of_dashes_inside_a_value_ends_the_front_matter() -> None:
    article, _problems = read('---\ntags: "a\n---\nb"\naudience: inside\n---\n# T\n\nYes.\n')
    assert article.audience == "inside"


@pytest.mark.parametrize("key", ["desk", "tags", "review", "aliases", "title", "audience"])
def test_duplicate_keys_leave_the_article_inside(key: str) -> None:
    article, problems = read(f"---\naudience: customer\n{key}: sales\n{key}: sales\n---\n# T\n\nYes.\n")
    assert (article.audience, article.title) == ("inside", "T")
    assert "error" in problems[0]
