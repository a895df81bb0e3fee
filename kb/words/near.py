"""Which known words a mistyped one may have meant, for messages; does not correct searches."""

from collections.abc import Iterable
from operator import itemgetter

from kb.text import fold

_SHORTEST_PART = 3
"""Fewer letters are part of too many words to be a hint."""

_FAR = 9
"""The rank of a word that is only part of another: after every mistyping."""


def damerau(a: str, b: str, limit: int) -> int:
    """The optimal string alignment distance of two texts; `limit + 1` when it is larger than `limit`.

    Letters put in, left out, changed, or two neighbours swapped count one each; no part is edited twice
    (the restricted Damerau-Levenshtein distance). Case counts.

    >>> damerau("desing", "design", 2), damerau("press", "planning", 2)
    (1, 3)
    """
    a, b = _without_common_ends(a, b)
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    before: list[int] = []
    above = list(range(len(b) + 1))
    for row, letter in enumerate(a, 1):
        current = [row]
        for column, other in enumerate(b, 1):
            cost = min(above[column] + 1, current[-1] + 1, above[column - 1] + (letter != other))
            if row > 1 and column > 1 and letter == b[column - 2] and a[row - 2] == other:
                cost = min(cost, before[column - 2] + 1)
            current.append(cost)
        if min(current) > limit and min(above) > limit:
            return limit + 1
        before, above = above, current
    return min(above[-1], limit + 1)


def nearest(word: str, known: Iterable[str], count: int = 3) -> tuple[str, ...]:
    """At most `count` known words that may have been meant, the likeliest first, each as it is known.

    Compared folded; up to one mistake in four letters, two in eight, three beyond. Words that hold the other as a
    part come last.

    >>> nearest("pres", ["prepress", "press", "design"])
    ('press', 'prepress')
    """
    return tuple(candidate for _rank, candidate in _ranked(word, known)[: max(count, 0)])


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A question that names the one or two likeliest known words; empty where none is near.

    >>> did_you_mean("planing", ["planning", "press"])
    "Did you mean 'planning'?"
    """
    ranked = _ranked(word, known)
    likeliest = [f"'{candidate}'" for rank, candidate in ranked[:2] if rank == ranked[0][0]]
    return f"Did you mean {' or '.join(likeliest)}?" if likeliest else ""


def _ranked(word: str, known: Iterable[str]) -> list[tuple[int, str]]:
    """The near words with their ranks (0 for the same but for case), sorted by rank, then as the alphabet has them."""
    sought = fold(word)
    if not sought:
        return []
    seen = dict.fromkeys(known)
    ranks = [(_rank(sought, fold(candidate)), candidate) for candidate in seen]
    near = [(rank, candidate[:1].casefold() != sought[0], candidate) for rank, candidate in ranks if rank <= _FAR]
    return [(rank, candidate) for rank, _other_start, candidate in sorted(near, key=itemgetter(0, 1, 2))]


def _rank(sought: str, candidate: str) -> int:
    limit = _mistakes_allowed(sought)
    distance = damerau(sought, candidate, limit)
    if distance <= limit and distance < max(len(sought), len(candidate)):
        return distance
    short, long = sorted((sought, candidate), key=len)
    return _FAR if len(short) >= _SHORTEST_PART and short in long else _FAR + 1


def _mistakes_allowed(word: str) -> int:
    return 1 + (len(word) > 4) + (len(word) > 8)  # noqa: PLR2004 - one in four letters, two in eight


def _without_common_ends(a: str, b: str) -> tuple[str, str]:
    """Both without what they share at the start and at the end, which changes no distance."""
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    a, b = a[start:], b[start:]
    end = 0
    while end < min(len(a), len(b)) and a[-1 - end] == b[-1 - end]:
        end += 1
    return a[: len(a) - end], b[: len(b) - end]
