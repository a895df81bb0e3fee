"""What a search found as JSON, one object on one line, for scripts; what a person reads is not made here."""

import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kb.model.results import Found, Hit, Today

SCHEMA = 1
"""Rises when a key changes its meaning or goes away; new keys may come at any time."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_OBEYED = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""What a terminal obeys, or a reader of lines takes for the end of one, and JSON may hold all the same."""


def found_object(found: "Found") -> dict[str, Any]:
    """The answer to one question under the keys that scripts rely on; whole also where nothing was found."""
    result: dict[str, Any] = {
        "schema": SCHEMA,
        "query": found.query,
        "corrected": found.corrected,
        "answered": found.answered,
        "hits": [_hit(hit) for hit in found.hits],
        "corrections": [{"word": word, "searched": searched} for word, searched in found.corrections],
        "notes": list(found.notes),
    }
    if found.today is not None:
        result["today"] = today_object(found.today)
    if found.explain is not None:
        result["explain"] = found.explain
    return result


def json_line(found: "Found") -> str:
    """The answer to one question as `one_line` writes it."""
    return one_line(found_object(found))


def one_line(data: Mapping[str, Any]) -> str:
    """The object on one line, without a newline, in letters that can be written as UTF-8 and that no terminal obeys.

    Raises `ValueError` for a figure that is no number.
    """
    return lines_safe(json.dumps(data, ensure_ascii=False, allow_nan=False))


def lines_safe(text: str) -> str:
    """JSON in letters that can be written as UTF-8 and that no terminal obeys."""
    return _OBEYED.sub(_escaped, _SURROGATE.sub("\ufffd", text))


def _hit(hit: "Hit") -> dict[str, Any]:
    return {
        "slug": hit.slug,
        "title": hit.title,
        "score": hit.score,
        "say": hit.say,
        "numbers": [dict(number) for number in hit.numbers],
        "dont_say": list(hit.dont_say),
        "desk": hit.desk,
        "state": hit.state,
        "agreed_on": hit.agreed_on,
        "good_until": hit.good_until,
        "audience": hit.audience,
        "why": hit.why,
        "tags": list(hit.tags),
        "match": hit.match,
    }


def today_object(today: "Today") -> dict[str, Any]:
    """What the answer's times come to on the day, under the keys that scripts rely on."""
    return {
        "banner": today.banner,
        "sentence": today.sentence,
        "name": today.name,
        "unit": today.unit,
        "terms": today.terms,
        "start": today.start,
        "numbers": [
            {
                "slug": row.slug,
                "for": row.for_what,
                "normally": row.normally,
                "now": row.now,
                "by": row.by,
                "terms": row.terms,
            }
            for row in today.rows
        ],
    }


def _escaped(found: re.Match[str]) -> str:
    return json.dumps(found.group())[1:-1]
