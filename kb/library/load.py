"""The whole content folder read into one value, straight from its files; keeps nothing."""

from pathlib import Path

from kb.errors import UnreadableError
from kb.library.article import read_article, read_inside
from kb.library.parts import Part, Parts, assemble, read_file, skipped_problems
from kb.library.scan import AGREED, FRAME_FILES, INSIDE, NOTICES, Scan, scan
from kb.model.library import Library
from kb.model.problem import Problem


def load_library(root: Path) -> Library:
    """The content folder. A file that cannot be read is a problem; one that vanishes meanwhile was not there.

    Raises `OSError` where the folder itself cannot be read.
    """
    seen = scan(root)
    sources, problems = _sources(root, seen)
    from kb.library.frame import read_frame  # noqa: PLC0415 - whoever reads one part needs no frame

    frame, found = read_frame({path: data for path, data in sources.items() if path in FRAME_FILES})
    problems += [*found, *skipped_problems(seen)]
    parts = Parts()
    for path, data in sources.items():
        if path not in FRAME_FILES:
            part, found = read_part(path, data, frame.company.default_audience)
            problems += found
            parts.take(path, part)
    return assemble(frame, parts, problems, signing=seen.signing)


def read_part(path: str, data: bytes, default_audience: str) -> tuple[Part | None, tuple[Problem, ...]]:
    """What one file beside the frame is, by the folder that it lies in; None where it cannot be read."""
    if path.startswith(INSIDE):
        return read_inside(path, data)
    if path.startswith(NOTICES):
        from kb.library.notice import read_notice  # noqa: PLC0415 - seldom: most files are articles

        return read_notice(path, data)
    if path.startswith(AGREED):
        from kb.library.signature import read_signature  # noqa: PLC0415 - as above

        return read_signature(path, data)
    return read_article(path, data, default_audience)


def _sources(root: Path, seen: Scan) -> tuple[dict[str, bytes], list[Problem]]:
    """The bytes of every file by path, in order."""
    sources: dict[str, bytes] = {}
    problems: list[Problem] = []
    for key in seen.files:
        try:
            sources[key.path] = read_file(root, seen.odd.get(key.path, key.path))
        except UnreadableError as error:
            if not isinstance(error.__cause__, FileNotFoundError):
                problems.append(Problem(key.path, 0, f"This file {error.sentence}. {error.way_out}".strip()))
    return sources, problems
