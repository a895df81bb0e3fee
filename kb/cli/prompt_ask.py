"""`a` and `w` in the prompt of bare `kb`: a question for production, a doubt for an answer's desk; searches nothing."""

from collections.abc import Callable

from kb.cli import output
from kb.model.question import WRONG
from kb.render.filed import filed_page
from kb.render.page import Page
from kb.session.ask import Filed, ask, flag
from kb.session.session import Session

Read = Callable[[str], str]


def ask_production(opened: Session, question: str, desk: str) -> None:
    """Files the question, and tells what comes next."""
    _tell(ask(opened, question, desk=desk))


def tell_what_is_wrong(opened: Session, slug: str, read: Read) -> None:
    """Asks what is wrong with the answer and files that; an empty line files nothing."""
    words = " ".join(read(f"What is wrong with {slug}? (Enter: nothing) > ").split())
    if words:
        _tell(flag(opened, WRONG, slug, words))


def _tell(filed: Filed) -> None:
    page = filed_page(filed.question, filed.times, filed.desk, width=output.width(), terminal=output.on_terminal())
    output.show(Page((*page.lines, ())))
