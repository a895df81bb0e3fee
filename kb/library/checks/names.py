"""Rules about file names, titles and aliases: each leads to one article, on every computer. Reads no text."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from kb.library.checks.texts import place
from kb.model.article import Article
from kb.model.library import Library
from kb.model.problem import WARNING, Problem
from kb.text import fold, slug_of

_CONFLICT = re.compile(r"conflicted copy|\(.*conflict.*\)|[.-](sync-)?conflict-\d|_conflict-\d", re.IGNORECASE)
"""What Dropbox, OneDrive, Nextcloud, Syncthing and kb itself write into a name when two people saved at once."""

_COPY = re.compile(
    r"^copy of (?P<after>.+)$|^(?P<before>.+?)(?: - copy(?: \(\d+\))?| copy(?: \d+)?| ?\(\d+\))$", re.IGNORECASE
)
_NOT_ON_WINDOWS = re.compile(r'[<>:"|?*\\\x00-\x1f]|[ .]$')


def slugs_are_unique(library: Library) -> Iterator[Problem]:
    """No two files have one name: links and commands could mean either."""
    first: dict[str, Article] = {}
    for article in library.articles:
        other = first.setdefault(article.slug, article)
        if other is not article:
            sentence = (
                f"'{article.slug}' is also the name of {other.path}, so nobody can tell which of the two is meant. "
                "Rename this file, or put both answers into one."
            )
            yield Problem(article.path, 0, sentence)


def slugs_differ_everywhere(library: Library) -> Iterator[Problem]:
    """No two names differ only in capitals, or in how an accent is stored: on some computers they are one file."""
    first: dict[str, Article] = {}
    for article in library.articles:
        key = unicodedata.normalize("NFC", unicodedata.normalize("NFC", article.slug).casefold())
        other = first.setdefault(key, article)
        if other.slug != article.slug:
            sentence = (
                f"This name differs from {other.path} only in capitals or in how its accents are stored: on Windows "
                "and macOS the two are one file, and one would be lost. Rename this file."
            )
            yield Problem(article.path, 0, sentence)


def no_copies_are_left(library: Library) -> Iterator[Problem]:
    """No file is a copy that a shared drive made when two people saved at once, or that somebody made by hand."""
    slugs = {fold(article.slug) for article in library.articles}
    for article in library.articles:
        if _CONFLICT.search(article.slug):
            sentence = (
                "This file was made when two people saved at once. Bring what is new in it into the article itself, "
                "then delete it."
            )
            yield Problem(article.path, 0, sentence)
        elif (original := _original(article.slug)) and fold(original) in slugs:
            sentence = f"This file looks like a copy of '{original}'. Delete it, or give it a name of its own."
            yield Problem(article.path, 0, sentence, WARNING)


def names_work_on_windows(library: Library) -> Iterator[Problem]:
    """Every article's file and folder can be opened on Windows too."""
    for article in library.articles:
        bad = next((part for part in article.path.split("/") if _is_refused_by_windows(part)), None)
        if bad is not None:
            sentence = f"Windows can't open the name '{bad}'. Rename it with letters, digits and hyphens only."
            yield Problem(article.path, 0, sentence, WARNING)


def titles_differ(library: Library) -> Iterator[Problem]:
    """No two articles answer the same question."""
    first: dict[str, Article] = {}
    for article in library.articles:
        title = fold(article.title).strip(" ?!.")
        other = first.setdefault(title, article)
        if title and other is not article:
            there = place(other, other.line_of("title"))
            sentence = f"The same question stands in {there}. Put both answers into one, or ask here what is different."
            yield Problem(article.path, article.line_of("title"), sentence, WARNING)


def aliases_lead_to_one_article(library: Library) -> Iterator[Problem]:
    """No alias is the name or the alias of another article."""
    owners: dict[str, list[Article]] = defaultdict(list)
    for article in library.articles:
        for name in dict.fromkeys(map(fold, (article.slug, *article.aliases))):
            owners[name].append(article)
    for article in library.articles:
        for alias in article.aliases:
            other = next((owner for owner in owners[fold(alias)] if owner.path != article.path), None)
            if other:
                sentence = f"The alias '{alias}' also leads to {other.path}. Keep it in one of the two."
                yield Problem(article.path, article.line_of("aliases"), sentence, WARNING)


def is_copy(article: Article) -> bool:
    """Whether the file's name says that it is a copy of another."""
    return bool(_CONFLICT.search(article.slug))


def _original(slug: str) -> str:
    found = _COPY.match(slug)
    return (found["after"] or found["before"]) if found else ""


def _is_refused_by_windows(name: str) -> bool:
    stem = name.partition(".")[0]
    return bool(_NOT_ON_WINDOWS.search(name)) or slug_of(stem) == f"{stem.casefold()}-article"
