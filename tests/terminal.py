"""A pseudo-terminal for tests: a person who reads what stands there and types. POSIX only."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence

_CODES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\r")


class Terminal:
    """A program on a terminal of 80 columns and 24 lines."""

    def __init__(self, command: Sequence[str], environ: Mapping[str, str]) -> None:
        self._child, self._handle = pty.fork()
        if self._child == 0:
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # a shell that runs the tests in the background ignores it
            os.execvpe(command[0], list(command), dict(environ))  # noqa: S606 - the command is the test's
        fcntl.ioctl(self._handle, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.screen = ""
        self._read = 0

    def expect(self, words: str, seconds: float = 20.0) -> str:
        """What came up to and including the words. Raises `AssertionError` when they don't come."""
        end = time.monotonic() + seconds
        while (at := self.screen.find(words, self._read)) < 0:
            if not self._more(end - time.monotonic()):
                raise AssertionError(f"{words!r} did not come, but:\n{self.screen[self._read :]}")
        came = self.screen[self._read : at + len(words)]
        self._read = at + len(words)
        return came

    def type(self, line: str) -> None:
        """Types a line and Enter."""
        os.write(self._handle, line.encode() + b"\r")

    def press(self, keys: str) -> None:
        """Presses keys, without Enter; what is pasted stands between `ESC [200~` and `ESC [201~`."""
        os.write(self._handle, keys.encode())

    def end(self, seconds: float = 20.0) -> int:
        """Waits for the program's end; its exit code."""
        end = time.monotonic() + seconds
        while self._more(end - time.monotonic()):
            pass
        os.close(self._handle)
        return os.waitstatus_to_exitcode(os.waitpid(self._child, 0)[1])

    def _more(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._handle], [], [], max(seconds, 0))
        try:
            came = os.read(self._handle, 65536) if ready else b""
        except OSError:
            came = b""  # the program has ended
        self.screen += _CODES.sub("", came.decode("utf-8", "replace"))
        return bool(came)
