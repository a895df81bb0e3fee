"""Where a command's results go: pages to the terminal or as plain text, data as JSON lines, words aside to stderr."""

import itertools
import shutil
import sys
import threading
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from kb.cli.options import chosen, world
from kb.text import safe_line, safe_text

if TYPE_CHECKING:
    from kb.render.page import Page

PIPE_WIDTH = 80
_WIDEST = 100
_NARROWEST = 30
_QUIET_SECONDS = 2.0
_LONGEST_STEP = 48
"""Letters of a command beside which others are filled up."""


def on_terminal() -> bool:
    """Whether somebody looks on."""
    return sys.stdout.isatty()


def width() -> int:
    """Columns to write in: the terminal's, but none wider than the eye likes."""
    if not on_terminal():
        return PIPE_WIDTH
    return max(_NARROWEST, min(shutil.get_terminal_size().columns, _WIDEST))


def height() -> int | None:
    """Lines of the terminal; None where nobody looks on."""
    return shutil.get_terminal_size().lines if on_terminal() else None


def show(page: "Page") -> None:
    """Prints a page: in colour on a terminal, else as plain text."""
    if on_terminal() and not chosen.plain:
        from kb.render.screen import print_page  # noqa: PLC0415 - rich is for those who look on

        print_page(page, sys.stdout, width=width(), colour=not world().environ.get("NO_COLOR"))
    else:
        from kb.render.plain import text_of  # noqa: PLC0415 - one of the two

        _write(text_of(page))


def show_aside(page: "Page") -> None:
    """Shows a page to somebody at a terminal, as a word to the user that is no data."""
    from kb.render.screen import print_page  # noqa: PLC0415 - rich is for those who look on

    print_page(page, sys.stderr, width=width(), colour=not (chosen.plain or world().environ.get("NO_COLOR")))


def print_line(text: str) -> None:
    """One line of data."""
    _write(safe_line(text) + "\n")


def print_json(line: str) -> None:
    """One JSON object, on a line of its own; escaped as JSON, so nothing is left that a terminal would obey."""
    _write(line + "\n")


def aside(text: str) -> None:
    """A word to the user that is no data."""
    sys.stderr.write(safe_text(text) + "\n")


def aside_filled(text: str) -> None:
    """A word to the user that may be long: on a terminal it goes on below at a word."""
    if not sys.stderr.isatty():
        aside(text)
        return
    import textwrap  # noqa: PLC0415 - a search has nothing so long to say

    room = max(_NARROWEST, min(shutil.get_terminal_size().columns, PIPE_WIDTH))
    aside(textwrap.fill(safe_line(text), room - 1, break_long_words=False, break_on_hyphens=False))


def next_steps(kb: str, steps: Sequence[tuple[str, str]]) -> None:
    """Commands that may come next, and beside each what it does; all begin with `kb`."""
    longest = min(max(len(command) for command, _ in steps), _LONGEST_STEP)
    for command, what in steps:
        aside(f"  {kb} {command:<{longest}}  {what}")


def _write(text: str) -> None:
    """Writes data; a reader who has gone away has had enough, and that is no error."""
    try:
        sys.stdout.write(text)
    except BrokenPipeError:
        raise typer.Exit(0) from None


class Bar:
    """Shows how far long work is, from two seconds on; call it with what, done and of how many."""

    def __init__(self, *, at_once: bool = False) -> None:
        self._start = time.monotonic() - (_QUIET_SECONDS if at_once else 0)
        self._shown = 0.0
        self._any = False

    def __call__(self, what: str, done: int, of: int) -> None:
        """Draws the bar anew, at most ten times a second, if stderr is a terminal."""
        now = time.monotonic()
        if now - self._start < _QUIET_SECONDS or not sys.stderr.isatty() or (now - self._shown < 0.1 and done != of):  # noqa: PLR2004
            return
        self._shown, self._any = now, True
        filled = 24 * done // max(of, 1)
        sys.stderr.write(f"\r{what} {'█' * filled}{'░' * (24 - filled)} {done:,} of {of:,} ")
        sys.stderr.flush()

    def end(self) -> None:
        """Takes the bar away."""
        if self._any:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


class Waiting:
    """A bar that runs to and fro, from two seconds on, while work goes on that cannot tell how far it is."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> None:
        """Starts waiting, if stderr is a terminal."""
        if sys.stderr.isatty():
            self._thread.start()

    def __exit__(self, *_: object) -> None:
        """Takes the bar away."""
        self._over.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        start = time.monotonic()
        if self._over.wait(_QUIET_SECONDS):
            return
        for step in itertools.count():
            at = abs(step % 40 - 20)
            seconds = time.monotonic() - start
            sys.stderr.write(f"\r{self._what} {'░' * at}████{'░' * (20 - at)} {seconds:.0f} s ")
            sys.stderr.flush()
            if self._over.wait(0.1):
                break
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()
