"""A process that is killed while it writes the index, and readers that search meanwhile: nothing is lost or wrong."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from conftest import TIMES
from search_samples import BOXES, article, built

from kb.search.build import rebuild, update
from kb.search.index import open_searcher
from kb.search.manifest import check_bytes, read_manifest
from kb.search.search import search

WRITER = """
import sys
from pathlib import Path
from kb.search.build import rebuild, update
from search_samples import BOXES, article
folder, way, revision = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
print("ready", flush=True)
while True:
    revision += 1
    counter = article("counter", f"revision{revision} of the counter")
    if way == "rebuild":
        rebuild(folder, [*BOXES, counter], {"revision": revision})
    else:
        update(folder, [counter], (), {"revision": revision})
    print(revision, flush=True)
"""


def kill_a_writer(folder: Path, way: str, revision: int, seconds: float) -> int:
    """Starts a writer, kills it that long after it is ready; returns the last revision that it said was written."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), way, str(revision)],
        stdout=subprocess.PIPE,
        env=environment,
        text=True,
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        time.sleep(seconds)
        child.send_signal(signal.SIGKILL)
        said = child.stdout.read().split()
    return int(said[-1]) if said else revision


def check(folder: Path, least: int) -> int:
    """The revision in force: at least `least`, whole, and what its manifest says."""
    manifest = read_manifest(folder)
    assert manifest is not None
    revision: int = manifest.stamp["revision"]
    assert revision in {least, least + 1}
    check_bytes(folder)
    with open_searcher(folder) as searcher:
        assert searcher.manifest.stamp["revision"] == revision
        hits = search(searcher, f"revision{revision} counter", limit=9).hits
        assert [hit.path for hit in hits] == ["articles/counter.md"]
        for document in BOXES:
            assert search(searcher, document.title + document.body, limit=1).hits[0].path == document.path
    return revision


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.timeout(1_800)
@pytest.mark.parametrize("way", ["rebuild", "update"])
@pytest.mark.parametrize("kills", [4, pytest.param(100 * TIMES, marks=pytest.mark.long)])
def test_a_kill_at_any_moment_loses_nothing_that_was_written(tmp_path: Path, way: str, kills: int) -> None:
    chance = Random(kills)  # noqa: S311 - seeded
    rebuild(tmp_path, [*BOXES, article("counter", "revision1 of the counter")], {"revision": 1})
    revision = 1
    for _ in range(kills):
        revision = check(tmp_path, kill_a_writer(tmp_path, way, revision, chance.uniform(0, 0.05)))


def at_once(seconds: float, *steps: Callable[[], None]) -> None:
    """Repeats each step in a thread of its own for so long; raises what one of them raised."""
    end = time.monotonic() + seconds
    failures: list[BaseException] = []

    def until_the_end(step: Callable[[], None]) -> None:
        try:
            while time.monotonic() < end:
                step()
        except BaseException as error:  # noqa: BLE001 - it is raised below
            failures.append(error)

    threads = [threading.Thread(target=until_the_end, args=(step,)) for step in steps]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]


@pytest.mark.parametrize("seconds", [1.0, pytest.param(6.0 * TIMES, marks=pytest.mark.long)])
@pytest.mark.timeout(180)
def test_readers_see_a_whole_index_while_it_is_written(tmp_path: Path, seconds: float) -> None:
    built(tmp_path)
    searches = [0]

    def read() -> None:
        with open_searcher(tmp_path) as searcher:
            assert search(searcher, "moq", limit=1).hits[0].path == "articles/minimum-order.md"
            assert search(searcher, "photos", limit=1).hits[0].path == "articles/complaints.md"
        searches[0] += 1

    def write() -> None:
        rebuild(tmp_path, BOXES, {})
        update(tmp_path, BOXES[:2], ["articles/rush-orders.md"], {})
        for generation in tmp_path.glob("gen-*"):
            os.utime(generation, (1, 1))  # as if a minute had passed: old ones are removed by the next writing

    at_once(seconds, read, read, write)

    assert searches[0] > 10
