"""`kb promise`: a sentence or a draft offer, checked against what production says it can do."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from kb.cli import output
from kb.cli.options import session as open_session
from kb.errors import UnreadableError, UsageError
from kb.model.checked_draft import CheckedDraft
from kb.model.draft import Draft
from kb.model.promise import OVER, UNKNOWN, Finding
from kb.session.draft import draft_of, matching, not_read, read_draft, spoken, with_attached
from kb.session.promise import Checker, verdict_of
from kb.session.session import Session
from kb.settings import MAX_DRAFT_FILE_BYTES
from kb.text import plural, safe_line

if TYPE_CHECKING:
    from kb.session.corrected import Corrected

STDIN = "-"


def run(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="SENTENCE", help="What you are about to promise; - reads it.", show_default=False),
    ] = None,
    *,
    files: Annotated[
        list[str] | None,
        typer.Option("--file", metavar="FILE", help="A draft: txt, md, eml, html or docx. May be given several times."),
    ] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Also what is fine, and how each was read.")] = False,
    corrected: Annotated[
        str, typer.Option("--corrected", metavar="FILE", help="Write the draft there, with the changes in it.")
    ] = "",
    force: Annotated[bool, typer.Option("--force", help="Write over the file of --corrected.")] = False,
    limits: Annotated[bool, typer.Option("--limits", help="All numbers as they are today, for the wall.")] = False,
    reader: Annotated[str, typer.Option("--for", metavar="WHO", help="With --limits: sales or customer.")] = "",
    out: Annotated[str, typer.Option("--out", metavar="FILE", help="With --limits: write them as a PDF.")] = "",
    paper: Annotated[str, typer.Option("--paper", metavar="PAPER", help="With --out: a4 or letter.")] = "a4",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object, for scripts.")] = False,
) -> None:
    """Check what you are about to promise against production's numbers, as they are today.

    It tells what to change and what to write instead, what to ask and whom, and what is fine.

    \b
    kb promise "2,000 printed boxes in two weeks"
    kb promise --file offer.docx --corrected offer-checked.docx
    kb promise - < mail.txt
    kb promise --limits --out wall.pdf

    Exit code 0: nothing to change or to ask. 1: something to change or to ask. 2: could not check it.
    """
    opened = open_session()
    if limits:
        from kb.cli.limits import show_limits  # noqa: PLC0415 - another question

        show_limits(opened, reader, out=out, paper=paper, as_json=as_json, alone=not (words or files or corrected))
        return
    if reader or out:
        raise UsageError(f"{'--for' if reader else '--out'} goes with --limits.", "kb promise --limits --out wall.pdf")
    drafts, unread = _drafts(words or [], files or [], alone=bool(corrected))
    found = _checked(opened, drafts, corrected, force=force, explain=explain, as_json=as_json)
    if unread:
        raise UnreadableError(*unread)
    raise typer.Exit(1 if verdict_of(found) in (OVER, UNKNOWN) else 0)


def _drafts(words: Sequence[str], files: Sequence[str], *, alone: bool) -> tuple[tuple[Draft, ...], tuple[str, ...]]:
    """What is to be checked, and the sentence and the way out for files that cannot be read beside others.

    Words behind --file are files too, as a shell writes `--file *.txt`. What is attached to a mail is checked too,
    unless the mail `alone` is to be written anew.
    """
    if files:
        named = [name for given in (*files, *words) for name in matching(given)]
        return _read(named, alone=alone)
    if list(words) == [STDIN]:
        return _whole(_stdin(), alone=alone), ()
    if not words:
        raise UsageError(
            "What are you about to promise?",
            'Say it: kb promise "2,000 boxes in two weeks"\nOr name a draft: kb promise --file FILE\n'
            "Or paste it: kb promise -",
        )
    return (spoken(" ".join(words)),), ()


def _read(names: Sequence[str], *, alone: bool) -> tuple[tuple[Draft, ...], tuple[str, ...]]:
    drafts: list[Draft] = []
    unread: list[UnreadableError] = []
    for name in names:
        try:
            drafts += _whole(_stdin() if name == STDIN else read_draft(name), alone=alone)
        except UnreadableError as error:
            unread.append(error)
    if unread and not drafts:
        raise unread[0]
    sentences = " ".join(error.sentence for error in unread)
    return tuple(drafts), (f"Not checked: {sentences}", unread[0].way_out) if unread else ()


def _whole(draft: Draft, *, alone: bool) -> tuple[Draft, ...]:
    if alone:
        return (draft._replace(notes=(*draft.notes, *not_read([name for name, _ in draft.attached]))),)
    return with_attached(draft)


def _checked(
    opened: Session, drafts: Sequence[Draft], corrected: str, *, force: bool, explain: bool, as_json: bool
) -> tuple[CheckedDraft, ...]:
    if corrected and len(drafts) > 1:
        raise UsageError("--corrected writes one draft.", "Check them one by one.")
    if corrected:
        from kb.session.corrected import refuse_ending  # noqa: PLC0415 - only where it is asked for

        refuse_ending(drafts[0], corrected)
    checker = Checker(opened)
    found = tuple(map(checker.check, drafts))
    written = _write(found[0], corrected, force=force) if corrected else None
    if as_json:
        from kb.render.promise_json import promise_line  # noqa: PLC0415 - one of two ways

        more = {"corrected": _object(written)} if written else {}
        output.print_json(promise_line(found, verdict_of(found), **more))
    else:
        from kb.render.promise import promise_page  # noqa: PLC0415 - one of two ways

        terminal = output.on_terminal()
        output.show(promise_page(found, checker.desks, explain=explain, width=output.width(), terminal=terminal))
    if written:  # last, so that a long page does not push it off the screen
        output.aside(f"\nWritten: {safe_line(str(written.file))}, with {plural(len(written.changes), 'change')} in it.")
        tell_left(found[0], written.left)
    return found


def _write(found: CheckedDraft, name: str, *, force: bool) -> "Corrected":
    from kb.session.corrected import write_corrected  # noqa: PLC0415 - only where it is asked for

    return write_corrected(found, name, force=force)


def _object(written: "Corrected") -> dict[str, object]:
    left = [finding.line for finding in written.left]
    return {"file": str(written.file), "changes": len(written.changes), "by_hand": left}


def tell_left(found: CheckedDraft, left: Sequence[Finding]) -> None:
    """Says what a corrected draft still holds: what must be changed by hand, and what must be asked first."""
    from kb.render.promise import places_told  # noqa: PLC0415 - only where a draft was corrected

    draft = found.draft
    for finding in left:
        instead = f" ({safe_line(finding.write)})" if finding.write else ""
        output.aside(f"To be changed by hand, {draft.told(finding.line)}: {safe_line(finding.claim)}{instead}")
    unasked = {finding.line for finding in found.checked.findings if finding.verdict == UNKNOWN}
    if unasked:
        output.aside(f"Left as it is, and to be asked about first: {places_told(draft, unasked)}.")


def _stdin() -> Draft:
    """What comes in, whole."""
    if sys.stdin.isatty():
        output.aside("Paste the draft. Ctrl-D on a line of its own ends it.")
    binary = getattr(sys.stdin, "buffer", None)
    data = binary.read(MAX_DRAFT_FILE_BYTES + 1) if binary else sys.stdin.read().encode("utf-8", "surrogateescape")
    return draft_of("", data)
