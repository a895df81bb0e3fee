"""Whether a word is common English, so that it was hardly a slip of the pen. Says nothing about any collection."""

from pathlib import Path

_LIST = Path(__file__).with_name("english.txt")
_CALENDAR = frozenset((
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december", "christmas", "easter",
))  # fmt: skip
"""Names, which the list leaves out."""

_lists: list[bytes] = []


def is_english(word: str) -> bool:
    """Whether the folded word is among some eight thousand common ones; they are read when first asked for.

    >>> is_english("stuck"), is_english("saturday"), is_english("surchagre")
    (True, True, False)
    """
    if word in _CALENDAR:
        return True
    if not _lists:
        _lists.append(_LIST.read_bytes())
    return f"\n{word}\n".encode() in _lists[0]
