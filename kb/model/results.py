"""What a search found. Named tuples, not dataclasses: those take milliseconds to import, on the way of every search."""

from typing import Any, NamedTuple


class Hit(NamedTuple):
    """One article that a search found, as a salesperson may read it, in plain text."""

    slug: str
    title: str
    score: float
    """BM25 of the question against this article; comparable within one search only."""

    say: str
    """Paragraphs are separated by a newline."""

    numbers: tuple[dict[str, str], ...]
    """Each with `name`, `for`, `amount`, `rest` (from, to, during …) and `text`, the whole line as written."""

    dont_say: tuple[str, ...]
    why: str
    desk: str
    """The desk's key."""

    audience: str
    tags: tuple[str, ...]
    state: str | None = None
    """The word of the article's state; None in a folder without signatures."""

    agreed_on: str | None = None
    """The day on which both sides had signed what is shown, as `2026-11-02`; None where they never did."""

    good_until: str | None = None
    """The last day on which both signatures hold."""

    match: str = ""
    """The sentence that matches the question best, the title only where nothing else does; empty where none does."""

    marked: frozenset[str] = frozenset()
    """The words that match, as they stand in the article."""

    match_is_news: bool = False
    """Whether the sentence has a word of the question that a screen of the article has nowhere else."""


class NowRow(NamedTuple):
    """One line of the table of times that share a name, as they are on a day; all plain text."""

    slug: str
    for_what: str
    """`new printed box`; empty for the rule."""

    normally: str
    """`15 to 18`; with its unit where the table's lines differ in it."""

    now: str
    """The same as `normally` where nothing adds to it."""

    by: str
    """`Mon 4 Jan`, where the clock starts on that day; empty where no day can be told."""

    terms: str = ""
    """On what terms of its own: `once planning has confirmed in writing`."""


class Today(NamedTuple):
    """What the best answer's times come to on a day."""

    banner: str
    """What is different for everybody: season, closed days; empty for nothing."""

    sentence: str
    """What to say after the writer's own answer; empty where nothing is different."""

    name: str = ""
    """What the table is of: `lead time`; empty where there is none."""

    unit: str = ""
    """`working days`, where all lines of the table have it."""

    terms: str = ""
    """`from approved proof, to your door`, where all lines share it."""

    start: str = ""
    """`approved today` or `counted from today`."""

    rows: tuple[NowRow, ...] = ()
    """The answer's own lines first."""


class Found(NamedTuple):
    """The answer to one question."""

    query: str
    corrected: str | None
    """What was searched instead, where words were corrected."""

    answered: bool
    """False when nothing in the library really answers; `hits` then holds the nearest."""

    hits: tuple[Hit, ...]
    corrections: tuple[tuple[str, str], ...] = ()
    """Each corrected word with what was searched for it."""

    notes: tuple[str, ...] = ()
    """What the reader should know: the question was cut, the index is behind."""

    explain: dict[str, Any] | None = None
    """How the question was read and what it was weighed by, where that was asked for."""

    today: Today | None = None
    """For the first hit; None where nothing was found, or it was not asked for."""
