"""The reply to whoever asked, ready to be pasted into a mail; names nobody."""

from collections.abc import Mapping
from typing import NamedTuple

from kb.model.prose import plain_text
from kb.model.published import SalesArticle
from kb.render.found_json import SCHEMA, one_line

Desks = Mapping[str, tuple[str, str]]
"""Name and reach of each desk, by its key."""


class Replied(NamedTuple):
    """What there is to reply."""

    key: str
    """The id of the question."""

    question: str
    article: SalesArticle | None
    """The answer; None where there is none."""

    why: str
    """Why there is none."""

    about: str = ""
    """The slug of the answer that was doubted; empty for a question."""

    askers: tuple[str, ...] = ()
    """To whom it goes."""


def reply_lines(replied: Replied, desks: Desks) -> list[str]:
    """The reply, a line for each paragraph: what was asked, what may be said, and whether it is agreed."""
    article = replied.article
    lines = [
        f"You said about {replied.about}: {replied.question}" if replied.about else f"You asked: {replied.question}",
        "",
    ]
    if article is None:
        no = "We looked at it, and it stays as it is" if replied.about else "We cannot give an answer to that"
        return [*lines, f"{no}: {replied.why}"]
    lines += ["We looked at it. It now says:"] if replied.about else []
    lines += plain_text(article.say).split("\n")
    lines += [f"- {number.text}" for number in article.numbers]
    lines += ["", *_standing(article, desks)]
    return [*lines, f"All of it: kb show {article.slug}"]


def reply_line(replied: Replied, desks: Desks) -> str:
    """The same as one JSON object, with what was answered by what."""
    told = {
        "schema": SCHEMA,
        "id": replied.key or None,
        "question": replied.question,
        "askers": list(replied.askers),
        "article": replied.article.slug if replied.article else None,
        "why_not": replied.why or None,
        "reply": "\n".join(reply_lines(replied, desks)),
    }
    return one_line(told)


def _standing(article: SalesArticle, desks: Desks) -> list[str]:
    if article.standing is None:
        return []
    if article.standing.may_be_said:
        return ["You may say this: production and sales have both agreed to it."]
    name, reach = desks.get(article.desk, ("production", ""))
    whom = f"{name}, {reach}" if reach else name
    return [f"Ask first, production and sales have not both agreed to it yet: {whom}."]
