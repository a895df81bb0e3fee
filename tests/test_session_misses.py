"""Searches without an answer are kept whole, also by many processes at once, and say nothing of who asked."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from conftest import RunKb

from kb.errors import UnreadableError
from kb.files import append_line, locked
from kb.model.results import Found, Hit
from kb.session import misses
from kb.session.misses import LONGEST_LINE, Miss, keep_miss, read_misses
from kb.session.opening import open_session
from kb.session.session import Session

Folder = Callable[[dict[str, str]], Path]

SHARED = "company: Testing\nshare_searches: yes\n"
GOOD = b'{"time": "2026-11-02T09:30:00Z", "words": "gold foil", "corrected": null, "nearest": ["print"]}'
MISS = Miss(datetime(2026, 11, 2, 9, 30, tzinfo=UTC), "gold foil", None, ("print",))

WRITER = """
import sys
from kb.model.results import Found
from kb.session import misses
from kb.session.opening import open_session
misses.LARGEST_LOG = int(sys.argv[3])
session = open_session(sys.argv[1])
for turn in range(100):
    misses.keep_miss(session, Found(f"question {turn} of {sys.argv[2]}", None, False, ()))
"""


def hit(slug: str) -> Hit:
    return Hit(slug, "", 1.0, "", (), (), "", "", "sales", ())


def not_found(query: str, corrected: str | None = None, slugs: Sequence[str] = ()) -> Found:
    return Found(query, corrected, answered=False, hits=tuple(map(hit, slugs)))


def write_at_once(root: Path, largest: int) -> None:
    """Sixteen processes, a hundred misses each."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(root), str(number), str(largest)], env=environment)
        for number in range(16)
    ]
    assert [writer.wait() for writer in writers] == [0] * 16


def all_lines() -> list[str]:
    return sorted(f"question {turn} of {number}" for turn in range(100) for number in range(16))


@pytest.fixture
def session(folder: Folder) -> Session:
    return open_session(str(folder({})))


def test_sixteen_processes_lose_no_miss_and_agree_on_one_machine(kb: RunKb, folder: Folder, own_state: Path) -> None:
    root = folder({"kb.yaml": SHARED})
    assert kb("index", content=root).code == 0
    write_at_once(root, 1_000_000)
    [shared] = (root / "searches").iterdir()
    assert shared.stem == (own_state / "machine-id").read_text()
    for log in (open_session(str(root)).state / "misses.jsonl", shared):
        kept = read_misses(log)
        assert kept.unreadable == 0
        assert sorted(miss.words for miss in kept.misses) == all_lines()


def test_a_log_set_aside_by_many_at_once_is_never_replaced_by_a_short_one(folder: Folder) -> None:
    root = folder({})
    write_at_once(root, 100_000)
    state = open_session(str(root)).state
    before, now = read_misses(state / "misses.1.jsonl"), read_misses(state / "misses.jsonl")
    assert (before.unreadable, now.unreadable) == (0, 0)
    assert sorted(miss.words for miss in (*before.misses, *now.misses)) == all_lines()


def test_a_full_log_is_set_aside_and_one_generation_is_kept(session: Session) -> None:
    log = session.state / "misses.jsonl"
    for generation in (b"first\n", b"second\n"):
        log.write_bytes(generation * 200_000)
        keep_miss(session, not_found("gold foil"))
        assert (session.state / "misses.1.jsonl").read_bytes() == generation * 200_000
        assert [miss.words for miss in read_misses(log).misses] == ["gold foil"]
    assert sorted(path.name for path in session.state.iterdir()) == ["misses.1.jsonl", "misses.jsonl"]


