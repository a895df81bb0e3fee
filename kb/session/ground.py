"""Builds what promises are checked against from the content folder; keeps and checks nothing."""

from kb.desk.notices import notices_in_force
from kb.desk.promises import Ground, ground_of
from kb.desk.publish import sales_edition
from kb.model.states import ASK_FIRST
from kb.session.session import Session


def built(session: Session) -> tuple[Ground, dict[str, tuple[str, str]]]:
    """The ground as it is on the session's day, and name and extension of each desk by its key."""
    day, told, library = session.today, session.told, session.library
    notices = [(number, notice.key) for notice in notices_in_force(library.notices, day) for number in notice.numbers]
    unquotable = frozenset(slug for slug, one in told.agreed.items() if one.state(day) in ASK_FIRST)
    ground = ground_of(sales_edition(told.articles), library.frame, notices, unquotable)
    return ground, {desk.key: (desk.name, desk.extension) for desk in library.frame.desks}
