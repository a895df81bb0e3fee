"""What the files of a content folder became, put together; parses none of them, so that it costs little to import."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from kb import files
from kb.library.scan import Scan, slug_of_path
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


def _lost(path: str) -> Problem:
    sentence = (
        f"there is no article '{slug_of_path(path)}' that this could belong to. Name it after the article's file."
    )
    return Problem(path, 0, sentence)
