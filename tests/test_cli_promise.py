"""`kb promise` as a salesperson and as a script meet it; what the verdicts are is tested with the engine."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import RunKb

Folder = Callable[[dict[str, str]], Path]
DAY = "2026-11-02"
LEAD = """---
desk: planning
audience: customer
---
# How long does a plain box take?
Five to seven working days.

## Numbers
- lead time, plain box: 5 to 7 working days
- smallest order, plain box: at least 100 boxes

## Don't say
- "tomorrow morning": every box is made fresh; instead: in seven working days
"""
PEOPLE = "planning:\n  name: Planning desk\n  reach: plan@example.com, ext. 250\n  knows: time\n"
COMPANY = {"articles/plain-time.md": LEAD, "people.yaml": PEOPLE}
OVER = "The plain boxes take three working days."
FINE = "The plain boxes take seven working days."
OPEN = "Gold foil takes two days."


@pytest.fixture
def company(folder: Folder) -> Path:
    return folder(COMPANY)


def test_what_is_too_much_is_told_with_what_to_write_and_why(kb: RunKb, company: Path) -> None:
    ran = kb("promise", OVER, "--today", DAY, content=company)
    assert ran.code == 1
    assert ran.out.startswith(f"CHANGE    “{OVER}”\n  write   ")
    assert "5 to 7 working days" in ran.out
    assert "plain-time" in ran.out
    assert ran.err == ""


def test_what_may_be_sent_is_fine_with_the_number_behind_it(kb: RunKb, company: Path) -> None:
    ran = kb("promise", FINE, "--today", DAY, content=company)
    assert ran.code == 0
    assert ran.out.startswith(f"FINE      “{FINE}”\n  because ")
    assert "plain-time" in ran.out


def test_what_nobody_has_written_about_is_to_be_asked(kb: RunKb, company: Path) -> None:
    ran = kb("promise", OPEN, "--today", DAY, content=company)
    assert ran.code == 1
    assert ran.out.startswith(f"ASK       “{OPEN}”\n")
    assert 'kb ask "' in ran.out


def test_a_greeting_is_no_promise(kb: RunKb, company: Path) -> None:
    ran = kb("promise", "Dear Ms Moreau,", "--today", DAY, content=company)
    assert (ran.code, ran.out, ran.err) == (0, "Nothing in it is a promise.\n", "")


def test_words_are_joined_as_a_shell_parts_them(kb: RunKb, company: Path) -> None:
    ran = kb("promise", *OVER.split(), "--today", DAY, content=company)
    assert f"“{OVER}”" in ran.out


def test_json_has_what_scripts_rely_on(kb: RunKb, company: Path) -> None:
    ran = kb("promise", OVER, "--json", "--today", DAY, content=company)
    assert ran.code == 1
    found = json.loads(ran.out)
    assert (found["schema"], found["verdict"]) == (1, "over")
    [finding] = found["findings"]
    assert set(finding) >= {"verdict", "claim", "line", "article", "number", "allowed", "write", "ask"}
    assert (finding["verdict"], finding["claim"], finding["line"]) == ("over", OVER, 1)
    assert (finding["article"], finding["number"]) == ("plain-time", "lead time, plain box: 5 to 7 working days")


@pytest.mark.parametrize(("said", "verdict", "code"), [(FINE, "safe", 0), (OPEN, "unknown", 1), ("Hello!", "none", 0)])
def test_json_is_whole_for_every_verdict(kb: RunKb, company: Path, said: str, verdict: str, code: int) -> None:
    ran = kb("promise", said, "--json", "--today", DAY, content=company)
    found = json.loads(ran.out)
    assert (ran.code, found["verdict"]) == (code, verdict)
    assert ran.out.count("\n") == 1
    assert isinstance(found["findings"], list)


def test_a_draft_is_counted_and_each_finding_has_its_line(kb: RunKb, company: Path, tmp_path: Path) -> None:
    draft = tmp_path / "offer.txt"
    draft.write_text(f"Dear Ms Moreau,\n\n{OVER}\n{FINE}\n{FINE}\n\n{OPEN}\n", "utf-8")
    ran = kb("promise", "--file", str(draft), "--today", DAY, content=company)
    assert ran.code == 1
    first, *rest = ran.out.splitlines()
    assert first.split(maxsplit=1) == ["offer.txt", "CHANGE 1  ASK 1  FINE 2"]
    assert f"1 CHANGE  “{OVER}”" in ran.out
    assert [line.rsplit("  ", 1)[1] for line in rest if "CHANGE  “" in line or "ASK     “" in line] == [
        "line 3",
        "line 7",
    ]
    assert "FINE      lines 4, 5" in ran.out


def test_explain_shows_what_is_fine_too(kb: RunKb, company: Path) -> None:
    ran = kb("promise", f"{FINE} {OVER}", "--explain", "--today", DAY, content=company)
    assert f"1 FINE    “{FINE}”" in ran.out
    assert "  counted from today, Mon 2 Nov 2026" in ran.out
    assert "  matched " in ran.out


def test_several_files_are_checked_at_once(kb: RunKb, company: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one.txt", tmp_path / "two.md"
    one.write_text(FINE, "utf-8")
    two.write_text(f"# Offer\n\n{OVER}\n", "utf-8")
    ran = kb("promise", "--file", str(one), str(two), "--json", "--today", DAY, content=company)
    found = json.loads(ran.out)
    assert [each["file"] for each in found["files"]] == [str(one), str(two)]
    assert [(each["file"], each["line"]) for each in found["findings"]] == [(str(one), 1), (str(two), 3)]
    assert (ran.code, found["verdict"]) == (1, "over")


def test_a_draft_can_be_piped_in(kb: RunKb, company: Path) -> None:
    ran = kb("promise", "-", "--today", DAY, content=company, stdin=f"Hello,\n{OVER}\n")
    assert ran.code == 1
    assert OVER in ran.out


def test_an_empty_standard_input_is_no_promise(kb: RunKb, company: Path) -> None:
    ran = kb("promise", "-", content=company)
    assert (ran.code, ran.out) == (0, "There is nothing in it to read.\n")


def test_without_a_sentence_it_says_how_to_give_one(kb: RunKb, company: Path) -> None:
    ran = kb("promise", content=company, stdin=OVER)
    assert (ran.code, ran.out) == (2, "")
    assert "What are you about to promise?" in ran.err


def test_it_asks_the_desk_that_knows(kb: RunKb, folder: Folder) -> None:
    number = "- storage: 3 working days, unless it is winter\n"
    article = LEAD.replace("## Don't say", f"{number}\n## Don't say")
    root = folder({**COMPANY, "articles/plain-time.md": article})
    ran = kb("promise", "Storage in winter takes 3 working days.", content=root)
    assert ran.out.startswith("ASK ")
    assert "  ask     Planning desk, ext. 250, or\n          kb ask" in ran.out


def test_an_article_nobody_may_quote_is_never_fine(kb: RunKb, folder: Folder) -> None:
    root = folder(COMPANY)
    (root / "agreed").mkdir()
    ran = kb("promise", FINE, "--today", DAY, content=root)
    assert ran.code == 1
    assert ran.out.startswith("ASK ")
    assert "may not be quoted" in ran.out


def test_what_both_sides_signed_is_fine_and_what_was_changed_since_is_too_much(kb: RunKb, folder: Folder) -> None:
    root = folder(COMPANY)
    for side in ("production", "sales"):
        signed = kb("agree", "plain-time", "--as", side, "--by", side, "--yes", "--today", DAY, content=root)
        assert signed.code == 0, signed.err
    assert kb("promise", FINE, "--today", DAY, content=root).code == 0
    (root / "articles/plain-time.md").write_text(LEAD.replace("5 to 7", "3 to 4"), "utf-8")
    sooner = kb("promise", "The plain boxes take four working days.", "--today", DAY, content=root)
    assert sooner.code == 1
    assert "CHANGE" in sooner.out


def test_a_notice_counts_at_once(kb: RunKb, company: Path) -> None:
    assert kb("promise", FINE, "--today", DAY, content=company).code == 0
    given = kb("notice", "Press down", "--number", "lead time: adds 4 working days", "--until", "2026-11-06",
               "--today", DAY, content=company)  # fmt: skip
    assert given.code == 0, given.err
    assert kb("promise", FINE, "--today", DAY, content=company).code == 1
    assert kb("promise", FINE, "--today", "2026-11-09", content=company).code == 0


def test_a_changed_number_counts_at_once(kb: RunKb, company: Path) -> None:
    assert kb("promise", FINE, "--today", DAY, content=company).code == 0
    (company / "articles/plain-time.md").write_text(LEAD.replace("5 to 7", "8 to 9"), "utf-8")
    assert kb("promise", FINE, "--today", DAY, content=company).code == 1


def test_inside_numbers_are_never_told(kb: RunKb, folder: Folder) -> None:
    hidden = "# Secret?\nWe can do two.\n\n## Numbers\n- lead time, plain box: 2 working days\n"
    root = folder({**COMPANY, "articles/secret.md": f"---\naudience: inside\n---\n{hidden}"})
    ran = kb("promise", OVER, "--json", "--explain", content=root)
    assert "secret" not in ran.out
    assert "2 working days" not in ran.out
