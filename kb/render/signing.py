"""What somebody is about to sign, on the screen: the answer, and what differs from what was signed before."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from kb.model.agreement import Signature
from kb.model.article import Article
from kb.render import page
from kb.render.differences import Change, difference_lines
from kb.render.page import Line, Page, line, wrapped
from kb.render.show import readable
from kb.text import safe_line
from kb.words.spoken import day_words

FIRST = "Nobody has signed this before."
UNSEEN = "No word differs from what was signed before, only emphasis or where a link leads."


class Before(NamedTuple):
    """What has been signed of an article."""

    changes: tuple[Change, ...] | None
    """What it says otherwise than what was signed before; None where there is nothing to compare with."""

    signed: Sequence[Signature]
    """The last signature of each side under what it says now."""


def signing_page(article: Article, before: Before, day: date, *, width: int, of: str = "") -> Page:
    """The answer as a signature covers it, what differs, who has signed it; `of` tells how far one is: `3 of 10`."""
    room = page.page_width(width, terminal=True)
    lines: list[Line] = [(), line(of, page.QUIET)] if of else []
    lines += [*readable(replace(article, customers_say=()), room), ()]
    if before.changes:
        lines += [line("What differs from what was signed before is in [brackets]:", page.LABEL)]
        lines += [*difference_lines(before.changes, room), ()]
    told = [UNSEEN] if before.changes == () else []
    told += [_signed(signature, day) for signature in before.signed]
    if before.changes is None and not told:
        told = [FIRST]
    lines += [text for sentence in told for text in wrapped(line(sentence, page.QUIET), room)]
    return Page(tuple(lines))


def _signed(signature: Signature, day: date) -> str:
    """Who has signed, when and until when: `Production has signed this: Press hall, 2 May 2026, good to 1 May 2027`."""
    over = ", which is over" if signature.until < day else ""
    days = f"{day_words(signature.on)}, good to {day_words(signature.until)}{over}"
    return f"{signature.side.capitalize()} has signed this: {safe_line(signature.by)}, {days}."
