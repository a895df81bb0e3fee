"""Reading and writing files so that nothing blocks, nothing is torn and nothing is lost.

Knows nothing of what is in them. POSIX and Windows; where a call is missing on Windows the guarantee that is left is
said at the function.
"""

import contextlib
import errno
import os
import stat
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from kb.errors import LockedError, UnreadableError, WriteError

_READ_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_TEMPORARY_PREFIX = ".kb-"
_TEMPORARY_SUFFIX = ".tmp"
_STALE_SECONDS = 3600.0


def read_bytes(path: Path, limit: int) -> bytes:
    """The bytes of a regular file of at most `limit` bytes.

    A link is not followed and a FIFO or device never blocks (Windows: links are followed).
    Raises `UnreadableError` with a sentence that does not name the path; the caller knows it better.
    """
    try:
        handle = os.open(path, _READ_FLAGS)
    except OSError as error:
        raise UnreadableError(f"cannot be opened ({error.strerror})") from error
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode):
        os.close(handle)
        raise UnreadableError("is no regular file")
    with os.fdopen(handle, "rb") as file:
        if status.st_size > limit:
            raise UnreadableError(f"has {status.st_size:,} bytes; at most {limit:,} are read", "Split it in two.")
        data = file.read(limit + 1)
    if len(data) > limit:
        raise UnreadableError(f"has over {limit:,} bytes", "Split it in two.")
    return data


def typed_path(name: str) -> Path:
    """The path that somebody typed; a `~` whose home nobody knows, as in Word's `~$offer.docx`, is part of the name."""
    return Path(os.path.expanduser(name))  # noqa: PTH111 - that of pathlib raises for such a one


def read_through_links(path: Path, limit: int) -> bytes:
    """As `read_bytes`, but a link is followed: for a file that somebody names, not for one of a content folder."""
    try:
        place = real_path(path)
    except OSError as error:
        raise UnreadableError(f"cannot be opened ({error.strerror})") from error
    return read_bytes(place, limit)


def real_path(path: Path) -> Path:
    """Where the path leads through links. Raises `OSError`; from Python 3.13 on, a link to itself stays as it is."""
    try:
        return path.resolve()
    except RuntimeError as error:  # what a link to itself is until Python 3.13
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP)) from error


def write_atomic(path: Path, data: bytes) -> None:
    """Replaces the file's content in one step, through a link if it is one; mode and group stay as they were.

    After a crash there is the old content or the new one, never half of it. Raises `WriteError`.
    """
    with _errors_named(path):
        target = real_path(path)
        with _temporary_beside(target, data) as temporary:
            _copy_mode(target, temporary)
            os.replace(temporary, target)  # noqa: PTH105 - Path.replace says the same
            _sync_folder(target.parent)


def create_exclusive(path: Path, data: bytes) -> bool:
    """Creates the file with its whole content; False, and nothing changed, when something is there already.

    Two processes that try the same name: one wins, also on a network share. Raises `WriteError`.
    """
    with _errors_named(path), _temporary_beside(path, data) as temporary:
        _copy_mode(path, temporary)
        try:
            _link_or_rename(temporary, path)
        except FileExistsError:
            return False
        _sync_folder(path.parent)
        return True


def append_line(path: Path, line: bytes) -> None:
    """Appends one line, whole, also when many processes do so at once (not on NFS).

    A line that a crash left torn at the end is closed first, so that only it is lost. Raises `WriteError`.
    """
    with _errors_named(path):
        handle = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        try:
            size = os.fstat(handle).st_size
            torn = size > 0 and _byte_at(handle, size - 1) != b"\n"
            os.write(handle, (b"\n" if torn else b"") + line.rstrip(b"\n") + b"\n")
        finally:
            os.close(handle)


@contextlib.contextmanager
def locked(path: Path, *, wait: float) -> Iterator[None]:
    """Holds the lock that the file `path` stands for; waits up to `wait` seconds, then raises `LockedError`.

    The lock ends with the process, however it ends.
    """
    with _errors_named(path):
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        _wait_for_lock(handle, path, wait)
        yield
    finally:
        os.close(handle)


def private_folder(path: Path) -> Path:
    """The folder, made if need be, readable by its owner only. Raises `WriteError` when it is somebody else's."""
    with _errors_named(path):
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = path.stat()
        if hasattr(os, "getuid") and status.st_uid != os.getuid():
            raise WriteError(f"{path} belongs to another user.", "Set KB_STATE to a folder of your own.")
        if stat.S_IMODE(status.st_mode) & 0o077:
            path.chmod(0o700)
    return path


def sweep_temporaries(folder: Path, now: float) -> None:
    """Removes temporary files that a killed process left in the folder more than an hour ago (`now`: seconds)."""
    for path in folder.glob(f"{_TEMPORARY_PREFIX}*{_TEMPORARY_SUFFIX}"):
        with contextlib.suppress(OSError):
            if now - path.lstat().st_mtime > _STALE_SECONDS:
                path.unlink()


@contextlib.contextmanager
def _temporary_beside(target: Path, data: bytes) -> Iterator[Path]:
    import tempfile  # noqa: PLC0415 - only for writing; it would cost every search 4 ms

    handle, name = tempfile.mkstemp(prefix=_TEMPORARY_PREFIX, suffix=_TEMPORARY_SUFFIX, dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


@contextlib.contextmanager
def _errors_named(path: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise WriteError(f"{path} cannot be written: there is no folder {path.parent}.", "Make it first.") from error
    except OSError as error:
        raise WriteError(
            f"{path} cannot be written: {error.strerror or error}.", "Nothing was changed there."
        ) from error


def _link_or_rename(temporary: Path, path: Path) -> None:
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links: reserve the name, then fill it
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644))
        os.replace(temporary, path)  # noqa: PTH105 - Path.replace says the same


def _byte_at(handle: int, offset: int) -> bytes:
    os.lseek(handle, offset, os.SEEK_SET)
    return os.read(handle, 1)


def _wait_for_lock(handle: int, path: Path, wait: float) -> None:
    end = time.monotonic() + wait
    while not _try_lock(handle):
        if time.monotonic() >= end:
            raise LockedError(f"Another kb is still working ({path}).", "Try again in a moment.")
        time.sleep(0.02)


if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _copy_mode(target: Path, temporary: Path) -> None:
        """Windows gives a new file what its folder says."""

    def _sync_folder(folder: Path) -> None:
        """Windows knows no such thing."""

else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _copy_mode(target: Path, temporary: Path) -> None:
        """Gives the new file the mode and group of the old one, or what a new file would get here."""
        try:
            status = target.stat()
        except FileNotFoundError:
            mask = os.umask(0)
            os.umask(mask)
            temporary.chmod(0o666 & ~mask)
            return
        temporary.chmod(stat.S_IMODE(status.st_mode))
        with contextlib.suppress(OSError):
            os.chown(temporary, -1, status.st_gid)

    def _sync_folder(folder: Path) -> None:
        with contextlib.suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
