"""Makes what is handed out: chooses the answers, has them printed for their reader, and writes the file whole.

What a reader may see is settled in `kb.desk.publish`, how it looks in `kb.render`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kb.desk.on_paper import on_paper
from kb.desk.publish import customer_edition, sales_edition
from kb.desk.publish_frame import processes_for_customers, processes_for_sales
from kb.errors import UnreadableError, UsageError
from kb.files import read_through_links, real_path, write_atomic
from kb.library.scan import FRAME_FILES
from kb.model.article import CUSTOMER, SALES
from kb.model.published import CustomerArticle, SalesArticle
from kb.session.book_formats import WRITERS, sheet_mark, write_book
from kb.session.books import BOOKS, Booked, with_answers
from kb.session.leaks import refuse_leaks
from kb.session.selection import Selected, sayable, select, slugs_of_desks, without_unsayable
from kb.session.session import Session

if TYPE_CHECKING:
    from kb.render.logo import Logo
    from kb.render.sheet_data import Sheet

MANY = 24
"""More cards than this nobody leafs through in front of a customer."""

PAPERS = ("a4", "letter", "phone")

_OWN_FOLDERS = ("articles", "inside", "notices", "agreed", "questions", "notes", "searches")


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be handed out, and to whom."""

    reader: str = SALES
    format: str = "pdf"
    """A key of FORMATS."""

    paper: str = "a4"
    """One of PAPERS."""

    slugs: tuple[str, ...] = ()
    """The answers, in order; each a slug or a unique part of it or of its title."""

    tags: tuple[str, ...] = ()
    desks: tuple[str, ...] = ()
    """All answers of these desks, by key or name."""

    title: str = ""
    logo: Path | None = None
    """For the head of a sheet."""


class HandOut(NamedTuple):
    """A finished hand-out."""

    data: bytes
    slugs: tuple[str, ...]
    """The answers that it holds, in order."""

    pages: int | None
    """None where the format has none."""

    notes: tuple[str, ...]
    """What whoever ordered it should know."""


def hand_out(session: Session, order: Order) -> HandOut:
    """The hand-out; nothing is written yet.

    Raises `UsageError`, `CannotPrintError` that names the article, and `LeakError` where its reader may not see it all.
    """
    if order.logo and order.format != "pdf":
        raise UsageError("Only a sheet (pdf) has a logo.", "Leave --logo out.")
    if order.desks:
        library = session.library
        owned = slugs_of_desks(library.frame.desks, session.told.articles, order.reader, order.desks)
        order = replace(order, slugs=(*order.slugs, *owned), desks=())
    booked = BOOKS[order.reader](session, order.slugs, order.tags, order.title)
    made = FORMATS[order.format](session, order, booked)
    refuse_leaks(session, made.data, order.format, order.reader, said=booked.composed, title=order.title)
    return made


def options_of(order: Order, slugs: Sequence[str]) -> tuple[str, ...]:
    """The options of `kb export` that make the same hand-out again; those that say what is so anyway are left out.

    `slugs` are those that were meant, whole, where answers were named.
    """
    named = slugs if order.slugs and not order.tags else order.slugs
    written = [f"--for={order.reader}"] * (order.reader != SALES)
    written += [f"--paper={order.paper}"] * (order.format == "pdf" and order.paper != PAPERS[0])
    written += [f"--slug={slug}" for slug in named] + [f"--tag={tag}" for tag in order.tags]
    return (*written, *([f"--title={order.title}"] * bool(order.title)))


def format_of(out: str, written: str = "") -> str:
    """The format that was asked for, else the one that the file's name ends in. Raises `UsageError` for any other."""
    known = ", ".join(FORMATS)
    suffix = Path(out).suffix.removeprefix(".").lower()
    asked = written.lower() or ("pdf" if out == "-" else suffix)
    if asked in FORMATS:
        return asked
    if not asked:
        raise UsageError(f"'{out}' tells no format. What works: {known}.", f"Call it {out}.pdf, or add --format pdf.")
    raise UsageError(f"kb can't export '{asked}'. What works: {known}.", "Call it sheet.pdf, say.")


def check_place(session: Session, out: Path) -> None:
    """Raises `UsageError` where a hand-out would replace what belongs to the content folder, or no plain file."""
    place, root = _real(out), session.root.resolve()
    if place.exists() and not place.is_file():
        raise UsageError(f"{out} is no plain file.", "Name a file to write, such as sheet.pdf.")
    if place.is_relative_to(root):
        first, *others = place.relative_to(root).parts
        if (others and first in _OWN_FOLDERS) or (not others and first in FRAME_FILES):
            raise UsageError(f"{out} belongs to the content folder.", "Write the hand-out somewhere else.")


