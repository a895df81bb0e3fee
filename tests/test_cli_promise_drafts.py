"""Drafts as people have them: files of many kinds, whatever is wrong with them, and the corrected one."""

import io
import json
import os
import sys
from email.message import EmailMessage
from pathlib import Path

import pytest
from conftest import Ran, RunKb

OVER = "The plain boxes take three working days."
SAID, INSTEAD = "You have them tomorrow morning", "In seven working days"


def places(ran: Ran) -> list[str]:
    """Where the findings stand."""
    return [line.rsplit("  ", 1)[1].strip() for line in ran.out.splitlines() if "CHANGE  “" in line]


ENCODED = {
    "utf-8": f"Grüße,\n{OVER}\n".encode(),
    "utf-8 with its mark": b"\xef\xbb\xbf" + f"Grüße,\n{OVER}\n".encode(),
    "utf-16": f"Grüße,\n{OVER}\n".encode("utf-16"),
    "utf-16 of the other kind": b"\xfe\xff" + f"Grüße,\n{OVER}\n".encode("utf-16-be"),
    "windows": f"Grüße,\r\n{OVER}\r\n".encode("cp1252"),
    "old Mac ends": f"Grüße,\r{OVER}\r".encode(),
}


@pytest.mark.parametrize("data", ENCODED.values(), ids=ENCODED)
def test_every_encoding_of_a_text_is_read(check: RunKb, tmp_path: Path, data: bytes) -> None:
    draft = tmp_path / "offer.txt"
    draft.write_bytes(data)
    ran = check("--file", str(draft))
    assert ran.code == 1
    assert places(ran) == ["line 2"]
    assert ("read as Windows text" in ran.out) == (b"\xfc\xdf" in data)


def test_a_comment_in_markdown_is_for_nobody_and_stays(check: RunKb, tmp_path: Path) -> None:
    text = f"# Offer\n<!-- {OVER}\n-->\n{SAID}.\n"
    (tmp_path / "offer.md").write_text(text, "utf-8")
    ran = check("--file", str(tmp_path / "offer.md"), "--corrected", str(tmp_path / "out.md"))
    assert places(ran) == ["line 4"]
    assert (tmp_path / "out.md").read_text("utf-8") == text.replace(SAID, INSTEAD)


def test_a_sign_lost_on_the_way_is_never_fine(check: RunKb) -> None:
    assert check("The plain boxes take 5?7 working days.").code == 1
    assert check("The plain boxes take 5\udc817 working days.").code == 1


REFUSED = {
    "offer.pdf": b"%PDF-1.7",
    "offer.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "offer.odt": b"PK\x03\x04",
    "copied.docx": b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text",
    "o.xlsx": b"PK",
    "slides.ppt": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "locked.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "mail.msg": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "winmail.dat": b"\x78\x9f\x3e\x22\0",
}


@pytest.mark.parametrize(("name", "data"), REFUSED.items(), ids=REFUSED)
def test_what_cannot_be_read_is_refused_with_a_way_out(check: RunKb, tmp_path: Path, name: str, data: bytes) -> None:
    draft = tmp_path / name
    draft.write_bytes(data)
    ran = check("--file", str(draft))
    assert (ran.code, ran.out) == (2, "")
    assert "which kb does not read." in ran.err
    assert "kb promise -" in ran.err


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7 text", b"{\\rtf1 text}", b"\x89PNG\r\n\x1a\n\x00\x00", bytes(range(256)) * 8]
)
def test_a_wrong_name_hides_nothing(check: RunKb, tmp_path: Path, data: bytes) -> None:
    draft = tmp_path / "offer.txt"
    draft.write_bytes(data)
    ran = check("--file", str(draft))
    assert (ran.code, ran.out) == (2, "")
    assert "Traceback" not in ran.err


