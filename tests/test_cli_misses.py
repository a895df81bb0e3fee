"""What `kb search` keeps of a question that has no answer, and where."""

import json
import os
import re
import socket
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import RunKb

from kb.session.misses import read_misses

Folder = Callable[[dict[str, str]], Path]

RUSH = "---\naudience: customer\n---\n# Can you rush an order?\n\nRepeat orders only, in five working days.\n"
HIDDEN = "# What is our zebra margin?\n\nA secret order.\n"
SHARED = "company: Testing\nshare_searches: yes\n"
MISSED = "insurance cover for an order"

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")


def logs(own_state: Path) -> list[Path]:
    return sorted(own_state.rglob("misses*.jsonl"))


def kept(own_state: Path) -> list[str]:
    """The words of every miss in the private log."""
    return [miss.words for log in logs(own_state) for miss in read_misses(log).misses]


def test_a_question_without_an_answer_is_kept_with_time_and_nearest(kb: RunKb, folder: Folder, own_state: Path) -> None:
    root = folder({"articles/rush.md": RUSH, "articles/secret.md": HIDDEN})
    assert kb("search", *MISSED.split(), content=root).code == 1
    [log] = logs(own_state)
    [line] = log.read_text("utf-8").splitlines()
    assert re.fullmatch(
        r'\{"time": "20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ", "words": "insurance cover for an order", "corrected": null, '
        r'"nearest": \["rush"\]\}',
        line,
    )
    assert not (root / "searches").exists()


@posix
def test_the_private_log_is_its_owners_alone(kb: RunKb, folder: Folder, own_state: Path) -> None:
    kb("search", MISSED, content=folder({"articles/rush.md": RUSH}))
    [log] = logs(own_state)
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_what_was_searched_instead_is_kept_beside_what_was_typed(kb: RunKb, folder: Folder, own_state: Path) -> None:
    root = folder({"articles/rush.md": RUSH})
    assert kb("search", "insurance cover for repaet orders", content=root).code == 1
    [miss] = read_misses(logs(own_state)[0]).misses
    assert miss.words == "insurance cover for repaet orders"
    assert miss.corrected == "insurance cover for repeat orders"


def test_a_single_search_for_a_script_is_kept_and_a_batch_is_not(kb: RunKb, folder: Folder, own_state: Path) -> None:
    root = folder({"articles/rush.md": RUSH})
    assert kb("search", "--batch", "-", "--json", content=root, stdin="insurance\ngold foil\n").code == 0
    assert logs(own_state) == []
    assert json.loads(kb("search", "gold foil", "--json", content=root).out)["answered"] is False
    assert kept(own_state) == ["gold foil"]


def test_the_answer_is_the_same_as_before_anything_was_kept(kb: RunKb, folder: Folder) -> None:
    root = folder({"articles/rush.md": RUSH, "kb.yaml": SHARED})
    first = kb("search", MISSED, content=root)
    assert first == kb("search", MISSED, content=root)
    assert first.err == ""


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["rush order"], 0),
        (["the of and"], 2),
        (["***"], 2),
        ([""], 2),
        ([], 2),
        (["insurance", "--tag", "none such"], 2),
        (["insurance", "-n", "many"], 2),
    ],
)
def test_what_was_answered_or_no_question_is_not_kept(
    arguments: list[str], code: int, kb: RunKb, folder: Folder, own_state: Path
) -> None:
    root = folder({"articles/rush.md": RUSH, "kb.yaml": SHARED})
    assert kb("search", *arguments, content=root).code == code
    assert logs(own_state) == []
    assert not (root / "searches").exists()


def test_a_company_that_shares_its_searches_has_them_in_the_content(kb: RunKb, folder: Folder, own_state: Path) -> None:
    root = folder({"articles/rush.md": RUSH, "kb.yaml": SHARED})
    for words in (MISSED, "gold foil"):
        assert kb("search", words, content=root).code == 1
    [shared] = (root / "searches").iterdir()
    assert re.fullmatch(r"[a-z0-9]{12}\.jsonl", shared.name)
    assert shared.read_bytes() == logs(own_state)[0].read_bytes()
    assert [miss.words for miss in read_misses(shared).misses] == [MISSED, "gold foil"]


