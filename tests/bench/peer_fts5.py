"""SQLite FTS5 as a script would use it: porter, OR of the words, bm25. Knows nothing of kb."""

import re
import sqlite3
import sys
from collections.abc import Iterable
from pathlib import Path

Texts = Iterable[tuple[str, str, str]]


def build(folder: Path, texts: Texts) -> None:
    """Indexes slug, title and text of each article."""
    with sqlite3.connect(folder / "fts5.sqlite") as database:
        database.execute("CREATE VIRTUAL TABLE article USING fts5(slug UNINDEXED, title, text, tokenize='porter')")
        database.executemany("INSERT INTO article VALUES (?, ?, ?)", texts)
    database.close()


class Peer:
    """The index, open."""

    def __init__(self, folder: Path) -> None:
        self._database = sqlite3.connect(folder / "fts5.sqlite")

    def search(self, query: str, limit: int) -> list[tuple[str, str]]:
        """Slug and title of the best articles."""
        words = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", query))
        order = "SELECT slug, title FROM article WHERE article MATCH ? ORDER BY bm25(article) LIMIT ?"
        return self._database.execute(order, (words, limit)).fetchall() if words else []


def main() -> None:
    """Prints what is found: `FOLDER QUERY`."""
    for found in Peer(Path(sys.argv[1])).search(sys.argv[2], 5):
        sys.stdout.write("  ".join(found) + "\n")
