"""The screen and the JSON of a check, from findings made by hand."""

import json

import pytest

from kb.model.checked_draft import CheckedDraft
from kb.model.draft import PARAGRAPH, Draft
from kb.model.promise import NO_CLAIM, OVER, SAFE, UNKNOWN, Checked, Finding, Otherwise
from kb.render.plain import text_of
from kb.render.promise import places_told, promise_page, quoted
from kb.render.promise_json import promise_line

CHANGE = Finding(
    verdict=OVER,
    claim="2,000 printed boxes in two weeks",
    start=0,
    end=32,
    line=3,
    article="lead-time-standard",
    number="lead time, new printed box: 15 to 18 working days",
    allowed="20 to 23 working days",
    write="2,000 printed boxes 20 to 23 working days after you approve the proof.",
    because=("15 to 18 working days (lead-time-standard)", "+5 peak season"),
    otherwise=(Otherwise(condition="repeat order", verdict=OVER, write="13 to 15, by Monday 14 December"),),
    matched=("printed", "boxes"),
    reason="the slow end takes longer",
    counted_from="today, Mon 23 Nov 2026",
)
ASK = Finding(
    verdict=UNKNOWN, claim="gold foil", start=40, end=49, line=11, ask="Do we do gold foil?", reason="Nobody has said."
)
DESKS = {"studio": ("Design studio", "ext. 220")}


def fine(line: int) -> Finding:
    return Finding(verdict=SAFE, claim="a fortnight", start=0, end=3, line=line, article="rush", number="rush: 9 days")


def screen(*findings: Finding, name: str = "offer.txt", explain: bool = False, width: int = 80) -> str:
    checked = Checked(verdict=OVER, findings=findings, read_as="printed, new order.")
    draft = Draft(name=name, text="x", counts=PARAGRAPH if name.endswith("docx") else "line")
    return text_of(promise_page([CheckedDraft(draft, checked)], DESKS, explain=explain, width=width))


def test_a_draft_has_its_counts_its_findings_and_what_is_fine() -> None:
    assert (
        screen(CHANGE, ASK, *map(fine, (4, 5, 6, 9, 9)))
        == """offer.txt                                                CHANGE 1  ASK 1  FINE 5
Read as: printed, new order.

1 CHANGE  “2,000 printed boxes in two weeks”                              line 3
  write   2,000 printed boxes 20 to 23 working days after you approve the proof.
  because 15 to 18 working days (lead-time-standard), +5 peak season
  or      if it is repeat order: 13 to 15, by Monday 14 December

2 ASK     “gold foil”                                                    line 11
  because Nobody has said.
  ask     Leave it out, or kb ask "Do we do gold foil?"

FINE      lines 4 to 6, 9                                 (--explain shows each)
"""
    )


def test_a_sentence_alone_needs_no_place() -> None:
    assert screen(CHANGE, name="").splitlines()[0] == "CHANGE    “2,000 printed boxes in two weeks”"
    assert "line 3" not in screen(CHANGE, name="")


def test_a_document_counts_paragraphs() -> None:
    assert "paragraph 3\n" in screen(CHANGE, name="offer.docx")
    assert "FINE      paragraph 4 " in screen(fine(4), name="offer.docx")


def test_the_desk_that_knows_is_named() -> None:
    assert "ask     Design studio, ext. 220, or kb ask" in screen(ASK._replace(desk="studio"))


def test_another_outcome_that_is_fine_says_so() -> None:
    other = Otherwise(condition="a repeat order", verdict=SAFE, write="")
    assert "or      if it is a repeat order: it may stay as it is" in screen(CHANGE._replace(otherwise=(other,)))


def test_many_other_outcomes_are_told_together() -> None:
    fine = [Otherwise(condition=f"part {at}", verdict=SAFE, write="") for at in range(5)]
    more = [Otherwise(condition=f"size {at}", verdict=OVER, write=f"{at} days") for at in range(9)]
    shown = [row for row in screen(CHANGE._replace(otherwise=(*fine, *more))).splitlines() if row.startswith("  or ")]
    assert shown == [
        "  or      if it is part 0, part 1, part 2 or 2 more: it may stay as it is",
        "  or      if it is size 0: 0 days",
        "  or      if it is size 1: 1 days",
    ]


def test_explain_shows_all_there_is() -> None:
    shown = screen(CHANGE, fine(4), explain=True)
    for words in ("matched printed, boxes", "counted from today, Mon 23 Nov 2026", "reason  the slow end", "2 FINE"):
        assert words in shown
    assert "--explain" not in shown


@pytest.mark.parametrize("width", [24, 40, 80])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    long = CHANGE._replace(claim="boxes " * 200, write="board " * 60)
    lines = screen(long, ASK, fine(1), width=width, explain=True).splitlines()
    assert max(len(line) for line in lines if not line.strip().startswith("kb ask")) <= width


@pytest.mark.parametrize("width", [24, 40, 50, 80, 120])
def test_a_command_is_never_broken_for_it_is_copied_as_one_line(width: int) -> None:
    question = f"May we say: {'gold foil on every box ' * 4}?"
    lines = screen(ASK._replace(ask=question, desk="studio"), width=width).splitlines()
    assert next(line for line in lines if "kb ask" in line).endswith(f"kb ask {quoted(question)}")


def test_a_number_that_does_not_answer_what_is_open_is_called_the_nearest_and_not_what_to_write() -> None:
    near = ASK._replace(write="Gold: not possible.")
    assert "\n  nearest Gold: not possible.\n" in screen(near)
    assert "\n  write   Gold: not possible.\n" in screen(near._replace(verdict=OVER))


def test_another_outcome_is_told_without_the_name_of_its_number() -> None:
    other = Otherwise(condition="repeat order", verdict=OVER, write="Lead time, repeat order: 13 to 15 working days.")
    assert "or      if it is repeat order: 13 to 15 working days.\n" in screen(CHANGE._replace(otherwise=(other,)))


def test_places_are_told_in_their_order_and_by_their_names() -> None:
    draft = Draft(text="", counts=PARAGRAPH, called={4: "table 1, row 1", 9: "footer", 10: "footer"})
    assert places_told(draft, [9, 1, 2, 3, 10, 7, 4]) == "paragraphs 1 to 3, 7; table 1, row 1; footer"
    assert places_told(draft, [7, 7]) == "paragraph 7"
    assert places_told(draft, [9]) == "footer"


def test_nothing_that_a_terminal_obeys_gets_through() -> None:
    evil = ASK._replace(claim="\x1b[2J\u202egold", ask='"; rm -rf $(HOME) `x`', reason="\x07")
    shown = screen(evil, name="\x1b]0;offer.txt")
    assert not set(shown) & {"\x1b", "\u202e", "\x07"}
    assert quoted(evil.ask) == '"; rm -rf (HOME) x"'


def test_json_names_what_is_not_there_null() -> None:
    found = [CheckedDraft(Draft(text=""), Checked(verdict=NO_CLAIM))]
    assert json.loads(promise_line(found, NO_CLAIM)) == {
        "schema": 1, "verdict": "none", "findings": [], "read_as": "",
        "files": [{"file": None, "verdict": "none", "read_as": "", "over": 0, "unknown": 0, "safe": 0, "notes": []}],
    }  # fmt: skip
    asked = json.loads(promise_line([CheckedDraft(Draft(text=""), Checked(verdict=UNKNOWN, findings=(ASK,)))], UNKNOWN))
    [finding] = asked["findings"]
    assert (finding["article"], finding["number"], finding["allowed"], finding["write"]) == (None, None, None, None)
    assert finding["ask"] == "Do we do gold foil?"
