"""A number line's reading as one short text, so that a golden table fits on the screen."""

from kb.model.number import Amount, Number
from kb.words.numberline import Unread
from kb.words.spoken import figure_words


def summary(number: Number | Unread) -> str:
    """`take 15–18 working day [working time]; from …`, without name; the sentence where it could not be read."""
    if isinstance(number, Unread):
        return f"UNREAD {number.sentence}"
    parts = [" ".join(filter(None, (number.kind, _amount(number.amount))))]
    parts += [f"if {condition}" for condition in number.conditions]
    parts += [f"choice {choice}" for choice in number.choices]
    parts += [f"{season.first}-{season.last} {season.year} {season.last_week_of}" for season in number.during]
    clauses = ("start", "end", "once", "unless", "until")
    parts += [f"{clause} {getattr(number, clause)}" for clause in clauses if getattr(number, clause)]
    return "; ".join([*parts, *(["in advance"] if number.in_advance else [])])


def _amount(amount: Amount | None) -> str:
    if amount is None:
        return ""
    figures = [*(amount.dimensions or dict.fromkeys((amount.low, amount.high)))]
    joint = " x " if amount.dimensions else "–"
    about = "about " if amount.about else ""
    per = f" per {amount.per}" if amount.per else ""
    return f"{about}{joint.join(map(figure_words, figures))} {amount.unit.name}{per} [{amount.unit.family}]"
