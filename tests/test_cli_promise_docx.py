"""Word documents as people make them: every word that a reader sees is checked once, and changed where it stands."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import Ran, RunKb

docx = pytest.importorskip("docx")

OVER = "The plain boxes take three working days."
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NOTES = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:footnotes {W}><w:footnote w:id="2"><w:p><w:r><w:t>The quote is valid for 90 days.</w:t></w:r></w:p></w:footnote>
</w:footnotes>"""

Document = Any
Check = Callable[..., Ran]


@pytest.fixture
def check(check: RunKb, tmp_path: Path) -> Check:
    def run(document: Document, *arguments: str) -> Ran:
        document.save(str(tmp_path / "offer.docx"))
        return check("--file", str(tmp_path / "offer.docx"), *arguments)

    return run


def element(xml: str) -> Any:  # noqa: ANN401 - lxml has no types
    """An element of Word's."""
    return docx.oxml.parse_xml(xml.replace(" W", f" {W}", 1))


def found(ran: Ran) -> list[tuple[str, str]]:
    """Each claim to change, with its place in words."""
    return [(each["claim"], each["place"]) for each in json.loads(ran.out)["findings"] if each["verdict"] == "over"]


def with_notes(document: Document) -> Document:
    """The document with a footnote, which python-docx cannot make."""
    part = docx.opc.part.Part(
        docx.opc.packuri.PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        NOTES.encode(),
        document.part.package,
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    document.part.relate_to(part, kind)
    return document


def test_a_footnote_is_checked_and_changed(check: Check, tmp_path: Path) -> None:
    out = tmp_path / "out.docx"
    ran = check(with_notes(docx.Document()), "--json", "--corrected", str(out))
    assert found(ran) == [("The quote is valid for 90 days.", "footnote")]
    parts = docx.Document(str(out)).part.package.iter_parts()
    [notes] = [part.blob for part in parts if part.partname == "/word/footnotes.xml"]
    assert b"at most 30 days" in notes
    assert b"90" not in notes


def test_a_place_is_told_as_a_person_would(check: Check) -> None:
    document = docx.Document()
    document.add_paragraph("Dear Ms Moreau,")
    table = document.add_table(2, 2)
    table.cell(1, 0).text, table.cell(1, 1).text = "lead time, plain box", "3 working days"
    document.add_paragraph(OVER)
    document.sections[0].footer.paragraphs[0].text = "We hold 25 pallets."
    ran = check(document, "--json")
    claims = [("lead time, plain box | 3 working days", "table 1, row 2"), (OVER, "paragraph 4")]
    assert found(ran) == [*claims, ("We hold 25 pallets.", "footer")]
    assert "“We hold 25 pallets.”" in (told := check(document).out)
    assert told.count("  footer\n") == 1


def test_a_table_in_a_table_is_read_once(check: Check) -> None:
    document = docx.Document()
    outer = document.add_table(1, 2)
    outer.cell(0, 0).text = "logo"
    inner = outer.cell(0, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "lead time, plain box", "3 working days"
    assert [claim for claim, _ in found(check(document, "--json"))] == ["lead time, plain box | 3 working days"]


def test_a_frame_of_one_cell_holds_paragraphs(check: Check) -> None:
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "Northfold Packaging"
    cell.add_paragraph(OVER)
    assert [claim for claim, _ in found(check(document, "--json"))] == [OVER]


def test_a_row_that_was_deleted_with_changes_tracked_is_gone(check: Check) -> None:
    document = docx.Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "lead time, plain box", "3 working days"
    row = table.rows[0]._tr  # noqa: SLF001 - python-docx has no name for it
    row.insert(0, element('<w:trPr W><w:del w:id="1" w:author="x"/></w:trPr>'))
    assert check(document, "--json").code == 0


def test_words_that_were_moved_with_changes_tracked_are_read_where_they_are_now(check: Check) -> None:
    document = docx.Document()
    for place in ("moveFrom", "moveTo"):
        moved = f'<w:{place} W w:id="1" w:author="x"><w:r><w:t>{OVER}</w:t></w:r></w:{place}>'
        document.add_paragraph()._p.append(element(moved))  # noqa: SLF001 - python-docx has no name for it
    assert found(check(document, "--json")) == [(OVER, "paragraph 2")]


def test_signs_within_the_words_that_are_replaced_go_with_them(check: Check, tmp_path: Path) -> None:
    document = docx.Document()
    run = document.add_paragraph("The plain boxes take ").add_run("2")
    run._r.append(element("<w:noBreakHyphen W/>"))  # noqa: SLF001 - python-docx has no name for it
    run.add_text("3")
    run.add_break()
    run.add_text("working days, and no more than that. We hold 12 pallets.")
    check(document, "--corrected", str(tmp_path / "out.docx"))
    [paragraph] = docx.Document(str(tmp_path / "out.docx")).paragraphs
    assert paragraph.text == (
        "The plain boxes take 5 to 7 working days, and no more than that. We hold at most 10 pallets."
    )


def test_a_sign_of_the_font_symbol_is_not_lost(check: Check) -> None:
    document = docx.Document()
    run = document.add_paragraph("The plain boxes take ").add_run()
    run._r.append(element('<w:sym W w:font="Symbol" w:char="F0A3"/>'))  # noqa: SLF001 - python-docx has no name for it
    run.add_text(" 3 working days.")
    assert [claim for claim, _ in found(check(document, "--json"))] == ["The plain boxes take ≤ 3 working days."]


def test_a_formula_is_read_as_its_reader_sees_it(check: Check) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("The plain boxes take ")
    math = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    formula = f"<m:oMath {math}><m:r><m:t>3</m:t></m:r></m:oMath>"
    paragraph._p.append(docx.oxml.parse_xml(formula))  # noqa: SLF001 - python-docx has no name for it
    paragraph.add_run(" working days.")
    assert [claim for claim, _ in found(check(document, "--json"))] == ["The plain boxes take 3 working days."]


def test_a_document_that_was_changed_can_be_read_again(check: Check, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph(OVER)
    check(document, "--corrected", str(tmp_path / "out.docx"))
    data = (tmp_path / "out.docx").read_bytes()
    again = check(docx.Document(io.BytesIO(data)))
    assert again.code == 0
