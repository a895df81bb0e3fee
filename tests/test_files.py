"""Reading never blocks and follows no link; writing tears nothing, loses nothing and keeps a file's mode."""

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from conftest import RunKb

from kb.errors import LockedError, UnreadableError, WriteError
from kb.files import (
    append_line,
    create_exclusive,
    locked,
    private_folder,
    read_bytes,
    read_through_links,
    sweep_temporaries,
    typed_path,
    write_atomic,
)

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")


def test_a_regular_file_is_read_up_to_its_limit(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    assert read_bytes(tmp_path / "a", 5) == b"12345"
    with pytest.raises(UnreadableError, match="has 5 bytes; at most 4 are read"):
        read_bytes(tmp_path / "a", 4)


@posix
@pytest.mark.timeout(5)
def test_what_is_no_regular_file_is_refused_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    (tmp_path / "zero").symlink_to("/dev/zero")
    for name, sentence in (
        ("pipe", "is no regular file"),
        ("folder", "is no regular file"),
        ("zero", "cannot be opened"),
    ):
        with pytest.raises(UnreadableError, match=sentence):
            read_bytes(tmp_path / name, 100)
    with pytest.raises(UnreadableError, match="cannot be opened"):
        read_bytes(tmp_path / "nowhere", 100)


@posix
def test_a_file_is_replaced_whole_and_keeps_its_mode_also_behind_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "real").chmod(0o640)
    (tmp_path / "link").symlink_to("real")
    write_atomic(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"
    assert stat.S_IMODE((tmp_path / "real").stat().st_mode) == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link", "real"]


@posix
def test_a_link_to_itself_is_told_on_every_python(tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    with pytest.raises(UnreadableError, match="cannot be opened"):
        read_through_links(loop, 9)
    with pytest.raises(WriteError, match="loop cannot be written"):
        write_atomic(loop, b"new")
    assert list(tmp_path.iterdir()) == [loop]


def test_a_new_file_never_takes_the_place_of_another(tmp_path: Path) -> None:
    assert create_exclusive(tmp_path / "a", b"first")
    assert not create_exclusive(tmp_path / "a", b"second")
    assert (tmp_path / "a").read_bytes() == b"first"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_of_many_that_create_one_name_one_wins(tmp_path: Path) -> None:
    won: list[int] = []

    def create(number: int) -> None:
        if create_exclusive(tmp_path / "a", str(number).encode()):
            won.append(number)

    threads = [threading.Thread(target=create, args=(number,)) for number in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [(tmp_path / "a").read_text()] == [str(number) for number in won]


@posix
def test_a_full_disk_leaves_the_old_file_as_it_was(tmp_path: Path) -> None:
    program = f"""
import resource, signal
from pathlib import Path
from kb.errors import WriteError
from kb.files import write_atomic
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_atomic(Path({str(tmp_path / "a")!r}), b"x" * 4000)
except WriteError as error:
    print(error.sentence)
"""
    (tmp_path / "a").write_text("old")
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "cannot be written: File too large" in done.stdout
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a", "old")]


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="cannot be written"):
        write_atomic(tmp_path / "nowhere" / "a", b"")


def test_a_torn_last_line_costs_only_itself(tmp_path: Path) -> None:
    append_line(tmp_path / "log", b"one")
    with (tmp_path / "log").open("ab") as file:
        file.write(b"tor")
    append_line(tmp_path / "log", b"two\n")
    assert (tmp_path / "log").read_bytes() == b"one\ntor\ntwo\n"


def test_a_lock_is_waited_for_only_so_long(tmp_path: Path) -> None:
    with (
        locked(tmp_path / "lock", wait=0),
        pytest.raises(LockedError, match="still working"),
        locked(tmp_path / "lock", wait=0.05),
    ):
        pass
    with locked(tmp_path / "lock", wait=0):
        pass


@posix
def test_a_private_folder_is_the_owners_alone(tmp_path: Path) -> None:
    (tmp_path / "state").mkdir(mode=0o755)
    folder = private_folder(tmp_path / "state")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_what_a_killed_write_left_behind_is_swept_after_an_hour(tmp_path: Path) -> None:
    for name in (".kb-old.tmp", "kept.tmp"):
        (tmp_path / name).write_text("half")
    now = (tmp_path / ".kb-old.tmp").stat().st_mtime
    sweep_temporaries(tmp_path, now + 60)
    assert (tmp_path / ".kb-old.tmp").exists()
    sweep_temporaries(tmp_path, now + 4000)
    assert [path.name for path in tmp_path.iterdir()] == ["kept.tmp"]


def test_a_tilde_that_is_nobodys_home_is_part_of_a_name(kb: RunKb) -> None:
    assert typed_path("~$offer.docx") == Path("~$offer.docx")
    ran = kb("search", "boxes", content=Path("~nobody-of-that-name/x"))
    assert ran.code == 2
    assert "There is no folder ~nobody-of-that-name/x." in ran.err
