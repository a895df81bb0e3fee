"""`kb export`: a sheet for its reader, told in one line; what cannot be done is told, and nothing is written."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import SAMPLE, RunKb
from pdf_reading import everything, text_of

Folder = Callable[[dict[str, str]], Path]

TWO = {
    "kb.yaml": "company: Northfold\n",
    "articles/lead-time.md": "---\naudience: customer\ntags: time\n---\n# How long?\n\nFive days.\n\n"
    '## Don\'t say\n- "two days": plates take three\n',
    "articles/rush.md": "---\naudience: sales\ntags: time\n---\n# Faster?\n\nFor a surcharge.\n",
}


def test_the_sample_sheet_is_written_and_told(kb: RunKb, tmp_path: Path) -> None:
    out = tmp_path / "sheet.pdf"
    assert kb("--today", "2026-11-24", "export", str(out)) == (0, "", f"Wrote {out}: 12 answers, 3 pages, for sales.\n")
    assert out.stat().st_size < 130_000, "it is sent by mail"
    text = text_of(out.read_bytes())
    assert text.index("How long will my order take?") < text.index("What is the smallest order you take?")
    assert "New printed box: now 20–23 working days (normally 15–18), from approved proof and paid deposit" in text
    assert "NOW Every lead time 5 working days longer, September to November. Closed 24 December to 2 January." in text
    assert "20–23 working days now, until 30 November; normally 15–18" in text
    assert "Good until 30 November 2026 · still right? kb stale FILE.pdf" in text
    assert "Don’t say:" in text
    assert "Planning desk · ext. 250" in text


def test_the_leave_behind_holds_what_customers_may_read(kb: RunKb, folder: Folder, tmp_path: Path) -> None:
    out = tmp_path / "leave-behind.pdf"
    ran = kb("export", str(out), "--for", "customer", "--paper", "letter", content=folder(TWO))
    assert ran == (0, "", f"Wrote {out}: 1 answer, 1 page, for customers.\n")
    text = text_of(out.read_bytes())
    assert "Five days." in text
    assert "two days" not in text
    assert "Faster?" not in text


def test_json_tells_what_was_written(kb: RunKb, folder: Folder, tmp_path: Path) -> None:
    out = tmp_path / "s.pdf"
    ran = kb("export", str(out), "--slug", "rush", "--slug", "lead", "--json", content=folder(TWO))
    assert ran.code == 0
    assert json.loads(ran.out) == {
        "schema": 1,
        "path": str(out),
        "format": "pdf",
        "for": "sales",
        "paper": "a4",
        "cards": 2,
        "slugs": ["rush", "lead-time"],
        "pages": 1,
        "bytes": out.stat().st_size,
        "notes": [],
    }
    assert ran.err == f"Wrote {out}: 2 answers, 1 page, for sales.\n"


def test_title_and_tag_choose_and_name_the_sheet(kb: RunKb, folder: Folder, tmp_path: Path) -> None:
    out = tmp_path / "s.pdf"
    assert kb("export", str(out), "--tag", "Time", "--title", "In a hurry", content=folder(TWO)).code == 0
    assert text_of(out.read_bytes()).startswith("In a hurry Sales cheat sheet")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["x.docx"], "kb: kb can't export 'docx'. What works: pdf, "),
        (["x"], "kb: 'x' tells no format. What works: pdf, "),
        (["x.pdf", "--for", "custmer"], "kb: There is no reader 'custmer'.\nDid you mean 'customer'?"),
        (["x.pdf", "--for", "inside"], "kb: There is no reader 'inside'.\n"),
        (["x.pdf", "--paper", "a3"], "kb: There is no paper 'a3'.\n"),
        (["x.pdf", "--slug", "rush", "--for", "customer"], "kb: 'rush' is not for customers, so nothing was written."),
        (["x.pdf", "--slug", "nothing-like-it"], "kb: No answer is called 'nothing-like-it'."),
        (["x.pdf", "--slug", "o"], "kb: 'o' could be several answers."),
        (["x.pdf", "--tag", "tmie"], "kb: No answer has the tag 'tmie'. Did you mean 'time'?"),
        (["-", "--json"], "kb: Both the PDF and --json would go to stdout."),
        ([], "kb: Missing argument 'OUT'."),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is_written(
    kb: RunKb, folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, arguments: list[str], sentence: str
) -> None:
    two = {**TWO, "articles/rush.md": TWO["articles/rush.md"].replace("Faster?", "How so fast?")}
    root = folder(two)
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    ran = kb("export", *arguments, content=root)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(sentence)
    assert list(here.iterdir()) == []


def test_an_article_of_the_folder_is_never_written_over(kb: RunKb, folder: Folder) -> None:
    root = folder(TWO)
    before = (root / "articles" / "rush.md").read_text("utf-8")
    ran = kb("export", str(root / "articles" / "rush.md"), "--format", "pdf", content=root)
    assert ran.code == 2
    assert "belongs to the content folder" in ran.err
    assert (root / "articles" / "rush.md").read_text("utf-8") == before


def test_the_same_day_gives_the_same_bytes_and_another_day_others(kb: RunKb, folder: Folder, tmp_path: Path) -> None:
    root = folder(TWO)
    made = []
    for name, day in (("a", "2026-11-24"), ("b", "2026-11-24"), ("c", "2026-11-25")):
        assert kb("--today", day, "export", str(tmp_path / f"{name}.pdf"), content=root).code == 0
        made.append((tmp_path / f"{name}.pdf").read_bytes())
    assert made[0] == made[1] != made[2]


def test_letters_that_cannot_be_printed_are_told_with_the_article(kb: RunKb, folder: Folder, tmp_path: Path) -> None:
    root = folder({"articles/sign.md": "---\naudience: customer\n---\n# What?\n\nMade in 日本.\n"})
    ran = kb("export", str(tmp_path / "s.pdf"), content=root)
    assert ran.code == 2
    assert "The article 'sign' has the letter '日'" in ran.err
    assert not (tmp_path / "s.pdf").exists()


def _kb(*arguments: str, stdout: int) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "kb", "--content", str(SAMPLE), *arguments]
    return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=stdout, stderr=subprocess.PIPE, check=False)


def test_a_dash_writes_the_bytes_to_a_pipe() -> None:
    done = _kb("export", "-", "--slug", "rush-orders", stdout=subprocess.PIPE)
    assert done.returncode == 0
    assert done.stdout.startswith(b"%PDF-1.7")
    assert done.stdout.rstrip().endswith(b"%%EOF")
    assert done.stderr == b"Wrote stdout: 1 answer, 1 page, for sales.\n"


def test_a_dash_writes_no_bytes_to_a_screen() -> None:
    ours, theirs = pty.openpty()
    try:
        done = _kb("export", "-", stdout=theirs)
        os.close(theirs)
        assert (done.returncode, done.stderr) == (
            2, b"kb: A PDF is no text for a screen.\nName a file: kb export sheet.pdf\n",
        )  # fmt: skip
    finally:
        os.close(ours)


def test_a_desk_chooses_by_its_key_or_its_name(kb: RunKb, tmp_path: Path) -> None:
    out = str(tmp_path / "s.pdf")
    made = [json.loads(kb("export", out, "--desk", desk, "--json").out)["slugs"] for desk in ("tooling", "Tool room")]
    assert made[0] == made[1]
    assert "tooling-cost" in made[0]
    ran = kb("export", out, "--desk", "toling")
    assert ran.code == 2
    assert "There is no desk 'toling'. Did you mean 'tooling'?" in ran.err


def test_a_desk_without_an_answer_for_the_reader_is_told(kb: RunKb, folder: Folder, tmp_path: Path) -> None:
    root = folder({**TWO, "people.yaml": "press:\n  name: Press hall\n"})
    ran = kb("export", str(tmp_path / "s.pdf"), "--desk", "press", content=root)
    assert (ran.code, ran.err) == (2, "kb: The desk 'press' has no answer for sales.\nChoose another desk.\n")


def test_a_logo_is_in_the_head_and_its_file_is_not_named(kb: RunKb, folder: Folder, tmp_path: Path) -> None:
    logo = tmp_path / "secret-name.svg"
    logo.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="9" height="9"/></svg>')
    out, plain = tmp_path / "s.pdf", tmp_path / "plain.pdf"
    for paper in ("a4", "letter", "phone"):
        assert kb("export", str(out), "--logo", str(logo), "--paper", paper, content=folder(TWO)).code == 0
        assert kb("export", str(plain), "--paper", paper, content=folder(TWO)).code == 0
        assert out.read_bytes() != plain.read_bytes()
        assert "secret-name" not in everything(out.read_bytes())


def test_a_logo_that_is_none_is_refused_and_nothing_is_written(kb: RunKb, folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"no picture")
    ran = kb("export", str(tmp_path / "s.pdf"), "--logo", str(tmp_path / "logo.png"), content=folder(TWO))
    assert (ran.code, ran.err) == (2, "kb: The logo is no PNG, JPG or SVG.\nSave it as a small PNG, JPG or SVG.\n")
    (tmp_path / "loop.png").symlink_to(tmp_path / "loop.png")
    loop = kb("export", str(tmp_path / "s.pdf"), "--logo", str(tmp_path / "loop.png"), content=folder(TWO))
    assert loop.err.startswith(f"kb: The logo {tmp_path / 'loop.png'} cannot be opened (")
    gone = kb("export", str(tmp_path / "s.pdf"), "--logo", str(tmp_path / "gone.png"), content=folder(TWO))
    assert gone.code == 2
    assert gone.err.startswith(f"kb: The logo {tmp_path / 'gone.png'} cannot be opened (")
    assert not (tmp_path / "s.pdf").exists()
