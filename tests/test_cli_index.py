"""`kb index`, and what happens when several processes want the index at once."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from conftest import RunKb

Folder = Callable[[dict[str, str]], Path]

GATE = "---\naudience: sales\n---\n# When is the gate open?\n\nFrom six to two.\n"


def test_it_tells_how_many_answers_are_indexed(kb: RunKb, folder: Folder) -> None:
    root = folder({"articles/gate.md": GATE, "articles/inside.md": "# What?\n\nSecret.\n"})
    said = kb("index", content=root)
    assert (said.code, said.out) == (0, "")
    assert said.err.startswith("Indexed 1 answer in ")
    assert json.loads(kb("index", "--json", content=root).out)["articles"] == 1


def test_an_empty_folder_is_indexed_too(kb: RunKb, folder: Folder) -> None:
    assert kb("index", content=folder({})).code == 0


def test_a_search_does_not_wait_while_another_kb_works(kb: RunKb, folder: Folder, own_state: Path) -> None:
    root = folder({"articles/gate.md": GATE})
    assert kb("search", "gate", content=root).code == 0
    (root / "articles/gate.md").write_text(GATE.replace("six", "ten"), "utf-8")
    lock = next(own_state.glob("*/lock"))
    program = (
        f"import fcntl, sys; f = open({str(lock)!r}); fcntl.flock(f, fcntl.LOCK_EX); "
        "print('held', flush=True); sys.stdin.read()"
    )
    holder = subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    said = kb("search", "gate", content=root)
    holder.communicate()
    assert said.code == 0
    assert "From six to two." in said.out
    assert "Another kb" in said.out
    assert "From ten to two." in kb("search", "gate", content=root).out


def test_many_first_searches_at_once_all_find_it(folder: Folder) -> None:
    root = folder({f"articles/a{n}.md": GATE for n in range(30)})
    command = [sys.executable, "-m", "kb", "--content", str(root), "search", "gate", "--json"]
    running = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=dict(os.environ))
        for _ in range(8)
    ]
    said = [process.communicate() for process in running]
    assert [err for _, err in said] == [b""] * 8
    assert all(json.loads(out)["answered"] for out, _ in said)
