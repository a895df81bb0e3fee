"""Where a sentence is parted into clauses, so that each says one thing; reads no amount and judges nothing."""

import re
from collections.abc import Sequence

from kb.words.patterns import lazy
from kb.words.points import CLOCK, DAY, Point, is_core
from kb.words.units import BARE_FAMILY

_PARTING = lazy(
    r"(?P<strong>;|\s[–—]\s|\s-\s|\.\s|\b(?:but|whereas|while|although|though|yet)\b)"
    r"|(?P<comma>,(?=\s)|\|)|(?P<and>\b(?:and|or(?! minus\b)|plus(?! or minus\b)|so(?! that)|then|as well as)\b|"
    r"\s/\s|[()]|:(?=\s))"
)
_SUBJECT = lazy(
    r"\W*(?:and |but |so |then |or |also |while |whereas |that |although |though )*(?:we|we'll|we're|we've|you|"
    r"you'll|you've|it|it's|they|they're|i|i'll|i'd|this|that|there|"
    r"there's|these|those|he|she|nobody|no one|nothing|everyone|everybody|somebody|someone|"
    r"anyone|(?:the|your|our|my|a|all|every|each) (?:\w+ ){1,3}?(?:is|are|will|can|takes?|"
    r"comes?|has|have|costs?|asked|needs?|wants?|wanted|said))\b"
)
_GOES_ON = lazy(r"\W*(?:is|are|was|will|can|takes?|which|who|that|has|have|comes?|costs?|needs?|may|must)\b")
_VERB_FIRST = lazy(
    r"\W*(?:and|or|but|then|so)?\W*(?:also |then |even |always |still |just )?(?:is|are|will|can|may|takes?|"
    r"comes?|costs?|adds?|has|have|includes?|gets?|lasts?|holds?|needs?|stays?|"
    r"keeps?|fits?|carries|stands?|weighs?|runs?|starts?|begins?|ends?|goes|arrives?|remains?|must|shows?|works?)\b"
)
_PRONOUN_FIRST = lazy(
    r"\W*(?:and|or|but|then|so|while)?\W*(?:it|it's|it'll|they|they're|they'll|this|that|these|those|both)\b"
)
_OWN_SUBJECT = lazy(
    r"\W*(?:and|but|while|so|then)\W+(?:the|our|your|all|every|each|my|its|their) \w+(?:[ -]\w+)? (?!of\b|"
    r"is in\b|are in\b|for\b|in\b|from\b|to\b|at\b|on\b|by\b)\w+ (?:\w+\b ?){1,}"
)
_OWN_VERB = lazy(
    r"\W*(?:so |and |but )?(?:the|your|our|a|an|all|every|each|that) (?:\w+ ){1,4}?"
    r"(?:is|are|will|can|takes?|comes?|needs?|arrives?|reach|reaches|costs?|holds?)\b"
)
_SIDE = lazy(
    r"^\W*(?:and |but )?(?:once|if|when|as soon as|provided|unless|until|after|from|before)\b|\b(?:once|between|"
    r"both|if|when|as soon as|after (?:you|we))\b"
)
_LEADS = lazy(r"\W*(?:for|if|when|where|once|with|on|in|as|after|before|from|at|regarding|concerning|about|unless)\b")


def part(folded: str, points: Sequence[Point], whole: Sequence[tuple[int, int]] = ()) -> list[tuple[int, int]]:
    """Where a sentence is parted: at most one time, or one thing called free, stays in each part where that can be."""
    segments = _segments(folded, [*((point.start, point.end) for point in points), *whole])
    parts: list[list[int]] = []
    waiting: list[int] | None = None
    for first, last, strong in segments:
        piece = folded[first:last]
        has_point = any(first <= point.start < last and is_core(point) for point in points)
        if parts and has_point and not strong and _is_only_points(first, last, folded, points):
            parts[-1][1] = last
        elif (
            has_point or (_SUBJECT.match(piece) and not _is_side(folded, parts, first)) or _is_own(folded, parts, piece)
        ):
            begin = waiting[0] if waiting else first
            waiting = None
            parts.append([begin, last, int(has_point)])
        elif parts and not strong and not waiting and not _is_before_verb(folded, last, segments):
            parts[-1][1] = last
        else:
            waiting = [waiting[0] if waiting else first, last]
    if waiting:
        if parts and not any(first == waiting[0] and strong for first, _last, strong in segments):
            parts[-1][1] = waiting[1]
        else:
            parts.append([*waiting, 0])
    return [(first, last) for first, last, _core in _joined(folded, parts)]


