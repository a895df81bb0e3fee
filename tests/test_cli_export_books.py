"""`kb export` as JSON, Markdown and a table: all that its reader may see, inert wherever it is opened."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from conftest import ROOT, RunKb
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from kb.render.book_csv import safe_cell
from kb.render.book_json import BookObject, schema_json
from kb.render.book_md import escaped

Folder = Callable[[dict[str, str]], Path]

TWO = {
    "kb.yaml": "company: Northfold\nsheet: [lead-time]\n",
    "people.yaml": "planning:\n  name: Planning desk\n  reach: planning@example.com, ext. 250\n",
    "glossary.yaml": "- {term: die, customers: [forme], means: The tool that cuts.}\n"
    "- {term: takt, avoid: true, instead: pace of the line}\n",
    "articles/lead-time.md": "---\naudience: customer\ndesk: planning\ntags: time\n---\n# How long?\n\nFive days.\n\n"
    "## Numbers\n- lead time, new box: 15 to 18 working days, from approved proof, to your door\n"
    "- lead time: adds 5 working days, during September to November\n\n"
    '## Don\'t say\n- "two days": plates take three\n\n## Customers say\n- When is it here?\n',
    "articles/rush.md": "---\naudience: sales\ntags: time\n---\n# Faster?\n\nFor a *surcharge*.\n",
}


def _export(kb: RunKb, root: Path, suffix: str, *options: str, day: str = "2026-11-24") -> str:
    out = root.parent / f"out.{suffix}"
    ran = kb("--today", day, "export", str(out), *options, content=root)
    assert (ran.code, ran.out) == (0, ""), ran.err
    return out.read_bytes().decode()


def test_json_holds_everything_for_sales_whatever_the_sheet_lists(kb: RunKb, folder: Folder) -> None:
    told = json.loads(_export(kb, folder(TWO), "json"))
    assert [answer["slug"] for answer in told["answers"]] == ["lead-time", "rush"]
    assert told["for"] == "sales"
    assert told["now"] == "Every lead time 5 working days longer, September to November."
    assert told["answers"][0]["dont_say"] == ['"two days": plates take three']
    assert told["answers"][0]["today"]["rows"][0] | {"by": ""} == {
        "slug": "lead-time", "for": "new box", "normally": "15 to 18", "now": "20 to 23", "by": "", "terms": "",
    }  # fmt: skip
    assert told["people"][0]["reach"] == "planning@example.com, ext. 250"
    assert [term["term"] for term in told["glossary"]] == ["die", "takt"]


def test_json_for_a_customer_has_no_key_that_is_for_sales(kb: RunKb, folder: Folder) -> None:
    told = json.loads(_export(kb, folder(TWO), "json", "--for", "customer"))
    assert [sorted(answer) for answer in told["answers"]] == [
        ["numbers", "say", "slug", "tags", "title", "today", "why", "worth_telling"]
    ]
    assert "people" not in told
    assert [term["term"] for term in told["glossary"]] == ["die"]


def test_json_is_what_the_published_schema_says(kb: RunKb, folder: Folder) -> None:
    assert (ROOT / "docs" / "export.schema.json").read_bytes() == schema_json(), "make it anew from kb.render.book_json"
    for reader in ("sales", "customer"):
        msgspec.json.decode(_export(kb, folder(TWO), "json", "--for", reader), type=BookObject)


def test_the_same_day_gives_the_same_bytes(kb: RunKb, folder: Folder) -> None:
    root = folder(TWO)
    for suffix in ("json", "md", "csv"):
        assert _export(kb, root, suffix) == _export(kb, root, suffix)


def test_markdown_is_one_file_from_question_to_desk(kb: RunKb, folder: Folder) -> None:
    text = _export(kb, folder(TWO), "md")
    wanted = [
        "# Northfold\n",
        "As of 24 November 2026",
        "**NOW** Every lead time 5 working days longer",
        "## How long?\n\n**Say** Five days.",
        "At the moment 20 to 23 working days: approved on 24 November, at your door by",
        "- lead time, new box: 15 to 18 working days, from approved proof, to your door",
        '### Don\'t say\n\n- "two days": plates take three',
        "*Unsure?* Planning desk, planning@example.com, ext. 250",
        "**Say** For a *surcharge*.",
        "## Who to ask",
    ]
    places = [text.find(each) for each in wanted]
    assert -1 not in places, places
    assert places == sorted(places)


def test_markdown_for_a_customer_names_no_desk_and_nothing_that_must_not_be_said(kb: RunKb, folder: Folder) -> None:
    text = _export(kb, folder(TWO), "md", "--for", "customer")
    assert "Five days." in text
    for secret in ("Faster", "two days", "Planning", "ext. 250", "takt", "When is it here"):
        assert secret not in text


@given(st.text(max_size=60))
def test_markdown_shows_every_text_as_it_is_and_obeys_none(text: str) -> None:
    tokens = MarkdownIt("commonmark").parse(escaped(text))
    kinds = {token.type for token in tokens} | {child.type for token in tokens for child in token.children or ()}
    assert kinds <= {"paragraph_open", "inline", "paragraph_close", "text", "text_special"}


def test_a_table_has_a_row_an_answer_that_a_spreadsheet_reads(kb: RunKb, folder: Folder) -> None:
    text = _export(kb, folder(TWO), "csv")
    assert text.startswith("\ufeff"), "Excel takes it for another alphabet else"
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert [row["question"] for row in rows] == ["How long?", "Faster?"]
    assert rows[0]["don't say"] == '"two days": plates take three'
    assert rows[0]["reach"] == "planning@example.com, ext. 250"
    header = _export(kb, folder(TWO), "csv", "--for", "customer").splitlines()[0]
    assert header == '\ufeff"question","answer","numbers","why","worth telling","tags","name","as of"'


@pytest.mark.parametrize("start", list("=+-@\t\r\n＝＠"))  # noqa: RUF001 - wide signs are meant
def test_no_cell_is_a_formula(start: str) -> None:
    assert safe_cell(f"{start}cmd|' /C calc'!A0") == f"'{start}cmd|' /C calc'!A0"


@pytest.mark.parametrize("number", ["-12", "+5", "-1,250.5", "25 %", "+3%"])
def test_a_plain_number_stays_one(number: str) -> None:
    assert safe_cell(number) == number


@given(st.text())
def test_every_cell_comes_back_from_a_table(text: str) -> None:
    lines = io.StringIO()
    csv.writer(lines, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow([safe_cell(text)])
    (row,) = csv.reader(io.StringIO(lines.getvalue(), newline=""))
    assert row[0].removeprefix("'") == text.replace("\x00", "").removeprefix("'")
    assert not row[0].startswith(("=", "@", "\t", "\r"))
