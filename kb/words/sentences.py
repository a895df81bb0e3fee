"""The sentences of running text with their places, also of mails, lists and tables; understands none of them."""

from collections.abc import Iterator
from typing import NamedTuple

from kb.text import fold
from kb.words.dateforms import MONTHS, WEEKDAYS
from kb.words.lists import word_set
from kb.words.patterns import lazy

_NEVER_LAST = word_set(
    "approx ca cf e.g eg i.e ie viz vs no nr nos ext tel fig figs incl excl inc ltd co corp mr mrs ms dr prof st dept "
    "ref resp avg min max qty vol art pos pp sq nom temp ph est"
)
"""Abbreviations that a sentence goes on after; those that also are words (`no`, `min`) only before a figure."""

_BEFORE_A_FIGURE = word_set("no nr nos art pos min max vol co est ie ref fig st")
_MAY_BE_LAST = word_set("a.m p.m am pm etc ltd inc co corp approx")
"""Abbreviations after which a capital letter begins a new sentence."""

_OPENERS = word_set(
    "the a an we you they it he she i this that these those our your their its if in on at for from with and but or so "
    "as when then please there here all both each every no not after before once until yes"
)
"""Words that begin a sentence: a single letter before one of them is no initial."""

_FILLED_LINE = 50
"""A shorter line that ends without a stop was ended by its writer, a longer one by the edge of the paper."""

_MARK = lazy(
    r"[ \t]*(?:\#{1,6}[ \t]+"
    r"|(?:[-*+•·▪◦‣●–—]|\(?[0-9]{1,3}[.)]|\(?[a-z][.)]|>(?![ \t]*[0-9]))(?:[ \t]+(?:\[[ xX]\][ \t]+)?|$)"
    r"|>(?![ \t]*[0-9])|[•·▪◦‣●])"
)
"""What begins a heading, a bullet, a numbered point or a quoted line; *> 350 kg* is more than that."""

_RULE = lazy(r"[\s|:+=_*.-]*")
_STOP = lazy(r"(?:[.!?…]+[\"'”’)\]*_]*)(?=\s|$)")
_WORD_BEFORE = lazy(r"[^\s(\[\"“‘']+$")
_SALUTATION = lazy(r"(?i:dear|hi|hello|hey|good (?:morning|afternoon|evening|day))\b[^.!?:;0-9]{0,40},")
"""A greeting on a line of its own: what follows is another sentence, also where it begins small."""

_LABEL = lazy(r"[^\W\d_][\w/&'’-]*(?: [\w/&'’-]+){0,3}:\s+\S")
"""What a line of an offer begins with: *Quantity: 2,000 boxes*."""

_COUNTED = lazy(r"\w+(?:[.,:'’/&+-]\w+)*")


class Sentence(NamedTuple):
    """One sentence."""

    text: str
    """As written, from `start` on; it may run over a line's end."""

    start: int
    """Offset of its first character in the whole text."""


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text, in order; a bullet, a heading and a row of a table are each at least one.

    A full stop after `approx`, `e.g.`, `No.` or an initial, or inside `2.5` and `9.30`, ends none. Lines that are
    wrapped at the edge of the paper run on.
    """
    return tuple(sentence for start, end in _blocks(text) for sentence in _cut(text, start, end))


def word_count(text: str) -> int:
    """How many words a text has; a figure, a code or a hyphenated word is one.

    >>> word_count("Board moves by 2.5 mm, die-cutters don't.")
    7
    """
    return len(_COUNTED.findall(text))


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Where each stretch of text begins and ends within which sentences run over line ends."""
    start = end = -1
    last = ""
    offset = 0
    for line in text.splitlines(keepends=True):
        body = line.strip()
        mark = _MARK.match(line)
        begins = offset + (mark.end() if mark else len(line) - len(line.lstrip()))
        if start >= 0 and (not body or mark or _is_row(body) or _is_ended(last, body)):
            yield start, end
            start = -1
        if body and not _RULE.fullmatch(body):
            start = begins if start < 0 else start
            end = offset + len(line.rstrip())
        last = body
        offset += len(line)
    if start >= 0:
        yield start, end


def _is_row(line: str) -> bool:
    return line.startswith("|") or "\t" in line or " | " in line


def _is_ended(line: str, following: str) -> bool:
    """Whether a line was ended by its writer rather than wrapped."""
    if _SALUTATION.fullmatch(line) or _is_row(line) or line.endswith((".", "!", "?", ":", ";", "…")):
        return True
    if following[0].isupper() and _LABEL.match(following):
        return True
    return len(line) < _FILLED_LINE and (following[0].isupper() or following[0].isdigit()) and not line.endswith("-")


def _cut(text: str, start: int, end: int) -> Iterator[Sentence]:
    """The sentences between two places."""
    for stop in _STOP.finditer(text, start, end):
        if stop.end() >= end or not _ends_here(text[start : stop.start()], stop.group(), text[stop.end() : end]):
            continue
        yield from _trimmed(text, start, stop.end())
        start = stop.end()
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Sentence]:
    inner = text[start:end].strip(" \t\r\n\f\v|")
    if inner:
        yield Sentence(inner, text.index(inner, start))


def _ends_here(before: str, stop: str, after: str) -> bool:
    """Whether a stop ends the sentence; an exclamation or question mark does."""
    if not stop.startswith(".") or stop.startswith(".."):
        return not (stop[-1] in "\"'”’)" and after.lstrip()[:1].islower())
    word = _WORD_BEFORE.search(before)
    last = fold(word.group()) if word else ""
    following = after.split(maxsplit=1)[0].lstrip("\"'“‘([*_") if after.split() else ""
    if not following:
        return True
    if _is_initial(word.group() if word else "", before, following):
        return False
    return _ends_after(last, following)


def _ends_after(last: str, following: str) -> bool:
    """Whether a sentence may end after a word that is no initial."""
    capital = following[0].isupper() and fold(following.rstrip(".,")) not in MONTHS | WEEKDAYS
    if last in MONTHS and last not in ("may", "march") and len(last) <= 4:  # noqa: PLR2004 - `Sept.`
        return capital
    if last in _MAY_BE_LAST:
        return capital
    if last in _BEFORE_A_FIGURE:
        return not following[0].isdigit()
    return last not in _NEVER_LAST


def _is_initial(word: str, before: str, following: str) -> bool:
    """*J. Smith*: one capital letter, before a name, at the start or after another capital."""
    if len(word) != 1 or not word.isupper() or not following[0].isupper() or fold(following) in _OPENERS:
        return False
    earlier = before[: -len(word)].split()
    return (
        not earlier or earlier[-1][0].isupper() or fold(earlier[-1]).rstrip(".") in ("by", "to", "from", "with", "dear")
    )
