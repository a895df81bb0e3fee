"""A page on a terminal, in styles; imported only when a terminal looks on, since rich takes its time to load."""

from typing import TextIO

from rich.console import Console
from rich.text import Text

from kb.render import page as styles
from kb.render.page import Line, Page
from kb.text import safe_text

_LOOKS = {
    styles.PLAIN: "",
    styles.STRONG: "bold",
    styles.EMPHASIS: "italic",
    styles.LITERAL: "cyan",
    styles.LINK: "underline",
    styles.TITLE: "bold",
    styles.LABEL: "cyan",
    styles.FIGURE: "bold",
    styles.WARNING: "bold red",
    styles.QUIET: "dim",
    styles.COMMAND: "cyan",
    styles.MATCH: "bold",
}
"""The sixteen colours of the terminal only, which its owner has made readable on their ground."""


def print_page(page: Page, file: TextIO, *, width: int, colour: bool) -> None:
    """The page written to a terminal; without colour, bold and the like remain."""
    console = Console(
        file=file,
        width=width,
        force_terminal=True,
        no_color=not colour,
        markup=False,
        highlight=False,
        emoji=False,
    )
    text = Text("\n", end="").join(map(_styled, page.lines))
    # The page is laid out; `soft_wrap` keeps rich from wrapping and from cutting it once more.
    console.print(text, soft_wrap=True)


def _styled(line: Line) -> Text:
    """One line as a `Text`, never as a markup string: `[px-200]` is a part, not a tag."""
    text = Text()
    for span in line:
        text.append(safe_text(span.text), _LOOKS.get(span.style, ""))
    text.rstrip()
    return text
