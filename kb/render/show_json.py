"""One answer as JSON, for scripts: what a salesperson may read of it, in plain text."""

from collections.abc import Iterable
from datetime import date

from kb.model.number import Number
from kb.model.prose import plain_text
from kb.model.published import SalesArticle
from kb.model.results import Today
from kb.render.differences import Change, difference_objects
from kb.render.found_json import SCHEMA, one_line, today_object


def article_line(article: SalesArticle, differs: Iterable[Change] | None = None, today: Today | None = None) -> str:
    """The answer under the keys that a hit of a search has too, and the rest of it, on one line.

    `differs` is what a version that waits for signatures says otherwise; None where this is the one in force.
    """
    times = {} if today is None else {"today": today_object(today)}
    draft = {} if differs is None else {"draft": True, "differs": difference_objects(differs)}
    return one_line(
        {
            "schema": SCHEMA,
            "slug": article.slug,
            "title": article.title,
            "say": plain_text(article.say),
            "numbers": [number_object(number) for number in article.numbers],
            "dont_say": [line.text for line in article.dont_say],
            "desk": article.desk,
            "state": article.standing.state if article.standing else None,
            "agreed_on": _day(article.standing.on if article.standing else None),
            "good_until": _day(article.standing.until if article.standing else None),
            "audience": article.audience,
            "why": plain_text(article.why),
            "tags": list(article.tags),
            "customers_say": [line.text for line in article.customers_say],
            "worth_telling": plain_text(article.worth_telling),
            "push_back": plain_text(article.push_back),
            "path": article.path,
            **draft,
            **times,
        }
    )


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def number_object(number: Number) -> dict[str, str]:
    """A number line in its parts, as written: name, for what, amount, the rest, and the whole line."""
    _, _, rest = number.text.partition(number.amount_text)
    return {
        "name": number.name,
        "for": ", ".join(number.conditions),
        "amount": number.amount_text,
        "rest": rest.strip(" ,"),
        "text": number.text,
    }
