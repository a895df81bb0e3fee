"""Who sits at this machine, for a signature that names nobody; checks nobody's identity."""

import getpass
import subprocess

from kb.library.escape import one_line
from kb.session.session import Session

_PATIENCE = 5.0
"""Seconds for git to look a name up."""


def person(session: Session) -> str:
    """The name that git has for whoever writes in the content folder, else the login name; empty where neither is."""
    return _git_name(session) or _login()


def _git_name(session: Session) -> str:
    command = ["git", "-C", str(session.root), "config", "user.name"]
    try:
        done = subprocess.run(
            command, capture_output=True, stdin=subprocess.DEVNULL, timeout=_PATIENCE, env=dict(session.environ),
            check=False,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return ""
    return one_line(done.stdout.decode("utf-8", "replace")) if done.returncode == 0 else ""


def _login() -> str:
    try:
        return one_line(getpass.getuser())
    except (OSError, KeyError, ImportError):  # a user whom the system does not know
        return ""
