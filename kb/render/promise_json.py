"""What a check found as JSON, one object, for scripts; what a person reads is not made here."""

from collections.abc import Sequence
from typing import Any

from kb.model.checked_draft import CheckedDraft
from kb.model.promise import OVER, SAFE, UNKNOWN, Finding
from kb.render.found_json import SCHEMA, one_line


def promise_object(found: Sequence[CheckedDraft], verdict: str) -> dict[str, Any]:
    """All drafts with their findings, under the keys that scripts rely on; whole also where nothing was found."""
    return {
        "schema": SCHEMA,
        "verdict": verdict,
        "findings": [_finding(finding, each) for each in found for finding in each.checked.findings],
        "read_as": " ".join(dict.fromkeys(each.checked.read_as for each in found)),
        "files": [_file(each) for each in found],
    }


def promise_line(found: Sequence[CheckedDraft], verdict: str, **more: object) -> str:
    """The same on one line; `more` are further keys."""
    return one_line({**promise_object(found, verdict), **more})


def _file(found: CheckedDraft) -> dict[str, Any]:
    verdicts = [finding.verdict for finding in found.checked.findings]
    return {
        "file": found.draft.name or None,
        "verdict": found.checked.verdict,
        "read_as": found.checked.read_as,
        "over": verdicts.count(OVER),
        "unknown": verdicts.count(UNKNOWN),
        "safe": verdicts.count(SAFE),
        "notes": list(found.draft.notes),
    }


def _finding(finding: Finding, found: CheckedDraft) -> dict[str, Any]:
    return {
        "verdict": finding.verdict,
        "claim": finding.claim,
        "line": finding.line,
        "article": finding.article or None,
        "number": finding.number or None,
        "allowed": finding.allowed or None,
        "write": finding.write or None,
        "ask": finding.ask or None,
        "file": found.draft.name or None,
        "counts": found.draft.counts,
        "place": found.draft.told(finding.line),
        "because": list(finding.because),
        "otherwise": [
            {"condition": each.condition, "verdict": each.verdict, "write": each.write} for each in finding.otherwise
        ],
        "desk": finding.desk or None,
        "matched": list(finding.matched),
        "reason": finding.reason,
        "counted_from": finding.counted_from or None,
        "start": finding.start,
        "end": finding.end,
        "replaces": list(finding.replaces) if finding.replaces else None,
        "instead": finding.instead if finding.replaces else None,
    }
