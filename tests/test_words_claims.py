"""What surrounds an amount, who speaks, what is denied, which day is meant: read from plain sentences."""

from datetime import date
from decimal import Decimal

import pytest

from kb.words.bounds import ADDED, AHEAD, GIVE, LEAST, MOST, OVER, SMALLEST, TAKE, UNDER
from kb.words.claims import read_text
from kb.words.deadlines import BY, ON, START, named_days
from kb.words.dontline import read_dont_say
from kb.words.misspelt import corrected
from kb.words.negation import DENIED, NOT_DENIED, UNCLEAR, denial_of
from kb.words.points import SIZE, TIME
from kb.words.roots import name_words
from kb.words.speech import CHAT, OURS, PAST, QUESTION, REQUEST, THEIRS, is_talk, is_wish, voice_of
from kb.words.timescale import in_unit
from kb.words.units import UNITS
from kb.words.yesno import absolute_words, denies_a_burden, find_yes_no

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("We need five days.", {TAKE}),
        ("It is at your door in two weeks.", {TAKE}),
        ("We keep it for two years.", {GIVE}),
        ("You have five days to complain.", {GIVE}),
        ("Report damage within five days.", {GIVE}),
        ("We answer complaints within five days.", {TAKE}),
        ("Book three days ahead.", {AHEAD}),
        ("That adds two days.", {ADDED}),
        ("It is two days later.", {ADDED}),
        ("The limit is two weeks.", set()),
    ],
)
def test_a_time_is_taken_given_asked_for_ahead_or_added(text: str, shape: set[str]) -> None:
    points = [point for one in read_text(text, MONDAY) for clause in one.clauses for point in clause.points]
    assert [set(point.around.shapes) for point in points if point.kind == TIME] == [shape]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("at most 10 pallets", MOST),
        ("never more than 10 pallets", MOST),
        ("no more than 10 pallets", MOST),
        ("at least 10 pallets", LEAST),
        ("less than 10 pallets", UNDER),
        ("more than 10 pallets", OVER),
        ("as few as 10 pallets", SMALLEST),
    ],
)
def test_a_figure_is_bounded_by_the_words_before_it(text: str, bound: str) -> None:
    points = [point for one in read_text(text, MONDAY) for clause in one.clauses for point in clause.points]
    assert [set(point.around.bounds) for point in points if point.kind == SIZE] == [{bound}]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("we deliver in two weeks.", OURS),
        ("can you deliver in two weeks?", QUESTION),
        ("could you do two weeks", QUESTION),
        ("please send us the file by friday.", REQUEST),
        ("please note that it takes two weeks.", OURS),
        ("your competitor delivers in a week.", THEIRS),
        ("unlike our competitors, we deliver in a week.", OURS),
        ("dear mr brandt,", CHAT),
        ("last year it took two weeks.", PAST),
        ("last orders are taken at noon.", OURS),
    ],
)
def test_who_speaks_and_what_for(text: str, voice: str) -> None:
    assert voice_of(text) == voice


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("you asked for two weeks", True),
        ("the customer wants two weeks", True),
        ("you need to book two weeks ahead", False),
        ("you need at least fifty boxes", False),
        ("you need fifty boxes", True),
        ("order any quantity you want", False),
        ("we can keep them if you prefer", False),
    ],
)
def test_what_somebody_else_wants_is_no_promise(text: str, *, wish: bool) -> None:
    assert is_wish(text) is wish


@pytest.mark.parametrize(
    ("text", "denial"),
    [
        ("we cannot do it in two weeks", DENIED),
        ("two weeks is not possible", DENIED),
        ("they are neither rainproof nor watertight", DENIED),
        ("two weeks is no problem", NOT_DENIED),
        ("it never takes more than two weeks", UNCLEAR),
        ("we cannot do it without a deposit", UNCLEAR),
        ("two weeks if you do not mind", NOT_DENIED),
    ],
)
def test_only_a_clean_denial_denies(text: str, denial: str) -> None:
    assert denial_of(text) == denial


