"""Which article is meant by a part of its slug or title; opens and shows none."""

from collections.abc import Sequence
from typing import TypeVar

from kb.errors import AmbiguousError, NotFoundError
from kb.model.article import Article
from kb.model.published import CustomerArticle
from kb.text import fold
from kb.words.near import nearest

Named = TypeVar("Named", bound=Article | CustomerArticle)

_SHOWN = 8
_SUGGESTED = 3


def resolve(articles: Sequence[Named], words: str) -> Named:
    """The article whose slug, title or a unique part of either the words are.

    Raises `NotFoundError` that names the nearest, `AmbiguousError` that names all that could be meant.
    """
    sought = fold(words)
    ways = (
        [article for article in articles if fold(article.slug) == sought],
        [article for article in articles if fold(article.title).rstrip("?") == sought.rstrip("?")],
        [article for article in articles if sought and sought in fold(article.slug)],
        [article for article in articles if sought and sought in f"{fold(article.title)} {article.slug}"],
    )
    found = next(filter(None, ways), [])
    if len(found) == 1:
        return found[0]
    if found:
        raise AmbiguousError(f"'{words}' could be several answers.", "Say which: " + _listed(found))
    near = _near(words, [article.slug for article in articles])
    way_out = f"Did you mean {' or '.join(near)}?" if near else f'Search for it: kb search "{words}".'
    raise NotFoundError(f"No answer is called '{words}'.", way_out)


def _near(words: str, slugs: Sequence[str]) -> tuple[str, ...]:
    """The slugs that may have been meant; else those with a part that may, as `rushh` is *rush* in `rush-orders`."""
    near = nearest(words, slugs)
    if near:
        return near
    parts = nearest(words, {part for slug in slugs for part in slug.split("-")}, 1)
    return tuple(slug for slug in slugs if not set(parts).isdisjoint(slug.split("-")))[:_SUGGESTED]


def _listed(articles: Sequence[Named]) -> str:
    names = ", ".join(article.slug for article in articles[:_SHOWN])
    return f"{names} and {len(articles) - _SHOWN} more." if len(articles) > _SHOWN else f"{names}."
