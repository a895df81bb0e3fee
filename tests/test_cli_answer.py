"""`kb answer`: an article that begins with the question, a link to one, or a reason; then it waits no more."""

import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from conftest import RunKb
from test_cli_agenda import signed

Folder = Callable[[dict[str, str]], Path]

PEOPLE = "planning: {name: Planning desk, reach: 'p@example.com, ext. 250'}\npress: {name: Press hall}\n"
RUSH = "---\naudience: customer\ndesk: planning\n---\n# Can you rush an order?\n\nRepeat orders only.\n"
GOLD = "---\ncustomer: Acme Toys\ndesk: press\nasked: 2026-11-20\n---\nDo you print gold foil for Acme Toys?\n"
FILES = {
    "people.yaml": PEOPLE,
    "articles/rush.md": RUSH,
    "questions/2026-11-20-gggggg.md": GOLD,
    "questions/asked/2026-11-20-gggggg/2026-11-21-r.yaml": "text: can we have foil in gold?\ncustomer: Beta\nby: Kim\n",
}


def waits(kb: RunKb, root: Path) -> list[str]:
    told = json.loads(kb("inbox", "--json", content=root).out)
    return [item["text"] for section in ("questions", "searches", "flags") for item in told[section]]


def test_a_new_article_begins_with_the_question_its_repeats_and_its_desk(kb: RunKb, folder: Folder) -> None:
    root = folder(FILES)
    said = kb("answer", "gggg", "--say", "Yes, in one pass.", "--audience", "customer", "--by", "Sam", content=root)
    assert (root / "articles/do-you-print-gold-foil.md").read_text() == (
        "---\ndesk: press\naudience: customer\n---\n# Do you print gold foil?\n\nYes, in one pass.\n\n"
        "## Customers say\n- can we have foil in gold?\n"
    )
    assert said.code == 0
    assert said.out == (
        "You asked: Do you print gold foil?\n\nYes, in one pass.\n\nAll of it: kb show do-you-print-gold-foil\n"
    )
    assert "To paste into your reply to Kim:" in said.err
    [reply] = (root / "questions/answered/2026-11-20-gggggg").iterdir()
    assert reply.read_text().splitlines()[::2] == ["article: do-you-print-gold-foil", "by: Sam"]
    assert waits(kb, root) == []


def test_an_existing_article_is_linked_and_gets_the_words_if_wished(kb: RunKb, folder: Folder) -> None:
    root = folder(FILES)
    said = kb("answer", "gold foil", "--with", "rush", content=root)
    assert "To add them: --add-wording" in said.err
    assert (root / "articles/rush.md").read_text() == RUSH
    assert kb("answer", "gggggg", "--with", "rush", "--add-wording", content=root).code == 0
    assert (root / "articles/rush.md").read_text() == (
        f"{RUSH}\n## Customers say\n- Do you print gold foil?\n- can we have foil in gold?\n"
    )
    assert kb("search", "gold foil", content=root).code == 0


def test_no_keeps_the_reason_and_replies_with_it(kb: RunKb, folder: Folder) -> None:
    root = folder(FILES)
    said = kb("answer", "gggggg", "--no", "We have no foil press.", "--json", content=root)
    assert json.loads(said.out) == {
        "schema": 1, "id": "2026-11-20-gggggg", "question": "Do you print gold foil?", "askers": ["Kim"],
        "article": None, "why_not": "We have no foil press.",
        "reply": "You asked: Do you print gold foil?\n\nWe cannot give an answer to that: We have no foil press.",
    }  # fmt: skip
    assert waits(kb, root) == []


def test_the_misses_that_an_answer_covers_disappear_because_the_search_finds_it(kb: RunKb, folder: Folder) -> None:
    root = folder({"people.yaml": PEOPLE, "articles/rush.md": RUSH})
    for words in ("braille", "braille dots", "zebra stripes"):
        assert kb("search", words, content=root).code == 1
    assert sorted(waits(kb, root)) == ["braille", "braille dots", "zebra stripes"]
    said = kb("answer", "braille dots", "--say", "Yes, pressed into the board.", "--audience", "sales", content=root)
    assert said.code == 0
    assert kb("search", "braille", content=root).code == 0
    assert waits(kb, root) == ["zebra stripes"]


