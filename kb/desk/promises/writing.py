"""The sentence that can be sent instead: the number as of the day, with its date and its terms; judges nothing."""

from datetime import date, timedelta

from kb.desk.promises.judged import Judged
from kb.model import number as kinds
from kb.model.number import Number
from kb.text import fold
from kb.words.spoken import day_words

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NEAR = timedelta(days=180)
_LEADS = (
    "after",
    "before",
    "under",
    "over",
    "above",
    "below",
    "with",
    "without",
    "in",
    "on",
    "during",
    "from",
    "at",
    "for",
    "until",
)


def sentence_for(judged: Judged, day: date) -> str:
    """The number with its terms and its day.

    `Lead time (new printed box): 20 to 23 working days, from approved proof and paid deposit, to your door; approved
    today, at your door by Monday 4 January.`
    """
    number = judged.base.number
    told = f"{_what(number)}: {_amount(judged)}{_terms(number)}"
    when = _by_when(judged, day)
    return f"{told[:1].upper()}{told[1:]}{'; ' + when if when else ''}."


def shown_day(day: date) -> str:
    """`Mon 23 Nov 2026`."""
    return f"{_WEEKDAYS[day.weekday()][:3]} {day.day} {_SHORT_MONTHS[day.month - 1]} {day.year}"


def _what(number: Number) -> str:
    said = number.name
    for condition in number.conditions:
        first = fold(condition).split()[0] if condition.split() else ""
        said += f" {condition}" if first in _LEADS else f" ({condition})"
    return said


def _amount(judged: Judged) -> str:
    number = judged.base.number
    if number.kind == kinds.TAKE:
        return judged.allowed or number.amount_text
    return number.amount_text


def _terms(number: Number) -> str:
    said = (
        ("from", number.start),
        ("to", number.end),
        ("once", number.once),
        ("unless", number.unless),
        ("until", number.until),
    )
    return "".join(f", {word} {text}" for word, text in said if text)


def _by_when(judged: Judged, day: date) -> str:
    number, by, start = judged.base.number, judged.by, judged.start
    if by is None or start is None or number.kind != kinds.TAKE:
        return ""
    place = f"at {number.end} " if fold(number.end).startswith(("your ", "the ")) else ""
    verb = "approved" if "approv" in fold(number.start) else "counted from"
    since = "today" if start.day == day else day_words(start.day, year=False)
    return f"{verb} {since}, {place}by {_WEEKDAYS[by.weekday()]} {day_words(by, year=by - day > _NEAR)}"
