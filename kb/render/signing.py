"""What somebody is about to sign, on the screen: the answer, and what differs from what was signed before."""

from collections.abc import Sequence
from dataclasses import replace

from kb.model.article import Article
from kb.render import page
from kb.render.differences import Change, difference_lines
from kb.render.page import Line, Page, line, wrapped
from kb.render.show import readable

FIRST = "Nobody has signed this before."
SAME = "This is what was signed before; it has run out."
UNSEEN = "No word differs from what was signed before, only emphasis or where a link leads."


def signing_page(article: Article, told: str, changes: Sequence[Change] | None, *, width: int, of: str = "") -> Page:
    """The answer as a signature covers it, then what differs; `changes` is None where there is nothing to compare with.

    `told` is said then, `of` tells how far one is: `3 of 10`.
    """
    room = page.page_width(width, terminal=True)
    lines: list[Line] = [line(of, page.QUIET)] if of else []
    lines += [*readable(replace(article, customers_say=()), room), ()]
    if changes is None:
        lines += wrapped(line(told, page.QUIET), room)
    elif changes:
        lines += [line("What differs from what was signed before is in [brackets]:", page.LABEL)]
        lines += difference_lines(changes, room)
    else:
        lines += wrapped(line(UNSEEN, page.QUIET), room)
    return Page(tuple(lines))
