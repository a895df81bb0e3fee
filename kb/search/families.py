"""Words of a collection that are of one family with an unknown one: `certified` and `certificate`. Knows no index.

Stemming keeps them apart on purpose, as families are looser than forms; so they are looked at only where nothing else
is known of a word.
"""

from collections.abc import Collection

ENDINGS = frozenset((
    "", "e", "es", "s", "ed", "ing", "er", "ers", "or", "ors", "ion", "ions", "ation", "ations", "ment", "ments",
    "able", "ible", "ability", "ibility", "ive", "ance", "ence", "ate", "ates", "ity", "al", "ally", "ly",
    "y", "ies", "ied", "ness", "ful", "icate", "icates", "ication", "ications", "age", "ages",
))  # fmt: skip
SLIPS = frozenset(("", "e", "s"))
"""Endings with which an unknown word is rather a slip of the pen than a word."""

SHORTEST_ROOT = 6


def relatives(word: str, known: Collection[str]) -> list[str]:
    """The known words of its family, those that share most with it first.

    >>> relatives("certified", ["certificate", "certain"]), relatives("percent", ["percentage"])
    (['certificate'], [])
    """
    start = word[:SHORTEST_ROOT]
    found = [(_shared(word, other), other) for other in known if other.startswith(start) and other != word]
    return [other for shared, other in sorted(found, key=lambda each: (-each[0], each[1])) if shared]


def _shared(word: str, other: str) -> int:
    """Letters of the root; 0 where both are no family."""
    for length in range(min(len(word), len(other)), SHORTEST_ROOT - 1, -1):
        alike = word[:length] == other[:length]
        if alike and word[length:] in ENDINGS - SLIPS and other[length:] in ENDINGS:
            return length
    return 0
