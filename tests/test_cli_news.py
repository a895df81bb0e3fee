"""`kb news`: what has changed for whoever sells, out of the signatures, and nothing that only looks changed."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import RunKb

from kb.desk.difference import differences
from kb.desk.typos import only_typos
from kb.library.article import read_article
from kb.model.article import INSIDE, Article

Folder = Callable[[dict[str, str]], Path]

PLAIN = """\
---
audience: customer
---
# How long does a plain box take?

A plain box takes five to seven working days. It arrives flat.

## Numbers
- lead time, plain box: 5 to 7 working days

## Don't say
- "tomorrow": board has to come first
"""
GATE = "---\naudience: sales\n---\n# When is the gate open?\n\nFrom six to two.\n"


@pytest.fixture
def root(folder: Folder) -> Path:
    return folder({"kb.yaml": "company: Us\nreview: 60 days\n", "articles/plain.md": PLAIN})


def both_sign(kb: RunKb, root: Path, day: str) -> None:
    for side in ("production", "sales"):
        ran = kb("--today", day, "agree", "--all", "--as", side, "--by", side, "--yes", content=root)
        assert ran.code == 0, ran.err


def news(kb: RunKb, root: Path, day: str, since: str = "2026-11-10") -> list[dict[str, Any]]:
    told = json.loads(kb("--today", day, "news", "--since", since, "--json", content=root).out)
    assert (told["schema"], told["since"]) == (1, since)
    return list(told["news"])


def rewrite(root: Path, before: str, after: str) -> None:
    file = root / "articles" / "plain.md"
    assert before in file.read_text("utf-8")
    file.write_text(file.read_text("utf-8").replace(before, after), "utf-8")


def test_an_answer_is_new_once_both_have_signed_it(kb: RunKb, root: Path) -> None:
    (root / "agreed").mkdir()
    assert news(kb, root, "2026-11-20") == []
    both_sign(kb, root, "2026-11-12")
    [told] = news(kb, root, "2026-11-20")
    assert (told["kind"], told["slug"], told["on"]) == ("new", "plain", "2026-11-12")
    assert news(kb, root, "2026-11-20", since="2026-11-13") == []


def test_another_number_is_told_with_the_old_one_when_it_is_in_force(kb: RunKb, root: Path) -> None:
    both_sign(kb, root, "2026-11-02")
    rewrite(root, "5 to 7 working days", "4 to 6 working days")
    rewrite(root, "five to seven", "four to six")
    assert news(kb, root, "2026-11-20") == [], "nobody has signed it"
    both_sign(kb, root, "2026-11-12")
    [told] = news(kb, root, "2026-11-20")
    assert (told["kind"], told["changed"]) == (
        "numbers",
        [
            {
                "was": "lead time, plain box: 5 to 7 working days",
                "now": "lead time, plain box: 4 to 6 working days",
            }
        ],
    )
    shown = kb("--today", "2026-11-20", "news", "--since", "2026-11-10", content=root).out
    assert "Other numbers (1)\n How long does a plain box take?" in shown
    assert "   was  lead time, plain box: 5 to 7 working days\n   now  lead time, plain box: 4 to 6" in shown


def test_a_more_cautious_number_is_news_as_soon_as_production_has_signed(kb: RunKb, root: Path) -> None:
    both_sign(kb, root, "2026-11-02")
    rewrite(root, "5 to 7 working days", "6 to 9 working days")
    signed = kb("--today", "2026-11-12", "agree", "plain", "--as", "production", "--by", "p", "--yes", content=root)
    assert signed.code == 0
    assert [told["kind"] for told in news(kb, root, "2026-11-20")] == ["numbers"]
    assert news(kb, root, "2026-11-20", since="2026-11-13") == [], "it was news before"


def test_other_words_are_told_and_a_mended_typing_mistake_is_not(kb: RunKb, root: Path) -> None:
    rewrite(root, "arrives", "arives")
    both_sign(kb, root, "2026-11-02")
    rewrite(root, "arives", "arrives")
    both_sign(kb, root, "2026-11-12")
    assert news(kb, root, "2026-11-20") == []
    rewrite(root, "It arrives flat.", "It comes folded.")
    both_sign(kb, root, "2026-11-13")
    [told] = news(kb, root, "2026-11-20")
    assert told["kind"] == "wording"
    assert told["changed"][0]["now"] == "A plain box takes five to seven working days. It comes folded."


def test_signing_again_and_other_words_of_customers_are_no_news(kb: RunKb, root: Path) -> None:
    both_sign(kb, root, "2026-11-02")
    (root / "articles" / "plain.md").write_text(PLAIN + "\n## Customers say\n- when\n", "utf-8")
    both_sign(kb, root, "2026-11-12")
    assert news(kb, root, "2026-11-20") == []


@pytest.mark.parametrize("how", ["deleted", "inside"])
def test_what_was_withdrawn_is_told_once(how: str, kb: RunKb, root: Path) -> None:
    both_sign(kb, root, "2026-11-02")
    if how == "deleted":
        (root / "articles" / "plain.md").unlink()
    else:
        rewrite(root, "audience: customer", "audience: inside")
    [told] = news(kb, root, "2026-11-20")
    assert (told["kind"], told["text"], told["on"]) == ("withdrawn", "How long does a plain box take?", None)
    assert json.loads(kb("--today", "2026-11-21", "news", "--json", content=root).out)["news"] == []


def test_what_has_run_out_and_what_may_be_said_again(kb: RunKb, root: Path) -> None:
    both_sign(kb, root, "2026-11-02")
    assert news(kb, root, "2027-01-31", since="2027-01-20") == [], "it is being checked"
    [told] = news(kb, root, "2027-02-01", since="2027-01-20")
    assert (told["kind"], told["on"]) == ("ask first", "2027-02-01")
    both_sign(kb, root, "2027-02-10")
    assert [one["kind"] for one in news(kb, root, "2027-02-12", since="2027-02-09")] == ["again"]
    assert news(kb, root, "2027-02-12", since="2027-01-20") == [], "in between is over"


def test_notices_are_told_while_they_count_and_when_they_are_over(kb: RunKb, folder: Folder) -> None:
    text = "---\nuntil: 2026-11-15\n---\nDie-cutter down.\n"
    root = folder({"notices/2026-11-12-ab.md": text})
    [told] = news(kb, root, "2026-11-15")
    assert (told["kind"], told["text"], told["until"]) == ("notice", "Die-cutter down.", "2026-11-15")
    [over] = news(kb, root, "2026-11-16")
    assert (over["kind"], over["on"]) == ("over", "2026-11-16")
    assert news(kb, root, "2026-11-30", since="2026-11-17") == []
    assert (
        "Just now (1)\n Die-cutter down. (until 15 November"
        in kb("--today", "2026-11-15", "news", "--since", "2026-11-10", content=root).out
    )


def test_the_next_news_go_back_to_the_last_ones(kb: RunKb, root: Path) -> None:
    both_sign(kb, root, "2026-11-02")
    first = kb("--today", "2026-11-20", "news", content=root).out
    assert first.startswith("News since 21 October")
    assert "How long does a plain box take?" in first
    (root / "articles" / "gate.md").write_text(GATE, "utf-8")
    both_sign(kb, root, "2026-11-21")
    second = kb("--today", "2026-11-23", "news", content=root).out
    assert second.startswith("News since 20 November")
    assert "When is the gate open?" in second
    assert "plain box" not in second
    nothing = kb("--today", "2026-11-24", "news", content=root).out
    assert nothing == "Nothing new since 23 November 2026. Further back: kb news --since DAY\n"


def test_many_new_answers_are_counted_and_the_newest_shown(kb: RunKb) -> None:
    shown = kb("--today", "2026-12-01", "news").out
    assert shown.split("New: you may say this (37)\n")[1].count("kb show ") == 5
    assert len(shown.splitlines()) <= 23, "a screen"
    again = shown.split("and 32 more: ")[1].splitlines()[0].split()
    assert again == ["kb", "news", "--since", "2026-11-01", "--all"]
    assert kb("--today", "2026-12-01", *again[1:]).out.count("kb show ") == 37 + 1
    assert len(json.loads(kb("--today", "2026-12-01", "news", "--since", "2026-11-01", "--json").out)["news"]) > 36


def test_what_must_not_be_said_any_more_is_told_whole(kb: RunKb, folder: Folder) -> None:
    articles = {f"articles/a{n}.md": PLAIN.replace("plain box", f"box {n}") for n in range(7)}
    root = folder({"kb.yaml": "review: 60 days\n", **articles})
    both_sign(kb, root, "2026-11-02")
    assert "Ask first again (7)\n" in kb("--today", "2027-02-01", "news", "--since", "2027-01-20", content=root).out
    shown = kb("--today", "2027-02-01", "news", "--since", "2027-01-20", content=root).out
    assert shown.count("kb show ") == 7


def test_what_must_not_be_said_any_more_comes_first(kb: RunKb, root: Path) -> None:
    both_sign(kb, root, "2026-11-02")
    (root / "articles" / "plain.md").unlink()
    (root / "articles" / "gate.md").write_text(GATE, "utf-8")
    both_sign(kb, root, "2026-11-12")
    assert [told["kind"] for told in news(kb, root, "2026-11-20")] == ["withdrawn", "new"]


def test_inside_never_is_news(kb: RunKb, root: Path) -> None:
    (root / "articles" / "plain.md").write_text(PLAIN + "\n## Inside only\nThe strike.\n", "utf-8")
    both_sign(kb, root, "2026-11-12")
    assert "strike" not in json.dumps(news(kb, root, "2026-11-20"))


@pytest.mark.parametrize(("since", "told"), [("someday", "'someday' names no day"), ("2026-12-24x", "names no day")])
def test_a_day_that_is_none_is_refused(since: str, told: str, kb: RunKb, root: Path) -> None:
    ran = kb("--today", "2026-11-20", "news", "--since", since, content=root)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err


def test_where_nobody_signs_it_says_why_no_answer_is_news(kb: RunKb, folder: Folder) -> None:
    ran = kb("--today", "2026-11-20", "news", content=folder({"articles/plain.md": PLAIN}))
    assert ran.code == 0
    assert ran.out.startswith("Nothing new since 21 October 2026.")
    assert "nobody has signed one yet" in ran.err


def said(text: str) -> Article:
    read, _problems = read_article("articles/a.md", f"---\naudience: sales\n---\n# A?\n\n{text}\n".encode(), INSIDE)
    assert read is not None
    return read


@pytest.mark.parametrize(
    ("was", "now", "is_typo"),
    [
        ("It arives flat", "It arrives flat.", True),
        ("The recieved proof", "The received proof", True),
        ("“Boxes” – flat", '"boxes" - flat', True),
        ("Boxes may be printed", "Boxes can be printed", False),
        ("It is now possible", "It is not possible", False),
        ("It is possible", "It is impossible", False),
        ("You should wait", "You shouldn't wait", False),
        ("It takes sixteen days", "It takes sixty days", False),
        ("It takes seventeen days", "It takes seventy days", False),
        ("At most 1500 boxes", "At most 15000 boxes", False),
        ("Within a day", "Without a day", False),
        ("Boxes are flat", "Boxes are very flat", False),
        ("Prices increase", "Prices decrease", False),
    ],
)
def test_only_what_changes_no_meaning_is_a_typing_mistake(was: str, now: str, *, is_typo: bool) -> None:
    assert only_typos(differences(said(was), said(now))) is is_typo


def test_a_question_that_was_answered_is_told_without_the_customers_name(kb: RunKb, root: Path) -> None:
    asked = ["Do you sell hats?", "--customer", "Acme Toys", "--by", "Ann"]
    assert kb("--today", "2026-11-11", "ask", *asked, content=root).code == 0
    assert news(kb, root, "2026-11-12") == []
    assert kb("--today", "2026-11-12", "answer", "hats", "--no", "We make boxes.", content=root).code == 0
    [told] = news(kb, root, "2026-11-12")
    assert (told["kind"], told["text"], told["why"]) == ("answered", "Do you sell hats?", "We make boxes.")
    shown = kb("--today", "2026-11-12", "news", "--since", "2026-11-10", content=root).out
    assert "Questions answered (1)\n Do you sell hats?" in shown
    assert "Acme" not in shown + str(told)
