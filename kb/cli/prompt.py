"""Bare `kb` on a terminal: questions as the customer said them, one after the other, and single keys between them.

A shell would mangle `what's the MOQ`, `box > 20 kg` and `$450`. It searches and prints nothing itself.
"""

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from kb.cli import output
from kb.cli.options import session as open_session
from kb.cli.options import world
from kb.cli.prompt_words import WORDS, question_in
from kb.cli.search import ON_SCREEN, keep_missed
from kb.cli.welcome import state_lines
from kb.errors import KbError, NoContentError
from kb.render.answer import answer_page
from kb.render.page import COMMAND, QUIET, Line, Page, Span, line_width
from kb.render.show import show_page
from kb.session.find import Finder, Wanted
from kb.session.read import desks_of, read_for_sales, today_in
from kb.session.session import Session

if TYPE_CHECKING:
    from kb.model.checked_draft import CheckedDraft
    from kb.model.results import Hit

HISTORY_NAME = "history"
_MARK = "kb> "

Read = Callable[[str], str]
"""Asks for a line; raises `EOFError` for Ctrl-D and `KeyboardInterrupt` for Ctrl-C."""


class Key(NamedTuple):
    """One letter that does something when it is typed alone."""

    label: str
    """What it does, in a word or two."""

    what: str
    """The same, for whoever asks."""

    act: Callable[["Talk"], None]


class _Left(Exception):  # noqa: N818 - no error: the user has had enough
    """The user wants to leave."""


def can_talk() -> bool:
    """Whether somebody sits at a terminal and there is a knowledge base to ask."""
    if sys.stdin is None or not sys.stdin.isatty() or not output.on_terminal():
        return False
    try:
        open_session(even_absent=True)
    except NoContentError:
        return False
    return True


def talk() -> None:
    """Answers questions until the user leaves."""
    from kb.cli.typed import line_reader  # noqa: PLC0415 - a library of its own, needed from here on

    opened = open_session(even_absent=True)
    for text in state_lines(opened):
        output.aside(text)
    output.aside("Type what the customer said, and Enter. ? tells the keys, q leaves.\n")
    Talk(opened, line_reader(opened.state / HISTORY_NAME)).run()


class Talk:
    """One sitting; the index stays open while nothing changes."""

    def __init__(self, opened: Session, read: Read) -> None:
        self.session = opened
        self.read = read
        self.hits: Sequence[Hit] = ()
        """What the last question found, in the order of the screen."""

        self.question = ""
        """The last question."""

        self.checked: CheckedDraft | None = None
        """The last draft that was checked."""

        self.shown = ""
        """The slug of the answer that was shown last."""

        self._finder: Finder | None = None

    def run(self) -> None:
        """Reads and answers; a mistake is told, and the next line is read."""
        while True:
            try:
                self.take(self.read(_MARK))
            except KeyboardInterrupt:
                output.aside("(q or Ctrl-D leaves)")
            except (EOFError, _Left):
                break
            except KbError as error:
                output.aside("\n".join(filter(None, (error.sentence, error.way_out))) + "\n")
        self._close()

    def take(self, typed: str) -> None:
        """Does what one line asks for."""
        words = " ".join(typed.split())
        if words.isdecimal() and len(words) <= len(str(ON_SCREEN)):
            self._open(int(words))
        elif (key := WORDS.get(words.casefold(), words.casefold())) in KEYS:
            KEYS[key].act(self)
        elif words:
            self._answer(question_in(words))

    def _answer(self, words: str) -> None:
        finder = self._fresh_finder()
        found = finder.find(words, Wanted(ON_SCREEN))
        self.hits, self.question = found.hits, words
        self.shown = found.hits[0].slug if found.answered and found.hits else ""
        height = output.height()
        page = answer_page(
            found,
            finder.desks,
            width=output.width(),
            height=height and height - 1,  # the keys stand on the last line but one
            terminal=output.on_terminal(),
            keys=True,
        )
        output.show(page)
        if not found.answered:
            keep_missed(self.session, found)
        is_full = height is not None and len(page.lines) + _BELOW > height
        output.show(Page((*(() if is_full else ((),)), _keys_line(len(self.hits)))))

    def _open(self, place: int) -> None:
        if not 1 <= place <= len(self.hits):
            output.aside(f"There is no answer {place} to open. Type what the customer asked.\n")
            return
        article = read_for_sales(self.session, self.hits[place - 1].slug)
        today = today_in(self.session, article)
        page = show_page(article, desks_of(self.session), today, width=output.width(), terminal=True)
        self.shown = article.slug
        output.show(Page((*page.lines, (), _keys_line(len(self.hits)))))

    def _fresh_finder(self) -> Finder:
        """The index as the folder is now, on the day that it is now."""
        same_day = world().today == self.session.today
        if self._finder is not None and same_day and self._finder.is_fresh():
            return self._finder
        self._close()
        self.session = open_session(even_absent=True)
        bar = output.Bar()
        self._finder = Finder(self.session, bar)
        bar.end()
        return self._finder

    def _close(self) -> None:
        if self._finder is not None:
            self._finder.close()
            self._finder = None


