"""`kb agree` as people sit before it: what is shown, one key an answer, and a meeting of both sides."""

import os
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import RunKb

pytest.importorskip("fcntl", reason="Windows has no pseudo-terminal of this kind")

from terminal import Terminal

Folder = Callable[[dict[str, str]], Path]

ASKED = "[y = yes, n = no, Enter = later, q = stop]"
READ = 0.5
"""Seconds after which an Enter is meant for what is on the screen."""

MET = "[y = both, p = production, s = sales, n = no, Enter = later, q = stop]"


def article(name: str) -> str:
    return (
        f"---\naudience: customer\n---\n# How long does {name} take?\n\nFive to seven working days.\n\n"
        f"## Numbers\n- lead time, {name}: 5 to 7 working days\n\n## Customers say\n- when is {name} ready\n"
    )


@pytest.fixture
def root(folder: Folder) -> Path:
    names = ("ale", "bread", "cake")
    return folder({"kb.yaml": "company: Us\n", **{f"articles/{name}.md": article(name) for name in names}})


def at_terminal(root: Path, *words: str) -> Terminal:
    environ = {**os.environ, "TERM": "xterm-256color"}
    command = [sys.executable, "-m", "kb", "--content", str(root), "--today", "2026-11-02", "agree", *words]
    return Terminal(command, environ)


def signed(root: Path) -> list[str]:
    """Which side has signed what, such as `ale sales`."""
    found = (re.match(r"\d+-\d+-\d+-(\w+)-", file.name) for file in sorted(root.glob("agreed/*/*")))
    names = sorted(root.glob("agreed/*/*"))
    return [f"{file.parent.name} {match[1]}" for file, match in zip(names, found, strict=True) if match]


def test_each_answer_is_shown_and_signed_with_one_key(root: Path) -> None:
    sits = at_terminal(root, "--all", "--as", "production", "--by", "Ann")
    shown = sits.expect(ASKED)
    assert "1 of 3" in shown
    assert "How long does ale take?" in shown
    assert "Five to seven working days." in shown
    assert "Nobody has signed this before." in shown
    assert "when is ale ready" not in shown, "the customers' words are not signed"
    assert "\nHow long does ale take?\nIs this true? [" in shown, "its beginning may have left the screen"
    sits.press("\x1b[A")  # an arrow is no key of this
    sits.press("y")
    sits.expect("How long does bread take?")
    sits.expect(ASKED)
    time.sleep(READ)
    sits.press("\r")
    sits.expect("How long does cake take?")
    sits.expect(ASKED)
    sits.press("n")
    sits.expect("What is not true in it?")
    sits.type("Longer, in winter.")
    assert sits.end() == 0
    assert signed(root) == ["ale production"]
    [flag] = (root / "questions").iterdir()
    assert flag.read_text("utf-8").endswith(
        "kind: wrong\narticle: cake\nasked: 2026-11-02\nby: Ann\n---\nLonger, in winter.\n"
    )


def test_what_differs_from_what_was_signed_before_is_shown_in_brackets(root: Path, kb: RunKb) -> None:
    for side in ("production", "sales"):
        assert kb("--today", "2026-11-01", "agree", "ale", "--as", side, "--by", side, "--yes", content=root).code == 0
    file = root / "articles" / "ale.md"
    file.write_text(article("ale").replace("5 to 7", "6 to 9").replace("Five", "Say five"), "utf-8")
    sits = at_terminal(root, "ale", "--as", "sales", "--by", "Ben")
    shown = sits.expect(ASKED)
    assert "Would you say it in these words?" in shown
    assert "was  lead time, ale: [5] to [7] working days" in shown
    assert "now  lead time, ale: [6] to [9] working days" in shown
    assert "was  [Five] to seven working days." in shown
    assert "now  [Say five] to seven working days." in shown
    sits.press("q")
    assert sits.end() == 0
    assert signed(root) == ["ale production", "ale sales"]


def test_a_meeting_signs_for_both_with_one_key_and_goes_on_where_it_was_left(root: Path) -> None:
    sits = at_terminal(root, "--meeting")
    sits.expect("Who signs for production?")
    sits.type("Ann")
    sits.expect("Who signs for sales?")
    sits.type("Ben")
    sits.expect(MET)
    sits.press("y")
    sits.expect("How long does bread take?")
    sits.expect(MET)
    sits.press("q")
    assert sits.end() == 0
    assert signed(root) == ["ale production", "ale sales"]

    sits = at_terminal(root, "--meeting", "--production", "Ann", "--sales", "Ben")
    sits.expect("How long does bread take?")
    sits.expect(MET)
    time.sleep(READ)
    sits.press("\n")
    sits.expect("How long does cake take?")
    sits.expect(MET)
    sits.press("\x04")
    assert sits.end() == 0

    sits = at_terminal(root, "--meeting", "--production", "Ann", "--sales", "Ben")
    assert "bread" not in sits.expect("How long does cake take?"), "what was passed over comes last"
    sits.expect(MET)
    sits.press("p")
    sits.expect("How long does bread take?")
    sits.expect(MET)
    sits.press("s")
    assert sits.end() == 0
    assert signed(root)[2:] == ["bread sales", "cake production"]


