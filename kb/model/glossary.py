"""The company's words: what customers call things, and shop words that an answer avoids."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One entry of `glossary.yaml`."""

    term: str
    customers: tuple[str, ...] = ()
    """The words customers use for it: synonyms for search and promise."""

    means: str = ""
    avoid: bool = False
    """A shop word not to use in an answer."""

    instead: str = ""
    line: int = 0
