"""An article put together from its keys and its sections; reads neither Markdown nor YAML."""

from collections.abc import Iterable

from kb.library.article_fields import Fields
from kb.library.headings import INSIDE_ONLY, SAY
from kb.library.lines import lines_of, mentions_of, numbers_of
from kb.library.prose import Passage, blocks_of
from kb.library.remarks import Remark, closes_article, problems_of
from kb.library.scan import slug_of_path
from kb.library.sections import Body
from kb.model.article import INSIDE, Article
from kb.model.problem import Problem

_PLAIN = ("numbers", "customers_say", "dont_say")
"""Sections of which only the words are kept."""

Read = tuple[Article | None, tuple[Problem, ...]]
"""An article, or None where the file cannot be read at all, with its problems."""


def unreadable(path: str, line: int, sentence: str) -> Read:
    """What is left of a file that cannot be read."""
    return None, (Problem(path, line, sentence),)


def put_together(path: str, fields: Fields, body: Body) -> Read:
    """The article, for inside where anything is in doubt."""
    numbers, unread = numbers_of(_passages(body, "numbers"))
    say = blocks_of(_passages(body, SAY))
    remarks = [*fields.readers.remarks, *fields.remarks, *body.remarks, *unread]
    title = body.title or fields.title
    remarks += _missing(path, title, has_answer=bool(say))
    is_closed = closes_article(remarks)
    article = Article(
        slug=slug_of_path(path),
        path=path,
        title=title or _title_of_slug(path),
        audience=INSIDE if is_closed else fields.readers.audience,
        audience_written=fields.readers.is_written and not is_closed,
        desk=fields.desk,
        tags=fields.tags,
        aliases=fields.aliases,
        review_days=fields.review_days,
        say=say,
        numbers=numbers,
        why=blocks_of(_passages(body, "why")),
        worth_telling=blocks_of(_passages(body, "worth_telling")),
        customers_say=lines_of(_passages(body, "customers_say")),
        dont_say=lines_of(_passages(body, "dont_say")),
        push_back=blocks_of(_passages(body, "push_back")),
        inside=blocks_of(_passages(body, INSIDE_ONLY)),
        mentions=tuple(link for key in _PLAIN for link in mentions_of(key, _passages(body, key))),
        key_lines=_key_lines(fields, body),
    )
    return article, problems_of(path, remarks)


def _passages(body: Body, key: str) -> Iterable[Passage]:
    return (passage for section in body.sections if section.key == key for passage in section.passages)


def _missing(path: str, title: str, *, has_answer: bool) -> Iterable[Remark]:
    if not title:
        shown = _title_of_slug(path)
        yield Remark(
            1, f"there is no title, so '{shown}' stands for it. Write the customer's question: `# How long …?`"
        )
    if not has_answer:
        yield Remark(1, "there is no answer. Write below the title what may be said, in a sentence or two.")


def _title_of_slug(path: str) -> str:
    words = " ".join(slug_of_path(path).replace("-", " ").replace("_", " ").split())
    return words[:1].upper() + words[1:]


def _key_lines(fields: Fields, body: Body) -> tuple[tuple[str, int], ...]:
    """The first line of each key and section; a title in the text counts before one in the front matter."""
    lines = {"title": body.title_line} if body.title else {}
    for key, line in (*fields.lines, *((section.key, section.line) for section in body.sections)):
        lines.setdefault(key, line)
    return tuple(sorted(lines.items(), key=lambda entry: entry[1]))
