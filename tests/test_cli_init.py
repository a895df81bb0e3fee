"""`kb init`: a tiny valid folder for another company, or the sample; never over anything that is there."""

from pathlib import Path

import pytest
from conftest import SAMPLE, RunKb

import kb.session.start as kb_start
from kb.cli import init


def tree(root: Path) -> list[str]:
    return sorted(str(path.relative_to(root)) for path in root.rglob("*") if path.is_file())


def test_a_new_folder_is_small_valid_and_answers_at_once(kb: RunKb, tmp_path: Path) -> None:
    root = tmp_path / "new" / "acme"
    said = kb("init", str(root), "--company", "Acme: Boxes #1", content=None)
    assert (said.code, said.out) == (0, f"{root}\n")
    assert tree(root) == [
        ".gitignore",
        "articles/how-long-does-it-take.md",
        "articles/how-to-write-an-answer.md",
        "glossary.yaml",
        "kb.yaml",
        "people.yaml",
    ]
    assert 'company: "Acme: Boxes #1"' in (root / "kb.yaml").read_text()
    lint = kb("lint", content=root)
    assert (lint.code, lint.out) == (0, "")
    assert kb("search", "how do I write a good answer", content=root).code == 0


def test_an_example_number_is_never_told_to_a_customer(kb: RunKb, tmp_path: Path) -> None:
    kb("init", str(tmp_path / "a"), content=None)
    assert "10 to 12" not in kb("search", "lead time", content=tmp_path / "a").out


def test_off_a_terminal_the_company_is_called_like_its_folder(kb: RunKb, tmp_path: Path) -> None:
    root = tmp_path / "acme-boxes"
    said = kb("init", str(root), content=None)
    assert said.code == 0
    assert "A knowledge base for Acme boxes" in said.err
    assert (root / "kb.yaml").read_text().startswith("company: Acme boxes\n")


def test_on_a_terminal_the_company_is_asked_for(kb: RunKb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(init, "can_ask", lambda: True)
    monkeypatch.setattr(init, "ask", lambda _prompt: " Acme ")
    kb("init", str(tmp_path / "a"), content=None)
    assert (tmp_path / "a/kb.yaml").read_text().startswith("company: Acme\n")


def test_the_next_steps_stand_below_each_other(kb: RunKb, tmp_path: Path) -> None:
    steps = kb("init", str(tmp_path / "a"), content=None).err.splitlines()[1:-1]
    assert len(steps) == 4
    assert {line.rindex("  ") for line in steps} == {steps[1].rindex("  ")}


def test_the_sample_company_is_copied_whole(kb: RunKb, tmp_path: Path) -> None:
    said = kb("init", str(tmp_path / "try"), "--sample", content=None)
    assert said.code == 0
    expected = [name for name in tree(SAMPLE) if not Path(name).name.startswith(".")]
    assert tree(tmp_path / "try") == expected
    assert all((tmp_path / "try" / name).read_bytes() == (SAMPLE / name).read_bytes() for name in expected)


@pytest.mark.parametrize("name", ["kb.yaml", "notes.txt", "articles/x.md"])
@pytest.mark.parametrize("flags", [[], ["--sample"]])
def test_a_folder_that_holds_something_is_refused_and_left_alone(
    kb: RunKb, tmp_path: Path, name: str, flags: list[str]
) -> None:
    (tmp_path / "a" / name).parent.mkdir(parents=True)
    (tmp_path / "a" / name).write_text("mine\n")
    said = kb("init", str(tmp_path / "a"), *flags, content=None)
    assert (said.code, said.out) == (2, "")
    assert "nothing was changed" in said.err
    assert tree(tmp_path / "a") == [name]


def test_a_file_in_the_place_of_the_folder_is_refused(kb: RunKb, tmp_path: Path) -> None:
    (tmp_path / "a").write_text("mine\n")
    assert kb("init", str(tmp_path / "a"), content=None).code == 2
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    assert kb("init", str(tmp_path / "link"), content=None).code == 2


def test_a_folder_with_only_gits_own_files_is_as_good_as_empty(kb: RunKb, tmp_path: Path) -> None:
    (tmp_path / "a/.git").mkdir(parents=True)
    assert kb("init", str(tmp_path / "a"), content=None).code == 0


def test_the_sample_has_its_own_name(kb: RunKb, tmp_path: Path) -> None:
    assert kb("init", str(tmp_path / "a"), "--sample", "--company", "X", content=None).code == 2
    assert not (tmp_path / "a").exists()


def test_an_installation_without_the_sample_says_so(kb: RunKb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kb_start, "_PACKAGE", tmp_path / "elsewhere" / "kb")
    said = kb("init", str(tmp_path / "a"), "--sample", content=None)
    assert (said.code, said.err.splitlines()[0]) == (2, "kb: This installation of kb carries no sample company.")


def test_a_start_that_fails_midway_leaves_nothing_behind(
    kb: RunKb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, _data: bytes) -> bool:
        if path.name == "people.yaml":
            raise OSError(28, "No space left on device")
        path.write_text("")
        return True

    monkeypatch.setattr(kb_start, "create_exclusive", full)
    (tmp_path / "there").mkdir()
    for name in ("new", "there"):
        said = kb("init", str(tmp_path / name), content=None)
        assert said.code == 2
        assert "No space left on device" in said.err
    assert not (tmp_path / "new").exists()
    assert tree(tmp_path / "there") == []
