"""How many days a signature holds, read from words such as `180 days`; reads no other amounts."""

from decimal import Decimal

from kb.model.number import Amount
from kb.words.amounts import amount_at
from kb.words.pieces import pieces
from kb.words.units import BARE_FAMILY, CALENDAR_TIME

_DAYS_OF = {
    "month": Decimal(30),
    "year": Decimal(365),
    "working day": Decimal(7) / 5,
    "working week": Decimal(7),
}
"""A review date needs no exact calendar; a bare figure and calendar days count as they are."""

_LONGEST = 36_500
"""A hundred years: further on the calendar of computers ends."""


def days_of(text: str) -> int | None:
    """The length of time in whole days, rounded down; None where the text says none, or none of 1 to 36,500 days.

    >>> days_of("180 days"), days_of("6 months"), days_of("10 years"), days_of("now and then")
    (180, 180, 3650, None)
    """
    parts = pieces(text)
    read = amount_at(parts, 0, whole=True) if parts else None
    if read is None or read[1] != len(parts):
        return None
    days = _days(read[0])
    return days if days and days <= _LONGEST else None


def _days(amount: Amount) -> int:
    if amount.low != amount.high or amount.per or amount.dimensions:
        return 0
    if amount.unit.name in _DAYS_OF:
        return int(amount.low * _DAYS_OF[amount.unit.name])
    known = amount.unit.family in (CALENDAR_TIME, BARE_FAMILY)
    return int(amount.low * amount.unit.factor) if known else 0
