"""Tells the writer of a number line, in one sentence, how it was understood; judges no promise."""

from collections.abc import Callable, Sequence

from kb.model import number as kinds
from kb.model.number import Amount, Number
from kb.text import fold
from kb.words.dates import season_days
from kb.words.spoken import amount_words, stretch_words
from kb.words.tokens import STOP_WORDS, words
from kb.words.units import is_time

_SMALLEST = (
    "smallest",
    "minimum",
    "least",
    "finest",
    "shortest",
    "thinnest",
    "lightest",
    "lowest",
    "fewest",
    "narrowest",
)


def read_back(number: Number) -> str:
    """How a number line was understood, for after *I read:*, without a full stop.

    `lead time of *new printed box*, 15 to 18 working days, the slow end may be promised, sooner is an over-promise; it
    counts from approved proof and paid deposit, to your door`.
    """
    what = _SENTENCES[number.kind](number)
    return "; ".join((f"{_subject(number)}, {what}", *_terms(number)))


def dates_read_back(number: Number, years: Sequence[int]) -> str:
    """The days of the number's seasons in those years, each once: `27 to 31 July 2026, 26 to 30 July 2027`.

    Years are those in which a stretch begins; empty where the number has no season.
    """
    stretches = dict.fromkeys(season_days(season, year) for season in number.during for year in years)
    return ", ".join(stretch_words(first, last) for first, last in sorted(stretches))


def says_smallest(name: str) -> bool:
    """Whether a name says that more than its figure is fine: `smallest order`, `finest line`."""
    return any(word in fold(name).split() for word in _SMALLEST)


def _subject(number: Number) -> str:
    conditions = " and ".join(f"*{condition}*" for condition in number.conditions)
    if not conditions:
        return number.name
    joint = " " if words(number.conditions[0])[:1] and words(number.conditions[0])[0] in STOP_WORDS else " of "
    return f"{number.name}{joint}{conditions}"


def _amount(number: Number) -> str:
    return amount_words(number.amount) if number.amount else number.amount_text


def _slow_end(amount: Amount | None) -> str:
    return "the slow end" if amount and amount.low != amount.high else "which"


def _take(number: Number) -> str:
    return f"{_amount(number)}, {_slow_end(number.amount)} may be promised, sooner is an over-promise"


def _give(number: Number) -> str:
    return f"for {_amount(number)} and no longer, longer is an over-promise"


def _ahead(number: Number) -> str:
    return f"{_amount(number)} ahead at the latest, a shorter notice is an over-promise"


def _at_least(number: Number) -> str:
    if says_smallest(number.name):
        return f"{_amount(number)} or more, less is an over-promise"
    return (
        f"at least {_amount(number)}, less is an over-promise and more is not known to be safe "
        "(where it is a thing's own strength, write `guaranteed`)"
    )


def _at_most(number: Number) -> str:
    return f"{_amount(number)} or less, more is an over-promise"


def _between(number: Number) -> str:
    return f"anything from {_amount(number)}, whatever is outside is an over-promise"


def _guaranteed(number: Number) -> str:
    return f"{_amount(number)} may be relied on, more is an over-promise"


def _tolerance(number: Number) -> str:
    return f"it may be off by {_amount(number)}, anything tighter or exact is an over-promise"


def _adds(number: Number) -> str:
    if number.amount and not is_time(number.amount.unit):
        return f"{_amount(number)} on top, less or nothing is an over-promise"
    end = (
        f" (of which {_slow_end(number.amount)} counts)"
        if number.amount and number.amount.low != number.amount.high
        else ""
    )
    return f"{_amount(number)} longer{end}, less or no extra time is an over-promise"


def _costs(number: Number) -> str:
    when = " in advance" if number.in_advance else " on top"
    return f"it costs {_amount(number)}{when}, less or nothing is an over-promise"


def _charged(_number: Number) -> str:
    return "the customer pays for it, to call it free is an over-promise"


def _free(number: Number) -> str:
    terms = number.once or number.unless or number.until
    return "free of charge, but only on its terms" if terms else "free of charge, and that may be said"


def _none(_number: Number) -> str:
    return "none is needed, and that may be said"


def _not_possible(_number: Number) -> str:
    return "it cannot be done, to offer it is an over-promise"


def _only(number: Number) -> str:
    listed = ", ".join(number.choices[:-1]) + " or " + number.choices[-1] if number.choices[1:] else number.choices[0]
    return f"{listed} and nothing else, anything else of that kind is an over-promise"


def _closed(number: Number) -> str:
    when = f"closed {_during(number)}" if number.during else "closed"
    return f"{when}, which are no working days, a date in them is an over-promise"


def _every(number: Number) -> str:
    return f"once every {_amount(number)}, more often is an over-promise"


def _figure(number: Number) -> str:
    return f"{_amount(number)} as it is, any other figure is an over-promise"


_SENTENCES: dict[str, Callable[[Number], str]] = {
    kinds.TAKE: _take,
    kinds.GIVE: _give,
    kinds.AHEAD: _ahead,
    kinds.AT_LEAST: _at_least,
    kinds.AT_MOST: _at_most,
    kinds.BETWEEN: _between,
    kinds.GUARANTEED: _guaranteed,
    kinds.TOLERANCE: _tolerance,
    kinds.ADDS: _adds,
    kinds.COSTS: _costs,
    kinds.CHARGED: _charged,
    kinds.FREE: _free,
    kinds.NONE: _none,
    kinds.NOT_POSSIBLE: _not_possible,
    kinds.ONLY: _only,
    kinds.CLOSED: _closed,
    kinds.EVERY: _every,
    kinds.FIGURE: _figure,
}


def _during(number: Number) -> str:
    return " and ".join(season.said for season in number.during)


def _terms(number: Number) -> tuple[str, ...]:
    """What the clauses say, each a part of the sentence."""
    counted = ", ".join(
        filter(None, (f"from {number.start}" if number.start else "", f"to {number.end}" if number.end else ""))
    )
    during = _during(number) if number.kind != kinds.CLOSED else ""
    said = (
        ("it counts {}", counted),
        ("only during {}", during),
        ("only once {}", number.once),
        ("not if {}", number.unless),
        ("until {}, then no longer", number.until),
    )
    return tuple(sentence.format(text) for sentence, text in said if text)
