"""Files made into what the snapshot keeps of them, by several processes where there are many; stores nothing."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path

import msgspec

from kb.checksum import blake2b
from kb.errors import UnreadableError
from kb.library.parts import read_file
from kb.library.scan import FRAME_FILES, FileKey, Scan
from kb.model.problem import Problem
from kb.processes import available, shared_out

_MANY = 400
"""So many files are worth the half second that another process takes to start."""

_AT_ONCE = 50
"""Files that are handed to a process at once."""

Source = tuple[FileKey, bytes | Problem | None]
"""A file with its bytes, or with why it cannot be read; None where it has gone meanwhile."""


def sources_of(root: Path, seen: Scan, keys: Iterable[FileKey], progress: Callable[[int], None]) -> Iterator[Source]:
    """The bytes of each file."""
    for count, key in enumerate(keys, 1):
        try:
            yield key, read_file(root, seen.odd.get(key.path, key.path))
        except UnreadableError as error:
            gone = isinstance(error.__cause__, FileNotFoundError)
            problem = Problem(key.path, 0, f"This file {error.sentence}. {error.way_out}".strip())
            yield key, None if gone else problem
        progress(count)


def compiled(
    sources: Iterator[tuple[FileKey, bytes]], count: int, default_audience: str
) -> Iterator[tuple[FileKey, bytes, bytes | None, bytes]]:
    """Each file with its bytes, what became of it (None where it cannot be read) and its problems, both as JSON.

    Where `count`, how many files there may be, is large, several processes do it.
    """
    pieces = iter(lambda: list(islice(sources, _AT_ONCE)), [])
    work = partial(_compiled, default_audience)
    for piece, rows in shared_out(work, pieces, available() if count >= _MANY else 1):
        yield from ((*source, *row) for source, row in zip(piece, rows, strict=True))


def digest_of(data: bytes) -> bytes:
    """What tells two contents apart."""
    return blake2b(data, digest_size=16).digest()


def json_of(value: object) -> bytes:
    """A noun, or several, as JSON."""
    return msgspec.json.encode(value)


def _compiled(default_audience: str, files: Sequence[tuple[FileKey, bytes]]) -> list[tuple[bytes | None, bytes]]:
    """What becomes of each file, and its problems, as JSON; another process may do it."""
    return [_compiled_one(key.path, data, default_audience) for key, data in files]


def _compiled_one(path: str, data: bytes, default_audience: str) -> tuple[bytes | None, bytes]:
    if path in FRAME_FILES:
        return None, json_of(())
    from kb.library.load import read_part  # noqa: PLC0415 - what is compiled already needs no parser

    part, problems = read_part(path, data, default_audience)
    return (None if part is None else json_of(part)), json_of(problems)
