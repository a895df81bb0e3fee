"""How an article stands: what its two signatures come to, and which text is in force; pure, and asks no clock."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from kb.model.agreement import SIDES, Agreed, Signature
from kb.model.article import AUDIENCES, Article
from kb.model.states import AGREED, CHANGED, TIGHTENED, UNSIGNED

Tightens = Callable[[Article, Article], bool]
"""Whether the first article is in every number as cautious as the second, or more so."""


class InForce(NamedTuple):
    """An article as it may be told, and how it stands."""

    article: Article
    """What its file says now, or the last agreed text where another version waits for a signature."""

    agreed: Agreed


def in_force(article: Article, text: str, signatures: Sequence[Signature], tightens: Tightens) -> InForce:
    """What of an article is in force.

    `text` is what there is to sign of the article now, `signatures` those of this article alone.
    """
    both = _signed_by_both(signatures)
    if text in both:
        return InForce(article, Agreed(AGREED, *both[text]))
    if not both:
        return InForce(article, Agreed(UNSIGNED))
    last = max(both, key=lambda signed: both[signed][0])
    before = next(signature.article for signature in signatures if signature.text == last)
    on, until = both[last]
    own = [signature.until for signature in signatures if signature.text == text and signature.side == SIDES[0]]
    if own and tightens(article, before):
        return InForce(article, Agreed(TIGHTENED, on, min(until, max(own))))
    return InForce(_as_agreed(article, before), Agreed(CHANGED, on, until))


def by_slug(signatures: Iterable[Signature]) -> Mapping[str, list[Signature]]:
    """The signatures of each article."""
    found: dict[str, list[Signature]] = {}
    for signature in signatures:
        found.setdefault(signature.slug, []).append(signature)
    return found


def _signed_by_both(signatures: Iterable[Signature]) -> dict[str, tuple[date, date]]:
    """Each text that both sides signed: when both last had, and until when both hold."""
    texts: dict[str, dict[str, list[Signature]]] = {}
    for signature in signatures:
        texts.setdefault(signature.text, {}).setdefault(signature.side, []).append(signature)
    return {
        text: (_agreed_on(sides), min(max(signature.until for signature in own) for own in sides.values()))
        for text, sides in texts.items()
        if len(sides) == len(SIDES)
    }


def _agreed_on(sides: Mapping[str, Sequence[Signature]]) -> date:
    """When the second side signed; a later round counts once both have signed again."""
    first = max(min(signature.on for signature in own) for own in sides.values())
    return max(first, min(max(signature.on for signature in own) for own in sides.values()))


def _as_agreed(article: Article, before: Article) -> Article:
    """The article with the text that was agreed; who may read it is the narrower of both."""
    return replace(
        article,
        title=before.title,
        audience=max(article.audience, before.audience, key=AUDIENCES.index),
        say=before.say,
        numbers=before.numbers,
        dont_say=before.dont_say,
        why=before.why,
        worth_telling=before.worth_telling,
        push_back=before.push_back,
    )
