"""What a sentence is about and who does it; what is named just before; what is offered besides a choice."""

import time
from datetime import date

import pytest
from test_desk_promises import MARCH, article, of, one

from kb.desk.promises import check_promise
from kb.model.glossary import Term
from kb.model.promise import OVER, SAFE, UNKNOWN

SHOP = of(
    article(
        "lead-times",
        "lead time, oak table: 15 to 18 working days, from approved drawing, to your door",
        "lead time, pine bench: 8 to 10 working days, from approved drawing, to your door",
    ),
    article("drawing", "drawing: 3 working days, from the survey", "export delivery: adds 4 working days"),
    article("stock", "finished stock: at most 3 months", "finished stock: at most 10 pallets", "visitors: at most 6"),
    article("call-off", "call-off: 2 working days, to your door"),
    article("choices", "timber: only oak, ash, pine", "kit: only 46 cm, 51 cm", "fitting slots: at most 2 a week"),
    article("money", "lacquer: charged", "die: charged", "die, repeat order: free", "deposit, first order: 30 %"),
    article("checks", "sheet check: every 500 sheets"),
    article("minimum", "smallest order, oak table: at least 5 tables", "smallest order, pine bench: at least 9 benches",
            dont_say=('"any quantity": setting up costs more',)),
    terms=(Term(term="oak table", customers=("refectory table",)), Term(term="visitors", customers=("people",))),
)  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "The invoice for your oak table comes within 18 working days.",
        "We phone you about the oak table within 18 working days.",
        "You sand the oak table within 18 working days.",
        "Your own workshop sends the pine bench within ten working days.",
        "We start on the oak table within 18 working days.",
        "Every 18 working days we deliver an oak table.",
        "An oak table takes 18 working days to read about.",
        "You may send us ten pallets of finished stock.",
        "You store the finished stock for us for three months.",
        "We hold ten pallets of finished stock per site.",
        "We hold ten pallets of finished stock and ten in the yard.",
        "The finished stock may stay for another three months.",
        "The finished stock may stay three months and can be extended.",
        "The finished stock may stay three months, if you like longer.",
        "An oak table and its drawing take 18 working days.",
        "Your lacquer is checked every 500 sheets.",
        "Up to six people made the drawing.",
        "We'll give you a call in two working days.",
        "The deposit for a first order is 30 % with a week for us.",
        "The deposit for a first order is 30 % upfront a week later.",
        "Here are our fireproof tables.",
        "We send this in two hours.",
    ],
)
def test_another_thing_another_act_and_another_doer_are_never_safe(text: str) -> None:
    assert check_promise(text, SHOP, MARCH).verdict == UNKNOWN


@pytest.mark.parametrize("text", ["The lacquer is at our own cost.", "The lacquer is at our expense."])
def test_what_is_done_at_our_cost_is_called_free(text: str) -> None:
    assert check_promise(text, SHOP, MARCH).verdict == OVER


@pytest.mark.parametrize(
    "ending",
    ["as agreed with you", "as requested", "following your request", "per your wish", "according to your wish"],
)
def test_what_is_promised_as_somebody_wished_is_promised(ending: str) -> None:
    assert check_promise(f"The finished stock may stay six months {ending}.", SHOP, MARCH).verdict == OVER


def test_a_bare_figure_after_a_comma_goes_on_with_the_time_before_it() -> None:
    assert check_promise("Finished stock stays three months, or six.", SHOP, MARCH).verdict == OVER


