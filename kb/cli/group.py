"""The group of all commands, which imports a command's module only when it is called."""

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from kb.cli.commands import COMMANDS, PANELS
from kb.cli.options import add_common
from kb.errors import UsageError

ClickException: Any = next(kind for kind in typer.BadParameter.__mro__ if kind.__name__ == "ClickException")
"""What the library raises for words that make no sense to it; it has no public name there."""


class LazyGroup(TyperGroup):
    """All commands of COMMANDS."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002 - the library's signature
        """Their names, in the order of COMMANDS."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> TyperCommand | None:  # noqa: ANN401, ARG002
        """The command; None where there is none of that name."""
        entry = COMMANDS.get(cmd_name)
        if entry is None:
            return None
        app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
        settings = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
        app.command(cmd_name, context_settings=settings, short_help=entry.help)(import_module(entry.module).run)
        command = typer.main.get_command(app)
        if not isinstance(command, TyperCommand):  # pragma: no cover - one function makes one command
            raise TypeError(cmd_name)
        return add_common(command)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 - the library's signature
        """The command that the arguments begin with. Raises `UsageError` that names the nearest."""
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            raise _no_command(args)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401, ARG002
        """The commands by panel; nothing is imported for that."""
        for panel in PANELS:
            rows = [(name, entry.help) for name, entry in COMMANDS.items() if entry.panel == panel]
            with formatter.section(panel):
                formatter.write_dl(rows)


def _no_command(args: list[str]) -> UsageError:
    from kb.words.near import did_you_mean  # noqa: PLC0415 - only for a mistake

    near = did_you_mean(args[0], COMMANDS)
    words = " ".join(args)
    return UsageError(f"There is no command '{args[0]}'. {near}".strip(), f'To search for it: kb search "{words}"')
