"""The front door: every command resolves, every error is a sentence with a way out, nothing shows a traceback."""

import os
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest
from conftest import SAMPLE, RunKb

from kb.cli.commands import COMMANDS, PANELS

KB = [sys.executable, "-m", "kb"]


WARM: dict[str, str] = {}
"""The state folder that the processes of these tests share, so that the sample is indexed once."""


@pytest.fixture(autouse=True, scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> None:
    WARM["KB_STATE"] = str(tmp_path_factory.mktemp("warm"))


def on_sample(**variables: str) -> dict[str, str]:
    return {**os.environ, "KB_CONTENT": str(SAMPLE), **WARM, **variables}


def run(*arguments: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*KB, *arguments], capture_output=True, env=on_sample(**variables), check=False)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_that_is_listed_works_and_explains_itself(name: str, kb: RunKb) -> None:
    assert callable(import_module(COMMANDS[name].module).run)
    assert COMMANDS[name].panel in PANELS
    said = kb(name, "--help")
    assert said.code == 0
    assert said.out.startswith(f"Usage: kb {name}")
    assert "<str>" not in said.out, "the reader is no programmer"


def test_help_lists_every_command_under_its_panel(kb: RunKb) -> None:
    said = kb("--help").out
    assert all(f"\n{panel}:\n" in said for panel in PANELS)
    assert all(f"\n  {name} " in said for name in COMMANDS)


def test_bare_kb_off_a_terminal_prints_help_and_the_state_of_the_library(kb: RunKb) -> None:
    said = kb()
    assert said.code == 0
    assert said.out.startswith("Usage: kb")
    assert said.out.endswith("Northfold Packaging: 40 answers for sales.\n")


def test_bare_kb_without_a_knowledge_base_says_how_to_start_one(
    kb: RunKb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = kb(content=None)
    assert said.code == 0
    assert "kb init DIR" in said.out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["serch", "x"], "There is no command 'serch'. Did you mean 'search'?"),
        (["lead", "time"], "There is no command 'lead'."),
        (["search", "--nope"], "No such option: --nope"),
        (["search", "-5 degrees"], "words that begin with - go behind --"),
        (["--today", "tomorrow", "search", "box"], "'tomorrow' is no date."),
        (["search"], "What did the customer ask?"),
        (["--content", "/nowhere", "search", "box"], "There is no folder /nowhere."),
        (["stale"], "Missing argument 'FILE'.\nSuch as: kb stale sheet.pdf\nSee: kb stale --help\n"),
    ],
)
def test_a_wrong_call_is_told_in_a_sentence_and_leaves_with_2(arguments: list[str], sentence: str, kb: RunKb) -> None:
    said = kb(*arguments)
    assert said.code == 2
    assert sentence in said.err
    assert said.out == ""


def test_help_may_be_asked_for_in_a_word(kb: RunKb) -> None:
    assert kb("help", "show", content=None).out == kb("show", "--help", content=None).out
    assert kb("help", content=None).out == kb("--help", content=None).out
    unknown = kb("help", "flutes", content=None).err
    assert unknown == "kb: There is no command 'flutes'.\nTo search for it: kb search \"flutes\"\n"


def test_a_folder_without_its_mark_is_no_knowledge_base(kb: RunKb, tmp_path: Path) -> None:
    said = kb("search", "box", content=tmp_path)
    assert said.code == 2
    assert "has no kb.yaml" in said.err


def test_the_folder_is_found_from_below_and_beside(
    kb: RunKb, folder: Callable[[dict[str, str]], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = folder({"articles/a.md": "---\naudience: sales\n---\n# Is the gate open?\n\nYes, all day.\n"})
    for place in (root, root / "articles", root.parent):
        monkeypatch.chdir(place)
        assert "Yes, all day." in kb("search", "gate", content=None).out


def test_common_options_may_stand_behind_the_command_too(kb: RunKb) -> None:
    assert kb("search", "lead time", "--content", str(SAMPLE), "--plain", content=None).code == 0


def test_a_mistake_of_kbs_own_shows_no_traceback_and_no_text_of_the_content(
    kb: RunKb, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object) -> None:
        raise RuntimeError("KBCANARY in the message")

    monkeypatch.setattr("kb.cli.search.Finder", broken)
    said = kb("search", "box")
    assert said.code == 2
    assert "Traceback" not in said.err
    assert "KBCANARY" not in said.err
    kept = Path(next(word for word in said.err.split() if "kb-crash-" in word))
    assert "KBCANARY" not in kept.read_text()
    assert kept.stat().st_mode & 0o077 == 0
    kept.unlink()


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_any_console_encoding_will_do(encoding: str) -> None:
    done = run("search", "colour tolerance ΔE", PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("columns", ["1", "abc", "100000"])
def test_any_width_will_do(columns: str) -> None:
    assert run("search", "lead time", COLUMNS=columns).returncode == 0


def test_a_reader_that_goes_away_is_no_error() -> None:
    pipe = f"yes box | head -2000 | {' '.join(KB)} search --batch - --json | head -1; echo ${{PIPESTATUS[2]}}"
    done = subprocess.run(["bash", "-c", pipe], capture_output=True, text=True, env=on_sample(), check=False)
    assert done.stderr == ""
    assert done.stdout.splitlines()[-1] in ("0", "141")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has /dev/full")
def test_a_full_disk_behind_stdout_is_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*KB, "search", "lead time"], stdout=full, stderr=subprocess.PIPE, env=on_sample(),
            check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.startswith(b"kb: The output could not be written or read: No space left on device.\n")
    assert done.stderr.count(b"\n") <= 2


def test_a_closed_stdin_and_stdout_keep_nobody_waiting() -> None:
    command = f"{' '.join(KB)} search box <&- >&-; echo $?"
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, env=on_sample(), check=False,
        timeout=30,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == ("0\n", "")


def test_arguments_that_are_no_text_are_survived() -> None:
    done = subprocess.run(
        [*KB, "search", b"caf\xff\xfe box"],
        capture_output=True,
        env=on_sample(),
        check=False,
    )
    assert done.returncode in (0, 1)
    assert b"Traceback" not in done.stderr


def test_without_a_home_it_works_all_the_same(tmp_path: Path) -> None:
    surroundings = {"PATH": os.environ["PATH"], "KB_CONTENT": str(SAMPLE), "TMPDIR": str(tmp_path)}
    done = subprocess.run([*KB, "search", "lead time"], capture_output=True, env=surroundings, check=False)
    assert done.returncode == 0
