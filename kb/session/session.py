"""What joins the rooms for one command: the content folder, its caches, the day; builds nothing before it is asked."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from pathlib import Path

    from kb.model.library import Library
    from kb.session.opening import Surroundings
    from kb.session.told import Told


class Session:
    """One content folder as one command sees it."""

    def __init__(self, root: Path, state: Path, world: Surroundings, *, is_reachable: bool = True) -> None:
        self.root = root
        """The content folder: where `kb.yaml` lies."""

        self.state = state
        """The private folder of its caches."""

        self.world = world
        self.is_reachable = is_reachable
        """False for a folder that was used before and is not there now: a share, a drive."""

    @property
    def today(self) -> date:
        """The day that answers are for."""
        return self.world.today

    @property
    def now(self) -> datetime:
        """The time, with its zone."""
        return self.world.now

    @property
    def environ(self) -> Mapping[str, str]:
        """The environment's variables."""
        return self.world.environ

    @cached_property
    def library(self) -> Library:
        """The whole content folder as it is now; only files that changed since the last look are read again.

        Where it is out of reach, as it was then.
        """
        from kb.session.refresh import current_library, last_library  # noqa: PLC0415 - a plain search does without it

        return current_library(self) if self.is_reachable else last_library(self)

    @cached_property
    def told(self) -> Told:
        """The answers as they may be told: the text in force of each, and how it stands by its signatures."""
        from kb.session.told import told_of  # noqa: PLC0415 - a plain search does without it

        return told_of(self.library)
