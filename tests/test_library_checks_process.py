"""What process.yaml names is there, and the steps of a route add up to what is promised."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kb.library.checks.process import (
    routes_keep_their_promise,
    steps_do_not_wait_for_each_other,
    steps_that_are_named_exist,
)
from kb.library.load import load_library
from kb.model.problem import ERROR, WARNING, Problem

Folder = Callable[[dict[str, str]], Path]

STEPS = """\
steps:
  - {id: tooling, takes: 5 working days}
  - {id: board, takes: 3 to 5 working days, beside: tooling}
  - {id: print, takes: 1 to 2 working days}
  - {id: glue, takes: 2 to 3 working days}
"""


def _told(folder: Folder, route: str, number: str, steps: str = STEPS) -> list[Problem]:
    article = f"---\naudience: sales\n---\n# How long?\n\nLong.\n\n## Numbers\n{number}\n"
    process = f"{steps}routes:\n  - {{for: new box, steps: [{route}], promised_in: lead-time}}\n"
    library = load_library(folder({"process.yaml": process, "articles/time/lead-time.md": article}))
    return list(routes_keep_their_promise(library))


@pytest.mark.parametrize(
    ("route", "promise"),
    [
        ("tooling, board, print, glue", "8 to 10 working days"),
        ("board, tooling, print, glue", "8 to 10 working days"),
        ("tooling, print, glue, board", "8 to 10 working days"),
        ("board, print", "4 to 7 working days"),
        ("tooling, print", "within 7 working days"),
        ("tooling, print", "7 working days"),
        ("tooling", "1 working week"),
    ],
)
def test_steps_that_add_up_are_fine_and_what_runs_beside_counts_from_the_same_start(
    folder: Folder, route: str, promise: str
) -> None:
    assert _told(folder, route, f"- lead time, new box: {promise}") == []


def test_steps_that_do_not_add_up_are_an_error_that_names_both_sums(folder: Folder) -> None:
    sentence = (
        "The steps of 'new box' add up to 8 to 10 working days, but articles/time/lead-time.md:9 promises 8 to 9 "
        "working days. Correct the steps or the promise."
    )
    told = _told(folder, "tooling, board, print, glue", "- lead time, new box: 8 to 9 working days")
    assert told == [Problem("process.yaml", 7, sentence, ERROR)]


def test_a_promise_with_one_figure_is_broken_by_the_slow_end_alone(folder: Folder) -> None:
    assert len(_told(folder, "print", "- lead time, new box: 1 working day")) == 1


def test_what_runs_beside_a_step_may_last_longer_than_those_after_it(folder: Folder) -> None:
    steps = "steps:\n" + "".join(
        f"  - {{id: {key}, takes: {days} working days{beside}}}\n"
        for key, days, beside in [("a", 2, ""), ("b", 3, ""), ("c", 9, ", beside: a"), ("d", 1, ", beside: c")]
    )
    assert _told(folder, "a, b, c, d", "- lead time, new box: 9 working days", steps) == []
    assert _told(folder, "d, c, b, a", "- lead time, new box: 12 working days", steps) == []


@pytest.mark.parametrize(
    "numbers",
    [
        "- lead time, old box: 9 working days\n- lead time, New box: 5 working days\n- lead time: 3 working days",
        "- lead time, old box: 9 working days\n- lead time: 5 working days",
        "- lead time, printed new box: 5 working days\n- lead time, old box: 9 working days",
    ],
)
def test_the_promise_is_the_line_of_this_kind_of_order_else_the_rule_else_the_nearest(
    folder: Folder, numbers: str
) -> None:
    assert _told(folder, "tooling", numbers) == []


def test_an_article_that_promises_no_such_time_is_an_error(folder: Folder) -> None:
    sentence = (
        "articles/time/lead-time.md promises no time for 'new box', only for 'old tin', 'rush, tin'. Use the same "
        "words in both places."
    )
    numbers = "- lead time, old tin: 9 working days\n- lead time, rush, tin: 5 working days"
    assert _told(folder, "tooling", numbers) == [Problem("process.yaml", 7, sentence, ERROR)]
    sentence = (
        "articles/time/lead-time.md promises no time for 'new box'. Write there a number line such as `lead time, new "
        "box: 15 to 18 working days`."
    )
    assert _told(folder, "tooling", "- proof: free") == [Problem("process.yaml", 7, sentence, ERROR)]


def test_times_of_different_kinds_and_steps_without_one_cannot_be_added_up(folder: Folder) -> None:
    sentence = "The route 'new box' can't be added up: {}"
    number = "- lead time, new box: 5 working days"
    told = _told(folder, "a", number, "steps:\n  - {id: a, takes: 4 hours}\n")
    way_out = "'a' takes 4 hours and the promise is in working days. Write both in working days."
    assert told == [Problem("process.yaml", 4, sentence.format(way_out), WARNING)]
    told = _told(folder, "a", number, "steps:\n  - {id: a}\n")
    way_out = "'a' does not say how long it takes. Write there, for instance, `takes: 2 working days`."
    assert told == [Problem("process.yaml", 4, sentence.format(way_out), WARNING)]


def test_a_promise_in_no_article_is_told_with_the_one_that_is_meant(folder: Folder) -> None:
    process = f"{STEPS}routes:\n  - for: new box\n    steps: [tooling]\n    promised_in: lead-tiem\n"
    article = "# How long?\n\nLong.\n"
    library = load_library(folder({"process.yaml": process, "articles/lead-time.md": article}))
    sentence = "`promised_in:` names no article: 'lead-tiem'. Did you mean 'lead-time'?"
    assert list(routes_keep_their_promise(library)) == [Problem("process.yaml", 7, sentence, ERROR)]


def test_a_route_without_a_promise_is_not_added_up(folder: Folder) -> None:
    library = load_library(folder({"process.yaml": f"{STEPS}routes:\n  - {{for: new box, steps: [tooling]}}\n"}))
    assert list(routes_keep_their_promise(library)) == []


def test_unknown_steps_are_told_once_and_no_sum_is_made_of_the_others(folder: Folder) -> None:
    process = "steps:\n  - {id: print}\n  - {id: cut, beside: prnt}\n  - {id: glue, beside: glue}\nroutes:\n"
    library = load_library(folder({"process.yaml": process + "  - {for: new box, steps: [print, bake]}\n"}))
    assert list(steps_that_are_named_exist(library)) == [
        Problem("process.yaml", 3, "unknown step 'prnt' in the `beside:` of 'cut'. Did you mean 'print'?", ERROR),
        Problem("process.yaml", 4, "'glue' can't run beside itself. Name the step that it starts with.", ERROR),
        Problem(
            "process.yaml", 6, "unknown step 'bake' in the route 'new box'. The steps are: print, cut, glue.", ERROR
        ),
    ]
    assert _told(folder, "tooling, bake", "- lead time, new box: 99 working days") == []


@pytest.mark.parametrize("besides", [("b", "a", ""), ("", "c", "b"), ("b", "c", "a")])
def test_steps_that_start_with_each_other_are_told_once_and_added_up_somehow(
    folder: Folder, besides: tuple[str, str, str]
) -> None:
    steps = "steps:\n" + "".join(
        f"  - {{id: {key}, takes: 2 working days{f', beside: {beside}' if beside else ''}}}\n"
        for key, beside in zip("abc", besides, strict=True)
    )
    told = list(steps_do_not_wait_for_each_other(load_library(folder({"process.yaml": steps}))))
    (problem,) = told
    beside = dict(zip("abc", besides, strict=True))[problem.sentence[1]]
    way_out = "Take one `beside:` away."
    assert problem.sentence == f"'{problem.sentence[1]}' and '{beside}' each start with the other. {way_out}"
    _told(folder, "a, b, c", "- lead time, new box: 2 working days", steps)


def test_a_step_beside_itself_is_no_circle(folder: Folder) -> None:
    library = load_library(folder({"process.yaml": "steps:\n  - {id: a, beside: a}\n"}))
    assert list(steps_do_not_wait_for_each_other(library)) == []
