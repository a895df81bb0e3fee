"""The compiled content folder: the same as reading it all, and only what changed is read again."""

import os
import time
from array import array
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import SAMPLE
from hypothesis import given
from hypothesis import strategies as st

from kb.library.load import load_library
from kb.library.scan import Scan, scan
from kb.library.snapshot import Snapshot
from kb.library.store import Known, Store
from kb.model.library import Library

LATER = time.time_ns() + 10**12
"""Long after every file was written, so that none counts as just written."""

GATE = "---\naudience: sales\n---\n# When is the gate open?\n\nFrom six to two, see [[rush]].\n"


def refreshed(snapshot: Snapshot, root: Path, *, looked: int = LATER) -> int:
    """How many files were read."""
    counts = [0]
    snapshot.refresh(root, scan(root), looked, counts.append)
    return counts[-1]


def opened(tmp_path: Path) -> Snapshot:
    return Snapshot(tmp_path / "snapshot.sqlite", "first")


def everything(library: Library) -> tuple[object, ...]:
    return library.frame, sorted(library.articles, key=lambda each: each.path), sorted(library.problems)


def test_the_sample_company_comes_out_as_it_is_read(tmp_path: Path) -> None:
    with opened(tmp_path) as snapshot:
        refreshed(snapshot, SAMPLE)
        assert everything(snapshot.library()) == everything(load_library(SAMPLE))
        assert len(snapshot.library().articles) == 40


def test_a_broken_folder_comes_out_as_it_is_read(tmp_path: Path, folder: Callable[[dict[str, str]], Path]) -> None:
    root = folder(
        {
            "articles/gate.md": GATE,
            "articles/broken.md": "---\naudience: sales\n# No end\n",
            "articles/typo.md": "---\naudiance: sales\n---\n# Who?\n\nWe.\n\n## Wy\n\nSo.\n",
            "articles/latin.md": "# Caf\n",
            "inside/gate.md": "Only for us.\n",
            "inside/nobody.md": "Only for us.\n",
            "people.yaml": "a: [\n",
        }
    )
    (root / "articles/latin.md").write_bytes("# Café\n".encode("latin-1"))
    (root / "articles/link.md").symlink_to("gate.md")
    with opened(tmp_path) as snapshot:
        refreshed(snapshot, root)
        assert everything(snapshot.library()) == everything(load_library(root))
        assert {problem.path for problem in snapshot.library().problems} >= {
            "articles/broken.md", "articles/latin.md", "articles/link.md", "articles/typo.md", "people.yaml",
        }  # fmt: skip


def test_only_what_changed_is_read_again(tmp_path: Path, folder: Callable[[dict[str, str]], Path]) -> None:
    root = folder({f"articles/a{n}.md": GATE for n in range(9)})
    with opened(tmp_path) as snapshot:
        assert refreshed(snapshot, root) == 10
        assert refreshed(snapshot, root) == 0
        (root / "articles/a3.md").write_text(GATE.replace("six", "ten"), "utf-8")
        (root / "articles/a4.md").unlink()
        before = snapshot.revision
        assert refreshed(snapshot, root) == 1
        changes = snapshot.changes_since(before)
        assert [article.slug for article in changes.articles] == ["a3"]
        assert changes.gone == ("articles/a4.md",)


def test_a_file_that_was_only_touched_is_no_change(tmp_path: Path, folder: Callable[[dict[str, str]], Path]) -> None:
    root = folder({"articles/gate.md": GATE})
    with opened(tmp_path) as snapshot:
        refreshed(snapshot, root)
        before = snapshot.revision
        os.utime(root / "articles/gate.md", (1, 1))
        assert refreshed(snapshot, root) == 1
        assert snapshot.changes_since(before) == ((), ())


def test_a_file_that_was_just_written_is_read_at_the_next_look_too(
    tmp_path: Path, folder: Callable[[dict[str, str]], Path]
) -> None:
    root = folder({"articles/gate.md": GATE})
    with opened(tmp_path) as snapshot:
        refreshed(snapshot, root, looked=time.time_ns())
        assert not snapshot.is_settled
        assert refreshed(snapshot, root) == 2
        assert snapshot.is_settled


