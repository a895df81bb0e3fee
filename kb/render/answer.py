"""The screen of a search: the best answer whole, the next ones on a line each; neither searches nor prints."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from kb.render import page
from kb.render.numbers import Figure, figure_lines
from kb.render.page import Line, Page, Span, cut, line, two_sided, width_of, wrapped
from kb.render.standing import hit_days, hit_remark, title_right
from kb.render.times import now_lines, paragraphs, table_lines
from kb.text import safe_line

if TYPE_CHECKING:
    from kb.model.results import Found, Hit, Today

MOST_LINES = 24
"""Lines of the screen on a terminal, unless what must not be cut is longer."""

_READERS = {"customer": "", "sales": "for sales only"}
"""What stands beside the title of an answer, by its audience."""

_INSIDE = "inside only"

_SAY = 6
"""The column at which the answer stands."""

_ASIDE = 12
"""The column at which Don't say, Why and whom to ask stand."""

_ALSO = 6
"""The column at which further hits stand."""

_LEAST_TITLE = 12
_LONGEST_QUESTION = 56
_SENTENCE_END = r"(?<=[\w)\"'%’”]{2}[.!?])\s+(?=[\"'‘“(]?[A-Z0-9])"
"""Compiled only where a screen is too long."""

_NO_MARKS: frozenset[str] = frozenset()
"""Where nobody sees marks."""

_BLANK: tuple[Line, ...] = ((),)

Desks = Mapping[str, tuple[str, str]]
"""The name of each desk and how to reach it, by its key."""


def answer_page(
    found: "Found",
    desks: Desks,
    *,
    width: int,
    height: int | None = None,
    terminal: bool = False,
    keys: bool = False,
) -> Page:
    """What a salesperson reads after a question; with `keys` in the prompt, where a letter does what a command does.

    On a terminal it has at most 24 lines of 80 columns, and at most `height - 1`: Why is cut first, then the further
    hits; the answer, its numbers and Don't say never. Elsewhere nothing is cut unless a height is given.
    """
    room, most = page.page_width(width, terminal=terminal), _most_lines(height, terminal=terminal)
    is_answer = found.answered and found.hits
    screens = _answers(found, desks, room, marks=terminal) if is_answer else _nearest(found, room, keys=keys)
    lines: list[Line] = []
    for lines in screens:
        if most is None or len(lines) <= most:
            break
    return Page(tuple(lines))


def title_lines(title: str, audience: str, width: int, state: str | None = None) -> list[Line]:
    """The customer's question; at the right edge whether it may be said, and for whom unless it is for everybody."""
    right = title_right(_READERS.get(audience, _INSIDE), state)
    return two_sided(wrapped(line(title, page.TITLE), width), right, width)


def _most_lines(height: int | None, *, terminal: bool) -> int | None:
    if not terminal:
        return height
    # One line is left for the prompt that follows.
    return MOST_LINES if height is None else min(MOST_LINES, height - 1)


def _answers(found: "Found", desks: Desks, width: int, *, marks: bool) -> Iterator[list[Line]]:
    """The screen of an answer, ever shorter."""
    best, others = found.hits[0], found.hits[1:]
    name, reach = desks.get(best.desk, (best.desk, ""))
    whom = ", ".join(filter(None, (name, _shortest(reach))))
    words = best.marked if marks else _NO_MARKS
    head = [*_remarks(found, width), *now_lines(found.today, width), *_never_cut(best, found.today, whom, width, words)]
    match = _part("…", [best.match], width, style=page.QUIET, words=words) if best.match_is_news else []
    unsure = _unsure(best, whom, width)
    also = _hit_lines(others, width, label="Also", first=2)
    for why in _whys(best.why):
        yield [*head, *_part("Why", [why], width, words=words), *match, *unsure, *_below(also)]
    yield [*head, *unsure, *_below(also)]
    brief = _brief_lines(others, width)
    yield [*head, *unsure, *_below(brief)]
    yield [*head, *unsure, *brief]
    for count in range(len(brief), 0, -1):
        yield [*filter(None, head), *unsure, *brief[:count]]
    yield [*head, *unsure]


def _nearest(found: "Found", width: int, *, keys: bool) -> Iterator[list[Line]]:
    """The screen where nothing answers, ever shorter."""
    hits = _hit_lines(found.hits, width, label="", first=1)
    head = [*_remarks(found, width), *wrapped(line("No answer on that yet.", page.TITLE), width)]
    command = Span(f"kb ask {_question(found.query)}", page.COMMAND)
    missing = [Span("Ask production: "), *((Span("a", page.COMMAND), Span(", or ")) if keys else ()), command]
    opens = [] if keys else [Span("kb show SLUG", page.COMMAND), Span(" opens one. ")]
    for count in range(len(hits), 0, -1):
        yield [*head, line("Nearest:", page.LABEL), *hits[:count], *_below(wrapped([*opens, *missing], width))]
    yield [*head, *wrapped(missing, width)]


def _question(query: str) -> str:
    """The question as it is typed behind a command; a long one by its place."""
    from kb.words.shell import shell_word  # noqa: PLC0415 - an answered search does without it

    word = shell_word(query)
    return word if width_of(word) <= _LONGEST_QUESTION else "QUESTION"


