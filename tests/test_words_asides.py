"""What stands around a promise is blanked, whatever it is; what says something of the matter stays."""

import pytest

from kb.words.asides import without_asides

PROMISE = "your printed boxes take three weeks"


@pytest.mark.parametrize(
    "opener",
    [
        "As discussed, ", "As we agreed last week, ", "As requested by mail: ", "Like I said, ",
        "As per your request, ",
        "As you can imagine, ", "Following our call this morning, ", "Further to your mail of 12 May, ",
        "Regarding your enquiry: ", "Re your question – ", "To come back to your question: ", "As for your question, ",
        "Thank you for your patience: ", "Many thanks for your mail, ", "Thanks for calling, ",
        "I am happy to confirm that ", "We're delighted to say that ", "I'm afraid ", "I can promise you that ",
        "I hereby confirm: ", "I believe ", "We think that ", "Let me confirm: ", "Just to recap, ", "To be clear, ",
        "Please note that ", "Rest assured that ", "You'll be glad to hear that ", "The good news is that ",
        "I checked with production: ", "I spoke to our planner this morning and ", "Production told me that ",
        "Our planner says ", "The plant has confirmed that ", "According to our planner, ", "Dear Ms Miller, ",
        "Hi Tom, ", "Hello Mr Smith, ", "Ms Miller, ", "Hi all, and as promised, ", "But as discussed, ",
        "FYI: ", "First of all, ", "Don't tell anybody, but ", "Long story short: ", "Dear Ms Miller, as discussed, ",
        "“As agreed, ",
    ],
)  # fmt: skip
def test_an_opener_is_blanked_and_the_promise_stays_in_its_place(opener: str) -> None:
    read = without_asides(f"{opener}{PROMISE}.")

    assert read.endswith(f" {PROMISE}.")
    assert len(read) == len(opener) + len(PROMISE) + 1
    assert read.strip(" “").removeprefix("and ").removeprefix("But").strip() == f"{PROMISE}."


@pytest.mark.parametrize(
    "closer",
    [
        ", as discussed", ", as agreed on the phone", ", I'm afraid", " – promised", ", of course", ", by the way",
        " (as agreed)", " (as it says on our website)", ", according to our planner", ", says production",
        ", if that works for you", ", you have my word", ", no longer", ", is that ok?", ", does that suit you?",
    ],
)  # fmt: skip
def test_a_closer_is_blanked(closer: str) -> None:
    assert without_asides(f"{PROMISE}{closer}").strip() == PROMISE


def test_what_signs_part_from_the_middle_of_a_promise_is_blanked() -> None:
    assert without_asides("Printed boxes, as discussed, take weeks.").split() == ["Printed", "boxes", "take", "weeks."]
    assert without_asides("Printed boxes (as agreed) take weeks.").split() == ["Printed", "boxes", "take", "weeks."]


def test_a_sentence_that_only_affirms_the_one_before_is_blanked() -> None:
    assert without_asides(f"{PROMISE}. You have my word.").strip() == f"{PROMISE}."


@pytest.mark.parametrize(
    "text",
    [
        "You asked for three weeks.",
        "As you asked for three weeks, we looked into it.",
        "After your call, the engineer is there in two days.",
        "Following your call-off, the boxes come in two days.",
        "If you approve today, the boxes come in three weeks.",
        "The customer says three weeks are enough.",
        "No problem, three weeks it is.",
        "Always three weeks.",
        "You want them in three weeks, right?",
        "The planning desk confirms rush orders within a day.",
        "We think of you.",
        "I'm sure to be there on Monday.",
        "We can't confirm that it is free.",
        "The supplier team says three weeks are enough.",
        "As per our offer of free plates, it takes a week.",
        "As agreed from stock in 3 days, it is there.",
        "They are at your door, as promised this Friday.",
        "It takes a week, as agreed from today free of charge.",
        "As quoted at our cost, it takes a week.",
        "Hello free plates, it takes a week.",
        "In a week? You can count on it.",
        "We have tours on the first, second and third Friday.",
        "Of course.",
        "As discussed.",
        "",
    ],
)
def test_what_says_something_of_the_matter_stays(text: str) -> None:
    assert without_asides(text) == text


def test_asides_of_each_sentence_are_blanked() -> None:
    assert without_asides("Yes, we do. As discussed, it is free.").split() == ["we", "do.", "it", "is", "free."]
