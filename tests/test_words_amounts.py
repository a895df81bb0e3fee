import itertools
import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.words.amounts import find_amounts, find_unreadable
from kb.words.spoken import amount_words, figure_words
from kb.words.units import UNITS, has_plural, is_measure


def _found(text: str) -> list[str]:
    return [f"{one.text} = {amount_words(one.amount)} [{one.amount.unit.family}]" for one in find_amounts(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2,000 printed boxes in two weeks", ["2,000 boxes count:box", "2 weeks calendar time"]),
        ("15 to 18 working days", ["15 to 18 working days working time"]),
        ("between fifteen and eighteen business days", ["15 to 18 working days working time"]),
        ("15–18 days, 15 - 18 days", ["15 to 18 days calendar time"] * 2),
        ("5 % to 10 %, € 5 to € 8, 2 hours to 3 hours", ["5 to 10 % share", "€5 to 8 money:€", "2 to 3 hours clock"]),
        ("2 hours to 3 days", ["2 hours clock", "3 days calendar time"]),
        (
            "a fortnight, a year, an hour and a half",
            ["1 fortnight calendar time", "1 year calendar months", "1.5 hours clock"],
        ),
        ("two and a half weeks, a day or two", ["2.5 weeks calendar time", "1 to 2 days calendar time"]),
        ("a couple of weeks, half a dozen pallets", ["2 weeks calendar time", "6 pallets count:pallet"]),
        ("half a millimetre, half of its strength", ["0.5 mm length", "50 % share"]),
        ("2½ hours, 1/2 inch, 2 1/2 inch", ["2.5 hours clock", "0.5 inch length", "2.5 inches length"]),
        ("2,400 x 1,250 mm, 120 × 80 × 40 mm", ["2,400 x 1,250 mm length", "120 x 80 x 40 mm length"]),
        (
            "120x80x40mm, 2.4 m x 80 cm, 60 by 40 cm",
            ["120 x 80 x 40 mm length", "240 x 80 cm length", "60 x 40 cm length"],
        ),
        ("120 x 80 x 40", ["120 x 80 x 40 figure"]),
        ("2 x 500 boxes", ["2 figure", "500 boxes count:box"]),
        (
            "2 a week, 45 minutes a colour, 170 g/m²",
            ["2 a week figure", "45 minutes a colour clock", "170 g a m² mass"],
        ),
        ("within delta E of 3, ΔE 3, 3 ΔE", ["ΔE 3 colour difference"] * 3),
        ("€450, $1,200.50, 30 per cent", ["€450 money:€", "$1,200.5 money:$", "30 % share"]),
        (
            "1 000 boxes, 2\u202f400 mm, 10k boxes",
            ["1,000 boxes count:box", "2,400 mm length", "10,000 boxes count:box"],
        ),
        ("a 5-day wait, a two-week turnaround", ["5 days calendar time", "2 weeks calendar time"]),
        ("four spot colours, 3-colour print", ["4 spot colours count:colour", "3 colours count:colour"]),
        ("One colour adds two days", ["1 colour count:colour", "2 days calendar time"]),
        ("bring 12 people", ["12 people count:person"]),
        ("two hundred and fifty boxes, fifteen hundred", ["250 boxes count:box", "1,500 figure"]),
        ("one thousand two hundred sheets, 2 dozen tubes", ["1,200 sheets count:sheet", "24 tubes count:tube"]),
        ("between a hundred and two hundred boxes", ["100 to 200 boxes count:box"]),
        ("ten (10) working days", ["10 working days working time"]),
        ("five more working days", ["5 working days working time"]),
        ("1 hour 30 minutes, two weeks and three days", ["90 minutes clock", "17 days calendar time"]),
        ("at 9.30 a.m., 2 pm, 10:00 to 14:00", ["9:30 time of day", "14:00 time of day", "10:00 to 14:00 time of day"]),
        ("12 am, 10 o'clock", ["0:00 time of day", "10:00 time of day"]),
        (
            "-18 °C to +4 °C, minus 5 °C, 20 degrees C",
            ["-18 to 4 °C temperature", "-5 °C temperature", "20 °C temperature"],
        ),
        ("about 55 %, approx. 2.5 m, ~3 mm", ["about 55 % share", "about 2.5 m length", "about 3 mm length"]),
        ("twice a year, two or three weeks", ["2 times a year count:time", "2 to 3 weeks calendar time"]),
        ("as few as 50, starts at 100", ["50 figure", "100 figure"]),
        ("thirty-five per cent off", ["35 % share"]),
        ("3 working weeks, 8 working hours", ["3 working weeks working time", "8 working hours working hours"]),
    ],
)
def test_amounts_are_found_in_running_text(text: str, expected: list[str]) -> None:
    said = [f"{amount_words(one.amount)} {one.amount.unit.family}" for one in find_amounts(text)]
    assert [one.replace("printed ", "") for one in said] == expected


