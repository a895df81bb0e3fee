"""Bare `kb`: on a terminal a place to type questions; elsewhere help and never a question."""

import re
import sys
from base64 import b64decode
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import SAMPLE, RunKb
from terminal import Terminal
from test_main_job import kb_on_terminal

from kb.cli import options
from kb.cli.prompt import KEYS, Talk

Folder = Callable[[dict[str, str]], Path]
ON_A_TERMINAL = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminal of this kind")
PLAIN = "---\naudience: customer\n---\n# How long for plain boxes?\n{}\n"


def typed(*lines: str | type[BaseException]) -> Callable[[str], str]:
    """A reader that types these lines, then Ctrl-D."""
    left: Iterator[str | type[BaseException]] = iter(lines)

    def read(_mark: str) -> str:
        line = next(left, EOFError)
        if isinstance(line, str):
            return line
        raise line

    return read


@pytest.fixture
def talked(capsys: pytest.CaptureFixture[str]) -> Iterator[Callable[..., str]]:
    """What stands on the screen after these lines were typed."""

    def run(*lines: str | type[BaseException], content: Path = SAMPLE) -> str:
        options.forget()
        options.chosen.content, options.chosen.today = str(content), "2026-11-23"
        Talk(options.session(), typed(*lines)).run()
        said = capsys.readouterr()
        return said.out + said.err

    yield run
    options.forget()


@pytest.mark.parametrize("question", ["what's the MOQ", "box > 20 kg & < 40", "$450 deposit?", "lead  time\t*\n?"])
def test_what_a_shell_would_mangle_is_answered(talked: Callable[..., str], question: str) -> None:
    screen = talked(question)
    assert "Say  " in screen
    assert " 1-5 open   a ask production   w this is wrong   p check a promise   q leave\n" in screen


def test_a_number_opens_that_answer_of_the_last_question(talked: Callable[..., str]) -> None:
    screen = talked("smallest order", "2")
    second = screen.split("Also  2  ")[1].split("  ")[0]
    assert second in screen.split("q leave")[1]
    assert "Customers say" in screen


@pytest.mark.parametrize("number", ["1", "0", "9"])
def test_a_number_without_such_an_answer_says_so(talked: Callable[..., str], number: str) -> None:
    assert f"There is no answer {number} to open." in talked(number)


def test_a_large_number_is_a_question(talked: Callable[..., str]) -> None:
    assert "to open" not in talked("500")


def test_mistakes_and_ctrl_c_end_nothing(talked: Callable[..., str]) -> None:
    screen = talked("the of and", KeyboardInterrupt, "", "lead time")
    assert "(q or Ctrl-D leaves)" in screen
    assert "How long will my order take?" in screen


def test_q_leaves_and_nothing_after_it_is_read(talked: Callable[..., str]) -> None:
    assert "Say  " not in talked("Q", "lead time")


def test_what_changes_meanwhile_is_seen(capsys: pytest.CaptureFixture[str], folder: Folder) -> None:
    root = folder({"kb.yaml": "", "articles/plain.md": PLAIN.format("Five days.")})
    options.forget()
    options.chosen.content = str(root)

    def lines() -> Iterator[str]:
        yield "plain boxes"
        (root / "articles" / "plain.md").write_text(PLAIN.format("Nine days."), "utf-8")
        yield "plain boxes"
        yield "q"

    typing = lines()
    Talk(options.session(), lambda _mark: next(typing)).run()
    options.forget()
    said = [line for line in capsys.readouterr().out.splitlines() if "days." in line]
    assert said == [" Say  Five days.", " Say  Nine days."]


def test_a_question_without_an_answer_is_kept(talked: Callable[..., str], own_state: Path) -> None:
    assert "No answer on that yet." in talked("do you sell umbrellas in Paris")
    assert any("umbrellas" in path.read_text("utf-8") for path in own_state.rglob("*.jsonl"))


