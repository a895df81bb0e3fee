"""`kb stale`: what an export shows beside what is so now, and the command that makes it anew."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import RunKb

from kb.session.marks import mark_in

Folder = Callable[[dict[str, str]], Path]

TWO = {
    "kb.yaml": "company: Northfold\n",
    "people.yaml": "planning:\n  name: Planning desk\n  reach: ext. 250\n",
    "articles/lead-time.md": "---\naudience: customer\ndesk: planning\n---\n"
    "# How long does a box take?\n\nFive days.\n\n"
    "## Numbers\n- lead time, new box: 15 to 18 working days\n- smallest order: at least 100 boxes\n",
    "articles/season.md": "---\naudience: customer\n---\n# When are you busy?\n\nIn autumn.\n\n"
    "## Numbers\n- lead time: adds 5 working days, during September to November\n",
    "articles/rush.md": "---\naudience: sales\n---\n# Faster?\n\nFor a surcharge.\n",
}
SUFFIXES = ["pdf", "html", "json", "md"]


def _export(kb: RunKb, root: Path, suffix: str, *options: str) -> Path:
    out = root.parent / f"out.{suffix}"
    ran = kb("--today", "2026-12-01", "export", str(out), *options, content=root)
    assert ran.code == 0, ran.err
    return out


def _edit(root: Path, slug: str, old: str, new: str) -> None:
    path = root / "articles" / f"{slug}.md"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_export_of_today_is_the_same(kb: RunKb, folder: Folder, suffix: str) -> None:
    root = folder(TWO)
    out = _export(kb, root, suffix)
    ran = kb("--today", "2026-12-02", "stale", str(out), content=root)
    assert (ran.code, ran.err) == (0, "")
    assert "for sales, as of 1 December 2026." in " ".join(ran.out.split())
    assert "same       3 answers\nmake anew  kb export" in ran.out
    told = json.loads(kb("--today", "2026-12-02", "stale", str(out), "--json", content=root).out)
    assert told["stale"] is False
    assert [answer["status"] for answer in told["answers"]] == ["same"] * 3


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_number_that_changed_is_told_with_what_it_was(kb: RunKb, folder: Folder, suffix: str) -> None:
    root = folder(TWO)
    out = _export(kb, root, suffix)
    _edit(root, "lead-time", "at least 100 boxes", "at least 200 boxes")
    ran = kb("--today", "2026-12-02", "stale", str(out), content=root)
    assert ran.code == 1
    assert "changed    lead-time\n" in ran.out
    assert "  was      smallest order: at least 100 boxes\n  now      smallest order: at least 200 boxes\n" in ran.out
    assert "same       2 answers\n" in ran.out


def test_words_a_season_and_a_desk_that_changed_are_told(kb: RunKb, folder: Folder) -> None:
    root = folder(TWO)
    out = _export(kb, root, "html")
    _edit(root, "rush", "For a surcharge.", "Never.")
    (root / "people.yaml").write_text("planning:\n  name: Planning desk\n  reach: ext. 999\n", "utf-8")
    told = json.loads(kb("--today", "2027-09-02", "stale", str(out), "--json", content=root).out)
    changed = {
        answer["slug"]: (answer["was"], answer["now"]) for answer in told["answers"] if answer["status"] != "same"
    }
    assert changed == {
        "rush": ([], []),
        "lead-time": (
            ["lead time, new box: 15 to 18 working days"],
            ["lead time, new box: 15 to 18 working days (now 20 to 23 working days)"],
        ),
    }
    assert told["around"] == ["the NOW line", "who to ask"]


def test_what_its_reader_may_no_longer_read_is_withdrawn(kb: RunKb, folder: Folder) -> None:
    root = folder(TWO)
    out = _export(kb, root, "pdf", "--for", "customer", "--slug", "lead", "--slug", "season", "--paper", "phone")
    _edit(root, "lead-time", "audience: customer", "audience: sales")
    ran = kb("--today", "2026-12-02", "stale", str(out), "--json", content=root)
    told = json.loads(ran.out)
    assert ran.code == 1
    assert [(answer["slug"], answer["status"]) for answer in told["answers"]] == [
        ("lead-time", "withdrawn"), ("season", "same"),
    ]  # fmt: skip
    assert told["again"] == f"kb export {out} --for=customer --paper=phone --slug=season"


def test_an_answer_that_was_added_is_told_and_makes_nothing_stale(kb: RunKb, folder: Folder) -> None:
    root = folder(TWO)
    out = _export(kb, root, "html")
    (root / "articles" / "new.md").write_text("---\naudience: sales\n---\n# New?\n\nYes.\n", "utf-8")
    ran = kb("--today", "2026-12-02", "stale", str(out), content=root)
    assert ran.code == 0
    assert "new        new, not in it yet" in ran.out


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.pdf", b"%PDF-1.7\nbroken"),
        ("x.html", b"<meta name=kb-mark content='{}'>"),
        ("x.html", b"<html><p>kb-mark</html>"),
        ("x.json", b'{"mark": [1]}'),
        ("x.json", b"[" * 100_000),
        ("x.csv", b'"question"\r\n'),
        ("x.md", b'<!-- kb-mark: {"kb":2} -->'),
        ("x", b""),
        ("x", b"\xff\xfe\x00"),
    ],
)
def test_a_file_without_a_mark_cannot_be_told(
    kb: RunKb, folder: Folder, tmp_path: Path, name: str, data: bytes
) -> None:
    (tmp_path / name).write_bytes(data)
    ran = kb("stale", str(tmp_path / name), content=folder(TWO))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("kb: Nobody can tell:")


def test_a_file_that_is_not_there_cannot_be_read(kb: RunKb, folder: Folder, tmp_path: Path) -> None:
    ran = kb("stale", str(tmp_path / "none.pdf"), content=folder(TWO))
    assert (ran.code, ran.out) == (2, "")
    assert "cannot be opened" in ran.err
    (tmp_path / "loop.pdf").symlink_to(tmp_path / "loop.pdf")
    assert "cannot be opened" in kb("stale", str(tmp_path / "loop.pdf"), content=folder(TWO)).err


def test_a_page_that_a_browser_has_saved_still_carries_its_mark(kb: RunKb, folder: Folder) -> None:
    out = _export(kb, folder(TWO), "html")
    mark = mark_in(out.read_bytes())
    assert mark is not None
    text = json.dumps(mark).replace('"', "&quot;")
    assert mark_in(f'<html><head><META CONTENT="{text}" NAME="kb-mark">'.encode()) == mark


def test_no_text_of_an_article_ends_the_mark(kb: RunKb, folder: Folder) -> None:
    evil = "'\"><script>--><!-- &amp; \u2028"
    files = {
        **TWO,
        "articles/evil.md": f"---\naudience: customer\n---\n# Evil?\n\nYes.\n\n## Numbers\n- {evil}: 5 boxes\n",
    }
    root = folder({**files, "kb.yaml": "company: Northfold\n"})
    for suffix in SUFFIXES:
        out = _export(kb, root, suffix, "--title", evil)
        assert kb("--today", "2026-12-02", "stale", str(out), content=root).code == 0
