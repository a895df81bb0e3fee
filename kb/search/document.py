"""One article as the index takes it: only what a salesperson may read. A search never imports this."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What may be found of an article, and the card that is handed back with it."""

    path: str
    """The unique key: where the article lies in the content folder."""

    slug: str
    title: str
    questions: tuple[str, ...]
    """*Customers say*, and aliases."""

    body: str
    """Everything else that may be found: answer, numbers, why, push back …"""

    desk: str
    tags: tuple[str, ...]
    card: str
    """JSON, opaque here: stored as it is, and handed back with a hit."""

    numbers: str = ""
    """JSON on one line, opaque here: what the caller needs to know of its numbers, handed back when asked for."""

    marks: tuple[str, ...] = ()
    """The caller's own terms, by which documents are found that a hit needs beside itself."""
