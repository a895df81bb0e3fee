"""The index of a large library, written in parts by several processes and put together as its segments."""

import os
import shutil
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from whoosh.index import create_in, open_dir

from kb.processes import shared_out
from kb.search.document import Document
from kb.search.schema import schema
from kb.search.segment import new_segment

_LEAST = 5_000
"""Articles of a part: a search meets every part."""

_TOLD = 50
"""After so many articles a part says how far it is."""

_PROGRESS = "progress"
"""A file with a byte for each time."""


def write_in_parts(
    generation: Path, documents: Collection[Document], progress: Callable[[int], None], processes: int
) -> set[str]:
    """Writes a segment a part; returns the words for the lexicon. `progress` is called with counts that rise."""
    size = max(-(-len(documents) // processes), _LEAST)
    parts = [generation / f"part-{number}" for number in range(-(-len(documents) // size))]
    rest = iter(documents)
    pieces = ((part, list(islice(rest, size))) for part in parts)
    words: set[str] = set()
    for _, found in shared_out(_write_part, pieces, processes, meanwhile=lambda: progress(_done(parts))):
        words |= found
    _put_together(generation, parts)
    progress(len(documents))
    return words


def _write_part(piece: tuple[Path, Sequence[Document]]) -> set[str]:
    """One part, in a folder of its own; what is there already was left by a process that died."""
    part, documents = piece
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir()
    words: set[str] = set()
    with (part / _PROGRESS).open("wb", buffering=0) as told, new_segment(create_in(str(part), schema())) as segment:
        for count, document in enumerate(documents, 1):
            words |= segment.add(document)
            if count % _TOLD == 0:
                told.write(b".")
    return words


def _done(parts: Iterable[Path]) -> int:
    """How many articles have been added so far."""
    files = (part / _PROGRESS for part in parts)
    return sum(_TOLD * file.stat().st_size for file in files if file.exists())


def _put_together(generation: Path, parts: Iterable[Path]) -> None:
    """Moves the segments of all parts into the generation, and lists them there."""
    segments: list[Any] = []
    for part in parts:
        written: Any = open_dir(str(part))
        reader = written.reader()
        found = [leaf.segment() for leaf, _ in reader.leaf_readers()]
        reader.close()
        for path in sorted(part.iterdir()):
            if any(path.name.startswith(f"{segment.segment_id()}.") for segment in found):
                os.replace(path, generation / path.name)  # noqa: PTH105 - Path.replace says the same
        shutil.rmtree(part)
        segments += found
    index: Any = create_in(str(generation), schema())
    index.writer().commit(mergetype=lambda _writer, _segments: segments)
