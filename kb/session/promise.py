"""Checks drafts against the company's numbers as they are on the day; reads none from a file and prints nothing."""

from collections.abc import Sequence

from kb.desk.promises import check_promise
from kb.model.checked_draft import CheckedDraft
from kb.model.draft import Draft
from kb.model.promise import NO_CLAIM, OVER, SAFE, UNKNOWN, Checked
from kb.session.basis import basis_of
from kb.session.session import Session
from kb.words.quoting import quoted_lines

_WORST_FIRST = (OVER, UNKNOWN, SAFE)


class Checker:
    """The company's numbers as they are on the session's day, made ready once for one draft or many."""

    def __init__(self, session: Session) -> None:
        self._day = session.today
        basis = basis_of(session)
        self._ground = basis.ground
        self.desks = basis.desks
        """Name and extension of each desk, by its key."""

    def check(self, draft: Draft) -> CheckedDraft:
        """The draft with its findings, whose lines are those of its file."""
        checked = check_promise(draft.text, self._ground, self._day)
        noted = draft._replace(notes=(*draft.notes, *_quoting(draft)))
        return CheckedDraft(noted, _placed(draft, checked) if draft.places else checked)


def verdict_of(checked: Sequence[CheckedDraft]) -> str:
    """The verdict of all together: the worst."""
    found = {each.checked.verdict for each in checked}
    return next((verdict for verdict in _WORST_FIRST if verdict in found), NO_CLAIM)


def _quoting(draft: Draft) -> tuple[str, ...]:
    """That some of a draft is another mail, and was not checked."""
    stretches = [(draft.place(first), draft.place(last)) for first, last in quoted_lines(draft.text)]
    if not stretches:
        return ()
    told = ", ".join(f"{first}" if first == last else f"{first} to {last}" for first, last in stretches)
    lines = draft.counts if len(stretches) == 1 and len(set(stretches[0])) == 1 else f"{draft.counts}s"
    return (f"Quoted from another mail, so not checked: {lines} {told}.",)


def _placed(draft: Draft, checked: Checked) -> Checked:
    findings = tuple(finding._replace(line=draft.place(finding.line)) for finding in checked.findings)
    return checked._replace(findings=findings)
