"""The collection's own words that a misspelt word may have meant. Knows no articles, only words."""

from collections.abc import Callable

_DISTANCE_TWO_FROM = 8
"""Letters from which two slips are forgiven."""

_SHORTEST = 4

_FIRST_LETTER_SURE_BELOW = 6
"""Letters below which a slip in the first one is not thought of: `told` is no misspelt `hold`."""


def may_be_misspelt(word: str) -> bool:
    """Whether a word that the collection does not know is worth correcting: four letters or more, letters only."""
    return len(word) >= _SHORTEST and word.isalpha()


def nearest(word: str, known: frozenset[str], frequency: Callable[[str], int]) -> list[str]:
    """The known words within one slip of `word`, two from eight letters; likeliest first.

    A slip is a letter left out, put in, or changed, or two neighbours swapped (Damerau). A word with the same first
    letter comes first, then the nearer, then the one that more articles hold; one that none holds is left out.
    """
    found = dict.fromkeys(_one_slip(word, known), 1)
    if len(word) >= _DISTANCE_TWO_FROM:
        for candidate in _two_slips(word, known):
            found.setdefault(candidate, 2)
    ranked = [(candidate[0] != word[0], slips, -frequency(candidate), candidate) for candidate, slips in found.items()]
    return [rank[-1] for rank in sorted(ranked) if rank[2]]


def _one_slip(word: str, known: frozenset[str]) -> set[str]:
    letters = "abcdefghijklmnopqrstuvwxyz"
    if not word.isascii():
        letters += "".join(set(word) - set(letters))
    halves = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    near = {left + right[1:] for left, right in halves if right}
    near.update(left + right[1] + right[0] + right[2:] for left, right in halves if len(right) > 1)
    near.update(left + letter + right[1:] for left, right in halves if right for letter in letters)
    near.update(left + letter + right for left, right in halves for letter in letters)
    near.discard(word)
    return {candidate for candidate in near if candidate in known and _may_begin(candidate, word)}


def _may_begin(candidate: str, word: str) -> bool:
    swapped = candidate[:2] == word[1::-1]
    return candidate[0] == word[0] or swapped or len(word) >= _FIRST_LETTER_SURE_BELOW


def _two_slips(word: str, known: frozenset[str]) -> list[str]:
    """Words at distance two that begin as `word` does: a second slip seldom meets the first letter."""
    first, length, letters = word[0], len(word), set(word)
    return [
        candidate
        for candidate in known
        if candidate[0] == first
        and -2 <= len(candidate) - length <= 2  # noqa: PLR2004 - two slips
        and len(letters.symmetric_difference(candidate)) <= 4  # noqa: PLR2004 - a change of a letter makes two
        and _distance(word, candidate) == 2  # noqa: PLR2004 - two slips
    ]


def _distance(left: str, right: str) -> int:
    """Letters to leave out, put in or change, or neighbours to swap, to make one word of the other."""
    two_back: list[int] = []
    one_back = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        row = [i]
        for j, b in enumerate(right, 1):
            cost = min(one_back[j] + 1, row[j - 1] + 1, one_back[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, two_back[j - 2] + 1)
            row.append(cost)
        two_back, one_back = one_back, row
    return one_back[-1]