def test_the_setting_counts_from_the_next_search_on(kb: RunKb, folder: Folder, own_state: Path) -> None:
    root = folder({"articles/rush.md": RUSH})
    for setting, words in (("no", "gold foil"), ("yes", "lacquer"), ("no", "embossing")):
        (root / "kb.yaml").write_text(f"share_searches: {setting}\n", "utf-8")
        assert kb("search", words, content=root).code == 1
    [shared] = (root / "searches").iterdir()
    assert [miss.words for miss in read_misses(shared).misses] == ["lacquer"]
    assert kept(own_state) == ["gold foil", "lacquer", "embossing"]


@posix
def test_colleagues_on_a_shared_drive_may_read_what_is_shared_and_add_theirs(kb: RunKb, folder: Folder) -> None:
    root = folder({"articles/rush.md": RUSH, "kb.yaml": SHARED})
    root.chmod(0o775)
    before = os.umask(0o022)
    try:
        kb("search", MISSED, content=root)
    finally:
        os.umask(before)
    [shared] = (root / "searches").iterdir()
    assert stat.S_IMODE(shared.parent.stat().st_mode) == 0o775
    assert stat.S_IMODE(shared.stat().st_mode) == 0o644


def test_two_companies_of_one_machine_have_one_name_for_it(
    kb: RunKb, folder: Folder, tmp_path: Path, own_state: Path
) -> None:
    first = folder({"articles/rush.md": RUSH, "kb.yaml": SHARED})
    second = tmp_path / "second"
    second.mkdir()
    (second / "kb.yaml").write_text(SHARED, "utf-8")
    for root in (first, second):
        kb("search", "insurance", content=root)
    names = {path.name for root in (first, second) for path in (root / "searches").iterdir()}
    assert names == {f"{(own_state / 'machine-id').read_text()}.jsonl"}


def test_a_shared_folder_that_cannot_be_written_costs_nobody_the_answer(
    kb: RunKb, folder: Folder, own_state: Path
) -> None:
    root = folder({"articles/rush.md": RUSH, "kb.yaml": SHARED, "searches": "in the way"})
    said = kb("search", MISSED, content=root)
    assert (said.code, said.err) == (1, "")
    assert "No answer on that yet" in said.out
    assert kept(own_state) == [MISSED]
    assert (root / "searches").read_text() == "in the way"


def test_shared_searches_do_not_make_the_index_old(kb: RunKb, folder: Folder, own_state: Path) -> None:
    root = folder({"articles/rush.md": RUSH, "kb.yaml": SHARED})
    seen = []
    for words in ("gold foil", "lacquer", "embossing"):
        kb("search", words, content=root)
        seen.append(json.loads(next(own_state.rglob("index.json")).read_text("utf-8"))["stamp"]["fingerprint"])
    assert len(list((root / "searches").iterdir())) == 1
    assert len(set(seen)) == 1


def test_nothing_tells_who_asked(
    kb: RunKb, folder: Folder, own_state: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("USER", "LOGNAME", "USERNAME", "HOME", "HOSTNAME", "COMPUTERNAME", "GIT_AUTHOR_NAME", "EMAIL"):
        monkeypatch.setenv(name, f"kbcanary-{name}")
    monkeypatch.setattr(socket, "gethostname", lambda: "kbcanary-host")
    (tmp_path / "kbcanary-here").mkdir()
    monkeypatch.chdir(tmp_path / "kbcanary-here")
    root = folder({"articles/rush.md": RUSH, "kb.yaml": SHARED}).rename(tmp_path / "kbcanary-content")
    kb("search", MISSED, content=root)
    [shared] = (root / "searches").iterdir()
    [local] = logs(own_state)
    for log in (local, shared):
        line = log.read_text("utf-8")
        assert "canary" not in line
        assert list(json.loads(line)) == ["time", "words", "corrected", "nearest"]
    assert "canary" not in shared.name


def test_control_characters_are_written_so_that_no_terminal_obeys_them(
    kb: RunKb, folder: Folder, own_state: Path
) -> None:
    kb("search", "gold\x1b[2J\nfoil \x9b2J \u202e", content=folder({"articles/rush.md": RUSH}))
    [line] = logs(own_state)[0].read_text("utf-8").split("\n")[:-1]
    assert line.isprintable()
    assert kept(own_state) == ["gold\x1b[2J\nfoil \x9b2J \u202e"]
