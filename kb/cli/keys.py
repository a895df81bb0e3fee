"""One key of somebody at a terminal, read without Enter; shows only the prompt that it is given."""

import contextlib
import os
import re
import sys
from collections.abc import Iterator

from kb.cli import output
from kb.text import safe_text

ENTER = "\n"
_END = "\x04"
_LONGEST = 64
"""Bytes that one key may send, such as an arrow."""

_SENT_BY_KEYS = r"\x1b(?:\[[0-9;?]*[A-Za-z~]|O[A-Za-z])"
"""What arrows and the like send: letters too, which are not meant."""

_UNKNOWN = "\x00"
_AFTER_A_KEY = 0.3
"""Seconds in which an Enter belongs to the key before it: many people press both, and nobody has read yet."""


def press(prompt: str, keys: str) -> str:
    """The first key pressed that is one of `keys` (lower-case letters, and ENTER), after the prompt was shown.

    What was typed before is not taken, nor what was pasted, nor (but on Windows) an Enter that follows the key before.
    Raises `EOFError` for Ctrl-D, and `KeyboardInterrupt`.
    """
    with _raw_keys():
        sys.stderr.write(safe_text(prompt))
        sys.stderr.flush()
        at_once = _comes_within(_AFTER_A_KEY)
        while True:
            key = _key().casefold().replace("\r", ENTER)
            if key == ENTER and at_once:
                at_once = False
                continue
            at_once = False
            if key in ("", _END):
                output.aside("")
                raise EOFError
            if len(key) == 1 and key in keys:
                output.aside("" if key == ENTER else key)
                return key


if sys.platform == "win32":
    import msvcrt

    @contextlib.contextmanager
    def _raw_keys() -> Iterator[None]:
        while msvcrt.kbhit():
            msvcrt.getwch()
        yield

    def _comes_within(_seconds: float) -> bool:
        return False  # on Windows every Enter counts: nothing else has been tried there

    def _key() -> str:
        key = msvcrt.getwch()
        if key == "\x03":
            raise KeyboardInterrupt
        return key + msvcrt.getwch() if key in ("\x00", "\xe0") else key

else:
    import select
    import termios
    import tty

    @contextlib.contextmanager
    def _raw_keys() -> Iterator[None]:
        handle = sys.stdin.fileno()
        before = termios.tcgetattr(handle)
        tty.setcbreak(handle)
        try:
            yield
        finally:
            termios.tcsetattr(handle, termios.TCSADRAIN, before)

    def _comes_within(seconds: float) -> bool:
        return bool(select.select([sys.stdin.fileno()], [], [], seconds)[0])

    def _key() -> str:
        came = os.read(sys.stdin.fileno(), _LONGEST).decode("utf-8", "replace")
        return re.sub(_SENT_BY_KEYS, "", came) or (_UNKNOWN if came else "")
