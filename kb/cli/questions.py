"""What `kb add` asks, in order and in plain words, and which desk an answer means; asks nothing itself."""

from collections.abc import Sequence
from typing import NamedTuple

from kb.model.article import CUSTOMER, INSIDE, SALES
from kb.model.people import Desk
from kb.text import fold

DESK = "desk"
"""Asked only where people.yaml names desks."""

READERS = {
    CUSTOMER: "Customers too: it may be printed for them.",
    SALES: "Salespeople: they find it, and customers do not see it.",
    INSIDE: "Nobody outside production: searches do not find it.",
}
"""The audiences in plain words."""


class Question(NamedTuple):
    """One question of the conversation."""

    key: str
    """The field of the draft that it fills."""

    label: str
    """As it stands before the answer when all is shown."""

    text: str
    example: str = ""
    is_list: bool = False
    """Whether each line is an answer of its own; else the lines are one text."""


QUESTIONS = (
    Question(
        "title",
        "Question",
        "What do customers ask? Write one question, as a customer would say it.",
        "How many boxes do I have to order at least?",
    ),
    Question(
        "say",
        "We say",
        "What do we answer? One to three sentences, as you would say them.",
        "A plain box starts at 100. A printed one starts at 500.",
    ),
    Question(
        "customers_say",
        "Customers say",
        "In which other words do they ask? One a line.",
        "Can I get just a handful?",
        is_list=True,
    ),
    Question(
        "numbers",
        "Numbers",
        "Which numbers do you stand behind? One a line: WHAT, FOR WHAT: HOW MUCH.",
        "smallest order, plain box: at least 100 boxes",
        is_list=True,
    ),
    Question(
        "dont_say",
        "Don't say",
        "What do people get wrong? Write the words nobody should say to a customer, a colon, and why not. One a line.",
        "no minimum: every order needs a set-up",
        is_list=True,
    ),
    Question(
        "why",
        "Why",
        "Why is it so? Why does it take that long, or cost that much?",
        "Setting up the machine takes the same time for ten boxes as for a thousand.",
    ),
    Question(
        "worth_telling",
        "Worth telling",
        "What are you proud of here? Salespeople like to tell it.",
        "The set-up was an hour; our fitters brought it down to twenty minutes.",
    ),
    Question(
        "push_back",
        "If they push back",
        "What helps when the customer is not happy with the answer? One a line.",
        "Offer a standard size: it needs no tool of its own.",
        is_list=True,
    ),
    Question(
        "inside",
        "Inside only",
        "Is there something to add that must never leave the company?",
        "Below 300 boxes we earn nothing on it.",
    ),
    Question(DESK, "Who knows", "Who knows this best?"),
    Question("audience", "For", "May a customer read this themselves, only sales, or nobody outside?"),
    Question(
        "tags",
        "Topics",
        "Which topics does it belong to? Commas between them; Enter for none.",
        "quantity, price",
    ),
)


def desk_of(typed: str, desks: Sequence[Desk]) -> Desk | None:
    """The desk that was typed: by its number in the list, its name or key, or how one of them begins."""
    if typed.isdecimal():
        return desks[int(typed) - 1] if 1 <= int(typed) <= len(desks) else None
    sought = fold(typed)
    exact = [desk for desk in desks if sought in (fold(desk.key), fold(desk.name))]
    begun = [desk for desk in desks if fold(desk.name).startswith(sought) or desk.key.startswith(sought)]
    return next(iter(exact or (begun if len(begun) == 1 else ())), None)
