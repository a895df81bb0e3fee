"""The guided questions: in plain words, one example each, every number read back, nothing widened by accident."""

import pytest

from kb.cli.conversation import Conversation
from kb.errors import WriteError
from kb.library.write import Draft
from kb.model.people import Desk

DESKS = (Desk(key="planning", name="Planning desk", knows="lead times"), Desk(key="tooling", name="Tool room"))

ANSWERS = [
    "How many at least?",  # what do customers ask
    "A hundred.", "",  # what do we answer
    "MOQ?", "",  # other words
    "smallest order: at least 100 boxes", "", "",  # numbers, read back
    "no minimum: set-up costs the same", "",
    "Set-up takes an hour.", "",
    "", "", "",  # proud of, push back, inside
    "2",  # desk
    "2",  # audience
    "quantity, #price",  # topics
    "",  # write it
]  # fmt: skip


class Talk:
    """A conversation with typed answers, and what was said in it."""

    def __init__(self, answers: list[str], **settings: object) -> None:
        self.said: list[str] = []
        self._answers = iter(answers)
        self.conversation = Conversation(self._ask, self.said.append, **settings)  # type: ignore[arg-type]

    def _ask(self, prompt: str) -> str:
        self.said.append(prompt)
        try:
            return next(self._answers)
        except StopIteration:
            raise EOFError from None

    def run(self) -> Draft | None:
        return self.conversation.draft if self.conversation.run() else None

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.said).split())


def skip(*answers: str, at: str) -> list[str]:
    """The answers of a talk in which only one question, besides the first two, is answered."""
    order = ["customers", "numbers", "dont_say", "why", "worth", "push_back", "inside", "audience", "tags"]
    if at == "desk":
        order.insert(-2, at)
    before = ["How?", "So.", "", *[""] * order.index(at)]
    return [*before, *answers, *[""] * (len(order) - order.index(at))]


def test_a_conversation_makes_a_whole_draft() -> None:
    assert Talk(ANSWERS, desks=DESKS).run() == Draft(
        title="How many at least?",
        say="A hundred.",
        customers_say=("MOQ?",),
        numbers=("smallest order: at least 100 boxes",),
        dont_say=('"no minimum": set-up costs the same',),
        why="Set-up takes an hour.",
        desk="tooling",
        audience="sales",
        tags=("quantity", "price"),
    )


def test_each_number_is_read_back_at_once_and_one_that_was_meant_otherwise_stays_out() -> None:
    talk = Talk(skip("lead time: 5 days", "n", "lead time: 5 working days", "", "", at="numbers"))
    draft = talk.run()
    assert draft is not None
    assert draft.numbers == ("lead time: 5 working days",)
    assert "I read: lead time, 5 days, which may be promised, sooner is an over-promise." in talk.text


def test_a_number_that_cannot_be_read_is_explained_and_asked_again_or_kept_out() -> None:
    talk = Talk(skip("lead time: soon", "", at="numbers"))
    draft = talk.run()
    assert draft is not None
    assert draft.numbers == ()
    assert "I can't read the amount 'soon'." in talk.text
    assert "Write it again, or press Enter to leave it out." in talk.text


def test_a_mistyped_desk_is_asked_again_with_the_nearest() -> None:
    talk = Talk(skip("Planing desk", "tool", at="desk"), desks=DESKS)
    draft = talk.run()
    assert draft is not None
    assert draft.desk == "tooling"
    assert "Did you mean 'Planning desk'?" in talk.text


def test_desks_are_listed_with_what_they_know() -> None:
    talk = Talk(ANSWERS, desks=DESKS)
    talk.run()
    assert "1 Planning desk: lead times 2 Tool room" in talk.text


