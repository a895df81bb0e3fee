"""How an article stands: what its two signatures come to, and which text is in force; pure, and asks no clock."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from kb.model.agreement import PRODUCTION, SIDES, Agreed, Signature
from kb.model.article import AUDIENCES, Article
from kb.model.states import AGREED, CHANGED, TIGHTENED, UNSIGNED

Tightens = Callable[[Article, Article], bool]
"""Whether the first article is in every number as cautious as the second, or more so."""


class InForce(NamedTuple):
    """An article as it may be told, and how it stands."""

    article: Article
    """What its file says now, or the last agreed text where another version waits for a signature."""

    agreed: Agreed


class Agreement(NamedTuple):
    """One text that both sides signed."""

    article: Article
    """The text, read."""

    text: str
    on: date
    """When both had signed it, the last time that they did."""

    at: str
    """Orders what was agreed on one day, as `Signature.at` does; empty where nothing tells."""

    until: date
    """The last day on which both signatures hold."""


def in_force(article: Article, text: str, signatures: Sequence[Signature], tightens: Tightens) -> InForce:
    """What of an article is in force: the last text that both sides agreed on, whatever they had agreed on before.

    `text` is what there is to sign of the article now, `signatures` those of this article alone.
    """
    agreements = agreements_of(signatures)
    if not agreements:
        return InForce(article, Agreed(UNSIGNED))
    last = agreements[-1]
    same = [one for one in agreements if one.text == text and (one.on, one.at or last.at) >= (last.on, last.at)]
    if same:
        return InForce(article, Agreed(AGREED, same[-1].on, same[-1].until))
    own = [signature.until for signature in signatures if signature.text == text and signature.side == PRODUCTION]
    if own and tightens(article, last.article):
        return InForce(article, Agreed(TIGHTENED, last.on, min(last.until, max(own))))
    return InForce(_as_agreed(article, last.article), Agreed(CHANGED, last.on, last.until))


def agreements_of(signatures: Iterable[Signature]) -> list[Agreement]:
    """The texts of one article that both sides signed, each once, in the order in which they last agreed."""
    texts: dict[str, list[Signature]] = {}
    for signature in sorted(signatures, key=lambda one: one.order):
        texts.setdefault(signature.text, []).append(signature)
    found = [_agreement(own) for own in texts.values() if len({one.side for one in own}) == len(SIDES)]
    return sorted(found, key=lambda one: (one.on, one.at))


def by_slug(signatures: Iterable[Signature]) -> Mapping[str, list[Signature]]:
    """The signatures of each article."""
    found: dict[str, list[Signature]] = {}
    for signature in signatures:
        found.setdefault(signature.slug, []).append(signature)
    return found


def _agreement(signatures: Sequence[Signature]) -> Agreement:
    """What the signatures of one text come to, in their order; a later round counts once both have signed again."""
    last, signed = signatures[0], set[str]()
    for one in signatures:
        signed.add(one.side)
        if len(signed) == len(SIDES):
            last, signed = one, set()
    until = min(max(one.until for one in signatures if one.side == side) for side in SIDES)
    return Agreement(last.article, last.text, last.on, last.at, until)


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
