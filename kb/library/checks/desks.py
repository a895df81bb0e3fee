"""Rules about desks: whoever is named as knowing an answer or doing a step can be found in people.yaml."""

from collections.abc import Iterable, Iterator

from kb.library.checks.texts import told
from kb.model.library import Library
from kb.model.problem import WARNING, Problem
from kb.words.near import did_you_mean

_PROCESS = "process.yaml"


def desks_exist(library: Library) -> Iterator[Problem]:
    """Every desk that an article names is in people.yaml; nothing is asked where there are no desks."""
    known = [desk.key for desk in library.frame.desks]
    for article in library.articles:
        if known and article.desk and article.desk not in known:
            yield Problem(article.path, article.line_of("desk"), _unknown(article.desk, known))


def answers_have_a_desk(library: Library) -> Iterator[Problem]:
    """Every answer names the desk that a salesperson asks when unsure."""
    known = [desk.key for desk in library.frame.desks]
    for article in told(library):
        if known and not article.desk:
            sentence = (
                f"No desk is named, so nobody knows whom to ask. Write `desk: {known[0]}` at the top, or another "
                "of the desks in people.yaml."
            )
            yield Problem(article.path, article.line_of("desk"), sentence, WARNING)


def steps_have_desks_that_exist(library: Library) -> Iterator[Problem]:
    """Every desk that a step names is in people.yaml."""
    known = [desk.key for desk in library.frame.desks]
    for step in library.frame.process.steps:
        if known and step.desk and step.desk not in known:
            yield Problem(_PROCESS, step.line, _unknown(step.desk, known, f" in the step '{step.key}'"))


def _unknown(desk: str, known: Iterable[str], where: str = "") -> str:
    way_out = did_you_mean(desk, known) or f"people.yaml has these: {', '.join(known)}."
    return f"unknown desk '{desk}'{where}. {way_out}"
