import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.text import fold
from kb.words.stems import plural, singular, stem
from kb.words.tokens import content_stems, content_words, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("How long, please?", ("how", "long", "please")),
        ("die-cutter", ("die", "cutter")),
        ("litho-laminated box", ("litho", "laminated", "box")),
        ("the customer’s don’t", ("the", "customer's", "don't")),
        ("C++ and C# in R&D", ("c++", "and", "c#", "in", "r&d")),
        ("part A-100, PDF/X-4, ISO-9001, #5", ("part", "a-100", "pdf/x-4", "iso-9001", "#5")),
        ("2,400 mm at 10:00, 2.5 kg", ("2,400", "mm", "at", "10:00", "2.5", "kg")),
        ("clichés ÜBER", ("cliches", "uber")),
        ("BC-flute", ("bc", "flute")),
        ("...", ()),
    ],
)
def test_words_come_apart_and_codes_stay_whole(text: str, expected: tuple[str, ...]) -> None:
    assert words(text) == expected


def test_small_words_say_nothing() -> None:
    assert content_words("How long will my order take, and what does it cost?") == ("long", "order", "take", "cost")


def test_stems_of_a_sentence_are_those_of_its_content() -> None:
    assert content_stems("We printed the boxes") == ("print", "box")


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("box", "boxes"),
        ("pallet", "pallets"),
        ("colour", "colours"),
        ("copy", "copies"),
        ("die", "dies"),
        ("batch", "batches"),
        ("glass", "glasses"),
        ("person", "people"),
        ("working day", "working days"),
        ("shelf", "shelves"),
    ],
)
def test_a_noun_and_its_plural_lead_to_each_other(one: str, many: str) -> None:
    assert plural(one) == many
    assert singular(many.rpartition(" ")[2]) == one.rpartition(" ")[2]
    assert stem(many.rpartition(" ")[2]) == stem(one.rpartition(" ")[2])


@pytest.mark.parametrize(
    "family",
    [
        ("print", "prints", "printed", "printing"),
        ("laminate", "laminated", "laminating"),
        ("glue", "glued", "glues"),
        ("store", "stored", "storing"),
        ("tape", "tapes", "taped", "taping"),
        ("tap", "taps", "tapped", "tapping"),
        ("plan", "planned", "planning"),
        ("press", "pressed", "pressing"),
        ("colour", "color", "colours", "colors"),
        ("cliche", "cliches"),
        ("customer", "customer's", "customers'"),
    ],
)
def test_forms_of_one_word_share_a_stem(family: tuple[str, ...]) -> None:
    assert len({stem(word) for word in family}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("tub", "tubes"), ("tap", "tapes"), ("strip", "stripes"), ("plan", "planes"), ("scrap", "scraped")],
)
def test_two_nouns_that_only_an_e_tells_apart_stay_two(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize("word", ["bus", "glass", "basis", "series", "a-100", "c++", "red", "feed", "free", "ring"])
def test_words_that_are_no_plural_and_no_verb_form_stay(word: str) -> None:
    assert stem(word) == word


@given(st.text(max_size=60))
def test_words_are_folded_and_not_empty(text: str) -> None:
    assert all(word and word == fold(word) for word in words(text))


@pytest.mark.parametrize("hostile", ["a-", "1/", "@", "#", "A-1/", "“"])
def test_a_long_run_of_signs_is_cut_in_no_time(hostile: str) -> None:
    start = time.perf_counter()
    words(hostile * 20_000)
    assert time.perf_counter() - start < 2