def goes_on(folded: str) -> bool:
    """Whether a clause begins with its verb or with *it*, so that it has the subject of the one before."""
    return any(pattern.match(folded) for pattern in (_VERB_FIRST, _PRONOUN_FIRST, _PARTICIPLE_FIRST))


_PARTICIPLE_FIRST = lazy(
    r"\W*(?:and|or|but|then)\W+(?:also |then |even |always |still )?(?:\w{3,}ed|kept|held|made|sent|built|given)\b"
)


def says_something(folded: str) -> bool:
    """Whether a part of a clause has a subject and a verb of its own: *so a fortnight is enough*."""
    return _SUBJECT.match(folded) is not None or _OWN_VERB.match(folded) is not None


def _joined(folded: str, parts: list[list[int]]) -> list[list[int]]:
    """A part that only leads to the next (*for printed boxes,*) goes with it."""
    joined: list[list[int]] = []
    for part in parts:
        if joined and not joined[-1][2] and _LEADS.match(folded[joined[-1][0] : joined[-1][1]]):
            joined[-1] = [joined[-1][0], part[1], part[2]]
        else:
            joined.append(part)
    return joined


def _is_side(folded: str, parts: Sequence[Sequence[int]], at: int) -> bool:
    """Whether what an *and* joins still belongs to an *if* or *once*: *once you approve and the deposit is in*."""
    return bool(parts) and _SIDE.search(folded[parts[-1][0] : at]) is not None and folded[at : at + 3] == "and"


def _is_own(folded: str, parts: Sequence[Sequence[int]], piece: str) -> bool:
    """Whether a stretch without a point tells something of its own: *and our lab issues a certificate*."""
    if not parts or _is_side(folded, parts, folded.find(piece)):
        return False
    return _OWN_SUBJECT.match(piece) is not None or (
        piece.startswith(("and ", "but ")) and _VERB_FIRST.match(piece) is not None
    )


def _is_only_points(first: int, last: int, folded: str, points: Sequence[Point]) -> bool:
    """Whether nothing but clock times, days or bare figures stands there: *and 14:00*, *and 8.3*."""
    left = folded[first:last]
    for point in points:
        if first <= point.start < last and (point.kind in (CLOCK, DAY) or _is_bare(point)):
            left = left.replace(folded[point.start : point.end], " ", 1)
    return set(re.findall(r"\w+", left)) <= {"and", "or", "at", "on", "to"}


def _is_bare(point: Point) -> bool:
    return point.amount is not None and point.amount.unit.family == BARE_FAMILY and not point.amount.dimensions


def _is_before_verb(folded: str, at: int, segments: Sequence[tuple[int, int, bool]]) -> bool:
    follows = next(((first, last) for first, last, _ in segments if first >= at), None)
    return follows is not None and _GOES_ON.match(folded[follows[0] : follows[1]]) is not None


def _segments(folded: str, whole: Sequence[tuple[int, int]]) -> list[tuple[int, int, bool]]:
    """The stretches between commas, *and* and the like, none of which lies inside a point.

    Each with whether a strong sign parts it from the one before.
    """
    found: list[tuple[int, int, bool]] = []
    first, strong = 0, True
    for parting in _PARTING.finditer(folded):
        if any(start < parting.end() and parting.start() < end for start, end in whole):
            continue
        if folded[first : parting.start()].strip():
            found.append((first, parting.start(), strong))
            strong = False
        first, strong = (
            parting.end() if not parting["and"] or folded[parting.start()] in "()/: " else parting.start(),
            strong or bool(parting["strong"]),
        )
    if folded[first:].strip():
        found.append((first, len(folded), strong))
    return found
