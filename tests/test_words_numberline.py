import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from words_golden import AMOUNTS, FORMAT, MORE
from words_summary import summary

from kb.model.number import KINDS, Number
from kb.words.numberline import MAX_LINE, Unread, read_number

LINES = FORMAT | AMOUNTS | MORE


@pytest.mark.parametrize("line", LINES)
def test_a_line_is_read_as_the_golden_table_has_it(line: str) -> None:
    assert summary(read_number(line)) == LINES[line]


@pytest.mark.parametrize("line", FORMAT)
def test_a_line_keeps_its_name_its_text_and_its_place(line: str) -> None:
    number = read_number(f"- {line}\r\n", 7)
    assert isinstance(number, Number)
    assert (number.name, number.text, number.line) == (line.partition(":")[0].partition(",")[0], line, 7)


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("lead time: 15 to 18 working days, to your door", "15 to 18 working days"),
        ("flutes: only E, B, C", "only E, B, C"),
        ("plant: closed, 1 May", "closed"),
        ("cost: about 55 % of the whole", "about 55 % of the whole"),
        ("deposit: 30 %, in advance", "30 % in advance"),
        ("change: Free, until the board is ordered", "Free"),
    ],
)
def test_the_amount_is_kept_as_written(line: str, written: str) -> None:
    number = read_number(line)
    assert isinstance(number, Number)
    assert number.amount_text == written


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (
            "lead time: soon",
            (
                "I can't read the amount 'soon'. Write a figure with its unit, such as `5 working days`, or `charged`, "
                "`free`, `not possible`."
            ),
        ),
        ("lead time 5 days", "I can't find a colon in 'lead time 5 days'."),
        (": 5 days", "There is no name before the colon."),
        ("-: 5 days", "There is no name before the colon."),
        ("lead time:", "There is no amount after 'lead time:'."),
        ("lead time: , ,", "There is no amount after 'lead time:'."),
        ("lead time: 1.000,5 days", "I can't read the figure '1.000,5'"),
        ("bleed: 2,5 mm", "I can't read the figure '2,5'"),
        ("smallest order: 1.000 boxes", "I can't read the figure '1.000'"),
        ("lead time: 15?18 working days", "A sign was lost in '15?18'. Write the range with a word"),
        ("lead time: 5 workng days", "I don't know the unit 'workng days'. Did you mean 'working days'?"),
        ("lead time: 5 dyas", "I don't know the unit 'dyas'. Did you mean 'days'"),
        ("lead time: 5 press days", "I don't know the unit 'press days'."),
        ("loss: under 5 %", "'under 5 %' leaves open whether the figure itself is in. Write `at most`"),
        (
            "order: more than 100 boxes",
            "'more than 100 boxes' leaves open whether the figure itself is in. Write `at least`",
        ),
        ("lead time: 18 to 15 working days", "The range '18 to 15' runs backwards."),
        ("order: at least 5 to 10 boxes", "'at least 5 to 10 boxes' leaves open which of the two figures counts."),
        ("lead time: ± 2 days", "'± 2 days' is no tolerance of a size."),
        ("lead time: five fewer working days", "I can't read the amount 'five fewer working days'."),
        ("lead time: 5 working days plus 2 for proofs", "I can't read the amount '5 working days plus 2 for proofs'."),
        ("lead time: for 100 boxes", "I can't read the amount 'for 100 boxes'."),
        ("lead time: 5 days, roughly speaking", "I can't read 'roughly speaking' after '5 days'."),
        ("lead time: 5 days, from order, from delivery", "The line says 'from' twice."),
        ("lead time: adds 5 days, during the summer", "I can't read the date 'the summer'. Write months or days"),
        ("plant: closed", "'closed' needs the days after it"),
        ("plant: closed, in spring", "I can't read the date 'spring'."),
        ("flutes: only", "'only' needs what may be chosen after it"),
        ("start: within 10:00", "I can't read the amount 'within 10:00'."),
        ("notice: at most 5 days ahead", "I can't read the amount 'at most 5 days ahead'."),
        ("deposit: at least 30 % in advance", "I can't read the amount 'at least 30 % in advance'."),
        ("x: " + "word " * 30, "I can't read the amount 'word word"),
    ],
)
def test_a_line_that_cannot_be_read_says_why_and_what_to_write(line: str, sentence: str) -> None:
    unread = read_number(line, 3)
    assert isinstance(unread, Unread)
    assert unread.sentence.startswith(sentence)
    assert unread.line == 3


