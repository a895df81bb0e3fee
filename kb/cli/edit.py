"""`kb edit`: one answer in the editor, checked when it comes back, and both versions kept when two changed it."""

import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from kb.cli import output
from kb.cli.asking import can_ask, says_yes
from kb.cli.options import session as open_session
from kb.errors import KbError
from kb.files import private_folder
from kb.model.agreement import PRODUCTION
from kb.model.article import INSIDE
from kb.model.problem import WARNING, Problem
from kb.session.agree import Signing
from kb.session.change import Opened, Saved, open_article, save_edit
from kb.session.session import Session
from kb.session.warnings import warnings_for

VARIABLES = ("KB_EDITOR", "VISUAL", "EDITOR")
_USUAL = ("notepad",) if sys.platform == "win32" else ("nano", "vi")


class EditorError(KbError):
    """The editor could not be used."""


def run(
    name: Annotated[list[str], typer.Argument(metavar="SLUG", help="Its slug, or a unique part of that or its title.")],
) -> None:
    """Change an answer in your editor: the one in KB_EDITOR, VISUAL or EDITOR.

    \b
    kb edit minimum-order

    What you save is kept, and its mistakes are told. Exit code 0: no errors. 1: errors. 2: somebody else changed it
    meanwhile; both versions are kept.
    """
    session = open_session()
    opened = open_article(session, " ".join(name))
    while True:
        saved = edited(session, opened)
        if saved is None:
            output.aside(f"{opened.path} is as it was.")
            return
        tell_problems(saved.problems)
        if saved.article is not None:
            tell_warnings(warnings_for(session, saved.article))
        if not saved.has_errors:
            output.aside(f"Saved: {saved.file}")
            _tell_signing(opened.path)
            return
        output.aside(f"Saved as you left it, but with errors: {saved.file}")
        if not (can_ask() and says_yes("Open it again?")):
            raise typer.Exit(1)
        opened = open_article(session, opened.path)


def _tell_signing(path: str) -> None:
    """Says how a changed answer comes into force, where signatures count and it waits for one."""
    session = open_session()
    signing = Signing(session)
    article = next((one for one in session.library.articles if one.path == path), None)
    if article is None or article.audience == INSIDE or signing.first or not signing.waits(article, PRODUCTION):
        return
    output.aside(f"To sign what it says now: kb agree {article.slug} --as production")
    if signing.standing(article).on:
        output.aside("Until then, what both sides have signed before is what everybody reads.")


def tell_problems(problems: Iterable[Problem]) -> None:
    """Says each problem with its place, as `kb lint` does."""
    for problem in problems:
        place = f"{problem.path}:{problem.line}" if problem.line else problem.path
        output.aside_filled(f"{place}: {'warning: ' if problem.severity == WARNING else ''}{problem.sentence}")


def tell_warnings(warnings: Iterable[str]) -> None:
    """Says what in an answer is to be looked at: a customer's name, what breaks another answer's number."""
    for warning in warnings:
        output.aside_filled(f"warning: {warning}")


def run_editor(session: Session, file: Path) -> None:
    """Lets the user change the file and waits until the editor is closed. Raises `EditorError`."""
    words = editor(session)
    stdin = None if can_ask() else subprocess.DEVNULL
    try:
        code = subprocess.run([*words, str(file)], stdin=stdin, check=False).returncode
    except OSError as error:
        raise EditorError(
            f"The editor '{words[0]}' cannot be started ({error.strerror}).", "Set KB_EDITOR to one that can."
        ) from error
    if code:
        raise EditorError(
            f"The editor ended with an error ({code}); nothing was changed.", f"What it saved is in {file}"
        )


def editor(session: Session) -> list[str]:
    """The editor's command with its options. Raises `EditorError` where there is none."""
    for variable in VARIABLES:
        written = session.environ.get(variable, "").strip()
        if written:
            return _words(variable, written)
    usual = next(filter(None, map(shutil.which, _USUAL)), None)
    if usual and can_ask():
        return [usual]
    raise EditorError("Which editor?", "Set KB_EDITOR, such as KB_EDITOR=nano, and try again.")


def edited(session: Session, opened: Opened) -> Saved | None:
    """The file as it was saved; None when it was left as it was.

    A copy is edited, so that nobody reads half an edit; the copy stays when something goes wrong.
    """
    editor(session)  # where there is none, no copy is left behind
    folder = Path(tempfile.mkdtemp(prefix="edit-", dir=private_folder(session.state)))
    copy = folder / opened.file.name
    copy.write_bytes(opened.data)
    run_editor(session, copy)
    data = copy.read_bytes()
    saved = save_edit(session, opened, data) if data != opened.data else None
    shutil.rmtree(folder, ignore_errors=True)
    return saved


def _words(variable: str, written: str) -> list[str]:
    try:
        words = shlex.split(written, posix=sys.platform != "win32")
    except ValueError as error:
        raise EditorError(f"{variable} cannot be read: a quotation mark is missing in it.", "Set it anew.") from error
    return [word.strip('"') for word in words] if sys.platform == "win32" else words
