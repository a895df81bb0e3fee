"""A number on a card: short and large, with nothing of its line left out."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.model import number as kinds
from kb.model.number import Amount, Number, Season, Unit
from kb.render.figures import Figure, figures_of, range_text

DAYS = Unit("working day", "working time")
PERCENT = Unit("%", "share")
NOUN = Unit("box", "count:box")
DELTA = Unit("ΔE", "colour difference")
EURO = Unit("€", "money:€")
MM = Unit("mm", "length")


def _amount(low: str, high: str = "", unit: Unit = DAYS) -> Amount:
    return Amount(Decimal(low), Decimal(high or low), unit)


def _number(kind: str, text: str, amount: Amount | None = None, *conditions: str, name: str = "lead time") -> Number:
    return Number(name=name, kind=kind, amount_text=text, amount=amount, conditions=conditions)


def _figure(number: Number) -> Figure:
    (figure,), _ = figures_of([number])
    return figure


@pytest.mark.parametrize(
    ("kind", "text", "amount", "big", "unit"),
    [
        (kinds.TAKE, "15 to 18 working days", _amount("15", "18"), "15–18", "working days"),
        (kinds.TAKE, "1 working day", _amount("1"), "1", "working day"),
        (kinds.TAKE, "within 10 working days", _amount("10"), "≤ 10", "working days"),
        (kinds.GIVE, "at most 24 months", _amount("24"), "≤ 24", "months"),
        (kinds.GIVE, "for 24 months", _amount("24"), "24", "months"),
        (kinds.AHEAD, "at least 5 working days ahead", _amount("5"), "≥ 5", "working days ahead"),
        (kinds.AT_LEAST, "at least 1,000 boxes", _amount("1000", unit=NOUN), "≥ 1,000", "boxes"),
        (kinds.AT_MOST, "at most 2 a week", _amount("2", unit=NOUN), "≤ 2", "a week"),
        (kinds.BETWEEN, "50 to 1,000 boxes", _amount("50", "1000", NOUN), "50–1,000", "boxes"),
        (kinds.GUARANTEED, "guaranteed 350 kg", _amount("350"), "350 kg", ""),
        (kinds.TOLERANCE, "within 2 mm", _amount("2", unit=MM), "±2 mm", ""),
        (kinds.TOLERANCE, "±0.50 mm", _amount("0.50", unit=MM), "±0.5 mm", ""),
        (kinds.TOLERANCE, "within 3 ΔE", _amount("3", unit=DELTA), "≤ 3 ΔE", ""),
        (kinds.TOLERANCE, "within ΔE 3", _amount("3", unit=DELTA), "≤ 3 ΔE", ""),
        (kinds.ADDS, "adds 3 to 5 working days", _amount("3", "5"), "+3–5", "working days"),
        (kinds.COSTS, "costs 25 %", _amount("25", unit=PERCENT), "+25 %", ""),
        (kinds.EVERY, "every 500 sheets", _amount("500"), "every 500", "sheets"),
        (kinds.FIGURE, "78 %", _amount("78", unit=PERCENT), "78 %", ""),
        (kinds.FIGURE, "€95", _amount("95", unit=EURO), "€95", ""),
        (kinds.TAKE, "two weeks", _amount("14"), "two weeks", ""),
        (kinds.FIGURE, "something", None, "something", ""),
        (kinds.TAKE, "5 working days (die 5, plates 4)", _amount("5"), "5 working days (die 5, plates 4)", ""),
        (kinds.TAKE, "1 000 hours", _amount("1000"), "1 000 hours", ""),
        (kinds.FIGURE, "9:15", _amount("555"), "9:15", ""),
        (kinds.CHARGED, "charged", None, "charged", ""),
        (kinds.NOT_POSSIBLE, "not possible", None, "not possible", ""),
        (kinds.CLOSED, "closed", None, "closed", ""),
    ],
)
def test_the_figure_is_short_and_says_its_direction(
    kind: str, text: str, amount: Amount | None, big: str, unit: str
) -> None:
    figure = _figure(_number(kind, text, amount))
    assert (figure["big"], figure["unit"]) == (big, unit)


def test_about_is_said_with_a_sign() -> None:
    amount = Amount(Decimal(55), Decimal(55), PERCENT, about=True)
    assert _figure(_number(kinds.FIGURE, "about 55 %", amount))["big"] == "≈ 55 %"


def test_what_is_paid_in_advance_is_no_surcharge() -> None:
    number = Number(
        name="deposit",
        kind=kinds.COSTS,
        amount_text="30 % in advance",
        amount=_amount("30", unit=PERCENT),
        in_advance=True,
    )
    assert _figure(number)["big"] + " " + _figure(number)["unit"] == "30 % in advance"


def test_several_dimensions_are_multiplied_out() -> None:
    size = Amount(Decimal(40), Decimal(120), MM, (Decimal(120), Decimal(80), Decimal(40)))
    assert _figure(_number(kinds.AT_LEAST, "at least 120 x 80 x 40 mm", size))["big"] == "≥ 120 × 80 × 40 mm"


def test_choices_are_all_named() -> None:
    number = Number(name="flutes", kind=kinds.ONLY, amount_text="only E, B", choices=("E", "B"))
    assert _figure(number)["big"] == "only E, B"


def test_a_number_alone_says_its_name() -> None:
    assert _figure(_number(kinds.AT_MOST, "at most 4", _amount("4"), "flexo"))["label"] == "lead time, flexo"


def test_a_name_that_all_numbers_share_is_left_to_the_question() -> None:
    new, repeat = (_number(kinds.TAKE, "5 days", _amount("5"), what) for what in ("new box", "repeat order"))
    assert [figure["label"] for figure in figures_of([new, repeat])[0]] == ["new box", "repeat order"]


def test_a_name_is_said_where_numbers_have_several_or_one_has_no_condition() -> None:
    lead, rule = _number(kinds.TAKE, "5 days", _amount("5"), "new box"), _number(kinds.TAKE, "9 days", _amount("9"))
    slots = _number(kinds.AT_MOST, "at most 2", _amount("2"), "rush", name="slots")
    assert [figure["label"] for figure in figures_of([lead, slots])[0]] == ["lead time, new box", "slots, rush"]
    assert [figure["label"] for figure in figures_of([lead, rule])[0]] == ["lead time, new box", "lead time"]


def test_a_guarantee_and_a_time_that_the_customer_has_say_so() -> None:
    strength = _number(kinds.GUARANTEED, "guaranteed 350 kg", _amount("350"), "BC", name="strength")
    complaint = _number(kinds.GIVE, "you have 5 working days", _amount("5"), name="complaint")
    assert _figure(strength)["label"] == "guaranteed strength, BC"
    assert _figure(complaint)["label"] == "complaint: you have"


def test_every_term_of_the_line_stands_in_the_small_print() -> None:
    number = Number(
        name="x",
        kind=kinds.TAKE,
        amount_text="5 days",
        amount=_amount("5"),
        start="proof",
        end="your door",
        during=(Season((9, 1), (11, 30), said="September to November"),),
        once="confirmed",
        unless="it is wet",
        until="Friday",
    )
    assert _figure(number)["terms"] == (
        "from proof, to your door, during September to November, once confirmed, unless it is wet, until Friday"
    )


def test_a_shutdown_says_its_days_without_a_word_before() -> None:
    number = Number(name="plant", kind=kinds.CLOSED, during=(Season((7, 1), (7, 31), said="the last week of July"),))
    assert _figure(number) == Figure(big="closed", unit="", label="plant", terms="the last week of July", now="")


def test_terms_that_all_numbers_share_are_said_once() -> None:
    one = Number(name="a", kind=kinds.FREE, start="proof", end="door")
    two = Number(name="b", kind=kinds.FREE, start="proof", end="gate")
    figures, shared = figures_of([one, two])
    assert shared == "from proof"
    assert [figure["terms"] for figure in figures] == ["to door", "to gate"]


def test_no_numbers_make_no_figures() -> None:
    assert figures_of([]) == ((), "")


def test_a_duration_on_the_strip_is_one_line_or_as_written() -> None:
    assert range_text(_amount("3", "5"), "3 to 5 working days") == "3–5 working days"
    assert range_text(_amount("5"), "a week") == "a week"
    assert range_text(None, "as long as it takes") == "as long as it takes"
    assert range_text(_amount("95", unit=EURO), "€95") == "95"


@given(st.decimals(min_value=0, max_value=10**9, places=3), st.sampled_from(sorted(kinds.KINDS)))
def test_the_figure_shows_exactly_the_value(value: Decimal, kind: str) -> None:
    figure = _figure(_number(kind, f"at least {value} mm", Amount(value, value, MM)))
    shown = re.findall(r"[\d.]+", figure["big"].replace(",", ""))
    assert [Decimal(text) for text in shown] == [value]
