"""The handbook: a reader's whole book as one page that needs no network, no server and no JavaScript.

It lays out what it is given; what a reader may see is settled before, and the ranking comes as plain data.
"""

import json
from base64 import b64encode
from collections.abc import Mapping, Sequence
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined

from kb.model.book import Book, SalesBook
from kb.render import mark as marks
from kb.render.handbook_cards import cards
from kb.render.handbook_frame import contacts, glossary, steps
from kb.render.handbook_prose import shown
from kb.render.handbook_times import times_of
from kb.render.mark import Mark
from kb.render.packed_words import packed
from kb.render.sheet_strip import strips
from kb.render.word_index import word_index
from kb.words.spoken import day_words, weekday_words

_SCRIPTS = (
    "handbook_words.js",
    "handbook_spelling.js",
    "handbook_field.js",
    "handbook_search.js",
    "handbook_page.js",
)
"""Parts of one script, in the order in which they build on each other."""


def handbook_html(
    book: Book, mark: Mark, *, ranking: Mapping[str, object], wordings: Mapping[str, Sequence[str]]
) -> bytes:
    """The page in UTF-8, the same bytes for the same book.

    `ranking` are the words and figures of the search, `wordings` those of customers for each answer, by slug.
    """
    style, script = _file("handbook.css"), _script()
    page = _environment().get_template("handbook.html.j2")
    html = page.render(
        **_content(book, frozenset(str(ranking.get("vague", "")).split())),
        mark=marks.written(mark),
        style=style,
        script=script,
        style_hash=_hash(style),
        script_hash=_hash(script),
        data=_json({**ranking, "wordings": packed([wordings.get(article.slug, ()) for article in book.articles])}),
    )
    return html.encode("utf-8", "replace")


def _content(book: Book, vague: frozenset[str]) -> dict[str, Any]:
    sales = isinstance(book, SalesBook)
    synonyms = {term.term: term.customers for term in book.terms if term.customers}
    made = cards(book)
    return {
        "sales": sales,
        "title": shown(book.title or "Handbook"),
        "kind": "Handbook for sales" if sales else "Questions and answers",
        "company": shown(book.company),
        "as_of": day_words(book.day),
        "now": shown(book.now),
        "cards": made,
        "start": _start(book, {card["slug"]: card for card in made}),
        "tables": [table for table in times_of(book) if len(table["rows"]) > 1],
        "numbers": {card["slug"]: card["number"] for card in reversed(made)},
        "strips": [_unbroken(strip) for strip in strips(book.processes)],
        "steps": steps(book),
        "glossary": glossary(book),
        "contacts": contacts(book),
        "index": word_index(book.articles, synonyms, vague),
    }


def _start(book: Book, by_slug: Mapping[str, Any]) -> dict[str, Any] | None:
    """What somebody new should read first; customers are nobody new."""
    if not isinstance(book, SalesBook):
        return None
    visit = book.visit
    return {
        "cards": [by_slug[slug] for slug in book.first if slug in by_slug],
        "visit_day": weekday_words(visit.day) if visit else "",
        "visit_when": shown(visit.when) if visit else "",
        "visit_ask": shown(", ".join(filter(None, (visit.desk.name, visit.desk.reach)))) if visit else "",
    }


def _environment() -> Environment:
    """Everything that a template prints is escaped, and a name that is missing is an error."""
    return Environment(
        loader=FunctionLoader(_file), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def _file(name: str) -> str:
    return files("kb.render").joinpath(name).read_text("utf-8")


def _script() -> str:
    """The parts as one, in a scope of its own, without comments of whole lines and without indents."""
    lines = (line.strip() for name in _SCRIPTS for line in _file(name).splitlines())
    body = "\n".join(line for line in lines if line and not line.startswith("//"))
    return f'(()=>{{"use strict";const R=JSON.parse(document.getElementById("kb-data").textContent);\n{body}\n}})();'


def _json(data: Mapping[str, object]) -> str:
    """JSON in which nothing ends the element that holds it."""
    text = json.dumps(data, separators=(",", ":"), ensure_ascii=False)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _hash(text: str) -> str:
    """As a Content-Security-Policy names it."""
    return b64encode(sha256(text.encode()).digest()).decode()


def _unbroken(value: Any) -> Any:  # noqa: ANN401 - any JSON
    """Plain data without the sheet's places to break a word."""
    if isinstance(value, str):
        return value.replace("\u200b", "")
    if isinstance(value, dict):
        return {key: _unbroken(item) for key, item in value.items()}
    return [_unbroken(item) for item in value] if isinstance(value, list) else value
