"""Writes the hand-outs that `kb.yaml` lists into one folder, with a page that leads to them; asks nobody.

What a line of the list means is the command line's matter: it comes as an order, or as the error that it is.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from kb.errors import KbError, UnreadableError, UsageError, WriteError
from kb.files import read_bytes, sweep_temporaries, write_atomic
from kb.session.hand_out import Order, check_place, hand_out
from kb.session.marks import LARGEST, mark_in
from kb.session.session import Session

INDEX_NAME = "index.html"
WRITTEN, UNCHANGED, FAILED = "written", "unchanged", "failed"


class Listed(NamedTuple):
    """One line of the list."""

    name: str
    order: Order | None
    error: KbError | None = None
    """Why it is no order."""


class Output(NamedTuple):
    """What became of one line."""

    name: str
    status: str
    """WRITTEN, UNCHANGED, or FAILED: then the file of before is still there, if there was one."""

    reason: str = ""
    """Why it failed."""

    notes: tuple[str, ...] = ()
    order: Order | None = None
    answers: int = 0
    day: date | None = None
    """The day whose numbers the file shows that lies there now; None where none does."""


def publish(session: Session, folder: Path, listed: Iterable[Listed]) -> tuple[Output, ...]:
    """Makes each output, writes those that have changed, and the page that leads to them. Raises `WriteError`."""
    _prepare(session, folder)
    outputs = tuple(_published(session, folder, each) for each in listed)
    _write_changed(folder / INDEX_NAME, _index(session, outputs))
    return outputs


def _prepare(session: Session, folder: Path) -> None:
    check_place(session, folder / INDEX_NAME)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteError(f"{folder} cannot be made ({error.strerror}).", "Name a folder.") from error
    sweep_temporaries(folder, session.now.timestamp())


def _published(session: Session, folder: Path, listed: Listed) -> Output:
    place = folder / listed.name
    try:
        order = _sound(listed)
        check_place(session, place)
        made = hand_out(session, order)
        status = WRITTEN if _write_changed(place, made.data) else UNCHANGED
    except KbError as error:
        reason = " ".join(filter(None, (error.sentence, error.way_out)))
        return Output(listed.name, FAILED, reason, order=listed.order, day=_day_of(place))
    return Output(listed.name, status, "", made.notes, order, len(made.slugs), session.today)


def _sound(listed: Listed) -> Order:
    if listed.error is not None:
        raise listed.error
    plain = listed.name not in ("", "-", ".", "..", INDEX_NAME) and not set("/\\:") & set(listed.name)
    if listed.order is None or not plain:
        raise UsageError(f"'{listed.name}' is no name for an output.", "Write a plain file name, such as sheet.pdf.")
    return listed.order


def _write_changed(place: Path, data: bytes) -> bool:
    """Whether the file had to be written: one that holds just that is left alone."""
    try:
        if read_bytes(place, LARGEST) == data:
            return False
    except UnreadableError:
        pass  # there is none, or no plain file: writing tells
    write_atomic(place, data)
    return True


def _day_of(place: Path) -> date | None:
    """The day of the file that is still there: from its mark, else when it was written."""
    try:
        mark = mark_in(read_bytes(place, LARGEST))
        return date.fromisoformat(mark["day"]) if mark else datetime.fromtimestamp(place.stat().st_mtime).date()  # noqa: DTZ006 - a day for people
    except (UnreadableError, OSError, ValueError):
        return None


def _index(session: Session, outputs: Sequence[Output]) -> bytes:
    from kb.render.published import Entry, index_page  # noqa: PLC0415 - once, at the end

    entries = [
        Entry(
            name=output.name,
            format=output.order.format if output.order else "",
            reader=output.order.reader if output.order else "",
            paper=output.order.paper if output.order and output.order.format == "pdf" else "",
            day=output.day,
            behind=output.status == FAILED,
        )
        for output in outputs
        if output.day
    ]
    return index_page(session.library.frame.company.name, entries)
