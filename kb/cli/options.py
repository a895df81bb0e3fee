"""The options that every command takes, before or behind its name, and the session that they open."""

from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperOption

from kb.session.opening import Surroundings, open_session, surroundings
from kb.session.session import Session


class Chosen:
    """What the user chose for this run."""

    content: str | None = None
    today: str | None = None
    plain: bool = False


chosen = Chosen()
"""One process runs one command; `forget` sets it back."""


def forget() -> None:
    """Sets the choices back to none."""
    chosen.content, chosen.today, chosen.plain = None, None, False


def session(*, even_absent: bool = False) -> Session:
    """The session on the content folder that was chosen or found; see `open_session`. Raises `NoContentError`."""
    return open_session(chosen.content, chosen.today, even_absent=even_absent)


def world() -> Surroundings:
    """Clock, chance and environment for a command that needs no content folder."""
    return surroundings(chosen.today)


def completing() -> bool:
    """Whether a shell asks how a word may go on."""
    return "_KB_COMPLETE" in world().environ


def add_common(command: TyperCommand) -> TyperCommand:
    """The command, which takes the common options behind its name too; help shows them once, in `kb --help`."""
    command.params += [
        _common("--content", str, "DIR"),
        _common("--today", str, "DATE"),
        _common("--plain", bool, None),
    ]
    return command


def _common(flag: str, kind: type, metavar: str | None) -> TyperOption:
    def keep(_context: object, _parameter: object, value: Any) -> None:  # noqa: ANN401 - the library's signature
        if value:
            setattr(chosen, flag.removeprefix("--"), value)

    return TyperOption(
        param_decls=[flag],
        type=kind,
        is_flag=kind is bool,
        metavar=metavar,
        callback=keep,
        expose_value=False,
        hidden=True,
        required=False,
        default=None,
    )


ContentOption = Annotated[
    str | None,
    typer.Option("--content", metavar="DIR", help="The content folder (else KB_CONTENT, else found from here)."),
]
TodayOption = Annotated[
    str | None, typer.Option("--today", metavar="DATE", help="The day that answers are for, such as 2026-12-01.")
]
PlainOption = Annotated[bool, typer.Option("--plain", help="No colours, also on a terminal.")]
VersionOption = Annotated[bool, typer.Option("--version", help="Print the version.")]
