"""`kb add`: by conversation, by flags, from a file and in the editor."""

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import RunKb
from test_cli_conversation import ANSWERS

from kb.cli import add

Folder = Callable[[dict[str, str]], Path]

PEOPLE = "planning:\n  name: Planning desk\n  knows: lead times\ntooling:\n  name: Tool room\n"


def test_by_flags_a_valid_file_is_written_and_found(kb: RunKb, folder: Folder) -> None:
    root = folder({"people.yaml": PEOPLE})
    said = kb(
        "add", "--title", "How many at least?", "--say", "A hundred.", "--customers-say", "MOQ?", "--customers-say",
        "minimum", "--number", "smallest order: at least 100 boxes", "--dont-say", "no minimum: set-up", "--why", "So.",
        "--worth-telling", "Proud.", "--push-back", "Offer.", "--inside", "Secret.", "--desk", "Planning desk",
        "--audience", "customer", "--tags", "quantity, price", content=root,
    )  # fmt: skip
    file = root / "articles/how-many-at-least.md"
    assert (said.code, said.out) == (0, f"{file}\n")
    assert file.read_text() == (
        "---\ndesk: planning\naudience: customer\ntags: quantity, price\n---\n# How many at least?\n\nA hundred.\n\n"
        "## Customers say\n- MOQ?\n- minimum\n\n## Numbers\n- smallest order: at least 100 boxes\n\n"
        '## Don\'t say\n- "no minimum": set-up\n\n## Why\nSo.\n\n## Worth telling\nProud.\n\n'
        "## If they push back\n- Offer.\n\n## Inside only\nSecret.\n"
    )
    assert said.err.splitlines() == [
        "Written: How many at least?",
        f'  kb --content {root} search "How many at least?"  finds it',
        f"  kb --content {root} edit how-many-at-least       changes it",
        f"  kb --content {root} lint                         checks all answers",
    ]
    assert kb("search", "How many at least?", content=root).code == 0


def test_where_answers_are_signed_the_way_to_a_signature_is_told(kb: RunKb, folder: Folder) -> None:
    root = folder({"articles/x.md": "# X?\n\nX.\n"})
    words = ("add", "--say", "So.", "--audience", "sales", "--title")
    assert "agree" not in kb(*words, "How?", content=root).err
    (root / "agreed").mkdir()
    assert "agree where --as production" in kb(*words, "Where?", content=root).err


def test_json_names_slug_and_path(kb: RunKb, folder: Folder) -> None:
    root = folder({})
    said = kb("add", "--title", "How?", "--say", "So.", "--audience", "sales", "--json", content=root)
    assert json.loads(said.out) == {
        "schema": 1,
        "slug": "how",
        "path": str(root / "articles/how.md"),
        "warnings": [],
    }


def test_without_an_audience_it_is_said_whose_word_counts(kb: RunKb, folder: Folder) -> None:
    said = kb("add", "--title", "How?", "--say", "So.", content=folder({}))
    assert said.code == 0
    assert "No audience was named, so it is for inside, as kb.yaml says." in said.err
    assert "show how --inside" in said.err
    assert "finds it" not in said.err


def test_the_companys_own_audience_is_kept(kb: RunKb, folder: Folder) -> None:
    root = folder({"kb.yaml": "company: X\ndefault_audience: sales\n"})
    said = kb("add", "--title", "How?", "--say", "So.", content=root)
    assert "No audience was named, so it is for sales, as kb.yaml says." in said.err


@pytest.mark.parametrize(
    ("flags", "told"),
    [
        ([], "Nobody sits at a terminal"),
        (["--title", "How?"], "--say"),
        (["--title", "How?", "--say", "So.", "--desk", "tolling"], "Did you mean 'tooling'?"),
        (["--title", "How?", "--say", "So.", "--number", "five"], "I can't find a colon in 'five'."),
        (["--title", "How?", "--from", "-"], "--from takes a ready article."),
        (["--from", "nowhere.md"], "nowhere.md cannot be opened"),
        (["--from", "-"], "Nothing was written"),
        (["--from", "."], ". is a folder."),
        (["--edit"], "Which editor?"),
        (["--title", "--say"], ""),
    ],
)
def test_what_cannot_be_done_is_said_with_exit_code_2_and_nothing_is_written(
    kb: RunKb, folder: Folder, flags: list[str], told: str
) -> None:
    root = folder({"people.yaml": PEOPLE})
    said = kb("add", *flags, content=root)
    assert (said.code, said.out) == (2, "")
    assert told in said.err
    assert not (root / "articles").exists()


