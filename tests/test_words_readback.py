from datetime import date

import pytest
from words_golden import AMOUNTS, FORMAT

from kb.model.number import Number
from kb.words.numberline import read_number
from kb.words.readback import dates_read_back, read_back
from kb.words.spoken import stretch_words


def _number(line: str) -> Number:
    number = read_number(line)
    assert isinstance(number, Number)
    return number


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (
            "lead time, new printed box: 15 to 18 working days, from approved proof, to your door",
            (
                "lead time of *new printed box*, 15 to 18 working days, the slow end may be promised, sooner is an "
                "over-promise; it counts from approved proof, to your door"
            ),
        ),
        ("hard proof: 1 working day", "hard proof, 1 working day, which may be promised, sooner is an over-promise"),
        ("storage: for 24 months", "storage, for 24 months and no longer, longer is an over-promise"),
        ("visit: 5 days ahead", "visit, 5 days ahead at the latest, a shorter notice is an over-promise"),
        ("smallest order: at least 100 boxes", "smallest order, 100 boxes or more, less is an over-promise"),
        (
            "strength: at least 350 kg",
            (
                "strength, at least 350 kg, less is an over-promise and more is not known to be safe (where it is a "
                "thing's own strength, write `guaranteed`)"
            ),
        ),
        ("blank: at most 2,400 x 1,250 mm", "blank, 2,400 x 1,250 mm or less, more is an over-promise"),
        ("run: 50 to 1,000 boxes", "run, anything from 50 to 1,000 boxes, whatever is outside is an over-promise"),
        ("strength: guaranteed 350 kg", "strength, 350 kg may be relied on, more is an over-promise"),
        ("size: within 2 mm", "size, it may be off by 2 mm, anything tighter or exact is an over-promise"),
        (
            "export: adds 3 to 5 working days",
            (
                "export, 3 to 5 working days longer (of which the slow end counts), less or no extra time is an "
                "over-promise"
            ),
        ),
        ("liner: adds 2 kg", "liner, 2 kg on top, less or nothing is an over-promise"),
        ("rush: costs 25 %", "rush, it costs 25 % on top, less or nothing is an over-promise"),
        ("deposit: 30 % in advance", "deposit, it costs 30 % in advance, less or nothing is an over-promise"),
        ("proof: charged", "proof, the customer pays for it, to call it free is an over-promise"),
        ("proof: free", "proof, free of charge, and that may be said"),
        (
            "change: free, until the board is ordered",
            "change, free of charge, but only on its terms; until the board is ordered, then no longer",
        ),
        ("deposit: none", "deposit, none is needed, and that may be said"),
        (
            "order change, after printing: not possible",
            ("order change *after printing*, it cannot be done, to offer it is an over-promise"),
        ),
        (
            "flutes: only E, B, C",
            "flutes, E, B or C and nothing else, anything else of that kind is an over-promise",
        ),
        (
            "rush: only repeat orders",
            "rush, repeat orders and nothing else, anything else of that kind is an over-promise",
        ),
        (
            "plant: closed, 24 December to 2 January, 1 May",
            (
                "plant, closed 24 December to 2 January and 1 May, which are no working days, a date in them is an "
                "over-promise"
            ),
        ),
        ("sheet check: every 500 sheets", "sheet check, once every 500 sheets, more often is an over-promise"),
        ("fibre: about 78 %", "fibre, about 78 % as it is, any other figure is an over-promise"),
        (
            "lead time, rush, repeat: 5 days, during July, once planning agrees, unless it is new",
            (
                "lead time of *rush* and *repeat*, 5 days, which may be promised, sooner is an over-promise; only "
                "during July; only once planning agrees; not if it is new"
            ),
        ),
    ],
)
def test_a_line_is_read_back_in_plain_english(line: str, sentence: str) -> None:
    assert read_back(_number(line)) == sentence


@pytest.mark.parametrize("line", [*FORMAT, *AMOUNTS])
def test_every_form_is_read_back_on_one_line_with_its_name(line: str) -> None:
    number = _number(line)
    sentence = read_back(number)
    assert sentence.startswith(number.name)
    assert "\n" not in sentence
    assert all(condition in sentence for condition in number.conditions)


@pytest.mark.parametrize(
    ("line", "dates"),
    [
        ("plant: closed, the last week of July", "27 to 31 July 2026, 26 to 30 July 2027"),
        (
            "plant: closed, 24 December to 2 January",
            "24 December 2026 to 2 January 2027, 24 December 2027 to 2 January 2028",
        ),
        (
            "lead time: adds 5 days, during September to November",
            "1 September to 30 November 2026, 1 September to 30 November 2027",
        ),
        ("plant: closed, 1 May 2027", "1 May 2027"),
        ("lead time: 5 days", ""),
    ],
)
def test_the_dates_of_the_coming_years_are_told_each_once(line: str, dates: str) -> None:
    assert dates_read_back(_number(line), (2026, 2027)) == dates


def test_a_single_day_is_no_stretch() -> None:
    assert stretch_words(date(2026, 5, 1), date(2026, 5, 1)) == "1 May 2026"


def test_a_short_sign_takes_no_plural() -> None:
    assert "500 gb as it is" in read_back(_number("data: 500 gb"))
    assert "3,000 rpm" in read_back(_number("speed: 3,000 rpm"))
    assert "500 sheets" in read_back(_number("stock: 500 sheets"))
