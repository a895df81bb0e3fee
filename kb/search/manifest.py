"""The small file beside the index that says which generation is in force, and whether it is as it was written.

Generations are folders; the manifest is replaced in one step, so that a reader sees a whole index or the one before.
"""

import json
import os
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

import whoosh

from kb.settings import SNAPSHOT_SCHEMA

MANIFEST_NAME = "index.json"
GENERATION_PREFIX = "gen-"

_BLOCK = 1 << 20

WHOOSH = "whoosh " + ".".join(map(str, whoosh.__version__))
"""What wrote an index; another version never reads it."""


class IndexBroken(Exception):  # noqa: N818 - it says what is, not whose fault it is
    """The index cannot be read, or is not what was written: build it anew, once."""


class Manifest(NamedTuple):
    """What is in force."""

    generation: str
    """The folder's name."""

    stamp: dict[str, Any]
    """The caller's own: the content's revision and the like."""

    files: dict[str, list[int]]
    """Size, time of change (nanoseconds) and CRC-32 of each file of the generation."""


def read_manifest(folder: Path) -> Manifest | None:
    """What is in force in `folder`; None where nothing is, or another version of kb or Whoosh wrote it."""
    try:
        with open(f"{folder}/{MANIFEST_NAME}", "rb") as file:  # noqa: PTH123 - on the way of every search
            data = json.loads(file.read())
        if data["schema"] != SNAPSHOT_SCHEMA or data["whoosh"] != WHOOSH:
            return None
        return Manifest(data["generation"], data["stamp"], data["files"])
    except (OSError, ValueError, TypeError, KeyError):
        return None


def written_files(generation: Path) -> dict[str, list[int]]:
    """Size and time of change of every file in the folder that a search may read."""
    with os.scandir(generation) as entries:
        found = [(entry.name, entry.stat()) for entry in entries if entry.is_file() and not _is_lock(entry.name)]
    return {name: [status.st_size, status.st_mtime_ns] for name, status in sorted(found)}


def with_checksums(generation: Path, files: dict[str, list[int]], known: dict[str, list[int]]) -> dict[str, list[int]]:
    """The files with their CRC-32; taken from `known` where size and time are the same there."""
    return {
        name: known[name] if known.get(name, [])[:2] == status else [*status, _checksum(generation / name)]
        for name, status in files.items()
    }


def check_files(generation: Path, manifest: Manifest) -> None:
    """Raises `IndexBroken` where a file was changed since it was written, by size and time: on the way of a search."""
    try:
        found = written_files(generation)
    except OSError as error:
        raise IndexBroken(f"{manifest.generation} cannot be read.") from error
    if found != {name: status[:2] for name, status in manifest.files.items()}:
        raise IndexBroken(f"The files of {manifest.generation} are not as they were written.")


def check_bytes(folder: Path) -> None:
    """Raises `IndexBroken` where a byte of the index in force is not as it was written; reads all of it.

    Nothing is raised where no index is in force.
    """
    manifest = read_manifest(folder)
    if manifest is None:
        return
    check_files(folder / manifest.generation, manifest)
    for name, (_, _, checksum) in manifest.files.items():
        if _checksum(folder / manifest.generation / name) != checksum:
            raise IndexBroken(f"{name} of {manifest.generation} is damaged.")


def _checksum(path: Path) -> int:
    checksum = 0
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            checksum = crc32(block, checksum)
    return checksum


def _is_lock(name: str) -> bool:
    return name.endswith("LOCK")
