"""The command line's front door: finds the command, runs it, and prints every error in one place."""

import os
import signal
import sys
from collections.abc import Sequence
from types import FrameType
from typing import Any, NoReturn

import typer

from kb.cli import options
from kb.cli.commands import COMMANDS
from kb.cli.group import ClickException, LazyGroup
from kb.errors import KbError
from kb.text import safe_text

INTERRUPTED = 130


def common(
    context: typer.Context,
    *,
    content: options.ContentOption = None,
    today: options.TodayOption = None,
    plain: options.PlainOption = False,
    version: options.VersionOption = False,
) -> None:
    """What production can honestly do, in words that sales can say.

    Start with: kb search "lead time"
    """
    options.chosen.content, options.chosen.today, options.chosen.plain = content, today, plain
    if version:
        _print_version()
    elif context.invoked_subcommand is None:
        _alone(context.get_help())


def _alone(help_text: str) -> None:
    """Bare `kb`: on a terminal a place to type questions, elsewhere help and how the knowledge base stands."""
    from kb.cli.prompt import can_talk, talk  # noqa: PLC0415 - only bare `kb` needs it
    from kb.cli.welcome import welcome  # noqa: PLC0415 - as above

    if can_talk():
        talk()
    else:
        welcome(help_text)


def application(arguments: Sequence[str]) -> Any:  # noqa: ANN401 - the library has no public name for a command
    """The command line. The options that install completion are left out where a command's name says they can't come.

    Making them costs every search 3 ms; help, and the completion itself, have them.
    """
    called = bool(arguments) and arguments[0] in COMMANDS and not options.completing()
    app = typer.Typer(
        cls=LazyGroup,
        name="kb",
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=not called,
        invoke_without_command=True,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    app.callback()(common)
    return typer.main.get_command(app)


def entry() -> NoReturn:
    """Runs `kb` with the process's own arguments and ends the process at once.

    What Python does at its end, module by module, takes 1.5 times as long as `python -c pass`; by then every file is
    closed and every stream flushed. mypy ends so too.
    """
    code = run(sys.argv[1:])
    sys.stderr.flush()
    os._exit(code)


def main(arguments: Sequence[str]) -> NoReturn:
    """Runs `kb` with the arguments and leaves with its exit code."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str]) -> int:
    """The exit code of `kb` with the arguments; everything that it printed has gone out."""
    _prepare_streams()
    _leave_cleanly_on_signals()
    return _finish(_run(list(arguments)))


def _run(arguments: list[str]) -> int:
    """The exit code; this is the place where errors are printed."""
    options.forget()
    if arguments[:1] == ["help"]:
        named = arguments[1:2]
        arguments = [*named, "--help"] if COMMANDS.keys() >= set(named) else named
    try:
        code = int(application(arguments).main(args=arguments, prog_name="kb", standalone_mode=False) or 0)
        return _say_stopped() if code == INTERRUPTED else code
    except KbError as error:
        return _say(error.exit_code, error.sentence, error.way_out)
    except ClickException as error:
        return _say_usage(error)
    except (typer.Abort, KeyboardInterrupt):
        return _say_stopped()
    except Exception as error:  # noqa: BLE001 - no traceback is ever shown
        return _say_unforeseen(error)


def _say(code: int, sentence: str, way_out: str = "") -> int:
    sys.stderr.write(safe_text("\n".join(filter(None, (f"kb: {sentence}", way_out)))) + "\n")
    return code


def _say_stopped() -> int:
    """On a terminal below what was asked, or the ^C that the terminal shows."""
    sys.stderr.write("\n" if sys.stderr.isatty() else "")
    return _say(INTERRUPTED, "Stopped.")


def _say_unforeseen(error: Exception) -> int:
    """What the world did, or what kb did wrong itself."""
    if isinstance(error, BrokenPipeError):
        return 0
    if isinstance(error, OSError):
        what = error.filename or "The output"
        return _say(
            2, f"{what} could not be written or read: {error.strerror or error}.", "Check space and permissions."
        )
    from kb.cli.crash import keep_crash  # noqa: PLC0415 - hopefully never

    return _say(2, "kb has stumbled over a mistake of its own.", keep_crash(error))


def _say_usage(error: ClickException) -> int:
    context: Any = getattr(error, "ctx", None)
    command = context.command_path if context else "kb"
    example = _example(context)
    hint = f"Such as: {example}\nSee: {command} --help" if example else f"See: {command} --help"
    if "No such option: -" in error.format_message() and sys.argv[-1:] != ["--"]:
        hint = f'{hint}   (words that begin with - go behind --: {command} -- "-5 degrees")'
    return _say(2, error.format_message(), hint)


def _example(context: Any) -> str:  # noqa: ANN401 - the library has no public name for it
    """The first example of the command's help."""
    told = (getattr(context.command, "help", None) or "") if context else ""
    lines = (line.strip() for line in told.splitlines())
    return next((line for line in lines if line.startswith(f"{context.command_path} ")), "")


def _prepare_streams() -> None:
    """UTF-8 or not, nothing that is printed may fail; a closed stream swallows what is written."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - until the process ends
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")


def _leave_cleanly_on_signals() -> None:
    """SIGTERM and SIGHUP let `finally` run, as Ctrl-C does."""

    def leave(_number: int, _frame: FrameType | None) -> NoReturn:
        raise KeyboardInterrupt

    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), leave)


def _finish(code: int) -> int:
    """The code, once everything that was printed has gone out."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_stdout()
    except (OSError, ValueError) as error:
        _drop_stdout()
        return _say(2, f"The output could not be written or read: {getattr(error, 'strerror', None) or error}.")
    return code


def _drop_stdout() -> None:
    """What is left in the buffer goes nowhere, without a word from Python at its end."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115 - it ends with the process


def _print_version() -> None:
    from importlib.metadata import version  # noqa: PLC0415 - only here

    typer.echo(f"kb {version('product-kb')}")
