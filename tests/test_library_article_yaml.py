"""An article in YAML is the same article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from library_reading import CANARY, read, shown_of

from kb.library.article import read_article
from kb.library.headings import SECTIONS
from kb.model.prose import BULLET, LINK, Line, Span, plain_text

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
    article, problems = read(YAML, path="articles/price.yaml")
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
    article, _problems = read(text, path="articles/a.yml")
    assert article.audience == "inside" or CANARY not in shown_of(article)


def test_a_broken_yaml_article_is_inside_with_its_line() -> None:
    article, problems = read("title: T\nsay: [yes\n", path="articles/how-long.yaml")
    assert (article.audience, article.title, article.say) == ("inside", "How long", ())
    assert any(" error: " in problem for problem in problems)


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
