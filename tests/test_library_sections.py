"""An article's text falls into its sections, each with the lines of the file."""

import pytest
from library_reading import OPEN_TEXT, said

from kb.library.sections import Body, split_body


def _keys(body: Body) -> list[str]:
    return [section.key for section in body.sections]


def _sentences(body: Body) -> str:
    return "\n".join(remark.sentence for remark in body.remarks)


def test_the_answer_is_the_text_before_the_first_heading() -> None:
    body = split_body("# How long?\n\nFifteen days.\n\n## Why\n\nPlates take five.\n", 1)
    assert (body.title, body.title_line, _keys(body)) == ("How long?", 1, ["say", "why"])
    assert (said(body, "say"), said(body, "why")) == (["Fifteen days."], ["Plates take five."])
    assert body.remarks == ()


def test_lines_are_those_of_the_file() -> None:
    body = split_body("# How long?\n\nFifteen days.\n\n## Why\n\nPlates.\n", 6)
    assert body.title_line == 6
    assert [(section.line, section.passages[0].line) for section in body.sections] == [(8, 8), (10, 12)]


@pytest.mark.parametrize(
    "heading",
    [
        "## Don't say",
        "# Don’t say",
        "###### DON'T SAY",
        "## Dont say:",
        "##   3. Don't say  ##",
        "## 3) **Don't say**",
        "## _Don't_ `say`",
        "## Don't say <!-- ours -->",
        "##Don't say",
        "Don't say\n---",
        "  ## Don't say",
    ],
)
def test_headings_are_forgiving(heading: str) -> None:
    body = split_body(f"# How long?\n\nFifteen days.\n\n{heading}\n\n- two weeks\n", 1)
    assert said(body, "dont_say") == ["two weeks"]


def test_sections_come_in_any_order_and_at_any_level() -> None:
    text = "# How long?\n### Why\nPlates.\n##### Say\nFifteen days.\n### Inside only\nMay.\n# Numbers\n- sample: free\n"
    body = split_body(text, 1)
    assert _keys(body) == ["why", "say", "inside", "numbers"]
    assert (said(body, "say"), said(body, "numbers")) == (["Fifteen days."], ["sample: free"])


def test_a_first_heading_that_comes_late_is_no_title() -> None:
    body = split_body("## Why\n\nPlates.\n\n# Margins\n\nThirty per cent.\n", 1)
    assert (body.title, said(body, "why"), said(body, "inside")) == ("", ["Plates."], ["Margins", "Thirty per cent."])


def test_an_unknown_heading_is_inside_with_its_text_and_the_near_match() -> None:
    body = split_body(OPEN_TEXT + "## Wy\n\nThe margin.\n", 1)
    assert said(body, "inside") == ["Wy", "The margin."]
    assert [(remark.line, remark.sentence) for remark in body.remarks] == [
        (9, "unknown heading 'Wy': what stands below it is inside. Did you mean 'Why'?")
    ]


def test_a_second_heading_of_one_name_is_joined_and_told() -> None:
    body = split_body("# T\n\nFirst.\n\n## Say\n\nSecond.\n", 1)
    assert said(body, "say") == ["First.", "Second."]
    assert "'Say' stands here a second time" in _sentences(body)


def test_a_heading_below_an_inside_one_stays_inside() -> None:
    body = split_body(OPEN_TEXT + "## Inside only\n\n### Worth telling\n\nThe margin.\n\n## Numbers\n\n- a: free\n", 1)
    assert said(body, "inside") == ["Worth telling", "The margin."]
    assert said(body, "worth_telling") == []
    assert said(body, "numbers") == ["a: free"]
    assert "Give it 2 `#` or fewer" in _sentences(body)


def test_a_misspelt_section_is_no_title() -> None:
    body = split_body("# Insde only\n\nThe margin.\n", 1)
    assert (body.title, said(body, "say")) == ("", [])
    body = split_body("# Costumers say\n\n- how long\n", 1)
    assert (body.title, said(body, "say")) == ("", [])


def test_an_unknown_heading_without_a_near_match_is_told_which_ones_there_are() -> None:
    assert "kb knows Say, Customers say, Numbers, Don't say" in _sentences(
        split_body(OPEN_TEXT + "## Reason\n\nSo.\n", 1)
    )
    second = _sentences(split_body(OPEN_TEXT + "# Can you print gold?\n\nYes.\n", 1))
    assert "A file holds one answer: give this one a file of its own." in second
