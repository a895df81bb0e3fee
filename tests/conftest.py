"""What all tests share: `kb` run in this process, with a state folder of its own, and nothing of the user's."""

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from kb.cli.main import main

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "content"

TIMES = int(os.environ.get("KB_TEST_TIMES", "1"))
"""How many times as long the long tests run; CI runs them once, `KB_TEST_TIMES=10 pytest -m long` runs them in full."""


class Ran(NamedTuple):
    """What a run of `kb` left behind."""

    code: int
    out: str
    err: str


RunKb = Callable[..., Ran]


@pytest.fixture(autouse=True)
def own_state(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A state folder for each test; no variable of the user's plays a part."""
    state = tmp_path_factory.mktemp("state")
    for name in ("KB_CONTENT", "KB_TODAY", "KB_EDITOR", "VISUAL", "EDITOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("KB_STATE", str(state))
    return state


@pytest.fixture
def kb(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> RunKb:
    """Runs `kb` with arguments: `kb("search", "lead time", content=folder, stdin="…")`."""

    def run(*arguments: str, content: Path | None = SAMPLE, stdin: str = "") -> Ran:
        before = ("--content", str(content)) if content else ()
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main([*before, *arguments])
        said = capsys.readouterr()
        return Ran(int(left.value.code or 0), said.out, said.err)

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Callable[[dict[str, str]], Path]:
    """Writes a content folder from texts by path: `folder({"articles/rush.md": "# Rush?…"})`."""

    def written(files: dict[str, str]) -> Path:
        root = tmp_path / "content"
        for path, text in {"kb.yaml": "company: Testing\n", **files}.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, "utf-8")
        return root

    return written
