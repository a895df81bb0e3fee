"""How the product is made: the steps, and the routes that orders take through them."""

from dataclasses import dataclass

from kb.model.number import Amount


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of `process.yaml`."""

    key: str
    name: str
    short: str = ""
    """For the process strip; the name where none is written."""

    desk: str = ""
    takes: Amount | None = None
    takes_text: str = ""
    """As written: `3 to 5 working days`."""

    what: str = ""
    why: str = ""
    beside: str = ""
    """The step that it starts with; empty when it follows the one before."""

    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """The steps that one kind of order takes inside a promise."""

    for_what: str
    steps: tuple[str, ...]
    """Keys of steps, in order."""

    promised_in: str = ""
    """The slug of the article whose lead time the steps must add up to."""

    line: int = 0


@dataclass(frozen=True, slots=True)
class Process:
    """All of `process.yaml`; without routes all steps are one way."""

    steps: tuple[Step, ...] = ()
    routes: tuple[Route, ...] = ()
