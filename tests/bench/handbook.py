"""How well and how fast the handbook's own search finds, in a real Chromium, beside the command line.

    .venv/bin/python tests/bench/handbook.py [--held]

Totals only; `--held` takes the half of the questions that nothing is tuned on. MiniSearch 7.2 was tried in its place on
the same answers (`dev`, 125 questions): its first answer was right 109 times at best (with kb's stems, prefixes and
fuzzy 0.2), that of the command and of this 112 times.
"""
# ruff: noqa: T201 - it prints figures

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import fmean, median
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests/bench")]

from browsing import PHONE, ask, chromium, first_paint, opened  # noqa: E402 - from this checkout
from quality import asked, right  # noqa: E402

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def main(arguments: Sequence[str]) -> None:
    """Prints all figures."""
    part = "held" if "--held" in arguments else "dev"
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        book = _handbook(Path(folder))
        print(f"{book.stat().st_size:,} bytes")
        results = asked(Path(folder), "", part)
        with opened(browser, book, PHONE) as seen:
            found = ask(seen.page, [each["ask"] for each, _ in results])
        for kind in sorted({each["kind"] for each, _ in results}):
            pairs = [
                (page.first in right(each), bool(result and Path(result.hits[0].path).stem in right(each)))
                for page, (each, result) in zip(found, results, strict=True)
                if each["kind"] == kind and right(each)
            ]
            if pairs:
                page, command = (fmean(pair[place] for pair in pairs) for place in (0, 1))
                print(
                    f"{part} {kind:10} first answer right: handbook {page:.3f}, command {command:.3f} of {len(pairs)}"
                )
        times = [one.milliseconds for one in found[1:]]
        print(f"a search: median {median(times):.1f} ms, longest {max(times):.1f} ms")
        print(f"first paint: median {median(_paints(browser, book)):.0f} ms")


def _handbook(folder: Path) -> Path:
    out = folder / "handbook.html"
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "KB_STATE": str(folder / "state")}
    command = [sys.executable, "-m", "kb", "--content", str(ROOT / "content"), "export", str(out)]
    subprocess.run(command, env=environ, check=True, stderr=subprocess.DEVNULL)
    return out


def _paints(browser: "Browser", book: Path) -> list[float]:
    paints = []
    for _ in range(9):
        with opened(browser, book, PHONE) as seen:
            paints.append(first_paint(seen.page))
    return paints


if __name__ == "__main__":
    main(sys.argv[1:])