@pytest.mark.parametrize(
    ("text", "role", "day"),
    [
        ("there by 12 December", BY, date(2026, 12, 12)),
        ("there before 12 December", BY, date(2026, 12, 11)),
        ("there on Monday 4 January", ON, date(2027, 1, 4)),
        ("there next Friday", ON, date(2026, 11, 27)),
        ("there tomorrow", ON, date(2026, 11, 24)),
        ("if you approve the proof on Tuesday 1 December", START, date(2026, 12, 1)),
        ("orders placed on 1 December", START, date(2026, 12, 1)),
    ],
)
def test_a_day_is_one_to_be_ready_by_or_the_start_of_the_clock(text: str, role: str, day: date) -> None:
    found = named_days(text, MONDAY)
    assert [(one.role, one.last) for one in found] == [(role, day)]


@pytest.mark.parametrize(
    ("value", "unit", "wanted", "down", "up"),
    [
        (2, "weeks", "working days", 10, 10),
        (18, "days", "working days", 12, 13),
        (1, "month", "working days", 20, 23),
        (1, "month", "days", 30, 30),
        (48, "hours", "working days", 1, 2),
    ],
)
def test_times_of_different_kinds_are_rounded_against_the_promise(
    value: int, unit: str, wanted: str, down: int, up: int
) -> None:
    units = (UNITS[tuple(unit.split())], UNITS[tuple(wanted.split())])
    assert in_unit(Decimal(value), *units, sooner_is_over=True) == down
    assert in_unit(Decimal(value), *units, sooner_is_over=False) == up


def test_a_line_of_do_not_say_has_phrases_a_what_a_reason_and_an_instead() -> None:
    read = read_dont_say(
        '"two weeks", "a fortnight" for a new box: plates take five days; instead: three to four weeks'
    )

    assert read is not None
    assert read.phrases == ("two weeks", "a fortnight")
    assert (read.what, read.because, read.instead) == ("a new box", "plates take five days", "three to four weeks")
    assert read_dont_say("two weeks") is None


def test_a_slip_is_put_right_where_one_word_can_be_meant_and_places_stay() -> None:
    right = corrected("A pritned box in two wekes.", lambda word: word == "known", frozenset({"printed"}))

    assert right.text == "A printed box in two weeks."
    assert right.as_written(len(right.text)) == len("A pritned box in two wekes.")
    assert corrected("known", lambda word: word == "known", frozenset({"knowns"})).changes == ()


def test_free_charged_and_none_are_found_and_other_senses_are_not() -> None:
    assert [spot.word for spot in find_yes_no("it is free and no deposit is asked")] == ["free", "zero"]
    assert all(spot.word != "free" for spot in find_yes_no("feel free to call, it is free of mineral oil"))
    assert denies_a_burden("you do not have to pay a deposit")
    assert [spot.word for spot in absolute_words("guaranteed, but not always")] == ["guaranteed"]


def test_the_words_of_a_name_leave_out_what_only_holds_them_together() -> None:
    assert name_words("the colour of the board") == ("colour", "board")
    assert name_words("keep your die") == name_words("Keep the dies")


@pytest.mark.parametrize(
    "answer",
    [
        "Sure.", "Yes!", "Of course, no problem.", "Yes, we can.", "That works.", "Okay.", "Deal!",
        "Yes, definitely yes.", "You have my word.", "You can count on it.",
        "Yes, in principle.", "Sure, why not.", "As agreed.", "With pleasure, Ms Miller.",
    ],
)  # fmt: skip
def test_a_question_that_is_affirmed_is_a_promise(answer: str) -> None:
    question, _ = read_text(f"Boxes in two weeks? {answer}", MONDAY)

    assert [question.voice, *(clause.voice for clause in question.clauses)] == [OURS, OURS]


@pytest.mark.parametrize(
    "answer", ["No.", "We ask the planner.", "Yes, once the deposit is in.", "When do you need them?"]
)
def test_a_question_that_is_not_just_affirmed_stays_one(answer: str) -> None:
    assert read_text(f"Boxes in two weeks? {answer}", MONDAY)[0].voice == QUESTION


def test_each_labelled_line_of_an_offer_is_a_sentence_of_its_own() -> None:
    long = "Item: printed box, 300 x 200 x 150 mm, single wall, B flute"
    offer = f"{long}\nQuantity: 2,000 pcs\nDelivery time: 20 days\n"

    assert [offer[one.start : one.end] for one in read_text(offer, MONDAY)] == offer.splitlines()


@pytest.mark.parametrize("text", ["we are pleased to offer as follows:", "the samples are on their way."])
def test_what_announces_an_offer_or_a_parcel_promises_nothing(text: str) -> None:
    assert is_talk(text)
