"""Reads lines that are typed or pasted on a terminal, with a history; understands none of them."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.data_structures import Size
from prompt_toolkit.history import FileHistory
from prompt_toolkit.output import Output, create_output

from kb.library.escape import clean


def line_reader(history: Path) -> Callable[[str], str]:
    """A function that asks for a line; what is pasted is one answer, however many lines it has.

    It raises `EOFError` for Ctrl-D and `KeyboardInterrupt` for Ctrl-C. The history is the user's own file.
    """
    history.touch(mode=0o600, exist_ok=True)
    session: PromptSession[str] = PromptSession(history=FileHistory(str(history)), output=_output())

    def read(mark: str) -> str:
        return clean(session.prompt(mark))

    return read


if sys.platform == "win32":

    def _output() -> Output:
        return create_output()

else:
    from prompt_toolkit.output.vt100 import Vt100_Output

    def _output() -> Output:
        """The terminal, which is not asked where its cursor is: not every one answers."""
        return Vt100_Output(sys.stdout, _size, enable_cpr=False)

    def _size() -> Size:
        columns, rows = shutil.get_terminal_size()
        return Size(rows=rows, columns=columns)
