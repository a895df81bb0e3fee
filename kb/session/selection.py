"""Which answers go on a hand-out, in which order; a reader gets only what stands in the reader's own edition."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from kb.errors import AmbiguousError, NotFoundError, UsageError
from kb.model.article import CUSTOMER, SALES, Article, may_read
from kb.model.library import Library
from kb.model.people import Desk
from kb.model.published import CustomerArticle
from kb.session.naming import resolve
from kb.text import fold, plural
from kb.words.near import did_you_mean

Published = TypeVar("Published", bound=CustomerArticle)

WHO = {SALES: "sales", CUSTOMER: "customers"}
"""The readers as a sentence has them."""


@dataclass(frozen=True, slots=True)
class Selected(Generic[Published]):
    """The answers of a hand-out, in order."""

    articles: tuple[Published, ...]
    notes: tuple[str, ...] = ()
    """What was left out, and why."""


def select(
    library: Library, edition: Sequence[Published], reader: str, slugs: Sequence[str], tags: Sequence[str]
) -> Selected[Published]:
    """The answers that were named, then those with the tags; else the `sheet:` list of kb.yaml, else all.

    Raises `UsageError` where one that was named is not for this reader, where nothing is called so, or nothing is left.
    """
    if slugs or tags:
        named = [_named(library, edition, reader, slug) for slug in slugs]
        return Selected(_once([*named, *_tagged(edition, tags)]))
    if library.frame.company.sheet:
        return _listed(library, edition, reader)
    if not edition:
        raise UsageError(f"There is no answer for {WHO[reader]} yet.", f"Write one: kb add --audience {reader}")
    return Selected(tuple(edition))


def sayable(edition: Iterable[Published]) -> tuple[Published, ...]:
    """The answers that a salesperson may say without asking; all where signatures play no part."""
    return tuple(article for article in edition if article.standing is None or article.standing.may_be_said)


def without_unsayable(selected: Selected[Published]) -> Selected[Published]:
    """The hand-out without what nobody may say yet, which nobody should leave behind in print either.

    Raises `UsageError` where nothing is left.
    """
    kept = sayable(selected.articles)
    if kept == selected.articles:
        return selected
    held = ", ".join(article.slug for article in selected.articles if article not in kept)
    if not kept:
        raise UsageError(
            f"Nothing that was chosen may be said to a customer without asking first: {held}.",
            "It has to be signed by both sides: kb agree SLUG --as production, then --as sales",
        )
    return Selected(kept, (*selected.notes, f"Left out, because one has to ask first before saying it: {held}."))


def slugs_of_desks(
    known: Sequence[Desk], articles: Iterable[Article], reader: str, desks: Sequence[str]
) -> tuple[str, ...]:
    """What the desks own and the reader may see. Raises `UsageError` for a desk that is unknown, or has no such thing.

    A desk is called by its key or its name.
    """
    library, found = tuple(articles), []
    keys = {fold(desk.name): desk.key for desk in known} | {fold(desk.key): desk.key for desk in known}
    for desk in desks:
        key = keys.get(fold(desk))
        if key is None:
            names = [each.key for each in known]
            hint = did_you_mean(desk, names)
            raise UsageError(f"There is no desk '{desk}'. {hint}".strip(), f"There are: {', '.join(names) or 'none'}.")
        own = [article.slug for article in library if article.desk == key and may_read(reader, article.audience)]
        if not own:
            raise UsageError(f"The desk '{key}' has no answer for {WHO[reader]}.", "Choose another desk.")
        found += own
    return tuple(found)


def _named(library: Library, edition: Sequence[Published], reader: str, words: str) -> Published:
    """The answer of that name. One whose whole slug was given and that the reader may not see is never replaced.

    A part of a name finds nothing inside: it would tell that there is such an answer, and how it is called.
    """
    readable = {article.slug for article in edition}
    hidden = [article for article in library.articles if article.slug not in readable]
    if words not in readable and any(article.slug == words for article in hidden):
        raise _refused(words, reader)
    hidden = [article for article in hidden if may_read(SALES, article.audience)]
    try:
        slug = resolve(edition, words).slug
        return next(article for article in edition if article.slug == slug)
    except NotFoundError as error:
        try:
            raise _refused(resolve(hidden, words).slug, reader) from None
        except (NotFoundError, AmbiguousError):
            raise UsageError(error.sentence, error.way_out) from error


def _refused(slug: str, reader: str) -> UsageError:
    return UsageError(
        f"'{slug}' is not for {WHO[reader]}, so nothing was written.",
        "Leave it out, or change its `audience:`" + (", or print the sheet for sales." if reader == CUSTOMER else "."),
    )


def _tagged(edition: Sequence[Published], tags: Iterable[str]) -> list[Published]:
    """Those that have one of the tags. Raises `UsageError` for a tag that none has."""
    wanted = {fold(tag) for tag in tags}
    known: dict[str, str] = {}
    for tag in (tag for article in edition for tag in article.tags):
        known.setdefault(fold(tag), tag)
    for tag in tags:
        if fold(tag) not in known:
            listed = ", ".join(sorted(known.values(), key=fold)) or "none"
            hint = did_you_mean(tag, known.values())
            raise UsageError(f"No answer has the tag '{tag}'. {hint}".strip(), f"There are: {listed}.")
    return [article for article in edition if wanted.intersection(map(fold, article.tags))]


def _listed(library: Library, edition: Sequence[Published], reader: str) -> Selected[Published]:
    """What `sheet:` names and the reader may see; the rest is told."""
    written = tuple(dict.fromkeys(library.frame.company.sheet))
    articles = _once([article for slug in written for article in edition if article.slug == slug])
    if not articles:
        raise UsageError(
            f"Nothing in the `sheet:` list of kb.yaml is for {WHO[reader]}.", "Choose answers with --slug or --tag."
        )
    printed, existing = {article.slug for article in articles}, {article.slug for article in library.articles}
    missing = [slug for slug in written if slug not in existing]
    kept_back = len(set(written) - printed - set(missing))
    notes = [f"kb.yaml lists '{slug}' under `sheet:`, but there is no such answer." for slug in missing]
    if kept_back:
        notes.append(f"{plural(kept_back, 'answer')} of the `sheet:` list left out: not for {WHO[reader]}.")
    return Selected(articles, tuple(notes))


def _once(articles: Iterable[Published]) -> tuple[Published, ...]:
    """Each once, where it came first."""
    return tuple(dict.fromkeys(articles))
