"""Git for tests of two clones: needs no configuration of the user's."""

import subprocess
from pathlib import Path


def git(folder: Path, *arguments: str) -> str:
    """What git printed; a failure of git is one of the test."""
    who = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"]
    done = subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout
