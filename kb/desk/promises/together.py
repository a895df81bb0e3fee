"""What can be sent instead of one clause that breaks several numbers: each with the changes of all; judges nothing."""

from collections.abc import Iterable, Sequence

from kb.desk.corrected import changes_of, corrected
from kb.desk.promises.writing import bare_claim
from kb.model.draft import Change
from kb.model.promise import Finding


def together(found: Sequence[Finding], text: str) -> list[Finding]:
    """The findings of one clause, each with a sentence to send that has the changes of all of them."""
    changes = changes_of(text, found)
    return [_with_all(finding, changes, text) for finding in found] if len(changes) > 1 else [*found]


def _with_all(finding: Finding, changes: Sequence[Change], text: str) -> Finding:
    own = changes_of(text, [finding])
    alone = _claim(finding, own, text)
    if not set(own) <= set(changes) or not own or not finding.write.startswith(alone):
        return finding
    return finding._replace(write=_claim(finding, changes, text) + finding.write[len(alone) :])


def _claim(finding: Finding, changes: Iterable[Change], text: str) -> str:
    """The claim with the changes in it, as the sentence to send begins."""
    start, end = finding.start, finding.end
    within = [Change(one.start - start, one.end - start, one.instead) for one in changes]
    return bare_claim(corrected(text[start:end], within))
