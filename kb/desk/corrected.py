"""A draft with the changes in it that its findings offer, and nothing else changed; reads and writes no file."""

from collections.abc import Iterable, Sequence

from kb.model.draft import Change
from kb.model.promise import OVER, Finding
from kb.words.patterns import lazy

_STOPS = (".", "!", "?", "…")
_BULLET = lazy(r"(?:^|\n)[ \t]*(?:[-*•+–]|[0-9]+[.)])$")


def changes_of(text: str, findings: Iterable[Finding]) -> tuple[Change, ...]:
    """What can be put into the draft for what it promises too much, in its order; of two that overlap the first.

    A capital letter at the beginning and a stop at the end stay where the new words have none.
    """
    over = (finding for finding in findings if finding.verdict == OVER)
    found = sorted(
        (_fitted(text, *finding.replaces, finding.instead) for finding in over if finding.replaces is not None),
        key=lambda change: (change.start, change.end),
    )
    kept: list[Change] = []
    for change in found:
        if not kept or change.start >= kept[-1].end:
            kept.append(change)
    return tuple(kept)


def left_over(findings: Iterable[Finding], changes: Sequence[Change]) -> tuple[Finding, ...]:
    """What must be changed by hand, since nothing could be put in its place; each claim once."""
    left = (finding for finding in findings if finding.verdict == OVER and not _is_done(finding, changes))
    return tuple({finding.start: finding for finding in left}.values())


def _is_done(finding: Finding, changes: Sequence[Change]) -> bool:
    """Whether a change took away what is wrong: the words to replace, or the whole claim where nothing tells which."""
    start, end = finding.replaces or (finding.start, finding.end)
    return any(
        (change.start < end and start < change.end)
        if finding.replaces
        else (change.start <= start and end <= change.end + 1)  # a stop may stay
        for change in changes
    )


def corrected(text: str, changes: Iterable[Change]) -> str:
    """The text with the changes in it.

    >>> corrected("in two weeks, free", [Change(3, 12, "20 to 23 working days")])
    'in 20 to 23 working days, free'
    """
    parts: list[str] = []
    at = 0
    for change in changes:
        parts += [text[at : change.start], change.instead]
        at = change.end
    return "".join((*parts, text[at:]))


def _fitted(text: str, start: int, end: int, instead: str) -> Change:
    if text[end - 1 : end] in _STOPS and instead[-1:] not in _STOPS:
        end -= 1
    if _begins_great(text, start):
        instead = instead[:1].upper() + instead[1:]
    return Change(start, end, instead)


def _begins_great(text: str, start: int) -> bool:
    """Whether the words there begin with a capital letter, or with a figure in the place of one."""
    if text[start : start + 1].isdigit():
        before = text[:start].rstrip(" \t")
        return not before or before.endswith(("\n", *_STOPS)) or _BULLET.search(before) is not None
    return text[start : start + 1].isupper() and not text[start : start + 2].isupper()
