"""`kb lint`: what was written, checked, and the numbers read back."""

import json
from collections.abc import Iterable
from dataclasses import astuple

import typer

from kb.cli import output
from kb.cli.options import session
from kb.library.reading_back import Reading
from kb.model.problem import WARNING, Problem
from kb.session.lint import Report, lint, numbers_read_back
from kb.text import plural


def run(
    read_back: bool = typer.Option(False, "--read-back", help="Say how every number line was understood."),  # noqa: FBT001
    as_json: bool = typer.Option(False, "--json", help="One JSON object, for scripts."),  # noqa: FBT001
) -> None:
    """Check what was written, and read the numbers back.

    Errors make the exit code 1; warnings alone do not.

    \b
    kb lint
    kb lint --read-back
    """
    opened = session()
    report = lint(opened)
    readings = numbers_read_back(opened) if read_back else None
    if as_json:
        output.print_json(_json_line(report, readings))
    else:
        for path, line, sentence in (*map(_shown, report.problems), *(readings or ())):
            output.print_line(f"{path}:{max(line, 1)}: {sentence}")
        output.aside(_summary(report))
    if report.errors:
        raise typer.Exit(1)


def _shown(problem: Problem) -> tuple[str, int, str]:
    marked = f"warning: {problem.sentence}" if problem.severity == WARNING else problem.sentence
    return problem.path, problem.line, marked


def _summary(report: Report) -> str:
    articles = plural(report.articles, "article")
    if not report.problems:
        return f"Nothing to mend in {articles}."
    return f"{plural(report.errors, 'error')}, {plural(report.warnings, 'warning')} in {articles}."


def _json_line(report: Report, readings: Iterable[Reading] | None) -> str:
    """In ASCII alone: nothing is left that a terminal would obey."""
    told: dict[str, object] = {
        "schema": 1,
        "errors": report.errors,
        "warnings": report.warnings,
        "articles": report.articles,
        "problems": [
            {"path": path, "line": line, "severity": severity, "sentence": sentence}
            for path, line, sentence, severity in map(astuple, report.problems)
        ],
    }
    if readings is not None:
        told["readings"] = [reading._asdict() for reading in readings]
    return json.dumps(told).replace("\x7f", "\\u007f")
