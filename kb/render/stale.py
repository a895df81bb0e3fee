"""What has changed since a hand-out was made, as a page for a person and as an object for scripts."""

import shlex
from typing import Any

from kb.model.staleness import CHANGED, SAME, Staleness
from kb.render.page import LABEL, STRONG, Line, Page, Span, wrapped
from kb.text import plural
from kb.words.spoken import day_words

_TEXT = 11
"""The column at which what is told begins."""

_READERS = {"sales": "sales", "customer": "customers"}


def stale_page(name: str, found: Staleness, *, width: int) -> Page:
    """What is the same, what changed from what to what, what is withdrawn, and the command that makes it anew."""
    same = sum(answer.status == SAME for answer in found.answers)
    head = f"{name}: for {_READERS.get(found.reader, found.reader)}, as of {day_words(found.day)}."
    rows = [(SAME, plural(same, "answer"))] if same else []
    for answer in found.answers:
        if answer.status != SAME:
            words_only = answer.status == CHANGED and not (answer.was or answer.now)
            rows.append((answer.status, f"{answer.slug}{': its words' if words_only else ''}"))
        rows += [("  was", number) for number in answer.was]
        rows += [("  now", number) for number in answer.now]
    rows += [(CHANGED, words) for words in found.around]
    rows += [("new", f"{slug}, not in it yet") for slug in found.added]
    told = [row for label, text in rows for row in wrapped([Span(text)], width, label=_label(label), hang=_TEXT)]
    command = wrapped([Span(again(name, found), STRONG)], width, label=_label("make anew"), hang=_TEXT)
    return Page((*wrapped([Span(head)], width), *told, *command))


def _label(text: str) -> Line:
    return (Span(text, LABEL),)


def stale_object(name: str, found: Staleness) -> dict[str, Any]:
    """The same for scripts."""
    return {
        "schema": 1,
        "file": name,
        "stale": found.is_stale,
        "for": found.reader,
        "day": found.day.isoformat(),
        "answers": [
            {"slug": answer.slug, "status": answer.status, "was": list(answer.was), "now": list(answer.now)}
            for answer in found.answers
        ],
        "around": list(found.around),
        "added": list(found.added),
        "again": again(name, found),
    }


def again(name: str, found: Staleness) -> str:
    """The command that makes the file anew."""
    return shlex.join(["kb", "export", name, *found.options])
