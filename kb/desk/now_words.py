"""Says in a sentence what a number comes to today, and why; composed of what the lines say, it computes nothing."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kb.model.calendar import Closure, Now
from kb.model.number import Number
from kb.text import fold
from kb.words.spoken import amount_words, day_words, weekday_words
from kb.words.stems import singular

if TYPE_CHECKING:  # a check of a promise needs none
    from kb.model.notice import Notice

_NEAR = timedelta(days=180)
"""Within it, a day needs no year."""

_PLACES = ("your ", "the ")


def now_sentence(now: Now, day: date) -> str:
    """How long it takes now, and by when, where its clock starts today.

    `At the moment 20 to 23 working days: approved today, at your door by Monday 4 January.` Without the amount where
    nothing adds to it, without the day where there is none, empty where neither is told. *Approved* is said only where
    the line's own `from` says so; else *counted from today*. Only *your …* and *the …* are told as a place.
    """
    amount = ", and ".join((amount_words(now.amount), *(f"{_amount(extra)} more" for extra in now.beside)))
    parts = (f"At the moment {amount}" if now.changed else "", _by_when(now.number, now.by, day) if now.by else "")
    sentence = ": ".join(filter(None, parts))
    return f"{sentence[0].upper()}{sentence[1:]}." if sentence else ""


def banner_words(reasons: Iterable[Number | Closure]) -> str:
    """What `banner` found, in sentences; empty where it found nothing.

    `Every lead time 5 working days longer, September to November. Closed 24 December to 2 January.`
    """
    told = tuple(reasons)
    sentences = [_longer(reason) for reason in told if isinstance(reason, Number)]
    closed = [stretch_in_words(reason.first, reason.last) for reason in told if isinstance(reason, Closure)]
    if closed:
        sentences.append("Closed " + " and ".join(filter(None, (", ".join(closed[:-1]), closed[-1]))))
    return " ".join(f"{sentence}." for sentence in dict.fromkeys(sentences))


def notice_words(notices: "Iterable[Notice]") -> str:
    """What is different just now, as production said it, and until when.

    `Die-cutter down (until 26 November).`
    """
    return " ".join(f"{_without_stop(notice.sentence)}{_until(notice)}." for notice in notices if notice.sentence)


def stretch_in_words(first: date, last: date) -> str:
    """`24 December to 2 January`, `27 to 31 July`, `1 May`; with years where it lasts so long that they are needed.

    >>> stretch_in_words(date(2026, 7, 27), date(2026, 7, 31))
    '27 to 31 July'
    """
    if first == last:
        return day_words(first, year=False)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day_words(last, year=False)}"
    far = last - first > _NEAR
    return f"{day_words(first, year=far)} to {day_words(last, year=far)}"


def _without_stop(sentence: str) -> str:
    return sentence.rstrip(".!…")


def _until(notice: "Notice") -> str:
    return f" (until {day_words(notice.until, year=False)})" if notice.until else ""


def _by_when(number: Number, by: date, day: date) -> str:
    place = f"at {number.end} " if fold(number.end).startswith(_PLACES) else ""
    start = "approved today" if "approv" in fold(number.start) else "counted from today"
    return f"{start}, {place}by {weekday_words(by, year=by - day > _NEAR)}"


def _longer(number: Number) -> str:
    name = number.name if number.name[:2].isupper() else number.name[:1].lower() + number.name[1:]
    several = singular(fold(name).split()[-1]) != fold(name).split()[-1]
    terms = (
        " and ".join(season.said for season in number.during),
        f"once {number.once}" if number.once else "",
        f"unless {number.unless}" if number.unless else "",
        f"until {number.until}" if number.until else "",
    )
    return ", ".join((f"{'All' if several else 'Every'} {name} {_amount(number)} longer", *filter(None, terms)))


def _amount(number: Number) -> str:
    return amount_words(number.amount) if number.amount else number.amount_text
