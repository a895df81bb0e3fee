"""An index that was damaged is called broken: never a traceback, never a silent empty result."""

import gc
import json
import os
from pathlib import Path
from random import Random

import pytest
from conftest import TIMES
from search_samples import BOXES, built, found, in_force

from kb.search.build import update
from kb.search.index import open_searcher
from kb.search.manifest import MANIFEST_NAME, IndexBroken, check_bytes, read_manifest


@pytest.mark.parametrize("key", ["schema", "whoosh"])
def test_the_index_of_another_version_is_not_read(tmp_path: Path, key: str) -> None:
    built(tmp_path)
    path = tmp_path / MANIFEST_NAME
    data = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps({**data, key: "another"}), "utf-8")

    assert read_manifest(tmp_path) is None


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"schema": 1}', "\x00\x01", '{"schema": 1, "whoosh": 2}'])
def test_a_damaged_manifest_is_none(tmp_path: Path, text: str) -> None:
    built(tmp_path)
    (tmp_path / MANIFEST_NAME).write_text(text, "utf-8")

    assert read_manifest(tmp_path) is None
    with pytest.raises(IndexBroken):
        open_searcher(tmp_path)


@pytest.mark.parametrize("files", [None, [], {}, {"a": 1}, {"a": []}, {"a": [1, 2, 3]}, "abc"])
def test_a_manifest_with_nonsense_about_its_files_is_broken(tmp_path: Path, files: object) -> None:
    built(tmp_path)
    path = tmp_path / MANIFEST_NAME
    data = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps({**data, "files": files}), "utf-8")

    with pytest.raises(IndexBroken):
        open_searcher(tmp_path)
    with pytest.raises(IndexBroken):
        update(tmp_path, BOXES[:1], (), {})


def test_every_file_that_is_gone_cut_or_changed_is_noticed(tmp_path: Path) -> None:
    built(tmp_path)
    for path in sorted(in_force(tmp_path).iterdir()):
        if path.name.endswith("LOCK"):
            continue
        data, times = path.read_bytes(), path.stat()
        for damaged in (data[:-1], data + b"x", b"", bytes([data[0] ^ 255]) + data[1:]):
            path.write_bytes(damaged)
            with pytest.raises(IndexBroken):
                open_searcher(tmp_path)
            with pytest.raises(IndexBroken):
                update(tmp_path, BOXES[:1], (), {})
        path.unlink()
        with pytest.raises(IndexBroken):
            open_searcher(tmp_path)
        path.write_bytes(data)
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
        check_bytes(tmp_path)


def test_a_flipped_bit_under_an_old_time_is_found_by_reading_all_bytes(tmp_path: Path) -> None:
    built(tmp_path)
    path = next(in_force(tmp_path).glob("*.trm"))
    data, times = path.read_bytes(), path.stat()
    path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))

    with pytest.raises(IndexBroken):
        check_bytes(tmp_path)


def test_nothing_to_check_is_no_damage(tmp_path: Path) -> None:
    check_bytes(tmp_path)


@pytest.mark.timeout(60 * TIMES)
@pytest.mark.filterwarnings("ignore::ResourceWarning")  # Whoosh leaves files open where it fails
@pytest.mark.parametrize("count", [60, pytest.param(200 * TIMES, marks=pytest.mark.long)])
def test_damage_that_hides_its_time_is_broken_or_harmless_but_raises_nothing_else(tmp_path: Path, count: int) -> None:
    built(tmp_path)
    chance = Random(5)  # noqa: S311 - seeded
    paths = sorted(path for path in in_force(tmp_path).iterdir() if path.stat().st_size)
    everything = {document.path for document in BOXES}
    broken = 0
    for _ in range(count):
        path = chance.choice(paths)
        data, times = path.read_bytes(), path.stat()
        at = chance.randrange(len(data))
        path.write_bytes(data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :])
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
        try:
            assert set(found(tmp_path, "order pallets moq surchagre")) <= everything
        except IndexBroken:
            broken += 1
        path.write_bytes(data)
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))

    gc.collect()
    assert broken < count
    assert found(tmp_path, "moq") == ["articles/minimum-order.md"]
