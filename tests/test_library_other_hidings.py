"""Whatever a writer may take for a way to hide something keeps it inside; what a box company writes every day stays."""

import re

import pytest

from kb.library.article import read_article
from kb.model.article import CUSTOMER, INSIDE

CANARY = "zqkanarik"
TOP = "---\naudience: customer\n---\n# How?\n\nSo.\n\n"

HIDINGS = [
    "Inside:\n\nC", "Inside:\nC", "> INSIDE:\n> C", "**Internal:**\n\nC", "Internal use only\n\nC",
    "**Confidential**\n\nC",
    "Not for customers: C", "**For internal use only:** C", ":::inside\nC\n:::", "::: {.internal}\nC\n:::",
    "{.inside}\nC", "> [!NOTE] Inside only\n> C", "> [!warning]- Inside only\n> C", "h2. Inside only\n\nC",
    "{>> C <<}", "{# C #}", "{% comment %}C{% endcomment %}", "/* C */", "see /* C */ there",
    "[//]: # (a\n\nC)", '[//]: # "a\n\nC"', "[//] : # (C)", "[comment] : # (C)",
    "<div hidden>C</div>", "see <span hidden>C</span>", "<div\nhidden\n>\nC\n</div>", "<p class=hidden>C</p>",
    "<div style='display:none'>C</div>", 'see <span style="color: red; visibility : hidden">C</span>',
    "<inside>C</inside>", "see <Internal>C</Internal>", "<div class=inside>C</div>",
    '<div data-for="inside-only">\n\nC\n\n</div>',
    "<audio>C</audio>", "<svg><desc>C</desc></svg>", "<noframes>C</noframes>", "see <datalist>C</datalist>",
    "[a](file:///C)", "[a](javascript:C)", "[a](data:text/plain,C)", "[a][b]\n\n[b]: file:///C", "![a](file:///C.png)",
]  # fmt: skip

DAILY = [
    "Inside: white, outside: brown.", "**Inside:** white liner.", "- Inside\n- Outside", "Inside dimensions, in mm.",
    "| Side | Colour |\n|---|---|\n| Inside | white |", "Internal: 380 x 280 mm.", "Confidential files stay with us.",
    "It is <b>glued</b> and <a href='https://a.example/inside-print'>printed inside</a>.", "and/or", "5 % or {5}",
    "<div style='overflow: hidden'>So it is.</div>", "<p aria-hidden=true>So it is.</p>", "```\n/* {% 5 %} */\n```",
    "Note [1]: as below.",
]  # fmt: skip


@pytest.mark.parametrize("body", HIDINGS)
@pytest.mark.parametrize("above", ["", "## Why\n\nAs it is.\n\n"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_writer_who_hid_it_somehow_finds_it_in_nobodys_answer(body: str, above: str, end: str) -> None:
    hidden = re.sub(r"\bC\b", CANARY, body)
    text = f"{TOP}{above}{hidden}\n".replace("\n", end)
    assert CANARY in text
    article, _problems = read_article("articles/how.md", text.encode(), "inside")
    assert article
    assert article.audience == INSIDE or CANARY not in repr((article.title, article.say, article.why, article.numbers))


@pytest.mark.parametrize("body", DAILY)
def test_what_is_written_every_day_is_still_told(body: str) -> None:
    article, _problems = read_article("articles/how.md", f"{TOP}{body}\n".encode(), "inside")
    assert article
    assert article.audience == CUSTOMER
    assert len(article.say) > 1
