"""bm25s with PyStemmer as a script would use it: English stop words and stems. Knows nothing of kb."""

import logging
import sys
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Any

bm25s: Any = import_module("bm25s")
stemmer: Any = import_module("Stemmer")
"""Imported so that types can be checked where they are not installed."""

Texts = Iterable[tuple[str, str, str]]


def build(folder: Path, texts: Texts) -> None:
    """Indexes slug, title and text of each article."""
    logging.getLogger("bm25s").setLevel(logging.WARNING)
    found = list(texts)
    tokens = bm25s.tokenize([f"{title}\n{text}" for _, title, text in found], stemmer=_stemmer(), show_progress=False)
    index: Any = bm25s.BM25()
    index.index(tokens, show_progress=False)
    corpus = [{"slug": slug, "title": title} for slug, title, _ in found]
    index.save(str(folder / "bm25s"), corpus=corpus, show_progress=False)


class Peer:
    """The index, open."""

    def __init__(self, folder: Path) -> None:
        self._index: Any = bm25s.BM25.load(str(folder / "bm25s"), load_corpus=True, mmap=True, show_progress=False)

    def search(self, query: str, limit: int) -> list[tuple[str, str]]:
        """Slug and title of the best articles."""
        tokens = bm25s.tokenize([query], stemmer=_stemmer(), show_progress=False)
        found, scores = self._index.retrieve(tokens, k=limit, show_progress=False)
        return [(each["slug"], each["title"]) for each, score in zip(found[0], scores[0], strict=True) if score > 0]


def main() -> None:
    """Prints what is found: `FOLDER QUERY`."""
    for found in Peer(Path(sys.argv[1])).search(sys.argv[2], 5):
        sys.stdout.write("  ".join(found) + "\n")


def _stemmer() -> Any:  # noqa: ANN401 - it has no types
    return stemmer.Stemmer("english")
