"""Writes the list of all numbers as a page for the wall; what its reader may not see goes on none."""

from pathlib import Path

from kb.model.limit import Limits
from kb.render.pdf import page_count
from kb.render.wall import wall_pdf
from kb.session.hand_out import check_place, write_hand_out
from kb.session.leaks import refuse_leaks
from kb.session.session import Session


def write_wall(session: Session, found: Limits, out: Path) -> int:
    """How many pages it has. Raises `UsageError` for a place in the content, `LeakError`, `WriteError`."""
    check_place(session, out)
    data = wall_pdf(found, session.today)
    composed = (found.banner, *(limit.now for limit in found.limits if limit.changed))
    refuse_leaks(session, data, "pdf", found.reader, said=composed)
    write_hand_out(session, out, data)
    return page_count(data)
