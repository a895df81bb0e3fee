"""Opens a session: the only place that asks the clock, chance and the environment, and that looks for the folder."""

import os
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple
from zlib import adler32, crc32

from kb.errors import NoContentError, UsageError
from kb.files import private_folder, typed_path
from kb.session.session import Session
from kb.settings import CONTENT_ROOT_MARK


class Surroundings(NamedTuple):
    """What a command needs to know of the world it runs in."""

    environ: Mapping[str, str]
    here: Path
    now: datetime
    """With its time zone."""

    today: date
    """The day that answers are for; `--today` or KB_TODAY may set it."""

    chance: Callable[[int], str]
    """So many random letters and digits, fit for a file name."""


def surroundings(today: str | None = None) -> Surroundings:
    """The world as it is. Raises `UsageError` where the day cannot be read."""
    environ = os.environ  # noqa: TID251 - this is the place
    now = datetime.now().astimezone()  # noqa: TID251 - this is the place
    return Surroundings(environ, Path.cwd(), now, _day(today or environ.get("KB_TODAY"), now), _letters)


def open_session(content: str | None = None, today: str | None = None, *, even_absent: bool = False) -> Session:
    """A session on the content folder given, set by KB_CONTENT, or found from here upwards.

    Raises `NoContentError` where there is none; the sample that is shipped is never used by itself. A folder that was
    used before may be out of reach just now: with `even_absent` there is a session on what is remembered of it.
    """
    world = surroundings(today)
    given = content or world.environ.get("KB_CONTENT")
    try:
        root = _content_folder(given, world.here)
    except NoContentError:
        root = world.here / typed_path(given or "")
        if not (even_absent and given and _state_place(world.environ, root).is_dir()):
            raise
        return Session(root, _state_folder(world.environ, root), world, is_reachable=False)
    return Session(root, _state_folder(world.environ, root), world)


def _content_folder(given: str | None, here: Path) -> Path:
    if given:
        return _given_folder(typed_path(given), here)
    for folder in (here, *here.parents):
        for candidate in (folder, folder / "content"):
            if (candidate / CONTENT_ROOT_MARK).is_file():
                return candidate
    raise NoContentError(
        f"There is no knowledge base here: no {CONTENT_ROOT_MARK} in {here}, its content folder, or above.",
        "Name it with --content DIR or KB_CONTENT, or start one: kb init DIR (with the sample: kb init DIR --sample).",
    )


def _given_folder(folder: Path, here: Path) -> Path:
    root = here / folder
    try:
        if (root / CONTENT_ROOT_MARK).is_file():
            return root
    except OSError as error:
        raise NoContentError(
            f"The folder {folder} cannot be read ({error.strerror}).", "Is the drive there?"
        ) from error
    if not root.is_dir():
        raise NoContentError(f"There is no folder {folder}.", "Check the path, or start one: kb init DIR.")
    raise NoContentError(
        f"{folder} is no knowledge base: it has no {CONTENT_ROOT_MARK}.",
        f"Put an empty {CONTENT_ROOT_MARK} there if the articles are yours, or start one: kb init DIR.",
    )


def _state_folder(environ: Mapping[str, str], root: Path) -> Path:
    """The private folder for the caches of one content folder."""
    place = _state_place(environ, root)
    private_folder(place.parent)
    return private_folder(place)


def _state_place(environ: Mapping[str, str], root: Path) -> Path:
    """Where that folder is, or would be."""
    real = os.path.realpath(root)
    place = os.fsencode(real)
    name = f"{os.path.basename(real) or 'root'}-{crc32(place):08x}{adler32(place):08x}"  # noqa: PTH119
    return _states(environ) / name


def _states(environ: Mapping[str, str]) -> Path:
    given = environ.get("KB_STATE")
    if given:
        return typed_path(given).absolute()
    from platformdirs import user_state_path  # noqa: PLC0415 - a third of typer's time, and only here

    try:
        return user_state_path("kb", appauthor=False).absolute()
    except (KeyError, RuntimeError):  # no HOME, and a user whom the system does not know
        import tempfile  # noqa: PLC0415 - hardly ever

        return Path(tempfile.mkdtemp(prefix="kb-state-"))


def _day(written: str | None, now: datetime) -> date:
    if not written:
        return now.date()
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise UsageError(f"'{written}' is no date.", "Write it as 2026-12-01.") from error


def _letters(count: int) -> str:
    signs = "abcdefghijkmnpqrstuvwxyz23456789"
    return "".join(signs[byte % len(signs)] for byte in os.urandom(count))  # `secrets` would cost every search 5 ms
