"""What the best answer's times come to today: worked out once a day for all answers, then read from a small file.

The file is a cache like the index: whatever is wrong with it, it is made anew.
"""

import json
from datetime import date
from typing import Any

from kb.files import write_atomic
from kb.model.results import NowRow, Today
from kb.session.session import Session

CACHE_NAME = "today.json"


def today_for(session: Session, generation: str, slug: str) -> Today | None:
    """What there is to say about an article today; None where it has no time in it and nothing is different.

    `generation` is that of the index: with another one the numbers may be others.
    """
    mark = [session.today.isoformat(), generation]
    cached = _cached(session)
    if cached.get("mark") != mark:
        cached = {"mark": mark, **_worked_out(session, session.today)}
        write_atomic(session.state / CACHE_NAME, json.dumps(cached, ensure_ascii=False).encode())
    row = cached["answers"].get(slug)
    if row is None:
        return Today(banner=cached["banner"], sentence="") if cached["banner"] else None
    return Today._make([*row[:-1], tuple(NowRow._make(each) for each in row[-1])])


def _cached(session: Session) -> dict[str, Any]:
    try:
        with open(f"{session.state}/{CACHE_NAME}", "rb") as file:  # noqa: PTH123 - on the way of every search
            found = json.loads(file.read())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _worked_out(session: Session, day: date) -> dict[str, Any]:
    from kb.desk.publish import sales_edition  # noqa: PLC0415 - once a day
    from kb.desk.table import today_of  # noqa: PLC0415

    edition = sales_edition(session.told.articles, session.told.standings(day))
    banner, answers = today_of(edition, day, session.library.notices)
    return {"banner": banner, "answers": answers}
