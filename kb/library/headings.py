"""The names of an article's sections and what looks like one of them; splits nothing."""

import re
import unicodedata
from functools import lru_cache

from kb.text import fold
from kb.words.near import damerau, did_you_mean

SAY, INSIDE_ONLY = "say", "inside"
SECTIONS = {
    SAY: "Say",
    "customers_say": "Customers say",
    "numbers": "Numbers",
    "dont_say": "Don't say",
    "why": "Why",
    "worth_telling": "Worth telling",
    "push_back": "If they push back",
    INSIDE_ONLY: "Inside only",
}
"""What an article may have, by the field that holds it."""

_NUMBER = re.compile(r"\(?[0-9]+(?:\.[0-9]+)*[.):]*(?:\s+|$)")
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_LABEL = re.compile(r":|\uff1a| - |=")
_STRAY = re.compile(r"^\s*(?:\S{0,3}#+|\[![^\]]{1,30}\][+-]?|h[1-6]\.)")
"""What stands before the words of a heading; `x## Why` is none to Markdown, nor is `[!note]` or `h2.`."""

_SIGN = re.compile(r"[:=#]|\s-\s|\[!")
"""Without any of these nothing in a line of ASCII is a label or a stray heading."""

_INSIDE_NAME = "inside only"
_OTHER_NAMES = frozenset(
    ("internal only", "internal use only", "for internal use only", "confidential", "not for customers")
)
"""What others say for it, and nobody for anything else."""

_ALONE = _OTHER_NAMES | {"inside", "internal"}
"""What says it where it stands out; a box has an inside, too."""

_NO_LETTERS = bytes(code for code in range(256) if not bytes((code,)).isalpha())

_MISTAKES = 2
"""So many wrong letters still look like the word."""

_LONGEST_SHORT_NAME = 6
_LONGEST = 60
"""A longer line is a sentence, no name."""

_MOST_LETTERS = len("forinternaluseonly") + _MISTAKES
"""No name that is looked for has more."""


@lru_cache(maxsize=256)
def section_named(heading: str) -> str | None:
    """The section's field that a heading names; None where it names none.

    >>> section_named("3. **Don’t say:**"), section_named("INSIDE ONLY"), section_named("Details")
    ('dont_say', 'inside', None)
    """
    return _BY_NAME.get(_name(heading)) if len(heading) <= _LONGEST else None


def nearest_section(heading: str) -> str:
    """A question that names the sections that a heading may have meant; empty where none is near."""
    return did_you_mean(_name(heading), SECTIONS.values()) if len(heading) <= _LONGEST else ""


def misspells_section(heading: str) -> bool:
    """Whether a heading is nearly a section's name; short names have too many neighbours to tell.

    >>> misspells_section("Costumers say"), misspells_section("Who pays?")
    (True, False)
    """
    return any(_is_nearly(heading, name) for name in _BY_NAME if len(name) > _LONGEST_SHORT_NAME)


def looks_inside(line: str) -> bool:
    """Whether a line of text looks as if *Inside only* began there.

    >>> looks_inside("> **Insde only:** not for customers"), looks_inside("Inside only one layer is printed.")
    (True, False)
    """
    if is_prose(line):
        return False
    label = _label(line)
    if label != line and _name(label[:_LONGEST]) in _OTHER_NAMES:
        return True
    return any(_is_nearly(part, _INSIDE_NAME) for part in (line, label, _STRAY.sub("", line[:_LONGEST])))


def looks_like_inside_heading(line: str) -> bool:
    """As `looks_inside`, for a line that stands out: there *Inside* alone is enough."""
    return looks_inside(line) or says_only_inside(line) or says_only_inside(_label(line))


def says_only_inside(line: str) -> bool:
    """Whether a line has no other word than *Inside*, as a label over what follows has it.

    >>> says_only_inside("Inside:"), says_only_inside("::: {.internal}"), says_only_inside("Inside: white")
    (True, True, False)
    """
    return not is_prose(line) and _name(line[: 2 * _LONGEST]) in _ALONE


def looks_like_audience(text: str) -> bool:
    """Whether a word looks like the key `audience`.

    >>> looks_like_audience("audiance"), looks_like_audience("desk")
    (True, False)
    """
    return _is_nearly(text, "audience")


def looks_like_audience_line(line: str) -> bool:
    """Whether a line of text looks like one of front matter that says who may read it."""
    if is_prose(line):
        return False
    label = _label(line)
    return label != line and looks_like_audience(label)


def is_prose(line: str) -> bool:
    """Whether a line can be no name at all, told without folding it: most lines are sentences.

    Folding leaves the letters of ASCII as many as they are, and a name ends at its first sign of a label.
    """
    return line.isascii() and _letters(line[:_LONGEST]) > _MOST_LETTERS and _SIGN.search(line) is None


def _label(line: str) -> str:
    """What stands before a line's first colon or dash."""
    return _LABEL.split(fold(line[: 2 * _LONGEST]), maxsplit=1)[0] if line else ""


def _letters(text: str) -> int:
    """How many letters of ASCII a text has."""
    return len(text.encode("ascii").translate(None, _NO_LETTERS))


def _is_nearly(text: str, word: str) -> bool:
    if len(text) > _LONGEST or (text.isascii() and abs(_letters(text) - _letters(word)) > _MISTAKES):
        return False
    return _is_near(text, word)


@lru_cache(maxsize=4096)
def _is_near(text: str, word: str) -> bool:
    """Compared folded and as written: one sign such as `¼` may be several when folded."""
    names = (_name(text), text.strip().lower())
    return any(abs(len(name) - len(word)) <= _MISTAKES >= damerau(name, word, _MISTAKES) for name in names)


def _name(text: str) -> str:
    """The words of a heading alone: folded, without apostrophes, unseen characters, signs around it and its number."""
    seen = text if text.isascii() else "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    name = _EDGES.sub("", fold(seen).replace("'", ""))
    return _EDGES.sub("", _NUMBER.sub("", name, count=1)) if name[:1].isdigit() else name


_BY_NAME = {_name(shown): key for key, shown in SECTIONS.items()} | {"inside": INSIDE_ONLY}
