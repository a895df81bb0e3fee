"""How the articles of a snapshot are called, who may read them and where they link to: kept apart from what they say.

So that one changed article costs a look at its neighbours, and not at the whole library.
"""

import re
import sqlite3
from collections.abc import Iterable, Iterator

import msgspec

from kb.model.article import SALES, Outline, may_read

OUTLINE_TABLES = """
    CREATE TABLE outline (path TEXT PRIMARY KEY, slug TEXT, readable INT, tags TEXT, whole BLOB) WITHOUT ROWID;
    CREATE INDEX named ON outline (slug, readable);
    CREATE INDEX tagged ON outline (readable, tags);
    CREATE TABLE link (path TEXT, slug TEXT, PRIMARY KEY (path, slug)) WITHOUT ROWID;
    CREATE INDEX linked ON link (slug);
    CREATE TABLE turned (slug TEXT PRIMARY KEY, revision INT) WITHOUT ROWID;
"""

_LINK = re.compile(rb'"slug:((?:[^"\\]|\\.)*)"')
"""A link to an article in the JSON of another, or a text that looks like one."""

_IS_READABLE = "SELECT 1 FROM outline WHERE slug = ? AND readable LIMIT 1"


class Outlines:
    """The outlines of an open snapshot; *readable* is what a salesperson may read."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._before: dict[str, bool] = {}

    def replace(self, path: str, content: bytes | None) -> None:
        """Takes an article in as its JSON; None where there is none any more."""
        known = self._db.execute("SELECT slug FROM outline WHERE path = ?", (path,)).fetchone()
        if known:
            self._touch(known[0])
            self._db.execute("DELETE FROM outline WHERE path = ?", (path,))
            self._db.execute("DELETE FROM link WHERE path = ?", (path,))
        if content is None:
            return
        outline = msgspec.json.decode(content, type=Outline)
        self._touch(outline.slug)
        row = (path, outline.slug, int(may_read(SALES, outline.audience)), _json(outline.tags), _json(outline))
        self._db.execute("INSERT INTO outline VALUES (?, ?, ?, ?, ?)", row)
        links = {(path, msgspec.json.decode(b'"' + slug + b'"')) for slug in _LINK.findall(content)}
        self._db.executemany("INSERT INTO link VALUES (?, ?)", links)

    def settle(self, revision: int) -> None:
        """Keeps which slugs may be read now and could not be before, or the other way round."""
        turned = [(slug, revision) for slug, was in self._before.items() if self._is_readable(slug) != was]
        self._db.executemany("INSERT OR REPLACE INTO turned VALUES (?, ?)", turned)
        self._before.clear()

    def count(self) -> int:
        """How many articles are readable."""
        return int(self._db.execute("SELECT count(*) FROM outline WHERE readable").fetchone()[0])

    def readable(self) -> frozenset[str]:
        """The slugs of all that are readable."""
        return frozenset(slug for (slug,) in self._db.execute("SELECT slug FROM outline WHERE readable"))

    def __contains__(self, slug: object) -> bool:
        """Whether there is a readable article of that slug."""
        return self._is_readable(str(slug))

    def hidden(self) -> Iterator[Outline]:
        """Those that are not readable."""
        for (whole,) in self._db.execute("SELECT whole FROM outline WHERE NOT readable"):
            yield msgspec.json.decode(whole, type=Outline)

    def tags(self) -> set[str]:
        """The tags of all that are readable."""
        rows = self._db.execute("SELECT DISTINCT tags FROM outline WHERE readable")
        return {tag for (tags,) in rows for tag in msgspec.json.decode(tags, type=tuple[str, ...])}

    def linking_since(self, revision: int) -> set[str]:
        """The paths of articles that link to one which has become readable since, or no longer is."""
        turned = "SELECT link.path FROM turned JOIN link ON link.slug = turned.slug WHERE turned.revision > ?"
        return {path for (path,) in self._db.execute(turned, (revision,))}

    def paths_of(self, slugs: Iterable[str]) -> set[str]:
        """The paths of the articles with these slugs."""
        named = "SELECT path FROM outline WHERE slug = ?"
        return {path for slug in slugs for (path,) in self._db.execute(named, (slug,))}

    def _touch(self, slug: str) -> None:
        if slug not in self._before:
            self._before[slug] = self._is_readable(slug)

    def _is_readable(self, slug: str) -> bool:
        return self._db.execute(_IS_READABLE, (slug,)).fetchone() is not None


def _json(value: object) -> bytes:
    return msgspec.json.encode(value)