def test_an_article_is_never_overwritten(kb: RunKb, folder: Folder) -> None:
    root = folder({"articles/how.md": "# How?\n\nMine.\n"})
    said = kb("add", "--title", "How?", "--say", "So.", content=root)
    assert said.code == 2
    assert "kb edit how" in said.err
    assert (root / "articles/how.md").read_text() == "# How?\n\nMine.\n"
    assert kb("add", "--title", "How?", "--say", "So.", "--slug", "how-2", content=root).code == 0


def test_what_comes_next_needs_no_folder_named_where_none_was(
    kb: RunKb, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder({}))
    said = kb("add", "--title", 'A "$5" box!', "--say", "So.", "--audience", "sales", content=None)
    assert "  kb search 'A \"$5\" box!'  finds it\n  kb edit a-5-box          changes it\n" in said.err


@pytest.mark.parametrize("source", ["note.md", "-"])
def test_a_ready_article_is_taken_from_a_file_or_from_stdin(
    kb: RunKb, folder: Folder, tmp_path: Path, source: str
) -> None:
    ready = "---\naudience: sales\n---\n# Why so long?\n\nPlates.\n"
    (tmp_path / "note.md").write_text("\ufeff" + ready.replace("\n", "\r\n"), "utf-8", newline="")
    root = folder({})
    named = source if source == "-" else str(tmp_path / source)
    assert kb("add", "--from", named, content=root, stdin=ready).code == 0
    assert (root / "articles/why-so-long.md").read_bytes() == ready.encode()


def test_a_ready_article_in_yaml_stays_yaml(kb: RunKb, folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "note.yaml").write_text("title: Why so long?\naudience: sales\nsay: Plates.\n")
    root = folder({})
    assert kb("add", "--from", str(tmp_path / "note.yaml"), content=root).code == 0
    assert (root / "articles/why-so-long.yaml").is_file()


def test_a_fifo_as_a_source_blocks_nothing(kb: RunKb, folder: Folder, tmp_path: Path) -> None:
    make = getattr(os, "mkfifo", None)
    if make is None:
        pytest.skip("Windows has no FIFOs in folders")
    make(tmp_path / "pipe.md")
    assert kb("add", "--from", str(tmp_path / "pipe.md"), content=folder({})).code == 2


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[[list[str]], None]:
    """Lets somebody sit at a terminal and type."""

    def answer(lines: list[str]) -> None:
        left: Iterator[str] = iter(lines)

        def ask(_prompt: str) -> str:
            line = next(left, None)
            if line is None:
                raise EOFError
            if line == "^C":
                raise KeyboardInterrupt
            return line

        monkeypatch.setattr(add, "can_ask", lambda: True)
        monkeypatch.setattr(add, "ask", ask)

    return answer


def test_a_talk_at_a_terminal_writes_the_file(kb: RunKb, folder: Folder, typed: Callable[[list[str]], None]) -> None:
    typed(ANSWERS)
    root = folder({"people.yaml": PEOPLE})
    said = kb("add", content=root)
    assert (said.code, said.out) == (0, f"{root / 'articles/how-many-at-least.md'}\n")
    assert "audience: sales" in (root / "articles/how-many-at-least.md").read_text()


def test_what_cannot_be_written_is_told_and_the_answer_asked_for_again(
    kb: RunKb, folder: Folder, typed: Callable[[list[str]], None]
) -> None:
    typed(["How?", "So.", "Inside only", "", *[""] * 8, "", "", "2", "So be it.", "", ""])
    root = folder({})
    said = kb("add", content=root)
    assert said.code == 0
    assert "would be taken for a heading" in said.err
    assert "So be it." in (root / "articles/how.md").read_text()


