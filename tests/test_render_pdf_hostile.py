"""What would take a sheet minutes or all memory is refused at once, and by name."""

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import RunKb

Folder = Callable[[dict[str, str]], Path]


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("word " * 55_000, "is too long for a sheet: 275,0"),
        ("|a|b|\n|-|-|\n" + "|cc|dd|\n" * 2_000, "has too many lines or cells"),
        ("|a" * 50 + "|\n" + "|-" * 50 + "|\n" + ("|cc" * 50 + "|\n") * 100, "has too many lines or cells"),
        ("| a | b |\n|---|---|\n" + "| xxxxxxxxxxxxxxxx | yyyyyyyyyyyyyyyy |\n" * 8_000, "is too long for a sheet"),
    ],
)
@pytest.mark.timeout(60)
def test_an_article_that_would_take_minutes_or_all_memory_is_refused_by_name(
    kb: RunKb, folder: Folder, tmp_path: Path, body: str, why: str
) -> None:
    root = folder({"articles/endless.md": f"---\naudience: customer\n---\n# How long?\n\n{body}\n"})
    ran = kb("export", str(tmp_path / "x.pdf"), content=root)
    assert ran.code == 2
    assert ran.err.startswith(f"kb: The article 'endless' {why}")


def test_thousands_of_unusual_signs_are_refused_at_once(kb: RunKb, folder: Folder, tmp_path: Path) -> None:
    signs = " ".join(map(chr, range(0x1F300, 0x1F700)))
    root = folder({"articles/odd.md": f"---\naudience: customer\n---\n# Odd?\n\n{signs}\n"})
    ran = kb("export", str(tmp_path / "x.pdf"), content=root)
    assert ran.code == 2
    assert "unusual signs" in ran.err
