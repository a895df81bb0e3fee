"""Regular expressions that cost nothing before they are needed; holds none itself."""

import re
from typing import Any, cast


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, compiled when it is first used.

    Half of those that a check knows have no say in a short text, and compiling one takes up to four milliseconds.

    >>> lazy("[0-9]+ days").findall("in 3 days")
    ['3 days']
    """
    return cast("re.Pattern[str]", _Lazy(pattern, flags))


class _Lazy:
    """Stands for a pattern until it is used, then hands on its methods."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._written = (pattern, flags)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        value = getattr(re.compile(*self._written), name)
        setattr(self, name, value)
        return value
