"""The words of a text, for comparing and counting; knows neither sentences nor amounts."""

import re

from kb.text import fold
from kb.words.lists import word_set
from kb.words.stems import stem

__all__ = ["STOP_WORDS", "content_stems", "content_words", "find_words", "stem", "words"]

STOP_WORDS = word_set(
    """a about above after again all also am an and any are as at be because been before being below between both but
    by can could did do does doing don't down during each else ever every few for from further get had has have having
    he her here hers him his how i i'd i'll i'm i've if in into is isn't it it's its itself just let me more most my
    no nor not now of off on once only or other our ours out over own per please same shall she should so some such
    than that the their theirs them then there these they they're this those through till to too under until up upon
    us very was we we'd we'll we're we've were what when where which while who whom whose why will with within would
    yes you you'd you'll you're you've your yours"""
)
"""English words that say nothing about the matter."""

# In this order: a number sign with its number; a language or grade with its plus signs; letters joined by `&`; a code,
# which is capitals or letters joined to digits by - / or .; a figure; a word with inner apostrophes.
_WORD = re.compile(
    r"""
      \#[0-9]+
    | [^\W_]+(?:\+{1,2}|\#)(?!\w)
    | [^\W\d_](?:&[^\W\d_])+(?!\w)
    | (?=\S{0,40}[0-9])(?=\S{0,40}[^\W\d_])[^\W_]{0,20}[A-Z0-9](?:[-/][A-Z0-9]{1,20}){1,5}(?![\w-])
    | [0-9]+(?:[.,:][0-9]+)*(?![\w])
    | [^\W_]+(?:['’][^\W_]+)*
    """,
    re.VERBOSE,
)


def words(text: str) -> tuple[str, ...]:
    """The folded words of a text, in order; hyphenated words come apart, codes stay whole.

    >>> words("The die-cutter's R&D: C++, A-100, PDF/X-4, #5 and 2,400 mm")
    ('the', 'die', "cutter's", 'r&d', 'c++', 'a-100', 'pdf/x-4', '#5', 'and', '2,400', 'mm')
    """
    return tuple(word for word, _start, _end in find_words(text))


def find_words(text: str) -> tuple[tuple[str, int, int], ...]:
    """As `words`, each with its first offset and the offset after it."""
    found = ((_folded(match.group()), match.start(), match.end()) for match in _WORD.finditer(text))
    return tuple(word for word in found if word[0])


def _folded(word: str) -> str:
    """A word has no white space to fold; most are plain letters."""
    return word.lower() if word.isascii() else fold(word)


def content_words(text: str) -> tuple[str, ...]:
    """The folded words of a text that say what it is about.

    >>> content_words("How long will my order take?")
    ('long', 'order', 'take')
    """
    return tuple(word for word in words(text) if word not in STOP_WORDS)


def content_stems(text: str) -> tuple[str, ...]:
    """The stems of the words that say what a text is about.

    >>> content_stems("the boxes are printed")
    ('box', 'print')
    """
    return tuple(stem(word) for word in content_words(text))
