"""`kb ask`: what is answered is shown, what is not is filed once and counted; a customer's name goes no further."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import RunKb

Folder = Callable[[dict[str, str]], Path]

PEOPLE = "planning: {name: Planning desk, reach: 'p@example.com, ext. 250'}\npress: {name: Press hall}\n"
RUSH = "---\naudience: customer\ndesk: planning\n---\n# Can you rush an order?\n\nRepeat orders only.\n"
INSIDE = "---\naudience: inside\n---\n# What is our margin?\n\nIt is secret.\n"
FILES = {"people.yaml": PEOPLE, "articles/rush.md": RUSH, "articles/margin.md": INSIDE}


def questions(root: Path) -> list[Path]:
    return sorted((root / "questions").rglob("*.*"))


def test_what_is_answered_is_shown_and_not_asked(kb: RunKb, folder: Folder) -> None:
    root = folder(FILES)
    said = kb("ask", "Can you rush an order?", content=root)
    assert said.code == 0
    assert "Repeat orders only." in said.out
    assert said.err == "This should answer it, so nothing was asked. If it does not: the same with --yes\n"
    assert questions(root) == []


def test_what_no_answer_tells_is_filed_with_who_answers_and_what_comes_next(kb: RunKb, folder: Folder) -> None:
    root = folder(FILES)
    said = kb(
        "ask", "insurance for a lost order?", "--customer", "Acme", "--needed", "4 Dec", "--by", "Kim",
        "--today", "2026-11-24", content=root,
    )  # fmt: skip
    [file] = questions(root)
    assert file.read_text() == (
        "---\ncustomer: Acme\nneeded: 2026-12-04\ndesk: planning\nasked: 2026-11-24\nby: Kim\n---\n"
        "insurance for a lost order?\n"
    )
    assert (said.code, said.err) == (0, "")
    assert said.out == (
        "Asked.\nPlanning desk (ext. 250) writes the answer; from then on every search finds it.\n"
        f"It is needed by 4 December 2026.\nIt waits in kb inbox as {file.stem}.\n"
    )


def test_the_example_of_its_help_is_a_question_without_an_answer(kb: RunKb) -> None:
    example = kb("ask", "--help").out.split('kb ask "')[1].split('"')[0]
    assert kb("search", example).code == 1


def test_yes_asks_although_there_is_an_answer(kb: RunKb, folder: Folder) -> None:
    root = folder(FILES)
    assert kb("ask", "Can you rush an order?", "--yes", content=root).out.startswith("Asked.\n")
    assert len(questions(root)) == 1


def test_the_same_question_is_counted_and_not_doubled(kb: RunKb, folder: Folder) -> None:
    root = folder(FILES)
    kb("ask", "Is there insurance for lost boxes?", content=root)
    said = kb("ask", "is there any insurance for lost BOXES", "--customer", "Acme", content=root)
    assert said.out.startswith("Asked again: twice now, so it moves up.\n")
    kb("ask", "Is there insurance for boxes that are not lost?", content=root)
    assert len(list((root / "questions").glob("*.md"))) == 2
    [repeat] = (root / "questions/asked").rglob("*.yaml")
    assert "customer: Acme\n" in repeat.read_text()
    assert "text: is there any insurance for lost BOXES\n" in repeat.read_text()


def test_json_tells_what_was_filed_and_names_no_customer(kb: RunKb, folder: Folder) -> None:
    root = folder(FILES)
    said = kb("ask", "insurance for a lost order?", "--customer", "Acme", "--json", content=root)
    told = json.loads(said.out)
    assert "Acme" not in said.out
    assert (told["schema"], told["filed"], told["times"], told["desk"]) == (1, True, 1, "planning")
    assert told["id"] == questions(root)[0].stem
    answered = json.loads(kb("ask", "rush an order", "--json", content=root).out)
    assert (answered["filed"], answered["answered"], answered["hits"][0]["slug"]) == (False, True, "rush")


def test_what_production_said_no_to_is_told_and_not_asked_again(kb: RunKb, folder: Folder) -> None:
    root = folder(FILES)
    kb("ask", "Do you sell hats?", content=root)
    kb(
        "answer",
        "hats",
        "--no",
        "We make boxes only.",
        content=root,
    )
    said = kb("ask", "do you sell hats", content=root)
    assert "We make boxes only." in said.out
    assert len(list((root / "questions").glob("*.md"))) == 1
    assert kb("ask", "do you sell hats", "--yes", content=root).out.startswith("Asked.")


def test_a_doubt_goes_to_the_desk_of_the_answer(kb: RunKb, folder: Folder) -> None:
    root = folder(FILES)
    said = kb("ask", "--wrong", "rush", "New orders too", "--by", "Kim", "--today", "2026-11-24", content=root)
    assert said.out.startswith("Told.\nPlanning desk (ext. 250) looks at rush and mends it, or says why it is right.\n")
    [file] = questions(root)
    assert file.read_text() == (
        "---\nkind: wrong\narticle: rush\ndesk: planning\nasked: 2026-11-24\nby: Kim\n---\nNew orders too\n"
    )
    assert kb("ask", "--wrong", "rush", "new orders too!", content=root).out.startswith("Told again: twice now.\n")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["insurance", "--needed", "soon"], "'soon' is no day."),
        (["insurance", "--needed", "2020-02-28"], "Friday 28 February 2020 has passed."),
        (["insurance", "--desk", "presss"], "There is no desk 'presss'."),
        (["???"], "has no word to search for"),
        (["--wrong", "rush", "!!"], "There is nothing asked in that."),
        (["--wrong", "rush", "x", "--customer", "Acme"], "--wrong goes to the desk of the answer."),
        (["--wrong", "nothing", "x"], "No answer is called 'nothing'."),
        (["--wrong", "margin", "x"], "No answer is called 'margin'."),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_filed(
    arguments: list[str], sentence: str, kb: RunKb, folder: Folder
) -> None:
    root = folder(FILES)
    said = kb("ask", *arguments, content=root)
    assert said.code in (1, 2)
    assert sentence in said.err
    assert questions(root) == []


@pytest.mark.parametrize(("content_with_it", "filed"), [(True, 0), (False, 1)])
def test_on_a_terminal_the_asker_says_whether_that_answers_it(
    *,
    content_with_it: bool,
    filed: int,
    kb: RunKb,
    folder: Folder,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("kb.cli.ask.can_ask", lambda: True)
    monkeypatch.setattr("kb.cli.ask.says_yes", lambda _prompt: content_with_it)
    root = folder(FILES)
    assert kb("ask", "Can you rush an order?", content=root).code == 0
    assert len(questions(root)) == filed


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")
def test_a_folder_that_cannot_be_written_is_told(kb: RunKb, folder: Folder) -> None:
    root = folder({**FILES, "questions": "in the way"})
    said = kb("ask", "insurance?", content=root)
    assert said.code == 2
    assert "cannot be made" in said.err


def test_control_characters_are_not_kept(kb: RunKb, folder: Folder) -> None:
    root = folder(FILES)
    kb("ask", "insur\x1b[31mance \x07now", "--customer", "A\x00b\ncustomer: c", content=root)
    [file] = questions(root)
    assert not any(sign in file.read_text() for sign in "\x1b\x07\x00")
    assert kb("lint", "--json", content=root).code == 0
