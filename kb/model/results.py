"""What a search found. Named tuples, not dataclasses: those take milliseconds to import, on the way of every search."""

from typing import Any, NamedTuple


class Hit(NamedTuple):
    """One article that a search found, as a salesperson may read it, in plain text."""

    slug: str
    title: str
    score: float
    """BM25 of the question against this article; comparable within one search only."""

    say: str
    """Paragraphs are separated by a newline."""

    numbers: tuple[dict[str, str], ...]
    """Each with `name`, `for`, `amount`, `rest` (from, to, during …) and `text`, the whole line as written."""

    dont_say: tuple[str, ...]
    why: str
    desk: str
    """The desk's key."""

    audience: str
    tags: tuple[str, ...]
    state: str | None = None
    """The word of the article's state; None in a folder without signatures."""


class Found(NamedTuple):
    """The answer to one question."""

    query: str
    corrected: str | None
    """What was searched instead, where words were corrected."""

    answered: bool
    """False when nothing in the library really answers; `hits` then holds the nearest."""

    hits: tuple[Hit, ...]
    corrections: tuple[tuple[str, str], ...] = ()
    """Each corrected word with what was searched for it."""

    notes: tuple[str, ...] = ()
    """What the reader should know: the question was cut, the index is behind."""

    explain: dict[str, Any] | None = None
