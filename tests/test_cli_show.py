"""`kb show` as a salesperson uses it: any part of a name will do, and inside text only when it is asked for."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import RunKb

Folder = Callable[[dict[str, str]], Path]

RUSH = """---
desk: planning
audience: customer
---
# Can you rush an order?

Repeat orders only. [[secret-margin]] has more.

## Don't say
- "always": two slots a week

## Inside only
KBCANARY overtime.
"""
MARGIN = "---\naudience: inside\n---\n# What is our margin?\n\nKBCANARY\n"
FILES = {
    "articles/rush-orders.md": RUSH,
    "articles/secret-margin.md": MARGIN,
    "inside/rush-orders.md": "KBCANARY in the locked folder.\n",
    "people.yaml": "planning: {name: Planning desk, reach: 'planning@example.com, ext. 250'}\n",
}


@pytest.mark.parametrize("words", ["rush-orders", "rush", "RUSH-ORD", "can you rush an order", "an order"])
def test_any_unique_part_of_slug_or_title_will_do(words: str, kb: RunKb, folder: Folder) -> None:
    said = kb("show", words, content=folder(FILES))
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Can you rush an order?\n")
    assert "Planning desk, planning@example.com, ext. 250" in said.out


def test_words_need_no_quotes(kb: RunKb, folder: Folder) -> None:
    assert kb("show", "can", "you", "rush", content=folder(FILES)).code == 0


def test_a_part_of_several_names_lists_them_all(kb: RunKb) -> None:
    said = kb("show", "lead-time")
    assert (said.code, said.out) == (2, "")
    assert "lead-time-litho, lead-time-plain, lead-time-repeat, lead-time-standard" in said.err


def test_alone_it_lists_all_answers_by_topic(kb: RunKb) -> None:
    shown = kb("--today", "2026-12-01", "show").out
    assert shown.startswith("Box and board\n How big or small can a box be?")
    lines = shown.splitlines()
    assert sum(line.startswith(" ") for line in lines) == 40
    assert f" {'Can you do it faster if we pay extra?':<50}  rush-orders" in lines
    assert [line.split()[-3] for line in lines if line.endswith("ASK FIRST")] == ["export-orders", "inside-print"]
    assert max(map(len, lines)) <= 80
    listed = json.loads(kb("--today", "2026-12-01", "show", "--json").out)
    assert (listed["schema"], len(listed["answers"])) == (1, 40)


def test_in_the_list_every_answer_to_ask_about_is_marked(kb: RunKb, folder: Folder) -> None:
    words = "Can it go into the freezer and come out again as good as it was before"
    root = folder(
        {f"articles/{'freezer-' * 4}{n}.md": f"---\naudience: sales\n---\n# {words}?\n\nYes.\n" for n in "ab"}
    )
    assert "ASK FIRST" not in kb("show", content=root).out
    (root / "agreed").mkdir()
    shown = kb("show", content=root).out
    assert shown.count("ASK FIRST") == 2
    assert max(map(len, shown.splitlines())) <= 80


def test_in_the_list_a_topic_keeps_its_capitals(kb: RunKb, folder: Folder) -> None:
    root = folder({"articles/x.md": "---\naudience: sales\ntags: FSC paper\n---\n# X?\n\nX.\n"})
    assert kb("show", content=root).out.startswith("FSC paper\n")


def test_alone_it_lists_nothing_inside(kb: RunKb, folder: Folder) -> None:
    root = folder({"articles/secret.md": "---\naudience: inside\n---\n# What is our margin?\n\nSmall.\n"})
    assert kb("show", content=root).out == "There is no answer for sales yet.\n"
    assert "margin" not in kb("show", "--json", content=root).out
    assert kb("show", "--inside", content=root).code == 2


def test_a_mistyped_name_is_told_the_nearest(kb: RunKb) -> None:
    said = kb("show", "humidty")
    assert (said.code, said.out) == (1, "")
    assert "Did you mean humidity?" in said.err


def test_a_mistyped_part_of_a_name_is_told_the_nearest(kb: RunKb) -> None:
    assert "Did you mean rush-orders?" in kb("show", "rushh").err
    assert "Did you mean" not in kb("show", "xylophone").err


def test_inside_text_is_shown_only_when_it_is_asked_for(kb: RunKb, folder: Folder) -> None:
    root = folder(FILES)
    plain = kb("show", "rush", content=root)
    assert "KBCANARY" not in plain.out
    assert "secret" not in plain.out
    asked = kb("show", "rush", "--inside", content=root)
    assert "KBCANARY overtime." in asked.out
    assert "KBCANARY in the locked folder." in asked.out
    as_json = kb("show", "rush", "--json", content=root)
    assert "KBCANARY" not in as_json.out
    assert "secret" not in as_json.out


def test_an_inside_article_is_no_answer_for_sales(kb: RunKb, folder: Folder) -> None:
    root = folder(FILES)
    said = kb("show", "secret-margin", content=root)
    assert (said.code, said.out) == (1, "")
    assert "--inside" in said.err
    assert "What is our margin?" in kb("show", "secret-margin", "--inside", content=root).out


def test_json_holds_all_that_a_salesperson_may_read(kb: RunKb) -> None:
    shown = json.loads(kb("show", "rush-orders", "--json").out)
    assert shown["schema"] == 1
    assert shown["slug"] == "rush-orders"
    assert shown["numbers"][1] == {
        "name": "rush surcharge",
        "for": "",
        "amount": "costs 25 %",
        "rest": "",
        "text": "rush surcharge: costs 25 %",
    }
    assert {"say", "dont_say", "why", "customers_say", "push_back", "worth_telling", "desk", "tags"} <= set(shown)


def test_the_times_of_an_answer_are_shown_as_they_are_today(kb: RunKb) -> None:
    shown = kb("show", "lead-time-standard", "--today", "2026-11-23").out
    assert shown.startswith("NOW  Every lead time 5 working days longer")
    assert "At the moment 20 to 23 working days: approved today, at your door by" in " ".join(shown.split())
    assert " > new printed box      15 to 18  20 to 23  Mon 4 Jan" in shown
    today = json.loads(kb("show", "lead-time-standard", "--json", "--today", "2026-11-23").out)["today"]
    assert today["numbers"][0] == {
        "slug": "lead-time-standard",
        "for": "new printed box",
        "normally": "15 to 18",
        "now": "20 to 23",
        "by": "Mon 4 Jan",
        "terms": "",
    }
