"""Whoever is named as knowing an answer or doing a step can be found in people.yaml."""

from collections.abc import Callable
from pathlib import Path

from kb.library.checks.desks import answers_have_a_desk, desks_exist, steps_have_desks_that_exist
from kb.library.load import load_library
from kb.model.problem import ERROR, WARNING, Problem

PEOPLE = "planning:\n  name: Planning desk\ndesign:\n  name: Design studio\n"

Folder = Callable[[dict[str, str]], Path]


def test_an_unknown_desk_is_told_with_the_one_that_is_meant(folder: Folder) -> None:
    root = folder(
        {"people.yaml": PEOPLE, "articles/flutes.md": "---\ntags: board\ndesk: desing\n---\n# Which flutes?\n\nFive.\n"}
    )
    sentence = "unknown desk 'desing'. Did you mean 'design'?"
    assert list(desks_exist(load_library(root))) == [Problem("articles/flutes.md", 3, sentence, ERROR)]


def test_a_desk_that_is_like_no_other_is_told_with_all_that_there_are(folder: Folder) -> None:
    root = folder({"people.yaml": PEOPLE, "articles/flutes.md": "---\ndesk: canteen\n---\n# Which flutes?\n\nFive.\n"})
    sentence = "unknown desk 'canteen'. people.yaml has these: planning, design."
    assert [problem.sentence for problem in desks_exist(load_library(root))] == [sentence]


def test_a_desk_that_is_there_is_fine_and_so_is_every_desk_where_there_are_no_people(folder: Folder) -> None:
    article = {"articles/flutes.md": "---\ndesk: design\n---\n# Which flutes?\n\nFive.\n"}
    assert list(desks_exist(load_library(folder(article)))) == []
    assert list(desks_exist(load_library(folder({"people.yaml": PEOPLE, **article})))) == []


def test_an_answer_without_a_desk_is_a_warning_but_not_what_is_for_inside(folder: Folder) -> None:
    root = folder(
        {
            "people.yaml": PEOPLE,
            "articles/moq.md": "---\naudience: sales\n---\n# What is the smallest order?\n\nA hundred.\n",
            "articles/margin.md": "---\naudience: inside\n---\n# What is the margin?\n\nEnough.\n",
        }
    )
    sentence = (
        "No desk is named, so nobody knows whom to ask. Write `desk: planning` at the top, or another of the desks in "
        "people.yaml."
    )
    assert list(answers_have_a_desk(load_library(root))) == [Problem("articles/moq.md", 1, sentence, WARNING)]
    assert list(answers_have_a_desk(load_library(folder({"people.yaml": ""})))) == []


def test_an_unknown_desk_of_a_step_is_told_with_its_step(folder: Folder) -> None:
    steps = "steps:\n  - {id: print, desk: planning}\n  - id: cut\n    desk: planing\n"
    library = load_library(folder({"people.yaml": PEOPLE, "process.yaml": steps}))
    sentence = "unknown desk 'planing' in the step 'cut'. Did you mean 'planning'?"
    assert list(steps_have_desks_that_exist(library)) == [Problem("process.yaml", 3, sentence, ERROR)]
