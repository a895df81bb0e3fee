"""How a number looks on a card: a short big figure, its unit, and in small print what it means and on what terms.

Nothing is left out: every word of the number line that is not in the figure stands in the small print.
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TypedDict

from kb.model import number as kinds
from kb.model.number import Amount, Number
from kb.model.on_paper import Changed
from kb.words.spoken import amount_words, day_words


class Figure(TypedDict):
    """One number as a card shows it; all plain text."""

    big: str
    """`15–18`, `≥ 100`, `±2 mm`; or words: `charged`, `only E, B, C`."""

    unit: str
    """`working days`; empty where `big` holds it already or there is none."""

    label: str
    """What it means: `new printed box`."""

    terms: str
    """On what terms: `from approved proof, to your door`; empty where there are none of its own."""

    now: str
    """How it is not as usual: `until 30 November; normally 15–18`. The figure is then the one of today, since it is the
    large type that is read out; empty for as usual."""


_SIGNS = {
    kinds.AHEAD: "≥ ",
    kinds.AT_LEAST: "≥ ",
    kinds.AT_MOST: "≤ ",
    kinds.TOLERANCE: "±",
    kinds.ADDS: "+",
    kinds.COSTS: "+",
    kinds.EVERY: "every ",
}
_AT_MOST_WORDS = ("at most", "up to", "max", "within", "no more than")
_WORDS = {kinds.CHARGED, kinds.FREE, kinds.NONE, kinds.NOT_POSSIBLE}
_SHORT_UNIT = 3
"""Letters of a unit that stands beside its figure in the same type: `mm`, `kg`, `%`."""

_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
_LAST_FIGURE = re.compile(r".*\d[\d.,]*")


def figures_of(
    numbers: Sequence[Number], changed: Mapping[Number, Changed] | None = None
) -> tuple[tuple[Figure, ...], str]:
    """The figures of a card, in order, and the terms that hold for all of them, said once.

    Those that are `changed` show what they come to now, and what is normal in small print.

    A number's name is left out where several numbers all have that name and their own FOR WHAT.
    """
    shared = _shared_terms(numbers)
    alike = len({number.name for number in numbers}) == 1 and all(number.conditions for number in numbers)
    named = len(numbers) == 1 or not alike
    figures = (_figure(number, changed, named=named, shared=shared) for number in numbers)
    return tuple(figures), ", ".join(shared)


def range_text(amount: Amount | None, written: str) -> str:
    """`5 days`, `15–18 working days`: an amount on one line; the text as written where it was not understood.

    >>> from kb.model.number import Unit
    >>> day = Unit("working day", "working time")
    >>> range_text(Amount(Decimal(3), Decimal(5), day), "3 to 5 working days")
    '3–5 working days'
    """
    if amount is None or not _is_told_by(amount, written):
        return written
    return " ".join(filter(None, (_digits(amount), _unit(amount, written))))


def until_words(changed: Changed) -> str:
    """`until 30 November`; empty where no such day can be told."""
    return f"until {day_words(changed.until, year=False)}" if changed.until else ""


def as_now(number: Number, changed: Changed) -> Number:
    """The line as it would be written today."""
    if changed.amount == number.amount:
        return number
    return number._replace(amount=changed.amount, amount_text=amount_words(changed.amount))


def _figure(number: Number, changed: Mapping[Number, Changed] | None, *, named: bool, shared: Sequence[str]) -> Figure:
    change = changed.get(number) if changed else None
    big, unit = _big_and_unit(as_now(number, change) if change else number)
    own = [term for term in _terms(number) if term not in shared]
    return Figure(
        big=big,
        unit=unit,
        label=_label(number, named=named),
        terms=", ".join(own),
        now=_now(number, change) if change else "",
    )


def _now(number: Number, changed: Changed) -> str:
    """`now, until 30 November; normally 15–18`."""
    more = " and ".join(f"{amount_words(extra)} more" for extra in changed.beside)
    when = ", ".join(filter(None, (f"now {more}".strip(), until_words(changed))))
    if number.amount is None or changed.amount == number.amount:
        return when
    same = changed.amount.unit == number.amount.unit
    normally = _digits(number.amount) if same else range_text(number.amount, number.amount_text)
    return f"{when}; normally {normally}"


def _label(number: Number, *, named: bool) -> str:
    words = ", ".join([number.name] * named + list(number.conditions))
    if number.kind == kinds.GUARANTEED:
        return f"guaranteed {words}"
    if number.kind == kinds.GIVE and number.amount_text.casefold().startswith("you have"):
        return f"{words}: you have"
    return words


def _big_and_unit(number: Number) -> tuple[str, str]:
    """What is large, and what follows it in smaller type."""
    if number.amount is None or not _is_told_by(number.amount, number.amount_text):
        return _in_words(number), ""
    big = _sign(number) + _digits(number.amount)
    unit = _unit(number.amount, number.amount_text)
    if not unit and number.amount.unit.family.startswith("money"):
        return _sign(number) + number.amount.unit.name + _digits(number.amount), ""
    if len(unit) <= _SHORT_UNIT:
        return f"{big} {unit}".strip(), ""
    return big, unit


def _is_told_by(amount: Amount, written: str) -> bool:
    """Whether the writer's figures are those of the amount and no others, so that they can be set anew."""
    told = {Decimal(figure.replace(",", "")) for figure in _FIGURE.findall(written)}
    return told == set(amount.dimensions or (amount.low, amount.high))


def _in_words(number: Number) -> str:
    if number.kind == kinds.ONLY and number.choices:
        return "only " + ", ".join(number.choices)
    if number.kind == kinds.CLOSED or number.kind in _WORDS:
        return number.kind
    return number.amount_text or number.kind


def _sign(number: Number) -> str:
    written = number.amount_text.casefold()
    if number.amount and number.amount.about:
        return "≈ "
    if number.kind == kinds.TOLERANCE and number.amount and number.amount.unit.family == "colour difference":
        return "≤ "  # a distance has no sign
    if number.kind == kinds.COSTS and (number.in_advance or not written.startswith(("costs", "+"))):
        return ""
    if number.kind in (kinds.TAKE, kinds.GIVE) and written.startswith(_AT_MOST_WORDS):
        return "≤ "
    return _SIGNS.get(number.kind, "")


def _digits(amount: Amount) -> str:
    """`15–18`, `2,400 × 1,250`."""
    if amount.dimensions:
        return " × ".join(map(_plain, amount.dimensions))
    if amount.low == amount.high:
        return _plain(amount.low)
    return f"{_plain(amount.low)}–{_plain(amount.high)}"


def _plain(figure: Decimal) -> str:
    text = f"{figure:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _unit(amount: Amount, written: str) -> str:
    """The unit in the writer's own words, singular or plural as they wrote it: what follows the last figure."""
    follows = _LAST_FIGURE.sub("", written).strip()
    return follows or ("" if amount.unit.family.startswith("money") else amount.unit.name)


def _shared_terms(numbers: Sequence[Number]) -> tuple[str, ...]:
    if len(numbers) < 2:  # noqa: PLR2004 - one number shares nothing
        return ()
    first, *others = (_terms(number) for number in numbers)
    return tuple(term for term in first if all(term in other for other in others))


def _terms(number: Number) -> tuple[str, ...]:
    """Everything after AMOUNT, each with its word, in the order of the format."""
    written = (
        ("from", number.start),
        ("to", number.end),
        ("during" if number.kind != kinds.CLOSED else "", ", ".join(season.said for season in number.during)),
        ("once", number.once),
        ("unless", number.unless),
        ("until", number.until),
    )
    return tuple(f"{word} {term}".strip() for word, term in written if term)
