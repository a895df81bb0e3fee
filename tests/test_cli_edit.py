"""`kb edit`: what is saved is kept and checked; when two change one answer, both versions stay."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import RunKb

from kb.cli import edit

Folder = Callable[[dict[str, str]], Path]
Editor = Callable[[str], None]

MOQ = "---\naudience: sales\n---\n# How many at least?\n\nA hundred.\n\n## Customers say\n- MOQ?\n"


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    """Sets an editor that runs the lines of Python on `file` and its `text`."""

    def use(body: str) -> None:
        program = tmp_path / "my editor.py"
        start = "import sys, pathlib\nfile = pathlib.Path(sys.argv[-1])\ntext = file.read_text('utf-8')\n"
        program.write_text(start + body + "\n")
        monkeypatch.setenv("KB_EDITOR", f'"{sys.executable}" "{program}" --wait')

    return use


def test_what_is_saved_is_the_new_answer(kb: RunKb, folder: Folder, editor: Editor) -> None:
    root = folder({"articles/moq.md": MOQ})
    editor("file.write_text(text.replace('hundred', 'thousand'))")
    said = kb("edit", "how many", content=root)
    assert (said.code, said.out, said.err) == (0, "", f"Saved: {root / 'articles/moq.md'}\n")
    assert (root / "articles/moq.md").read_text() == MOQ.replace("hundred", "thousand")


def test_where_answers_are_signed_the_way_to_a_new_signature_is_told(kb: RunKb, folder: Folder, editor: Editor) -> None:
    root = folder({"articles/moq.md": MOQ})
    (root / "agreed").mkdir()
    editor("file.write_text(text.replace('hundred', 'thousand'))")
    assert kb("edit", "moq", content=root).err.endswith("To sign what it says now: kb agree moq --as production\n")
    for side in ("production", "sales"):
        assert kb("agree", "moq", "--as", side, "--by", side, "--yes", content=root).code == 0
    editor("file.write_text(text.replace('MOQ', 'How few'))")
    assert "agree" not in kb("edit", "moq", content=root).err
    editor("file.write_text(text.replace('thousand', 'dozen'))")
    assert (
        "Until then, what both sides have signed before is what everybody reads." in kb("edit", "moq", content=root).err
    )


def test_an_answer_left_as_it_was_is_not_written(kb: RunKb, folder: Folder, editor: Editor) -> None:
    root = folder({"articles/moq.md": MOQ})
    before = (root / "articles/moq.md").stat()
    editor("pass")
    said = kb("edit", "moq", content=root)
    assert (said.code, said.err) == (0, "articles/moq.md is as it was.\n")
    after = (root / "articles/moq.md").stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_mistakes_are_told_with_their_place_and_the_file_is_kept_as_saved(
    kb: RunKb, folder: Folder, editor: Editor
) -> None:
    root = folder({"articles/moq.md": MOQ})
    editor("file.write_text(text.replace('sales', 'saels'))")
    said = kb("edit", "moq", content=root)
    assert said.code == 1
    assert "articles/moq.md:2: " in said.err
    assert "saels" in (root / "articles/moq.md").read_text()


def test_at_a_terminal_a_file_with_mistakes_is_offered_again(
    kb: RunKb, folder: Folder, editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = folder({"articles/moq.md": MOQ})
    editor(
        "old, new = ('saels', 'customer') if 'saels' in text else ('sales', 'saels')\n"
        "file.write_text(text.replace(old, new))"
    )
    asked: list[str] = []

    def yes(prompt: str) -> bool:
        asked.append(prompt)
        return True

    monkeypatch.setattr(edit, "can_ask", lambda: True)
    monkeypatch.setattr(edit, "says_yes", yes)
    assert kb("edit", "moq", content=root).code == 0
    assert asked == ["Open it again?"]
    assert "audience: customer" in (root / "articles/moq.md").read_text()


def test_when_somebody_else_changes_it_meanwhile_both_versions_are_kept(
    kb: RunKb, folder: Folder, editor: Editor
) -> None:
    root = folder({"articles/moq.md": MOQ})
    there = str(root / "articles/moq.md")
    editor(f"pathlib.Path({there!r}).write_text('# Theirs\\n\\nX.\\n')\nfile.write_text(text + 'Mine.\\n')")
    said = kb("edit", "moq", content=root)
    (kept,) = (root / "articles").glob("moq.conflict-*")
    assert said.code == 2
    assert str(kept) in said.err
    assert kept.read_text() == MOQ + "Mine.\n"
    assert (root / "articles/moq.md").read_text() == "# Theirs\n\nX.\n"


def test_an_editor_that_fails_changes_nothing_and_what_it_saved_is_kept(
    kb: RunKb, folder: Folder, editor: Editor, own_state: Path
) -> None:
    root = folder({"articles/moq.md": MOQ})
    editor("file.write_text('mine'); sys.exit(1)")
    said = kb("edit", "moq", content=root)
    assert said.code == 2
    (kept,) = own_state.rglob("moq.md")
    assert kept.read_text() == "mine"
    assert str(kept) in said.err
    assert (root / "articles/moq.md").read_text() == MOQ


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("/no/such/editor", "cannot be started"),
        ("'unclosed", "a quotation mark is missing"),
        ("   ", "Which editor?"),
        ("", "Which editor?"),
    ],
)
def test_an_editor_that_cannot_be_used_is_said_plainly(
    kb: RunKb, folder: Folder, monkeypatch: pytest.MonkeyPatch, command: str, told: str
) -> None:
    monkeypatch.setenv("KB_EDITOR", command)
    said = kb("edit", "moq", content=folder({"articles/moq.md": MOQ}))
    assert said.code == 2
    assert told in said.err


def test_without_an_editor_no_copy_is_left(
    kb: RunKb, folder: Folder, monkeypatch: pytest.MonkeyPatch, own_state: Path
) -> None:
    monkeypatch.setenv("KB_EDITOR", "'unclosed")
    assert kb("edit", "moq", content=folder({"articles/moq.md": MOQ})).code == 2
    assert list(own_state.rglob("edit-*")) == []


def test_the_first_of_the_three_variables_counts(
    kb: RunKb, folder: Folder, editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor("file.write_text(text + 'More.\\n')")
    monkeypatch.setenv("VISUAL", "/no/such/editor")
    monkeypatch.setenv("EDITOR", "/no/such/editor")
    assert kb("edit", "moq", content=folder({"articles/moq.md": MOQ})).code == 0


def test_an_unknown_answer_names_the_nearest(kb: RunKb, folder: Folder, editor: Editor) -> None:
    editor("pass")
    said = kb("edit", "moqq", content=folder({"articles/moq.md": MOQ}))
    assert said.code == 1
    assert "Did you mean moq?" in said.err


def test_an_editor_off_a_terminal_reads_nothing_and_waits_for_nothing(
    kb: RunKb, folder: Folder, editor: Editor
) -> None:
    root = folder({"articles/moq.md": MOQ})
    editor("file.write_text(text + sys.stdin.read() + 'End.\\n')")
    assert kb("edit", "moq", content=root).code == 0
    assert (root / "articles/moq.md").read_text() == MOQ + "End.\n"


def test_a_change_that_breaks_anothers_number_is_kept_and_told(kb: RunKb, folder: Folder, editor: Editor) -> None:
    numbers = "## Numbers\n- lead time, plain box: 5 to 7 working days\n"
    plain = f"---\naudience: customer\n---\n# How long?\nSeven days.\n\n{numbers}"
    root = folder({"articles/moq.md": MOQ, "articles/plain-time.md": plain})
    editor("file.write_text(text.replace('A hundred.', 'Plain boxes take two working days.'))")
    said = kb("edit", "how many", content=root)
    assert said.code == 0
    assert "warning: 'Plain boxes take two working days.' promises more than plain-time does" in said.err
