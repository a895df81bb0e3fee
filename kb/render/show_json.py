"""One answer as JSON, for scripts: what a salesperson may read of it, in plain text."""

from kb.model.number import Number
from kb.model.prose import plain_text
from kb.model.published import SalesArticle
from kb.render.found_json import SCHEMA, one_line


def article_line(article: SalesArticle) -> str:
    """The answer under the keys that a hit of a search has too, and the rest of it, on one line."""
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
            "audience": article.audience,
            "why": plain_text(article.why),
            "tags": list(article.tags),
            "customers_say": [line.text for line in article.customers_say],
            "worth_telling": plain_text(article.worth_telling),
            "push_back": plain_text(article.push_back),
            "path": article.path,
        }
    )


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
