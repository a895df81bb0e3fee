"""The guided questions of `kb add`, for somebody who has never seen YAML; writes no file.

Every question has one example, an empty line goes on, and each number is read back at once. What has been answered
so far is in `draft`, also after an interruption.
"""

import textwrap
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from kb.cli.questions import DESK, QUESTIONS, READERS, Question, desk_of
from kb.errors import KbError
from kb.library.write import Draft, dont_say_line
from kb.model.article import AUDIENCES, INSIDE
from kb.model.number import Number
from kb.model.people import Desk
from kb.text import fold
from kb.words.near import did_you_mean
from kb.words.numberline import read_number
from kb.words.readback import read_back

Ask = Callable[[str], str]
"""Shows a short prompt and returns what was typed. Raises `EOFError` or `KeyboardInterrupt` when somebody stops."""

Tell = Callable[[str], None]

_EMPTY = Draft()
_NO = ("n", "no")
_YES = ("", "y", "yes")
_NEEDED = ("title", "say")
_CHOSEN = (DESK, "audience")
"""Chosen from a list, which says itself what Enter means."""

_MORE = "more, or Enter to go on > "
_WIDTH = 78


class Conversation:
    """One talk from the first question to *Write it?*."""

    def __init__(
        self,
        ask: Ask,
        tell: Tell,
        *,
        desks: Sequence[Desk] = (),
        topics: Sequence[str] = (),
        default_audience: str = INSIDE,
        check_title: Callable[[str], None] = lambda _title: None,
        begun: Draft = _EMPTY,
    ) -> None:
        """`check_title` raises a `KbError` for a title that cannot be used; it is told, and asked again.

        What is in `begun` is not asked for; like every answer it can be changed at the end.
        """
        self._ask = ask
        self._tell = tell
        self._desks = desks
        self._topics = topics
        self._default_audience = default_audience
        self._check_title = check_title
        self._ahead: list[str] = []
        """A line that was typed before its question took it."""

        self.draft = begun
        """What has been answered so far."""

    def run(self) -> bool:
        """Asks everything, then whether to write it."""
        self._tell("A few questions, and the answer is written for you. Enter on an empty line goes")
        self._tell("on to the next one. Ctrl-C stops, and what you typed is kept.")
        for question in self._questions():
            if not getattr(self.draft, question.key):
                self._put(question)
        return self.agree()

    def agree(self) -> bool:
        """Shows the article and lets any answer be given again; False when it is not to be written."""
        while True:
            self._show()
            typed = fold(self._line("Write it? [Enter = yes, n = no, or the number of an answer to change] "))
            if typed in _YES + _NO:
                return typed in _YES
            questions = self._questions()
            if typed.isdecimal() and 1 <= int(typed) <= len(questions):
                self._change(questions[int(typed) - 1])
            else:
                self._tell("  Please type y, n, or a number from the list.")

    def _change(self, question: Question) -> None:
        """Asks once more; what is there is lost only where that is asked for."""
        self._tell_question(question)
        if question.key not in _CHOSEN:
            needed = question.key in _NEEDED
            self._tell(f"  Enter alone keeps what is there{'' if needed else ', a single - takes it out'}.")
            typed = self._line("> ")
            if typed == "-" and not needed:
                self.draft = replace(self.draft, **{question.key: getattr(_EMPTY, question.key)})
            if not typed or typed == "-":
                return
            self._ahead.append(typed)
        self._take(question)

    def _questions(self) -> list[Question]:
        return [question for question in QUESTIONS if question.key != DESK or self._desks]

    def _put(self, question: Question) -> None:
        self._tell_question(question)
        self._take(question)

    def _tell_question(self, question: Question) -> None:
        self._tell("")
        self._tell(_wrapped(question.text))
        if question.example:
            self._tell(_wrapped(f"Example: {question.example}", "  "))
        if question.key == "tags" and self._topics:
            self._tell(_wrapped(f"In use here: {', '.join(self._topics)}", "  "))

    def _take(self, question: Question) -> None:
        answers: dict[str, Callable[[], Any]] = {  # a field of the draft decides
            "title": self._title,
            "say": lambda: "\n".join(self._needed_lines()),
            "numbers": self._numbers,
            "dont_say": lambda: tuple(map(dont_say_line, self._lines())),
            "desk": self._desk,
            "audience": self._audience,
            "tags": lambda: topics_of(self._line("> ")),
        }
        answer = answers.get(question.key, lambda: self._lines_as(question))
        self.draft = replace(self.draft, **{question.key: answer()})

    def _line(self, prompt: str) -> str:
        return self._ahead.pop() if self._ahead else self._ask(prompt).strip()

    def _lines(self) -> tuple[str, ...]:
        """What is typed up to an empty line."""
        lines: list[str] = []
        while typed := self._line(_MORE if lines else "> "):
            lines.append(typed)
        return tuple(lines)

    def _needed_lines(self) -> tuple[str, ...]:
        while not (lines := self._lines()):
            self._tell("  Without an answer there is nothing to write. One sentence is enough.")
        return lines

    def _lines_as(self, question: Question) -> str | tuple[str, ...]:
        lines = self._lines()
        return lines if question.is_list else "\n".join(lines)

    def _title(self) -> str:
        while True:
            title = self._line("> ")
            if not title:
                self._tell("  It needs a question; everything else may stay empty.")
                continue
            try:
                self._check_title(title)
            except KbError as error:
                self._tell(_wrapped(f"{error.sentence} {error.way_out}", "  "))
                self._tell("  Ask it in other words, or stop with Ctrl-C.")
                continue
            return title

    def _numbers(self) -> tuple[str, ...]:
        lines: list[str] = []
        while typed := self._line("> "):
            read = read_number(typed)
            if not isinstance(read, Number):
                self._tell(_wrapped(read.sentence, "  "))
                self._tell("  Write it again, or press Enter to leave it out.")
                continue
            self._tell(_wrapped(f"I read: {read_back(read)}.", "  "))
            if self._is_yes("  Right? [Enter = yes, n = no] "):
                lines.append(read.text)
                self._tell("  Kept. Another number, or Enter to go on.")
            else:
                self._tell("  Left out. Write it again in other words, or press Enter to go on.")
        return tuple(lines)

    def _is_yes(self, prompt: str) -> bool:
        while (typed := fold(self._line(prompt))) not in _YES + _NO:
            self._tell("  Press Enter to keep it, or n to leave it out; then comes the next number.")
        return typed in _YES

    def _desk(self) -> str:
        for count, desk in enumerate(self._desks, 1):
            self._tell(_wrapped(f"{count:>2}  {desk.name}" + (f": {desk.knows}" if desk.knows else ""), "  ", "      "))
        while typed := self._line("Number or name (Enter: nobody) > "):
            found = desk_of(typed, self._desks)
            if found:
                return found.key
            near = did_you_mean(typed, [desk.name for desk in self._desks])
            self._tell(f"  There is no such desk. {near or 'Type one of the numbers above.'}")
        return ""

    def _audience(self) -> str:
        default = self._default_audience if self._default_audience in AUDIENCES else INSIDE
        for count, audience in enumerate(AUDIENCES, 1):
            self._tell(f"  {count}  {READERS[audience]}")
        while True:
            typed = fold(self._line(f"1, 2 or 3 (Enter: {AUDIENCES.index(default) + 1}) > "))
            if not typed:
                return default
            meant = [a for n, a in enumerate(AUDIENCES, 1) if typed in (str(n), a, f"{a}s")]
            if meant:
                return meant[0]
            self._tell("  Please type 1, 2 or 3.")

    def _show(self) -> None:
        self._tell("\nThis is what will be written:\n")
        for count, question in enumerate(self._questions(), 1):
            told = self._told(question) or "-"
            label = f"{count:>2}  {question.label:<18}"
            for paragraph in told.split("\n"):
                self._tell(_wrapped(f"{label}{paragraph}", "", " " * len(label)))
                label = " " * len(label)
        self._tell("")

    def _told(self, question: Question) -> str:
        value: str | tuple[str, ...] = getattr(self.draft, question.key)
        if question.key == "audience":
            return READERS.get(self.draft.audience, "")
        if question.key == DESK:
            return next((desk.name for desk in self._desks if desk.key == value), self.draft.desk)
        if question.key == "tags":
            return ", ".join(value)
        return value if isinstance(value, str) else "\n".join(value)


def topics_of(typed: str) -> tuple[str, ...]:
    """The tags of a line with commas between them; a `#` before one is left out."""
    pieces = typed.replace(" #", ",").split(",")
    return tuple(part for piece in pieces if (part := piece.strip().lstrip("#").strip()))


def _wrapped(text: str, indent: str = "", further: str | None = None) -> str:
    wrapper = textwrap.TextWrapper(
        width=_WIDTH,
        initial_indent=indent,
        subsequent_indent=indent if further is None else further,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(wrapper.wrap(text))