def test_a_sign_before_a_figure_at_the_start_of_a_line_is_more_than_that() -> None:
    assert check_promise("Finished stock:\n> 10 pallets of finished stock", SHOP, MARCH).verdict == OVER


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The drawing of the oak table takes three working days from the survey.", SAFE),
        ("The drawing of the oak table takes a day.", OVER),
        ("You have the oak table in 18 working days.", SAFE),
        ("You can store ten pallets of finished stock with us.", SAFE),
        ("A call-off is with you in two working days.", SAFE),
        ("Up to six people may come.", SAFE),
        ("The die is free with a first order.", OVER),
        ("You do not pay for the die with a repeat order.", SAFE),
        ("Lacquer is paid by us.", OVER),
        ("Lacquer is paid by you.", SAFE),
        ("A pine bench for export takes 14 working days.", SAFE),
        ("A pine bench for export takes 10 working days.", OVER),
        ("We check one sheet in every 500.", SAFE),
        ("Two fitting slots a day are fine.", OVER),
        ("Two fitting slots a month are fine.", SAFE),
    ],
)
def test_the_line_of_the_thing_itself_decides(text: str, verdict: str) -> None:
    assert check_promise(text, SHOP, MARCH).verdict == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("How long does an oak table take? Four weeks, from the approved drawing.", SAFE),
        ("How long does an oak table take? Two weeks.", OVER),
        ("An oak table takes 18 working days. Yours in twelve.", OVER),
        ("Others need 18 working days for an oak table; for you we do it in ten.", OVER),
        ("How many visitors may come? Six.", SAFE),
        ("How many visitors may come? Nine.", OVER),
        ("Lead time of a pine bench: five.", OVER),
        ("Lead time of a pine bench: ten.", UNKNOWN),
    ],
)
def test_what_names_nothing_speaks_of_what_was_named_just_before(text: str, verdict: str) -> None:
    assert check_promise(text, SHOP, MARCH).verdict == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Timber comes in walnut too.", OVER),
        ("Timber is oak, ash and walnut.", OVER),
        ("We have walnut among the timber as well.", OVER),
        ("The kit comes in 56 cm.", OVER),
        ("The kit comes in 46 cm.", SAFE),
        ("Timber is oak, ash or pine.", SAFE),
        ("Timber is sold by the plank too.", UNKNOWN),
    ],
)
def test_what_is_offered_besides_the_choices_is_over(text: str, verdict: str) -> None:
    assert check_promise(text, SHOP, MARCH).verdict == verdict


def test_a_synonym_that_fits_anything_does_not_win_over_a_name() -> None:
    ground = of(
        article("fresh", "best before: at most 6 months"),
        article("price", "price: at most 60 days"),
        terms=(Term(term="best before", customers=("keeps for",)),),
    )

    assert one("We keep the price for 90 days.", ground).article == "price"


def test_nothing_is_fine_while_it_breaks_another_number_whose_name_is_said() -> None:
    ground = of(
        article("tools", "tooling storage: at most 24 months"),
        article("stock", "finished stock: at most 3 months"),
        terms=(Term(term="finished stock", customers=("storage",)),),
    )

    assert one("Storage is for six months.", ground).verdict == OVER
    assert one("Storage is for two months.", ground).verdict == SAFE


BIKES = of(
    article("times", "lead time, racer: 9 to 10 working days", "lead time, barrow: 4 to 5 working days"),
    article("loads", "payload, barrow: at most 90 kg", "rear rack load: at most 25 kg"),
    article("battery", "battery warranty: for 3 years", "spare parts: for 9 years", "delivery: charged"),
    article("brakes", "brakes: only disc brakes, rim brakes", "workshop days: only Mondays", "quote: 1 working day"),
)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The payload of the barrow is 90 kg.", SAFE),
        ("The payload of the racer is 90 kg.", UNKNOWN),
        ("The rack weighs 25 kg.", UNKNOWN),
        ("The battery is charged for 5 hours.", UNKNOWN),
        ("The battery warranty is 3 years.", SAFE),
        ("Spare parts are delivered for 9 years.", UNKNOWN),
        ("Spare parts can be had for 9 years.", SAFE),
        ("Spare parts can be had for free for 9 years.", UNKNOWN),
        ("A racer to Norway takes ten working days.", UNKNOWN),
        ("Disc brakes are standard.", SAFE),
        ("Drum brakes are standard.", OVER),
        ("Racers are ridden every day.", UNKNOWN),
        ("Our workshop days are every day.", OVER),
        ("A quote for a racer or a barrow takes one working day.", SAFE),
    ],
)
def test_a_number_is_for_what_it_is_written_for_and_of_the_noun_in_its_name(text: str, verdict: str) -> None:
    assert check_promise(text, BIKES, MARCH).verdict == verdict


def test_a_phrase_not_to_say_without_another_is_told_with_the_numbers_that_fit() -> None:
    named = one("An oak table in any quantity is fine.", SHOP)
    unnamed = one("Any quantity is fine.", SHOP)

    assert named.write == "Smallest order, oak table: at least 5 tables."
    assert named.otherwise == ()
    assert unnamed.write == ""
    assert [other.condition for other in unnamed.otherwise] == ["oak table", "pine bench"]


def test_a_name_with_very_many_number_lines_is_checked_in_step_with_them() -> None:
    ground = of(article("parts", *(f"lead time, part number {at}: {at % 20 + 1} working days" for at in range(1_200))))
    began = time.process_time()
    found = check_promise("Part number 17 takes 12 working days, the lead time is 10 days.", ground, date(2027, 2, 8))

    assert found.verdict == OVER
    assert time.process_time() - began < 8