@pytest.mark.parametrize(
    ("typed", "audience"),
    [("1", "customer"), ("sales", "sales"), ("Customers", "customer"), ("3", "inside"), ("", "sales")],
)
def test_the_audience_is_asked_in_plain_words_and_enter_takes_the_companys_own(typed: str, audience: str) -> None:
    draft = Talk(skip(typed, at="audience"), default_audience="sales").run()
    assert draft is not None
    assert draft.audience == audience


def test_nonsense_for_the_audience_never_widens_it() -> None:
    talk = Talk(skip("everybody", "4", "", at="audience"))
    draft = talk.run()
    assert draft is not None
    assert draft.audience == "inside"
    assert talk.text.count("Please type 1, 2 or 3.") == 2


def test_without_an_answer_there_is_no_article_and_it_is_asked_again() -> None:
    talk = Talk(["", "How?", "", "So.", "", *[""] * 9, ""])
    draft = talk.run()
    assert draft is not None
    assert (draft.title, draft.say) == ("How?", "So.")
    assert "It needs a question" in talk.text
    assert "Without an answer there is nothing to write." in talk.text


def test_a_title_that_is_taken_is_told_at_once_and_asked_again() -> None:
    def check(title: str) -> None:
        if title == "Taken?":
            raise WriteError("There is one already.", "Change that one.")

    talk = Talk(["Taken?", "Free?", "So.", "", *[""] * 9, ""], check_title=check)
    draft = talk.run()
    assert draft is not None
    assert draft.title == "Free?"
    assert "There is one already. Change that one. Ask it in other words" in talk.text


def test_at_the_end_any_answer_can_be_given_again() -> None:
    talk = Talk([*ANSWERS[:-1], "2", "Two hundred.", "", "99", "x", ""], desks=DESKS)
    draft = talk.run()
    assert draft is not None
    assert draft.say == "Two hundred."
    assert "2 We say A hundred." in talk.text
    assert "2 We say Two hundred." in talk.text
    assert talk.text.count("Please type y, n, or a number from the list.") == 2


def test_topics_in_use_are_shown_so_that_the_same_words_are_taken() -> None:
    talk = Talk(ANSWERS, desks=DESKS, topics=("time", "price"))
    talk.run()
    assert "In use here: time, price" in talk.text


def test_what_was_said_fits_a_terminal_of_80_columns_and_every_question_has_an_example() -> None:
    talk = Talk(ANSWERS, desks=DESKS)
    talk.run()
    assert max(len(line) for said in talk.said for line in said.split("\n")) <= 80
    assert talk.text.count("Example:") == 10


def changing(*typed: str) -> Draft:
    """The draft of a whole talk after something in it was asked once more."""
    draft = Talk([*ANSWERS[:-1], *typed, ""], desks=DESKS).run()
    assert draft is not None
    return draft


def test_enter_alone_keeps_what_was_to_be_changed_and_a_dash_takes_it_out() -> None:
    whole = changing()
    assert changing("4", "") == whole, "numbers"
    assert changing("2", "") == whole, "the answer"
    assert changing("4", "-").numbers == ()
    assert changing("2", "-").say == "A hundred.", "without an answer there is no article"
    assert changing("4", "smallest order: at least 200 boxes", "", "").numbers == (
        "smallest order: at least 200 boxes",
    )
    assert changing("2", "Two hundred.", "Or more.", "").say == "Two hundred.\nOr more."


def test_the_next_number_typed_too_early_is_told_when_it_comes() -> None:
    talk = Talk(skip("lead time: 5 days", "smallest order: 10 boxes", "", "", at="numbers"))
    draft = talk.run()
    assert draft is not None
    assert draft.numbers == ("lead time: 5 days",)
    assert "then comes the next number" in talk.text


def test_a_bare_no_is_not_taken_for_good_news() -> None:
    talk = Talk(skip("gold ink, brown board: no", "gold ink, brown board: not possible", "", "", at="numbers"))
    draft = talk.run()
    assert draft is not None
    assert draft.numbers == ("gold ink, brown board: not possible",)
    assert "'no' leaves open what is meant" in talk.text