@pytest.mark.parametrize("last", [["n"], [], ["^C"]])
def test_who_stops_loses_nothing_and_can_go_on(
    kb: RunKb, folder: Folder, own_state: Path, typed: Callable[[list[str]], None], last: list[str]
) -> None:
    code = 0 if last == ["n"] else 130
    typed([*ANSWERS[:-1], *last])
    root = folder({"people.yaml": PEOPLE})
    said = kb("add", content=root)
    assert (said.code, said.out) == (code, "")
    assert not (root / "articles").exists()
    (kept,) = own_state.rglob("drafts/*.md")
    assert f"kb add --from {kept}" in said.err
    typed(["Proud.", "", "", "", ""])
    assert kb("add", "--from", str(kept), content=root).code == 0
    text = (root / "articles/how-many-at-least.md").read_text()
    assert "A hundred." in text
    assert "## Worth telling\nProud.\n" in text, "what was still empty was asked"


def test_who_stops_at_the_second_question_goes_on_there(
    kb: RunKb, folder: Folder, own_state: Path, typed: Callable[[list[str]], None]
) -> None:
    typed(["How many at least?"])
    root = folder({"people.yaml": PEOPLE})
    assert kb("add", content=root).code == 130
    (kept,) = own_state.rglob("drafts/*.md")
    typed(["A hundred.", *[""] * 20])
    said = kb("add", "--from", str(kept), content=root)
    assert said.code == 0
    assert "What do customers ask?" not in said.err
    assert "A hundred." in (root / "articles/how-many-at-least.md").read_text()


def test_what_was_kept_and_then_worked_on_is_a_ready_article(
    kb: RunKb, folder: Folder, own_state: Path, typed: Callable[[list[str]], None]
) -> None:
    typed(ANSWERS[:2])
    root = folder({"people.yaml": PEOPLE})
    assert kb("add", content=root).code == 130
    (kept,) = own_state.rglob("drafts/*.md")
    kept.write_text(kept.read_text() + "\n## Why\n**So.**\n")
    typed([])
    assert kb("add", "--from", str(kept), content=root).code == 0
    assert "**So.**" in (root / "articles/how-many-at-least.md").read_text()


def test_a_question_that_is_answered_already_is_told_before_the_answer_is_typed(
    kb: RunKb, folder: Folder, typed: Callable[[list[str]], None]
) -> None:
    root = folder({"articles/minimum.md": "# How many at least?\n\nTen.\n"})
    typed(["how many at LEAST"])
    said = kb("add", content=root)
    assert "There is an answer to that already: articles/minimum.md. To change it: kb edit minimum." in " ".join(
        said.err.split()
    )
    assert "What do we answer?" not in said.err


def test_who_stops_before_the_first_answer_is_told_that_nothing_was_written(
    kb: RunKb, folder: Folder, own_state: Path, typed: Callable[[list[str]], None]
) -> None:
    typed([])
    said = kb("add", content=folder({}))
    assert said.code == 130
    assert said.err.endswith("Nothing was written.\n")
    assert list(own_state.rglob("drafts/*")) == []


