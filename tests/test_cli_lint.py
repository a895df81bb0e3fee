"""`kb lint`: every mistake with its file and line, the numbers read back, and an exit code for scripts."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import RunKb

Folder = Callable[[dict[str, str]], Path]

PEOPLE = "planning:\n  name: Planning desk\n  reach: ext. 250\n"
GOOD = """\
---
desk: planning
audience: customer
---
# How long does a plain box take?

Five to seven working days.

## Customers say
- When?

## Numbers
- lead time, plain box: 5 to 7 working days
- plant: closed, the last week of July
"""


def test_the_sample_has_nothing_to_mend(kb: RunKb) -> None:
    assert kb("lint") == (0, "", "Nothing to mend in 40 articles.\n")


def test_errors_stand_with_file_and_line_and_make_the_code_one(kb: RunKb, folder: Folder) -> None:
    root = folder(
        {
            "people.yaml": PEOPLE,
            "articles/a.md": GOOD.replace("planning", "planing"),
            "articles/b.md": GOOD.replace("5 to 7", "6 to 8").replace("When?", "when").replace("a plain", "my plain"),
        }
    )
    out = (
        "articles/a.md:2: unknown desk 'planing'. Did you mean 'planning'?\n"
        "articles/b.md:7: warning: The answer says 'Five to seven working days', but no number here does; the nearest "
        "is 'lead time, plain box: 6 to 8 working days'. Make the two agree.\n"
        "articles/b.md:10: warning: 'when' also stands in articles/a.md:10, so a search can't tell which answer is "
        "meant. Keep it where the better answer is.\n"
        "articles/b.md:13: 'lead time, plain box' is '6 to 8 working days' here and '5 to 7 working days' in "
        "articles/a.md:13. Only one can be true: correct the other, or say what is different about it.\n"
    )
    assert kb("lint", content=root) == (1, out, "2 errors, 2 warnings in 2 articles.\n")


def test_warnings_alone_are_marked_and_leave_the_code_at_zero(kb: RunKb, folder: Folder) -> None:
    root = folder({"people.yaml": PEOPLE, "articles/a.md": GOOD.replace("- When?\n", "")})
    out = (
        "articles/a.md:9: warning: No customer's words stand here, so a search in their words may miss this answer. "
        "Write two or three ways of asking under `## Customers say`.\n"
    )
    assert kb("lint", content=root) == (0, out, "0 errors, 1 warning in 1 article.\n")


def test_where_the_whole_file_is_meant_its_first_line_is_shown(kb: RunKb, folder: Folder) -> None:
    root = folder({"people.yaml": PEOPLE, "articles/a.md": GOOD, "articles/x/a.md": GOOD.replace("plain", "new")})
    ran = kb("lint", content=root)
    assert ran.code == 1
    assert ran.out.startswith("articles/x/a.md:1: 'a' is also the name of articles/a.md, so nobody can tell")


def test_the_numbers_are_read_back_with_the_dates_of_this_year_and_the_next(kb: RunKb, folder: Folder) -> None:
    root = folder({"people.yaml": PEOPLE, "articles/a.md": GOOD})
    out = (
        "articles/a.md:13: I read: lead time of *plain box*, 5 to 7 working days, the slow end may be promised, sooner "
        "is an over-promise.\n"
        "articles/a.md:14: I read: plant, closed the last week of July, which are no working days, a date in them is "
        "an over-promise; that is 27 to 31 July 2026, 26 to 30 July 2027.\n"
    )
    assert kb("--today", "2026-03-01", "lint", "--read-back", content=root) == (
        0,
        out,
        "Nothing to mend in 1 article.\n",
    )


@pytest.mark.parametrize("day", ["9999-01-01", "0001-01-01"])
def test_the_ends_of_the_calendar_do_no_harm(kb: RunKb, folder: Folder, day: str) -> None:
    number = "- plant: closed, 24 December to 2 January\n- plant: closed, the last week of July\n"
    root = folder({"people.yaml": PEOPLE, "articles/a.md": GOOD + number})
    ran = kb("--today", day, "lint", "--read-back", content=root)
    assert (ran.code, ran.out.count("I read:")) == (0, 4)


def test_json_holds_the_same_and_is_whole_when_there_is_nothing(kb: RunKb, folder: Folder) -> None:
    root = folder({"people.yaml": PEOPLE, "articles/a.md": GOOD.replace("planning", "planing")})
    ran = kb("lint", "--json", content=root)
    assert (ran.code, ran.err) == (1, "")
    assert json.loads(ran.out) == {
        "schema": 1,
        "errors": 1,
        "warnings": 0,
        "articles": 1,
        "problems": [
            {
                "path": "articles/a.md",
                "line": 2,
                "severity": "error",
                "sentence": "unknown desk 'planing'. Did you mean 'planning'?",
            }
        ],
    }
    ran = kb("lint", "--json", content=folder({"articles/a.md": GOOD}))
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out) == {"schema": 1, "errors": 0, "warnings": 0, "articles": 1, "problems": []}


def test_json_holds_the_readings_only_when_they_are_asked_for(kb: RunKb, folder: Folder) -> None:
    root = folder({"people.yaml": PEOPLE, "articles/a.md": GOOD})
    readings = json.loads(kb("lint", "--json", "--read-back", content=root).out)["readings"]
    assert [(reading["path"], reading["line"]) for reading in readings] == [
        ("articles/a.md", 13),
        ("articles/a.md", 14),
    ]
    assert readings[0]["sentence"].startswith("I read: lead time of *plain box*")


def test_json_says_that_there_are_no_readings_where_a_folder_has_no_numbers(kb: RunKb, folder: Folder) -> None:
    assert json.loads(kb("lint", "--json", "--read-back", content=folder({})).out)["readings"] == []


def test_nothing_that_a_terminal_obeys_is_printed(kb: RunKb, folder: Folder) -> None:
    evil = "\u202e\u200b\x9b"
    text = GOOD.replace("planning", '"\\e[2J"').replace("Five to", f"Five{evil} to")
    root = folder({"people.yaml": PEOPLE, "articles/a.md": text})
    for arguments in (("lint",), ("lint", "--json"), ("lint", "--read-back")):
        ran = kb(*arguments, content=root)
        assert ran.out
        assert not any(letter in ran.out + ran.err for letter in ("\x1b", *evil))


def test_an_empty_folder_has_nothing_to_mend(kb: RunKb, folder: Folder) -> None:
    assert kb("lint", content=folder({})) == (0, "", "Nothing to mend in 0 articles.\n")
