"""Questions that mean the same are one; those that do not, stay two: a joined question gets the other's answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.words.meaning import Meanings
from kb.words.names import without_names

GLOSSARY = Meanings([("minimum order", ["MOQ", "smallest run"]), ("lead time", ["turnaround", "how long"])])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Can you print in gold?", "can you please print in GOLD"),
        ("Do you have a braille press?", "do you have the braille presses"),
        ("What's your MOQ?", "What's the minimum order?"),
        ("Is the turnaround shorter in May?", "is the lead time shorter in May"),
        ("Can you print colours on kraft?", "Can you print colors on kraft?"),
        ("Can you print on kraft in gold?", "in gold, can you print on kraft?"),
    ],
)
def test_the_same_question_in_other_words(one: str, other: str) -> None:
    assert GLOSSARY.meaning(one) == GLOSSARY.meaning(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Can a box hold over 20 kg?", "Can a box hold under 20 kg?"),
        ("Can a box hold 20 kg?", "Can a box hold 25 kg?"),
        ("Do you deliver with a tail-lift?", "Do you deliver without a tail-lift?"),
        ("Can we collect the boxes?", "Can you collect the boxes?"),
        ("Can I change from B to C flute?", "Can I change from C to B flute?"),
        ("When can you deliver?", "Where can you deliver?"),
        ("Is it waterproof?", "Is it not waterproof?"),
        ("Do 20 boxes fit on 10 pallets?", "Do 10 boxes fit on 20 pallets?"),
        ("What is the height?", "What is the weight?"),
        ("How long is the box?", "What is the lead time of the box?"),
        ("Can I order before the proof?", "Can I order after the proof?"),
    ],
)
def test_another_question_in_nearly_the_same_words(one: str, other: str) -> None:
    assert GLOSSARY.meaning(one) != GLOSSARY.meaning(other)


def test_searches_are_counted_by_what_they_are_about() -> None:
    assert len({GLOSSARY.topic(words) for words in ("gold foil", "Foil, gold", "do you do gold foils?")}) == 1
    assert GLOSSARY.topic("over 20 kg") != GLOSSARY.topic("under 20 kg")


@given(st.text())
def test_any_text_has_a_meaning_and_a_topic(text: str) -> None:
    assert GLOSSARY.meaning(text) == GLOSSARY.meaning(f"  {text} ")
    assert bool(GLOSSARY.topic(text)) == bool(GLOSSARY.meaning(text))


@pytest.mark.parametrize(
    ("text", "names", "told"),
    [
        ("Can Acme have gold?", ["ACME"], "Can the customer have gold?"),
        ("Gold for acme toys ltd?", ["Acme Toys Ltd"], "Gold?"),
        ("ACME's logo, for Toys & Co", ["Acme Toys"], "the customer logo, for the customer & Co"),
        ("A box for toys", ["Acme Toys"], "A box for toys"),
        ("Is the group booked?", ["Acme Group"], "Is the group booked?"),
        ("Zoë & Söhne asks", ["Zoë & Söhne"], "the customer asks"),
        ("What of (x+y)*?", ["(x+y)*"], "What of the customer?"),
        ("Can you?", [""], "Can you?"),
    ],
)
def test_a_customer_is_not_named(text: str, names: list[str], told: str) -> None:
    assert without_names(text, names) == told


@given(st.text(max_size=30), st.lists(st.text(min_size=1, max_size=10), max_size=3))
def test_taking_names_out_never_fails(text: str, names: list[str]) -> None:
    without_names(text, names)
