"""The next day on which a desk shows the plant, from its `visit:` in people.yaml; books nothing."""

from collections.abc import Iterable
from datetime import date, timedelta

from kb.desk.calendar import Calendar
from kb.model.book import Visit
from kb.model.people import Desk
from kb.text import fold
from kb.words.dateforms import WEEKDAYS
from kb.words.tokens import words

_LOOK_AHEAD = 60
"""Days. A plant that shows itself on a weekday does so within them, but for a very long shutdown."""


def next_visit(desks: Iterable[Desk], day: date, calendar: Calendar) -> Visit | None:
    """The next visit after the day; None where no desk names a weekday.

    Of several on that day, it is that of a desk that knows about visits, else of the first.
    """
    found = [visit for desk in desks if (visit := _of_desk(desk, day, calendar))]
    return min(found, key=lambda visit: (visit.day, "visit" not in fold(visit.desk.knows)), default=None)


def _of_desk(desk: Desk, day: date, calendar: Calendar) -> Visit | None:
    named = {WEEKDAYS[word] for word in words(desk.visit) if word in WEEKDAYS}
    for ahead in range(1, _LOOK_AHEAD):
        on = day + timedelta(days=ahead)
        if on.weekday() in named and calendar.is_working(on):
            return Visit(day=on, when=desk.visit, desk=desk)
    return None
