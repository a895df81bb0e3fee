"""How long a plain search takes, as a ratio to `python -c pass`: CPU time, medians of interleaved runs.

    python tests/bench/speed.py [--check]

Run it with the Python of an environment in which the wheel is installed (an editable install compiles anew on each
run). `--check` fails where a goal is missed: 10 to a pipe, 13 on a terminal with colours.
"""
# ruff: noqa: T201 - it prints figures

import os
import pty
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
RUNS = 25
GOALS = {"kb search, to a pipe": 10.0, "kb search, on a terminal": 13.0}


def main() -> int:
    """Prints the medians and ratios; the exit code is 1 where a goal is missed and `--check` was said."""
    with tempfile.TemporaryDirectory() as state:
        os.environ["KB_STATE"], os.environ["KB_CONTENT"] = state, str(ROOT / "content")
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.chdir(state)
        kb = [str(Path(sys.executable).parent / "kb"), "search", "lead time"]
        ways: dict[str, Callable[[], float]] = {
            "python -c pass": lambda: to_pipe([sys.executable, "-c", "pass"]),
            "kb search, to a pipe": lambda: to_pipe(kb),
            "kb search, on a terminal": lambda: on_terminal(kb),
        }
        seconds = measured(ways)
    base = seconds["python -c pass"]
    for name, value in seconds.items():
        print(f"{name:26} {value * 1000:7.1f} ms CPU  {value / base:5.1f} x")
    missed = [name for name, goal in GOALS.items() if seconds[name] / base > goal]
    for name in missed:
        print(f"{name}: over {GOALS[name]:g} x")
    return int(bool(missed) and "--check" in sys.argv)


def measured(ways: dict[str, Callable[[], float]]) -> dict[str, float]:
    """The median CPU seconds of each way, run in turn; the first rounds warm the index and the caches."""
    for _ in range(4):
        for way in ways.values():
            way()
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(RUNS):
        for name, way in ways.items():
            times[name].append(way())
    return {name: median(values) for name, values in times.items()}


def to_pipe(command: list[str]) -> float:
    """CPU seconds of a run whose output nobody looks at."""
    out, into = os.pipe()
    child = os.posix_spawn(command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, into, 1)])
    os.close(into)
    with os.fdopen(out, "rb") as output:
        output.read()
    return spent(child)


def on_terminal(command: list[str]) -> float:
    """CPU seconds of a run on a terminal of 80 columns."""
    child, handle = pty.fork()
    if child == 0:
        os.environ["TERM"], os.environ["COLUMNS"] = "xterm-256color", "80"
        os.execv(command[0], command)  # noqa: S606 - the command is ours
    try:
        while os.read(handle, 65536):
            pass
    except OSError:
        pass  # the other end has gone
    os.close(handle)
    return spent(child)


def spent(child: int) -> float:
    """User and system seconds of a child that ends well."""
    _, status, usage = os.wait4(child, 0)
    if status:
        raise SystemExit(f"The command failed: {status}")
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    sys.exit(main())
