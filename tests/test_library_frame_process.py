from decimal import Decimal

import pytest

from kb.library.frame import read_frame
from kb.model.number import Amount
from kb.model.problem import Problem
from kb.model.process import Process, Route, Step
from kb.words.units import UNITS

WORKING_DAY = UNITS[("working", "day")]
PROCESS = """\
steps:
  - id: tooling
    name: Plates and cutting die
    short: Tooling
    desk: tooling
    takes: 5 working days
    what: Printing plates and the steel-rule die are made.
    why: Steel is bent by hand, one rule at a time.
  - {id: board, name: Board from the corrugator, desk: planning, takes: 3 to 5 working days, beside: tooling}
routes:
  - for: new printed box
    steps: [tooling, board, print, queue, cut, glue, check, deliver]
    promised_in: lead-time-standard         # lint: the steps must add up to that article's lead time
"""


def _process(text: str) -> tuple[Process, tuple[Problem, ...]]:
    frame, problems = read_frame({"process.yaml": text.encode()})
    return frame.process, problems


def test_steps_and_routes_are_read() -> None:
    process, problems = _process(PROCESS)
    assert problems == ()
    assert process == Process(
        steps=(
            Step(
                key="tooling",
                name="Plates and cutting die",
                short="Tooling",
                desk="tooling",
                takes=Amount(Decimal(5), Decimal(5), WORKING_DAY),
                takes_text="5 working days",
                what="Printing plates and the steel-rule die are made.",
                why="Steel is bent by hand, one rule at a time.",
                line=2,
            ),
            Step(
                key="board",
                name="Board from the corrugator",
                desk="planning",
                takes=Amount(Decimal(3), Decimal(5), WORKING_DAY),
                takes_text="3 to 5 working days",
                beside="tooling",
                line=9,
            ),
        ),
        routes=(
            Route(
                for_what="new printed box",
                steps=("tooling", "board", "print", "queue", "cut", "glue", "check", "deliver"),
                promised_in="lead-time-standard",
                line=11,
            ),
        ),
    )


@pytest.mark.parametrize("said", ["soon", "5 boxes", "at least 3 days", "2,5 days", "5 workng days", "adds 2 days"])
def test_a_time_that_cannot_be_read_is_an_error_and_its_text_is_kept(said: str) -> None:
    process, problems = _process(f"steps:\n- id: cut\n  takes: {said}\n")
    step = process.steps[0]
    assert (step.takes, step.takes_text, [problem.line for problem in problems]) == (None, said, [3])


@pytest.mark.parametrize(
    ("said", "low", "high", "unit"),
    [
        ("about 2 days", 2, 2, "day"),
        ("within 10 working days", 10, 10, "working day"),
        ("45 minutes", 45, 45, "minute"),
        ("a week", 1, 1, "week"),
        ("1 to 2 hours", 1, 2, "hour"),
    ],
)
def test_times_are_read_in_the_forms_of_a_number_line(said: str, low: int, high: int, unit: str) -> None:
    process, problems = _process(f"steps: [{{id: cut, takes: {said}}}]\n")
    takes = process.steps[0].takes
    assert problems == ()
    assert takes is not None
    assert (int(takes.low), int(takes.high), takes.unit.name) == (low, high, unit)
