"""The answers as they may be told: the text in force of each, with how it stands by its signatures."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from kb.desk.agreement import InForce, by_slug, in_force
from kb.model.agreement import Agreed, Signature, Standing
from kb.model.article import Article
from kb.model.library import Library


class Told(NamedTuple):
    """What may be told of a library."""

    articles: tuple[Article, ...]
    """By path; where another version waits for a signature, the text that was agreed."""

    agreed: Mapping[str, Agreed]
    """How each stands, by slug; empty where signatures play no part."""

    def standings(self, day: date) -> dict[str, Standing]:
        """How each stands on a day, by slug."""
        return {slug: Standing(one.state(day), one.on, one.until) for slug, one in self.agreed.items()}


class Signatures:
    """The signatures of a library, looked up article by article."""

    def __init__(self, signatures: Sequence[Signature] | None) -> None:
        self._by_slug = None if signatures is None else by_slug(signatures)

    def in_force(self, article: Article) -> InForce | None:
        """What of the article is in force; None where signatures play no part."""
        if self._by_slug is None:
            return None
        from kb.desk.caution import is_as_cautious  # noqa: PLC0415 - a library without signatures needs neither
        from kb.library.signed import signed_text  # noqa: PLC0415 - as above

        own = self._by_slug.get(article.slug, ())
        return in_force(article, signed_text(article) if own else "", own, is_as_cautious)


def told_of(library: Library) -> Told:
    """What may be told of the library."""
    signatures = Signatures(library.signatures)
    found = [(article, signatures.in_force(article)) for article in library.articles]
    return Told(
        tuple(kept.article if kept else article for article, kept in found),
        {article.slug: kept.agreed for article, kept in found if kept},
    )
