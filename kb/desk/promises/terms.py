"""The `from`, `to`, `once`, `unless` and `until` of a number line against a text; compares no amount."""

from datetime import date

from kb.desk.promises.judged import Case
from kb.model import number as kinds
from kb.model.number import Number
from kb.text import fold
from kb.words.dateforms import MONTHS, WEEKDAYS
from kb.words.dates import read_season, season_days
from kb.words.lists import word_set
from kb.words.patterns import lazy
from kb.words.points import DAY, TIME, WORD
from kb.words.roots import name_words, placed_words, root

_OWN_START = lazy(
    r"^\W*(?:(?:counted |counting |starting |beginning )?(?:from|after|of|once|following|as soon as|when|upon|"
    r"on receipt of|since))\s+(.+)"
)
_OWN_START_BEFORE = lazy(r"^\W*(?:from|after|once|following|as soon as|counted from|upon)\s+([^,]+),")
_OWN_END = lazy(r"\b(?:to|at|into) (?:your|their|my|the customer's) (\w+(?: \w+)?)")
_NO_PLACE = word_set("request cost disposal convenience service expense end side earliest discretion own liking needs")
_NAME_FIRST = lazy(r"\W*([A-Z][a-z]+ [A-Z][a-z]+) [a-z]{2,}s\b")
_NEAR = 120
"""So many characters before a sentence still belong to it."""

_OWN_UNTIL = lazy(r"\b(?:until|till|up until|right up to|up to|before)\s+(.+)")
_LEFT_OUT = lazy(
    r"\b(?:except(?: for| when| during)?|excluding|outside(?: of)?|apart from|not counting|barring|leaving aside)\b",
    needs="except|excluding|outside|apart|not counting|barring|leaving",
)
"""Before what is said not to be meant: *outside announced maintenance*."""

_FIRST_PART = lazy(r"[,;:(]| (?:and|but|or) ")
_LITTLE = word_set(
    "stand go come get be need want there no not have made make in out work day days now today tomorrow date "
    "moment then onwards on time it this that working week month year if any all after before only us first "
    "receive received"
)
_SAYS_LITTLE = frozenset(map(root, (*_LITTLE, *MONTHS, *WEEKDAYS)))
"""Words that tell nothing of from when or on what condition something counts."""


def has_ended(number: Number, day: date) -> bool:
    """Whether the date up to which a line counts has passed; without a year, that of the day's own year."""
    season = read_season(number.until) if number.until else None
    if season is None or season.first > season.last:
        return False
    return day > season_days(season, season.year or day.year)[1]


def left_open(case: Case, number: Number) -> str:
    """Why a claim that fits the line's amount is still not safe; empty where it is."""
    if number.once and not _says(case, number, number.once, least=0.5):
        return f"it holds once {number.once}, and that is not said"
    unless = number.unless and not _LEFT_OUT.search(case.sentence)
    if unless and _says(case._replace(before=case.before[-_NEAR:]), number, number.unless, least=0.5):
        return f"it does not hold where {number.unless}"
    return _by_another(case) or _other_start(case, number) or _other_end(case, number) or _other_until(case, number)


def drops_until(case: Case, number: Number) -> bool:
    """Whether the event up to which something is given is not said, or another is; or a later day than its date."""
    if not number.until:
        return False
    season = read_season(number.until)
    if season is not None:
        year = season.year or case.starts[0].day.year
        return any(point.day and point.day.last > season_days(season, year)[1] for point in case.clause.points)
    own = _OWN_UNTIL.search(case.clause.folded)
    if own is None:
        return True
    named = set(name_words(" ".join((number.name, *number.conditions))))
    return not (set(_content(own[1])) & set(_content(_first(number.until)))) - named


def _other_until(case: Case, number: Number) -> str:
    """*Until the board is cut*, where it is given `until the board is ordered`: half of the words are another event."""
    own = _OWN_UNTIL.search(case.clause.folded)
    if not number.until or own is None or read_season(number.until):
        return ""
    known = _content(f"{number.until} {number.name} {' '.join(number.conditions)} free charge cost")
    other = set(_content(_FIRST_PART.split(own[1])[0])) - set(known)
    return f"it counts until {_first(number.until).strip()}, and another end is said" if other else ""


def _first(text: str) -> str:
    return text.partition("(")[0]


def _by_another(case: Case) -> str:
    """Whether the clause begins with a name that is none of the company's words: *Green Acres repairs it in a week*."""
    found = _NAME_FIRST.match(case.written, case.clause.start, case.clause.end)
    if found is None or set(map(root, found[1].casefold().split())) & case.ground.lexicon.known:
        return ""
    return "it is said of somebody else"


def _other_start(case: Case, number: Number) -> str:
    point = case.point
    if point is None or point.kind not in (TIME, DAY, WORD):
        return ""
    right = case.clause.folded[point.end - case.clause.start :]
    found = _OWN_START.match(right) or _OWN_START_BEFORE.match(case.clause.folded)
    own = _content(found[1].partition(",")[0]) if found else ()
    if not own:
        return ""
    theirs = _content(f"{number.start} {number.once} {number.until}")
    named = _content(" ".join((number.name, *number.conditions, number.end)))
    if set(own) & set(theirs) or set(own) <= set(named):
        return ""
    counted = f"it counts from {number.start}" if number.start else "the line names no start"
    return f"{counted}, and another start is said"


def _other_end(case: Case, number: Number) -> str:
    if case.point is None or case.point.kind not in (TIME, DAY) or number.kind == kinds.ADDS:
        return ""  # *adds two days to your repeat order* names no end
    for found in _OWN_END.finditer(case.clause.folded):
        own = _content(found[1])
        if not own or fold(found[1]).split()[0] in _NO_PLACE:
            continue
        if not set(own) & set(_content(f"{number.end} {number.start}")):
            return f"it counts to {number.end}, and another end is said" if number.end else "the line names no such end"
    return ""


def _says(case: Case, number: Number, what: str, *, least: float) -> bool:
    """Whether so large a part of the words that tell what something is about are said, here or earlier."""
    point_name = set(_content(" ".join((number.name, *number.conditions))))
    wanted = set(_content(_first(what))) - point_name
    said = {word.root for word in placed_words(f"{case.before} {case.sentence}")}
    return bool(wanted) and len(wanted & said) >= least * len(wanted)


def _content(text: str) -> tuple[str, ...]:
    return tuple(word for word in name_words(text) if word not in _SAYS_LITTLE and not word[:1].isdigit())
