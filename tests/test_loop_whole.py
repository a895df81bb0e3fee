"""The whole loop as two people live it: asked in vain, answered, signed by both, found, told and printed."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import RunKb

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminal of this kind", allow_module_level=True)

from pdf_reading import text_of
from terminal import Terminal

Folder = Callable[[dict[str, str]], Path]

DAY = "2026-11-23"
FILES = {
    "kb.yaml": "company: Northfold Packaging\n",
    "people.yaml": "press:\n  name: Press hall\n  reach: press@example.com, ext. 260\n  knows: print, colours\n",
    "articles/print-colours.md": (
        "---\ndesk: press\naudience: customer\n---\n# How many colours can you print?\n\nUp to four.\n\n"
        "## Customers say\n- printed in colour\n"
    ),
}


def test_a_question_goes_round_the_whole_loop(folder: Folder, kb: RunKb, tmp_path: Path) -> None:
    root = folder(FILES)

    def at_terminal(*words: str) -> Terminal:
        environ = {**os.environ, "TERM": "xterm-256color", "HOME": str(tmp_path)}
        return Terminal([sys.executable, "-m", "kb", "--content", str(root), "--today", DAY, *words], environ)

    sales = at_terminal()
    sales.expect("kb>")
    sales.type("do you do gold foil")
    sales.expect("No answer on that yet.")
    sales.expect("ask production")
    sales.type("a")
    sales.expect("Press hall")
    sales.type("q")
    assert sales.end() == 0

    production = at_terminal("inbox")
    production.expect("do you do gold foil")
    production.expect("kb answer ")
    assert production.end() == 0
    production = at_terminal(
        "answer", "gold foil", "--title", "Do you print gold foil?", "--say", "Yes, on litho-laminated boxes.",
        "--audience", "customer", "--by", "Press hall",
    )  # fmt: skip
    production.expect("Yes, on litho-laminated boxes.")
    assert production.end() == 0

    for side, name, asked in (
        ("production", "Press hall", "Is this true?"),
        ("sales", "key accounts", "Would you say it in these words?"),
    ):
        signs = at_terminal("agree", "do-you-print-gold-foil", "--as", side, "--by", name)
        signs.expect("Do you print gold foil?")
        signs.expect(asked)
        signs.press("y")
        signs.expect("YOU MAY SAY THIS" if side == "sales" else "ASK FIRST")
        assert signs.end() == 0

    sales = at_terminal()
    sales.expect("kb>")
    sales.type("do you do gold foil")
    assert "YOU MAY SAY THIS" in sales.expect("Yes, on litho-laminated boxes.")
    sales.type("q")
    assert sales.end() == 0

    news = kb("--today", DAY, "news", content=root).out
    assert "New: you may say this\n Do you print gold foil?" in news
    assert "Questions answered\n do you do gold foil" in news
    inbox = kb("--today", DAY, "inbox", content=root).out
    assert "gold foil" not in inbox

    sheet = tmp_path / "sheet.pdf"
    assert kb("--today", DAY, "export", str(sheet), "--slug", "gold", content=root).code == 0
    printed = text_of(sheet.read_bytes())
    assert "Do you print gold foil?" in printed
    assert "● you may say this" in printed
