"""Which sentence of an article matches best, and which words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.search.matching import best_match

NOTHING = ("", frozenset[str](), False)
TERMS = {"box": 1.0, "dry": 2.0, "stack": 3.0}


def test_the_sentence_whose_terms_weigh_most_is_the_one() -> None:
    match = best_match(TERMS, "Boxes?", ["A box. Stacks of boxes. It is dry in a box."], [])
    assert match == ("Stacks of boxes.", frozenset({"Boxes", "box", "boxes", "Stacks", "dry"}), False)


def test_a_term_counts_once_and_the_first_of_equals_wins() -> None:
    assert best_match(TERMS, "", ["Box box box box.", "Stack it.", "Stacks."], [])[0] == "Stack it."


def test_what_is_shown_comes_before_what_is_not() -> None:
    assert best_match(TERMS, "", ["Stack it."], ["Stacking is good."])[0] == "Stack it."
    assert best_match(TERMS, "", ["Stack it."], ["Stacking dry is good."])[0] == "Stacking dry is good."


@pytest.mark.parametrize(
    ("title", "shown", "more", "is_news"),
    [
        ("Stacked?", "Nothing.", "A stack.", False),
        ("Something?", "Nothing.", "A stack.", True),
        ("Something?", "Stacking.", "A stack of boxes.", True),
        ("Boxes?", "Stacking.", "A stack of boxes.", False),
    ],
)
def test_it_is_news_where_the_screen_has_not_all_of_its_words(
    title: str,
    shown: str,
    more: str,
    is_news: bool,  # noqa: FBT001 - a row of the table
) -> None:
    assert best_match(TERMS, title, [shown], [more])[2] is is_news


def test_sentences_end_where_the_next_begins_and_lines_end_them_too() -> None:
    text = "See ext. 250 for a stack. Is it? Stack 2 of them, e.g. boxes\nDry boxes! Stack dry boxes?"
    assert best_match(TERMS, "", [text], [])[0] == "Stack dry boxes?"
    assert best_match({"250": 1.0}, "", [text], [])[0] == "See ext. 250 for a stack."
    assert best_match({"eg": 1.0, "e.g": 1.0}, "", [text], [])[0] == "Stack 2 of them, e.g. boxes"


def test_accents_and_capitals_do_not_count_and_the_words_stay_as_written() -> None:
    assert best_match({"clich": 1.0}, "", ["CLICHÉS are plates."], [])[1] == {"CLICHÉS"}


def test_the_title_is_chosen_only_where_nothing_else_matches() -> None:
    assert best_match(TERMS, "Stacks of dry boxes?", ["Any box."], [])[0] == "Any box."
    assert best_match(TERMS, "Stacks of dry boxes?", ["Any."], []) == (
        "Stacks of dry boxes?",
        frozenset({"Stacks", "dry", "boxes"}),
        False,
    )


def test_without_a_match_all_is_empty() -> None:
    assert best_match(TERMS, "Plates?", ["Plates are soft."], ["So are sleeves."]) == NOTHING
    assert best_match({}, "", [], []) == NOTHING


@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
def test_any_text_has_a_sentence_of_its_own_or_none(shown: list[str], more: list[str]) -> None:
    terms = {"a": 1.0, "0": 1.0}
    sentence, _, _ = best_match(terms, "", shown, more)
    assert not sentence.strip() or any(sentence.split()[0] in text for text in (*shown, *more))
