"""Asks on the terminal and reads what is typed; what it shows goes to the terminal, never among the data."""

import contextlib
import sys

from kb.cli import output
from kb.library.escape import clean
from kb.text import safe_text


def can_ask() -> bool:
    """Whether somebody sits there: without that nothing is ever asked."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def ask(prompt: str) -> str:
    """The line that was typed. Raises `EOFError` for Ctrl-D and `KeyboardInterrupt` for Ctrl-C."""
    sys.stderr.flush()
    if output.on_terminal():
        with contextlib.suppress(ImportError):
            import readline  # noqa: F401, PLC0415 - lets arrow keys move in what is typed; not there on Windows
        return clean(input(safe_text(prompt)))
    sys.stderr.write(safe_text(prompt))
    sys.stderr.flush()
    return clean(input())


def says_yes(prompt: str) -> bool:
    """Whether the answer is yes, which Enter means too; stopping means no."""
    try:
        typed = ask(f"{prompt} [Enter = yes, n = no] ")
    except EOFError:
        output.aside("")
        return False
    return typed.strip().casefold() in ("", "y", "yes")
