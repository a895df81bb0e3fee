"""Words that name nothing and speak of what was named just before, as *yours in twelve*; knows no matter."""

from collections.abc import Iterable, Sequence

from kb.model.number import Unit
from kb.words.amounts import FoundAmount, find_amounts
from kb.words.lists import word_set
from kb.words.patterns import lazy
from kb.words.units import BARE_FAMILY, TIME_OF_DAY, is_time

NO_SUBJECT = word_set(
    "it with there they this that these those we you us our your the a an i be is are am was will would can could "
    "may must shall need needs take takes took ready done deliver delivers delivered delivery arrive arrives ship "
    "ships shipped send sends sent have has get gets then so now today all everything them its their in within by on "
    "at for of to from after and but only just about order orders ordered job jobs goods item items batch lot whole "
    "complete finished finish make made produce produced current currently moment again sure do enough fine yes "
    "no problem day days week weeks month months working full tops max sharp flat yours mine ours or up than most "
    "least more less well usually normally roughly approximately around maximum latest counted counting already even "
    "instead"
)
"""Words that name nothing: a clause of these speaks of what was named before."""

_START = lazy(r"\b(?:counted from|counting from|from|after|once|following|if|when)\b[^,;]*")
_LONGEST = 14
"""A longer clause says something of its own."""

_WORD = lazy(r"[^\W\d_]+(?=['’]?)")
_HOW_MANY = lazy(r"\bhow many (?:more )?(?P<what>working days|\w+)", needs="how many")
_BEFORE = lazy(
    r"(?:^\W*|\b(?:in|within|takes?|needs?|only|just|about|around|to|you|yours|is|it's)\s*:?\s*|[:,]\s*(?:even |or )?)"
    r"(?:at most |up to )?$"
)
_AFTER = lazy(
    r"\s*(?:$|[.!?,;)–-]|(?:from|after|once|tops|at (?:the )?most|max|maximum|instead|flat|or so|then|for you|as usual|"
    r"as always|as ever|as well|too|now|right now|today|already|again|guaranteed|promised|for sure|at the moment|"
    r"these days|sharp|please)\b)"
)


def names_nothing(folded: str, points: Iterable[tuple[int, int]]) -> bool:
    """Whether a folded clause has no word of its own besides the points in it, and from when they count.

    >>> names_nothing("and you'll have yours in twelve", [(25, 31)]), names_nothing("the bench in twelve", [])
    (True, False)
    """
    rest = folded
    for start, end in points:
        rest = f"{rest[:start]}{' ' * (end - start)}{rest[end:]}"
    told = [found.group() for found in _WORD.finditer(_START.sub(" ", rest))]
    return len(told) <= _LONGEST and all(
        word in NO_SUBJECT or word in ("ll", "ve", "d", "re", "s", "m") for word in told
    )


def with_units(amounts: Sequence[FoundAmount], folded: str, unit: Unit | None) -> tuple[FoundAmount, ...]:
    """The amounts of a sentence; a bare figure where a time could stand gets the unit of the time before it.

    `unit` is that of the sentence before, None where it has none.
    """
    found: list[FoundAmount] = []
    for one in amounts:
        if one.amount.unit.family == BARE_FAMILY and not one.amount.dimensions and unit is not None:
            gapped = found and _is_stretch(found[-1].amount.unit) and one.amount.low < one.amount.high
            stands = (gapped or _BEFORE.search(folded[: one.start])) and _AFTER.match(folded, one.end)
            found.append(one._replace(amount=one.amount._replace(unit=unit)) if stands else one)
            continue
        unit = one.amount.unit if _is_stretch(one.amount.unit) else unit
        found.append(one)
    return tuple(found)


def unit_to_go_on_with(amounts: Sequence[FoundAmount], folded: str) -> Unit | None:
    """The unit that a bare figure in the next sentence has: that of the last time, or that which is asked for."""
    if asked := _HOW_MANY.search(folded):
        named = find_amounts(f"2 {asked['what']}")
        return next((one.amount.unit for one in named if _is_stretch(one.amount.unit)), None)
    return next((one.amount.unit for one in reversed(amounts) if _is_stretch(one.amount.unit)), None)


def _is_stretch(unit: Unit) -> bool:
    return is_time(unit) and unit.family != TIME_OF_DAY
