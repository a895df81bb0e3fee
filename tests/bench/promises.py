"""Prints how `kb promise` does on the sentences and mails in `tests/data/promises`: matrix, shares, every miss.

    python tests/bench/promises.py [northfold|bakery|hosting …] [--held] [--mails]

`--held` runs the sentences and mails that nobody looks at, and prints their totals only.
"""
# ruff: noqa: T201 - it prints figures

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[2])]

from promise_samples import FOLDERS, MAILS, MailReport, Report, mail_report, report  # noqa: E402 - the path comes first

VERDICTS = ("over", "safe", "unknown", "none")


def main(arguments: list[str]) -> None:
    """Prints the report of the files that are named, or of all."""
    held = "--held" in arguments
    for company in [name for name in arguments if name in FOLDERS] or FOLDERS:
        tell(company, report(company, held=held), held=held)
    for folder in MAILS:
        tell_mails(folder, mail_report(folder, held=held), held=held)


def tell(company: str, found: Report, *, held: bool) -> None:
    """One file: totals, matrix, and (not of held ones) each miss."""
    count = sum(found.matrix.values())
    print(
        f"{company}: {count} sentences, verdict right {found.verdicts:.1%}, "
        f"deciding article right {found.deciding:.1%}, "
        f"over-promises called safe {found.over_called_safe}, called safe and not {found.false_safe}"
    )
    print("  wanted      " + "".join(f"{verdict:>9}" for verdict in VERDICTS))
    for wanted in VERDICTS:
        print(f"  {wanted:<12}" + "".join(f"{found.matrix[wanted, got]:>9}" for got in VERDICTS))
    for sample, checked in () if held else found.misses:
        told = "; ".join(
            f"{one.verdict} {one.article}: {one.reason} [{one.number[:60]}] {one.matched}" for one in checked.findings
        )
        print(f"  {sample.verdict} {sample.article or '-'} -> {checked.verdict}: {sample.say}  ({sample.day})")
        print(f"      {told}")


def tell_mails(folder: str, found: MailReport, *, held: bool) -> None:
    """The mails of a folder: what was found of what was planted, false alarms, questions."""
    print(
        f"{folder}: {found.found} of {found.planted} planted found on their line, {found.false_alarms} false alarms, "
        f"{found.asks} questions in {found.honest} honest mails"
    )
    for line in () if held else found.told:
        print(f"  {line}")


if __name__ == "__main__":
    main(sys.argv[1:])
