"""The process as a strip of steps for the sheet's template: which stand side by side, which lie inside the promise."""

from collections.abc import Mapping, Sequence
from typing import TypedDict

from kb.model.number import Number
from kb.model.on_paper import Changed
from kb.model.published import CustomerProcess, CustomerStep, SalesProcess, SalesStep
from kb.render.figures import as_now, figures_of, range_text
from kb.render.printable import printable


class Station(TypedDict):
    """One step of the strip."""

    name: str
    takes: str
    inside: bool


class Strip(TypedDict):
    """One way through production."""

    columns: list[list[Station]]
    """In order; the steps of one column run beside each other."""

    promise: str
    """`New printed box: 15–18 working days, from approved proof`; empty where nothing is promised. Where it is not as
    usual it says both, since the steps above it are the usual ones."""

    before: str
    after: str


def strips(
    processes: Sequence[SalesProcess] | Sequence[CustomerProcess], changed: Mapping[Number, Changed] | None = None
) -> list[Strip]:
    """One strip a process that has steps; a promise that is `changed` says so."""
    return [_strip(process, changed or {}) for process in processes if process.steps]


def _strip(process: SalesProcess | CustomerProcess, changed: Mapping[Number, Changed]) -> Strip:
    promise = _promise(process, changed)
    columns = _columns(process.steps)
    inside = [column[0]["inside"] for column in columns]
    return Strip(
        columns=columns,
        promise=promise,
        before="before the clock starts" if promise and not inside[0] else "",
        after="after the promise" if promise and not inside[-1] else "",
    )


def _columns(steps: Sequence[CustomerStep]) -> list[list[Station]]:
    columns: dict[str, list[Station]] = {}
    first_beside: dict[str, str] = {}
    for step in steps:
        first_beside[step.key] = first_beside.get(step.beside, step.key)
        columns.setdefault(first_beside[step.key], []).append(_station(step))
    return list(columns.values())


def _station(step: CustomerStep) -> Station:
    return Station(
        name=printable(step.short),
        takes=printable(range_text(step.takes, step.takes_text)).replace("working day", "day"),
        inside=step.promised if isinstance(step, SalesStep) else True,
    )


def _promise(process: SalesProcess | CustomerProcess, changed: Mapping[Number, Changed]) -> str:
    if process.promise is None:
        return ""
    figures, _ = figures_of([process.promise])
    time = ", ".join(filter(None, (_time(process.promise, changed), figures[0]["terms"])))
    what = process.for_what[:1].upper() + process.for_what[1:]
    return printable(f"{what}: {time}" if what else time)


def _time(promise: Number, changed: Mapping[Number, Changed]) -> str:
    """`15–18 working days`, `now 20–23 working days (normally 15–18)`."""
    figure = figures_of([promise])[0][0]
    usual = f"{figure['big']} {figure['unit']}".strip()
    if promise not in changed or changed[promise].amount == promise.amount:
        return usual
    now = figures_of([as_now(promise, changed[promise])])[0][0]
    same = now["unit"] == figure["unit"]
    return f"now {now['big']} {now['unit']} (normally {figure['big'] if same else usual})"
