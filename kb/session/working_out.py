"""Works out what an answer's times come to on a day, from the index alone: a large library is not read for it."""

import json
from collections.abc import Iterable
from datetime import date

from kb.desk.notices import numbers_in_force
from kb.desk.table import MOST_ROWS, may_stand_beside, today_of
from kb.desk.today import counts_on_day
from kb.model import number as kinds
from kb.model.agreement import Standing
from kb.model.number import Number
from kb.model.results import Today
from kb.model.states import UNSIGNED, state_on
from kb.search.index import Searcher
from kb.search.schema import MARK, PATH
from kb.session.lines import RULING, Lines, beside, notices_in, numbers_in, rules, taking
from kb.text import fold

_FEW = 1_000
"""So many answers are worked out at once, as what is imported for it costs as much."""


def work_out(searcher: Searcher, path: str, slug: str, day: date) -> dict[str, Today | None]:
    """What there is to say by slug: for this answer, and where there are few, for all."""
    notices = notices_in(searcher.manifest.stamp.get("notices", ""))
    if searcher.count <= _FEW:
        lines = [_lines(searcher, document, day) for document in searcher.live()]
    else:
        lines = _needed(searcher, path, day, numbers_in_force(notices, day))
    lines.sort(key=lambda each: each.path)
    told, found = today_of(lines, day, notices)
    nothing = Today(banner=told, sentence="") if told else None
    wanted = [each.slug for each in lines] if searcher.count <= _FEW else [slug]
    return {each: found.get(each, nothing) for each in (*wanted, slug)}


def _needed(searcher: Searcher, path: str, day: date, news: Iterable[Number]) -> list[Lines]:
    """The answer itself, those that rule over others, and as many of the same name as its table has room for.

    Of a name on which time comes on top, one answer is enough to tell that there is such a time.
    """
    own = [_lines(searcher, document, day) for document in searcher.documents_with(PATH, path)]
    ruling = [_lines(searcher, document, day) for document in searcher.documents_with(MARK, RULING)]
    named = {fold(number.name) for each in ruling for number in each.numbers if rules(number)}
    named |= {fold(number.name) for number in news}
    witnesses = [min(found) for name in named if (found := searcher.documents_with(MARK, taking(name)))]
    first = next((number for each in own for number in each.numbers if _tells(number, day)), None)
    others = _others(searcher, path, first, day) if first else []
    return list(
        {
            each.path: each for each in (*own, *ruling, *others, *(_lines(searcher, one, day) for one in witnesses))
        }.values()
    )


def _others(searcher: Searcher, path: str, first: Number, day: date) -> list[Lines]:
    found: list[Lines] = []
    room = MOST_ROWS
    for document in sorted(searcher.documents_with(MARK, beside(first.name))):
        lines = _lines(searcher, document, day)
        if room <= 0:
            break
        if lines.path != path and (lines.standing is None or lines.standing.may_be_said):
            found.append(lines)
            room -= sum(
                _tells(number, day) and may_stand_beside(number) and fold(number.name) == fold(first.name)
                for number in lines.numbers
            )
    return found


def _tells(number: Number, day: date) -> bool:
    """Whether a line says how long something takes on that day."""
    return number.kind == kinds.TAKE and number.amount is not None and counts_on_day(number, day)


def _lines(searcher: Searcher, document: int, day: date) -> Lines:
    path, card, numbers = searcher.numbers(document)
    shown = json.loads(card)
    return Lines(path, shown["slug"], numbers_in(numbers), _standing(shown["agreed"], day))


def _standing(agreed: list[str | None] | None, day: date) -> Standing | None:
    """How an answer stands, from what its card has of its signatures."""
    if agreed is None:
        return None
    basis, on, until = agreed
    last = date.fromisoformat(until) if until else None
    return Standing(state_on(basis or UNSIGNED, last, day), date.fromisoformat(on) if on else None, last)
