"""`kb publish`: everything that kb.yaml lists, written only where it changed, with a page that leads to it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import RunKb

Folder = Callable[[dict[str, str]], Path]

ARTICLE = "---\naudience: customer\n---\n# How long?\n\nFive days.\n"
TWO = {
    "kb.yaml": "company: Northfold & Sons\npublish:\n- sheet.pdf\n- pocket.pdf --paper phone\n- handbook.html\n"
    '- leave behind.html --for customer --title "For you"\n'.replace("leave behind", "leave-behind"),
    "articles/lead-time.md": ARTICLE,
    "articles/rush.md": "---\naudience: sales\n---\n# Faster?\n\nFor a surcharge.\n",
}


def _publish(kb: RunKb, root: Path, *options: str, day: str = "2026-11-24") -> tuple[int, dict[str, str]]:
    ran = kb("--today", day, "publish", str(root.parent / "out"), "--json", *options, content=root)
    return ran.code, {each["name"]: each["status"] for each in json.loads(ran.out)["outputs"]}


def test_it_writes_what_is_listed_and_what_has_changed_again(kb: RunKb, folder: Folder) -> None:
    root = folder(TWO)
    names = ["sheet.pdf", "pocket.pdf", "handbook.html", "leave-behind.html"]
    assert _publish(kb, root) == (0, dict.fromkeys(names, "written"))
    out = root.parent / "out"
    assert sorted(path.name for path in out.iterdir()) == sorted([*names, "index.html"])
    before = {path.name: path.stat().st_mtime_ns for path in out.iterdir()}
    assert _publish(kb, root) == (0, dict.fromkeys(names, "unchanged"))
    assert {path.name: path.stat().st_mtime_ns for path in out.iterdir()} == before
    (root / "articles" / "rush.md").write_text("---\naudience: sales\n---\n# Faster?\n\nNever.\n", "utf-8")
    changed = _publish(kb, root)[1]
    assert [name for name, status in changed.items() if status == "written"] == names[:3]


def test_the_index_leads_to_them_with_their_dates(kb: RunKb, folder: Folder) -> None:
    root = folder(TWO)
    _publish(kb, root)
    html = (root.parent / "out" / "index.html").read_text("utf-8")
    assert "<h1>Northfold &amp; Sons</h1>" in html
    assert '<a href="handbook.html">handbook.html</a><span>Handbook with a search for sales</span>' in html
    assert html.count("as of 24 November 2026") == 4
    assert "default-src 'none'" in html


def test_one_that_fails_leaves_the_file_of_before_and_the_others_are_written(kb: RunKb, folder: Folder) -> None:
    files = {
        **TWO,
        "kb.yaml": "publish:\n- sheet.pdf --slug rush\n- rush.html --for customer --slug lead-time\n- all.md\n",
    }
    root = folder(files)
    assert _publish(kb, root)[0] == 0
    out = root.parent / "out"
    old = (out / "rush.html").read_bytes()
    (root / "articles" / "lead-time.md").write_text(ARTICLE.replace("customer", "inside"), "utf-8")
    ran = kb("--today", "2026-11-25", "publish", str(out), content=root)
    assert ran.code == 2
    assert ran.out.splitlines()[1].startswith("failed: rush.html. 'lead-time' is not for customers")
    assert "The file of 2026-11-24 is still there." in ran.out
    assert (out / "rush.html").read_bytes() == old
    assert "written: sheet.pdf, 1 answer\n" in ran.out
    html = (out / "index.html").read_text("utf-8")
    assert "as of 24 November 2026; <b>could not be made anew</b>" in html
    assert "as of 25 November 2026" in html


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("../up.pdf", "'../up.pdf' is no name for an output."),
        ("/x.pdf", "'/x.pdf' is no name for an output."),
        ("index.html", "'index.html' is no name for an output."),
        ("- --format md", "'-' is no name for an output"),
        ("x.docx", "kb can't export 'docx'."),
        ("x.pdf --paper a3", "There is no paper 'a3'."),
        ("x.pdf --content /", "No such option"),
        ("x.pdf --json", "--json makes no file."),
        ("x.pdf --help", "No such option"),
        ('x.pdf --title "no end', "has a quote that does not end."),
        ("x.pdf y.pdf", "y.pdf"),
    ],
)
def test_a_line_that_is_no_order_is_told_and_writes_nothing(kb: RunKb, folder: Folder, line: str, reason: str) -> None:
    root = folder({**TWO, "kb.yaml": f"publish:\n- {json.dumps(line)}\n"})
    ran = kb("publish", str(root.parent / "out"), content=root)
    assert ran.code == 2
    assert reason in ran.out
    assert [path.name for path in (root.parent / "out").iterdir()] == ["index.html"]


def test_a_folder_that_lists_nothing_is_told_how(kb: RunKb, folder: Folder) -> None:
    ran = kb("publish", "out", content=folder({"kb.yaml": "company: X\n", "articles/a.md": ARTICLE}))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "kb: kb.yaml lists nothing under `publish:`.\nWrite there, say: publish: [sheet.pdf]\n"


def test_it_never_writes_among_the_articles(kb: RunKb, folder: Folder) -> None:
    root = folder(TWO)
    ran = kb("publish", str(root / "articles"), content=root)
    assert ran.code == 2
    assert "belongs to the content folder" in ran.err
    assert sorted(path.name for path in (root / "articles").iterdir()) == ["lead-time.md", "rush.md"]
