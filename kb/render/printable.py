"""Text made fit for paper: nothing that turns, hides or overflows. Which signs the font has is not known here."""

import re
import unicodedata

_SPACES = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_LONG_WORD = re.compile(r"\S{25,}")
"""Longer than any word that hyphenless text should hold, and than a narrow column holds in large type."""

_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
_QUOTED = re.compile(r'(?<![\w"])"(?=\S)([^"]*\S)"(?![\w"])')

_MOST_MARKS = 8
"""Accents on one letter; no writing has as many, and a flood of them takes minutes to set."""

_PIECE = 8
BREAK = "\u200b"
"""Where a long word may be broken; it has no width."""


def printable(text: str) -> str:
    r"""The text in NFC with control characters as spaces, format characters left out, and long words breakable.

    Format characters are those that turn the direction of text, join, or have no width; lone surrogates go too.

    >>> printable("a\tb\x1b[2J \u202ec\ud800")
    'a b [2J c'
    """
    if text.isascii() and text.isprintable():
        return _LONG_WORD.sub(_breakable, text)
    spaced = _SPACES.sub(" ", text)
    kept = "".join(sign for sign in spaced if unicodedata.category(sign) not in ("Cf", "Cs"))
    return _LONG_WORD.sub(_breakable, _few_marks(unicodedata.normalize("NFC", kept)))


def typeset(text: str) -> str:
    """Fit for paper, with the quotes and apostrophes of print; those that are not clearly a pair stay as they are.

    >>> typeset("can't"), typeset('a 5" pipe')
    ('can’t', 'a 5" pipe')
    """
    curly = _APOSTROPHE.sub("’", text)
    if curly.count('"') % 2 == 0:  # a lone one may be an inch sign
        curly = _QUOTED.sub(r"“\1”", curly)
    return printable(curly)


def spelled_out(sign: str) -> str | None:
    """What stands for a sign that the font has not: a plainer form of it, or its name; None for a letter.

    A letter cannot be replaced without changing the word; a picture can be called by its name, since to leave it out
    could turn the sense ("✗ waterproof").

    >>> spelled_out("ﬁ"), spelled_out("✅"), spelled_out("日")
    ('fi', '[white heavy check mark]', None)
    """
    plainer = unicodedata.normalize("NFKC", sign)
    if plainer != sign:
        return plainer
    if unicodedata.category(sign)[0] in "LMN":
        return None
    return f"[{unicodedata.name(sign, f'sign U+{ord(sign):04X}').lower()}]"


def _few_marks(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for sign in text:
        marks = marks + 1 if unicodedata.category(sign)[0] == "M" else 0
        if marks <= _MOST_MARKS:
            kept.append(sign)
    return "".join(kept)


def _breakable(found: re.Match[str]) -> str:
    word = found.group()
    return BREAK.join(word[at : at + _PIECE] for at in range(0, len(word), _PIECE))
