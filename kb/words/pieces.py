"""A text cut into figures, words and signs with their places, for those who read amounts and dates out of it."""

import re
from typing import NamedTuple

from kb.text import fold
from kb.words.patterns import lazy

FIGURE = "figure"
"""`1,000`, `2 400`, `2.5`; its text is what `Decimal` reads."""
FRACTION = "fraction"
"""`1/2`, `½`."""
ORDINAL = "ordinal"
"""`24th`; its text is the number."""
CLOCK = "clock"
"""`10:00`."""
DAY = "day"
"""`2026-12-24`."""
WORD = "word"
SIGN = "sign"
BROKEN = "broken"
"""Digits that people read differently (`1.000,5`, `2,5`, `3/4/26`), or whose sign was lost (`15?18`)."""
CODE = "code"
"""Digits that are no amount: telephone numbers, addresses, `A-100`, `#5`."""


class Piece(NamedTuple):
    """A part of a text."""

    kind: str
    text: str
    """Folded."""

    start: int
    end: int
    glued: bool
    """Nothing stands between it and the piece before."""


_SPACE = "[ \u00a0\u2007\u2009\u202f]"
_LETTER = r"(?:[^\W\d_½¼¾]|∆)"

# The first that fits wins. Grouped figures come before plain runs of digits; a run that is no good figure is broken.
_PIECE = lazy(
    rf"""
      (?P<gap> \n\s*\n )
    | (?P<address> https?://\S+ | www\.\S+ | [^\s@<>()]{{1,64}}@[^\s@<>()]{{1,250}}\w | \#\w+ )
    | (?P<phone> (?<![\w.,]) (?: \+ | 0 ) [0-9] (?: [ ()/-]{{0,2}} [0-9] ){{6,14}} (?!\w) )
    | (?P<day> (?<![\w-]) [0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}} (?![\w-]) )
    | (?P<lost> [0-9]+ [?\ufffd]+ [0-9]+ )
    | (?P<clock> (?<![\w:.]) (?: [01]?[0-9] | 2[0-3] ) : [0-5][0-9] (?![\w:]) )
    | (?P<fraction> (?<![\w/.,]) [0-9]{{1,2}}/[0-9]{{1,2}} (?![\w/]) | [½¼¾] )
    | (?P<ordinal> [0-9]{{1,4}}(?:st|nd|rd|th)\b )
    | (?P<named> {_LETTER}{{1,40}} (?: [-/] {_LETTER}{{1,40}} ){{0,4}} [-/] [0-9]+ (?: [./-]? \w+ ){{0,4}} )
    | (?P<spaced> (?<![\w.,]) [0-9]{{1,3}} (?: {_SPACE}[0-9]{{3}} ){{1,6}} (?:\.[0-9]+)? (?! [0-9] | [.,:/][0-9] ) )
    | (?P<figure> [0-9]+ (?: [.,'’:/] [0-9]+ )* )
    | (?P<times> (?<=[0-9]) [xX] (?=[0-9]) )
    | (?P<half_day> (?<=[0-9\s]) [apAP] \.\s?[mM] \b \.? )
    | (?P<degrees> °\s?[CcFf]\b | ℃ | ℉ )
    | (?P<word> {_LETTER}+ (?: ['’] {_LETTER}+ )* [0-9]* )
    | (?P<pair> \+/-|\+-|<=|>= )
    | (?P<sign> \S )
    """,
    re.VERBOSE,
)

_GOOD_FIGURE = lazy(r"[0-9]{1,3}(?:(?:,[0-9]{3})+|(?:['’][0-9]{3})+)(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?")
_POINTED = lazy(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_SIGNS = {"×": "x", "✕": "x", "∆": "Δ", "+-": "±", "+/-": "±", "<=": "≤", ">=": "≥", "―": "-"}
_KINDS = {
    "gap": SIGN,
    "address": CODE,
    "phone": CODE,
    "named": CODE,
    "day": DAY,
    "lost": BROKEN,
    "clock": CLOCK,
    "fraction": FRACTION,
    "spaced": FIGURE,
    "times": SIGN,
    "pair": SIGN,
    "sign": SIGN,
}
_LONGEST_FIGURE = 40
"""More digits are no amount that anybody stands behind."""


def pieces(text: str) -> tuple[Piece, ...]:
    """The text's figures, words and signs in order; white space is left out, but for blank lines."""
    found = []
    end = -1
    for match in _PIECE.finditer(text):
        kind, written = _kind(match)
        found.append(Piece(kind, written, match.start(), match.end(), match.start() == end))
        end = match.end()
    return tuple(found)


def is_thousand_with_point(piece: Piece) -> bool:
    """Whether a figure looks like `1.000`, a thousand in many countries."""
    return piece.kind == FIGURE and _POINTED.fullmatch(piece.text) is not None


def _kind(match: re.Match[str]) -> tuple[str, str]:
    """The kind of a piece and its folded text."""
    group, raw = match.lastgroup or "", match.group()
    if group == "figure":
        return _figure_kind(raw)
    if group == "spaced":
        return FIGURE, re.sub(_SPACE, "", raw)
    if group == "ordinal":
        return ORDINAL, raw[:-2]
    if group == "half_day":
        return WORD, raw[0].casefold() + "m"
    if group in ("word", "degrees"):
        return WORD, _folded(raw.replace("∆", "Δ")).replace(" ", "")
    return _KINDS[group], _SIGNS.get(raw) or (raw if group == "fraction" else _folded(raw) or raw)


def _folded(raw: str) -> str:
    """A piece has no white space to fold; most are plain letters."""
    return raw.casefold() if raw.isascii() and raw != "`" else fold(raw)


def _figure_kind(raw: str) -> tuple[str, str]:
    """A figure that can be read, or a broken one."""
    if _GOOD_FIGURE.fullmatch(raw) and len(raw) <= _LONGEST_FIGURE:
        return FIGURE, raw.replace(",", "").replace("'", "").replace("’", "")
    return (CODE, raw) if ":" in raw or "/" in raw else (BROKEN, raw)
