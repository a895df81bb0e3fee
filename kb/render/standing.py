"""How an answer stands, in the words that salespeople read: YOU MAY SAY THIS or ASK FIRST, and what goes with it.

The state itself is worked out elsewhere. It is always said in words; signs and colours only help the eye.
"""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from kb.model.states import AGREED, ASK_FIRST, CHANGED, DUE, EXPIRED, TIGHTENED, UNSIGNED
from kb.render import page
from kb.render.page import Line, Span
from kb.text import safe_line
from kb.words.daynames import MONTHS, SHORT

if TYPE_CHECKING:
    from kb.model.results import Hit

MAY_SAY, ASK = "YOU MAY SAY THIS", "ASK FIRST"

_A_YEAR = 330
"""Days; where fewer lie between two days, nobody takes the one for that of another year."""


class Mark(NamedTuple):
    """A state with its sign, for paper."""

    sign: str
    """`full`, `open` or `warn`: ●, ○, ▲."""

    words: str
    means: str
    """A sentence for the legend."""


def phrase(state: str) -> str:
    """What a salesperson reads first."""
    return ASK if state in ASK_FIRST else MAY_SAY


def title_right(reader: str, state: str | None) -> Line:
    """What stands at the right of a title: for whom the answer is, and whether it may be said."""
    spans = [Span(reader, page.WARNING)] if reader else []
    if state:
        spans += [*([Span("  ")] if reader else []), Span(phrase(state), _STYLES[phrase(state)])]
    return tuple(spans)


def remark(state: str, on: date | None, until: date | None, whom: str = "") -> str:
    """What else there is to know; empty for an answer that is agreed. `whom` is whom to ask."""
    ask = f"Before you say it, ask {whom or 'production'}."
    return {
        AGREED: "",
        TIGHTENED: "Production has made its numbers more cautious; the wording waits for sales.",
        CHANGED: f"As agreed on {_day(on, until)}; a new version waits.",
        DUE: f"It was good to {_day(until, on)}, and is being checked.",
        UNSIGNED: f"Not agreed by production and sales. {ask}",
        EXPIRED: f"It was good to {_day(until, on)}, and nobody has checked it since. {ask}",
    }[state]


def days(on: date | None, until: date | None) -> str:
    """`agreed 2 Nov, good to 1 Feb`; with years where they lie far apart. Empty where nothing was agreed."""
    return f"agreed {_day(on, until)}, good to {_day(until, on)}" if on and until else ""


def hit_remark(hit: "Hit", whom: str) -> str:
    """`remark` for what a search found; empty where signatures play no part."""
    if hit.state is None:
        return ""
    return remark(hit.state, _date(hit.agreed_on), _date(hit.good_until), safe_line(whom))


def hit_days(hit: "Hit") -> str:
    """`days` for what a search found; empty where it must not be said, or was never agreed."""
    return "" if hit.state in (None, *ASK_FIRST) else days(_date(hit.agreed_on), _date(hit.good_until))


def mark(state: str) -> Mark:
    """How a card on paper shows the state."""
    return MARKS["warn" if state in ASK_FIRST else "open" if state == DUE else "full"]


MARKS = {
    "full": Mark("full", "you may say this", "You may say this: both sides signed it."),
    "open": Mark("open", "being checked", "Being checked: you may still say it."),
    "warn": Mark("warn", "ask first", "Ask first: the card tells whom."),
}
"""The legend, in order."""


_STYLES = {MAY_SAY: page.STRONG, ASK: page.WARNING}


def _date(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _day(day: date | None, other: date | None) -> str:
    """`2 Nov`, or `2 Nov 2026` where the other day is far off."""
    if day is None:
        return "a day that is not known"
    near = other is None or abs((day - other).days) < _A_YEAR
    return f"{day.day} {MONTHS[day.month - 1][:SHORT]}" + ("" if near else f" {day.year}")
