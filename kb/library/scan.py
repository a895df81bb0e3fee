"""Which files a content folder has, and what tells whether one has changed; opens none of them.

Links are not followed, so that nothing from outside the folder is ever read. It is on the way of every search: no
dataclass, no `pathlib` in the loop.
"""

import contextlib
import os
import stat
from array import array
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from zlib import adler32, crc32

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


FIGURES = 4
"""Of each file: size, times of writing and of change, inode."""

_MOST = 0x7FFF_FFFF_FFFF_FFFF
"""What an array of figures can hold: times up to the year 2262."""


class Scan(NamedTuple):
    """What one look at the folder saw; arrays and no nouns, as twenty thousand nouns take a while and much memory."""

    paths: list[str]
    """In the order in which the system lists them; the files of the frame come first."""

    figures: "array[int]"
    """Size, time of writing, time of change and inode of each, one after the other."""

    skipped: list[tuple[str, str]]
    """Path and sentence of what was seen but will not be read."""

    odd: dict[str, str]
    """The real names of files whose path had to be escaped."""

    signing: bool = False
    """Whether there is a folder of signatures, so that they take part."""

    @property
    def files(self) -> list[FileKey]:
        """Each file, by path."""
        return sorted(keys_of(self.paths, self.figures))

    @property
    def touched_ns(self) -> int:
        """When the last of them was written or replaced, in nanoseconds since 1970; 0 where there is none."""
        return max((*self.figures[1::FIGURES], *self.figures[2::FIGURES]), default=0)


def keys_of(paths: Iterable[str], figures: "array[int]") -> list[FileKey]:
    """Paths and their figures, one after the other, as nouns."""
    columns = (figures[place::FIGURES] for place in range(FIGURES))
    return list(map(FileKey, paths, *columns))


def scan(root: Path) -> Scan:
    """All files of the folder that kb reads. Raises `OSError` where the folder itself cannot be read."""
    seen = Scan([], array("q"), [], {})
    base = os.fspath(root)
    with os.scandir(base):
        pass  # an unreadable folder is no empty one
    for name in FRAME_FILES:
        _look_at_frame_file(base, name, seen)
    for folder, endings, depth in _FOLDERS:
        if os.path.islink(f"{base}/{folder[:-1]}"):  # noqa: PTH114 - on the way of every search
            seen.skipped.append((folder, "This is a link, which is not followed. Put the folder itself here."))
        else:
            _walk(base, folder, endings, seen, depth)
    seen.skipped.sort()
    return seen._replace(signing=os.path.isdir(f"{base}/{AGREED}"))  # noqa: PTH112 - on the way of every search


def slug_of_path(path: str) -> str:
    """The slug of a file: its name without the ending.

    >>> slug_of_path("articles/time/lead-time.md")
    'lead-time'
    """
    return PurePosixPath(path).stem


def fingerprint(seen: Scan) -> str:
    """One short text that changes when any file is changed, added or removed.

    Two checksums of two kinds, as `hashlib` would cost every search more than all the rest of this.
    """
    names = "\n".join((*seen.paths, *(path for path, _ in seen.skipped))).encode("utf-8", "surrogatepass")
    figures = seen.figures.tobytes()
    sign = "s" if seen.signing else "-"
    return f"{len(seen.paths)}{sign}{crc32(names):08x}-{crc32(figures):08x}-{adler32(figures):08x}"


def _look_at_frame_file(base: str, name: str, seen: Scan) -> None:
    try:
        status = os.lstat(f"{base}/{name}")
    except FileNotFoundError:
        return
    _keep(name, name, status, seen)


def _walk(base: str, folder: str, endings: tuple[str, ...], seen: Scan, depth: int) -> None:
    place = f"{base}/{folder}"
    try:
        handle = _open(place)
    except FileNotFoundError:
        return
    except OSError as error:
        seen.skipped.append((folder, f"This folder cannot be read ({error.strerror})."))
        return
    try:
        with os.scandir(place if handle is None else handle) as entries:
            inner = _look_through(entries, folder, endings, seen)
    finally:
        if handle is not None:
            os.close(handle)
    for name in inner:
        _enter(base, f"{folder}{name}/", endings, seen, depth)


def _open(place: str) -> int | None:
    """A handle of a folder, below which a name is looked up faster than a path; None where the system has none.

    Raises `OSError` where the folder cannot be read.
    """
    if os.scandir in os.supports_fd:
        return os.open(place, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    os.scandir(place).close()
    return None


def _look_through(entries: Iterable[os.DirEntry[str]], folder: str, endings: tuple[str, ...], seen: Scan) -> list[str]:
    """Keeps the files of one folder; returns the names of the folders in it."""
    keep, keep_figure = seen.paths.append, seen.figures.append
    inner: list[str] = []
    for entry in entries:
        name = entry.name
        if name[0] in ".~#":
            continue
        if not (name.endswith(endings) and entry.is_file(follow_symlinks=False) and name.isprintable()):
            if name[-1] != "~":
                _look_closely(entry, folder, endings, seen, inner)
            continue
        # Nearly all there is: no call of our own, as that would take as long again.
        try:
            status = entry.stat(follow_symlinks=False)
            keep_figure(status.st_size)
            keep_figure(status.st_mtime_ns)
            keep_figure(status.st_ctime_ns)
            keep_figure(status.st_ino & _MOST)
        except OSError:
            continue  # gone since the folder was listed
        except OverflowError:
            del seen.figures[FIGURES * len(seen.paths) :]
            _keep(folder + name, folder + name, status, seen)
            continue
        keep(folder + name)
    return inner


def _look_closely(entry: os.DirEntry[str], folder: str, endings: tuple[str, ...], seen: Scan, inner: list[str]) -> None:
    """A folder, a link, a file that is not read or has an odd name."""
    path = folder + entry.name
    if entry.is_dir(follow_symlinks=False):
        inner.append(entry.name)
    elif entry.name.lower().endswith(endings):
        with contextlib.suppress(OSError):  # gone since the folder was listed
            _keep(_shown(path), path, entry.stat(follow_symlinks=False), seen)
    elif entry.is_symlink() and entry.is_dir():
        seen.skipped.append((_shown(path), "This is a link, which is not followed."))
    elif folder.startswith(ARTICLES):
        from kb.library.lost_texts import why_not_read  # noqa: PLC0415 - a plain search meets none

        if why := why_not_read(_shown(entry.name)):
            seen.skipped.append((_shown(path), why))


def _enter(base: str, folder: str, endings: tuple[str, ...], seen: Scan, depth: int) -> None:
    if folder.lower().endswith(endings[0] + "/"):
        seen.skipped.append((_shown(folder), "This is a folder whose name ends as a file's; rename it."))
    elif depth > 1:
        _walk(base, folder, endings, seen, depth - 1)


def _keep(path: str, real: str, status: os.stat_result, seen: Scan) -> None:
    if stat.S_ISLNK(status.st_mode):
        seen.skipped.append((path, "This is a link, which is not followed. Copy the file itself here."))
    elif not stat.S_ISREG(status.st_mode):
        seen.skipped.append((path, "This is no regular file and is not read."))
    else:
        if path != real:
            seen.odd[path] = real
        seen.paths.append(path)
        figures = (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino & _MOST)
        # A time beyond what can be held is the last that can: such a file is read at every look.
        seen.figures.extend(min(max(figure, -_MOST), _MOST) for figure in figures)


def _shown(path: str) -> str:
    r"""The path with what cannot be shown or stored escaped: `a\nb.md` for a name with a line break in it."""
    if path.isprintable():
        return path
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in path)