def _remarks(found: "Found", width: int) -> list[Line]:
    """What the reader should know before the answer."""
    remarks: list[Line] = []
    if found.corrected is not None:
        pairs = found.corrections or ((found.query, found.corrected),)
        said = " and ".join(f"*{searched}* instead of *{word}*" for word, searched in pairs)
        remarks += wrapped(line(f"Searched for {said}.", page.QUIET), width)
    for note in found.notes:
        remarks += wrapped(line(note, page.QUIET), width)
    return [*remarks, *(_BLANK if remarks else ())]


def _never_cut(hit: "Hit", today: "Today | None", whom: str, width: int, words: Collection[str]) -> list[Line]:
    """Title, whether it may be said, answer, numbers as they are today, Don't say."""
    tabled = {row.for_what for row in today.rows if row.slug == hit.slug} if today else set()
    figures = [
        Figure(number["name"], number["for"], number["amount"], number["rest"])
        for number in hit.numbers
        if not (today and today.rows and number["name"] == today.name and number["for"] in tabled)
    ]
    bullet = "- " if len(hit.dont_say) > 1 else ""
    return [
        *title_lines(hit.title, hit.audience, width, hit.state),
        *wrapped(line(hit_remark(hit, whom), page.LABEL), width, hang=1),
        *_part("Say", paragraphs(hit, today), width, hang=_SAY, words=words),
        *_below([*table_lines(today, hit.slug, width), *figure_lines(figures, width)]),
        *_BLANK,
        *_part("Don't say", hit.dont_say, width, style=page.WARNING, bullet=bullet, words=words),
    ]


def _part(
    label: str,
    texts: Sequence[str],
    width: int,
    *,
    hang: int = _ASIDE,
    style: str = page.LABEL,
    bullet: str = "",
    words: Collection[str] = _NO_MARKS,
) -> list[Line]:
    """Some paragraphs beside their label, the words marked."""
    lines: list[Line] = []
    for text in texts:
        before = Span(" " * hang) if lines else Span(f" {label}".ljust(hang), style)
        lines += wrapped(_marked(text, words), width, label=(before, Span(bullet)), hang=hang + len(bullet))
    return lines


def _marked(text: str, words: Collection[str]) -> Line:
    """The text with each of the words marked, wherever it stands whole."""
    if not words:
        return (Span(text),)
    parts = re.split(rf"(?<!\w)({'|'.join(map(re.escape, sorted(words)))})(?!\w)", text)
    return tuple(Span(part, page.MATCH if place % 2 else page.PLAIN) for place, part in enumerate(parts) if part)


def _whys(why: str) -> Iterator[str]:
    """Why, ever shorter: whole, its first paragraph, two sentences, one, none."""
    yield why
    first, _, more = why.partition("\n")
    if more:
        yield f"{first} …"
    parts = re.split(_SENTENCE_END, first)
    for count in (2, 1):
        if len(parts) > count:
            yield " ".join(parts[:count]) + " …"
    yield ""


def _unsure(hit: "Hit", whom: str, width: int) -> list[Line]:
    """Whom to ask, and at the right edge until when it is agreed, or how to read the whole article."""
    right = hit_days(hit) or f"kb show {hit.slug}"
    return two_sided(_part("Unsure?", [whom], width), line(right, page.QUIET), width)


def _shortest(reach: str) -> str:
    """`ext. 250` of `planning@example.com, ext. 250`."""
    parts = [part.strip() for part in reach.split(",") if part.strip()]
    return next((part for part in parts if "@" not in part), reach)


def _hit_lines(hits: Sequence["Hit"], width: int, *, label: str, first: int) -> list[Line]:
    """One line a hit: its number, the question, and the slug that opens it; a question too long is cut."""
    digits = len(str(first + len(hits) - 1))
    numbers = [f"{number:>{digits}}  " for number in range(first, first + len(hits))]
    slugs = [safe_line(hit.slug) for hit in hits]
    start = len(label) + 2 if label else 1
    room = width - start - digits - 4
    room_for_titles = min(room, max(room - max(map(width_of, slugs), default=0), _LEAST_TITLE))
    titles = [cut(hit.title, room_for_titles) for hit in hits]
    longest = max(map(width_of, titles), default=0)
    lines: list[Line] = []
    for number, title, slug in zip(numbers, titles, slugs, strict=True):
        before = Span(("" if lines else label).ljust(start), page.LABEL)
        space = " " * (longest - width_of(title) + 2)
        lines.append(
            (before, Span(number, page.FIGURE), Span(title + space), Span(cut(slug, room - longest), page.COMMAND))
        )
    return lines


def _brief_lines(hits: Sequence["Hit"], width: int) -> list[Line]:
    """The further hits by number and slug alone, as many on a line as fit."""
    lines: list[Line] = []
    for number, hit in enumerate(hits, 2):
        slug = cut(hit.slug, width - _ALSO - len(f"{number} "))
        spans = (Span(f"{number} ", page.FIGURE), Span(slug, page.COMMAND))
        if lines and page.line_width(lines[-1]) + page.line_width(spans) + 2 <= width:
            lines[-1] = (*lines[-1], Span("  "), *spans)
        else:
            lines.append((Span("" if lines else "Also", page.LABEL), Span("  " if not lines else " " * _ALSO), *spans))
    return lines


def _below(lines: list[Line]) -> list[Line]:
    """The lines with an empty one before them, if there are any."""
    return [*_BLANK, *lines] if lines else []
