"""A line of *Don't say* cut into its phrases, what they are about, why not, and what to say instead; judges no text."""

import re
from typing import NamedTuple

from kb.words.patterns import lazy

_QUOTED = lazy(r"\"([^\"]{1,200})\"|[“„]([^“”]{1,200})[“”]|«([^»]{1,200})»|(?<!\w)[‘']([^‘’']{1,200})[’'](?!\w)")
_INSTEAD = lazy(r"[;,.]?\s*\binstead\s*:\s*", re.IGNORECASE)
_FOR_WHAT = lazy(r"\s*,?\s*\bfor\s+(?P<what>[^:;]{2,120})|\s*:\s*for\s+(?P<after>[^:;]{2,60})(?=:)", re.IGNORECASE)


class DontSay(NamedTuple):
    """Phrases that must not be said."""

    phrases: tuple[str, ...]
    what: str
    """FOR WHAT they must not be said; empty for everything."""

    because: str
    instead: str
    text: str
    """The whole line as written."""


def read_dont_say(text: str) -> DontSay | None:
    """The parts of `"PHRASE"[, "PHRASE"…][ for WHAT][: because][; instead: …]`; None where nothing is quoted."""
    line = " ".join(text.split())
    head, _, instead = _parted(line)
    phrases: list[str] = []
    end = 0
    for quoted in _QUOTED.finditer(head):
        if phrases and head[end : quoted.start()].strip(" ,") not in ("", "or", "and", "nor"):
            break
        phrases.append(next(filter(None, quoted.groups()), ""))
        end = quoted.end()
    if not phrases:
        return None
    rest = head[end:]
    what = _FOR_WHAT.match(rest)
    because = rest[what.end() :] if what else rest
    return DontSay(
        tuple(phrases),
        (what["what"] or what["after"]).strip() if what else "",
        because.strip(" :;,."),
        instead.strip(" ."),
        line,
    )


def _parted(line: str) -> tuple[str, str, str]:
    found = _INSTEAD.search(line)
    return (line[: found.start()], found.group(), line[found.end() :]) if found else (line, "", "")