def test_a_missing_file_a_folder_and_a_long_one_are_told(check: RunKb, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("We deliver. " * 100_000, "utf-8")
    for name, sentence in (
        ("none.txt", "cannot be opened"),
        (".", "is a folder"),
        ("long.txt", "at most 50,000 are checked in one go"),
    ):
        ran = check("--file", str(tmp_path / name))
        assert (ran.code, ran.out) == (2, "")
        assert sentence in ran.err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes with names in a folder")
def test_a_pipe_in_the_place_of_a_file_never_blocks(check: RunKb, tmp_path: Path) -> None:
    pipe = tmp_path / "offer.txt"
    os.mkfifo(pipe)
    ran = check("--file", str(pipe))
    assert ran.code == 2
    assert "is no regular file" in ran.err


def test_a_link_to_a_draft_is_followed(check: RunKb, tmp_path: Path) -> None:
    (tmp_path / "offer.txt").write_text(OVER, "utf-8")
    (tmp_path / "link.txt").symlink_to(tmp_path / "offer.txt")
    assert check("--file", str(tmp_path / "link.txt")).code == 1


HOSTILE = {
    "right to left": "\u202eThe plain boxes\u202c ארגזים רגילים 3 ימי עבודה",
    "many languages": "Die Kartons, 箱は三日で, коробки за три дня, boxes in 3 días",
    "control": "The plain boxes\x1b[2J take\x07 three\x9b working days",
    "only signs": "?!,;:—–…\n\n\n....",
    "emoji": "📦📦📦 in 3️⃣ days 🙏",
    "one line": "plain boxes " * 3000,
    "figures": "1,2,3,4.5.6 7/8/9 " * 500,
    "brackets": "([{" * 2000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_any_text_is_survived(check: RunKb, text: str) -> None:
    ran = check("-", stdin=text)
    assert ran.code in (0, 1)
    assert ran.err == ""
    assert "\x1b" not in ran.out
    assert "\u202e" not in ran.out


@pytest.mark.long
def test_a_long_text_takes_time_in_proportion_to_its_length(check: RunKb, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(f"{OVER}\n" * 1000, "utf-8")
    assert check("--file", str(tmp_path / "long.txt"), "--json").code == 1


# A mail


def mail(body: str, *, encoding: str = "7bit", html: str = "", subject: str = "Your boxes") -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "us@example.com", "them@example.com", subject
    message.set_content(body, cte=encoding)
    if html:
        message.add_alternative(html, subtype="html")
    return message.as_bytes()


@pytest.mark.parametrize("encoding", ["7bit", "8bit", "quoted-printable"])
def test_a_mail_is_read_and_its_lines_are_those_of_its_file(check: RunKb, tmp_path: Path, encoding: str) -> None:
    data = mail(
        f"Dear Ms Moreau,\n\n{'thank you for the drawing of the box you sent us, ' * 4}\n\n{OVER}\n", encoding=encoding
    )
    (tmp_path / "offer.eml").write_bytes(data)
    line = data.split(b"\n").index(OVER.encode()) + 1
    assert places(check("--file", str(tmp_path / "offer.eml"))) == [f"line {line}"]


def test_a_coded_mail_is_read_too(check: RunKb, tmp_path: Path) -> None:
    (tmp_path / "offer.eml").write_bytes(mail(OVER, encoding="base64"))
    assert OVER in check("--file", str(tmp_path / "offer.eml")).out


@pytest.mark.parametrize(("text", "code"), [("Thank you for your question.", 0), ("", 1), ("See the page.", 1)])
def test_of_a_mail_in_two_forms_the_plain_one_is_read_unless_it_says_little(
    check: RunKb, tmp_path: Path, text: str, code: int
) -> None:
    data = mail(f"{text}\n", html=f"<p>{OVER}</p>")
    (tmp_path / "offer.eml").write_bytes(data)
    assert check("--file", str(tmp_path / "offer.eml")).code == code


def test_a_page_is_read_as_its_reader_sees_it(check: RunKb, tmp_path: Path) -> None:
    head = f"<html><head><title>x</title><style>{OVER}</style></head>\n<body>\n"
    page = f"{head}<p>The <b>plain boxes</b> take three&nbsp;working days.</p>"
    (tmp_path / "offer.html").write_text(page, "utf-8")
    assert places(check("--file", str(tmp_path / "offer.html"))) == ["line 3"]


def test_attachments_are_not_read_and_that_is_said(check: RunKb, tmp_path: Path) -> None:
    message = EmailMessage()
    message["Subject"] = "Re: boxes"
    message.set_content("Hello.")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="offer.pdf")
    (tmp_path / "offer.eml").write_bytes(message.as_bytes())
    ran = check("--file", str(tmp_path / "offer.eml"))
    assert "What is attached was not read: offer.pdf." in ran.out


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe", b"Content-Type: image/png\n\n\x89PNG", b"Content-Type: text/plain; charset=x\n\nHi"]
)
def test_a_broken_mail_is_survived(check: RunKb, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "offer.eml").write_bytes(data)
    ran = check("--file", str(tmp_path / "offer.eml"))
    assert ran.code in (0, 1, 2)
    assert "stumbled" not in ran.err
    assert "stumbled" not in ran.err


def test_a_document_that_is_attached_is_checked_too(check: RunKb, tmp_path: Path) -> None:
    message = EmailMessage()
    message["Subject"] = "Our offer"
    message.set_content("Dear Anna, the offer is attached.")
    message.add_attachment(document(OVER), maintype="application", subtype="octet-stream", filename="offer.docx")
    message.add_attachment(b"BEGIN:VCARD", maintype="text", subtype="vcard", filename="card.vcf")
    message.add_attachment(EmailMessage())
    (tmp_path / "mail.eml").write_bytes(message.as_bytes())
    ran = check("--file", str(tmp_path / "mail.eml"))
    assert ran.code == 1
    assert "What is attached was not read: card.vcf, a forwarded mail." in ran.out
    assert "mail.eml: offer.docx " in ran.out
    assert places(ran) == ["paragraph 1"]


def test_a_mail_that_is_only_a_wrapping_is_refused(check: RunKb, tmp_path: Path) -> None:
    message = EmailMessage()
    message.set_content("\n")
    message.add_attachment(b"\x78\x9f\x3e\x22", maintype="application", subtype="ms-tnef", filename="winmail.dat")
    (tmp_path / "mail.eml").write_bytes(message.as_bytes())
    ran = check("--file", str(tmp_path / "mail.eml"))
    assert (ran.code, ran.out) == (2, "")
    assert "has no text of its own, only winmail.dat." in ran.err


@pytest.mark.parametrize("name", ["mail.txt", "mail"])
def test_a_mail_is_known_by_its_head(check: RunKb, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(mail(f"Hello.\n\n{OVER}\n", encoding="quoted-printable"))
    ran = check("--file", str(tmp_path / name), "--json")
    assert [finding["claim"] for finding in json.loads(ran.out)["findings"]] == [OVER]
    assert check("-", stdin=f"Subject: boxes\nTo: Anna\n\n{OVER}").code == 1


# Several files


def test_a_pattern_that_no_shell_has_read_names_files(
    check: RunKb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a.txt", "~$a.txt", "[1].txt"):
        (tmp_path / name).write_text(OVER, "utf-8")
    ran = check("--file", "*.txt", "--json")
    assert (ran.code, [each["file"] for each in json.loads(ran.out)["files"]]) == (1, ["[1].txt", "a.txt", "b.txt"])
    assert [each["file"] for each in json.loads(check("--file", "[1].txt", "--json").out)["files"]] == ["[1].txt"]
    ran = check("--file", "*.docx")
    assert ran.code == 2
    assert "*.docx cannot be opened" in ran.err
    assert "without the ~$" in check("--file", "~$a.txt").err


def test_a_file_that_cannot_be_read_hides_no_other(check: RunKb, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "b.txt").write_text(OVER, "utf-8")
    ran = check("--file", str(tmp_path / "a.pdf"), str(tmp_path / "b.txt"), str(tmp_path / "c.txt"))
    assert ran.code == 2
    assert places(ran) == ["line 1"]
    assert "Not checked: " in ran.err
    assert "a.pdf is a PDF" in ran.err
    assert "c.txt cannot be opened" in ran.err


# The corrected draft


def test_the_corrected_draft_is_the_draft_but_for_the_change(check: RunKb, tmp_path: Path) -> None:
    before = f"\ufeffGrüße,\r\n\r\n{SAID}.  \r\n\tBis bald\r\n".encode()
    (tmp_path / "offer.txt").write_bytes(before)
    out = tmp_path / "checked.txt"
    ran = check("--file", str(tmp_path / "offer.txt"), "--corrected", str(out))
    assert ran.code == 1
    assert f"Written: {out}, with 1 change in it." in ran.err
    after = out.read_bytes()
    start, end = before.split(SAID.encode())
    assert after == start + INSTEAD.encode() + end


def test_a_draft_of_windows_stays_one(check: RunKb, tmp_path: Path) -> None:
    (tmp_path / "offer.txt").write_bytes(f"Gr\xfc\xdfe,\r\n{SAID}.\r\n\x81".encode("latin-1"))
    check("--file", str(tmp_path / "offer.txt"), "--corrected", str(tmp_path / "out.txt"))
    after = (tmp_path / "out.txt").read_bytes()
    assert after.startswith(b"Gr\xfc\xdfe,\r\n")
    assert after.endswith(b".\r\n\x81")
    assert INSTEAD.encode() in after


def test_nothing_is_written_over_unless_that_is_asked(check: RunKb, tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    out.write_text("mine", "utf-8")
    ran = check(SAID, "--corrected", str(out))
    assert (ran.code, ran.out) == (2, "")
    assert "is there already" in ran.err
    assert out.read_text("utf-8") == "mine"
    assert check(SAID, "--corrected", str(out), "--force").code == 1
    assert INSTEAD in out.read_text("utf-8")


def test_what_cannot_be_put_in_is_told_with_its_place(check: RunKb, tmp_path: Path) -> None:
    ran = check("The plain boxes take 5?7 working days.", "--corrected", str(tmp_path / "out.txt"), "--json")
    assert '"corrected": {"file": ' in ran.out


def test_a_draft_is_never_written_as_what_it_is_not(check: RunKb, tmp_path: Path) -> None:
    ran = check(SAID, "--corrected", str(tmp_path / "out.docx"))
    assert (ran.code, ran.out) == (2, "")
    assert "Name it out.txt." in ran.err
    assert list(tmp_path.glob("out*")) == []


def test_one_draft_is_corrected_at_a_time(check: RunKb, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SAID, "utf-8")
    ran = check("--file", str(tmp_path / "a.txt"), str(tmp_path / "a.txt"), "--corrected", str(tmp_path / "out.txt"))
    assert ran.code == 2


# A Word document


def document(*paragraphs: str) -> bytes:
    docx = pytest.importorskip("docx")
    written = docx.Document()
    for text in paragraphs:
        paragraph = written.add_paragraph()
        for at, word in enumerate(text.split(" ")):
            run = paragraph.add_run(word if not at else f" {word}")
            run.bold = at == 1
    out = io.BytesIO()
    written.save(out)
    return out.getvalue()


def test_a_document_is_read_paragraph_by_paragraph(check: RunKb, tmp_path: Path) -> None:
    (tmp_path / "offer.docx").write_bytes(document("Dear Ms Moreau,", "", OVER))
    assert places(check("--file", str(tmp_path / "offer.docx"))) == ["paragraph 3"]


def test_a_document_can_be_piped_in(check: RunKb, monkeypatch: pytest.MonkeyPatch) -> None:
    data = document(OVER)

    def stdin(_text: str) -> io.TextIOWrapper:
        return io.TextIOWrapper(io.BytesIO(data))

    monkeypatch.setattr(io, "StringIO", stdin)
    assert OVER in check("-").out


def test_tables_footers_and_tracked_insertions_are_read(check: RunKb, tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    written = docx.Document()
    table = written.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "lead time, plain box", "3 working days"
    written.sections[0].footer.paragraphs[0].text = f"{SAID}."
    paragraph = written.add_paragraph("The plain boxes take ")
    inserted = docx.oxml.parse_xml(
        '<w:ins xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:id="1">'
        "<w:r><w:t>four working days</w:t></w:r></w:ins>"
    )
    paragraph._p.append(inserted)  # noqa: SLF001 - python-docx has no name for it
    written.save(str(tmp_path / "offer.docx"))
    out = check("--file", str(tmp_path / "offer.docx")).out
    assert "3 working days" in out
    assert "four working days" in out
    assert SAID in out


def test_the_corrected_document_keeps_its_look(check: RunKb, tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    (tmp_path / "offer.docx").write_bytes(document("Dear Ms Moreau,", f"{SAID}.", "Best regards"))
    out = tmp_path / "out.docx"
    assert check("--file", str(tmp_path / "offer.docx"), "--corrected", str(out)).code == 1
    first, changed, last = docx.Document(str(out)).paragraphs
    assert (first.text, last.text) == ("Dear Ms Moreau,", "Best regards")
    assert INSTEAD in changed.text
    assert "tomorrow" not in changed.text
    assert first.runs[1].bold


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"PK\x03\x04" + b"x" * 500])
def test_a_broken_document_is_told(check: RunKb, tmp_path: Path, data: bytes) -> None:
    pytest.importorskip("docx")
    (tmp_path / "offer.docx").write_bytes(data)
    ran = check("--file", str(tmp_path / "offer.docx"))
    assert (ran.code, ran.out) == (2, "")
    assert "cannot be read as a Word document" in ran.err


@pytest.fixture
def no_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)


@pytest.mark.usefixtures("no_extra")
def test_without_the_extra_it_says_what_to_install(check: RunKb, tmp_path: Path) -> None:
    (tmp_path / "offer.docx").write_bytes(b"PK\x03\x04")
    ran = check("--file", str(tmp_path / "offer.docx"))
    assert ran.code == 2
    assert "product-kb[office]" in ran.err
