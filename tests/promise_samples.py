"""Sentences and mails with their verdicts, and what the checker makes of them; prints nothing."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

import yaml

from kb.desk.promises import Ground, check_promise, ground_of
from kb.desk.publish import sales_edition
from kb.library.load import load_library
from kb.model.promise import NO_CLAIM, OVER, SAFE, UNKNOWN, Checked
from kb.session.told import told_of

TESTS = Path(__file__).resolve().parent
DATA = TESTS / "data" / "promises"
FOLDERS = {
    "northfold": TESTS.parent / "content",
    "bakery": TESTS / "companies" / "bakery",
    "hosting": TESTS / "companies" / "hosting",
    "northfold2": TESTS.parent / "content",
    "mowers": TESTS / "companies" / "mowers",
    "northfold3": TESTS.parent / "content",
    "stairs": TESTS / "companies" / "stairs",
    "northfold4": TESTS.parent / "content",
    "roastery": TESTS / "companies" / "roastery",
    "northfold5": TESTS.parent / "content",
    "bicycles": TESTS / "companies" / "bicycles",
    "northfold_rules": TESTS.parent / "content",
    "stairs_rules": TESTS / "companies" / "stairs",
    "roastery_rules": TESTS / "companies" / "roastery",
    "bicycles_rules": TESTS / "companies" / "bicycles",
    "bakery2": TESTS / "companies" / "bakery",
    "hosting2": TESTS / "companies" / "hosting",
    "translators": TESTS / "companies" / "translators",
    "northfold6": TESTS.parent / "content",
    "sheetmetal": TESTS / "companies" / "sheetmetal",
}
MAILS = {
    "mails": ("northfold",),
    "mails-trades": ("bakery", "hosting"),
    "mails-bicycles": ("northfold", "bicycles"),
    "mails-translators": ("translators",),
    "mails-sheetmetal": ("sheetmetal",),
}


@dataclass(frozen=True)
class Sample:
    """A sentence with what it should come to."""

    company: str
    say: str
    verdict: str
    article: str | None
    decides: bool
    """Whether the entry says which article decides."""

    day: date


@dataclass
class Report:
    """What the checker made of the sentences of a file."""

    matrix: Counter[tuple[str, str]] = field(default_factory=Counter)
    articles: Counter[bool] = field(default_factory=Counter)
    misses: list[tuple[Sample, Checked]] = field(default_factory=list)

    @property
    def false_safe(self) -> int:
        return sum(count for (wanted, got), count in self.matrix.items() if got == SAFE and wanted != SAFE)

    @property
    def over_called_safe(self) -> int:
        return self.matrix[OVER, SAFE]

    @property
    def verdicts(self) -> float:
        right = sum(count for (wanted, got), count in self.matrix.items() if plain(wanted) == plain(got))
        return right / max(1, sum(self.matrix.values()))

    @property
    def deciding(self) -> float:
        return self.articles[True] / max(1, sum(self.articles.values()))


def plain(verdict: str) -> str:
    """A verdict as it is judged: what claims nothing counts as unknown."""
    return UNKNOWN if verdict == NO_CLAIM else verdict


def ground(company: str) -> Ground:
    return _ground(FOLDERS[company])


@cache
def _ground(folder: Path) -> Ground:
    library = load_library(folder)
    return ground_of(sales_edition(told_of(library).articles), library.frame)


def samples(company: str, *, held: bool = False) -> list[Sample]:
    """The sentences of a company's file."""
    path = DATA / f"{company}{'.held' if held else ''}.yaml"
    if held and not path.exists():
        return []
    read = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [
        Sample(
            company, one["say"], one["verdict"], one.get("article"), "article" in one, one.get("today") or read["today"]
        )
        for one in read["sentences"]
    ]


@cache
def report(company: str, *, held: bool = False) -> Report:
    """Every sentence of a file, checked."""
    found = Report()
    for sample in samples(company, held=held):
        checked = check_promise(sample.say, ground(company), sample.day)
        found.matrix[sample.verdict, checked.verdict] += 1
        right = plain(sample.verdict) == plain(checked.verdict)
        decides = True
        if sample.decides and sample.article and right:
            decides = sample.article in deciding(checked)
            found.articles[decides] += 1
        elif sample.decides and sample.article:
            found.articles[False] += 1
            decides = False
        if not right or not decides:
            found.misses.append((sample, checked))
    return found


def deciding(checked: Checked) -> set[str]:
    """The articles of the findings that make the verdict."""
    return {finding.article for finding in checked.findings if finding.verdict == checked.verdict}


@dataclass
class MailReport:
    """What the checker made of whole mails."""

    planted: int = 0
    found: int = 0
    honest: int = 0
    false_alarms: int = 0
    asks: int = 0
    told: list[str] = field(default_factory=list)


def mail_report(folder: str, *, held: bool) -> MailReport:
    """Every mail of a folder that is held, or that is not."""
    read = yaml.safe_load((DATA / folder / "expected.yaml").read_text(encoding="utf-8"))
    found = MailReport()
    for one in read["mails"]:
        if bool(one.get("held")) != held:
            continue
        company = next((name for name in MAILS[folder] if one["file"].startswith(name)), MAILS[folder][0])
        company = one.get("company", company)
        text = (DATA / folder / one["file"]).read_text(encoding="utf-8")
        checked = check_promise(text, ground(company), one.get("today") or read["today"])
        _count(found, one, checked)
    return found


def _count(found: MailReport, one: dict[str, object], checked: Checked) -> None:
    over = [finding for finding in checked.findings if finding.verdict == OVER]
    wanted = one.get("over") or []
    assert isinstance(wanted, list)
    lines = {planted["line"] for planted in wanted}
    found.planted += len(wanted)
    for planted in wanted:
        hit = any(finding.line <= planted["line"] <= finding.line + finding.claim.count("\n") for finding in over)
        found.found += hit
        if not hit:
            found.told.append(f"{one['file']}:{planted['line']}: not found: {planted['words']}")
    if one.get("honest"):
        found.honest += 1
    extra = [
        finding
        for finding in over
        if not lines & set(range(finding.line, finding.line + finding.claim.count("\n") + 1))
    ]
    asks = [finding for finding in checked.findings if finding.verdict == UNKNOWN]
    found.false_alarms += len(extra)
    found.asks += len(asks) if one.get("honest") else 0
    for finding in (*extra, *(asks if one.get("honest") else ())):
        place = f"{one['file']}:{finding.line}: {finding.verdict} {finding.article}"
        found.told.append(f"{place}: {finding.claim!r} ({finding.reason}; {finding.number})")


def all_reports(*, held: bool = False) -> Iterator[tuple[str, Report]]:
    for company in FOLDERS:
        yield company, report(company, held=held)
