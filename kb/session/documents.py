"""An article as the search index takes it: what a salesperson may read of it, and the card that a hit shows."""

import json

from kb.model.agreement import Agreed
from kb.model.prose import plain_text
from kb.model.published import SalesArticle
from kb.render.show_json import number_object
from kb.search.document import Document
from kb.session.lines import marks_of, packed
from kb.text import fold


def document_of(article: SalesArticle, agreed: Agreed | None = None) -> Document:
    """The document of a salesperson's edition; nothing inside can be in it.

    What its signatures come to goes along; how it stands by them depends on the day of asking.
    """
    prose = (article.say, article.why, article.worth_telling, article.push_back)
    lines = [number.text for number in article.numbers] + [line.text for line in article.dont_say]
    return Document(
        path=article.path,
        slug=article.slug,
        title=article.title,
        questions=_wordings(article),
        body="\n".join([*map(plain_text, prose), *lines]),
        desk=article.desk,
        tags=tuple(fold(tag) for tag in article.tags),
        card=json.dumps({**_card(article), "agreed": _agreed(agreed)}, ensure_ascii=False),
        numbers=packed(article.numbers),
        marks=marks_of(article.numbers),
    )


def _card(article: SalesArticle) -> dict[str, object]:
    """What a hit shows, in the order of the screen; `more` is what else may match a question."""
    return {
        "slug": article.slug,
        "title": article.title,
        "say": plain_text(article.say),
        "numbers": [number_object(number) for number in article.numbers],
        "dont_say": [line.text for line in article.dont_say],
        "why": plain_text(article.why),
        "more": [*map(plain_text, (article.push_back, article.worth_telling)), *_wordings(article)],
        "desk": article.desk,
        "audience": article.audience,
        "tags": article.tags,
    }


def _wordings(article: SalesArticle) -> tuple[str, ...]:
    return (*(line.text for line in article.customers_say), *article.aliases)


def _agreed(agreed: Agreed | None) -> list[str | None] | None:
    """Basis and days of `Agreed`, so that a search can tell the state without reading the signatures."""
    if agreed is None:
        return None
    return [agreed.basis, *(day.isoformat() if day else None for day in (agreed.on, agreed.until))]
