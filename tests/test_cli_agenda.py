"""`kb note` and `kb agenda`: what both sides noted and what waits makes one page; nobody is ranked or named unasked."""

import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from conftest import SAMPLE, RunKb

from kb.library.article import read_article
from kb.library.signature import signature_text
from kb.library.signed import signed_text
from kb.render.agenda import agenda_page
from kb.render.plain import text_of

Folder = Callable[[dict[str, str]], Path]

RUSH = "---\naudience: customer\ndesk: planning\n---\n# Can you rush an order?\n\nRepeat orders only.\n"
PEOPLE = (
    "planning: {name: Planning desk}\npress: {name: Press hall, visit: Wednesdays, proud: Inks are mixed here.}\n"
    "lab: {name: Lab, visit: Fridays}\n"
)
PROCESS = "steps:\n  - {id: print, name: Printing, desk: press, takes: 1 to 2 working days}\n"
FILES = {"people.yaml": PEOPLE, "process.yaml": PROCESS, "articles/rush.md": RUSH}


def signed(text: str, day: date, until: date) -> dict[str, str]:
    article, _problems = read_article("articles/rush.md", text.encode(), "inside")
    assert article is not None
    return {
        f"agreed/rush/{day}-{side}-aaaa.yaml": signature_text(side, "desk", day, until, signed_text(article))
        for side in ("production", "sales")
    }


def test_a_note_is_kept_whole_with_its_side_and_name(kb: RunKb, folder: Folder) -> None:
    root = folder(FILES)
    said = kb(
        "note", "ideas", "Show the proof", "on a phone", "--as", "sales", "--by", "Kim",
        "--today", "2026-11-24", content=root,
    )  # fmt: skip
    [file] = (root / "notes").iterdir()
    assert (said.code, said.out) == (0, f"{file}\n")
    assert file.name.startswith("2026-11-24-")
    lines = file.read_text().splitlines()
    assert lines[:4] == ["---", "kind: idea", "side: sales", "by: Kim"]
    assert lines[5:] == ["---", "Show the proof on a phone"]


def test_json_names_the_note(kb: RunKb, folder: Folder) -> None:
    told = json.loads(kb("note", "thanks", "Well done.", "--json", content=folder(FILES)).out)
    assert (told["schema"], Path(told["path"]).stem) == (1, told["id"])


def test_unsigned_means_without_a_name(kb: RunKb, folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("LOGNAME", "kim")
    root = folder(FILES)
    kb("note", "idea", "One.", "--unsigned", content=root)
    kb("note", "idea", "Two.", content=root)
    texts = sorted((file.read_text() for file in (root / "notes").iterdir()), key=lambda text: "by: kim" in text)
    assert ["by:" in text for text in texts] == [False, True]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["frustation", "x"], "Did you mean 'frustration'?"),
        (["meeting", "x"], "'meeting' is not frustration, insight, challenge, idea or thanks."),
        (["idea", "..."], "The note says nothing."),
        (["idea", "x", "--as", "boss"], "'boss' is not production or sales."),
        (["idea", "x", "--by", "Kim", "--unsigned"], "exclude each other"),
    ],
)
def test_what_is_no_note_is_refused(arguments: list[str], sentence: str, kb: RunKb, folder: Folder) -> None:
    root = folder(FILES)
    said = kb("note", *arguments, content=root)
    assert said.code == 2
    assert sentence in said.err
    assert not (root / "notes").exists()


def test_with_nothing_to_talk_about_there_is_still_a_plant_to_see(kb: RunKb, folder: Folder) -> None:
    said = kb("agenda", "--today", "2026-12-01", content=folder(FILES))
    assert said.out == (
        "# Production and sales, 1 December 2026\n\n"
        "Nobody is to blame for anything here: each line is something to make easier, together.\n\n"
        "Nothing waits for this meeting. A good month to see the plant, and to say thank you.\n\n"
        "## See the plant: Press hall\nVisits: Wednesdays.\n\nWhat they are proud of: Inks are mixed here.\n\n"
        "To ask there:\n"
        "- Printing, 1 to 2 working days: what happens in that time that a customer would like to hear of?\n"
        "- What would make next month easier here, and what can sales do for it?\n"
    )


def test_the_part_of_the_plant_changes_each_month_and_is_the_same_all_month(kb: RunKb, folder: Folder) -> None:
    root = folder(FILES)
    seen = [
        json.loads(kb("agenda", "--json", "--today", day, content=root).out)["visit"]["desk"]
        for day in ("2026-12-01", "2026-12-31", "2027-01-05", "2027-02-05")
    ]
    assert seen == ["Press hall", "Press hall", "Lab", "Press hall"]


def test_what_was_asked_most_comes_first_without_the_customer(kb: RunKb, folder: Folder) -> None:
    asked = {
        "questions/2026-11-20-aaaaaa.md": "---\nneeded: 2026-11-30\n---\nHats?\n",
        "questions/2026-11-20-bbbbbb.md": "---\ncustomer: Acme\ndesk: press\n---\nGold for Acme?\n",
        "questions/asked/2026-11-20-bbbbbb/x.yaml": "by: Kim\n",
    }
    out = kb("agenda", "--today", "2026-11-24", content=folder({**FILES, **asked})).out
    assert (
        "## Asked, and not answered yet\n- Gold? (twice, Press hall): `kb answer bbbbbb`\n"
        "- Hats? (once, needed by 30 November): `kb answer aaaaaa`\n"
    ) in out
    assert "Acme" not in out
    assert "Kim" not in out


