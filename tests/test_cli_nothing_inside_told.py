"""What commands print for sales and for the meeting names nothing inside: drafts, agenda, news, questions, mistakes."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from conftest import RunKb

from kb.library.article import read_article
from kb.library.signature import signature_text
from kb.library.signed import signed_text

Folder = Callable[[dict[str, str]], Path]

DAY = ("--today", "2026-11-24")
OLD = "---\naudience: customer\n---\n# Do you varnish?\n\nYes, in {}. See [[zq-margin]] there.\n"
INSIDE = "---\naudience: inside\n---\n# What margin?\n\nSo much.\n"


def signed(text: str, day: date, key: str) -> dict[str, str]:
    article, _problems = read_article("articles/gloss.md", text.encode(), "inside")
    assert article is not None
    return {
        f"agreed/gloss/{day}-{side}-{key}.yaml": signature_text(
            side, "desk", day, date(2027, 11, 1), signed_text(article)
        )
        for side in ("production", "sales")
    }


@pytest.fixture
def root(folder: Folder) -> Path:
    old, new = OLD.format("old gloss"), OLD.format("new gloss and a longer word")
    return folder(
        {
            **signed(old, date(2026, 9, 2), "aaaa"),
            **signed(OLD.format("middle gloss"), date(2026, 11, 2), "bbbb"),
            "articles/gloss.md": new,
            "articles/zq-margin.md": INSIDE,
        }
    )


@pytest.mark.parametrize(
    "command",
    [
        ("show", "gloss"),
        ("show", "gloss", "--draft"),
        ("show", "gloss", "--draft", "--json"),
        ("agenda",),
        ("agenda", "--json"),
        ("news", "--since", "2026-10-01"),
        ("news", "--since", "2026-10-01", "--json"),
    ],
)
def test_a_link_to_an_inside_answer_is_named_in_no_version_of_another(kb: RunKb, root: Path, command: str) -> None:
    ran = kb(*DAY, *command, content=root)
    assert ran.code == 0
    assert "gloss" in ran.out
    assert "zq" not in ran.out + ran.err


@pytest.mark.parametrize("hidden", ["<!-- zq -->", "<!-- zq", "## Inside only\n\nzq", "**Inside only:** zq"])
@pytest.mark.parametrize("command", [("inbox",), ("inbox", "--paper"), ("inbox", "--json"), ("agenda",)])
def test_what_is_hidden_in_a_question_or_a_note_is_not_told(
    kb: RunKb, folder: Folder, hidden: str, command: tuple[str, ...]
) -> None:
    files = {
        "questions/2026-11-20-aaaaaa.md": f"---\nasked: 2026-11-20\n---\nCan you print hats?\n\n{hidden}\n",
        "notes/2026-11-20-bbbbbb.md": f"---\nkind: idea\n---\nA hat for everybody.\n\n{hidden}\n",
    }
    ran = kb(*DAY, *command, content=folder(files))
    assert "hat" in ran.out
    assert "zq" not in ran.out


def test_news_tell_an_answered_question_without_the_customers_name(kb: RunKb, folder: Folder) -> None:
    files = {
        "questions/2026-11-20-aaaaaa.md": "---\ncustomer: Acme Toys\n---\nGold foil for Acme Toys?\n",
        "questions/answered/2026-11-20-aaaaaa/x.yaml": "why: Acme Toys has to wait.\non: 2026-11-21\nby: Press\n",
    }
    out = kb(*DAY, "news", "--since", "2026-11-01", content=folder(files)).out
    assert "Gold foil" in out
    assert "wait" in out
    assert "Acme" not in out


@pytest.mark.parametrize("reader", ["sales", "customer"])
def test_a_part_of_an_inside_answers_name_finds_it_no_more_than_any_other_word(
    kb: RunKb, root: Path, tmp_path: Path, reader: str
) -> None:
    out = str(tmp_path / "x.md")
    said = kb(*DAY, "export", out, "--slug", "zq-marg", "--for", reader, content=root)
    assert said.code == 2
    assert said.err.startswith("kb: No answer is called 'zq-marg'.")
    assert "zq-margin" not in said.err


LISTS = """---
audience: customer
---
# Do you varnish?

Yes. The margins of the sheet stay free.

## Customers say
- varnish as in [[margins]]

## Numbers
- gloss, [[margins]]: 3 days, once [[margins]] is signed

## Don't say
- "tomorrow": see [[margins]]
"""


@pytest.mark.parametrize("command", [("show", "gloss"), ("search", "varnish", "--json"), ("promise", "--limits")])
def test_a_link_in_a_list_to_an_inside_answer_of_one_word_is_no_name(
    kb: RunKb, folder: Folder, command: tuple[str, ...]
) -> None:
    root = folder({"articles/gloss.md": LISTS, "articles/margins.md": INSIDE})
    out = kb(*DAY, *command, content=root).out
    assert "further information" in out
    assert out.count("margins") == out.count("margins of the sheet")

    (root / "articles/margins.md").write_text(INSIDE.replace("inside", "customer"), "utf-8")
    assert "further information" not in kb(*DAY, *command, content=root).out


def test_lint_tells_of_a_link_in_a_list_that_its_reader_may_not_follow(kb: RunKb, folder: Folder) -> None:
    out = kb("lint", content=folder({"articles/gloss.md": LISTS, "articles/margins.md": INSIDE})).out
    told = [line.split(":")[1] for line in out.splitlines() if "[[margins]] is for inside only" in line]
    assert told == ["9", "12", "15"]
