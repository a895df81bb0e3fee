"""A number line cut into its name, its conditions, its amount and the clauses after it; reads none of them."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from kb.words.dates import read_season
from kb.words.patterns import lazy

FROM, TO, DURING, ONCE, UNLESS, UNTIL = "from", "to", "during", "once", "unless", "until"

_KEYWORDS = {
    "from": FROM,
    "starting from": FROM,
    "after": FROM,
    "to": TO,
    "during": DURING,
    "in": DURING,
    "once": ONCE,
    "if": ONCE,
    "when": ONCE,
    "provided": ONCE,
    "as soon as": ONCE,
    "unless": UNLESS,
    "except when": UNLESS,
    "except": UNLESS,
    "until": UNTIL,
    "till": UNTIL,
    "before": UNTIL,
}
_CLAUSE = lazy(
    rf"(?P<keyword>{'|'.join(sorted(_KEYWORDS, key=len, reverse=True))})\s+(?P<text>\S.*)", re.IGNORECASE | re.DOTALL
)
_MIDWAY = lazy(r"\s(?=(?:from|after|of|to|during|once|if|unless|until|till|before)\s)", re.IGNORECASE)
"""Where a clause may begin without a comma."""

_BEFORE = lazy(r"\sbefore(?=\s+(?P<what>\S.*))", re.IGNORECASE | re.DOTALL)
"""Notice before something: *5 working days before the visit* counts to the visit."""

_COMMA = lazy(r"(?<![0-9]),|,(?![0-9])")
"""A comma that is not inside a figure such as 1,000 (or inside one that cannot be read, such as 2,5)."""

_UNLESS = lazy(r"\s+(?=unless\s)", re.IGNORECASE)

_COLON = lazy("(?<![0-9])[:\uff1a]|[:\uff1a](?![0-9])")
_QUOTED = lazy(r"\"[^\"]*\"|“[^”]*”|«[^»]*»")
_BULLET = lazy(r"(?:[-*+–—]|[0-9]{1,3}[.)])\s+|[•·▪▫◦‣\u2043●○■□➢►\uf0b7\uf0a7]\s*")
_MARKUP = lazy(r"\*\*|__|`")


class Split(NamedTuple):
    """The parts of a number line, as written."""

    text: str
    """The whole line without its bullet and emphasis."""

    name: str
    conditions: tuple[str, ...]
    segments: tuple[str, ...]
    """What stands after the colon, cut at its commas."""


@dataclass(slots=True)
class Clauses:
    """The clauses that follow an amount, by keyword, and what belongs to no keyword."""

    by_keyword: dict[str, str] = field(default_factory=dict)
    before: list[str] = field(default_factory=list)
    """Segments before the first clause."""

    twice: str = ""
    """A keyword that stands there twice; empty where none does."""


def split_line(line: str) -> Split | None:
    """The parts of a line; None where it has no colon outside quotation marks that parts a name from an amount."""
    text = without_bullet(line)
    hidden = _QUOTED.sub(lambda quoted: "q" * len(quoted.group()), text)
    colon = _COLON.search(hidden)
    if colon is None:
        return None
    name, *conditions = cut_at_commas(text[: colon.start()]) or ("",)
    rest = re.sub(r"[\s.;,]+$", "", text[colon.end() :])
    return Split(text, name, tuple(conditions), cut_at_commas(rest))


def without_bullet(line: str) -> str:
    """The line without what a list or a word processor puts before it, without emphasis, and on one line."""
    text = " ".join(_MARKUP.sub("", line).split())
    while (bullet := _BULLET.match(text)) is not None:
        text = text[bullet.end() :]
    return text


def cut_at_commas(text: str) -> tuple[str, ...]:
    """The parts between commas, without empty ones; a comma inside a figure does not count."""
    return tuple(part.strip() for part in _COMMA.split(text) if part.strip())


def clauses_of(segments: tuple[str, ...]) -> Clauses:
    """The clauses among the segments; a segment without a keyword belongs to the clause before it.

    `unless` opens a clause without a comma too: an exception must not be lost.
    """
    found = Clauses()
    current = ""
    for segment in (part for whole in segments for part in _UNLESS.split(whole)):
        clause = _CLAUSE.fullmatch(segment)
        if clause is None or (clause["keyword"].casefold() == "in" and read_season(clause["text"]) is None):
            _go_on(found, current, segment)
            continue
        current = _KEYWORDS[clause["keyword"].casefold()]
        if current in found.by_keyword:
            found.twice = found.twice or current
            _go_on(found, current, segment)
        else:
            found.by_keyword[current] = clause["text"].strip()
    return found


def split_midway(segment: str) -> tuple[tuple[str, str], ...]:
    """Each way to cut a segment into an amount and a clause that follows without a comma; the whole comes first."""
    cuts = ((segment[: cut.start()], segment[cut.end() :]) for cut in _MIDWAY.finditer(segment))
    ahead = ((segment[: cut.end()], f"to {cut['what']}") for cut in _BEFORE.finditer(segment))
    return ((segment, ""), *ahead, *cuts)


def _go_on(found: Clauses, current: str, segment: str) -> None:
    if current:
        found.by_keyword[current] += f", {segment}"
    else:
        found.before.append(segment)
