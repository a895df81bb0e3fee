"""Days that a text names, `by 12 December`, `next Friday`, `tomorrow`, counted from a day that is an argument."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from kb.model.number import Season
from kb.words.dateforms import MONTHS, WEEKDAYS
from kb.words.dates import find_seasons, season_days
from kb.words.figures import NUMBER_WORDS
from kb.words.patterns import lazy
from kb.words.roots import folded_text

BY, ON, START, SPAN = "by", "on", "start", "span"
"""A day to be ready by; a day on which something is; a day on which the clock starts; a stretch, such as a month."""

_WEEK = timedelta(days=7)
_WEEKDAY_NAMES = "|".join(
    sorted(
        (name for name in WEEKDAYS if len(name) > len("thur") or name in ("mon", "tue", "wed", "thu", "fri")),
        key=len,
        reverse=True,
    )
)
_RELATIVE = lazy(
    r"\b(?:(?P<today>today|tonight|(?:the |that )?(?:very )?same[ -](?:working )?day|this (?:afternoon|evening|"
    r"morning))|(?P<tomorrow>tomorrow|overnight|(?:the |your )?(?:very )?next[ -](?:working |business )?day)|"
    r"(?P<after>the day after tomorrow)"
    r"|(?P<end_week>(?:the )?end of (?:the|this) week|this week|later this week)|"
    r"(?P<end_next>(?:the )?end of next week|next week|early next week)"
    r"|(?P<nth>(?:the )?(?P<number>first|[0-9]{1,2}(?:st|nd|rd|th)) of (?P<month>next|this) month)"
    r"|(?P<end_month>(?:the )?(?:end|middle) of (?:the|this) month|this month)|"
    r"(?P<next_month>(?:the )?end of next month|next month(?! on the))"
    r"|(?P<end_year>(?:the )?end of (?:the|this) year|year'?s? end|year-end|this year|new year)"
    r"|(?P<christmas>christmas(?: eve)?|xmas)"
    rf"|(?P<weekday>(?:(?:on |by |before |until |till )?(?P<which>next |this |this coming |coming |the coming |"
    rf"following )?(?P<name>{_WEEKDAY_NAMES}))\b(?!,?\s+(?:the\s+)?[0-9])))",
    needs="today|tonight|same|this|tomorrow|overnight|next|end of|middle of|year|mas|mon|tue|wed|thu|fri|sat|sun",
)
_DATED = lazy("|".join(MONTHS) + r"|[0-9]{4}-[0-9]{2}")
_BY = lazy(
    r"\b(?:by|before|until|till|no later than|not later than|latest|at the latest on|in time for|"
    r"for)\s+(?:the\s+|about\s+|early\s+|late\s+|(?:end|start|beginning|middle)\s+of\s+|mid[\s-]+|around\s+)*"
    r"(?:\w+day,?\s+)?$"
)
_START = lazy(
    r"(?:\b(?:placed|ordered|approv\w*|sign\w*|paid|pay|payment|start\w*|from|confirm\w*|booked|since|counting|"
    r"counted|begin\w*|received?|as of|clock|(?:deposit|proof) (?:(?:is|are) )?(?:in|here|with us))"
    r"(?:\s+(?:the|your|my|our|a|an|it|proof|deposit|order|is|are|in|us|layout|sketch|drawing|artwork|design|"
    r"both|and|by|on|before|until|during|at|of|this|that|only|"
    r"later|early|late|today|approved|paid|than|no|order's|file|files|plan|contract|quote|offer)){0,8}"
    r"|\borders?(?:\s+(?:placed|made|received|coming|that come))?(?:\s+(?:in|on|from|during|of)))\s+(?:\w+day,?\s+)?$"
)
_CUSTOMER_DOES = lazy(
    r"(?:^|\b(?:you|to|and|if|when|once|please)\s)\W*(?:order|approve|sign|pay|confirm|place|book|send|release)\b"
    r"(?:(?!\b(?:arriv|com(?:e|ing)|reach|is|are|will|have|deliver|ship|there|ready|get|take|by)\w*\b|"
    r"\b(?:today|tomorrow)\b)[^,;:.]){0,50}$",
    needs="order|approve|sign|pay|confirm|place|book|send|release",
)
"""*Order the boxes today*: the clock starts with what a customer does."""

_SIDE = lazy(
    r"\b(?:if|when|once|after|as soon as|provided|assuming|supposing|given|with (?:the|your|a|an)|from|"
    r"since|counting|counted)\b"
    r"(?: (?:we|you|they|it|i)\b)?(?:(?!\b(?:we|you|they|it)(?:'ll|'ve)? "
    r"(?:get|have|receive|will|can|ship|send|deliver)\b)[^,;:]){0,60}$"
)
"""A day in such a part of a sentence is the one on which the clock starts."""

_PART_OF_MONTH = lazy(r"\b(early|beginning|start|mid|middle)(?: of)?[\s-]+$", needs="early|begin|start|mid")
_EARLY, _MIDDLE = 7, 15
"""The last day of the month that *early* and *mid* are taken to reach to."""

_WEEK_OF = lazy(
    r"\b(?:in|during|by) the week (?:beginning|starting|commencing|of)(?: on)?(?: the)?(?: \w+day)? $", needs="week"
)
_STRICT_BEFORE = lazy(r"\b(?:before|in time for)\s+(?:the\s+)?$")


class NamedDay(NamedTuple):
    """A day of a text."""

    first: date
    last: date
    """The same for a single day."""

    role: str
    """BY, ON, START or SPAN."""

    start: int
    end: int
    """Its offsets in the text."""

    weekday: bool = False
    """Only the name of a day of the week was written, as in *on Mondays*: any of them."""


def named_days(text: str, day: date) -> tuple[NamedDay, ...]:
    """The days of a text in order; dates without a year are the next ones, from `day` on."""
    folded = folded_text(text)
    dated = _DATED.search(folded) is not None
    found = [*(_dates(text, folded, day) if dated else ()), *_relative(folded, day)]
    kept: list[NamedDay] = []
    for named in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or named.start >= kept[-1].end:
            kept.append(named)
    return tuple(kept)


def _dates(text: str, folded: str, day: date) -> list[NamedDay]:
    found = []
    for season in find_seasons(text):
        try:
            first, last = _next(season.season, day)
        except (ValueError, OverflowError):
            continue
        found.append(_named(folded, first, last, season.start, season.end, span=first != last))
    return found


def _next(season: Season, day: date) -> tuple[date, date]:
    if season.year:
        return season_days(season, season.year)
    first, last = season_days(season, day.year)
    return season_days(season, day.year + 1) if last < day else (first, last)


def _relative(folded: str, day: date) -> list[NamedDay]:
    found = []
    for match in _RELATIVE.finditer(folded):
        kind = next(name for name, value in match.groupdict().items() if value and name not in _INSIDE)
        start = match.start("name") if kind == "weekday" else match.start()
        if kind == "weekday" and match["which"]:
            start = match.start("which")
        last = _READ[kind](match, day) if kind in _READ else _RELATIVE_DAYS[kind](day)
        if last is None:
            continue
        found.append(
            _named(
                folded,
                last,
                last,
                start,
                match.end(),
                span=False,
                weekday=kind == "weekday" and match["name"].endswith("days"),
            )
        )
    return found


def _weekday(match: re.Match[str], day: date) -> date:
    """The next such day after `day`; *next Friday* is that too: the sooner reading is the cautious one."""
    ahead = (WEEKDAYS[match["name"]] - day.weekday()) % 7
    return day + timedelta(days=ahead or 7)


def _nth(match: re.Match[str], day: date) -> date | None:
    """*The 12th of next month*; None where that month has no such day."""
    first = (_end_of_month(day) + timedelta(days=1)) if match["month"] == "next" else day.replace(day=1)
    number = 1 if match["number"] == "first" else int(match["number"][:-2])
    return first.replace(day=number) if 1 <= number <= monthrange(first.year, first.month)[1] else None


def _end_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _friday(day: date) -> date:
    return day + timedelta(days=(4 - day.weekday()) % 7)


_INSIDE = ("which", "name", "number", "month")
"""Parts of a day's name that are no day by themselves."""

