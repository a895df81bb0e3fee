"""All numbers of a company as they are on a day, by name: the list for the wall. Lays nothing out."""

from collections.abc import Callable
from datetime import date

from kb.desk.promises.ground import Ground
from kb.desk.promises.lines import Line
from kb.desk.promises.sizes import allowed_of
from kb.desk.promises.writing import terms_of
from kb.desk.today import counts_on_day, now_of
from kb.model import number as kinds
from kb.model.article import may_read
from kb.model.number import Number
from kb.model.promise import Limit
from kb.words.spoken import amount_words


def limits(ground: Ground, day: date, reader: str) -> tuple[Limit, ...]:
    """Each number that a reader (`customer` or `sales`) may see and that counts on the day, by name."""
    read = [line for line in ground.lines if may_read(reader, line.audience) and counts_on_day(line.number, day)]
    keys = dict.fromkeys(line.key for line in read)
    adding = [line.number for line in (*ground.season_adds, *ground.notices) if not line.conditions]
    by_key: dict[str, list[Line]] = {key: [] for key in keys}
    for line in read:
        by_key[line.key].append(line)
    return tuple(_limit(line, ground, day, adding) for key in keys for line in by_key[key])


def _limit(line: Line, ground: Ground, day: date, adding: list[Number]) -> Limit:
    number = line.number
    now = now_of(number, day, adding, (), ground.calendar)
    return Limit(
        name=number.name,
        conditions=number.conditions,
        now=amount_words(now.amount) if now else _told(line),
        normally=number.amount_text,
        changed=bool(now and now.changed),
        by=now.by if now else None,
        terms=", ".join(f"{word} {text}" for word, text in terms_of(number) if text),
        article=line.article,
        desk=line.desk,
        text=number.text,
    )


def _told(line: Line) -> str:
    number = line.number
    tell: Callable[[Line], str] = _TELL.get(number.kind, lambda one: one.number.amount_text)
    return tell(line)


def _closed(line: Line) -> str:
    days = " and ".join(season.said for season in line.number.during)
    return f"closed {days}" if days else line.number.amount_text


_TELL: dict[str, Callable[[Line], str]] = {
    kinds.CLOSED: _closed,
    kinds.AT_LEAST: allowed_of,
    kinds.AT_MOST: allowed_of,
    kinds.GIVE: allowed_of,
    kinds.AHEAD: allowed_of,
    kinds.TOLERANCE: allowed_of,
}
