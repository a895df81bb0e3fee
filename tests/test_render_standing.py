"""How an answer stands, in the words that salespeople read: on the screen, in JSON and on paper."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from conftest import SAMPLE, RunKb
from pdf_reading import text_of

from kb.desk.publish import customer_edition, sales_edition
from kb.library.load import load_library
from kb.model.states import ASK_FIRST, STATES
from kb.render.sheet import customer_sheet, sales_sheet
from kb.render.standing import days, mark, phrase, remark
from kb.session.told import told_of

Folder = Callable[[dict[str, str]], Path]
ON, UNTIL = date(2026, 11, 2), date(2027, 2, 1)


def article(audience: str = "customer") -> str:
    return (
        f"---\ndesk: planning\naudience: {audience}\n---\n# How long does a plain box take?\n\n"
        "Five to seven working days.\n\n"
        "## Numbers\n- lead time, plain box: 5 to 7 working days\n\n## Customers say\n- plain box\n"
    )


FILES = {
    "kb.yaml": "company: Us\nreview: 91 days\n",
    "people.yaml": "planning:\n  name: Planning desk\n  reach: a@example.com, ext. 250\n",
    "articles/plain.md": article(),
}


def both_sign(kb: RunKb, root: Path, day: str = "2026-11-02", *sides: str) -> None:
    for side in sides or ("production", "sales"):
        signed = kb("--today", day, "agree", "--all", "--as", side, "--by", side, "--yes", content=root)
        assert signed.code == 0, signed.err


def screen(kb: RunKb, root: Path, day: str) -> list[str]:
    return kb("--today", day, "search", "plain box", content=root).out.splitlines()


def test_every_state_has_a_phrase_and_a_mark_in_words() -> None:
    assert {state: phrase(state) for state in STATES} == {
        state: "ASK FIRST" if state in ASK_FIRST else "YOU MAY SAY THIS" for state in STATES
    }
    assert [(mark(state).sign, mark(state).words) for state in STATES] == [
        ("full", "you may say this"), ("full", "you may say this"), ("full", "you may say this"),
        ("open", "being checked"), ("warn", "ask first"), ("warn", "ask first"),
    ]  # fmt: skip
    assert [bool(remark(state, ON, UNTIL)) for state in STATES] == [False, *[True] * 5]


@pytest.mark.parametrize(
    ("on", "until", "said"),
    [
        (ON, UNTIL, "agreed 2 Nov, good to 1 Feb"),
        (ON, date(2027, 9, 27), "agreed 2 Nov, good to 27 Sep"),
        (ON, date(2027, 11, 2), "agreed 2 Nov 2026, good to 2 Nov 2027"),
        (None, None, ""),
    ],
)
def test_days_have_a_year_where_they_lie_far_apart(on: date | None, until: date | None, said: str) -> None:
    assert days(on, until) == said


def test_where_nobody_signs_the_screen_says_nothing_of_it(kb: RunKb, folder: Folder) -> None:
    root = folder(FILES)
    shown = "\n".join([*screen(kb, root, "2026-11-02"), kb("show", "plain", content=root).out])
    assert "YOU MAY" not in shown
    assert "ASK FIRST" not in shown
    assert "agreed" not in shown.casefold()


def test_an_agreed_answer_says_so_beside_its_title_and_until_when(kb: RunKb, folder: Folder) -> None:
    root = folder(FILES)
    both_sign(kb, root)
    lines = screen(kb, root, "2026-11-23")
    assert lines[0] == f"{'How long does a plain box take?':<64}YOU MAY SAY THIS"
    assert lines[1].startswith(" Say  Five to seven")
    assert lines[-1] == f"{' Unsure?    Planning desk, ext. 250':<53}agreed 2 Nov, good to 1 Feb"
    shown = kb("show", "plain", content=root).out.splitlines()
    assert shown[0].endswith("  YOU MAY SAY THIS")
    assert "Agreed    2 Nov, good to 1 Feb" in shown


def test_what_is_due_is_being_checked_and_then_one_asks_first(kb: RunKb, folder: Folder) -> None:
    root = folder(FILES)
    both_sign(kb, root)
    due = screen(kb, root, "2027-02-02")
    assert due[0].endswith("  YOU MAY SAY THIS")
    assert due[1] == " It was good to 1 Feb, and is being checked."
    expired = screen(kb, root, "2027-03-04")
    assert expired[0].endswith("  ASK FIRST")
    told = "It was good to 1 Feb, and nobody has checked it since. Before you say it, ask Planning desk, ext. 250."
    assert " ".join(" ".join(expired[1:3]).split()) == told
    assert expired[-1].endswith("  kb show plain")


def test_an_unsigned_answer_says_whom_to_ask(kb: RunKb, folder: Folder) -> None:
    root = folder({**FILES, "articles/plain.md": article("sales")})
    both_sign(kb, root, "2026-11-02", "production")
    lines = screen(kb, root, "2026-11-23")
    assert lines[0].endswith("for sales only  ASK FIRST")
    told = "Not agreed by production and sales. Before you say it, ask Planning desk, ext. 250."
    assert " ".join(" ".join(lines[1:3]).split()).startswith(told)
    assert told[:-1].replace("ext", "a@example.com, ext") in " ".join(kb("show", "plain", content=root).out.split())


def test_a_new_version_waits_while_the_agreed_one_is_shown(kb: RunKb, folder: Folder) -> None:
    root = folder(FILES)
    both_sign(kb, root)
    written = article().replace("5 to 7", "3 to 4").replace("Five to seven", "Three to four")
    (root / "articles" / "plain.md").write_text(written, "utf-8")
    lines = screen(kb, root, "2026-11-23")
    assert lines[0].endswith("  YOU MAY SAY THIS")
    assert lines[1] == " As agreed on 2 Nov; a new version waits."
    assert "Five to seven" in lines[2]
    draft = kb("--today", "2026-11-23", "show", "plain", "--draft", content=root).out
    assert draft.startswith("A new version that waits for signatures. Nobody says this yet.\n")
    assert "  was  lead time, plain box: [5] to [7] working days\n" in draft
    assert "  now  lead time, plain box: [3] to [4] working days\n" in draft
    told = json.loads(kb("--today", "2026-11-23", "show", "plain", "--draft", "--json", content=root).out)
    assert (told["state"], told["draft"], told["say"]) == ("changed", True, "Three to four working days.")
    assert (told["agreed_on"], told["good_until"]) == ("2026-11-02", "2027-02-01")
    assert told["differs"][1] == {
        "section": "Numbers",
        "was": "lead time, plain box: 5 to 7 working days",
        "now": "lead time, plain box: 3 to 4 working days",
    }


def test_a_draft_where_nothing_waits_is_what_stands_there(kb: RunKb, folder: Folder) -> None:
    ran = kb("show", "plain", "--draft", content=folder(FILES))
    assert ran.code == 0
    assert "Five to seven working days." in ran.out
    assert "No other version waits" in ran.err
    assert kb("show", "plain", "--draft", "--inside", content=folder(FILES)).code == 2


def test_more_cautious_numbers_count_while_the_wording_waits_for_sales(kb: RunKb, folder: Folder) -> None:
    root = folder(FILES)
    both_sign(kb, root)
    (root / "articles" / "plain.md").write_text(
        article().replace("5 to 7", "6 to 9").replace("Five to seven", "Six to nine"), "utf-8"
    )
    both_sign(kb, root, "2026-11-03", "production")
    lines = screen(kb, root, "2026-11-23")
    assert lines[0].endswith("  YOU MAY SAY THIS")
    assert " ".join(" ".join(lines[1:3]).split()).startswith(
        "Production has made its numbers more cautious; the wording waits for sales."
    )


def test_times_of_an_answer_that_one_asks_about_first_stand_beside_no_other(kb: RunKb, folder: Folder) -> None:
    other = article().replace("plain box", "printed box").replace("5 to 7", "15 to 18")
    root = folder(FILES)
    both_sign(kb, root)
    (root / "articles" / "other.md").write_text(other, "utf-8")
    assert "printed" not in "\n".join(screen(kb, root, "2026-11-23")).partition("Unsure?")[0]
    both_sign(kb, root)
    assert "printed box" in "\n".join(screen(kb, root, "2026-11-23")).partition("Unsure?")[0]


def test_each_card_of_a_sheet_tells_its_state_and_a_customers_sheet_tells_none() -> None:
    library, day = load_library(SAMPLE), date(2026, 12, 1)
    told = told_of(library)
    edition = sales_edition(told.articles, told.standings(day))
    sheet = sales_sheet(edition, company="Us", day=day)
    states = {card["slug"]: card["state"] for card in sheet["cards"]}
    assert states["lead-time-standard"] == {"sign": "full", "words": "you may say this"}
    assert states["digital-short-run"] == {"sign": "full", "words": "you may say this"}
    assert states["box-weight-limit"] == {"sign": "open", "words": "being checked"}
    ask_first = {"sign": "warn", "words": "ask first"}
    assert [states["inside-print"], states["export-orders"]] == [ask_first, ask_first]
    assert [entry["words"] for entry in sheet["legend"]] == [
        "You may say this: both sides signed it.",
        "Being checked: you may still say it.",
        "Ask first: the card tells whom.",
    ]
    for_customers = customer_sheet(customer_edition(told.articles, told.standings(day)), company="Us", day=day)
    assert not any(card["state"] for card in for_customers["cards"])
    unsigned = sales_sheet(sales_edition(told.articles), company="Us", day=day)
    assert [sheet["legend"] for sheet in (for_customers, unsigned)] == [[], []]


def test_what_one_asks_about_first_is_not_left_behind_with_a_customer(kb: RunKb, tmp_path: Path) -> None:
    out = tmp_path / "behind.pdf"
    words = ["--today", "2026-11-23", "export", str(out), "--for", "customer", "--slug"]
    ran = kb(*words, "inside-print", "--slug", "samples")
    assert ran.code == 0
    assert "Left out, because one has to ask first before saying it: inside-print." in ran.err
    assert "inside of the box" not in text_of(out.read_bytes())
    out.unlink()
    ran = kb(*words, "inside-print")
    assert (ran.code, out.exists()) == (2, False)
    assert "may be said to a customer without asking first: inside-print" in ran.err
    assert kb("--today", "2026-11-23", "export", str(out), "--slug", "inside-print").code == 0
    assert "▲ ask first" in text_of(out.read_bytes())


def test_the_sample_shows_every_state_that_it_should() -> None:
    told = told_of(load_library(SAMPLE))
    found = {slug: standing.state for slug, standing in told.standings(date(2026, 12, 1)).items()}
    others = {
        "inside-print": "unsigned",
        "export-orders": "unsigned",
        "digital-short-run": "changed",
        "box-weight-limit": "due",
    }
    assert found == {**dict.fromkeys(found, "agreed"), **others}
    assert {one.side for one in load_library(SAMPLE).signatures or () if one.slug == "export-orders"} == {"production"}
    assert told.standings(date(2027, 1, 31))["lead-time-standard"].state == "agreed"
    [digital] = [article for article in told.articles if article.slug == "digital-short-run"]
    assert "7 to 9 working days" in [number.amount_text for number in digital.numbers]
