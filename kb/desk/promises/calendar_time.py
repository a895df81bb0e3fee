"""Weeks and months of a text on the calendar, where closed days may lie in between; knows no number line."""

from datetime import date, timedelta
from decimal import ROUND_FLOOR

from kb.desk.calendar import add_months
from kb.model.number import Amount
from kb.words.units import CALENDAR_MONTHS, CALENDAR_TIME


def passed_by(said: Amount, start: date) -> date | None:
    """The day on which so many days, weeks or months have passed; None for any other time, and past the last year."""
    count = int((said.high * said.unit.factor).to_integral(ROUND_FLOOR))
    if said.unit.family == CALENDAR_MONTHS:
        return add_months(start, count)
    if said.unit.family != CALENDAR_TIME or count > (date.max - start).days:
        return None
    return start + timedelta(days=count)
