import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.words.sentences import sentences, word_count


def _texts(text: str) -> list[str]:
    return [" ".join(sentence.text.split()) for sentence in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "It needs approx. 2.5 m of board.",
        "Some styles, e.g. trays, are cut flat.",
        "Ring ext. 250 before noon.",
        "See No. 5 in the list.",
        "We open at 9.30 a.m. on Wednesdays.",
        "We open at 9.30 a.m. Wednesdays.",
        "J. Smith and Mr. A. B. Cole came by.",
        "Prices (incl. VAT) hold until 24 Dec. 2026.",
        "The boxes from Miller Ltd. are here.",
        '"Really?" he asked.',
        "At least min. 100 boxes.",
    ],
)
def test_a_stop_inside_a_sentence_does_not_end_it(text: str) -> None:
    assert _texts(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pallets meet ISPM 15. We add the stamp.", ["Pallets meet ISPM 15.", "We add the stamp."]),
        ("We make E, B and C. They are thin.", ["We make E, B and C.", "They are thin."]),
        ("ready soon! we store them. really", ["ready soon!", "we store them.", "really"]),
        ("We open at 9 a.m. Then we cut.", ["We open at 9 a.m.", "Then we cut."]),
        ("Is it so? No. We wait... Then we go.", ["Is it so?", "No.", "We wait...", "Then we go."]),
        ("It is 5 mm. 3 mm is too thin.", ["It is 5 mm.", "3 mm is too thin."]),
        ("We say no. Then we explain.", ["We say no.", "Then we explain."]),
        ("Until Dec. We close.", ["Until Dec.", "We close."]),
        ("It takes a day (or two). Then it ships.", ["It takes a day (or two).", "Then it ships."]),
    ],
)
def test_a_stop_at_the_end_ends_a_sentence(text: str, expected: list[str]) -> None:
    assert _texts(text) == expected


def test_bullets_headings_rows_and_short_lines_stand_alone() -> None:
    text = """Dear Ms Smith,
We can promise you two thousand printed boxes within
four weeks.

# Offer
- E flute
- print
  in one colour
* [x] paid
1. first
| lead time | 18 working days |
|---|---|
| least | 100 boxes |
> quoted by you
Lead time: 5 days
Minimum: 100 boxes
"""
    assert _texts(text) == [
        "Dear Ms Smith,",
        "We can promise you two thousand printed boxes within four weeks.",
        "Offer",
        "E flute",
        "print in one colour",
        "paid",
        "first",
        "lead time | 18 working days",
        "least | 100 boxes",
        "quoted by you",
        "Lead time: 5 days",
        "Minimum: 100 boxes",
    ]


def test_lines_wrapped_by_hand_run_on() -> None:
    assert _texts("two thousand printed boxes in\r\ntwo weeks") == ["two thousand printed boxes in two weeks"]


@pytest.mark.parametrize(("text", "count"), [("", 0), ("Board moves by 2.5 mm.", 5), ("die-cutters don't – ever", 3)])
def test_words_are_counted_as_people_count_them(text: str, count: int) -> None:
    assert word_count(text) == count


@given(st.text(alphabet=st.sampled_from("aB .!?\n\r-|>#1)\t\"'()A.e"), max_size=80))
def test_each_sentence_stands_where_it_says_and_none_is_lost(text: str) -> None:
    found = sentences(text)
    assert all(text[one.start : one.start + len(one.text)] == one.text and one.text.strip() for one in found)
    ends = [(one.start, one.start + len(one.text)) for one in found]
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(ends))
    said = sum(letter.isalpha() for one in found for letter in one.text)
    marked = sum(letter.isalpha() for letter in text)
    assert said <= marked


@given(st.text(max_size=200))
def test_any_text_has_sentences_or_none(text: str) -> None:
    assert isinstance(sentences(text), tuple)
