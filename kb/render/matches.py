"""What of an answer matches the question, marked on the screen; which words those are is found elsewhere."""

import re
from collections.abc import Collection

from kb.render import page
from kb.render.page import Line, Span, wrapped

NO_MARKS: frozenset[str] = frozenset()
"""Where nobody sees marks."""


def marked(text: str, words: Collection[str]) -> Line:
    """The text with each of the words marked, wherever it stands whole.

    >>> [span.text for span in marked("Five boxes, boxed", {"boxes"})]
    ['Five ', 'boxes', ', boxed']
    """
    if not words:
        return (Span(text),)
    parts = re.split(rf"(?<!\w)({'|'.join(map(re.escape, sorted(words)))})(?!\w)", text)
    return tuple(Span(part, page.MATCH if place % 2 else page.PLAIN) for place, part in enumerate(parts) if part)


def match_lines(sentence: str, words: Collection[str], width: int, *, hang: int) -> list[Line]:
    """A sentence that is not on the screen otherwise."""
    return wrapped(marked(sentence, words), width, label=(Span(" …", page.QUIET),), hang=hang)
