"""What is seen of a content folder: articles only, no links out of it, nothing that blocks."""

import os
import socket
import threading
import time
from pathlib import Path

import pytest

from kb.library.scan import fingerprint, scan


def seen(root: Path) -> list[str]:
    return [key.path for key in scan(root).files]


def write(root: Path, *paths: str) -> Path:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("# Title\n\nText.\n", "utf-8")
    return root


def test_articles_frame_files_and_inside_parts_are_seen_by_path(tmp_path: Path) -> None:
    write(tmp_path, "kb.yaml", "people.yaml", "articles/b.md", "articles/time/a.MD", "articles/c.yaml", "inside/b.md")
    assert seen(tmp_path) == [
        "articles/b.md", "articles/c.yaml", "articles/time/a.MD", "inside/b.md", "kb.yaml", "people.yaml",
    ]  # fmt: skip


def test_what_editors_and_tools_leave_behind_is_no_article(tmp_path: Path) -> None:
    write(
        tmp_path, "articles/a.md", "articles/.#a.md", "articles/~$a.md", "articles/#a.md#", "articles/a.md~",
        "articles/.git/x.md", "articles/notes.txt", "articles/.hidden.md",
    )  # fmt: skip
    assert seen(tmp_path) == ["articles/a.md"]


def test_links_are_told_and_not_followed(tmp_path: Path) -> None:
    root = write(tmp_path / "content", "articles/a.md")
    secret = tmp_path / "secret.md"
    secret.write_text("# Canary")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "far.md").write_text("# Canary")
    (root / "articles/link.md").symlink_to(secret)
    (root / "articles/self.md").symlink_to("self.md")
    (root / "articles/gone.md").symlink_to("nowhere")
    (root / "articles/folder").symlink_to(tmp_path / "elsewhere")
    (root / "people.yaml").symlink_to(secret)
    found = scan(root)
    assert [key.path for key in found.files] == ["articles/a.md"]
    assert [path for path, _ in found.skipped] == [
        "articles/folder", "articles/gone.md", "articles/link.md", "articles/self.md", "people.yaml",
    ]  # fmt: skip
    assert {sentence.split(",")[0] for _, sentence in found.skipped} == {"This is a link"}


def test_what_is_no_regular_file_is_told(tmp_path: Path) -> None:
    root = write(tmp_path, "articles/a.md")
    os.mkfifo(root / "articles/pipe.md")
    (root / "articles/folder.md").mkdir()
    with socket.socket(socket.AF_UNIX) as plug:
        here = Path.cwd()
        os.chdir(root)  # a socket's path must be short
        plug.bind("articles/plug.md")
        os.chdir(here)
        found = scan(root)
    assert [key.path for key in found.files] == ["articles/a.md"]
    assert [path for path, _ in found.skipped] == ["articles/folder.md/", "articles/pipe.md", "articles/plug.md"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a\nb.md", "a\\nb.md"),
        ("\x1b[2J.md", "\\x1b[2J.md"),
        ("-rf.md", "-rf.md"),
        ("[bold].md", "[bold].md"),
        ("CON.md", "CON.md"),
        ("a:b.md", "a:b.md"),
        (os.fsdecode(b"caf\xff.md"), "caf\\udcff.md"),
        ("é.md", "é.md"),
    ],
)
def test_odd_names_are_seen_escaped_and_can_be_opened(tmp_path: Path, name: str, shown: str) -> None:
    write(tmp_path, f"articles/{name}")
    found = scan(tmp_path)
    assert [key.path for key in found.files] == [f"articles/{shown}"]
    assert (tmp_path / found.odd.get(f"articles/{shown}", f"articles/{shown}")).exists()


def test_names_that_differ_in_case_or_in_how_accents_are_written_are_two_files(tmp_path: Path) -> None:
    write(tmp_path, "articles/Case.md", "articles/case.md", "articles/\u00e9.md", "articles/e\u0301.md")
    assert len(seen(tmp_path)) == 4


def test_any_change_changes_the_fingerprint(tmp_path: Path) -> None:
    root = write(tmp_path, "articles/a.md", "articles/b.md")
    before = fingerprint(scan(root))
    assert fingerprint(scan(root)) == before
    (root / "articles/a.md").write_text("# Other\n")
    changed = fingerprint(scan(root))
    (root / "articles/b.md").unlink()
    gone = fingerprint(scan(root))
    write(root, "articles/c.md")
    assert len({before, changed, gone, fingerprint(scan(root))}) == 4


def test_an_edit_that_sets_the_old_time_back_is_seen(tmp_path: Path) -> None:
    root = write(tmp_path, "articles/a.md")
    times = (root / "articles/a.md").stat()
    before = fingerprint(scan(root))
    time.sleep(0.02)
    (root / "articles/a.md").write_text("# Titel\n\nText.\n", "utf-8")
    os.utime(root / "articles/a.md", ns=(times.st_atime_ns, times.st_mtime_ns))
    assert fingerprint(scan(root)) != before


def test_files_that_vanish_meanwhile_are_no_error(tmp_path: Path) -> None:
    root = write(tmp_path, *(f"articles/a{n}.md" for n in range(200)), "articles/stays.md")

    def delete() -> None:
        for number in range(200):
            (root / f"articles/a{number}.md").unlink()

    deleter = threading.Thread(target=delete)
    deleter.start()
    looks = [seen(root) for _ in range(200)]
    deleter.join()
    assert all("articles/stays.md" in look for look in looks)
    assert seen(root) == ["articles/stays.md"]


def test_a_folder_that_cannot_be_read_is_an_error_and_no_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        scan(tmp_path / "nowhere")


def test_an_article_saved_as_another_kind_of_file_is_told(tmp_path: Path) -> None:
    root = write(tmp_path, "articles/a.md")
    before = fingerprint(scan(root))
    write(tmp_path, "articles/b.txt", "articles/c.md.txt", "articles/d.docx", "articles/e.png", "inside/f.txt")
    found = scan(root)
    told = dict(found.skipped)
    assert list(told) == ["articles/b.txt", "articles/c.md.txt", "articles/d.docx"]
    assert told["articles/b.txt"].endswith("Rename it to `b.md`.")
    assert told["articles/c.md.txt"].endswith("Rename it to `c.md`.")
    assert told["articles/d.docx"].endswith("Copy its text into an article: kb add.")
    assert fingerprint(found) != before, "else it would be told only after the next change of an article"


def test_what_two_people_saved_at_once_is_not_to_be_renamed(tmp_path: Path) -> None:
    root = write(tmp_path, "articles/a.md", "articles/a.conflict-20261124T122303.md.txt")
    [(_path, sentence)] = scan(root).skipped
    assert "Bring what is new in it into the article itself" in sentence
    assert "Rename" not in sentence


def test_a_time_that_no_array_can_hold_is_no_error(tmp_path: Path) -> None:
    paths = ["kb.yaml", "articles/a.md", "articles/b.md", "articles/c.md"]
    root = write(tmp_path, *paths)
    for path in ("kb.yaml", "articles/b.md"):  # the year 2514
        os.utime(root / path, (0, 2**34))
    found = scan(root)

    assert sorted(found.paths) == sorted(paths)
    assert {key.path: (key.size, key.inode) for key in found.files} == {
        path: (status.st_size, status.st_ino) for path in paths for status in [(root / path).stat()]
    }
