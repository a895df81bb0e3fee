"""Writes one event as one new file of the content folder, so that nothing is overwritten and two clones merge."""

from pathlib import Path

from kb.errors import WriteError
from kb.files import create_exclusive, sweep_temporaries
from kb.session.session import Session

_LETTERS = 6
_TRIES = 20
_LOGIN = ("USER", "USERNAME", "LOGNAME")


def keep_event(session: Session, folder: str, text: str, *, ending: str = ".md") -> Path:
    """The new file in a folder (by its path in the content folder), named after today and by chance.

    Once this returns, the whole text is on the disk. Raises `WriteError`, and then nothing was written.
    """
    place = session.root / folder
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteError(f"{place} cannot be made: {error.strerror}.", "Nothing was written.") from error
    sweep_temporaries(place, session.now.timestamp())
    data = text.encode("utf-8", "replace")
    for _try in range(_TRIES):
        file = place / f"{session.today.isoformat()}-{session.world.chance(_LETTERS)}{ending}"
        if create_exclusive(file, data):
            return file
    raise WriteError(f"No name is free in {place}.", "Try again in a moment.")


def person(session: Session, given: str = "") -> str:
    """Who speaks: as it was said, else whoever is logged in; empty where nothing tells."""
    return given.strip() or next(filter(None, (session.environ.get(name, "").strip() for name in _LOGIN)), "")
