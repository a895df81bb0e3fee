"""Draws the pictures of the cheat sheet that README shows, from the sample company: `python tests/pictures.py`.

Needs `pdftoppm` (poppler). It checks nothing.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
DAY = "2026-11-24"
HEIGHT = "900"

PICTURES = {"sheet-page-1": ("a4", "1"), "sheet-phone": ("phone", "2")}
"""Each with its paper, and the page that is shown."""


def main() -> None:
    """Prints the sheet of that day on each paper and draws a page of it; says how large the files are."""
    DOCS.mkdir(exist_ok=True)
    for name, (paper, page) in PICTURES.items():
        with tempfile.TemporaryDirectory(prefix="kb-pictures-") as folder:
            sheet = Path(folder) / "sheet.pdf"
            _export(sheet, paper)
            _draw(sheet, page, DOCS / name)
        picture = DOCS / f"{name}.png"
        sys.stdout.write(f"{picture}: {picture.stat().st_size / 1000:.0f} KB\n")


def _export(sheet: Path, paper: str) -> None:
    command = [sys.executable, "-m", "kb", "--content", str(ROOT / "content"), "--today", DAY]
    environment = {**os.environ, "KB_STATE": str(sheet.parent / "state")}
    subprocess.run([*command, "export", str(sheet), "--paper", paper], cwd=ROOT, env=environment, check=True)


def _draw(sheet: Path, page: str, picture: Path) -> None:
    pages = ["-singlefile", "-f", page, "-l", page]
    subprocess.run(["pdftoppm", "-png", *pages, "-scale-to", HEIGHT, str(sheet), str(picture)], check=True)


if __name__ == "__main__":
    main()
