"""What all tests share: `kb` run in this process, with a state folder of its own, and nothing of the user's."""

import contextlib
import io
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings

from kb.cli.main import main, run

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "content"

TIMES = int(os.environ.get("KB_TEST_TIMES", "1"))
"""How many times as long the long tests run; CI runs them once, `KB_TEST_TIMES=10 pytest -m long` runs them in full."""


settings.register_profile("kb", deadline=None)
settings.load_profile("kb")
"""A busy machine is no mistake; where time matters a test measures it itself."""


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


@pytest.fixture(scope="session")
def sample_state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A state folder in which the sample company is read and indexed already."""
    state = tmp_path_factory.mktemp("sample")
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stderr(io.StringIO()):
        patch.setenv("KB_STATE", str(state))
        run(["--content", str(SAMPLE), "index"])
    return state


@pytest.fixture
def kb(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, own_state: Path, sample_state: Path
) -> RunKb:
    """Runs `kb` with arguments: `kb("search", "lead time", content=folder, stdin="…")`.

    The sample company is indexed already, in a copy of its own for each test.
    """

    def run(*arguments: str, content: Path | None = SAMPLE, stdin: str = "") -> Ran:
        if content == SAMPLE and not any(own_state.iterdir()):
            shutil.copytree(sample_state, own_state, dirs_exist_ok=True)
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


PLAIN_BOXES = """---
audience: customer
---
# How long does a plain box take?
Seven working days.

## Numbers
- lead time, plain box: 5 to 7 working days
- finished stock: at most 10 pallets
- quote validity: at most 30 days

## Don't say
- "tomorrow morning": every box is made fresh; instead: in seven working days
"""


@pytest.fixture
def check(kb: RunKb, folder: Callable[[dict[str, str]], Path]) -> RunKb:
    """Runs `kb promise` where plain boxes take 5 to 7 working days: `check("--file", "offer.docx")`."""
    root = folder({"articles/plain-time.md": PLAIN_BOXES})

    def run(*arguments: str, stdin: str = "") -> Ran:
        return kb("promise", *arguments, "--today", "2026-11-02", content=root, stdin=stdin)

    return run
