"""The whole loop as two people live it: asked in vain, answered, signed by both, found, told and printed."""

import json
import sys
from pathlib import Path

import pytest
from conftest import RunKb
from pdf_reading import text_of
from test_main_job import kb_on_terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminal of this kind")

QUESTION = "Can you emboss braille dots?"


def waiting(kb: RunKb, company: Path) -> list[dict[str, object]]:
    told = json.loads(kb("inbox", "--json", content=company).out)
    return [
        item for section in ("questions", "searches") for item in told[section] if "braille" in item["text"].lower()
    ]


def test_a_question_finds_its_way_to_production_and_its_answer_back(  # noqa: PLR0915 - it is the whole of a day
    tmp_path: Path, kb: RunKb
) -> None:
    company = tmp_path / "company"
    assert kb("init", str(company), "--sample", content=None).code == 0
    at_company = ("--content", str(company), "--today", "2026-12-01")

    sales = kb_on_terminal(*at_company, home=tmp_path)
    sales.expect("kb>")
    sales.type(QUESTION)
    sales.expect("No answer on that yet.")
    sales.expect("kb>")
    sales.type("a")
    sales.expect("Asked.")
    sales.expect("kb>")
    sales.type("q")
    assert sales.end() == 0

    [question] = waiting(kb, company)
    assert (question["text"], question["times"]) == (QUESTION, 1)
    assert "searched for twice" in str(question["detail"]), "the sample has been searched for braille before"
    command = str(question["command"]).split()

    production = kb_on_terminal(*at_company, *command[1:], home=tmp_path)
    production.expect(f"Question: {QUESTION}")
    production.expect("What do we answer?")
    production.type("Yes, up to three lines of it, pressed into the lid.")
    production.type("")
    production.expect("In which other words do they ask?")
    production.type("raised dots for blind people")
    production.type("")
    production.expect("Which numbers do you stand behind?")
    production.type("braille: at most 3 lines")
    production.expect("Right?")
    production.type("")
    production.type("")
    for asked in ("What do people get wrong?", "Why is it so?", "What are you proud of here?", "What helps when the"):
        production.expect(asked)
        production.type("")
    production.expect("must never leave the company?")
    production.type("KBCANARY the dots wear the die out.")
    production.type("")
    who = production.expect("May a customer read this themselves")
    if "Who knows this best?" in who:
        raise AssertionError("the desk was known from the question")
    production.type("1")
    production.expect("Which topics does it belong to?")
    production.type("print")
    production.expect("Write it?")
    production.type("")
    reply = production.expect("All of it: kb show can-you-emboss-braille-dots")
    assert f"You asked: {QUESTION}" in reply
    assert "Yes, up to three lines of it, pressed into the lid." in reply
    assert "KBCANARY" not in reply
    assert production.end() == 0

    found = kb("search", "raised dots", content=company)
    assert (found.code, "pressed into the lid" in found.out) == (0, True)
    assert waiting(kb, company) == [], "the question is answered, and the search that was in vain finds it now"
    assert kb("lint", content=company).code == 0

    slug = "can-you-emboss-braille-dots"
    for side, name, asked in (
        ("production", "Press hall", "Is this true?"),
        ("sales", "key accounts", "Would you say it in these words?"),
    ):
        assert "ASK FIRST" in kb("search", "raised dots", content=company).out
        signs = kb_on_terminal(*at_company, "agree", slug, "--as", side, "--by", name, home=tmp_path)
        assert "KBCANARY" not in signs.expect(asked)
        signs.press("y")
        signs.expect(f"Signed for {side}")
        assert signs.end() == 0
    assert "YOU MAY SAY THIS" in kb("search", "raised dots", content=company).out
    news = kb("--today", "2026-12-01", "news", "--since", "2026-12-01", content=company).out
    assert f"New: you may say this (1)\n {QUESTION}" in news
    assert f"Questions answered (1)\n {QUESTION}" in news
    assert "KBCANARY" not in news

    sheet = tmp_path / "sheet.pdf"
    kb("export", str(sheet), "--slug", slug, content=company)
    printed = text_of(sheet.read_bytes())
    assert "pressed into the lid" in printed
    assert "● you may say this" in printed
    assert "Answered since then: 2 questions." in kb("agenda", "--today", "2026-12-01", content=company).out