def test_a_search_that_gets_a_no_is_gone_too(kb: RunKb, folder: Folder) -> None:
    root = folder({"people.yaml": PEOPLE, "articles/rush.md": RUSH})
    kb("search", "zebra stripes", content=root)
    kb("answer", "zebra stripes", "--no", "Nobody can.", content=root)
    assert waits(kb, root) == []
    assert "Nobody can." in kb("ask", "zebra stripes", content=root).out


def test_a_search_is_answered_by_its_words_also_where_questions_have_them(kb: RunKb, folder: Folder) -> None:
    asked = {
        f"questions/2026-11-22-{key}.md": f"Is a {what} umbrella sold?\n"
        for key, what in (("aa1", "red"), ("bb2", "big"))
    }
    root = folder({"people.yaml": PEOPLE, "articles/rush.md": RUSH, **asked})
    kb("search", "umbrella", content=root)
    assert kb("answer", "a red umbrella", "--no", "None.", content=root).out.startswith("You asked: Is a red umbrella")
    assert kb("answer", "umbrella", "--no", "None at all.", content=root).out.startswith("You asked: umbrella\n")
    assert waits(kb, root) == ["Is a big umbrella sold?"]


def test_all_that_mean_the_same_are_answered(kb: RunKb, folder: Folder) -> None:
    again = "questions/2026-11-22-hhhhhh.md"
    root = folder({**FILES, again: GOLD})
    kb("answer", "hhhhhh", "--no", "No press.", content=root)
    assert len(list((root / "questions/answered").rglob("*.yaml"))) == 2
    assert waits(kb, root) == []


@pytest.mark.parametrize("audience", [[], ["--audience", "inside"]])
def test_an_answer_that_the_asker_could_not_read_is_not_written(audience: list[str], kb: RunKb, folder: Folder) -> None:
    root = folder(FILES)
    said = kb("answer", "gggggg", "--say", "In one pass.", *audience, content=root)
    assert said.code == 2
    assert "Nobody in sales could read this answer" in said.err
    assert waits(kb, root) == ["Do you print gold foil?"]
    assert kb("answer", "gggggg", "--say", "In one pass.", "--audience", "sales", content=root).code == 0
    assert waits(kb, root) == []


def test_an_answer_that_is_inside_is_no_answer_to_the_asker(kb: RunKb, folder: Folder) -> None:
    root = folder({**FILES, "articles/do-you-print-gold-foil.md": "# Do you print gold foil?\n\nSecret.\n"})
    assert kb("answer", "gggggg", "--with", "do-you-print-gold-foil", content=root).code == 1
    assert waits(kb, root) == ["Do you print gold foil?"]


def test_a_doubt_is_settled_by_the_mended_answer_or_a_reason(kb: RunKb, folder: Folder) -> None:
    flag = "---\nkind: wrong\narticle: rush\n---\nNew orders too\n"
    root = folder({**FILES, "questions/2026-11-22-ffffff.md": flag, "questions/2026-11-22-wwwwww.md": flag + "more\n"})
    assert kb("answer", "ffffff", content=root).code == 2
    said = kb("answer", "ffffff", "--no", "Repeat orders only.", content=root)
    assert said.out == (
        "You said about rush: New orders too\n\nWe looked at it, and it stays as it is: Repeat orders only.\n"
    )
    said = kb("answer", "wwwwww", "--with", "rush", content=root)
    assert "We looked at it. It now says:\nRepeat orders only.\n" in said.out


