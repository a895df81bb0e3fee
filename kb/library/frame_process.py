"""The steps and routes of `process.yaml`; whether the desks and articles they name exist is checked elsewhere."""

from kb.library.fields import Fields, Notes
from kb.library.yamltree import Listing, Table
from kb.model.number import GIVE, TAKE, Amount
from kb.model.process import Process, Route, Step
from kb.text import fold
from kb.words.amountkinds import read_kind
from kb.words.units import is_time
from kb.words.unreadable import must_refuse, shown

_KEYS = ("steps", "routes")
_STEP_KEYS = ("id", "name", "short", "desk", "takes", "what", "why", "beside")
_ROUTE_KEYS = ("for", "steps", "promised_in")


def read_process(tree: Table | Listing, notes: Notes) -> Process:
    """The steps and the routes, each in the order they are written."""
    if isinstance(tree, Listing):
        notes.error(tree.line, "process.yaml is a list. Write `steps:` above it and indent it.")
        return Process()
    fields = Fields(tree, notes)
    fields.report_unknown(_KEYS)
    steps = _steps(fields.tables("steps"), notes)
    routes = (_route(route, notes) for route in fields.tables("routes"))
    return Process(steps=steps, routes=tuple(route for route in routes if route is not None))


def _steps(tables: tuple[Fields, ...], notes: Notes) -> tuple[Step, ...]:
    """Each step once; of one that stands twice, the first."""
    steps: dict[str, Step] = {}
    for fields in tables:
        step = _step(fields, notes)
        if not step.key:
            notes.error(step.line, "a step has no `id:`. Write `- id: cutting`.")
            continue
        twin = steps.setdefault(fold(step.key), step)
        if twin is not step:
            notes.error(step.line, f"the step '{step.key}' stands on line {twin.line} already. Rename one of them.")
    return tuple(steps.values())


def _step(fields: Fields, notes: Notes) -> Step:
    fields.report_unknown(_STEP_KEYS)
    key, takes = fields.text("id"), fields.text("takes")
    return Step(
        key=key,
        name=fields.text("name") or key,
        short=fields.text("short"),
        desk=fields.text("desk"),
        takes=_amount(takes, fields.line_of("takes"), notes),
        takes_text=takes,
        what=fields.text("what"),
        why=fields.text("why"),
        beside=fields.text("beside"),
        line=fields.line,
    )


def _amount(said: str, line: int, notes: Notes) -> Amount | None:
    """How long a step takes; None where it is not said or cannot be read."""
    if not said:
        return None
    read = read_kind(said)
    refused = must_refuse(said)
    if read and not refused and read.kind in (TAKE, GIVE) and is_time(read.amount.unit):
        return read.amount
    sentence = f"I can't read '{shown(said)}' as the time a step takes. Write it like `takes: 3 to 5 working days`."
    notes.error(line, refused or sentence)
    return None


def _route(fields: Fields, notes: Notes) -> Route | None:
    fields.report_unknown(_ROUTE_KEYS)
    route = Route(
        for_what=fields.text("for"),
        steps=fields.texts("steps"),
        promised_in=fields.text("promised_in"),
        line=fields.line,
    )
    if not route.steps:
        notes.error(route.line, "a route has no `steps:`. Write `steps: [cutting, packing]` below its `for:`.")
        return None
    return route
