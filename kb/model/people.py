"""The desks of the company: what each knows, how to reach it, who speaks for sales on its topics."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """One entry of `people.yaml`."""

    key: str
    """As articles name it: `planning`."""

    name: str
    """`Planning desk`; the key where none is written."""

    reach: str = ""
    """`planning@example.com, ext. 250`."""

    knows: str = ""
    sales_voice: str = ""
    """Who signs for sales on this desk's articles."""

    proud: str = ""
    visit: str = ""
    line: int = 0

    @property
    def extension(self) -> str:
        """The shortest way to reach the desk: its `ext. 250` or telephone number if it has one, else all of `reach`."""
        parts = [part.strip() for part in self.reach.split(",") if part.strip()]
        return next((part for part in parts if "@" not in part), self.reach)