@pytest.mark.parametrize(
    "text",
    [
        "See No. 5, ext. 250, step two or ISPM 15.",
        "Ring +44 20 7946 0958 or 020 7946 0958.",
        "Part A-100 as PDF/X-4, #5, mail a1@b2.com, https://x.com/5",
        "by 12 December, on 2026-12-24, from 1 to 3 July 2027",
        "in 2026 we moved",
        "the 24th time, 3D, a second sample, no one knows",
        "1.000 boxes, 2,5 mm, 15?18 days, 3.4.2026",
    ],
)
def test_what_is_no_amount_is_not_found(text: str) -> None:
    assert _found(text) == [] or _found(text) == ["18 days = 18 days [calendar time]"]


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("1.000,5 mm", ["1.000,5"]),
        ("2,5 mm", ["2,5"]),
        ("15?18 working days", ["15?18"]),
        ("15\ufffd18 working days", ["15\ufffd18"]),
        ("on 3/4/26 or 24.12.2026", ["24.12.2026"]),
        ("1.000 boxes and 1.625 m", ["1.000"]),
        ("2.500 to 3.000 boxes", ["2.500", "3.000"]),
        ("1,000.50 and 2.5 mm", []),
    ],
)
def test_figures_that_people_read_differently_are_told(text: str, broken: list[str]) -> None:
    assert [one.text for one in find_unreadable(text)] == broken
    assert all(text[one.start : one.end] == one.text for one in find_unreadable(text))


@pytest.mark.parametrize(
    ("longer", "shorter", "times"),
    [
        ("hour", "minute", 60),
        ("week", "day", 7),
        ("working week", "working day", 5),
        ("year", "month", 12),
        ("m", "mm", 1000),
        ("kg", "g", 1000),
        ("l", "ml", 1000),
        ("cm", "mm", 10),
        ("fortnight", "week", 2),
    ],
)
def test_units_of_one_family_compare_exactly(longer: str, shorter: str, times: int) -> None:
    long, short = UNITS[tuple(longer.split())], UNITS[tuple(shorter.split())]
    assert long.family == short.family
    assert long.factor == short.factor * times


def test_times_without_a_fixed_rate_are_families_apart() -> None:
    ways = ("hour", "working day", "day", "month", "working hour")
    assert len({UNITS[tuple(way.split())].family for way in ways}) == len(ways)


@given(
    st.decimals("0.01", 100_000, places=2),
    st.decimals(0, 1000, places=1),
    st.sampled_from([unit for unit in UNITS.values() if is_measure(unit) or has_plural(unit)]),
)
def test_an_amount_reads_back_as_it_is_said(low: Decimal, more: Decimal, unit: object) -> None:
    name = getattr(unit, "name", "")
    figures = " to ".join(dict.fromkeys((figure_words(low), figure_words(low + more))))
    text = f"ΔE {figures}" if name == "ΔE" else f"{figures} {name}"
    (found,) = find_amounts(text)
    assert (found.amount.low, found.amount.high, found.amount.unit) == (low, low + more, unit)
    (again,) = find_amounts(amount_words(found.amount))
    assert again.amount == found.amount


@given(
    st.text(alphabet=st.sampled_from("0123456789 .,-–x/½%€ toandahalfdozenweekmmbetwn()?:ΔE+"), max_size=60), st.text()
)
def test_any_text_has_amounts_in_order_or_none(near: str, text: str) -> None:
    for one in (near, text):
        found = find_amounts(one)
        assert all(one[amount.start : amount.end] == amount.text for amount in found)
        assert all(a.end <= b.start for a, b in itertools.pairwise(found))
        assert all(one.amount.low <= one.amount.high for one in found)
        find_unreadable(one)


@pytest.mark.timing
def test_a_page_of_sixty_sentences_is_read_in_a_moment() -> None:
    page = "We make 2,000 printed boxes in two weeks at 3 mm, keep 25 pallets for 24 months. Ring us by 1 May. " * 30
    start = time.process_time()
    assert len(find_amounts(page)) == 150
    assert time.process_time() - start < 0.5


@pytest.mark.timing
@pytest.mark.parametrize("hostile", ["July ", "1 000 ", "a-", "(1", "@", "five hundred and ", "1 to "])
def test_a_hostile_page_takes_no_longer_than_its_length(hostile: str) -> None:
    half, whole = (_cpu_seconds(hostile * (length // len(hostile))) for length in (6_000, 12_000))
    assert whole < 3 * half + 0.1, "four times would be the square"
    assert whole < 4


def _cpu_seconds(text: str) -> float:
    start = time.process_time()
    find_amounts(text)
    return time.process_time() - start
