"""Work shared out among processes: the same results in the same order, whatever becomes of the processes."""

import os
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from pathlib import Path
from typing import NoReturn

import pytest

from kb.library.load import load_library
from kb.library.scan import scan
from kb.library.snapshot import Snapshot
from kb.processes import available, shared_out


def test_one_process_does_it_here() -> None:
    assert list(shared_out(str.upper, "abc", 1)) == [("a", "A"), ("b", "B"), ("c", "C")]


def test_several_processes_keep_the_order() -> None:
    pieces = [f"piece {n}" for n in range(30)]

    assert list(shared_out(str.upper, iter(pieces), 2)) == [(piece, piece.upper()) for piece in pieces]


def test_a_process_that_dies_is_done_without() -> None:
    here = os.getpid()

    done = list(shared_out(partial(_die_elsewhere, here), [1, 2, 3], 2))

    assert done == [(1, here), (2, here), (3, here)]


def _die_elsewhere(here: int, _piece: int) -> int:
    if os.getpid() != here:
        os._exit(9)
    return here


@pytest.mark.parametrize("error", [OSError(1, "Operation not permitted"), BrokenProcessPool()])
def test_where_no_process_can_be_started_one_does_it_all(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_arguments: object) -> NoReturn:
        raise error

    monkeypatch.setattr(ProcessPoolExecutor, "submit", refused)

    assert list(shared_out(str.upper, "abc", 2)) == [("a", "A"), ("b", "B"), ("c", "C")]


def test_what_the_work_raises_is_raised() -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        list(shared_out(int, ["1", "one"], 2))


def test_there_is_always_one_process() -> None:
    assert available() >= 1


@pytest.mark.skipif(sys.platform == "win32", reason="no such system call there")
def test_a_folder_read_by_several_processes_is_as_one_reads_it(
    tmp_path: Path, folder: Callable[[dict[str, str]], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kb.library.compiling._MANY", 5)
    monkeypatch.setattr("kb.library.compiling._AT_ONCE", 3)
    monkeypatch.setattr("kb.library.compiling.available", lambda: 2)
    root = folder(
        {f"articles/a{n}.md": f"---\naudience: sales\n---\n# Box {n}?\n\nYes.\n\n## Wy\nx\n" for n in range(20)}
    )
    with Snapshot(tmp_path / "snapshot.sqlite", "x") as snapshot:
        counts: list[int] = []
        snapshot.refresh(root, scan(root), 0, counts.append)
        found, expected = snapshot.library(), load_library(root)

    assert (found.articles, sorted(found.problems)) == (expected.articles, sorted(expected.problems))
    assert counts == list(range(1, 22))
