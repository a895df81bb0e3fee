"""The files of questions and notes: read back as written, and a bad one is told without hiding another."""

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.library.escape import clean
from kb.library.notes import note_text, read_notes
from kb.library.questions import question_text, read_questions, repeat_text, reply_text
from kb.model.note import IDEA, Note
from kb.model.question import WRONG, Question, Repeat, Reply

Folder = Callable[[dict[str, str]], Path]

GOLD = "---\ncustomer: Acme\nneeded: 2026-12-04\ndesk: press\nasked: 2026-11-24\nby: Kim\n---\nCan you print in gold?\n"
DAY = date(2026, 11, 24)


def test_a_question_with_its_repeats_and_replies_is_one(folder: Folder) -> None:
    root = folder(
        {
            "questions/2026-11-24-aaaaaa.md": GOLD,
            "questions/asked/2026-11-24-aaaaaa/2026-11-25-bbbbbb.yaml": "text: gold ink?\nneeded: 2026-12-01\n",
            "questions/answered/2026-11-24-aaaaaa/2026-11-26-cccccc.yaml": "article: gold\non: 2026-11-26\n",
        }
    )
    read = read_questions(root)
    [asked] = read.asked
    assert read.problems == ()
    assert (asked.times, asked.needed, asked.is_open) == (2, date(2026, 12, 1), False)
    assert asked.wordings == ("Can you print in gold?", "gold ink?")
    assert (asked.question.customer, asked.question.by, asked.question.desk) == ("Acme", "Kim", "press")
    assert asked.reply is not None
    assert asked.reply.article == "gold"


def test_a_folder_without_questions_has_none(folder: Folder) -> None:
    assert read_questions(folder({})) == ((), ())
    assert read_notes(folder({})) == ((), ())


BAD = {
    "latin1": b"---\ncustomer: M\xfcller\n---\nGold?\n",
    "no end": b"---\ncustomer: Acme\nGold?\n",
    "anchor": b"---\ncustomer: &a Acme\n---\nGold?\n",
    "twice": b"---\nby: a\nby: b\n---\nGold?\n",
    "list": b"---\n- a\n---\nGold?\n",
    "nul": b"---\nby: a\n---\nGo\x00ld?\n",
    "deep": b"---\nby: " + b"[" * 5000 + b"\n---\nGold?\n",
    "huge": b"x" * (1024 * 1024 + 1),
    "torn": b"---\ncusto",
    "bad day": b"---\nneeded: soon\n---\nGold?\n",
    "bad key": b"---\ncustmer: Acme\n---\nGold?\n",
    "bad kind": b"---\nkind: wrnog\narticle: x\n---\nGold?\n",
    "no article": b"---\nkind: wrong\n---\nGold?\n",
    "list value": b"---\nby: [a, b]\n---\nGold?\n",
    "empty": b"",
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_a_problem_with_its_place_and_hides_no_other(name: str, folder: Folder) -> None:
    root = folder(
        {"questions/2026-11-24-aaaaaa.md": GOLD, "notes/2026-11-24-dddddd.md": "---\nkind: idea\n---\nAn idea.\n"}
    )
    (root / "questions/2026-11-25-bad.md").write_bytes(BAD[name])
    (root / "notes/2026-11-25-bad.md").write_bytes(BAD[name])
    questions, notes = read_questions(root), read_notes(root)
    assert "Can you print in gold?" in [asked.question.text for asked in questions.asked]
    assert "An idea." in [note.text for note in notes.notes]
    assert {problem.path for problem in questions.problems} == {"questions/2026-11-25-bad.md"}
    assert {problem.path for problem in notes.problems} == {"notes/2026-11-25-bad.md"}


def test_a_key_that_is_mistyped_is_told_with_the_near_one(folder: Folder) -> None:
    [problem] = read_questions(folder({"questions/a.md": "---\ncustmer: Acme\n---\nGold?\n"})).problems
    assert (problem.path, problem.line) == ("questions/a.md", 2)
    assert "Did you mean 'customer'?" in problem.sentence


def test_what_belongs_to_no_question_is_told(folder: Folder) -> None:
    [problem] = read_questions(folder({"questions/answered/gone/2026-11-24-a.yaml": "why: no\n"})).problems
    assert problem.sentence == "there is no question 'gone' that this belongs to."


def test_an_answer_with_nothing_in_it_is_told(folder: Folder) -> None:
    root = folder({"questions/a.md": GOLD, "questions/answered/a/x.yaml": "{}\n"})
    assert "answers with nothing" in read_questions(root).problems[0].sentence


def test_files_of_editors_and_half_written_ones_are_no_questions(folder: Folder) -> None:
    names = (".kb-x.tmp", ".#a.md", "~a.md", "#a.md#", "a.md~", ".hidden.md", "readme.txt")
    assert read_questions(folder({f"questions/{name}": GOLD for name in names})) == ((), ())


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")
def test_links_and_pipes_are_not_opened(folder: Folder, tmp_path: Path) -> None:
    root = folder({"questions/2026-11-24-aaaaaa.md": GOLD})
    secret = tmp_path / "secret.md"
    secret.write_text(GOLD)
    (root / "questions/link.md").symlink_to(secret)
    os.mkfifo(root / "questions/pipe.md")
    (root / "questions/folder.md").mkdir()
    assert [asked.question.key for asked in read_questions(root).asked] == ["2026-11-24-aaaaaa"]


WORDS = st.text(max_size=60)


@given(WORDS, WORDS, WORDS)
def test_whatever_was_typed_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, text: str, customer: str, by: str
) -> None:
    root = tmp_path_factory.mktemp("kept")
    question = Question(
        key="", path="", text=text, kind=WRONG, article="x", customer=customer, needed=DAY, by=by, asked=DAY
    )
    for folder in ("questions/asked/q", "questions/answered/q", "notes"):
        (root / folder).mkdir(parents=True)
    (root / "questions/q.md").write_text(question_text(question), "utf-8", "replace", newline="")
    repeat, reply = (
        Repeat(path="", question="q", text=text, by=by),
        Reply(path="", question="q", why=f"x {text}", by=by),
    )
    (root / "questions/asked/q/r.yaml").write_text(repeat_text(repeat), "utf-8", "replace")
    (root / "questions/answered/q/a.yaml").write_text(reply_text(reply), "utf-8", "replace")
    note = Note(key="", path="", kind=IDEA, text=text, by=by)
    (root / "notes/n.md").write_text(note_text(note), "utf-8", "replace", newline="")
    [asked] = read_questions(root).asked
    [read] = read_notes(root).notes
    same = " ".join(clean(by).split())
    assert asked.question.text == read.text == clean(text).strip()
    assert (asked.question.by, asked.repeats[0].by, asked.replies[0].by, read.by) == (same, same, same, same)
    assert asked.question.customer == " ".join(clean(customer).split())
    assert asked.replies[0].why == " ".join(f"x {clean(text)}".split())
