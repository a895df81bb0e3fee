"""A folder that cannot be reached just now, a share or a drive: answers from what is remembered, saying of when."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran, RunKb

GATE = "---\naudience: sales\n---\n# When is the gate open?\n\nFrom six to two.\n\n## Numbers\n- lead time: 3 days\n"

Folder = Callable[[dict[str, str]], Path]


def gone(root: Path) -> None:
    root.rename(root.with_name("elsewhere"))


def unmounted(root: Path) -> None:
    gone(root)
    root.mkdir()


@pytest.fixture(params=[gone, unmounted])
def absent(request: pytest.FixtureRequest, kb: RunKb, folder: Folder, own_state: Path) -> Path:
    """A folder that was searched at 14:05 and then went out of reach."""
    root = folder({"articles/gate.md": GATE})
    assert kb("search", "gate open", content=root).code == 0
    request.param(root)
    at = 1_795_442_700  # 23 November 2026, 14:05 UTC
    os.utime(next(own_state.glob("*/index.json")), (at, at))
    return root


@pytest.fixture(autouse=True)
def in_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")


def test_a_search_answers_and_says_of_when_that_is(kb: RunKb, absent: Path) -> None:
    done = kb("search", "gate open", content=absent)

    assert done.code == 0
    assert "From six to two." in done.out
    words = " ".join(done.out.split())
    assert words.startswith(f"The folder {absent} is not reachable; this is as of Mon 23 Nov,")


def test_json_has_the_answer_as_usual(kb: RunKb, absent: Path) -> None:
    found = json.loads(kb("search", "gate open", "--json", content=absent).out)

    assert found["answered"] is True
    assert found["hits"][0]["slug"] == "gate"


def test_a_search_without_an_answer_has_its_usual_exit_code(kb: RunKb, absent: Path) -> None:
    assert kb("search", "zeppelin", content=absent).code == 1


def test_an_answer_is_shown_too(kb: RunKb, absent: Path) -> None:
    done = kb("show", "gate", content=absent)

    assert "From six to two." in done.out
    assert "is not reachable; this is as of Mon 23 Nov" in done.err


@pytest.mark.parametrize(
    "command", [("lint",), ("index",), ("add", "--title", "Who?"), ("edit", "gate"), ("export", "x.pdf")]
)
def test_whatever_needs_the_folder_says_that_it_is_not_there(command: tuple[str, ...], kb: RunKb, absent: Path) -> None:
    done: Ran = kb(*command, content=absent)

    assert done.code == 2
    assert "There is no folder" in done.err or "is no knowledge base" in done.err
    assert not (absent / "articles").exists()


def test_a_folder_that_was_never_used_is_not_remembered(kb: RunKb, tmp_path: Path) -> None:
    assert "There is no folder" in kb("search", "gate", content=tmp_path / "nowhere").err


def test_a_folder_that_comes_back_is_read_again(kb: RunKb, absent: Path) -> None:
    shutil.rmtree(absent, ignore_errors=True)
    absent.with_name("elsewhere").rename(absent)
    (absent / "articles/gate.md").write_text(GATE.replace("six to two", "five to nine"), "utf-8")
    done = kb("search", "gate open", content=absent)

    assert "From five to nine." in done.out
    assert "not reachable" not in done.out