_READ: dict[str, Callable[[re.Match[str], date], date | None]] = {"weekday": _weekday, "nth": _nth}
_RELATIVE_DAYS: dict[str, Callable[[date], date]] = {
    "today": lambda day: day,
    "tomorrow": lambda day: day + timedelta(days=1),
    "after": lambda day: day + timedelta(days=2),
    "end_week": _friday,
    "end_next": lambda day: _friday(day - timedelta(days=day.weekday())) + _WEEK,
    "end_month": _end_of_month,
    "next_month": lambda day: _end_of_month(_end_of_month(day) + timedelta(days=1)),
    "end_year": lambda day: day.replace(month=12, day=31),
    "christmas": lambda day: date(day.year + ((day.month, day.day) > (12, 24)), 12, 24),
}


def _part_of_month(said: str, first: date, last: date) -> tuple[date, date]:
    """*Early December*, *mid-December*, of which the cautious reading is the day by which it ends."""
    if said in ("early", "beginning", "start"):
        return first, first.replace(day=_EARLY)
    if said in ("mid", "middle"):
        return first.replace(day=_EARLY), first.replace(day=_MIDDLE)
    return first, last


def _named(
    folded: str, first: date, last: date, start: int, end: int, *, span: bool, weekday: bool = False
) -> NamedDay:
    left = folded[max(0, start - 80) : start]
    if span and first.month == last.month and (part := _PART_OF_MONTH.search(left)):
        first, last = _part_of_month(part[1], first, last)
    if _WEEK_OF.search(left):
        return NamedDay(_friday(first), _friday(first), BY, start, end)
    before = left.split()[-1:]
    if span and before and before[0] in NUMBER_WORDS:  # *five January*: which day of it is not read
        last = first
    if _BY.search(left) and not _START.search(left) and not _SIDE.search(left) and not _CUSTOMER_DOES.search(left):
        strict = _STRICT_BEFORE.search(left) and not span
        last = (first if span and _STRICT_BEFORE.search(left) else last) - timedelta(
            days=1 if strict or (span and _STRICT_BEFORE.search(left)) else 0
        )
        return NamedDay(last, last, BY, start, end, weekday)
    if _START.search(left) or _SIDE.search(left) or _CUSTOMER_DOES.search(left):
        return NamedDay(first, last, START, start, end, weekday)
    return NamedDay(first, last, SPAN if span else ON, start, end, weekday)
