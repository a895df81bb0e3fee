"""The wordings of customers, packed for the handbook's search."""

import json

from hypothesis import given
from hypothesis import strategies as st

from kb.render.packed_words import packed, unpacked

WORDS = st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1, max_size=60)
WORDINGS = st.lists(WORDS, min_size=1, max_size=8).map(" ".join)


@given(st.lists(st.lists(WORDINGS, max_size=4), max_size=6))
def test_what_was_packed_comes_out_as_it_was(wordings: list[list[str]]) -> None:
    assert unpacked(json.loads(json.dumps(packed(wordings)))) == wordings


def test_a_word_stands_once_as_what_it_has_of_its_own() -> None:
    data = packed([["box boxes", "box"], [], ["carton"]])
    assert data == {"words": "0box 3es 0carton", "width": 1, "said": ["!# !", "", "$"]}


def test_more_words_than_two_signs_can_tell_take_three() -> None:
    words = " ".join(f"w{number}" for number in range(8000))
    data = packed([[words]])
    assert data["width"] == 3
    assert unpacked(data) == [[words]]


def test_the_same_wordings_give_the_same_data_and_none_give_none() -> None:
    assert packed([["b a"]]) == packed([["b a"]])
    assert unpacked(packed([])) == []
    assert unpacked(packed([[], []])) == [[], []]
