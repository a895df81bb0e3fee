"""`kb inbox`: one list of what waits, each with its command; what has been answered is gone."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from conftest import SAMPLE, RunKb

from kb.session.events import keep_event
from kb.session.opening import open_session

Folder = Callable[[dict[str, str]], Path]

PEOPLE = "planning: {name: Planning desk}\npress: {name: Press hall}\n"
RUSH = (
    "---\naudience: customer\ndesk: planning\n---\n# Can you rush an order?\n\nRepeat orders only.\n\n"
    "## Customers say\n- express\n"
)
FILES = {"people.yaml": PEOPLE, "articles/rush.md": RUSH}


def asked(text: str, *keys: str) -> str:
    return "\n".join(("---", *keys, "---", text, ""))


def sections(kb: RunKb, root: Path, *arguments: str) -> dict[str, list[dict[str, object]]]:
    said = kb("inbox", "--json", "--today", "2026-11-24", *arguments, content=root)
    assert said.code == 0
    told: dict[str, list[dict[str, object]]] = json.loads(said.out)
    return told


def test_empty_it_says_so_kindly(kb: RunKb, folder: Folder) -> None:
    said = kb("inbox", content=folder(FILES))
    assert said == (0, "Nothing waits.\nEvery question has its answer, and every search finds one. Thank you.\n", "")
    assert sections(kb, folder(FILES)) == {
        "schema": 1, "day": "2026-11-24", "questions": [], "flags": [], "searches": [], "articles": [], "problems": [],
        "left_out": 0,
    }  # fmt: skip


def test_questions_come_by_the_day_they_are_needed_then_by_how_often_they_were_asked(kb: RunKb, folder: Folder) -> None:
    root = folder(
        {
            **FILES,
            "questions/2026-11-20-aaaaaa.md": asked("Hats?"),
            "questions/2026-11-20-bbbbbb.md": asked("Insurance?", "desk: planning"),
            "questions/asked/2026-11-20-bbbbbb/2026-11-21-r.yaml": "by: Kim\n",
            "questions/2026-11-20-cccccc.md": asked("Gold?", "needed: 2026-12-04"),
            "questions/2026-11-20-dddddd.md": asked("Silver?", "needed: 2026-11-23"),
            "questions/2026-11-20-eeeeee.md": asked("Answered?"),
            "questions/answered/2026-11-20-eeeeee/x.yaml": "why: no\n",
        }
    )
    said = kb("inbox", "--today", "2026-11-24", content=root)
    assert all(len(line) <= 80 for line in said.out.splitlines())
    assert [" ".join(line.split()) for line in said.out.splitlines()] == [
        "Questions that wait (4)",
        *("Silver?", "asked once, needed by 23 November (1 day ago) kb answer dddddd"),
        *("Gold?", "asked once, needed by 4 December kb answer cccccc"),
        *("Insurance?", "asked twice; Planning desk kb answer bbbbbb"),
        *("Hats?", "asked once kb answer aaaaaa"),
    ]


def test_the_same_question_from_two_clones_is_one(kb: RunKb, folder: Folder) -> None:
    root = folder(
        {
            **FILES,
            "questions/2026-11-20-aaaaaa.md": asked("Do you sell hats?", "customer: Acme"),
            "questions/2026-11-21-bbbbbb.md": asked("do you sell a hat", "needed: 2026-12-01"),
        }
    )
    [item] = sections(kb, root)["questions"]
    assert (item["times"], item["needed"], item["text"]) == (2, "2026-12-01", "Do you sell hats?")


def test_a_customers_name_is_nowhere_in_it(kb: RunKb, folder: Folder) -> None:
    text = asked("Can Acme Toys have hats for acme toys ltd?", "customer: Acme Toys Ltd")
    root = folder({**FILES, "questions/2026-11-20-aaaaaa.md": text})
    for flags in ([], ["--json"], ["--paper"]):
        out = kb("inbox", *flags, content=root).out
        assert "hats" in out
        assert "acme" not in out.casefold()


def test_searches_in_vain_are_grouped_counted_and_stand_with_their_question(kb: RunKb, folder: Folder) -> None:
    root = folder({**FILES, "questions/2026-11-20-aaaaaa.md": asked("Do you sell hats with feathers?")})
    for words in ("gold foil", "Gold foils", "braille", "hats feathers", "zebra prints"):
        assert kb("search", words, content=root).code == 1
    told = sections(kb, root)
    assert [(one["text"], one["times"], one["command"]) for one in told["searches"]] == [
        ("gold foil", 2, 'kb answer "gold foil"'),
        ("braille", 1, 'kb answer "braille"'),
        ("zebra prints", 1, 'kb answer "zebra prints"'),
    ]
    [question] = told["questions"]
    assert "searched for once" in str(question["detail"])


def test_a_word_that_is_searched_for_stands_with_the_only_question_that_has_it(kb: RunKb, folder: Folder) -> None:
    root = folder({
        **FILES,
        "questions/2026-11-20-aaaaaa.md": asked("Can the board be made antistatic?"),
        "questions/2026-11-20-bbbbbb.md": asked("Are hats with zebra prints on stock?"),
        "questions/2026-11-20-cccccc.md": asked("Do you paint a zebra on a lorry?"),
    })  # fmt: skip
    for words in ("antistatic", "zebra"):
        assert kb("search", words, content=root).code == 1

    told = sections(kb, root)

    details = {str(one["text"]): str(one["detail"]) for one in told["questions"]}
    assert "searched for once" in details["Can the board be made antistatic?"]
    assert [one["text"] for one in told["searches"]] == ["zebra"], "it may be about either"


def test_a_search_that_is_shared_is_counted_once_and_those_of_others_too(kb: RunKb, folder: Folder) -> None:
    root = folder({**FILES, "kb.yaml": "share_searches: yes\n"})
    for _ in range(3):
        kb("search", "gold foil", content=root)
    [item] = sections(kb, root)["searches"]
    assert item["times"] == 3
    line = {"time": f"{datetime(2026, 11, 2, tzinfo=UTC):%Y-%m-%dT%H:%M:%SZ}", "words": "foil gold", "corrected": None}
    (root / "searches/othermachine.jsonl").write_text(json.dumps({**line, "nearest": []}) + "\ntorn {")
    [item] = sections(kb, root)["searches"]
    assert item["times"] == 4


def test_a_search_that_finds_an_answer_now_is_gone(kb: RunKb, folder: Folder) -> None:
    root = folder(FILES)
    kb("search", "gold foil", content=root)
    assert len(sections(kb, root)["searches"]) == 1
    kb("add", "--title", "Do you print gold foil?", "--say", "Yes.", "--audience", "sales", content=root)
    assert sections(kb, root)["searches"] == []


def test_a_doubt_names_the_answer_and_a_problem_its_file(kb: RunKb, folder: Folder) -> None:
    root = folder(
        {
            **FILES,
            "articles/odd.md": "---\naudience: saels\n---\n# Odd?\n\nYes.\n",
            "questions/2026-11-20-aaaaaa.md": asked("Not true", "kind: wrong", "article: rush", "desk: planning"),
            "questions/2026-11-20-bbbbbb.md": asked("I'd say: soon", "kind: wording", "article: rush"),
        }
    )
    told = sections(kb, root)
    assert [(one["detail"], one["command"]) for one in told["flags"]] == [
        ("rush: said to be wrong", "kb answer aaaaaa"),
        ("rush: sales would say it otherwise", "kb answer bbbbbb"),
    ]
    problem = told["problems"][0]
    assert (problem["key"], problem["command"]) == ("articles/odd.md", "kb edit odd")


def test_a_broken_question_is_a_problem_to_mend_and_lint_tells_it(kb: RunKb, folder: Folder) -> None:
    root = folder({**FILES, "questions/2026-11-20-aaaaaa.md": "---\nneeded: soon\n---\nHats?\n"})
    told = sections(kb, root)
    assert [one["text"] for one in told["questions"]] == ["Hats?"]
    assert [one["key"] for one in told["problems"]] == ["questions/2026-11-20-aaaaaa.md"]
    assert "questions/2026-11-20-aaaaaa.md:2: `needed: soon` is no day." in kb("lint", content=root).out


def test_a_desk_sees_its_own_and_what_nobody_is_named_for(kb: RunKb, folder: Folder) -> None:
    root = folder(
        {
            **FILES,
            "questions/2026-11-20-aaaaaa.md": asked("Hats?", "desk: press"),
            "questions/2026-11-20-bbbbbb.md": asked("Gold?", "desk: planning"),
            "questions/2026-11-20-cccccc.md": asked("Silver?"),
        }
    )
    assert [one["text"] for one in sections(kb, root, "--desk", "Press hall")["questions"]] == ["Hats?", "Silver?"]
    assert kb("inbox", "--desk", "presss", content=root).code == 2


def test_on_paper_there_is_room_for_a_pen(kb: RunKb, folder: Folder) -> None:
    root = folder({**FILES, "questions/2026-11-20-aaaaaa.md": asked("Hats?", "desk: press")})
    lines = kb("inbox", "--paper", "--today", "2026-11-24", content=root).out.splitlines()
    assert lines[:4] == ["Questions that wait, 24 November 2026", "", " 1  Hats?", "    asked once; Press hall"]
    assert sum(line.endswith("....") for line in lines) == 4
    assert lines[-1] == "    Then: kb answer aaaaaa"


def test_answers_that_wait_for_a_signature_say_for_whose(kb: RunKb, folder: Folder) -> None:
    root = folder({**FILES, "agreed/other/x.txt": ""})
    [item] = sections(kb, root)["articles"]
    assert item["detail"] == "unsigned: not agreed by both yet, waits for production and sales"
    assert item["command"] == "kb agree rush --as production"


@pytest.mark.parametrize("words", ["\x1b[2J hats", "a\u202eb hats", "[red]hats[/]"])
def test_nothing_that_a_terminal_obeys_comes_out(words: str, kb: RunKb, folder: Folder) -> None:
    root = folder(FILES)
    keep_event(open_session(str(root)), "questions", f"---\n---\n{words}\n")
    for flags in ([], ["--json"], ["--paper"]):
        out = kb("inbox", *flags, content=root).out
        assert "hats" in out
        assert not any(sign in out for sign in "\x1b\u202e")


def test_the_sample_has_work_for_each_desk(kb: RunKb) -> None:
    told = sections(kb, SAMPLE)
    assert told["questions"]
    assert told["flags"]
    assert told["searches"]
    assert told["problems"] == []


def test_a_file_that_is_no_article_is_not_sent_to_the_editor_of_articles(kb: RunKb, folder: Folder) -> None:
    root = folder({**FILES, "articles/gold.txt": "# Gold?\n\nYes.\n"})
    [problem] = sections(kb, root)["problems"]
    assert (problem["key"], problem["command"]) == ("articles/gold.txt", "kb lint")


def test_a_search_in_vain_is_told_once_to_have_been_in_vain(kb: RunKb, folder: Folder) -> None:
    root = folder(FILES)
    assert kb("search", "zebra stripes", content=root).code == 1
    told = kb("inbox", content=root).out
    assert "Searches that found nothing (1)\n  zebra stripes\n    searched for once " in told
    assert told.count("found nothing") == 1
