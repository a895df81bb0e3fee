"""All answers a line each under their first topic, as `kb show` alone lists them; opens none."""

from collections.abc import Sequence

from kb.model.published import SalesArticle
from kb.render import page
from kb.render.found_json import SCHEMA, one_line
from kb.render.page import Line, Page, Span, cut, line, line_width, width_of
from kb.render.standing import ASK

_OTHER = "other"
_LEAST_TITLE = 12


def list_page(articles: Sequence[SalesArticle], *, width: int, terminal: bool = False) -> Page:
    """The questions with the slugs that open them; what nobody may say yet is marked."""
    room = page.page_width(width, terminal=terminal)
    if not articles:
        return Page((line("There is no answer for sales yet."),))
    topics: dict[str, list[SalesArticle]] = {}
    for article in articles:
        topics.setdefault(article.tags[0] if article.tags else _OTHER, []).append(article)
    most = max(_LEAST_TITLE, room - 3 - max(width_of(article.slug) for article in articles))
    longest = max(width_of(cut(article.title, most)) for article in articles)
    lines: list[Line] = []
    for topic, own in topics.items():
        lines += [*([()] if lines else []), line(topic[:1].upper() + topic[1:], page.LABEL)]
        lines += [text for article in own for text in _row(article, longest, room)]
    return Page(tuple(lines))


def list_line(articles: Sequence[SalesArticle]) -> str:
    """The same as one JSON object."""
    return one_line({"schema": SCHEMA, "answers": [_object(article) for article in articles]})


def _row(article: SalesArticle, longest: int, width: int) -> list[Line]:
    """One line; where the mark finds no room on it, one more: what is not marked is taken for good."""
    title = cut(article.title, longest)
    space = " " * (longest - width_of(title) + 2)
    slug = cut(article.slug, width - longest - 3)
    row = (Span(f" {title}{space}"), Span(slug, page.COMMAND))
    if article.standing is None or article.standing.may_be_said:
        return [row]
    marked = (*row, Span(f"  {ASK}", page.WARNING))
    return [marked] if line_width(marked) <= width else [row, marked[-1:]]


def _object(article: SalesArticle) -> dict[str, object]:
    state = article.standing.state if article.standing else None
    return {"slug": article.slug, "title": article.title, "tags": list(article.tags), "state": state}
