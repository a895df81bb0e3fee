"""What people do all day, one step at a time, each in a session of its own as a command has it; for tests that count.

Every step returns what must be found afterwards, and `kept` finds it all.
"""

from collections import Counter
from collections.abc import Callable
from functools import reduce
from operator import and_
from pathlib import Path

from kb.errors import ConflictError
from kb.library.load import load_library
from kb.library.notes import read_notes
from kb.library.questions import read_questions
from kb.library.write import Draft
from kb.model.agreement import SIDES
from kb.model.problem import ERROR
from kb.model.results import Found
from kb.model.states import AGREED
from kb.session.agree import Signing
from kb.session.answer import answer_no, answer_with, find_waiting
from kb.session.ask import ask
from kb.session.change import open_article, save_edit
from kb.session.find import Finder
from kb.session.misses import LOG_NAME, keep_miss, read_misses
from kb.session.notes import keep_note
from kb.session.opening import open_session
from kb.session.told import told_of
from kb.session.write import add_draft

SHARED_QUESTION = "Do you sell hats?"
LOG = "---\naudience: sales\n---\n# What have we changed?\n\nThis.\n\n## Customers say\n- log\n"
FILES = {"kb.yaml": "company: Testing\nshare_searches: yes\n", "articles/log.md": LOG}


def prepare(root: Path) -> None:
    """Builds the index, so that searches know that they are shared."""
    Finder(open_session(str(root))).close()


def asks(root: Path, mark: str) -> str:
    ask(open_session(str(root)), f"Is {mark} whole to its end?")
    return f"question Is {mark} whole to its end?"


def asks_the_same(root: Path, mark: str) -> str:
    ask(open_session(str(root)), SHARED_QUESTION, customer=mark)
    return f"customer {mark}"


def answers(root: Path, mark: str) -> str:
    """Asks and answers, with *no* or with the log."""
    ask(open_session(str(root)), f"Was {mark} answered?")
    session = open_session(str(root))
    waiting = find_waiting(session, f"Was {mark} answered?")
    if len(mark) % 2:
        answer_no(session, waiting, f"{mark} whole")
    else:
        answer_with(session, waiting, "log", by=f"{mark} whole")
    return f"reply {mark} whole"


def notes(root: Path, mark: str) -> str:
    keep_note(open_session(str(root)), "idea", f"{mark} whole", unsigned=True)
    return f"note {mark} whole"


def edits(root: Path, mark: str) -> str:
    """Adds a line to the one article that all change, as often as somebody else was faster."""
    while True:
        session = open_session(str(root))
        opened = open_article(session, "log")
        try:
            save_edit(session, opened, opened.data + f"- {mark} whole\n".encode())
        except ConflictError:
            continue
        return f"line {mark} whole"


def searches(root: Path, mark: str) -> str:
    keep_miss(open_session(str(root)), Found(query=f"{mark} whole", corrected=None, answered=False, hits=()))
    return f"miss {mark} whole"


def agrees(root: Path, mark: str) -> str:
    """Writes an answer and signs it for both sides."""
    slug = f"signed-{mark}"
    add_draft(open_session(str(root)), Draft(title=f"Is {mark} signed?", say="Yes.", audience="sales"), slug)
    for side in SIDES:
        signing = Signing(open_session(str(root)))
        signing.sign(signing.article(slug), side, f"{mark} {side}")
    return f"agreed {slug}"


STEPS: tuple[Callable[[Path, str], str], ...] = (asks, answers, notes, edits, searches, asks_the_same, agrees)


def kept(root: Path, state: Path) -> Counter[str]:
    """Everything that is there, as the steps name it. Raises `AssertionError` for what is torn."""
    read, noted = read_questions(root), read_notes(root)
    assert (read.problems, noted.problems) == ((), ())
    found = Counter(f"question {asked.question.text}" for asked in read.asked)
    found.update(f"customer {name}" for asked in read.asked for name in asked.customers if name)
    found.update(f"reply {reply.why or reply.by}" for asked in read.asked for reply in asked.replies)
    found.update(f"note {note.text}" for note in noted.notes)
    library = load_library(root)
    assert [one for one in library.problems if one.severity == ERROR] == []
    standings = told_of(library).standings(open_session(str(root)).today)
    found.update(f"agreed {slug}" for slug, standing in standings.items() if standing.state == AGREED)
    text = (root / "articles/log.md").read_text("utf-8")
    assert text.startswith(LOG)
    assert text.endswith("\n")
    found.update(f"line {line.removeprefix('- ')}" for line in text.removeprefix(LOG).splitlines())
    [log] = state.rglob(LOG_NAME)
    logs = [read_misses(log), *map(read_misses, (root / "searches").glob("*.jsonl"))]
    assert [one.unreadable for one in logs] == [0] * len(logs)
    counted = [Counter(miss.words for miss in one.misses) for one in logs]
    in_both = reduce(and_, counted)  # a kill may come between the two
    found.update({f"miss {words}": times for words, times in in_both.items()})
    return found


def asked_hats(root: Path) -> int:
    """How often the same question was asked."""
    return sum(asked.times for asked in read_questions(root).asked if asked.question.text == SHARED_QUESTION)
