"""How long a check of a promise takes: one sentence, a page of 60, and with twenty times as many numbers.

    python tests/bench/promises_speed.py [--check]

Run it as `speed.py`, which it takes its measures from. `--check` fails where a goal is missed: a sentence 12 times
`python -c pass`, a page under a second, 1,000 numbers at most 1.5 times as long as 50 (CPU time each).
"""
# ruff: noqa: T201 - it prints figures

import os
import sys
import tempfile
import time
from collections.abc import Callable  # noqa: TC003 - no cycle to be avoided in a script
from pathlib import Path

from speed import ROOT, measured, to_pipe

SENTENCE = "A new printed box takes 20 to 23 working days from approved proof and paid deposit."
PAGE = "\n".join(f"{at}. {SENTENCE}" for at in range(1, 61))
PART = "A babadi part takes eleven working days."
MOST = {"one sentence": 12.0}
MOST_SECONDS = 1.0
MOST_GROWTH = 1.5
SETTLED = 3.0
"""Seconds after which a file that was just written is taken to be as it was."""


def main() -> int:
    """Prints medians and ratios; the exit code is 1 where a goal is missed and `--check` was said."""
    with tempfile.TemporaryDirectory() as state:
        os.environ.update(KB_STATE=state, KB_CONTENT=str(ROOT / "content"), KB_TODAY="2026-11-23")
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.chdir(state)
        Path("page.txt").write_text(PAGE, "utf-8")
        sizes = {count: company(Path(state) / str(count), count) for count in (50, 1000)}
        time.sleep(SETTLED)
        kb = [str(Path(sys.executable).parent / "kb"), "promise"]
        ways: dict[str, Callable[[], float]] = {
            "python -c pass": lambda: to_pipe([sys.executable, "-c", "pass"]),
            "one sentence": lambda: to_pipe([*kb, SENTENCE]),
            "a page of 60 sentences": lambda: to_pipe([*kb, "--file", "page.txt"]),
            "one sentence, 50 numbers": lambda: to_pipe([*kb, "--content", sizes[50], PART]),
            "one sentence, 1,000 numbers": lambda: to_pipe([*kb, "--content", sizes[1000], PART]),
        }  # fmt: skip
        seconds = measured(ways)
    return told(seconds)


def told(seconds: dict[str, float]) -> int:
    """Prints the figures and what is missed."""
    base = seconds["python -c pass"]
    for name, value in seconds.items():
        print(f"{name:28} {value * 1000:7.1f} ms CPU  {value / base:5.1f} x")
    growth = seconds["one sentence, 1,000 numbers"] / seconds["one sentence, 50 numbers"]
    print(f"{'1,000 numbers to 50':28} {growth:24.2f} x")
    missed = [name for name, most in MOST.items() if seconds[name] / base > most]
    missed += ["a page of 60 sentences"] if seconds["a page of 60 sentences"] > MOST_SECONDS else []
    missed += ["1,000 numbers to 50"] if growth > MOST_GROWTH else []
    for name in missed:
        print(f"{name}: over the goal")
    return int(bool(missed) and "--check" in sys.argv)


def company(folder: Path, numbers: int) -> str:
    """A content folder with so many numbers, ten an article."""
    (folder / "articles").mkdir(parents=True)
    (folder / "kb.yaml").write_text("company: Parts\n", "utf-8")
    for first in range(0, numbers, 10):
        lines = "".join(
            f"- lead time, {name(at)} part: 3 to {5 + at % 7} working days\n" for at in range(first, first + 10)
        )
        text = f"---\naudience: customer\n---\n# How long for parts {first} and on?\nDays.\n\n## Numbers\n{lines}"
        (folder / "articles" / f"part-{first}.md").write_text(text, "utf-8")
    return str(folder)


def name(number: int) -> str:
    """A name of its own for each number: `bababa`, `bababe`."""
    syllables = [f"{first}{second}" for first in "bdgklmnprstv" for second in "aeiou"]
    return "".join(syllables[number // 60**place % 60] for place in (2, 1, 0))


if __name__ == "__main__":
    sys.exit(main())
