"""The main job as people do it: an operator answers on a terminal, a salesperson finds it and takes it along."""

import io
import os
import sys
from pathlib import Path

import pytest
from conftest import SAMPLE, RunKb
from pypdf import PdfReader
from terminal import Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminal of this kind")


def kb_on_terminal(*arguments: str, home: Path) -> Terminal:
    environ = {**os.environ, "TERM": "xterm-256color", "HOME": str(home)}
    return Terminal([sys.executable, "-m", "kb", *arguments], environ)


def test_an_answer_is_added_found_and_printed(tmp_path: Path, kb: RunKb) -> None:  # noqa: PLR0915 - a day is long
    company = tmp_path / "company"
    assert kb("init", str(company), "--sample", content=None).code == 0

    asked = kb_on_terminal("--content", str(company), "add", home=tmp_path)
    asked.expect("What do customers ask?")
    asked.type("Can you print on the flaps?")
    asked.expect("What do we answer?")
    asked.type("Yes, one colour on the two outer flaps.")
    asked.type("It takes two working days more.")
    asked.type("")
    asked.expect("In which other words do they ask?")
    asked.type("Logo where the box closes")
    asked.type("")
    asked.expect("Which numbers do you stand behind?")
    asked.type("lead time, flap print: adds a while")
    asked.expect("Write it again")
    asked.type("lead time, flap print: adds 2 working days")
    assert "2 working days longer" in " ".join(asked.expect("Right?").split())
    asked.type("")
    asked.type("")
    asked.expect("What do people get wrong?")
    asked.type("printed all over: only the outer flaps reach the roller")
    asked.type("")
    asked.expect("Why is it so?")
    asked.type("The flaps pass the press a second time.")
    asked.type("")
    asked.expect("What are you proud of here?")
    asked.type("")
    asked.expect("What helps when the customer is not happy")
    asked.type("")
    asked.expect("must never leave the company?")
    asked.type("KBCANARY we lose three in a hundred.")
    asked.type("")
    asked.expect("Who knows this best?")
    asked.type("press")
    asked.expect("May a customer read this themselves")
    asked.type("1")
    asked.expect("Which topics does it belong to?")
    asked.type("print")
    asked.expect("Write it?")
    asked.type("")
    assert asked.end() == 0
    assert "can-you-print-on-the-flaps" in asked.screen

    found = kb_on_terminal("--content", str(company), "search", "logo on the flaps", home=tmp_path)
    assert found.end() == 0
    assert "Can you print on the flaps?" in found.screen
    assert "adds 2 working days" in found.screen
    assert "Press hall" in found.screen
    assert "KBCANARY" not in found.screen

    sheet = tmp_path / "sheet.pdf"
    printed = kb("export", str(sheet), "--slug", "flaps", "--slug", "lead-time-standard", content=company)
    assert printed.code == 0, printed.err
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(sheet.read_bytes())).pages)
    assert "Can you print on the flaps?" in " ".join(text.split())
    assert "KBCANARY" not in text
    assert kb("lint", content=company).code == 0


def test_what_a_corrected_draft_still_holds_is_told_below_the_check(tmp_path: Path) -> None:
    draft, out = tmp_path / "offer.txt", tmp_path / "checked.txt"
    draft.write_text("The boxes are waterproof.\nWe can be at your place on Friday.\n", "utf-8")
    arguments = ["--content", str(SAMPLE), "promise", "--file", str(draft), "--corrected", str(out)]
    checks = kb_on_terminal("--today", "2026-11-23", *arguments, home=tmp_path)
    checks.expect("CHANGE 1")
    checks.expect("kb ask")
    checks.expect("with 1 change in it.")
    checks.expect("Left as it is, and to be asked about first: line 2.")
    assert checks.end() == 1
