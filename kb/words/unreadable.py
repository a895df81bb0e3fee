"""Why an AMOUNT could not be read, and what to write instead; reads no number itself."""

from decimal import Decimal

from kb.text import fold
from kb.words.amounts import amount_at, find_unreadable
from kb.words.near import damerau, did_you_mean
from kb.words.patterns import lazy
from kb.words.pieces import pieces
from kb.words.stems import plural
from kb.words.units import TIME_WORDS, UNITS

SHOWN = "Write a figure with its unit, such as `5 working days`, or `charged`, `free`, `not possible`."
"""The way out of most."""

_LONGEST_SHOWN = 60
_ABOVE = ("more than", "over", "above", ">")
_STRICT = lazy(r"(more than|over|above|less than|fewer than|under|below|<|>)\s*[0-9]")
_FIGURE = r"([0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)"
_BACKWARDS = lazy(rf"{_FIGURE}\s*(?:to|-)\s*{_FIGURE}")
_ONE_ENDED = lazy(r"at |up to|max|min|no |not |for |you |within|guaranteed|every|≤|≥|±|<|>")
_REAL_NOUNS = ("moths", "drays", "minuets")
"""Nouns that only look like misspelt units."""

_PLUS_MINUS = lazy(r"±|\+\s*/?\s*-")


def shown(text: str, longest: int = _LONGEST_SHOWN) -> str:
    """A text on one line, short enough to stand in a sentence; cut between two words where there are any."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    begun = line[:longest]
    return (begun.rpartition(" ")[0] or begun[:-1]) + "…"


def must_refuse(text: str) -> str:
    """Why an AMOUNT is refused though its parts can be read; empty where nothing is wrong with it."""
    broken = find_unreadable(text)
    if broken and ("?" in broken[0].text or "\ufffd" in broken[0].text):
        return f"A sign was lost in '{shown(broken[0].text)}'. Write the range with a word, such as `15 to 18`."
    if broken:
        return (
            f"I can't read the figure '{shown(broken[0].text)}': thousands take a comma and decimals a point. "
            "Write it like `1,000.5`, and a date like `24 December 2026`."
        )
    return _unknown_unit(text)


def why_unread(text: str) -> str:
    """The sentence for an AMOUNT that cannot be read: what is unclear, and what to write."""
    folded = fold(text)
    ends = _BACKWARDS.search(folded)
    if refused := must_refuse(text):
        return refused
    if strict := _STRICT.match(folded):
        limit = "at least" if strict[1] in _ABOVE else "at most"
        return f"'{shown(text)}' leaves open whether the figure itself is in. Write `{limit}` with the figure that is."
    if ends and _value(ends[1]) > _value(ends[2]):
        return f"The range '{shown(ends[0])}' runs backwards. Write the smaller figure first."
    return _open_or_unknown(text, folded)


def _open_or_unknown(text: str, folded: str) -> str:
    if _BACKWARDS.search(folded) and _ONE_ENDED.match(folded):
        return f"'{shown(text)}' leaves open which of the two figures counts. Write the one that may be relied on."
    if _PLUS_MINUS.match(folded):
        return f"'{shown(text)}' is no tolerance of a size. For a time write `15 to 18 working days`."
    return f"I can't read the amount '{shown(text)}'. {SHOWN}"


def _unknown_unit(text: str) -> str:
    """A word after the figure that is nearly a unit of time, or more than one: `workng days`, `press days`."""
    parts = pieces(text)
    for at in range(len(parts)):
        read = amount_at(parts, at, whole=True)
        if read is None:
            continue
        name = read[0].unit.name
        if not read[0].unit.family.startswith("count:") or not _is_nearly_known(name):
            return ""
        name = plural(name)
        hint = did_you_mean(name, TIME_WORDS)
        return f"I don't know the unit '{shown(name)}'. {hint or 'Write days, working days, weeks or another unit.'}"
    return ""


def _is_nearly_known(noun: str) -> bool:
    """Whether words taken for a noun end in a unit, or in one of time with a letter swapped, lost or added."""
    last = noun.rpartition(" ")[2]
    if (last,) in UNITS and last != noun:
        return True
    many = plural(last)
    if many in _REAL_NOUNS:
        return False
    return any(_is_misspelt(written, word) for written in (last, many) for word in TIME_WORDS)


def _is_misspelt(written: str, word: str) -> bool:
    if len(written) < len("wks") or written[0] != word[0] or damerau(written, word, 1) != 1:
        return False
    return len(written) != len(word) or sorted(written) == sorted(word)


def _value(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))
