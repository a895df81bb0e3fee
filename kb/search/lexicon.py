"""The collection's own words, for spelling: a plain file of each generation, one word a line. Knows no index.

Words that are joined by a hyphen stand in it as well, with it, since some people write them as one.
A word may stay in it after the last article that held it has gone; whoever proposes a word looks in the index first.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

LEXICON_NAME = "words.txt"

_SHORTEST = 3
_LONGEST = 30


def open_lexicon(generation: Path) -> TextIO:
    """The file, opened: its words are seldom needed, but a writer may take it away before they are."""
    return (generation / LEXICON_NAME).open(encoding="utf-8")


def extend_lexicon(generation: Path, words: set[str]) -> None:
    """Adds the words that are not in it yet; a file without any new one stays as it is."""
    with open_lexicon(generation) as file:
        known = file.read().splitlines()
    new = words.difference(known)
    if new:
        write_lexicon(generation, [*known, *new])


def write_lexicon(generation: Path, words: Iterable[str]) -> None:
    """Replaces the words of a generation that is being built; the file of the one before it is left as it is."""
    path = generation / LEXICON_NAME
    path.unlink(missing_ok=True)  # it may be a hard link
    path.write_text("\n".join(sorted(words)), "utf-8")


def is_spellable(word: str) -> bool:
    """Whether a word may be proposed for a misspelt one: letters only, neither very short nor very long."""
    return _SHORTEST <= len(word) <= _LONGEST and word.isalpha()


def hyphenated(text: str) -> list[str]:
    """The words of a text that are two with a hyphen between.

    >>> hyphenated("A call-off, or B-flute")
    ['call-off']
    """
    return re.findall(r"(?<![\w-])[a-z]{2,15}-[a-z]{2,15}(?![\w-])", text.lower()) if "-" in text else []
