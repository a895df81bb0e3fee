"""The whole content folder read into one value, straight from its files; keeps nothing."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from kb import files
from kb.errors import UnreadableError
from kb.library.article import read_article, read_inside
from kb.library.article_parts import slug_of_path
from kb.library.frame import read_frame
from kb.library.notice import read_notice
from kb.library.scan import AGREED, FRAME_FILES, INSIDE, NOTICES, Scan, scan
from kb.library.signature import read_signature
from kb.model.agreement import Signature
from kb.model.article import Article
from kb.model.library import Frame, Library
from kb.model.notice import Notice
from kb.model.problem import WARNING, Problem
from kb.model.prose import Block
from kb.settings import MAX_ARTICLE_BYTES

Inside = tuple[Block, ...]
"""The blocks of a file `inside/<slug>.md`."""

Part = Article | Inside | Notice | Signature
"""What one file beside the frame may be."""


def load_library(root: Path) -> Library:
    """The content folder. A file that cannot be read is a problem; one that vanishes meanwhile was not there.

    Raises `OSError` where the folder itself cannot be read.
    """
    seen = scan(root)
    sources, problems = _sources(root, seen)
    frame, found = read_frame({path: data for path, data in sources.items() if path in FRAME_FILES})
    problems += [*found, *skipped_problems(seen)]
    parts = Parts()
    for path, data in sources.items():
        if path not in FRAME_FILES:
            part, found = read_part(path, data, frame.company.default_audience)
            problems += found
            parts.take(path, part)
    return assemble(frame, parts, problems, signing=seen.signing)


class Parts:
    """What the files beside the frame became, kind by kind."""

    def __init__(self) -> None:
        self.articles: list[Article] = []
        self.insides: dict[str, Inside] = {}
        self.notices: list[Notice] = []
        self.signatures: list[Signature] = []

    def take(self, path: str, part: Part | None) -> None:
        """Adds what a file became; None where it could not be read."""
        if isinstance(part, Article):
            self.articles.append(part)
        elif isinstance(part, Notice):
            self.notices.append(part)
        elif isinstance(part, Signature):
            self.signatures.append(part)
        elif part is not None:
            self.insides[path] = part


def read_part(path: str, data: bytes, default_audience: str) -> tuple[Part | None, tuple[Problem, ...]]:
    """What one file beside the frame is, by the folder that it lies in; None where it cannot be read."""
    if path.startswith(INSIDE):
        return read_inside(path, data)
    if path.startswith(NOTICES):
        return read_notice(path, data)
    if path.startswith(AGREED):
        return read_signature(path, data)
    return read_article(path, data, default_audience)


def assemble(frame: Frame, parts: Parts, problems: Iterable[Problem], *, signing: bool) -> Library:
    """The library: articles with what `inside/` has for them, problems in order."""
    blocks = {slug_of_path(path): found for path, found in parts.insides.items()}
    joined = tuple(
        replace(one, inside=one.inside + blocks[one.slug]) if one.slug in blocks else one for one in parts.articles
    )
    slugs = {article.slug for article in joined}
    lost = [_lost(path) for path in parts.insides if slug_of_path(path) not in slugs]
    signatures = tuple(parts.signatures) if signing else None
    return Library(frame, joined, tuple(sorted((*problems, *lost))), tuple(parts.notices), signatures)


def read_file(root: Path, path: str) -> bytes:
    """The bytes of a file by its path in the folder.

    Raises `UnreadableError`; its cause is a FileNotFoundError where the file has vanished.
    """
    return files.read_bytes(root / path, MAX_ARTICLE_BYTES)


def skipped_problems(seen: Scan) -> tuple[Problem, ...]:
    """What was seen but is not read."""
    return tuple(Problem(path, 0, sentence, WARNING) for path, sentence in seen.skipped)


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


def _lost(path: str) -> Problem:
    sentence = (
        f"there is no article '{slug_of_path(path)}' that this could belong to. Name it after the article's file."
    )
    return Problem(path, 0, sentence)