def test_both_wordings_stand_beside_each_other_where_they_are_not_agreed(kb: RunKb, folder: Folder) -> None:
    new = RUSH.replace("orders only.", "orders only | mostly.")
    flag = "---\nkind: wording\narticle: rush\n---\nI'd say: ask us\n"
    signatures = signed(RUSH, date(2026, 11, 2), date(2027, 2, 1))
    root = folder({**FILES, **signatures, "articles/rush.md": new, "questions/2026-11-20-aaaaaa.md": flag})
    out = kb("agenda", "--today", "2026-11-24", content=root).out
    assert (
        "### Can you rush an order? (rush)\n\n| | In force | New |\n| --- | --- | --- |\n"
        "| Say | Repeat orders only. | Repeat orders only \\| mostly. |\n"
        "| Sales would say | (as above) | I'd say: ask us |\n"
        "\n## To sign together\n- 1 answer waits for a signature, one key each: `kb agree --meeting`\n"
    ) in out


def test_what_runs_out_this_month_is_told(kb: RunKb, folder: Folder) -> None:
    notice = "---\nuntil: 2026-11-27\n---\nThe lift is out.\n"
    signatures = signed(RUSH, date(2026, 5, 2), date(2026, 11, 29))
    root = folder({**FILES, **signatures, "notices/2026-11-20-a.md": notice})
    out = kb("agenda", "--today", "2026-11-24", content=root).out
    assert (
        "## Runs out this month\n- The lift is out. (until 27 November)\n"
        "- rush: Can you rush an order? (until 29 November)\n"
    ) in out
    later = kb("agenda", "--today", "2026-12-10", content=root).out
    assert "- rush: Can you rush an order? (ran out on 29 November)\n" in later
    assert "Runs out" not in kb("agenda", "--today", "2026-10-10", content=root).out


def test_a_meeting_that_was_held_is_where_the_next_agenda_begins(kb: RunKb, folder: Folder) -> None:
    notes = {
        "notes/2026-11-01-a.md": "---\nkind: idea\nat: 10:00:00\n---\nOld.\n",
        "notes/2026-11-03-b.md": "---\nkind: meeting\nat: 14:00:00\n---\n",
        "notes/2026-11-03-a.md": "---\nkind: idea\nat: 15:00:00\nside: sales\n---\nNew.\n",
        "notes/2026-11-03-c.md": "---\nkind: thanks\nat: 13:00:00\n---\nSaid in the meeting.\n",
        "notes/2026-11-04-d.md": "---\nkind: frustration\nside: production\nby: Press hall\n---\nNo flute *again*.\n",
    }
    root = folder({**FILES, **notes})
    out = kb("agenda", "--today", "2026-11-24", content=root).out
    assert "Since 3 November 2026. Nobody" in out
    assert "## What makes work hard\n- Production: No flute \\*again\\*. (Press hall)\n" in out
    assert "## Ideas\n- Sales: New.\n" in out
    assert "Old." not in out
    assert "Said in the meeting." not in out
    assert "Old." in kb("agenda", "--since", "2026-11-01", "--today", "2026-11-24", content=root).out
    done = kb("agenda", "--done", "--today", "2026-11-24", content=root)
    assert done == (0, "", "Held. The next agenda begins here.\n")
    assert "New." not in kb("agenda", "--today", "2026-11-25", content=root).out


def test_json_is_whole_also_when_nothing_is_there(kb: RunKb, folder: Folder) -> None:
    told = json.loads(kb("agenda", "--json", "--today", "2026-11-24", content=folder({})).out)
    assert told == {
        "schema": 1, "day": "2026-11-24", "since": None, "asked": [], "searched": [], "differences": [],
        "endings": [], "answered": 0, "to_sign": 0, "visit": None, "notes": [],
    }  # fmt: skip
    held = json.loads(kb("agenda", "--done", "--json", "--today", "2026-11-24", content=folder({})).out)
    assert (held["schema"], held["held"]) == (1, "2026-11-24")


def test_a_day_that_is_none_is_refused(kb: RunKb, folder: Folder) -> None:
    assert kb("agenda", "--since", "long ago", content=folder({})).code == 2


def test_the_samples_agenda_has_something_of_everything(kb: RunKb) -> None:
    told = json.loads(kb("agenda", "--json", "--today", "2026-12-01", content=SAMPLE).out)
    assert all(told[part] for part in ("asked", "searched", "differences", "notes", "answered", "visit"))
    assert {note["side"] for note in told["notes"]} == {"production", "sales"}
    text = kb("agenda", "--today", "2026-12-01", content=SAMPLE).out
    assert len(text.splitlines()) < 66, "it is one page"


def test_the_page_says_where_the_answers_of_the_month_are(kb: RunKb, folder: Folder) -> None:
    asked = {
        "questions/2026-11-20-aaaaaa.md": "Hats?\n",
        "questions/answered/2026-11-20-aaaaaa/a.yaml": "why: No.\non: 2026-11-21\n",
    }
    root = folder({**FILES, **asked})
    out = kb("agenda", "--since", "2026-11-01", "--today", "2026-11-24", content=root).out
    assert "Answered since then: 1 question. Which: `kb news --since 2026-11-01`\n" in out
    assert "Hats?" in kb("news", "--since", "2026-11-01", "--today", "2026-11-24", content=root).out


def test_on_a_screen_a_long_line_goes_on_at_a_word_and_a_command_stays_whole() -> None:
    written = "## Asked\n- Can boxes carry a number? (twice, Press hall): `kb answer 'a number'`\n- Ours is late.\n"
    assert text_of(agenda_page(written, 44)) == (
        "## Asked\n- Can boxes carry a number? (twice, Press\n  hall):\n  `kb answer 'a number'`\n- Ours is late.\n"
    )
