"""The unseen mark of an export: which answers it holds, in which wording, and the numbers it shows.

`kb stale` reads it; where in a file it stands is each format's matter. It holds nothing that its reader may not see.
"""

import json
from collections.abc import Collection, Sequence
from typing import NamedTuple, TypedDict

import msgspec

from kb.checksum import blake2b
from kb.model.book import Book, SalesBook
from kb.model.published import CustomerArticle
from kb.model.results import Today
from kb.render.book_objects import answer_object, around_object

VERSION = 1
NAME = "kb-mark"
"""What it is called in a file that has names."""

_HASH_BYTES = 8
"""Enough that no two wordings of one answer are taken for the same."""


class MarkedAnswer(NamedTuple):
    """One answer as the file shows it; an array in JSON."""

    slug: str
    hash: str
    numbers: list[str]
    """Each number line as written, with what is different on the day: `… 5 to 7 working days (now 10 to 12 …)`."""


Mark = TypedDict(
    "Mark",
    {
        "kb": int,
        "for": str,
        "day": str,
        "options": list[str],
        "now": str,
        "around": dict[str, str],
        "everything": bool,
        "answers": list[MarkedAnswer],
    },
)
"""`options` are those of `kb export` that make the file again; `around` are hashes of what else it shows, by its key in
JSON; `everything` says that no answer was left out."""

AROUND = ("processes", "glossary", "people")


def mark_of(book: Book, options: Sequence[str], *, everything: bool, around: Collection[str] = AROUND) -> Mark:
    """The mark of an export of the book; `options` as `kb export` takes them, `around` what else it shows."""
    return {
        "kb": VERSION,
        "for": "sales" if isinstance(book, SalesBook) else "customer",
        "day": book.day.isoformat(),
        "options": list(options),
        "now": book.now,
        "around": {key: _hash(told) for key, told in around_object(book).items() if key in around},
        "everything": everything,
        "answers": [
            MarkedAnswer(article.slug, _hash(answer_object(article)), _numbers(article, book.today.get(article.slug)))
            for article in book.articles
        ],
    }


def written(mark: Mark) -> str:
    """The mark on one line, in ASCII, without `<`, `>`, `&` and `--`: no format takes it for anything else."""
    text = json.dumps(mark, separators=(",", ":"))
    for sign in "<>&'":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text.replace("--", "-\\u002d").replace("\x7f", "\\u007f")


def read(text: str) -> Mark | None:
    """The mark that was written so; None for anything else."""
    try:
        mark = msgspec.json.decode(text, type=Mark)
    except (msgspec.MsgspecError, UnicodeError):
        return None
    return mark if mark["kb"] == VERSION else None


def _numbers(article: CustomerArticle, today: Today | None) -> list[str]:
    """Each line as written, with what it comes to on the day where that is something else."""
    different: dict[tuple[str, str], str] = {}
    if today is not None:
        own = [row for row in today.rows if row.slug == article.slug and row.now != row.normally]
        different = {(today.name, row.for_what): f"{row.now} {today.unit}".strip() for row in own}
    shown = []
    for number in article.numbers:
        now = different.get((number.name, ", ".join(number.conditions)))
        shown.append(f"{number.text} (now {now})" if now else number.text)
    return shown


def _hash(told: object) -> str:
    return blake2b(json.dumps(told, sort_keys=True).encode(), digest_size=_HASH_BYTES).hexdigest()
