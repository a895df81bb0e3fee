"""The screen of `kb promise`: what to change, what to ask, what is fine; neither checks nor prints."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from pathlib import PurePath

from kb.model.checked_draft import CheckedDraft
from kb.model.draft import Draft
from kb.model.promise import OVER, SAFE, UNKNOWN, Finding, Otherwise
from kb.render import page
from kb.render.page import Line, Page, Span, cut, line, line_width, two_sided, wrapped
from kb.text import safe_line

WORDS = {OVER: "CHANGE", UNKNOWN: "ASK", SAFE: "FINE"}
"""What a salesperson reads for each verdict."""

_STYLES = {OVER: page.WARNING, UNKNOWN: page.LABEL, SAFE: page.FIGURE}
_HANG = 10
"""The column at which what is said stands."""

_LONGEST_CLAIM = 160
_MOST_OTHERS = 3
"""So many are of use at the telephone; JSON has all."""


Desks = Mapping[str, tuple[str, str]]
"""The name of each desk and the shortest way to reach it, by its key."""


def promise_page(
    found: Sequence[CheckedDraft], desks: Desks, *, explain: bool, width: int, terminal: bool = False
) -> Page:
    """What a salesperson reads after a check: each draft with its findings, in the order of the text.

    What may be sent as it is is told by its lines, or each with the number behind it where `explain` is said.
    """
    room = page.page_width(width, terminal=terminal)
    parts = [list(_draft(each, desks, room, explain=explain)) for each in found]
    return Page(tuple(text for at, part in enumerate(parts) for text in (*([()] if at else []), *part)))


def count_words(findings: Iterable[Finding]) -> str:
    """`CHANGE 3  ASK 1  FINE 5`; what there is none of is not told."""
    verdicts = [finding.verdict for finding in findings]
    return "  ".join(f"{word} {verdicts.count(verdict)}" for verdict, word in WORDS.items() if verdict in verdicts)


def _draft(found: CheckedDraft, desks: Desks, width: int, *, explain: bool) -> Iterator[Line]:
    draft, checked = found.draft, found.checked
    for note in draft.notes:
        yield from wrapped(line(note, page.QUIET), width)
    if not checked.findings:
        yield from _nothing(draft, width)
        return
    alone = not draft.name and len(checked.findings) == 1
    read_as = f"Read as: {checked.read_as}" if checked.read_as else ""
    if not alone:
        counts = (Span(count_words(checked.findings), page.FIGURE),)
        name = cut(PurePath(draft.name).name or "The draft", width - line_width(counts) - 2)
        yield from two_sided([(Span(name, page.TITLE),)], counts, width)
        yield from wrapped(line(read_as, page.QUIET), width)
    yield from _findings(found, desks, width, explain=explain, alone=alone)
    if alone:
        yield from wrapped(line(read_as, page.QUIET), width)


def _nothing(draft: Draft, width: int) -> list[Line]:
    words = "Nothing in it is a promise." if draft.text.strip() else "There is nothing in it to read."
    name = f"{PurePath(draft.name).name}: " if draft.name else ""
    return wrapped((Span(name, page.TITLE), Span(words)), width)


def _findings(found: CheckedDraft, desks: Desks, width: int, *, explain: bool, alone: bool) -> Iterator[Line]:
    told = [each for each in found.checked.findings if explain or alone or each.verdict != SAFE]
    for number, finding in enumerate(told, 1):
        if not alone:
            yield ()
        place = found.draft.told(finding.line) if found.draft.name or "\n" in found.draft.text else ""
        yield from _finding(finding, desks, width, number=0 if alone else number, place=place)
        if explain:
            yield from _explained(finding, width)
    fine = [finding.line for finding in found.checked.findings if finding.verdict == SAFE]
    if fine and not explain and not alone:
        yield ()
        label = (Span(WORDS[SAFE], _STYLES[SAFE]),)
        places = places_told(found.draft, fine)
        more = (Span("(--explain shows each)", page.QUIET),)
        yield from two_sided(wrapped([Span(places)], width, label=label, hang=_HANG), more, width)


def _finding(finding: Finding, desks: Desks, width: int, *, number: int, place: str) -> Iterator[Line]:
    mark = f"{number} " if number else ""
    label = (Span(mark), Span(WORDS[finding.verdict], _STYLES[finding.verdict]))
    claim = Span(f"“{cut(finding.claim, _LONGEST_CLAIM)}”")
    lines = wrapped([claim], max(width - len(place) - 2, 1) if place else width, label=label, hang=_HANG)
    yield from _with_place(lines, place, width)
    yield from _row(_of_what_to_write(finding), finding.write, width, style=page.FIGURE)
    yield from _row("because", _because(finding), width)
    for outcome, conditions in _outcomes(finding).items():
        yield from _row("or", f"if it is {_listed(conditions)}: {outcome}", width)
    if finding.verdict == UNKNOWN:
        yield from _ask(finding, desks, width)


def _of_what_to_write(finding: Finding) -> str:
    """Its label: a number that is no answer to what is open may not be sent instead, and only helps to ask."""
    return "nearest" if finding.verdict == UNKNOWN else "write"


def _outcomes(finding: Finding) -> dict[str, list[str]]:
    """The conditions that lead to each other outcome, in their order; at most three outcomes."""
    found: dict[str, list[str]] = {}
    for other in finding.otherwise:
        outcome = "it may stay as it is" if other.verdict == SAFE else _without_name(other)
        found.setdefault(outcome, []).append(other.condition)
    return dict(islice(found.items(), _MOST_OTHERS))


def _without_name(other: Otherwise) -> str:
    """What may be said then, without the name of the number, which ends with the condition that is told before it."""
    _name, condition, rest = other.write.partition(f"{other.condition}: ")
    return rest if condition else other.write


def _listed(conditions: Sequence[str]) -> str:
    """`rush`, `rush or repeat order`, `rush, repeat order, litho or 7 more`."""
    shown = [*conditions[:_MOST_OTHERS]]
    if len(conditions) > _MOST_OTHERS:
        shown.append(f"{len(conditions) - _MOST_OTHERS} more")
    return " or ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))


def _with_place(lines: list[Line], place: str, width: int) -> Iterator[Line]:
    """The place at the right edge of the first line."""
    first, *rest = lines
    if place:
        gap = max(width - line_width(first) - len(place), 2)
        first = (*first, Span(" " * gap), Span(place, page.QUIET))
    yield from (first, *rest)


def _because(finding: Finding) -> str:
    """The number behind it, and for what is open why it is so."""
    number = f"{finding.number} ({finding.article})" if finding.article else finding.number
    behind = ", ".join(finding.because) or number
    if finding.verdict == SAFE or (finding.verdict == OVER and behind):
        return behind
    return "; ".join(filter(None, (finding.reason, behind)))


def _ask(finding: Finding, desks: Desks, width: int) -> Iterator[Line]:
    """Whom to ask, and the command that asks; what nobody has written about may also be left out.

    A command that does not fit beside it is never broken, for it is copied as one line.
    """
    who = ", ".join(filter(None, desks.get(finding.desk, ())))
    told = (Span(f"{safe_line(who) or 'Leave it out'}, or  " if finding.ask else safe_line(who)),)
    command = line(f"kb ask {quoted(finding.ask)}", page.COMMAND) if finding.ask else ()
    if _HANG + line_width(told) + line_width(command) <= width:
        yield from wrapped((*told, *command), width, label=_label("ask"), hang=_HANG)
        return
    yield from wrapped(told, width, label=_label("ask"), hang=_HANG)
    yield (Span(" " * _HANG), *command) if _HANG + line_width(command) <= width else command


def quoted(question: str) -> str:
    """The question in double quotes, without what a shell would make of it.

    >>> quoted('Is it $5 for "gold" foil?')
    '"Is it 5 for gold foil?"'
    """
    words = "".join(sign for sign in safe_line(question) if sign not in '"$`\\!“”„')
    return f'"{" ".join(words.split())}"'


def _explained(finding: Finding, width: int) -> Iterator[Line]:
    number = f"{finding.number} ({finding.article})" if finding.number and finding.because else ""
    yield from _row("number", number, width, style=page.QUIET)
    yield from _row("matched", ", ".join(finding.matched), width, style=page.QUIET)
    yield from _row("counted", f"from {finding.counted_from}" if finding.counted_from else "", width, style=page.QUIET)
    yield from _row("reason", finding.reason, width, style=page.QUIET)


def _row(label: str, text: str, width: int, *, style: str = page.PLAIN) -> list[Line]:
    return wrapped(line(text, style), width, label=_label(label), hang=_HANG)


def _label(word: str) -> Line:
    return Span("  "), Span(word, page.LABEL)


def places_told(draft: Draft, places: Iterable[int]) -> str:
    """Places of a draft in words: `lines 4, 6 to 8`, `paragraph 3; table 1, row 2; footer`."""
    all_of_them = sorted(set(places))
    counted = [place for place in all_of_them if place not in draft.called]
    words = f"{draft.counts}{'s' if len(counted) > 1 else ''} {_stretches(counted)}" if counted else ""
    called = dict.fromkeys(draft.called[place] for place in all_of_them if place in draft.called)
    return "; ".join(filter(None, (words, *called)))


def _stretches(places: Iterable[int]) -> str:
    """`4, 6 to 8, 12`."""
    told: list[str] = []
    for _, group in groupby(enumerate(sorted(set(places))), key=lambda pair: pair[1] - pair[0]):
        run = [place for _, place in group]
        told += [f"{run[0]} to {run[-1]}"] if len(run) > 2 else map(str, run)  # noqa: PLR2004 - two are as short
    return ", ".join(told)
