"""Asking on the terminal: never where nobody sits, and never among the data."""

import builtins
import io
import sys

import pytest

from kb.cli import asking, output
from kb.cli.asking import ask, can_ask, says_yes


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What will be typed; an empty list stands for Ctrl-D."""
    lines: list[str] = []

    def read(prompt: str = "") -> str:
        sys.stdout.write(prompt)
        if not lines:
            raise EOFError
        return lines.pop(0)

    monkeypatch.setattr(builtins, "input", read)
    return lines


@pytest.mark.parametrize(
    ("stdin", "stderr", "asks"),
    [
        (Terminal(), Terminal(), True),
        (io.StringIO(), Terminal(), False),
        (Terminal(), io.StringIO(), False),
        (None, Terminal(), False),
    ],
)
def test_nothing_is_asked_where_nobody_sits(
    monkeypatch: pytest.MonkeyPatch, stdin: io.StringIO | None, stderr: io.StringIO, *, asks: bool
) -> None:
    monkeypatch.setattr(sys, "stdin", stdin)
    monkeypatch.setattr(sys, "stderr", stderr)
    assert can_ask() is asks


def test_a_prompt_goes_to_stderr_where_stdout_carries_data(
    typed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    typed.append("a\x1b[Db")
    assert ask("Name > ") == "ab"
    assert capsys.readouterr() == ("", "Name > ")


def test_on_a_terminal_the_line_can_be_edited_behind_its_prompt(
    typed: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(output, "on_terminal", lambda: True)
    typed.append("x")
    assert ask("Name > ") == "x"
    assert capsys.readouterr() == ("Name > ", "")


@pytest.mark.parametrize(("answer", "yes"), [("", True), (" Y ", True), ("n", False), ("what?", False), (None, False)])
def test_enter_means_yes_and_stopping_means_no(typed: list[str], answer: str | None, *, yes: bool) -> None:
    typed += [] if answer is None else [answer]
    assert asking.says_yes("Open it again?") is yes
    assert says_yes("And now?") is False
