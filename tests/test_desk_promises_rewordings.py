"""Known over-promises said in other words, units and orders, with slips of the hand: none may become safe."""

import re
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from promise_samples import FOLDERS, Sample, ground, samples

from kb.desk.promises import check_promise
from kb.model.promise import OVER, SAFE

WORDS = {
    "2": "two",
    "3": "three",
    "4": "four",
    "5": "five",
    "6": "six",
    "7": "seven",
    "8": "eight",
    "9": "nine",
    "10": "ten",
}
FIGURES = {word: figure for figure, word in WORDS.items()}
UNITS = (
    ("working days", "business days"), ("working days", "work days"), ("weeks", "wks"), ("two weeks", "a fortnight"),
    ("per cent", "%"), ("%", " percent"), ("hours", "hrs"), ("kg", "kilos"), ("mm", "millimetres"),
    ("months", "calendar months"),
)  # fmt: skip
OPENERS = (
    "Of course, ", "To be clear, ", "Good news: ", "Honestly, ", "For your planning, ", "Yes, ", "As discussed, ",
    "Further to your mail of Monday, ", "I'm happy to confirm that ", "I checked with production: ",
    "Dear Ms Miller, ", "Our planner says ", "Thank you for your patience: ", "I believe ",
    "Don't tell anybody, but ",
)  # fmt: skip
ENDINGS = (
    " as usual.", ", you can count on it.", " from now on.", "!", ", as agreed on the phone.", ", I'm afraid.",
    ", is that ok?", ". You have my word.", ". I'll call you tomorrow.",
)  # fmt: skip
KEPT = ("not", "never", "cannot", "without", "nobody", "nothing")
"""A slip in one of these may turn the sense."""

OVERS = [
    sample
    for company in FOLDERS
    for sample in samples(company)
    if sample.verdict == OVER and "fixed within" not in sample.say  # a phrase not to say that another order takes apart
]


def in_words(text: str, _at: int) -> str:
    return re.sub(r"(?<![\w.,:-])(\d{1,2})(?![\w.,:%/-])", lambda found: WORDS.get(found[1], found[1]), text)


def in_figures(text: str, _at: int) -> str:
    return re.sub(rf"\b({'|'.join(FIGURES)})\b", lambda found: FIGURES[found[1]], text)


def other_unit(text: str, at: int) -> str:
    fitting = [pair for pair in UNITS if pair[0] in text]
    return text.replace(*fitting[at % len(fitting)]) if fitting else text


def slip(text: str, at: int) -> str:
    """Two letters swapped, one lost or one doubled in a word of seven letters or more."""
    words = [found for found in re.finditer(r"[a-z]{7,}", text) if found.group() not in KEPT]
    if not words:
        return text
    found = words[at % len(words)]
    word, place = found.group(), 1 + at % (len(found.group()) - 3)
    swapped = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    other = (swapped, word[:place] + word[place + 1 :], word[:place] + word[place] + word[place:])[at % 3]
    return text[: found.start()] + other + text[found.end() :]


def opened(text: str, at: int) -> str:
    return opened_with(OPENERS[at % len(OPENERS)], text)


def ended(text: str, at: int) -> str:
    return text.rstrip(".") + ENDINGS[at % len(ENDINGS)]


def louder(text: str, _at: int) -> str:
    return text.upper()


def time_first(text: str, _at: int) -> str:
    # Of one sentence only: put before another one, a time is told of something else.
    found = re.fullmatch(r"([^,;:.?!]*?) ((?:in|within) [^,.;:]+)\.", text)
    return f"{found[2][0].upper()}{found[2][1:]}, {found[1][0].lower()}{found[1][1:]}." if found else text


REWORDINGS: tuple[Callable[[str, int], str], ...] = (
    in_words, in_figures, other_unit, slip, opened, ended, louder, time_first,
)  # fmt: skip


def reword(sample: Sample, steps: list[tuple[int, int]]) -> str:
    """The sentence reworded step by step; one slip of the pen at most, as two in one word leave nobody a chance."""
    text, slipped = sample.say, False
    for which, at in steps:
        if REWORDINGS[which] is slip and slipped:
            continue
        slipped = slipped or REWORDINGS[which] is slip
        text = REWORDINGS[which](text, at)
    return text


STEPS = st.lists(st.tuples(st.integers(0, len(REWORDINGS) - 1), st.integers(0, 10_000)), min_size=1, max_size=3)


@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(sample=st.sampled_from(OVERS), steps=STEPS)
def test_no_rewording_makes_an_over_promise_safe(sample: Sample, steps: list[tuple[int, int]]) -> None:
    assert check_promise(reword(sample, steps), ground(sample.company), sample.day).verdict != SAFE


@pytest.mark.long
@settings(max_examples=3_000, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(sample=st.sampled_from(OVERS), steps=STEPS)
def test_no_rewording_out_of_many_makes_an_over_promise_safe(sample: Sample, steps: list[tuple[int, int]]) -> None:
    assert check_promise(reword(sample, steps), ground(sample.company), sample.day).verdict != SAFE


ASIDES_OF_EACH = 3
"""Samples with which each aside is tried."""


def test_an_aside_changes_no_verdict() -> None:
    """What strangers begin and end a sentence with was once the most of what went wrong."""
    plain = [one for company in FOLDERS for one in samples(company) if one.verdict in (OVER, SAFE) and _is_plain(one)]
    changed = [
        (said, one.verdict)
        for place, aside in enumerate((*OPENERS, *ENDINGS[4:8]))
        for one in plain[place :: len(plain) // ASIDES_OF_EACH]
        for said in [opened_with(aside, one.say) if aside in OPENERS else one.say.rstrip(".!") + aside]
        if check_promise(said, ground(one.company), one.day).verdict != one.verdict
    ]
    assert not changed


def _is_plain(one: Sample) -> bool:
    """Whether it is one sentence, and right without an aside."""
    alone = re.fullmatch(r"(?:The|We|Our|Your|You) [^.!?;:]*[.!]?", one.say) is not None
    return alone and check_promise(one.say, ground(one.company), one.day).verdict == one.verdict


def opened_with(opener: str, text: str) -> str:
    return opener + text[0].lower() + text[1:]
