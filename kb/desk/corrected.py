"""A draft with the changes in it that its findings offer, and nothing else changed; reads and writes no file."""

from collections.abc import Iterable

from kb.model.draft import Change
from kb.model.promise import OVER, Finding


def changes_of(findings: Iterable[Finding]) -> tuple[Change, ...]:
    """What can be put into the draft, in the order of the text; of two that overlap the first."""
    found = sorted(
        (Change(*finding.replaces, finding.instead) for finding in findings if finding.replaces is not None),
        key=lambda change: (change.start, change.end),
    )
    kept: list[Change] = []
    for change in found:
        if not kept or change.start >= kept[-1].end:
            kept.append(change)
    return tuple(kept)


def left_over(findings: Iterable[Finding], changes: Iterable[Change]) -> tuple[Finding, ...]:
    """What must be changed by hand, since nothing could be put in its place."""
    put_in = {(change.start, change.end) for change in changes}
    return tuple(finding for finding in findings if finding.verdict == OVER and finding.replaces not in put_in)


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
