"""Numbers agree with each other and with the answer, and say which way is safe."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kb.library.checks.numbers import answers_agree_with_their_numbers, numbers_agree, strengths_are_guaranteed
from kb.library.load import load_library
from kb.model.problem import ERROR, WARNING, Problem

Folder = Callable[[dict[str, str]], Path]


def _article(*numbers: str, answer: str = "An answer.", audience: str = "customer") -> str:
    listed = "\n".join(f"- {number}" for number in numbers)
    return f"---\naudience: {audience}\n---\n# How long?\n\n{answer}\n\n## Numbers\n{listed}\n"


def test_two_files_that_say_different_things_of_one_name_are_an_error_that_names_both(folder: Folder) -> None:
    root = folder(
        {
            "articles/a.md": _article("hard proof: free", "lead time, Plain box: 5 to 7 working days"),
            "articles/b.md": _article("Lead time, plain box: 6 to 8 working days, to your door", audience="inside"),
        }
    )
    sentence = (
        "'Lead time, plain box' is '6 to 8 working days' here and '5 to 7 working days' in articles/a.md:10. Only one "
        "can be true: correct the other, or say what is different about it."
    )
    assert list(numbers_agree(load_library(root))) == [Problem("articles/b.md", 9, sentence, ERROR)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("hard proof: free", "hard proof: charged"),
        ("flutes: only E, B", "flutes: only E, B, C"),
        ("stacking, BC: guaranteed 350 kg", "stacking, BC: guaranteed 400 kg"),
        ("lead time, rush, repeat: 5 days", "lead time, repeat, rush: 6 days"),
    ],
)
def test_a_file_may_not_contradict_itself_either(folder: Folder, first: str, second: str) -> None:
    assert len(list(numbers_agree(load_library(folder({"articles/a.md": _article(first, second)}))))) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("lead time, plain box: 5 to 7 working days", "lead time, plain box: 5 to 7 working days"),
        ("lead time, plain box: 1 week", "lead time, plain box: 5 working days"),
        ("lead time, plain box: 5 to 7 working days", "lead time, new box: 15 to 18 working days"),
        ("hard proof: 3 working days", "hard proof: charged"),
        ("lead time: adds 5 days, during July", "lead time: adds 3 days, during August"),
        ("lead time: 5 days, from proof", "lead time: 9 days, from the first call"),
    ],
)
def test_what_may_both_be_true_is_not_told(folder: Folder, first: str, second: str) -> None:
    assert list(numbers_agree(load_library(folder({"articles/a.md": _article(first, second)})))) == []


def test_an_answer_that_says_another_amount_than_its_number_is_a_warning(folder: Folder) -> None:
    text = _article("lead time, new box: 15 to 18 working days", answer="Yes.\n\nIt takes ten to twelve working days.")
    sentence = (
        "The answer says 'ten to twelve working days', but no number here does; the nearest is 'lead time, new box: 15 "
        "to 18 working days'. Make the two agree."
    )
    found = list(answers_agree_with_their_numbers(load_library(folder({"articles/a.md": text}))))
    assert found == [Problem("articles/a.md", 8, sentence, WARNING)]


@pytest.mark.parametrize(
    "answer",
    [
        "Fifteen to eighteen working days.",
        "At the slow end 18 working days.",
        "Eighteen working days; please send the file two hours before.",
        "We have four colours and 30 pallets.",
    ],
)
def test_an_answer_with_its_number_or_with_other_things_is_fine(folder: Folder, answer: str) -> None:
    text = _article("lead time, new box: 15 to 18 working days", answer=answer)
    assert list(answers_agree_with_their_numbers(load_library(folder({"articles/a.md": text})))) == []


def test_an_answer_may_quote_another_article_whose_conditions_it_names(folder: Folder) -> None:
    other = {"articles/b.md": _article("lead time, repeat order: 8 to 10 working days")}
    number = "lead time, new box: 15 to 18 working days"
    named = _article(number, answer="For a repeat order it is eight to ten working days.")
    unnamed = _article(number, answer="It is eight to ten working days.")
    assert list(answers_agree_with_their_numbers(load_library(folder({**other, "articles/a.md": named})))) == []
    assert len(list(answers_agree_with_their_numbers(load_library(folder({**other, "articles/a.md": unnamed}))))) == 1


def test_at_least_on_a_strength_is_a_warning_that_offers_guaranteed(folder: Folder) -> None:
    root = folder({"articles/a.md": _article("smallest order: at least 100 boxes", "stacking, BC: min. 350 kg")})
    sentence = (
        "'stacking: min. 350 kg' leaves open whether more may be promised. If it surely does that much, write "
        "`guaranteed 350 kg`; if it is the least that can be had, say so in its name, such as `smallest stacking`."
    )
    assert list(strengths_are_guaranteed(load_library(root))) == [Problem("articles/a.md", 10, sentence, WARNING)]


@pytest.mark.parametrize(
    "number", ["minimum order: at least 100 boxes", "visit: at least 5 days ahead", "load: at most 20 kg"]
)
def test_a_limit_whose_safe_side_is_clear_is_fine(folder: Folder, number: str) -> None:
    assert list(strengths_are_guaranteed(load_library(folder({"articles/a.md": _article(number)})))) == []