def test_one_person_alone_is_no_meeting(root: Path) -> None:
    sits = at_terminal(root, "--meeting", "--production", "Ann", "--sales", "ANN")
    sits.expect("One person cannot sign for both sides.")
    assert sits.end() == 2


def test_stopping_with_ctrl_c_keeps_what_was_signed(root: Path) -> None:
    sits = at_terminal(root, "--all", "--as", "sales", "--by", "Ben")
    sits.expect(ASKED)
    sits.press("y")
    sits.expect(ASKED)
    sits.press("\x03")
    sits.expect("\nkb: Stopped.")
    assert sits.end() == 130
    assert signed(root) == ["ale sales"]


def test_ten_answers_are_signed_by_both_in_well_under_ten_minutes(folder: Folder) -> None:
    """What the screen and the disk take; the reading is the people's."""
    root = folder({f"articles/thing-{number}.md": article(f"thing {number}") for number in range(10)})
    sits = at_terminal(root, "--meeting", "--production", "Ann", "--sales", "Ben")
    begun = time.monotonic()
    for _ in range(10):
        sits.expect(MET)
        sits.press("y")
    assert sits.end() == 0
    assert len(signed(root)) == 20
    assert time.monotonic() - begun < 30


def test_whoever_signs_second_reads_who_signed_first(root: Path, kb: RunKb) -> None:
    kb("agree", "ale", "--as", "production", "--by", "brewery", "--yes", "--today", "2026-11-01", content=root)
    second = at_terminal(root, "ale", "--as", "sales", "--by", "inside sales")
    shown = " ".join(second.expect(ASKED).split())
    assert "Production has signed this: brewery, 1 November 2026, good to 30 April 2027." in shown
    assert "Nobody has signed" not in shown
    second.press("y")
    assert second.end() == 0


def test_one_person_for_both_sides_is_told_by_the_exit_code_too(root: Path, kb: RunKb) -> None:
    kb("agree", "ale", "--as", "production", "--by", "brewery", "--yes", "--today", "2026-11-01", content=root)
    second = at_terminal(root, "ale", "--as", "sales", "--by", "Brewery")
    second.expect(ASKED)
    second.press("y")
    second.expect("the other side is somebody else")
    assert second.end() == 2


def test_an_enter_that_is_pressed_along_with_the_key_passes_no_answer_over(root: Path) -> None:
    sits = at_terminal(root, "--all", "--as", "sales", "--by", "Ben")
    sits.expect(ASKED)
    sits.press("y")
    sits.expect(ASKED)
    sits.press("\r")
    time.sleep(READ)
    sits.press("y")
    sits.expect("How long does cake take?")
    sits.expect(ASKED)
    sits.press("n")
    sits.expect("How would you say it?")
    sits.press("\r")
    sits.expect("press Enter again to keep nothing")
    sits.type("A cake needs two weeks.")
    assert sits.end() == 0
    assert signed(root) == ["ale sales", "bread sales"]
    [flag] = (root / "questions").iterdir()
    assert "A cake needs two weeks." in flag.read_text("utf-8")


def test_a_meeting_shows_what_differs_for_the_side_that_has_not_signed_it_yet(root: Path, kb: RunKb) -> None:
    for side in ("production", "sales"):
        kb("--today", "2026-11-01", "agree", "ale", "--as", side, "--by", side, "--yes", content=root)
    (root / "articles" / "ale.md").write_text(article("ale").replace("5 to 7", "6 to 9"), "utf-8")
    kb("--today", "2026-11-02", "agree", "ale", "--as", "production", "--by", "Ann", "--yes", content=root)
    sits = at_terminal(root, "--meeting", "--production", "Ann", "--sales", "Ben")
    shown = sits.expect(MET)
    assert "was  lead time, ale: [5] to [7] working days" in shown
    assert "now  lead time, ale: [6] to [9] working days" in shown
    assert shown.count("How long does ale take?") == 2, "again beside the question, where a long answer has scrolled"
    sits.press("q")
    assert sits.end() == 0


def test_a_no_in_a_meeting_is_kept_for_the_side_that_says_it(root: Path) -> None:
    sits = at_terminal(root, "--meeting", "--production", "Ann", "--sales", "Ben")
    for key, asked, words in (
        ("p", "What is not true in it?", "Nine days, since June."),
        ("s", "How would you say it?", "About a week."),
    ):
        sits.expect(MET)
        sits.press("n")
        sits.expect("Who says no?")
        sits.press(key)
        sits.expect(asked)
        sits.type(words)
    sits.expect(MET)
    sits.press("q")
    assert sits.end() == 0
    flags = {file.read_text("utf-8") for file in (root / "questions").iterdir()}
    assert [words for words in flags if "kind: wrong" in words and "by: Ann" in words and "June" in words]
    assert [words for words in flags if "kind: wording" in words and "by: Ben" in words and "a week" in words]


def test_after_a_meeting_each_answer_is_told_as_it_stands_in_the_end(root: Path) -> None:
    sits = at_terminal(root, "--meeting", "--production", "Ann", "--sales", "Ben")
    sits.expect(MET)
    sits.press("y")
    sits.expect(MET)
    sits.press("q")
    assert sits.end() == 0
    told = sits.screen.rpartition(MET)[2]
    assert "YOU MAY SAY THIS" in told
    assert "It waits for" not in told