def _leave(_talk: Talk) -> None:
    raise _Left


def _check_promise(talk: Talk) -> None:
    from kb.cli.prompt_promise import check_pasted  # noqa: PLC0415 - not every question is about a promise

    talk.checked = check_pasted(talk.read)
    output.show(Page(((), _keys_line(0, _AFTER_CHECK if talk.checked else _AFTER_NOTHING))))


def _hand_back(talk: Talk) -> None:
    from kb.cli.prompt_promise import hand_back  # noqa: PLC0415 - as above

    hand_back(talk.checked, talk.read)


def _ask(talk: Talk) -> None:
    """Asks production what the customer asked last."""
    if not talk.question:
        output.aside("Type first what the customer asked; then a asks production.\n")
        return
    from kb.cli.prompt_ask import ask_production  # noqa: PLC0415 - most questions have an answer

    ask_production(talk.session, talk.question, next((hit.desk for hit in talk.hits if hit.desk), ""))


def _doubt(talk: Talk) -> None:
    """Tells its desk what is wrong with the answer that was shown last."""
    if not talk.shown:
        output.aside("There is no answer on the screen. Type what the customer asked.\n")
        return
    from kb.cli.prompt_ask import tell_what_is_wrong  # noqa: PLC0415 - most answers are right

    tell_what_is_wrong(talk.session, talk.shown, talk.read)


def _explain(talk: Talk) -> None:
    """Tells what every key does, and that Enter follows it."""
    output.aside("Type what the customer said, in any words. Or one of these, and Enter:")
    if talk.hits:
        output.aside(f"  {_places(len(talk.hits)):<4} opens that answer of the last question")
    for letter, key in KEYS.items():
        output.aside(f"  {letter:<4} {key.what}")
    output.aside("")


KEYS: dict[str, Key] = {
    "a": Key("ask production", "asks production what the customer asked last", _ask),
    "w": Key("this is wrong", "tells its desk what is wrong with the answer on the screen", _doubt),
    "p": Key("check a promise", "checks what you are about to send against production's numbers", _check_promise),
    "c": Key("copy it, corrected", "copies what was checked, with the changes in it", _hand_back),
    "?": Key("keys", "tells the keys", _explain),
    "q": Key("leave", "leaves, as Ctrl-D does", _leave),
}
"""What a letter alone does; a number alone opens that answer."""

_AFTER_QUESTION, _AFTER_CHECK, _AFTER_NOTHING = "awpq", "pcq", "pq"
"""Which of them are told when."""

_BELOW = 4
"""Lines below an answer that is not on a full screen: an empty one, the keys, the mark, and one to spare."""


def _keys_line(count: int, letters: str = _AFTER_QUESTION) -> Line:
    """The keys that make sense now."""
    shown = [(_places(count), "open")] if count else []
    shown += [(letter, KEYS[letter].label) for letter in letters]
    spans = [span for letter, label in shown for span in (Span(f" {letter} ", COMMAND), Span(f"{label}  ", QUIET))]
    if line_width(spans) - 2 <= output.width():
        return tuple(spans)
    alone = "".join(f" {letter} " for letter, _ in shown)
    return Span(alone, COMMAND), Span("  ? tells the keys", QUIET)


def _places(count: int) -> str:
    return f"1-{count}" if count > 1 else "1"
