"""Draws the picture of the cheat sheet that README shows, from the sample company: `python tests/pictures.py`.

Needs `pdftoppm` (poppler). It checks nothing.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PICTURE = ROOT / "docs" / "sheet-page-1"
DAY = "2026-11-24"
HEIGHT = "900"


def main() -> None:
    """Prints the sheet of that day and draws its first page; says how large the file is."""
    PICTURE.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="kb-pictures-") as folder:
        sheet = Path(folder) / "sheet.pdf"
        command = [sys.executable, "-m", "kb", "--content", str(ROOT / "content"), "--today", DAY, "export", str(sheet)]
        environment = {**os.environ, "KB_STATE": str(Path(folder) / "state")}
        subprocess.run(command, cwd=ROOT, env=environment, check=True)
        drawing = [
            "pdftoppm",
            "-png",
            "-singlefile",
            "-scale-to",
            HEIGHT,
            "-f",
            "1",
            "-l",
            "1",
            str(sheet),
            str(PICTURE),
        ]
        subprocess.run(drawing, check=True)
    size = PICTURE.with_suffix(".png").stat().st_size
    sys.stdout.write(f"{PICTURE.with_suffix('.png')}: {size / 1000:.0f} KB\n")


if __name__ == "__main__":
    main()
