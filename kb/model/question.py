"""Questions that wait for production, flags on answers, and what has become of them; computes little, reads nothing."""

from dataclasses import dataclass
from datetime import date

QUESTION, WRONG, WORDING = "question", "wrong", "wording"
KINDS = (QUESTION, WRONG, WORDING)
"""A question that has no answer yet; an answer that is said to be wrong; words that sales would not say."""

FLAGS = (WRONG, WORDING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One file of `questions/`. It may hold a customer's name, so no export is ever made from it."""

    key: str
    """Its file's name without the ending: `2026-11-24-k7m2p9`."""

    path: str
    """Relative to the content folder, with `/`."""

    text: str
    kind: str = QUESTION
    """One of KINDS."""

    article: str = ""
    """For a flag: the slug of the answer that it is about."""

    customer: str = ""
    needed: date | None = None
    desk: str = ""
    """The key of the desk that should know; empty where none was named or guessed."""

    asked: date | None = None
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """The same question, asked again: one file of `questions/asked/<question>/`."""

    path: str
    question: str
    """The key of the question."""

    text: str = ""
    """In which words; empty where they were the same."""

    customer: str = ""
    needed: date | None = None
    asked: date | None = None
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What became of a question: one file of `questions/answered/<question>/`."""

    path: str
    question: str
    article: str = ""
    """The slug of the answer; empty where there is none."""

    why: str = ""
    """Why there is no answer."""

    on: date | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with all that belongs to it."""

    question: Question
    repeats: tuple[Repeat, ...] = ()
    replies: tuple[Reply, ...] = ()
    """By path, so by day."""

    @property
    def is_open(self) -> bool:
        """Whether it still waits."""
        return not self.replies

    @property
    def reply(self) -> Reply | None:
        """What became of it, by the last word on it."""
        return self.replies[-1] if self.replies else None

    @property
    def times(self) -> int:
        """How often it was asked."""
        return 1 + len(self.repeats)

    @property
    def needed(self) -> date | None:
        """The earliest day on which somebody needs the answer."""
        return min(filter(None, (self.question.needed, *(one.needed for one in self.repeats))), default=None)

    @property
    def wordings(self) -> tuple[str, ...]:
        """The words in which it was asked, each once, the first ones first."""
        return tuple(dict.fromkeys(filter(None, (self.question.text, *(one.text for one in self.repeats)))))

    @property
    def customers(self) -> tuple[str, ...]:
        """For whom it was asked; these names go nowhere."""
        return tuple(dict.fromkeys(filter(None, (self.question.customer, *(one.customer for one in self.repeats)))))
