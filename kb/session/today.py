"""What the best answer's times come to today: worked out when it is first asked for, then read from a small file.

The file is a cache like the index, for one day and one state of the content: whatever is wrong with it, it is made
anew. It has a line for each answer that was worked out, of which a search reads only its own.
"""

import contextlib
import json
from pathlib import Path
from zlib import crc32

from kb.files import append_line, write_atomic
from kb.model.results import NowRow, Today
from kb.search.index import Searcher
from kb.session.session import Session

_BEGINNING = "today-"


def today_for(session: Session, searcher: Searcher, path: str, slug: str) -> Today | None:
    """What there is to say about an article today; None where it has no time in it and nothing is different."""
    stamp = searcher.manifest.stamp
    mark = [session.today.isoformat(), searcher.manifest.generation, stamp.get("identity"), stamp.get("revision")]
    head = json.dumps(mark).encode()
    file = session.state / f"{_BEGINNING}{crc32(head):08x}.txt"
    with contextlib.suppress(OSError, ValueError, TypeError, LookupError), open(file, "rb") as cached:  # noqa: PTH123
        return _today(_line_of(cached.read(), head, slug))
    return _worked_out(session, searcher, path, slug, (file, head))


def _line_of(data: bytes, head: bytes, slug: str) -> bytes:
    """The JSON of an answer. Raises `LookupError` where there is none, or the file is of another day."""
    if not data.startswith(head + b"\n"):
        raise LookupError
    _, found, rest = data.rpartition(b"\n" + _key(slug))  # the last one: it may have been worked out again
    if not found or b"\n" not in rest:
        raise LookupError
    return rest.partition(b"\n")[0]


def _key(slug: str) -> bytes:
    return slug.encode("utf-8", "surrogatepass") + b"\t"


def _today(line: bytes) -> Today | None:
    row = json.loads(line)
    return None if row is None else Today._make([*row[:-1], tuple(NowRow._make(each) for each in row[-1])])


def _worked_out(session: Session, searcher: Searcher, path: str, slug: str, place: tuple[Path, bytes]) -> Today | None:
    from kb.session.working_out import work_out  # noqa: PLC0415 - once a day

    found = work_out(searcher, path, slug, session.today)
    file, head = place
    lines = [_key(each) + json.dumps(today, ensure_ascii=False).encode() for each, today in found.items()]
    if file.exists() and len(lines) == 1 and _is_of(file, head):
        append_line(file, lines[0])
    else:
        _sweep(session.state, file)
        write_atomic(file, b"\n".join([head, *lines, b""]))
    return found[slug]


def _is_of(file: Path, head: bytes) -> bool:
    with file.open("rb") as cached:
        return cached.readline() == head + b"\n"


def _sweep(folder: Path, file: Path) -> None:
    """Removes the files of other days."""
    for other in folder.glob(f"{_BEGINNING}*.txt"):
        if other != file:
            other.unlink(missing_ok=True)
