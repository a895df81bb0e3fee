"""One look at the content folder, and what is said where it cannot be reached. Light: on the way of every search."""

import contextlib
import os
import time
from datetime import datetime
from typing import Any, NamedTuple

from kb.library.scan import Scan, fingerprint, scan
from kb.search.manifest import MANIFEST_NAME, Manifest
from kb.session.session import Session


class Look(NamedTuple):
    """What was seen, and when."""

    seen: Scan
    fingerprint: str
    at_ns: int
    """Before it began, in nanoseconds since 1970."""

    stamp: dict[str, Any] | None
    """Of the index that was in force by then."""


def look_at(session: Session, manifest: Manifest | None) -> Look | None:
    """A look at the folder; None where it is out of reach."""
    if not session.is_reachable:
        return None
    at = time.time_ns()
    try:
        seen = scan(session.root)
    except OSError:
        return None
    return Look(seen, fingerprint(seen), at, manifest.stamp if manifest else None)


def is_fresh(look: Look, manifest: Manifest) -> bool:
    """Whether no file has changed since the index was made; one just written is looked into, whatever its times say."""
    return bool(manifest.stamp.get("settled") and manifest.stamp["fingerprint"] == look.fingerprint)


def remember_look(session: Session) -> None:
    """Keeps the time: the index tells until now how the folder is."""
    with contextlib.suppress(OSError):  # the state may be read-only, and this is only for a note
        os.utime(f"{session.state}/{MANIFEST_NAME}")


def out_of_reach(session: Session) -> str:
    """The sentence for a folder that cannot be reached, with the last time that it was."""
    try:
        at = datetime.fromtimestamp(os.stat(f"{session.state}/{MANIFEST_NAME}").st_mtime, session.now.tzinfo)  # noqa: PTH116
    except OSError:
        return f"The folder {session.root} is not reachable."
    return f"The folder {session.root} is not reachable; this is as of {at:%a} {at.day} {at:%b}, {at:%H:%M}."
