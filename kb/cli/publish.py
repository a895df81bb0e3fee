"""`kb publish`: all hand-outs that kb.yaml lists, written into one folder, for those who install nothing."""

import shlex
from pathlib import Path
from typing import Annotated

import typer

from kb.cli import output
from kb.cli.export import parsed
from kb.cli.options import session
from kb.errors import KbError, UsageError
from kb.render.found_json import one_line
from kb.session.publish import FAILED, INDEX_NAME, UNCHANGED, WRITTEN, Listed, Output, publish
from kb.text import plural


def run(
    folder: Annotated[str, typer.Argument(metavar="DIR", help="The folder to write to; it is made if need be.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object, for scripts.")] = False,
) -> None:
    """Write all that `publish:` in kb.yaml lists, and an index.html that leads to it.

    Each line there is a file's name with the options of kb export. What has not changed is not written again; where
    one cannot be made, the file of before stays, the others are written all the same, and the exit code is 2.

    \b
    kb publish /srv/www/kb
    kb publish Z:\\handouts --json
    """
    opened = session()
    lines = opened.library.frame.company.publish
    if not lines:
        raise UsageError("kb.yaml lists nothing under `publish:`.", "Write there, say: publish: [sheet.pdf]")
    outputs = publish(opened, Path(folder), [_listed(line) for line in lines])
    if as_json:
        output.print_json(one_line({"schema": 1, "folder": folder, "outputs": [_object(each) for each in outputs]}))
    else:
        for each in outputs:
            output.print_line(_told(each))
    for each in outputs:
        for note in each.notes:
            output.aside(f"{each.name}: {note}")
    output.aside(_summary(folder, outputs))
    if any(each.status == FAILED for each in outputs):
        raise typer.Exit(2)


def _listed(line: str) -> Listed:
    """A line of the list, read as the words after `kb export`."""
    try:
        words = shlex.split(line)
    except ValueError:
        return Listed(line, None, UsageError(f"'{line}' has a quote that does not end.", "See kb export --help."))
    try:
        name, order = parsed(words)
    except KbError as error:
        return Listed(words[0] if words else line, None, error)
    return Listed(name, order)


def _told(each: Output) -> str:
    if each.status == FAILED:
        kept = f" The file of {each.day.isoformat()} is still there." if each.day else ""
        return f"failed: {each.name}. {each.reason}{kept}"
    return f"{each.status}: {each.name}, {plural(each.answers, 'answer')}"


def _object(each: Output) -> dict[str, object]:
    return {
        "name": each.name,
        "status": each.status,
        "reason": each.reason,
        "answers": each.answers,
        "day": each.day.isoformat() if each.day else None,
        "notes": list(each.notes),
    }


def _summary(folder: str, outputs: tuple[Output, ...]) -> str:
    counts = [(status, sum(each.status == status for each in outputs)) for status in (WRITTEN, UNCHANGED, FAILED)]
    told = ", ".join(f"{count} {status}" for status, count in counts if count)
    return f"{Path(folder) / INDEX_NAME} leads to them: {told}."
