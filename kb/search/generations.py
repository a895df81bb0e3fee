"""Generations of the index: a new one is made beside the one in force, and the manifest's swap is the last step.

Knows nothing of what is in them. A generation is never changed once it is in force, so a kill at any moment leaves a
whole one; one that is out of force stays for a while, for readers that are just opening it.
"""

import contextlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kb.files import write_atomic
from kb.search.manifest import (
    GENERATION_PREFIX,
    MANIFEST_NAME,
    WHOOSH,
    Manifest,
    read_manifest,
    with_checksums,
    written_files,
)
from kb.settings import SNAPSHOT_SCHEMA

_GRACE_SECONDS = 60.0
"""A generation that was replaced stays that long."""


@contextlib.contextmanager
def new_generation(folder: Path) -> Iterator[Path]:
    """A new folder, private to its owner; gone again where what is done in it fails."""
    generation = Path(tempfile.mkdtemp(prefix=GENERATION_PREFIX, dir=folder))
    try:
        yield generation
    except BaseException:
        in_force = read_manifest(folder)
        if in_force is None or in_force.generation != generation.name:
            shutil.rmtree(generation, ignore_errors=True)
        raise


def take_over(old: Path, new: Path, manifest: Manifest) -> None:
    """The files of a generation, in another: linked where that is possible; none of them is ever changed."""
    for name in manifest.files:
        try:
            os.link(old / name, new / name)
        except OSError:
            shutil.copy2(old / name, new / name)


def swap(folder: Path, generation: Path, stamp: dict[str, Any]) -> Manifest:
    """Puts a generation in force, and removes those that have been out of force for a while."""
    before = read_manifest(folder)
    files = with_checksums(generation, written_files(generation), before.files if before else {})
    manifest = put_in_force(folder, Manifest(generation.name, stamp, files))
    if before is not None:
        with contextlib.suppress(OSError):
            os.utime(folder / before.generation)  # from now on it is out of force
    _sweep(folder, generation)
    return manifest


def put_in_force(folder: Path, manifest: Manifest) -> Manifest:
    """Replaces the manifest in one step."""
    data = {
        "schema": SNAPSHOT_SCHEMA,
        "whoosh": WHOOSH,
        "generation": manifest.generation,
        "stamp": manifest.stamp,
        "files": manifest.files,
    }
    write_atomic(folder / MANIFEST_NAME, json.dumps(data).encode())
    return manifest


def _sweep(folder: Path, current: Path) -> None:
    """Removes generations that have been out of force for a while, by the file system's own clock."""
    now = current.stat().st_mtime
    for path in folder.glob(f"{GENERATION_PREFIX}*"):
        with contextlib.suppress(OSError):
            if path.name != current.name and now - path.stat().st_mtime > _GRACE_SECONDS:
                shutil.rmtree(path, ignore_errors=True)
