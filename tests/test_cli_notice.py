"""`kb notice`: production's quick word changes every number that it touches, and ends by itself."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from conftest import RunKb

from kb.library.notice import ended_text, read_notice
from kb.words.days import day_named

Folder = Callable[[dict[str, str]], Path]
DAY = "2026-06-01"  # a Monday
PLAIN = (
    "---\naudience: customer\n---\n# How long for plain boxes?\nFive to seven working days.\n\n"
    "## Numbers\n- lead time, plain box: 5 to 7 working days\n"
)


@pytest.fixture
def root(folder: Folder) -> Path:
    return folder({"kb.yaml": "company: Us\n", "articles/plain.md": PLAIN})


def notice(kb: RunKb, root: Path, *words: str, day: str = DAY) -> str:
    ran = kb("--today", day, "notice", *words, content=root)
    assert ran.code == 0, ran.err
    return ran.out + ran.err


def now(kb: RunKb, root: Path, day: str = DAY) -> list[str]:
    found = json.loads(kb("--today", day, "search", "plain boxes", "--json", content=root).out)
    return [found["today"]["banner"], *(row["now"] for row in found["today"]["numbers"])]


def test_a_notice_counts_until_its_last_day_and_says_what_it_changes(kb: RunKb, root: Path) -> None:
    told = notice(kb, root, "Die-cutter down", "--number", "lead time: adds 3 working days", "--until", "thu")
    assert "lead time, plain box: 5 to 7 working days became 8 to 10 working days, started today by 15 June" in told
    assert now(kb, root) == ["Die-cutter down (until 4 June). Every lead time 3 working days longer.", "8 to 10"]
    assert now(kb, root, "2026-06-04")[1] == "8 to 10"
    assert now(kb, root, "2026-06-05") == ["", "5 to 7"]
    assert kb("lint", content=root).out == kb("lint", content=root).out
    assert "notices/" not in kb("lint", content=root).out


def test_a_notice_may_be_ended_by_a_part_of_its_words(kb: RunKb, root: Path) -> None:
    notice(kb, root, "Die-cutter down", "--number", "lead time: adds 3 working days", "--until", "thu")
    first, number, ends = notice(kb, root).splitlines()
    assert (first, number) == ("Die-cutter down", "    lead time: adds 3 working days")
    assert ends.startswith("    until 4 June 2026; to end it now: kb notice --end ")
    assert len(ends.rpartition(" ")[2]) == len("mweke2kp"), "the short id is enough"
    assert notice(kb, root, "--end", "DIE-cutter") == "Ended: Die-cutter down\n"
    assert now(kb, root) == ["", "5 to 7"]
    assert notice(kb, root) == "Nothing out of the ordinary: no notice counts today.\n"


def test_the_short_id_that_is_told_ends_the_notice(kb: RunKb, root: Path) -> None:
    told = notice(kb, root, "Ink is late", "--until", "thu")
    key = told.rpartition("kb notice --end ")[2].strip()
    assert "-" not in key
    assert notice(kb, root, "--end", key) == "Ended: Ink is late\n"


def test_what_comes_on_top_in_another_unit_is_told(kb: RunKb, root: Path) -> None:
    told = notice(kb, root, "Ink is late", "--number", "lead time: +3 days", "--until", "thu")
    assert "lead time, plain box: 5 to 7 working days became 5 to 7 working days and 3 days more, started" in told


def test_a_time_without_adds_is_told_how_it_would_make_others_longer(kb: RunKb, root: Path) -> None:
    told = notice(kb, root, "Ink is late", "--number", "lead time: 15 working days", "--until", "thu")
    assert "No time changes today by it." in told
    assert '--number "lead time: adds 3 working days"' in told


def test_closed_without_days_of_its_own_is_closed_for_as_long_as_the_notice_counts(kb: RunKb, root: Path) -> None:
    notice(kb, root, "No power", "--number", "plant: closed", "--until", "wed")
    found = json.loads(kb("--today", DAY, "search", "plain boxes", "--json", content=root).out)["today"]
    assert found["numbers"][0]["by"] == "Fri 12 Jun"  # without it Wednesday the 10th


def test_a_notice_for_some_orders_leaves_the_others_alone(kb: RunKb, folder: Folder) -> None:
    other = PLAIN.replace("plain box", "printed box").replace("plain boxes", "printed boxes")
    root = folder({"kb.yaml": "", "articles/plain.md": PLAIN, "articles/printed.md": other})
    told = notice(
        kb, root, "Ink is late", "--number", "lead time, printed box: adds 1 working day", "--until", "fri", "--json"
    )
    changes = json.loads(told)["changes"]
    assert [(change["number"], change["now"]) for change in changes] == [
        ("lead time, printed box: 5 to 7 working days", "6 to 8 working days")
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("Down",), "Until when? A notice ends by itself."),
        (("Down", "--until", "soon"), "'soon' names no day."),
        (("Down", "--until", "June"), "'June' names no day."),
        (("Down", "--until", "2026-05-31"), "2026-05-31 has passed already."),
        (("Down", "--until", "thu", "--number", "lead tme: adds 3 working days"), "Did you mean 'lead time'?"),
        (("Down", "--until", "thu", "--number", "lead time adds"), "I can't find a colon"),
        (("Down", "--until", "thu", "--number", "lead time: adds 15-3 days"), "runs backwards"),
        (("--end", "x", "--until", "thu"), "--end takes nothing else."),
        (("--end", "x"), "No notice that counts today is called 'x'."),
        (("Inside only", "--until", "thu"), "Nothing was written"),
    ],
)
def test_what_cannot_be_a_notice_is_refused_and_leaves_no_file(
    kb: RunKb, root: Path, words: tuple[str, ...], said: str
) -> None:
    ran = kb("--today", DAY, "notice", *words, content=root)
    assert ran.code in (1, 2)
    assert said in ran.err
    assert not list(root.glob("notices/*"))


def test_ending_keeps_every_other_byte() -> None:
    written = b"---\nuntil: 2026-06-04\n---\nDown.\n\n- lead time: adds 3 working days\n"
    ended = ended_text(written, date(2026, 6, 2))
    assert ended.replace(b"ended: 2026-06-02\n", b"") == written
    notice, problems = read_notice("notices/2026-06-01-ab.md", ended)
    assert notice is not None
    assert not problems
    assert [notice.holds_on(date(2026, 6, day)) for day in (1, 2)] == [True, False]


def test_a_hand_written_notice_without_an_end_counts_and_lint_asks_for_one(kb: RunKb, root: Path) -> None:
    (root / "notices").mkdir()
    (root / "notices" / "ink.md").write_text("Ink is late.\n\n- lead time: adds 1 working day\n", "utf-8")
    assert now(kb, root)[1] == "6 to 8"
    assert "notices/ink.md:1: this notice has no `until:`" in kb("lint", content=root).out


def test_lint_tells_what_a_notice_does_not_change(kb: RunKb, root: Path) -> None:
    (root / "notices").mkdir()
    (root / "notices" / "ink.md").write_text("---\nuntil: 2026-06-04\n---\nInk.\n- leed time: adds 1 day\n", "utf-8")
    assert "no time is called 'leed time', so this line changes nothing. Did you mean" in kb("lint", content=root).out


def test_lint_tells_of_a_line_that_is_added_twice(kb: RunKb, root: Path) -> None:
    line = "- lead time: adds 5 working days, during September to November\n"
    for name in ("season", "autumn"):
        text = f"---\naudience: customer\n---\n# Is it slower in {name}?\nYes.\n\n## Numbers\n{line}"
        (root / "articles" / f"{name}.md").write_text(text, "utf-8")
    assert "stands in articles/autumn.md:8 too: both are added. Keep one." in kb("lint", content=root).out


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("today", "2026-06-01"),
        ("Mon", "2026-06-01"),
        ("sunday", "2026-06-07"),
        ("1 June", "2026-06-01"),
        ("31 May", "2027-05-31"),
        ("29 February", "2027-02-28"),
        ("2026-12-24", "2026-12-24"),
        ("24 to 26 December", None),
        ("December", None),
        ("", None),
        ("31 June", None),
    ],
)
def test_a_day_is_named_as_people_do(words: str, day: str | None) -> None:
    named = day_named(words, date(2026, 6, 1))
    assert (named.isoformat() if named else None) == day
