"""What is not understood is not safe: words and amounts that no number covers, words that widen or waive."""

from datetime import date

import pytest
from test_desk_promises import MARCH, article, of, one

from kb.desk.promises import check_promise
from kb.model.promise import OVER, SAFE, UNKNOWN

SHOP = of(
    article(
        "lead-times",
        "lead time, oak table: 15 to 18 working days, from approved drawing, to your door",
        "lead time, pine bench: 8 to 10 working days, from approved drawing, to your door",
    ),
    article("setting-up", "setting up, oak table: 1 working day, once the room is clear"),
    article("stock", "finished stock: at most 3 months", "visitors: at most 6"),
    article("choices", "timber: only oak, ash, pine", "visits: only Tuesdays, Thursdays"),
    article("surcharge", "rush surcharge: costs 25 %", "lacquer: adds 5 working days"),
    article("change", "drawing change: free, until the timber is ordered"),
    article("sizes", "table top: at most 2,400 x 1,250 mm", "colour: within 4 ΔE", "smallest gap: at least 3 mm"),
)


@pytest.mark.parametrize(
    "text",
    [
        "Your plasterer needs 18 working days round an oak table.",
        "The confirmation of your oak table comes within 18 working days.",
        "Oak table drawings take 18 working days.",
        "The drawing for an oak table takes 18 working days.",
        "Finished stock is insured for three months.",
        "An oak table takes 18 working days and a varnish two weeks.",
        "A drawing change is free until the timber is cut.",
    ],
)
def test_a_claim_with_a_word_or_an_amount_that_nothing_explains_is_never_safe(text: str) -> None:
    assert check_promise(text, SHOP, MARCH).verdict == UNKNOWN


@pytest.mark.parametrize(
    "text",
    [
        "Realistically, your oak table is on your doorstep in 18 working days.",
        "Dear Ms Miller, an oak table takes 18 working days.",
        "Thank you for your call, your oak table takes 18 working days.",
        "We hold finished stock for three months.",
        "Nothing changes, so the pine bench comes in ten working days.",
        "Until the timber is ordered a drawing change is free.",
    ],
)
def test_politeness_names_and_everyday_words_change_nothing(text: str) -> None:
    assert check_promise(text, SHOP, MARCH).verdict == SAFE


def test_the_reason_names_the_word_as_it_was_written() -> None:
    assert one("Finished stock is INSURED for three months.", SHOP).reason == "no number says anything about “INSURED”"


@pytest.mark.parametrize(
    "text",
    [
        "An oak table in half the usual 18 working days.",
        "An oak table comes twice as fast as the 18 working days.",
        "Finished stock can stay three months or longer.",
        "The table top may be 2,400 mm square.",
        "The colour is closer than 4 ΔE.",
        "Timber is not limited to oak, ash and pine.",
        "It isn't only on Tuesdays that visits are fine.",
        "We drop the rush surcharge.",
        "The extra five working days for lacquer fall away.",
        "If an oak table takes longer than 15 working days, you don't pay.",
        "Your smallest gap is 2 mm.",
    ],
)
def test_a_number_that_is_only_the_measure_of_something_better_is_broken(text: str) -> None:
    assert check_promise(text, SHOP, MARCH).verdict == OVER


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("An oak table takes 18 working days.", SAFE),
        ("An oak table takes 10 working days.", OVER),
        ("Setting up an oak table takes one working day, once the room is clear.", SAFE),
    ],
)
def test_a_time_said_of_a_thing_alone_is_the_longest_that_it_has(text: str, verdict: str) -> None:
    assert one(text, SHOP).verdict == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("By the 12th of next month the pine bench is there.", OVER),
        ("By the 17th of next month the pine bench is there.", SAFE),
        ("By early April the pine bench is there.", OVER),
        ("By mid-April the pine bench is there.", SAFE),
        ("Expect the pine bench in the week beginning 12 April.", SAFE),
        ("Expect the pine bench in the week beginning 5 April.", OVER),
        ("Approve the drawing today and the pine bench is there on 14 April.", SAFE),
        ("Approve the drawing today and the pine bench is there on 13 April.", OVER),
    ],
)
def test_days_that_are_named_by_their_month_or_week(text: str, verdict: str) -> None:
    """Ten working days from Wednesday 31 March 2027 end on Wednesday 14 April."""
    assert check_promise(text, SHOP, date(2027, 3, 31)).verdict == verdict


def test_of_two_numbers_that_are_broken_the_nearer_one_is_named() -> None:
    ground = of(
        article("inside", "inside print: at most 1 colour"), article("colours", "print colours: at most 4 colours")
    )

    assert one("Your boxes are printed in 5 colours.", ground).article == "colours"


def test_what_is_written_for_a_penalty_is_the_number_itself() -> None:
    found = one("If a pine bench takes longer than 5 working days, you don't pay.", SHOP)

    assert found.write.startswith("Lead time, pine bench: 8 to 10 working days, from approved drawing, to your door;")
