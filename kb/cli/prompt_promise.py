"""`p` and `c` in the prompt of bare `kb`: a pasted draft is checked, and handed back with the changes in it."""

from collections.abc import Callable

from kb.cli import output
from kb.cli.clipboard import can_copy, copy
from kb.cli.options import session as open_session
from kb.cli.options import world
from kb.cli.promise import tell_left
from kb.errors import KbError
from kb.model.checked_draft import CheckedDraft
from kb.render.promise import promise_page
from kb.session.corrected import corrected_words, left_by_hand, write_corrected
from kb.session.draft import spoken
from kb.session.promise import Checker
from kb.text import plural, safe_line

Read = Callable[[str], str]

_MARK, _MORE, _FILE = "promise> ", "       > ", "file> "


def check_pasted(read: Read) -> CheckedDraft | None:
    """Asks for a draft and shows what was found in it; None where nothing was typed."""
    output.aside("Paste what you are about to send. An empty line ends it.")
    text = _pasted(read)
    if not text.strip():
        return None
    checker = Checker(open_session())
    found = checker.check(spoken(text))
    output.show(promise_page([found], checker.desks, explain=False, width=output.width(), terminal=True))
    return found


def hand_back(found: CheckedDraft | None, read: Read) -> None:
    """The corrected draft on the clipboard, or in a file where the terminal has none."""
    if found is None:
        output.aside("There is no draft yet: p takes one.\n")
        return
    words = corrected_words(found)
    if words == found.draft.text:
        output.aside("Nothing in it could be changed for you.\n")
    elif can_copy(words, world().environ):
        copy(words)
        output.aside("Copied, with the changes in it: paste it where you need it.")
        tell_left(found, left_by_hand(found))
        output.aside("")
    else:
        _write(found, read)


def _write(found: CheckedDraft, read: Read) -> None:
    output.aside("This terminal has no clipboard for kb. Into which file? Enter alone writes none.")
    name = read(_FILE).strip()
    if not name:
        output.aside("")
        return
    try:
        written = write_corrected(found, name)
    except KbError as error:
        output.aside(f"{error.sentence}\n{error.way_out}\n")
        return
    output.aside(f"Written: {safe_line(str(written.file))}, with {plural(len(written.changes), 'change')} in it.")
    tell_left(found, written.left)
    output.aside("")


def _pasted(read: Read) -> str:
    """One paste of several lines, or lines until an empty one or Ctrl-D."""
    lines: list[str] = []
    try:
        while (typed := read(_MORE if lines else _MARK)).strip():
            lines.append(typed)
            if "\n" in typed:
                break
    except EOFError:
        output.aside("")
    return "\n".join(lines)
