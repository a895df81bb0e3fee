"""Which files a content folder has, and what tells whether one has changed; opens none of them.

Links are not followed, so that nothing from outside the folder is ever read. It is on the way of every search: no
dataclass, no `pathlib` in the loop.
"""

import os
import stat
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

FRAME_FILES = ("kb.yaml", "people.yaml", "process.yaml", "glossary.yaml")
ARTICLES = "articles/"
INSIDE = "inside/"
NOTICES = "notices/"
AGREED = "agreed/"
"""Its being there is what makes signatures count, even with nothing in it."""

_FOLDERS: tuple[tuple[str, tuple[str, ...], int], ...] = (
    (ARTICLES, (".md", ".yaml", ".yml"), 32),
    (INSIDE, (".md",), 1),
    (NOTICES, (".md",), 1),
    (AGREED, (".yaml",), 2),
)
"""Each with the endings of what is read there, and how many folders deep; nobody files answers deeper than 32."""


class FileKey(NamedTuple):
    """What changes when a file does."""

    path: str
    """Relative to the content folder, with `/`; what could not be shown is escaped (`Scan.odd` has the real name)."""

    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int

    @property
    def touched_ns(self) -> int:
        """When it was last written or replaced, in nanoseconds since 1970."""
        return max(self.mtime_ns, self.ctime_ns)


class Scan(NamedTuple):
    """What one look at the folder saw."""

    files: list[FileKey]
    """By path."""

    skipped: list[tuple[str, str]]
    """Path and sentence of what was seen but will not be read."""

    odd: dict[str, str]
    """The real names of files whose path had to be escaped."""

    signing: bool = False
    """Whether there is a folder of signatures, so that they take part."""


def scan(root: Path) -> Scan:
    """All files of the folder that kb reads. Raises `OSError` where the folder itself cannot be read."""
    seen = Scan([], [], {})
    base = os.fspath(root)
    with os.scandir(base):
        pass  # an unreadable folder is no empty one
    for name in FRAME_FILES:
        _look_at_frame_file(base, name, seen)
    for folder, endings, depth in _FOLDERS:
        _walk(base, folder, endings, seen, depth)
    seen.files.sort()
    seen.skipped.sort()
    return seen._replace(signing=os.path.isdir(f"{base}/{AGREED}"))  # noqa: PTH112 - on the way of every search


def fingerprint(seen: Scan) -> str:
    """One short text that changes when any file is changed, added or removed.

    A sum of sizes and times beside the CRC-32, as `hashlib` would cost every search more than all the rest of the look.
    """
    files = seen.files
    times = sum(key[2] + key[3] for key in files)
    size = sum(key[1] for key in files)
    sign = "s" if seen.signing else "-"
    return f"{len(files)}{sign}{size:x}-{times:x}-{crc32(repr(files).encode('utf-8', 'surrogatepass')):08x}"


def _look_at_frame_file(base: str, name: str, seen: Scan) -> None:
    try:
        status = os.lstat(f"{base}/{name}")
    except FileNotFoundError:
        return
    _keep(name, name, status, seen)


def _walk(base: str, folder: str, endings: tuple[str, ...], seen: Scan, depth: int) -> None:
    try:
        entries = os.scandir(base + "/" + folder)
    except FileNotFoundError:
        return
    except OSError as error:
        seen.skipped.append((folder, f"This folder cannot be read ({error.strerror})."))
        return
    with entries:
        for entry in entries:
            name = entry.name
            if name[0] in ".~#" or name[-1] == "~":
                continue
            if entry.is_dir(follow_symlinks=False):
                _enter(base, folder + name + "/", endings, seen, depth)
            elif name.lower().endswith(endings):
                _look_at(entry, folder + name, seen)
            elif entry.is_symlink() and entry.is_dir():
                seen.skipped.append((_shown(folder + name), "This is a link, which is not followed."))


def _enter(base: str, folder: str, endings: tuple[str, ...], seen: Scan, depth: int) -> None:
    if folder.lower().endswith(endings[0] + "/"):
        seen.skipped.append((_shown(folder), "This is a folder whose name ends as a file's; rename it."))
    elif depth > 1:
        _walk(base, folder, endings, seen, depth - 1)


def _look_at(entry: os.DirEntry[str], path: str, seen: Scan) -> None:
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError:
        return  # gone since the folder was listed
    _keep(_shown(path), path, status, seen)


def _keep(path: str, real: str, status: os.stat_result, seen: Scan) -> None:
    if stat.S_ISLNK(status.st_mode):
        seen.skipped.append((path, "This is a link, which is not followed. Copy the file itself here."))
    elif not stat.S_ISREG(status.st_mode):
        seen.skipped.append((path, "This is no regular file and is not read."))
    else:
        if path != real:
            seen.odd[path] = real
        seen.files.append(FileKey(path, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino))


def _shown(path: str) -> str:
    r"""The path with what cannot be shown or stored escaped: `a\nb.md` for a name with a line break in it."""
    if path.isprintable():
        return path
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in path)
