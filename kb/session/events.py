"""Writes one event as one new file of the content folder, so that nothing is overwritten and two clones merge."""

from pathlib import Path

from kb.errors import WriteError
from kb.files import create_exclusive, sweep_temporaries
from kb.session.session import Session

_LETTERS = 8
_TRIES = 20


def keep_event(session: Session, folder: str, text: str, *, about: str = "", ending: str = ".md") -> Path:
    """The new file in a folder (by its path in the content folder), named after today, `about` and by chance.

    Once this returns, the whole text is on the disk. Raises `WriteError`, and then nothing was written.
    """
    place = session.root / folder
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteError(f"{place} cannot be made: {error.strerror}.", "Nothing was written.") from error
    sweep_temporaries(place, session.now.timestamp())
    data = text.encode("utf-8", "replace")
    start = "-".join(filter(None, (session.today.isoformat(), about)))
    for _try in range(_TRIES):
        file = place / f"{start}-{session.world.chance(_LETTERS)}{ending}"
        if create_exclusive(file, data):
            return file
    raise WriteError(f"No name is free in {place}.", "Try again in a moment.")
