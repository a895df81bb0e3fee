"""The whole content folder read into one value, straight from its files; keeps nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from kb import files
from kb.errors import UnreadableError
from kb.library.article import read_article, read_inside
from kb.library.article_parts import slug_of_path
from kb.library.frame import read_frame
from kb.library.scan import FRAME_FILES, INSIDE, Scan, scan
from kb.model.article import Article
from kb.model.library import Frame, Library
from kb.model.problem import WARNING, Problem
from kb.model.prose import Block
from kb.settings import MAX_ARTICLE_BYTES

Insides = Mapping[str, tuple[Block, ...]]
"""The blocks of each file `inside/<slug>.md`, by its path."""


def load_library(root: Path) -> Library:
    """The content folder. A file that cannot be read is a problem; one that vanishes meanwhile was not there.

    Raises `OSError` where the folder itself cannot be read.
    """
    seen = scan(root)
    sources, problems = _sources(root, seen)
    frame, found = read_frame({path: data for path, data in sources.items() if path in FRAME_FILES})
    problems += [*found, *skipped_problems(seen)]
    articles: list[Article] = []
    insides: dict[str, tuple[Block, ...]] = {}
    for path, data in sources.items():
        if path.startswith(INSIDE):
            insides[path], found = read_inside(path, data)
        elif path not in FRAME_FILES:
            article, found = read_article(path, data, frame.company.default_audience)
            articles += [article] if article else []
        else:
            continue
        problems += found
    return assemble(frame, articles, insides, problems)


def assemble(frame: Frame, articles: Iterable[Article], insides: Insides, problems: Iterable[Problem]) -> Library:
    """The library: articles with what `inside/` has for them, problems in order."""
    blocks = {slug_of_path(path): found for path, found in insides.items()}
    joined = tuple(
        replace(one, inside=one.inside + blocks[one.slug]) if one.slug in blocks else one for one in articles
    )
    slugs = {article.slug for article in joined}
    lost = [_lost(path) for path in insides if slug_of_path(path) not in slugs]
    return Library(frame, joined, tuple(sorted((*problems, *lost))))


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