def test_a_log_that_another_process_has_just_set_aside_is_not_replaced_by_the_next_one(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = session.state / "misses.jsonl"
    log.write_bytes(b"first\n" * 200_000)

    @contextlib.contextmanager
    def after_another(path: Path, *, wait: float) -> Iterator[None]:
        log.replace(session.state / "misses.1.jsonl")
        log.write_bytes(GOOD + b"\n")
        with locked(path, wait=wait):
            yield

    monkeypatch.setattr(misses, "locked", after_another)
    keep_miss(session, not_found("lacquer"))
    assert (session.state / "misses.1.jsonl").read_bytes() == b"first\n" * 200_000
    assert [miss.words for miss in read_misses(log).misses] == ["gold foil", "lacquer"]


def test_a_log_that_cannot_be_set_aside_grows_on(session: Session) -> None:
    log = session.state / "misses.jsonl"
    log.write_bytes(GOOD.ljust(1023) + b"\n")
    with log.open("ab") as file:
        file.write((GOOD.ljust(1023) + b"\n") * 1024)
    (session.state / "misses.1.jsonl" / "in the way").mkdir(parents=True)
    keep_miss(session, not_found("lacquer"))
    assert [miss.words for miss in read_misses(log).misses[-2:]] == ["gold foil", "lacquer"]


def test_a_line_torn_at_any_byte_costs_only_itself(tmp_path: Path) -> None:
    log = tmp_path / "log"
    for length in range(1, len(GOOD)):
        log.write_bytes(GOOD + b"\n" + GOOD[:length])
        append_line(log, GOOD)
        assert read_misses(log) == ((MISS, MISS), 1)


@pytest.mark.parametrize(
    "line",
    [
        b"null",
        b"[]",
        b"{}",
        b"\xff\xfe",
        b"[" * 100_000,
        b"9" * 5_000,
        GOOD.replace(b'"gold foil"', b"7"),
        GOOD.replace(b"null", b"false"),
        GOOD.replace(b'["print"]', b'"print"'),
        GOOD.replace(b'["print"]', b'["print", 1]'),
        GOOD.replace(b"2026-11-02T09:30:00Z", b"yesterday"),
        GOOD.replace(b"09:30:00Z", b"09:30:00"),
        GOOD.replace(b"2026-11-02T09:30:00Z", b"0001-01-01T00:00:00+02:00"),
    ],
)
def test_a_line_that_is_no_miss_is_skipped_and_counted(line: bytes, tmp_path: Path) -> None:
    (tmp_path / "log").write_bytes(b"\n".join([GOOD, line, b"", b" \r", GOOD]) + b"\n")
    assert read_misses(tmp_path / "log") == ((MISS, MISS), 1)


def test_where_there_is_no_log_nothing_was_missed(tmp_path: Path) -> None:
    assert read_misses(tmp_path / "log") == ((), 0)


def test_what_is_no_log_is_refused(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("nowhere")
    for path in (tmp_path, tmp_path / "link"):
        with pytest.raises(UnreadableError):
            read_misses(path)


@pytest.mark.parametrize("sign", ["a", "ß", "箱", "😀", '"', "\x00", "\x9b", "\U000e0041", "\udcff"])
def test_a_line_is_never_longer_than_is_appended_in_one_step(sign: str, session: Session) -> None:
    slugs = [f"{number}{sign * 200}" for number in range(9)]
    keep_miss(session, not_found(sign * 5_000, sign * 5_000, slugs))
    keep_miss(session, not_found("after"))
    log = session.state / "misses.jsonl"
    assert all(len(line) < LONGEST_LINE for line in log.read_bytes().splitlines())
    first, last = read_misses(log).misses
    assert 60 < len(first.words) <= 1_000
    assert set(first.words) == {sign if sign != "\udcff" else "\ufffd"}
    assert len(first.nearest) in (0, 3)
    assert last.words == "after"


def test_an_ordinary_long_question_keeps_all_that_was_searched_for(session: Session) -> None:
    keep_miss(session, not_found("word " * 1_000, "ward " * 1_000, ["a", "b", "c", "d"]))
    [miss] = read_misses(session.state / "misses.jsonl").misses
    assert miss[1:] == ("word " * 200, "ward " * 200, ("a", "b", "c"))


def test_a_log_behind_a_link_is_left_alone(kb: RunKb, folder: Folder, own_state: Path, tmp_path: Path) -> None:
    root = folder({"kb.yaml": SHARED})
    assert kb("index", content=root).code == 0
    (own_state / "machine-id").write_text("abcdefghijkm")
    (tmp_path / "outside").write_text("outside\n")
    (root / "searches").mkdir()
    for name in ("outside", "not there yet"):
        (root / "searches/abcdefghijkm.jsonl").unlink(missing_ok=True)
        (root / "searches/abcdefghijkm.jsonl").symlink_to(tmp_path / name)
        keep_miss(open_session(str(root)), not_found("gold foil"))
    assert (tmp_path / "outside").read_text() == "outside\n"
    assert not (tmp_path / "not there yet").exists()


@pytest.mark.parametrize("damaged", ["", "../../escape", "abcdefghijkm/../x", "\x00" * 12, "ä" * 12])
def test_a_damaged_name_of_the_machine_is_made_anew(
    damaged: str, kb: RunKb, folder: Folder, own_state: Path, tmp_path: Path
) -> None:
    root = folder({"kb.yaml": SHARED})
    assert kb("index", content=root).code == 0
    (own_state / "machine-id").write_text(damaged, "utf-8")
    for words in ("gold foil", "lacquer"):
        keep_miss(open_session(str(root)), not_found(words))
    [log] = (root / "searches").iterdir()
    assert log.stem == (own_state / "machine-id").read_text()
    assert [miss.words for miss in read_misses(log).misses] == ["gold foil", "lacquer"]
    assert sorted(tmp_path.rglob("*.jsonl")) == [log]


def test_a_private_log_that_cannot_be_written_is_borne(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    (session.state / "misses.jsonl").mkdir()
    keep_miss(session, not_found("gold foil"))
    monkeypatch.setattr(misses, "append_line", _full_disk)
    (session.state / "misses.jsonl").rmdir()
    keep_miss(session, not_found("gold foil"))
    assert read_misses(session.state / "misses.jsonl") == ((), 0)


def _full_disk(_path: Path, _line: bytes) -> None:
    raise OSError(28, "No space left on device")
