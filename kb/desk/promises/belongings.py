"""Lines of which a text only says what another thing belongs to, or from when it counts; weighs no words."""

from collections.abc import Sequence

from kb.desk.promises.lexicon import TextWords
from kb.desk.promises.touch import FULL, PART, WEAK, Touch
from kb.words.lists import word_set
from kb.words.roots import is_glue

_OF = frozenset(("for", "of", "on", "about"))
_SINCE = frozenset(("from", "after", "since", "following"))
_STOPS = word_set("for of on about in within to by at and or with that this then which it")
_TIMES = word_set(
    "minute minutes hour hours day days week weeks month months year years fortnight fortnights weekday weekdays"
)
_FAR = 3
"""So many words at most stand between *from* and what a time is counted from."""

_WAYS = frozenset(("deliver", "order", "ship"))
"""Roots of names that a thing's own time is told with: *the delivery of a bench takes three weeks*."""


def without_others(text: TextWords, touches: Sequence[Touch]) -> list[Touch]:
    """The touches without those of what is only named beside: *the drawing for a bench*, *ten days from delivery*."""
    whole = [touch for touch in touches if touch.name == FULL and touch.line.name.words[0] not in _WAYS]
    named = {(touch.line.key, touch.places - touch.at_conditions): touch for touch in whole}.values()
    said = frozenset(place for touch in touches for place in touch.places)
    kept = [touch for touch in touches if not any(_belongs(text, touch, other, said) for other in named)]
    counted = [touch for touch in kept if not _is_start(text, touch)]
    if any(max(touch.name, touch.condition) >= PART for touch in counted):
        return counted
    return [touch for touch in kept if touch in counted or not _is_start(text, touch, only="after")]


def _belongs(text: TextWords, touch: Touch, head: Touch, said: frozenset[int]) -> bool:
    """Whether a FOR WHAT only follows the name of another line after *for* or *of*, alone or among others."""
    if touch.name > WEAK or touch.line.key == head.line.key or not touch.places:
        return False
    last = max(head.places - head.at_conditions, default=-1)
    at = min(touch.places - head.places, default=-1) - 1
    while at > last and text.words[at].text not in _OF and (at in said or is_glue(text.words[at].text)):
        at -= 1
    return at == last + 1 and text.words[at].text in _OF


def _is_start(text: TextWords, touch: Touch, only: str = "") -> bool:
    """Whether all that is said of a line is from when a time counts: *ten days after the bench*."""
    first = min(touch.places, default=0)
    for at in range(first - 1, max(0, first - 1 - _FAR), -1):
        word = text.words[at].text
        if word in (_SINCE if not only else (only,)):
            return text.words[at - 1].text in _TIMES
        if word in _STOPS or word[0].isdigit():
            return False
    return False
