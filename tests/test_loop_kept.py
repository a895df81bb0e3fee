"""Sixteen people at once, two clones, and a kill at any moment: what was acknowledged is there, whole, and once."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

import loop_steps
import pytest
from clones import git
from conftest import TIMES, RunKb
from loop_steps import FILES, STEPS, asked_hats, kept, prepare

from kb.session.inbox import inbox
from kb.session.opening import open_session

Folder = Callable[[dict[str, str]], Path]

WORKER = """
import sys
from pathlib import Path
from loop_steps import STEPS
root, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
for number in range(count):
    print(STEPS[(number + len(name)) % len(STEPS)](root, f"{name}n{number}"), flush=True)
"""


@pytest.mark.timeout(3_000)
@pytest.mark.parametrize(("people", "steps"), [(3, 7), pytest.param(16, 20 * TIMES, marks=pytest.mark.long)])
def test_all_that_many_people_do_at_once_is_kept(people: int, steps: int, folder: Folder, own_state: Path) -> None:
    root = folder(FILES)
    prepare(root)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    workers = [
        subprocess.Popen(
            [sys.executable, "-c", WORKER, str(root), f"p{'x' * person}", str(steps)],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, text=True,
        )
        for person in range(people)
    ]  # fmt: skip
    said = [worker.communicate() for worker in workers]
    assert [err for _out, err in said] == [""] * people, "no lock error, nor any other"
    acknowledged = Counter(line for out, _err in said for line in out.splitlines())
    assert acknowledged.total() == people * steps
    assert acknowledged - kept(root, own_state) == Counter()
    assert asked_hats(root) == sum(line.startswith("customer ") for line in acknowledged), "counted, never doubled"


def work_until_killed(root: Path, name: str, pipe: int) -> None:
    """In a child: one step after the other, each acknowledged once it is done."""
    number = 0
    while True:
        said = STEPS[number % len(STEPS)](root, f"{name}n{number}")
        os.write(pipe, f"{said}\n".encode())
        number += 1


def killed(root: Path, name: str, seconds: float) -> list[str]:
    """What a child had acknowledged that was killed so many seconds after its first step."""
    come, go = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(come)
            work_until_killed(root, name, go)
        finally:
            os._exit(1)
    os.close(go)
    with os.fdopen(come) as acknowledged:
        first = acknowledged.readline()
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
        return [first.strip(), *acknowledged.read().splitlines()]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.timeout(3_000)
@pytest.mark.parametrize("kills", [3, pytest.param(30 * TIMES, marks=pytest.mark.long)])
def test_a_kill_at_any_moment_loses_nothing_and_leaves_nothing_half(
    kills: int, folder: Folder, own_state: Path
) -> None:
    root = folder(FILES)
    prepare(root)
    loop_steps.searches(root, "first")
    chance = Random(kills)  # noqa: S311 - seeded
    acknowledged = Counter(["miss first whole"])
    for number in range(kills):
        acknowledged.update(killed(root, f"k{number}", chance.uniform(0, 0.4)))
        assert acknowledged - kept(root, own_state) == Counter()
    assert acknowledged.total() > kills
    assert inbox(open_session(str(root))).items


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_two_clones_that_each_sign_ask_note_and_answer_merge_without_a_conflict(
    kb: RunKb, folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = "questions/2026-11-20-aaaaaa.md"
    root = folder({**FILES, asked: "---\n---\nHow many hats at least?\n"})
    git(root, "init", "-q", "-b", "main")
    git(root, "add", ".")
    git(root, "commit", "-qm", "begin")
    clones = [tmp_path / name for name in ("sales", "production")]
    for clone in clones:
        git(tmp_path, "clone", "-q", str(root), str(clone))
        monkeypatch.setenv("KB_STATE", str(tmp_path / f"state of {clone.name}"))
        assert kb("ask", "Do you sell gloves?", "--by", clone.name, content=clone).code == 0
        assert kb("ask", "How many hats at least?", "--by", clone.name, content=clone).code == 0
        assert kb("ask", f"Is {clone.name} open?", content=clone).code == 0
        assert kb("note", "idea", f"An idea of {clone.name}", content=clone).code == 0
        assert kb("search", f"umbrella {clone.name}", content=clone).code == 1
        assert kb("answer", "aaaaaa", "--no", f"{clone.name} says none", content=clone).code == 0
        assert kb("agenda", "--done", content=clone).code == 0
        for side in ("production", "sales"):
            assert kb("agree", "log", "--as", side, "--by", f"{clone.name} {side}", "--yes", content=clone).code == 0
        git(clone, "add", ".")
        git(clone, "commit", "-qm", clone.name)
    git(clones[0], "pull", "-q", "--no-rebase", "--no-edit", str(clones[1]), "main")
    assert git(clones[0], "status", "--porcelain") == ""
    found = inbox(open_session(str(clones[0])))
    assert sorted((item.text, item.times) for item in found.of("questions")) == [
        ("Do you sell gloves?", 2), ("Is production open?", 1), ("Is sales open?", 1),
    ]  # fmt: skip
    assert len(list((clones[0] / "notes").iterdir())) == 4
    assert len(list((clones[0] / "agreed/log").iterdir())) == 4
    assert len(list((clones[0] / "questions/answered/2026-11-20-aaaaaa").iterdir())) == 2
