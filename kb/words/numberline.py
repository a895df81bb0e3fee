"""Reads a number line, `lead time, plain box: 5 to 7 working days, to your door`; does not judge what it says."""

from functools import lru_cache
from typing import NamedTuple

from kb.model import number as kinds
from kb.model.number import Number, Season
from kb.text import fold
from kb.words.amountkinds import AFTER_A_COMMA, read_kind
from kb.words.amounts import amount_at
from kb.words.choices import choices_of
from kb.words.clauses import (
    DURING,
    FROM,
    ONCE,
    TO,
    UNLESS,
    UNTIL,
    Clauses,
    Split,
    clauses_of,
    cut_at_commas,
    split_line,
    split_midway,
    without_bullet,
)
from kb.words.dates import read_season
from kb.words.patterns import lazy
from kb.words.pieces import pieces
from kb.words.units import is_time
from kb.words.unreadable import SHOWN, must_refuse, shown, why_unread

MAX_LINE = 2_000
"""A longer line is no number line."""

_AMOUNTS = 4_096
"""So many different amounts are remembered."""

_PLAIN = {
    kinds.CHARGED: ("charged", "is charged", "are charged", "will be charged", "charged extra", "at extra cost"),
    kinds.FREE: ("free", "is free", "are free", "free of charge", "no charge", "at no charge", "no cost", "at no cost"),
    kinds.NONE: ("none", "nil", "not needed", "not required"),
    kinds.NOT_POSSIBLE: ("not possible", "impossible", "is not possible", "are not possible", "not offered"),
}
_OPEN = ("no", "not", "never", "yes")
"""Alone they leave open what they are about: *deposit: no* is good news, *gold ink: no* is none."""

_PLAIN_KINDS = {way: kind for kind, ways in _PLAIN.items() for way in ways}
_DATE_IN_FIGURES = lazy("[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4}")
"""Never an event; taken for one, a number that should end would count for ever."""

_WRITE = "Write what it is, a colon and how much, such as `lead time: 5 working days`."
_AFTERWARDS = (
    "After the amount come only parts that begin with from, to, during, once, unless or until. Put it before the "
    "colon, or into `## Why`."
)
_BEFORE_A_SEASON = ("on ", "from ", "during ", "in ")


class Unread(NamedTuple):
    """A number line that could not be read."""

    sentence: str
    """What could not be understood, and the way out."""

    text: str = ""
    """The line without its bullet."""

    line: int = 0
    """In the article's file, from 1."""


class _UnclearError(Exception):
    """Something in the line is not understood; carries the sentence."""


def read_number(text: str, line: int = 0) -> Number | Unread:
    """The number that a line states, or why it could not be read; never an exception.

    `NAME[, FOR WHAT …]: AMOUNT[, from …][, to …][, during …][, once …][, unless …][, until …]`; bullets, dashes and
    emphasis from elsewhere may stand around it.
    """
    if len(text) > MAX_LINE:
        return Unread(
            f"This line has {len(text):,} characters. A number line says one thing: what it is, a colon and how much.",
            "",
            line,
        )
    split = split_line(text)
    if split is None:
        sentence = f"I can't find a colon in '{shown(text)}'. {_WRITE}"
        return Unread(sentence, without_bullet(text), line)
    try:
        return _number(split)._replace(line=line)
    except _UnclearError as unclear:
        return Unread(str(unclear), split.text, line)


def _number(split: Split) -> Number:
    if not any(letter.isalnum() for letter in split.name):
        raise _UnclearError(f"There is no name before the colon. {_WRITE}")
    if not split.segments:
        raise _UnclearError(f"There is no amount after '{shown(split.name)}:'. {SHOWN}")
    first = fold(split.segments[0])
    if first in _OPEN:
        raise _UnclearError(
            f"'{shown(split.segments[0])}' leaves open what is meant. Write `not possible` where it cannot be had, "
            "`none` where nothing is needed, or `free`."
        )
    if first == "only" or first.startswith("only "):
        return _only(split)
    if first == "closed" or first.startswith("closed "):
        return _closed(split)
    return _amount(split)


def _only(split: Split) -> Number:
    head, *rest = split.segments
    clauses = _clauses(tuple(rest))
    written = tuple(filter(None, (head[len("only") :].strip(), *clauses.before)))
    if not written:
        raise _UnclearError("'only' needs what may be chosen after it, such as `only E, B, C` or `only repeat orders`.")
    number = Number(name=split.name, kind=kinds.ONLY, choices=choices_of(written))
    return _with_clauses(number._replace(amount_text="only " + ", ".join(written)), split, clauses)