def test_a_page_in_one_line_is_no_number_line() -> None:
    unread = read_number("x: " + "5 days, " * MAX_LINE)
    assert isinstance(unread, Unread)
    assert "characters" in unread.sentence


def test_unless_is_never_lost_even_without_a_comma_or_said_twice() -> None:
    number = read_number("strength: guaranteed 350 kg, from delivery unless damp, unless outdoors")
    assert isinstance(number, Number)
    assert (number.start, number.unless) == ("delivery", "damp, unless outdoors")


def _mutations(line: str) -> list[str]:
    """The line with each character left out, doubled with its neighbour swapped, or turned into a hostile one."""
    places = range(len(line))
    cut = [line[:place] + line[place + 1 :] for place in places]
    swapped = [line[:place] + line[place : place + 2][::-1] + line[place + 2 :] for place in places]
    changed = [line[:place] + sign + line[place + 1 :] for place, sign in itertools.product(places, ":,5 –?")]
    return cut + swapped + changed


@pytest.mark.parametrize("every", [8, pytest.param(1, marks=pytest.mark.long)])
def test_ten_thousand_damaged_lines_are_read_or_explained(every: int) -> None:
    damaged = list(dict.fromkeys(mutation for line in FORMAT for mutation in _mutations(line)))
    assert len(damaged) > 10_000
    for line in damaged[::every]:
        read = read_number(line)
        if isinstance(read, Unread):
            assert read.sentence
        else:
            assert read.kind in KINDS
            assert read.name


@given(st.text(max_size=80), st.sampled_from(sorted(LINES)), st.integers(0, 60))
def test_any_text_is_a_number_or_says_why_not(noise: str, line: str, place: int) -> None:
    for text in (noise, f"{line[:place]}{noise}{line[place:]}", f"x: {noise}", f"{noise}: 5 days"):
        assert isinstance(read_number(text), Number | Unread)


@given(st.integers(1, 99), st.integers(0, 50), st.sampled_from(["working days", "weeks", "hours", "months"]))
def test_a_range_of_time_is_read_back_with_its_ends(low: int, more: int, unit: str) -> None:
    number = read_number(f"lead time, plain box: {low} to {low + more} {unit}, to your door")
    assert isinstance(number, Number)
    assert number.amount is not None
    assert (number.kind, number.amount.low, number.amount.high) == ("take", Decimal(low), Decimal(low + more))


def test_a_word_that_says_yes_or_no_alone_is_refused_with_what_may_be_meant() -> None:
    for word in ("no", "No", "not", "never", "yes"):
        read = read_number(f"gold ink: {word}")
        assert isinstance(read, Unread)
        assert "`not possible`" in read.sentence
        assert "`none`" in read.sentence


def test_words_after_the_amount_that_begin_no_part_are_told_where_they_may_stand() -> None:
    read = read_number("gold ink: adds 1 day, ask the press hall")
    assert isinstance(read, Unread)
    assert read.sentence.startswith("I can't read 'ask the press hall' after 'adds 1 day'.")
    assert "from, to, during, once, unless or until" in read.sentence


@pytest.mark.parametrize("day", ["30/11/2026", "2026-13-01", "31.11.2026"])
def test_a_date_that_cannot_be_read_is_no_event(day: str) -> None:
    """Taken for one, like *until the board is ordered*, it would never come, and the number never end."""
    read = read_number(f"lead time: 5 days, until {day}")
    assert isinstance(read, Unread)
    assert f"I can't read the date '{day}'" in read.sentence
    assert not isinstance(read_number("lead time: 5 days, until 2026-11-30"), Unread)
    assert not isinstance(read_number("lead time: 5 days, until the board is ordered"), Unread)
