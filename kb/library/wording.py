"""Puts more of the customers' words into an article's file, and changes nothing else in it; writes no file."""

import re
from collections.abc import Iterable

from kb.library.article import read_article
from kb.library.escape import line, one_line, yaml_value
from kb.library.headings import SECTIONS
from kb.library.signed import signed_text
from kb.model.article import Article
from kb.model.prose import Line, plain_text
from kb.text import fold

_KEY = "customers_say"
_BEHIND = tuple(SECTIONS)[tuple(SECTIONS).index(_KEY) + 1 :]
"""The sections that come after it."""

_ITEM = re.compile(r"^([ \t]*[-*+•][ \t]+)\S")


def with_wordings(path: str, data: bytes, wordings: Iterable[str], default_audience: str) -> bytes | None:
    """The file with the wordings that it has not, as the last ones of *Customers say*; None where it cannot be done.

    It is read back: everything but *Customers say* must have stayed, or nothing is done.
    """
    before, _problems = read_article(path, data, default_audience)
    if before is None:
        return None
    there = {fold(said.text) for said in before.customers_say} | {fold(before.title)}
    new = [words for words in dict.fromkeys(map(_plain, wordings)) if words and fold(words) not in there]
    if not new:
        return data
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    written = _written(path, text, before, new).encode()
    after, _problems = read_article(path, written, default_audience)
    return written if after is not None and _is_same(before, after, new) else None


def _plain(words: str) -> str:
    """The words on one line; a customer's links lead nowhere."""
    return one_line(words.replace("[[", "").replace("]]", ""))


def _written(path: str, text: str, article: Article, new: list[str]) -> str:
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.split(end)
    is_markdown = path.lower().endswith(".md")
    items = [line(words) if is_markdown else yaml_value(words) for words in new]
    if article.customers_say:
        at = _after(lines, article.customers_say[-1].line)
        found = _ITEM.match(lines[article.customers_say[-1].line - 1])
        mark = found[1] if found else "- "
        return end.join([*lines[:at], *(f"{mark}{item}" for item in items), *lines[at:]])
    if not is_markdown:
        return end.join([*lines[: _last(lines)], f"{_KEY}:", *(f"  - {item}" for item in items), ""])
    section = [f"## {SECTIONS[_KEY]}", *(f"- {item}" for item in items)]
    own = [number for key, number in article.key_lines if key in _BEHIND]
    if not own:
        return end.join([*lines[: _last(lines)], "", *section, ""])
    at = min(own) - 1
    return end.join([*lines[:at], *section, "", *lines[at:]])


def _after(lines: list[str], number: int) -> int:
    """Where the bullet on that line ends: it may go on, indented, on the next ones."""
    at = number
    while at < len(lines) and lines[at].strip() and lines[at][0] in " \t" and not _ITEM.match(lines[at]):
        at += 1
    return at


def _last(lines: list[str]) -> int:
    """How many lines there are up to the last that says something."""
    return next((at for at in range(len(lines), 0, -1) if lines[at - 1].strip()), 0)


def _is_same(before: Article, after: Article, new: list[str]) -> bool:
    """Whether only the new words have come."""
    said = [fold(one.text) for one in (*before.customers_say, *(Line(words) for words in new))]
    return [fold(one.text) for one in after.customers_say] == said and _rest(before) == _rest(after)


def _rest(article: Article) -> tuple[object, ...]:
    """All that an article says but *Customers say*."""
    keys = (article.desk, article.tags, article.aliases, article.review_days, article.audience_written)
    return (signed_text(article), plain_text(article.inside), *keys)
