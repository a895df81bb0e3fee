import pytest

from kb.model.number import Number
from kb.words.compare import contradicts, other_amounts
from kb.words.numberline import read_number


def _number(line: str) -> Number:
    number = read_number(line)
    assert isinstance(number, Number)
    return number


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("lead time: 15 to 18 working days", "Lead  Time: 10 working days"),
        ("lead time, plain, rush: 5 days", "lead time, rush, plain: 1 week"),
        ("lead time: 15 working days", "lead time: 4 weeks"),
        ("lead time: 15 working days", "lead time: 1 month"),
        ("blank: at most 2,400 x 1,250 mm", "blank: at most 2,400 x 1,200 mm"),
        ("proof: free", "proof: charged"),
        ("rush: not possible", "rush: free"),
        ("flutes: only E, B", "flutes: only E, B, C"),
        ("visits: only Mondays", "visits: only Wednesdays 10:00"),
        ("food: only dry food", "food: only wet food"),
        ("lead time: adds 5 days, during July", "lead time: adds 3 days, during July"),
        ("storage: at most 2 years", "storage: at most 12 months"),
    ],
)
def test_two_lines_that_cannot_both_be_true_contradict_each_other(first: str, second: str) -> None:
    assert contradicts(_number(first), _number(second))
    assert contradicts(_number(second), _number(first))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("lead time: 15 working days", "lead time: 15 working days"),
        ("lead time: 15 working days", "lead time: 3 weeks"),
        ("lead time: 20 working days", "lead time: 1 month"),
        ("lead time: 24 hours", "lead time: 1 working day"),
        ("storage: at most 2 years", "storage: at most 24 months"),
        ("lead time, plain: 5 days", "lead time, printed: 15 days"),
        ("stock: at most 3 months", "stock: at most 10 pallets"),
        ("proof: 3 working days", "proof: charged"),
        ("lead time: 15 days", "lead time: adds 5 days"),
        ("lead time: adds 5 days, during July", "lead time: adds 3 days, during May"),
        ("check: 5 days, from order", "check: 8 days, from delivery"),
        ("slots: at most 2 a week", "slots: at most 6 a month"),
        ("rush: only repeat orders", "rush: only Mondays"),
        ("rush: only repeat orders", "rush: only cash"),
        ("plant: closed, 1 May", "plant: closed, 24 December"),
        ("rush: 5 days", "rushing: 6 days"),
    ],
)
def test_two_lines_that_may_both_be_true_do_not(first: str, second: str) -> None:
    assert not contradicts(_number(first), _number(second))
    assert not contradicts(_number(second), _number(first))


NUMBERS = (
    "lead time, new printed box: 15 to 18 working days",
    "lead time, repeat order: 8 to 10 working days",
    "smallest order: at least 100 boxes",
    "spot colours, flexo: at most 4",
    "rush slots: at most 2 a week",
    "deposit, first order: 30 %",
    "blank: at most 2,400 x 1,250 mm",
    "dimensions: within 2 mm",
    "run, digital: 50 to 1,000 boxes",
    "stacking strength: guaranteed 350 kg",
    "proof: charged",
)


@pytest.mark.parametrize(
    ("text", "amount", "nearest"),
    [
        ("A new box takes ten to twelve working days.", "ten to twelve working days", NUMBERS[1]),
        ("It takes fourteen working days.", "fourteen working days", NUMBERS[0]),
        ("We print up to six spot colours.", "six spot colours", NUMBERS[3]),
        ("There are five rush slots a week.", "five rush slots a week", NUMBERS[4]),
        ("We ask for a deposit of 40 per cent.", "40 per cent", NUMBERS[5]),
        ("The largest blank is 3,000 by 1,250 mm.", "3,000 by 1,250 mm", NUMBERS[6]),
        ("All dimensions are within 1 mm.", "1 mm", NUMBERS[7]),
        ("Its stacking strength is 400 kg.", "400 kg", NUMBERS[9]),
    ],
)
def test_an_amount_that_no_number_has_is_told_with_the_nearest(text: str, amount: str, nearest: str) -> None:
    (other,) = other_amounts(text, [_number(line) for line in NUMBERS])
    assert (other.found.text, other.nearest.text) == (amount, nearest)


@pytest.mark.parametrize(
    "text",
    [
        "Fifteen to eighteen working days, or eight to ten for a repeat order.",
        "The slow end is 18 working days, three working weeks are fifteen.",
        "You ring two days before, or 24 hours.",
        "We ordered 5,000 boxes and got 4,800.",
        "Four spot colours, or two of them.",
        "More than 50 % of the deposit is back within a year.",
        "At 90 per cent humidity, ask for the coating.",
        "The deposit, about 30 %, is due first.",
        "The blank is 2,400 mm long.",
        "One spot colour is cheapest; your stacking strength of 300 kg is fine.",
        "Come at 10:00 on 24 December 2026, ext. 250.",
        "A digital run has 800 boxes.",
        "The deposit costs € 40, and seven slots wait.",
    ],
)
def test_honest_text_raises_no_alarm(text: str) -> None:
    assert other_amounts(text, [_number(line) for line in NUMBERS]) == ()
