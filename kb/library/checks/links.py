"""Rules about links between articles: each leads to one, and to one that its reader may read."""

from collections.abc import Iterator
from typing import NamedTuple

from kb.library.checks.texts import parts
from kb.model.article import CUSTOMER, INSIDE, SALES, Article, may_read
from kb.model.library import Library
from kb.model.problem import WARNING, Problem
from kb.model.prose import ARTICLE, LINK
from kb.text import fold
from kb.words.near import did_you_mean

_WAY_OUT = "Write the name of its file without the ending, or take the brackets away."
_MOST_HINTS = 20
"""For how many names the nearest is looked for: in a large folder of notes from elsewhere that takes a while."""

_READERS = {CUSTOMER: "customers", SALES: "sales", INSIDE: "inside"}


class _Link(NamedTuple):
    slug: str
    line: int
    audience: str
    """Who reads the text that it stands in."""


def links_lead_somewhere(library: Library) -> Iterator[Problem]:
    """Every link names an article that is there."""
    hints = _Hints(library)
    for article in library.articles:
        for link in _links(article):
            if link.slug not in hints.slugs:
                sentence = f"[[{link.slug}]] leads to no article. {hints.way_out(link.slug)}"
                yield Problem(article.path, link.line, sentence)


def links_stay_with_their_reader(library: Library) -> Iterator[Problem]:
    """No link leads to an article that the reader of its text may not see."""
    audiences = {article.slug: article.audience for article in library.articles}
    for article in library.articles:
        for link in _links(article):
            there = audiences.get(link.slug, link.audience)
            if not may_read(link.audience, there):
                sentence = (
                    f"[[{link.slug}]] is for {there} only, but this text is for {_READERS[link.audience]}: the link "
                    f"will be left out there. Take it away, or write `audience: {link.audience}` in {link.slug}."
                )
                yield Problem(article.path, link.line, sentence, WARNING)


def _links(article: Article) -> Iterator[_Link]:
    for link in article.mentions:
        reader = article.audience if link.section == "numbers" or article.audience == INSIDE else SALES
        yield _Link(link.target.removeprefix(ARTICLE), link.line, reader)
    for part in parts(article):
        for block in part.blocks:
            for span in (span for cell in block.cells for span in cell):
                if span.style == LINK and span.target.startswith(ARTICLE):
                    yield _Link(span.target.removeprefix(ARTICLE), block.line, part.audience)


class _Hints:
    """Which article a broken link may have meant: by its title or alias, else by a name that is near."""

    def __init__(self, library: Library) -> None:
        self.slugs = {article.slug for article in library.articles}
        self._names = {
            fold(name): article.slug
            for article in library.articles
            for name in (article.title, *article.aliases, article.slug)
        }
        self._given: dict[str, str] = {}

    def way_out(self, slug: str) -> str:
        """What to write instead."""
        if slug not in self._given:
            self._given[slug] = self._hint(slug) or _WAY_OUT
        return self._given[slug]

    def _hint(self, slug: str) -> str:
        meant = self._names.get(fold(slug))
        if meant:
            return f"Did you mean '{meant}'?"
        return did_you_mean(slug, self.slugs) if len(self._given) < _MOST_HINTS else ""
