"""Takes customers' names out of what goes further than the question's own file; knows no name by itself."""

import re
from collections.abc import Iterable

from kb.text import fold
from kb.words.lists import word_set

THE_CUSTOMER = "the customer"
"""What stands in the place of a name."""

_SHORTEST_PART = 4
"""A part of a name that is shorter, such as `Ltd`, is a word like any other."""

_COMMON = word_set("company group limited corporation incorporated holding international gmbh services")


def without_names(text: str, names: Iterable[str]) -> str:
    """The text with each name replaced, however it is capitalised, and each telling part of one that is capitalised.

    >>> without_names("Can acme toys have it? ACME is in a hurry.", ["Acme Toys Ltd"])
    'Can acme toys have it? the customer is in a hurry.'
    >>> without_names("Can you print in gold for Acme?", ["Acme"])
    'Can you print in gold?'
    >>> without_names("Can acme toys ltd have Acme's logo in gold?", ["Acme Toys Ltd"])
    'Can the customer have the customer logo in gold?'
    """
    for name in sorted(names, key=len, reverse=True):
        whole = " ".join(name.split())
        if whole:
            text = _without(text, [whole], re.IGNORECASE)
            text = _without(text, [way for part in whole.split() for way in _ways(part)], 0)
    return text


def _without(text: str, said: Iterable[str], flags: int) -> str:
    ways = "|".join(re.escape(way) for way in said)
    if not ways:
        return text
    one = rf"(?<!\w)(?:{ways})(?:['’]s)?(?!\w)"
    all_of_it = rf"{one}(?:[\s&]+{one})*"
    text = re.sub(rf"\s+for\s+{all_of_it}(?=\s*(?:[?.!,;]|$))", "", text, flags=flags)
    return re.sub(all_of_it, THE_CUSTOMER, text, flags=flags)


def _ways(part: str) -> tuple[str, ...]:
    """How a part of a name is capitalised where it is meant as one; nothing for a word like any other."""
    bare = part.strip(".,;:()\"'&")
    if len(bare) < _SHORTEST_PART or fold(bare) in _COMMON:
        return ()
    return bare.capitalize(), bare.upper(), bare[0].upper() + bare[1:]
