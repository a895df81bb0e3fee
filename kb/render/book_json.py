"""A reader's book as JSON, for other programs: everything that the reader may see, in plain text, under a schema.

`docs/export.schema.json` is made from these types; what a person reads is not made here.
"""

import json
from typing import NotRequired, TypedDict

import msgspec

from kb.model.book import Book
from kb.model.published import CustomerArticle
from kb.model.results import Today
from kb.render.book_objects import (
    Answer,
    DeskObject,
    ProcessObject,
    TermObject,
    answer_object,
    around_object,
    times_object,
)
from kb.render.found_json import SCHEMA, lines_safe
from kb.render.mark import Mark

SCHEMA_TITLE = "What kb export writes as JSON"

BookObject = TypedDict(
    "BookObject",
    {
        "schema": int,
        "company": str,
        "title": str,
        "for": str,
        "day": str,
        "now": str,
        "answers": list[Answer],
        "processes": list[ProcessObject],
        "glossary": list[TermObject],
        "people": NotRequired[list[DeskObject]],
        "mark": Mark,
    },
)


def book_json(book: Book, mark: Mark) -> bytes:
    """The whole book, indented, in UTF-8; nothing in it is a sign that a terminal obeys."""
    text = json.dumps(book_object(book, mark), ensure_ascii=False, allow_nan=False, indent=1)
    return (lines_safe(text) + "\n").encode()


def book_object(book: Book, mark: Mark) -> BookObject:
    """The book under the keys of the schema."""
    told: BookObject = {
        "schema": SCHEMA,
        "company": book.company,
        "title": book.title,
        "for": mark["for"],
        "day": book.day.isoformat(),
        "now": book.now,
        "answers": [_with_times(article, book.today.get(article.slug)) for article in book.articles],
        "mark": mark,
        **around_object(book),
    }
    return told


def schema_json() -> bytes:
    """The JSON Schema of an export, as it is published."""
    schema = msgspec.json.schema(BookObject)
    return msgspec.json.format(msgspec.json.encode({"title": SCHEMA_TITLE, **schema}), indent=1) + b"\n"


def _with_times(article: CustomerArticle, today: Today | None) -> Answer:
    told = answer_object(article)
    if today is not None and today.rows:
        told["today"] = times_object(today)
    return told
