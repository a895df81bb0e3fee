"""What other rooms call to file a question or a doubt, without a command line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kb.model.question import WORDING
from kb.render.filed import filed_page
from kb.render.plain import text_of
from kb.session.ask import ask, flag
from kb.session.opening import open_session

Folder = Callable[[dict[str, str]], Path]

PEOPLE = "planning: {name: Planning desk}\n"
RUSH = "---\naudience: sales\ndesk: planning\n---\n# Can you rush an order?\n\nRepeat orders only.\n"


def test_words_that_sales_would_not_say_go_to_the_desk(folder: Folder) -> None:
    session = open_session(str(folder({"people.yaml": PEOPLE, "articles/rush.md": RUSH})))
    filed = flag(session, WORDING, "rush", "I'd say: sometimes", by="Kim")
    assert text_of(filed_page(filed.question, filed.times, filed.desk, width=100)) == (
        "Told.\nPlanning desk sees which words you would use, and writes them or says why not.\n"
        f"It waits in kb inbox as {filed.question.key}.\n"
    )
    assert flag(session, WORDING, "rush", "i'd say sometimes").times == 2


def test_a_kind_that_there_is_not_is_a_mistake_of_the_caller(folder: Folder) -> None:
    session = open_session(str(folder({"articles/rush.md": RUSH})))
    with pytest.raises(ValueError, match="praise"):
        flag(session, "praise", "rush", "Good.")


def test_a_question_that_was_answered_meanwhile_is_asked_anew(folder: Folder) -> None:
    session = open_session(str(folder({"articles/rush.md": RUSH})))
    first = ask(session, "Do you sell hats?")
    answered = session.root / "questions/answered" / first.question.key
    answered.mkdir(parents=True)
    (answered / "x.yaml").write_text("why: no\n", "utf-8")
    again = ask(session, "Do you sell hats?")
    assert (again.times, again.question.key != first.question.key) == (1, True)
