"""A page as plain text, for pipes and for terminals that want no colours."""

from kb.render.page import Page
from kb.text import safe_text


def text_of(page: Page) -> str:
    """The lines of the page, each with its newline, without a trailing space or a character that a terminal obeys."""
    # Pages are safe already, since their widths depend on it; a page made by hand is made safe here.
    rows = (safe_text("".join(span.text for span in line)).rstrip() for line in page.lines)
    return "".join(f"{row}\n" for row in rows)
