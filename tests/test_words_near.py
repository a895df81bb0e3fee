import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.words.near import damerau, did_you_mean, nearest

SHORT = st.text(alphabet="abc", max_size=7)
DESKS = ["design", "planning", "press", "prepress", "quality", "Design studio"]


def _by_the_book(a: str, b: str) -> int:
    """Optimal string alignment by its definition, a full table."""
    table = [[row + column for column in range(len(b) + 1)] for row in range(len(a) + 1)]
    for row in range(1, len(a) + 1):
        for column in range(1, len(b) + 1):
            table[row][column] = min(
                table[row - 1][column] + 1,
                table[row][column - 1] + 1,
                table[row - 1][column - 1] + (a[row - 1] != b[column - 1]),
            )
            swapped = row > 1 and column > 1 and a[row - 1] == b[column - 2] and a[row - 2] == b[column - 1]
            if swapped:
                table[row][column] = min(table[row][column], table[row - 2][column - 2] + 1)
    return table[-1][-1]


@pytest.mark.parametrize(
    ("a", "b", "distance"),
    [("", "", 0), ("design", "desing", 1), ("press", "pres", 1), ("press", "presss", 1), ("press", "prels", 1)],
)
def test_each_mistake_counts_one(a: str, b: str, distance: int) -> None:
    assert damerau(a, b, 3) == distance


@given(SHORT, SHORT, st.integers(min_value=0, max_value=6))
def test_the_distance_is_the_one_of_the_full_table_up_to_the_limit(a: str, b: str, limit: int) -> None:
    assert damerau(a, b, limit) == min(_by_the_book(a, b), limit + 1)


@given(SHORT, SHORT)
def test_the_distance_is_the_same_both_ways(a: str, b: str) -> None:
    assert damerau(a, b, 7) == damerau(b, a, 7)


def test_long_texts_that_differ_much_are_given_up_early() -> None:
    assert damerau("a" * 100_000, "b" * 100_000, 2) == 3


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("desing", ("design", "Design studio")[:1]),
        ("PLANING", ("planning",)),
        ("presss", ("press",)),
        ("studio", ("Design studio",)),
        ("dispatch", ()),
        ("", ()),
        ("?!", ()),
    ],
)
def test_the_likeliest_words_come_first(word: str, near: tuple[str, ...]) -> None:
    assert nearest(word, DESKS, 2) == near


def test_a_word_that_differs_in_case_alone_is_offered_as_it_is_written() -> None:
    assert nearest("DESIGN", DESKS, 1) == ("design",)


def test_parts_come_after_mistypings_and_each_word_once() -> None:
    assert nearest("pres", ["prepress", "press", "press"]) == ("press", "prepress")


@pytest.mark.parametrize(
    ("word", "question"),
    [
        ("desing", "Did you mean 'design'?"),
        ("tooling", "Did you mean 'cooling' or 'pooling'?"),
        ("xylophone", ""),
        ("", ""),
    ],
)
def test_the_question_names_one_word_or_two_that_are_equally_near(word: str, question: str) -> None:
    assert did_you_mean(word, ["cooling", "pooling", "design"]) == question


@given(st.text(max_size=20), st.lists(st.text(max_size=20), max_size=5))
def test_whatever_is_offered_is_known(word: str, known: list[str]) -> None:
    assert set(nearest(word, known)) <= set(known)
