"""An amount and a day in plain English; reads nothing and judges nothing."""

from datetime import date
from decimal import Decimal

from kb.model.number import Amount
from kb.words.daynames import MONTHS, SHORT, WEEKDAYS
from kb.words.stems import plural
from kb.words.units import COLOUR_DIFFERENCE, O_CLOCK, has_plural


def figure_words(figure: Decimal) -> str:
    """`1,250`, `2.5`: a figure as it is written in English.

    >>> figure_words(Decimal("1250.50"))
    '1,250.5'
    """
    text = f"{figure:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def amount_words(amount: Amount) -> str:
    """`15 to 18 working days`, `2,400 x 1,250 mm`, `2 a week`, `about 55 %`, `€450`, `10:00 to 14:00`."""
    about = "about " if amount.about else ""
    per = f" {'an' if amount.per[:1] in 'aeiou' else 'a'} {amount.per}" if amount.per else ""
    return f"{about}{_figures_and_unit(amount)}{per}"


def range_words(amount: Amount) -> str:
    """The figures of an amount without its unit: `15 to 18`, `2,400 x 1,250`."""
    if amount.dimensions:
        return " x ".join(map(figure_words, amount.dimensions))
    return " to ".join(dict.fromkeys((figure_words(amount.low), figure_words(amount.high))))


def times_words(count: int) -> str:
    """How often: `once`, `twice`, `3 times`."""
    return {1: "once", 2: "twice"}.get(count, f"{count:,} times")


def day_words(day: date, *, year: bool = True) -> str:
    """`27 July 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]}" + (f" {day.year}" if year else "")


def weekday_words(day: date, *, year: bool = True) -> str:
    """`Monday 27 July 2026`."""
    return f"{WEEKDAYS[day.weekday()]} {day_words(day, year=year)}"


def short_day(day: date, *, year: bool = True) -> str:
    """`Mon 27 Jul 2026`."""
    weekday, month = WEEKDAYS[day.weekday()][:SHORT], MONTHS[day.month - 1][:SHORT]
    return f"{weekday} {day.day} {month}" + (f" {day.year}" if year else "")


def stretch_words(first: date, last: date) -> str:
    """`27 to 31 July 2026`, `24 December 2026 to 2 January 2027`, `1 May 2027`; both ends are included."""
    if first == last:
        return day_words(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day_words(last)}"
    return f"{day_words(first, year=first.year != last.year)} to {day_words(last)}"


def _figures_and_unit(amount: Amount) -> str:
    unit = amount.unit
    if unit == O_CLOCK:
        return " to ".join(dict.fromkeys((_clock(amount.low), _clock(amount.high))))
    figures = range_words(amount)
    if unit.family.startswith("money:"):
        return f"{unit.name}{'' if len(unit.name) == 1 else ' '}{figures}"
    if unit.family == COLOUR_DIFFERENCE:
        return f"{unit.name} {figures}"
    # As NIST's guide has it (SP 811, 9.2): what is above 1 takes the plural, so `0.5 inch` but `2.5 inches`.
    one = 0 < amount.high <= 1 and not amount.dimensions
    name = plural(unit.name) if has_plural(unit) and not one else unit.name
    return f"{figures} {name}".strip()


def _clock(minutes: Decimal) -> str:
    return f"{int(minutes) // 60}:{int(minutes) % 60:02}"
