"""Writes the list of all numbers as a page for the wall; what its reader may not see goes on none."""

from pathlib import Path

from kb.errors import UsageError
from kb.model.limit import Limits
from kb.render.pdf import page_count
from kb.render.wall import PAPERS, wall_pdf
from kb.session.hand_out import check_place, write_hand_out
from kb.session.leaks import refuse_leaks
from kb.session.session import Session
from kb.words.near import did_you_mean


def write_wall(session: Session, found: Limits, out: Path, paper: str = PAPERS[0]) -> int:
    """How many pages of that paper it has.

    Raises `UsageError` for a place in the content or a paper that is none of `PAPERS`, `LeakError`, `WriteError`.
    """
    if paper not in PAPERS:
        hint = did_you_mean(paper, PAPERS) or f"Choose {' or '.join(PAPERS)}."
        raise UsageError(f"There is no paper '{paper}' for the wall.", hint)
    check_place(session, out)
    data = wall_pdf(found, session.today, paper)
    composed = (found.banner, *(limit.now for limit in found.limits if limit.changed))
    refuse_leaks(session, data, "pdf", found.reader, said=composed)
    write_hand_out(session, out, data)
    return page_count(data)