def test_a_asks_production_what_was_asked_last(talked: Callable[..., str], folder: Folder) -> None:
    root = folder({"articles/plain.md": PLAIN.format("Five days.")})
    screen = talked("a", "do you sell $5 hats", "a", content=root)
    assert "Type first what the customer asked" in screen
    assert "Asked.\n" in screen
    [file] = (root / "questions").glob("*.md")
    assert file.read_text("utf-8").endswith("---\ndo you sell $5 hats\n")


def test_w_tells_what_is_wrong_with_the_answer_on_the_screen(talked: Callable[..., str], folder: Folder) -> None:
    root = folder({"articles/plain.md": PLAIN.format("Five days.")})
    screen = talked("w", "plain boxes", "w", "", "w", "It takes nine.", content=root)
    assert "There is no answer on the screen." in screen
    assert "looks at plain and mends it" in screen
    [file] = (root / "questions").glob("*.md")
    assert file.read_text("utf-8").endswith("---\nIt takes nine.\n")
    assert "article: plain\n" in file.read_text("utf-8")


def test_each_key_is_one_sign_and_says_what_it_does(talked: Callable[..., str]) -> None:
    assert all(len(letter) == 1 and letter == letter.lower() and key.label for letter, key in KEYS.items())
    screen = talked("lead time", "?").split("q leave")[1]
    assert "  1-5  opens that answer" in screen
    assert all(f"  {letter}    {key.what}\n" in screen for letter, key in KEYS.items())


def test_help_is_no_question_and_without_an_answer_there_is_none_to_open(talked: Callable[..., str]) -> None:
    screen = talked("help")
    assert "asks production" in screen
    assert "opens that answer" not in screen
    assert "Say  " not in screen


@pytest.mark.parametrize("word", ["exit", "Quit"])
def test_words_that_mean_leaving_leave(word: str, talked: Callable[..., str]) -> None:
    assert "Say  " not in talked(word, "lead time")


def test_without_an_answer_the_key_that_asks_is_named(talked: Callable[..., str]) -> None:
    assert 'Ask production: a, or kb ask "xylophone varnish"\n' in talked("xylophone varnish")


def test_a_command_that_is_typed_here_searches_or_says_where_it_belongs(talked: Callable[..., str]) -> None:
    assert "What is the smallest order you take?" in talked('kb search "smallest order"').splitlines()[3]
    screen = talked("kb export sheet.pdf")
    assert "kb export does not work in here.\nLeave with q and type it there;" in screen
    assert "Say  " not in screen


def test_an_opened_answer_ends_with_the_keys(talked: Callable[..., str]) -> None:
    assert talked("smallest order", "2").rstrip("\n").endswith("q leave")


