"""The page that leads to what was published: a link, what it is, and of which day; it holds no answer."""

from base64 import b64encode
from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from importlib.resources import files
from typing import NamedTuple

from jinja2 import Environment, FunctionLoader, StrictUndefined

from kb.words.spoken import day_words

_KINDS = {
    "pdf": "Cheat sheet",
    "html": "Handbook with a search",
    "md": "All answers as Markdown",
    "json": "All answers for programs",
    "csv": "All answers as a table",
}
_READERS = {"sales": "for sales", "customer": "for customers"}
_PAPERS = {"phone": ", for a telephone", "letter": ", on Letter paper", "a4": ", on A4"}


class Entry(NamedTuple):
    """One file that was published."""

    name: str
    format: str
    reader: str
    paper: str
    """Empty for what is no sheet."""

    day: date | None
    behind: bool
    """Whether it could not be made anew."""


def index_page(company: str, entries: Sequence[Entry]) -> bytes:
    """The page in UTF-8; the same bytes for the same entries."""
    style = _file("published.css")
    environment = Environment(loader=FunctionLoader(_file), autoescape=True, undefined=StrictUndefined)
    html = environment.get_template("published.html.j2").render(
        company=company or "Knowledge base",
        style=style,
        style_hash=b64encode(sha256(style.encode()).digest()).decode(),
        entries=[
            {
                "name": entry.name,
                "what": _what(entry),
                "day": day_words(entry.day) if entry.day else "",
                "behind": entry.behind,
            }
            for entry in entries
        ],
    )
    return html.encode("utf-8", "replace")


def _what(entry: Entry) -> str:
    kind = _KINDS.get(entry.format, "")
    if entry.format == "pdf" and entry.reader == "customer":
        kind = "Leave-behind"
    return f"{kind} {_READERS.get(entry.reader, '')}".strip() + _PAPERS.get(entry.paper, "")


def _file(name: str) -> str:
    return files("kb.render").joinpath(name).read_text("utf-8")
