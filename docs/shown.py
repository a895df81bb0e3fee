"""Commands and what they print, for README: `cog -I docs -r README.md` runs them. Prints nothing itself."""

import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

import cog

DAY = "2026-11-23"
"""The day that README's answers are for: in peak season, with the break before it."""

ROOT = Path(__file__).resolve().parents[1]


def shown(command: str) -> None:
    """The command and its output, as a console shows them to whoever has no terminal of colours."""
    cog.outl(f"```console\n$ {command}\n{_output(command).rstrip()}\n```")


def panels() -> None:
    """Every command with its line of help."""
    cog.outl(f"```text\n{_output('kb --help').split('  -h, --help')[1].split(chr(10), 2)[2].rstrip()}\n```")


def _output(command: str) -> str:
    words = shlex.split(command)
    with tempfile.TemporaryDirectory() as state:
        surroundings = {**os.environ, "KB_STATE": state, "KB_CONTENT": str(ROOT / "content"), "KB_TODAY": DAY}
        done = subprocess.run(
            [sys.executable, "-m", "kb", *words[1:]], cwd=state, env=surroundings, capture_output=True, text=True,
            encoding="utf-8", check=False,
        )  # fmt: skip
    if done.stderr:
        raise SystemExit(f"{command}: {done.stderr}")
    return done.stdout