def test_a_doubt_about_one_answer_is_not_settled_by_another(kb: RunKb, folder: Folder) -> None:
    flag = "---\nkind: wrong\narticle: rush\n---\nNew orders too\n"
    other = RUSH.replace("rush an order", "visit you")
    root = folder({"articles/rush.md": RUSH, "articles/visits.md": other, "questions/2026-11-22-ffffff.md": flag})
    said = kb("answer", "ffffff", "--with", "visits", content=root)
    assert said.code == 2
    assert "The doubt is about rush, and visits is another answer." in said.err
    assert waits(kb, root) == ["New orders too"]
    (root / "articles/rush.md").unlink()
    assert kb("answer", "ffffff", "--with", "visits", content=root).code == 0, "what was doubted is gone"


def test_an_answer_that_is_not_agreed_says_whom_to_ask(kb: RunKb, folder: Folder) -> None:
    root = folder({**FILES, "agreed/other/x.txt": ""})
    said = kb("answer", "gggggg", "--with", "rush", content=root)
    whom = "Planning desk, p@example.com, ext. 250.\n"
    assert f"Ask first, production and sales have not both agreed to it yet: {whom}" in said.out
    assert said.err.endswith("To sign it: kb agree rush --as production\n")


def test_an_answer_that_both_agreed_to_may_be_said(kb: RunKb, folder: Folder) -> None:
    root = folder({**FILES, **signed(RUSH, date(2026, 11, 2), date(2027, 2, 1))})
    out = kb("answer", "gggggg", "--with", "rush", "--today", "2026-11-24", content=root).out
    assert "You may say this: production and sales have both agreed to it.\n" in out


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["nothing"], 1, "No question is called 'nothing'."),
        (["2026"], 2, "could be several questions"),
        (["gggggg"], 2, "Nobody sits at a terminal to answer questions."),
        (["gggggg", "--no", "x", "--with", "rush"], 2, "exclude each other"),
        (["gggggg", "--with", "rushes"], 1, "No answer is called 'rushes'."),
        (["gggggg", "--no", " "], 2, "Why not?"),
        (["gggggg", "--say", "x", "--audience", "sales", "--number", "nonsense"], 2, "a number cannot be read"),
    ],
)
def test_what_makes_no_sense_is_refused_and_the_question_waits(
    arguments: list[str], code: int, sentence: str, kb: RunKb, folder: Folder
) -> None:
    root = folder({**FILES, "questions/2026-11-22-hhhhhh.md": "Hats?\n"})
    said = kb("answer", *arguments, content=root)
    assert said.code == code
    assert sentence in said.err
    assert len(waits(kb, root)) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
def test_in_the_editor_it_begins_with_the_question(
    kb: RunKb, folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\nsed -i 's/^<!-- The answer.*$/In one pass./; /^tags:/d' \"$1\"\n")
    editor.chmod(0o755)
    monkeypatch.setenv("KB_EDITOR", str(editor))
    root = folder(FILES)
    assert kb("answer", "gggggg", "--edit", content=root).code == 0
    text = (root / "articles/do-you-print-gold-foil.md").read_text()
    assert text.startswith("---\ndesk: press\naudience: sales\n---\n# Do you print gold foil?\n\nIn one pass.\n")
    assert waits(kb, root) == []


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
@pytest.mark.parametrize("mends", [True, False])
def test_a_doubt_opens_its_answer_in_the_editor_and_waits_until_that_was_changed(
    *,
    mends: bool,
    kb: RunKb,
    folder: Folder,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\n" + ("echo 'New ones too.' >> \"$1\"\n" if mends else ""))
    editor.chmod(0o755)
    monkeypatch.setenv("KB_EDITOR", str(editor))
    monkeypatch.setattr("kb.cli.answer.can_ask", lambda: True)
    flag = "---\nkind: wrong\narticle: rush\n---\nNew orders too\n"
    root = folder({"articles/rush.md": RUSH, "questions/2026-11-22-ffffff.md": flag})
    said = kb("answer", "ffffff", content=root)
    assert said.code == 0
    assert ("New ones too." in said.out) is mends
    assert waits(kb, root) == ([] if mends else ["New orders too"])