@pytest.mark.parametrize("stop", ["", "\x04"])
def test_on_a_real_terminal_the_talk_goes_there_and_only_the_path_to_stdout(
    folder: Folder, own_state: Path, stop: str
) -> None:
    open_pty = getattr(os, "openpty", None)
    if open_pty is None:
        pytest.skip("Windows has no pseudo-terminals of this kind")
    root = folder({"people.yaml": PEOPLE})
    ours, theirs = open_pty()
    command = [sys.executable, "-m", "kb", "--content", str(root), "add"]
    with subprocess.Popen(command, stdin=theirs, stderr=theirs, stdout=subprocess.PIPE, start_new_session=True) as kb:
        os.close(theirs)
        os.write(ours, ("\n".join(ANSWERS[:-1]) + "\n" + (stop or "\n")).encode())
        screen = b""
        with contextlib.suppress(OSError):  # how a terminal says that nobody is left
            while data := os.read(ours, 4096):
                screen += data
        out = kb.communicate()[0].decode()
    os.close(ours)
    assert b"What do customers ask?" in screen
    if stop:
        assert (kb.returncode, out) == (130, "")
        assert len(list(own_state.rglob("drafts/*.md"))) == 1
    else:
        assert (kb.returncode, out) == (0, f"{root / 'articles/how-many-at-least.md'}\n")


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Sets an editor that runs the lines of Python on `file` and its `text`."""

    def use(body: str) -> None:
        start = "import sys, pathlib\nfile = pathlib.Path(sys.argv[-1])\ntext = file.read_text('utf-8')\n"
        (tmp_path / "editor.py").write_text(start + body + "\n")
        monkeypatch.setenv("EDITOR", f'"{sys.executable}" "{tmp_path / "editor.py"}"')

    return use


def test_in_the_editor_a_page_with_hints_is_filled_in(kb: RunKb, folder: Folder, editor: Callable[[str], None]) -> None:
    body = (
        "text = text.replace('\\n#\\n', '\\n# How?\\n')\n"
        "text = text.replace('audience: \\n', 'audience: sales\\n')\n"
        "at = text.index('three sentences. -->\\n') + len('three sentences. -->\\n')\n"
        "file.write_text(text[:at] + 'So.' + text[at:])"
    )
    editor(body)
    root = folder({})
    said = kb("add", "--edit", content=root)
    assert (said.code, said.err.splitlines()[0]) == (0, "Written: How?")
    assert (root / "articles/how.md").read_text() == "---\naudience: sales\n---\n# How?\n\nSo.\n"


def test_a_page_that_comes_back_as_it_was_writes_nothing(
    kb: RunKb, folder: Folder, own_state: Path, editor: Callable[[str], None]
) -> None:
    editor("pass")
    root = folder({})
    said = kb("add", "--edit", content=root)
    assert (said.code, said.out) == (0, "")
    assert not (root / "articles").exists()
    assert list(own_state.rglob("drafts/*")) == []


@pytest.mark.parametrize(
    "body_and_told",
    [
        ("file.write_text('no title')", "Nothing was written"),
        ("file.write_text(text.replace('Why is it so', 'Because'))", "where nobody reads them"),
        ("file.write_text('# Kept\\n'); sys.exit(3)", "The editor ended with an error (3)"),
    ],
)
def test_a_page_with_mistakes_is_kept(
    kb: RunKb, folder: Folder, own_state: Path, editor: Callable[[str], None], body_and_told: tuple[str, str]
) -> None:
    body, told = body_and_told
    editor(body)
    root = folder({})
    said = kb("add", "--edit", content=root)
    assert said.code == 2
    assert told in said.err
    (kept,) = own_state.rglob("drafts/*.md")
    assert str(kept) in said.err
    assert not (root / "articles").exists()


def test_a_kept_page_that_was_mended_is_taken_without_its_hints(
    kb: RunKb, folder: Folder, own_state: Path, editor: Callable[[str], None]
) -> None:
    editor("file.write_text(text.replace('\\n#\\n', '\\n# Gold?\\n\\nYes.\\n').replace('audience:', 'audience: sals'))")
    root = folder({})
    said = kb("add", "--edit", content=root)
    assert said.code == 2
    (kept,) = own_state.rglob("drafts/*.md")
    assert f"kb add --from {kept}" in said.err
    kept.write_text(kept.read_text().replace("sals", "sales"))
    assert kb("add", "--from", str(kept), content=root).code == 0
    assert (root / "articles/gold.md").read_text() == "---\naudience: sales\n---\n# Gold?\n\nYes.\n"


def test_an_answer_that_breaks_anothers_number_is_written_and_told(kb: RunKb, folder: Folder) -> None:
    numbers = "## Numbers\n- lead time, plain box: 5 to 7 working days\n"
    root = folder({"articles/plain-time.md": f"---\naudience: customer\n---\n# How long?\nSeven days.\n\n{numbers}"})
    said = kb("add", "--title", "For a fair?", "--say", "Plain boxes take two working days.", "--audience", "sales",
              "--json", content=root)  # fmt: skip
    assert said.code == 0
    assert (root / "articles/for-a-fair.md").is_file()
    [warning] = json.loads(said.out)["warnings"]
    assert "plain-time" in warning
    assert f"warning: {warning}" in said.err


def test_a_number_that_is_another_in_an_article_further_down_is_told_at_once(kb: RunKb, folder: Folder) -> None:
    numbers = "## Numbers\n- rush surcharge: costs 25 %\n"
    root = folder({"articles/rush.md": f"---\naudience: customer\n---\n# Faster?\nYes.\n\n{numbers}"})
    said = kb("add", "--title", "Dearer?", "--say", "Yes.", "--number", "rush surcharge: costs 20 %",
              "--audience", "sales", content=root)  # fmt: skip
    assert (
        "articles/dearer.md:9: 'rush surcharge' is 'costs 20 %' here and 'costs 25 %' in articles/rush.md:8. "
        "Only one can be true"
    ) in said.err
