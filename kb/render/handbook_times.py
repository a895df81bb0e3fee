"""The handbook's tables of times, as they are on its day: one of each name, and an answer's own; computes nothing."""

from collections.abc import Iterable
from datetime import date
from typing import TypedDict

from kb.model.book import Book
from kb.model.results import NowRow, Today
from kb.render.handbook_prose import shown
from kb.words.spoken import day_words


class Row(TypedDict):
    """One time."""

    slug: str
    for_what: str
    terms: str
    normally: str
    now: str
    by: str


class Table(TypedDict):
    """The times that share a name, as they are on the day."""

    place: str
    """`t1`; empty where nothing leads to it."""

    name: str
    unit: str
    terms: str
    by: str
    """`approved 24 November, by`; empty where no day can be told."""

    changed: bool
    """Whether any is not as usual."""

    slugs: list[str]
    """The answers whose first time is in it."""

    rows: list[Row]


def times_of(book: Book) -> list[Table]:
    """One table of each name, its rows in the order of the answers."""
    named: dict[str, list[tuple[str, Today]]] = {}
    for article in book.articles:
        today = book.today.get(article.slug)
        if today is not None and today.rows:
            named.setdefault(today.name.casefold(), []).append((article.slug, today))
    return [_table(f"t{number}", told, book.day) for number, told in enumerate(named.values(), 1)]


def own_table(slug: str, today: Today, day: date) -> Table | None:
    """An answer's own times; None where it has but one."""
    table = _table("", [(slug, today)], day)
    return table if len(table["rows"]) > 1 else None


def _table(place: str, told: list[tuple[str, Today]], day: date) -> Table:
    rows = [(row, today) for slug, today in told for row in today.rows if row.slug == slug]
    units, starts = {today.unit for _, today in told}, {today.start for _, today in told}
    unit = told[0][1].unit if len(units) == 1 else ""
    on = day_words(day, year=False)
    start = f"approved {on}" if starts == {"approved today"} else f"counted from {on}"
    name = told[0][1].name
    return Table(
        place=place,
        name=shown(name[:1].upper() + name[1:]),
        unit=shown(unit),
        terms=shown(_shared(today.terms for _, today in told)),
        by=f"{start}, by" if any(row.by for row, _ in rows) else "",
        changed=any(row.now != row.normally for row, _ in rows),
        slugs=[slug for slug, _ in told],
        rows=[_row(row, "" if unit else today.unit) for row, today in rows],
    )


def _row(row: NowRow, unit: str) -> Row:
    """`unit` where the table's lines differ in it."""
    return Row(
        slug=row.slug,
        for_what=shown(row.for_what),
        terms=shown(row.terms),
        normally=shown(f"{row.normally} {unit}".strip()),
        now=shown(f"{row.now} {unit}".strip()),
        by=shown(row.by),
    )


def _shared(texts: Iterable[str]) -> str:
    """The text that all are; empty where they differ."""
    found = set(texts)
    return found.pop() if len(found) == 1 else ""