@pytest.mark.parametrize("question", ["smallest order", "Can we visit the factory?"])  # cut to fit; full as it is
def test_on_a_terminal_of_24_lines_answer_keys_and_mark_are_all_seen(
    question: str, talked: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kb.cli.output.on_terminal", lambda: True)
    monkeypatch.setenv("LINES", "24")
    monkeypatch.setenv("NO_COLOR", "1")
    screen = re.sub(r"\x1b\[[0-9;]*m", "", talked(question))
    assert screen.startswith("NOW")
    assert "\nAlso  2 " in screen
    assert screen.endswith("q leave\n")
    assert len(screen.splitlines()) <= 23, "one line is left for the mark"


def test_on_a_narrow_terminal_the_keys_stay_on_one_line(
    talked: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kb.cli.output.width", lambda: 60)
    assert talked("smallest order").splitlines()[-1] == " 1-5  a  w  p  q   ? tells the keys"


def test_where_nothing_was_checked_no_copy_is_offered(talked: Callable[..., str]) -> None:
    assert "copy it" not in talked("p", "")


def test_c_names_what_is_left_to_change_and_to_ask(talked: Callable[..., str], tmp_path: Path) -> None:
    draft = "The boxes are waterproof.\nWe can be at your place on Friday.\nDelivery is at 9 am.\n"
    screen = talked("p", draft, "c", str(tmp_path / "out.txt"))
    assert "To be changed by hand, line 3: Delivery is at 9 am." in screen
    assert "Left as it is, and to be asked about first: line 2." in screen


def test_off_a_terminal_bare_kb_asks_nothing(kb: RunKb) -> None:
    ran = kb(stdin="lead time\n")
    assert ran.code == 0
    assert "Usage: kb" in ran.out
    assert "40 answers for sales" in ran.out


@ON_A_TERMINAL
def test_lines_are_pasted_edited_and_remembered_on_a_terminal(tmp_path: Path) -> None:
    def start() -> Terminal:
        return kb_on_terminal("--content", str(SAMPLE), "--today", "2026-11-23", home=tmp_path)

    talk = start()
    talk.expect("kb>")
    talk.press("\x1b[200~how long\nwill my order take?\x1b[201~")
    talk.press("\r")
    talk.expect("A new printed box takes fifteen")
    talk.expect("kb>")
    talk.press("\x04")
    assert talk.end() == 0

    again = start()
    again.expect("kb>")
    again.press("\x1b[A")  # the arrow up: what was asked before
    again.press("\r")
    again.expect("q leave")
    again.expect("kb>")
    again.type("q")
    assert again.end() == 0


TWO_LINES = "Dear Ms Moreau,\nYour new printed boxes come in two weeks."


def test_p_takes_a_pasted_draft_of_several_lines(talked: Callable[..., str]) -> None:
    screen = talked("p", TWO_LINES)
    assert "CHANGE" in screen
    assert " p check a promise   c copy it, corrected   q leave\n" in screen


def test_p_takes_lines_until_an_empty_one(talked: Callable[..., str]) -> None:
    screen = talked("P", *TWO_LINES.split("\n"), "", "q")
    assert "CHANGE" in screen


def test_p_then_enter_checks_nothing(talked: Callable[..., str]) -> None:
    screen = talked("p", "", "lead time")
    assert "CHANGE" not in screen
    assert "How long will my order take?" in screen


def test_c_before_p_says_what_p_does(talked: Callable[..., str]) -> None:
    assert "There is no draft yet: p takes one." in talked("c")


def test_c_writes_a_file_where_the_terminal_has_no_clipboard(talked: Callable[..., str], tmp_path: Path) -> None:
    draft, out = "Hello!\nThe boxes are waterproof.\n", tmp_path / "out.txt"
    screen = talked("p", draft, "c", str(out))
    assert f"Written: {out}, with 1 change in it." in screen
    assert "waterproof" not in out.read_text("utf-8")
    assert out.read_text("utf-8").startswith("Hello!\n")
    assert "is there already" in talked("p", draft, "c", str(out))
    assert "Written" not in talked("p", draft, "c", "")


def test_c_has_nothing_to_give_where_nothing_was_changed(talked: Callable[..., str]) -> None:
    assert "Nothing in it could be changed for you." in talked("p", "Hello!", "", "c")


@ON_A_TERMINAL
def test_c_copies_through_the_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM_PROGRAM", "WezTerm")
    talk = kb_on_terminal("--content", str(SAMPLE), "--today", "2026-11-23", home=tmp_path)
    talk.expect("kb>")
    talk.type("p")
    talk.expect("promise>")
    talk.press("\x1b[200~Hello!\nThe boxes are waterproof.\x1b[201~\r")
    talk.expect("copy it, corrected")
    talk.expect("kb>")
    talk.type("c")
    copied = talk.expect("Copied, with the changes in it").split("]52;c;")[1].split("\x07")[0]
    assert b64decode(copied).decode().startswith("Hello!\n")
    assert "waterproof" not in b64decode(copied).decode()
    talk.expect("kb>")
    talk.type("q")
    assert talk.end() == 0