def test_another_default_audience_is_read_into_every_article(
    tmp_path: Path, folder: Callable[[dict[str, str]], Path]
) -> None:
    root = folder({"articles/note.md": "# Where?\n\nThere.\n"})
    with opened(tmp_path) as snapshot:
        refreshed(snapshot, root)
        assert not snapshot.outlines.readable()
        (root / "kb.yaml").write_text("default_audience: sales\n")
        refreshed(snapshot, root)
        assert snapshot.outlines.readable() == {"note"}
        (root / "kb.yaml").unlink()
        refreshed(snapshot, root)
        assert not snapshot.outlines.readable()


def test_articles_that_link_to_another_are_found_by_it(
    tmp_path: Path, folder: Callable[[dict[str, str]], Path]
) -> None:
    root = folder({"articles/gate.md": GATE, "articles/rush.md": GATE.replace("[[rush]]", "[[rush-hour]]")})
    with opened(tmp_path) as snapshot:
        refreshed(snapshot, root)
        before = snapshot.revision
        assert snapshot.outlines.linking_since(before) == set()
        (root / "articles/rush-hour.md").write_text(GATE.replace("sales", "customer"), "utf-8")
        refreshed(snapshot, root)
        assert snapshot.outlines.linking_since(before) == {"articles/rush.md"}
        before = snapshot.revision
        (root / "articles/rush-hour.md").write_text(GATE.replace("sales", "inside"), "utf-8")
        refreshed(snapshot, root)
        assert snapshot.outlines.linking_since(before) == {"articles/rush.md"}
        assert snapshot.outlines.linking_since(snapshot.revision) == set()


@pytest.mark.parametrize("damage", [b"", b"garbage" * 1000])
def test_a_damaged_snapshot_is_made_anew_with_another_identity(damage: bytes, tmp_path: Path) -> None:
    with opened(tmp_path) as snapshot:
        refreshed(snapshot, SAMPLE)
    (tmp_path / "snapshot.sqlite").write_bytes(damage)
    with Snapshot(tmp_path / "snapshot.sqlite", "second") as snapshot:
        assert (snapshot.identity, snapshot.revision) == ("second", 0)


def test_an_unreadable_file_is_told_and_tried_again(tmp_path: Path, folder: Callable[[dict[str, str]], Path]) -> None:
    root = folder({"articles/gate.md": GATE, "articles/huge.md": ""})
    with (root / "articles/huge.md").open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    with opened(tmp_path) as snapshot:
        start = time.monotonic()
        refreshed(snapshot, root)
        assert time.monotonic() - start < 1
        told = [problem for problem in snapshot.library().problems if problem.path == "articles/huge.md"]
        assert len(told) == 1
        assert "at most 1,048,576 are read" in told[0].sentence
        assert [article.slug for article in snapshot.library().articles] == ["gate"]


NAMES = st.integers(0, 6).map("articles/{}.md".format)
FIGURES = st.lists(st.integers(0, 2), min_size=4, max_size=4)


def scan_of(files: dict[str, list[int]]) -> Scan:
    return Scan(list(files), array("q", [figure for figures in files.values() for figure in figures]), [], {})


@given(st.dictionaries(NAMES, FIGURES), st.dictionaries(NAMES, FIGURES), st.booleans())
def test_what_changed_is_what_differs(
    before: dict[str, list[int]],
    now: dict[str, list[int]],
    same: bool,  # noqa: FBT001 - given
) -> None:
    if same:  # the same files in the same order
        now = {path: now.get(path, figures) for path, figures in before.items()}
    changed, gone = Known(*scan_of(before)[:2]).changed(scan_of(now))

    assert [key.path for key in changed] == sorted(path for path in now if now[path] != before.get(path))
    assert gone == before.keys() - now.keys()


def test_a_file_in_doubt_is_read_again_and_missed_when_it_goes(tmp_path: Path) -> None:
    store = Store(tmp_path / "store.sqlite", ())
    seen = scan_of({"articles/a.md": [1, 2, 3, 4], "articles/b.md": [1, 2, 3, 4]})
    store.set_known(seen, {"articles/b.md"})

    changed, gone = store.known().changed(seen)
    assert ([key.path for key in changed], gone) == (["articles/b.md"], set())
    assert store.known().changed(scan_of({"articles/a.md": [1, 2, 3, 4]})) == ([], {"articles/b.md"})
    store.close()
