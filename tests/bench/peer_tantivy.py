"""Tantivy as a script would use it: en_stem, OR of the words, the title counting twice. Knows nothing of kb."""

import re
import sys
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Any

tantivy: Any = import_module("tantivy")
"""Imported so that types can be checked where it is not installed."""

Texts = Iterable[tuple[str, str, str]]


def build(folder: Path, texts: Texts) -> None:
    """Indexes slug, title and text of each article."""
    place = folder / "tantivy"
    place.mkdir()
    schema = (
        tantivy.SchemaBuilder()
        .add_text_field("slug", stored=True, tokenizer_name="raw")
        .add_text_field("title", stored=True, tokenizer_name="en_stem")
        .add_text_field("text", tokenizer_name="en_stem")
        .build()
    )
    writer = tantivy.Index(schema, path=str(place)).writer()
    for slug, title, text in texts:
        writer.add_document(tantivy.Document(slug=slug, title=title, text=text))
    writer.commit()
    writer.wait_merging_threads()


class Peer:
    """The index, open."""

    def __init__(self, folder: Path) -> None:
        self._index: Any = tantivy.Index.open(str(folder / "tantivy"))
        self._searcher: Any = self._index.searcher()

    def search(self, query: str, limit: int) -> list[tuple[str, str]]:
        """Slug and title of the best articles."""
        words = " ".join(re.findall(r"\w+", query.lower()))
        parsed = self._index.parse_query(words, ["title", "text"], field_boosts={"title": 2.0})
        documents = (self._searcher.doc(address) for _, address in self._searcher.search(parsed, limit).hits)
        return [(document["slug"][0], document["title"][0]) for document in documents]


def main() -> None:
    """Prints what is found: `FOLDER QUERY`."""
    for found in Peer(Path(sys.argv[1])).search(sys.argv[2], 5):
        sys.stdout.write("  ".join(found) + "\n")
