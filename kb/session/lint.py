"""What `kb lint` asks of a session: every problem of the content folder, and its number lines read back."""

from typing import NamedTuple

from kb.library.checks import check
from kb.library.checks.texts import nameless
from kb.library.reading_back import Reading, readings
from kb.model.article import SALES, may_read
from kb.model.problem import ERROR, Problem
from kb.session.inbox import loop_problems
from kb.session.session import Session


class Report(NamedTuple):
    """What was found."""

    problems: tuple[Problem, ...]
    """By file and line."""

    articles: int
    """How many could be read."""

    @property
    def errors(self) -> int:
        """How many problems are errors; the others are warnings."""
        return sum(problem.severity == ERROR for problem in self.problems)

    @property
    def warnings(self) -> int:
        """How many problems are only worth a look."""
        return len(self.problems) - self.errors


def lint(session: Session) -> Report:
    """Everything that the folder's writers should know."""
    problems = sorted((*check(session.library), *loop_problems(session)))
    return Report(tuple(problems), len(session.library.articles))


class State(NamedTuple):
    """How a knowledge base stands, for bare `kb`."""

    company: str
    readable: int
    """Articles that a salesperson may read."""

    hidden: int
    """Articles that are inside only because nothing in them says who may read them."""

    problems: int


def state(session: Session) -> State:
    """The counts that bare `kb` tells."""
    library = session.library
    return State(
        company=library.frame.company.name or session.root.resolve().name,
        readable=sum(may_read(SALES, article.audience) for article in library.articles),
        hidden=sum(1 for _ in nameless(library)),
        problems=len(lint(session).problems),
    )


def numbers_read_back(session: Session) -> tuple[Reading, ...]:
    """Every number line as it was understood, with dates of this year and the next."""
    year = session.today.year
    return tuple(readings(session.library, (year, year + 1)))