def test_on_a_terminal_the_words_are_offered_and_one_that_cannot_be_put_in_is_told(
    kb: RunKb, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kb.cli.answer.can_ask", lambda: True)
    monkeypatch.setattr("kb.cli.answer.says_yes", lambda _prompt: True)
    odd = "title: Odd?\naudience: sales\nsay: Yes.\ncustomers_say: [one]\n"
    root = folder({**FILES, "articles/odd.yaml": odd, "questions/2026-11-22-hhhhhh.md": "Hats?\n"})
    assert "2 wordings added to" in kb("answer", "gggggg", "--with", "rush", content=root).err
    assert "kb edit odd" in kb("answer", "hhhhhh", "--with", "odd", content=root).err
    assert (root / "articles/odd.yaml").read_text() == odd
    assert kb("answer", "hhhhhh", "--with", "rush", content=root).code == 0, "the last word on it counts"


def test_a_customers_name_is_in_no_file_but_the_question(kb: RunKb, folder: Folder, own_state: Path) -> None:
    root = folder(FILES)
    kb("answer", "gggggg", "--say", "Yes.", "--audience", "customer", content=root)
    kb("agenda", content=root)
    named = [
        path.relative_to(root)
        for path in root.rglob("*.*")
        if path.is_file() and any(name in path.read_text("utf-8") for name in ("Acme", "Beta"))
    ]
    assert [path.parts[0] for path in named] == ["questions", "questions"]
    assert not any(b"Acme" in path.read_bytes() for path in own_state.rglob("*") if path.is_file())
    assert [path.name for path in (root / "questions/answered").iterdir()] == ["2026-11-20-gggggg"]


def test_an_answer_that_breaks_anothers_number_is_told(kb: RunKb, folder: Folder) -> None:
    numbers = "## Numbers\n- lead time, plain box: 5 to 7 working days\n"
    plain = f"---\naudience: customer\n---\n# How long?\nSeven days.\n\n{numbers}"
    root = folder({**FILES, "articles/plain-time.md": plain})
    said = kb("answer", "gggggg", "--say", "Plain boxes take two days.", "--audience", "sales", content=root)
    assert said.code == 0
    assert "promises more than plain-time does" in said.err


def test_an_answer_with_another_number_of_the_same_name_is_told(kb: RunKb, folder: Folder) -> None:
    numbers = "## Numbers\n- rush surcharge: costs 25 %\n"
    rush = f"---\naudience: customer\n---\n# How dear?\nDear.\n\n{numbers}"
    root = folder({**FILES, "articles/rush-cost.md": rush})
    said = kb("answer", "gggggg", "--say", "Yes.", "--number", "rush surcharge: costs 20 %", "--audience", "sales",
              content=root)  # fmt: skip
    assert "'rush surcharge' is 'costs 20 %' here and 'costs 25 %' in articles/rush-cost.md:8" in said.err


def test_who_answers_by_enter_alone_answers_for_sales(
    kb: RunKb, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = folder(FILES)
    typed = iter(["In one pass.", *[""] * 20])
    monkeypatch.setattr("kb.cli.answer.can_ask", lambda: True)
    monkeypatch.setattr("kb.cli.add.ask", lambda _prompt: next(typed))
    assert kb("answer", "gggggg", content=root).code == 0
    assert "audience: sales" in (root / "articles/do-you-print-gold-foil.md").read_text("utf-8")
    assert waits(kb, root) == []


def test_a_part_of_a_search_names_it_where_no_other_has_it(kb: RunKb, folder: Folder) -> None:
    root = folder({"people.yaml": PEOPLE, "articles/rush.md": RUSH})
    for words in ("tear strip", "zebra stripes", "zebra crossing"):
        assert kb("search", words, content=root).code == 1
    said = kb("answer", "zebra", "--no", "No zebras.", content=root)
    assert (said.code, "Say which: " in said.err, "zebra stripes" in said.err) == (2, True, True)
    assert kb("answer", "tear", "--no", "We have no tear strips.", content=root).code == 0
    assert "tear strip" not in waits(kb, root)
