"""Signing by many at once, in two clones, and under a kill at any moment: what was acknowledged is there, and whole."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from clones import git
from conftest import TIMES, RunKb

from kb.library.load import load_library
from kb.session.agree import Signing
from kb.session.opening import open_session

Folder = Callable[[dict[str, str]], Path]

WORKER = """
import sys
from pathlib import Path
from test_agree_kept import sign_one
root, person, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
for number in range(count):
    print(sign_one(root, person, number), flush=True)
"""


def article(name: str) -> str:
    return f"---\naudience: sales\n---\n# How is {name}?\n\nFine.\n"


def sign_one(root: Path, person: str, number: int) -> str:
    """One person's next signature under the answer of that name, and one under what all sign; the first is told."""
    year, month = divmod(number, 12)
    session = open_session(str(root), f"{2026 + year}-{month + 1:02}-01")
    signing, side = Signing(session), ("production", "sales")[number % 2]
    signing.sign(signing.article("shared"), side, f"{person} {number}")
    done = signing.sign(signing.article(person), side, f"{person} {number}")
    assert done.file
    return f"{done.file.relative_to(root).as_posix()} {person} {number}"


def kept(root: Path) -> set[str]:
    """Every signature under an answer that one person signs alone; all that is there has to be whole."""
    library = load_library(root)
    assert [problem for problem in library.problems if problem.path.startswith("agreed/")] == []
    return {f"{one.path} {one.by}" for one in library.signatures or () if one.slug != "shared"}


@pytest.mark.timeout(3_000)
@pytest.mark.parametrize(("people", "count"), [(3, 4), pytest.param(16, 20 * TIMES, marks=pytest.mark.long)])
def test_all_that_many_people_sign_at_once_is_kept(people: int, count: int, folder: Folder) -> None:
    names = [f"person-{number}" for number in range(people)]
    root = folder({"kb.yaml": "", **{f"articles/{name}.md": article(name) for name in (*names, "shared")}})
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path])}
    workers = [
        subprocess.Popen(
            [sys.executable, "-c", WORKER, str(root), name, str(count)],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, text=True,
        )
        for name in names
    ]  # fmt: skip
    said = [worker.communicate() for worker in workers]
    assert [err for _out, err in said] == [""] * people
    acknowledged = {line for out, _err in said for line in out.splitlines()}
    assert len(acknowledged) == people * count
    assert acknowledged == kept(root)
    assert not list(root.rglob(".kb-*"))


def killed(root: Path, person: str, first: int, seconds: float) -> list[str]:
    """What a child that signs and is killed after so many seconds had acknowledged."""
    come, go = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(come)
            for number in range(first, first + 1_000):
                os.write(go, f"{sign_one(root, person, number)}\n".encode())
        finally:
            os._exit(1)
    os.close(go)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    with os.fdopen(come) as acknowledged:
        return acknowledged.read().splitlines()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.timeout(3_000)
@pytest.mark.parametrize("kills", [3, pytest.param(30 * TIMES, marks=pytest.mark.long)])
def test_a_kill_at_any_moment_loses_no_signature_and_leaves_none_half(kills: int, folder: Folder) -> None:
    root = folder({"kb.yaml": "", "articles/ann.md": article("ann"), "articles/shared.md": article("shared")})
    chance, acknowledged = Random(kills), set[str]()  # noqa: S311 - seeded
    for number in range(kills):
        acknowledged |= set(killed(root, "ann", 200 * number, chance.uniform(0.02, 0.4)))
        assert acknowledged <= kept(root)
    assert acknowledged, "something was signed before a kill"


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_two_clones_that_each_sign_the_same_answers_merge_without_a_conflict(
    kb: RunKb, folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = folder({"kb.yaml": "", "articles/ann.md": article("ann"), "articles/ben.md": article("ben")})
    git(root, "init", "-q", "-b", "main")
    git(root, "add", ".")
    git(root, "commit", "-qm", "begin")
    clones = [tmp_path / name for name in ("production", "sales")]
    for clone in clones:
        git(tmp_path, "clone", "-q", str(root), str(clone))
        monkeypatch.setenv("KB_STATE", str(tmp_path / f"state of {clone.name}"))
        for words in (["ann", "--as", clone.name], ["ben", "--as", "production"]):
            assert kb("agree", *words, "--by", clone.name, "--yes", content=clone).code == 0
        assert kb("agree", "ben", "--as", "sales", "--by", clone.name, "--no", "Never.", content=clone).code == 0
        git(clone, "add", ".")
        git(clone, "commit", "-qm", clone.name)
    git(clones[0], "pull", "-q", "--no-rebase", "--no-edit", str(clones[1]), "main")
    assert git(clones[0], "status", "--porcelain") == ""
    assert '"state": "agreed"' in kb("show", "ann", "--json", content=clones[0]).out
    assert len(list((clones[0] / "questions").iterdir())) == 2