def _closed(split: Split) -> Number:
    head, *rest = split.segments
    clauses = _clauses(tuple(rest))
    when = [head[len("closed") :].strip(), *clauses.before]
    if FROM in clauses.by_keyword:
        ends = [clauses.by_keyword.pop(FROM), clauses.by_keyword.pop(TO, "")]
        when.append(" to ".join(filter(None, ends)))
    if DURING in clauses.by_keyword:
        when.append(clauses.by_keyword.pop(DURING))
    seasons = _seasons(", ".join(map(_without_preposition, filter(None, when))))
    if not seasons and UNTIL not in clauses.by_keyword:
        raise _UnclearError("'closed' needs the days after it, such as `closed, 24 December to 2 January`.")
    number = Number(name=split.name, kind=kinds.CLOSED, during=seasons, amount_text=head[: len("closed")])
    return _with_clauses(number, split, clauses)


def _amount(split: Split) -> Number:
    """A number with a figure, or one of the plain words; a clause may follow without a comma."""
    head, *rest = split.segments
    if rest and fold(rest[0]) in AFTER_A_COMMA:
        head = f"{head} {rest.pop(0)}"
    for written, follows in split_midway(head):
        number = None if _is_cut_range(follows) else _of_amount(written)
        if number is None or (number.amount is None and follows.startswith("of ")):
            continue
        tail, number = _of_what(follows, written, number)
        clauses = _clauses(tuple(filter(None, (tail, *rest))))
        if clauses.before:
            raise _UnclearError(
                f"I can't read '{shown(', '.join(clauses.before))}' after '{shown(written)}'. {_AFTERWARDS}"
            )
        return _with_clauses(number._replace(name=split.name), split, clauses)
    raise _UnclearError(why_unread(head))


@lru_cache(maxsize=_AMOUNTS)
def _of_amount(written: str) -> Number | None:
    """What an amount says; remembered, as a company has few of them: `5 working days` stands on many lines."""
    plain = _PLAIN_KINDS.get(fold(written))
    if plain:
        return Number(name="", kind=plain, amount_text=written)
    read = read_kind(written)
    if read is None or must_refuse(written):
        return None
    return Number(name="", kind=read.kind, amount=read.amount, in_advance=read.in_advance, amount_text=written)


def _is_cut_range(tail: str) -> bool:
    """Whether a `to` that was taken for a clause goes on with a figure, as in a range that runs backwards."""
    return tail.casefold().startswith("to ") and amount_at(pieces(tail[len("to ") :]), 0, whole=True) is not None


def _of_what(tail: str, written: str, number: Number) -> tuple[str, Number]:
    """*Within 5 days of delivery* counts from there; *55 % of the cost* keeps its words."""
    if not tail.casefold().startswith("of "):
        return tail, number
    if number.amount and is_time(number.amount.unit):
        return "from " + tail[len("of ") :], number
    what, follows = (split_midway(tail[len("of ") :])[1:] or ((tail[len("of ") :], ""),))[0]
    return follows, number._replace(amount_text=f"{written} of {what}")


def _clauses(segments: tuple[str, ...]) -> Clauses:
    clauses = clauses_of(segments)
    if clauses.twice and clauses.twice != UNLESS:
        raise _UnclearError(f"The line says '{clauses.twice}' twice. Say it once, or make it two number lines.")
    return clauses


def _with_clauses(number: Number, split: Split, clauses: Clauses) -> Number:
    said = clauses.by_keyword
    for written in (said.get(key, "") for key in (FROM, TO, UNTIL)):
        if _DATE_IN_FIGURES.fullmatch(written) and read_season(written) is None:
            raise _UnclearError(f"I can't read the date '{written}'. Write it like `30 November 2026` or `2026-11-30`.")
    during = _seasons(said.get(DURING, "")) or number.during
    start, end = said.get(FROM, ""), said.get(TO, "")
    stretch = f"{start} to {end}" if end else start
    if not during and " to " in stretch and (season := read_season(stretch)):
        during, start, end = (season,), "", ""
    return number._replace(
        conditions=split.conditions,
        start=start,
        end=end,
        during=during,
        once=said.get(ONCE, ""),
        unless=said.get(UNLESS, ""),
        until=said.get(UNTIL, ""),
        text=split.text,
    )


def _without_preposition(text: str) -> str:
    before = next((word for word in _BEFORE_A_SEASON if fold(text).startswith(word)), "")
    return text[len(before) :]


def _seasons(text: str) -> tuple[Season, ...]:
    """The seasons of a list: `July, 24 December to 2 January and 1 May 2027`."""
    seasons: list[Season] = []
    parts = [part for piece in cut_at_commas(text) for part in _at_and(piece)]
    while parts:
        count = next((n for n in (4, 3, 2, 1) if n <= len(parts) and read_season(", ".join(parts[:n]))), 0)
        season = read_season(", ".join(parts[:count])) if count else None
        if season is None:
            raise _UnclearError(
                f"I can't read the date '{shown(parts[0])}'. Write months or days, such as `September to November`, "
                "`24 December to 2 January`, `1 May 2027` or `the last week of July`."
            )
        seasons.append(season)
        parts = parts[count:]
    return tuple(seasons)


def _at_and(text: str) -> list[str]:
    return [part.strip() for part in text.replace(" & ", " and ").split(" and ") if part.strip()]