def write_hand_out(session: Session, out: Path, data: bytes) -> None:
    """Writes the file in one step. Raises `WriteError`, and `UsageError` as `check_place` does."""
    check_place(session, out)
    write_atomic(out, data)


def _real(out: Path) -> Path:
    try:
        return real_path(out)
    except OSError as error:
        raise UsageError(f"{out} is a link that leads nowhere.", "Name a file to write, such as sheet.pdf.") from error


class _Made(NamedTuple):
    """A sheet's data with the answers on it."""

    sheet: "Sheet"
    selected: Selected[CustomerArticle] | Selected[SalesArticle]


def _for_sales(session: Session, order: Order) -> _Made:
    from kb.render.sheet import sales_sheet  # noqa: PLC0415 - a mistaken call is told at once

    library = session.library
    edition = sales_edition(session.told.articles, session.told.standings(session.today))
    selected = select(library, edition, SALES, order.slugs, order.tags)
    sheet = sales_sheet(
        selected.articles,
        company=library.frame.company.name,
        day=session.today,
        desks=library.frame.desks,
        processes=processes_for_sales(library.frame.process, sayable(edition)),
        title=order.title,
        today=on_paper(edition, selected.articles, session.today, library.notices),
    )
    return _Made(sheet, selected)


def _for_customers(session: Session, order: Order) -> _Made:
    from kb.render.sheet import customer_sheet  # noqa: PLC0415 - a mistaken call is told at once

    library = session.library
    edition = customer_edition(session.told.articles, session.told.standings(session.today))
    selected = without_unsayable(select(library, edition, CUSTOMER, order.slugs, order.tags))
    sheet = customer_sheet(
        selected.articles,
        company=library.frame.company.name,
        day=session.today,
        processes=processes_for_customers(library.frame.process, sayable(edition)),
        title=order.title,
        today=on_paper(edition, selected.articles, session.today, library.notices, CUSTOMER),
    )
    return _Made(sheet, selected)


def _book(_session: Session, order: Order, booked: Booked) -> HandOut:
    """All formats but the sheet."""
    everything = not (order.slugs or order.tags)
    data = write_book(booked, order.format, options_of(order, booked.slugs), everything=everything)
    return HandOut(data, booked.slugs, None, booked.notes)


def _pdf(session: Session, order: Order, booked: Booked) -> HandOut:
    from kb.render.pdf import PAPERS as KNOWN  # noqa: PLC0415 - Typst is large, and here alone it is needed
    from kb.render.pdf import page_count, sheet_pdf  # noqa: PLC0415 - as above

    made = READERS[order.reader](session, order)
    paper = next(paper for paper in KNOWN if paper == order.paper)
    slugs = tuple(article.slug for article in made.selected.articles)
    made.sheet["keywords"] = [sheet_mark(with_answers(booked, slugs), options_of(order, slugs))]
    logo = _logo(order.logo) if order.logo else None
    data = sheet_pdf(made.sheet, paper=paper, day=session.today, logo=logo)
    return HandOut(data, slugs, page_count(data), (*made.selected.notes, *_many(slugs)))


def _logo(path: Path) -> "Logo":
    from kb.render.logo import MOST_BYTES, logo_of  # noqa: PLC0415 - few sheets have one
    from kb.render.pdf import check_logo  # noqa: PLC0415 - as above

    try:
        data = read_through_links(path, MOST_BYTES)
    except UnreadableError as error:
        raise UnreadableError(f"The logo {path} {error.sentence}.", "Name a PNG, JPG or SVG.") from error
    logo = logo_of(data)
    check_logo(logo)
    return logo


def _many(slugs: Sequence[str]) -> tuple[str, ...]:
    if len(slugs) <= MANY:
        return ()
    return (f"{len(slugs)} answers are many for a sheet. Choose some: --tag TAG, --slug SLUG, or `sheet:` in kb.yaml.",)


READERS: dict[str, Callable[[Session, Order], _Made]] = {SALES: _for_sales, CUSTOMER: _for_customers}
FORMATS: dict[str, Callable[[Session, Order, Booked], HandOut]] = {"pdf": _pdf, **dict.fromkeys(WRITERS, _book)}
"""What can be exported, by the suffix of the file."""
