"""Regular expressions that cost nothing before they are needed; holds none itself."""

import re
from collections.abc import Iterator
from typing import Any, cast


def lazy(pattern: str, flags: int = 0, *, needs: str = "") -> re.Pattern[str]:
    r"""The pattern, compiled when it is first used.

    Half of those that a check knows have no say in a short text, and compiling one takes up to four milliseconds.
    `needs` are letters, parted by `|`, some of which stand wherever the pattern can be found: a text without them is
    never searched, and where no text has them the pattern is never compiled.

    >>> lazy("[0-9]+ days").findall("in 3 days")
    ['3 days']
    >>> lazy(r"\b(?:free|gratis)\b", needs="free|gratis").search("in 3 days") is None
    True
    """
    written = _Lazy(pattern, flags)
    return cast("re.Pattern[str]", _Needing(written, tuple(needs.split("|"))) if needs else written)


class _Lazy:
    """Stands for a pattern until it is used, then hands on its methods."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._written = (pattern, flags)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        value = getattr(re.compile(*self._written), name)
        setattr(self, name, value)
        return value


class _Needing:
    """A pattern that looks first whether a text has any of the letters without which it can't be found."""

    def __init__(self, pattern: _Lazy, needs: tuple[str, ...]) -> None:
        self._pattern = pattern
        self.needs = needs

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        return getattr(self._pattern, name)

    def search(self, text: str) -> re.Match[str] | None:
        return self._pattern.search(text) if self._may_be_in(text) else None

    def match(self, text: str, at: int = 0) -> re.Match[str] | None:
        return self._pattern.match(text, at) if self._may_be_in(text) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return self._pattern.fullmatch(text) if self._may_be_in(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self._pattern.finditer(text) if self._may_be_in(text) else iter(())

    def sub(self, new: str, text: str) -> str:
        return self._pattern.sub(new, text) if self._may_be_in(text) else text

    def _may_be_in(self, text: str) -> bool:
        return any(needed in text for needed in self.needs)
