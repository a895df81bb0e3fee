"""The keys of a YAML text that stand one a line, read without the YAML library; any other text is not read here."""

import re

from kb.library.yamltree import Scalar, Table

_PLAIN_LINE = re.compile(
    r"(?P<key>[a-z]{1,99}): (?:(?P<plain>[A-Za-z0-9](?:[\w ,./()+-]*[\w.)+])?)|\"(?P<quoted>[\w ,./()+?!'’:;-]+)\")"
)
"""A line that means the same to YAML and to somebody who knows nothing of it.

YAML refuses keys of over 1,024 letters.
"""

_EVENTS_AROUND, _EVENTS_A_KEY = 6, 2
"""What YAML makes of a table: start and end of text, document and table; key and value."""


def flat_table(text: str, first_line: int, most_events: int) -> Table | None:
    """The keys where they stand one plain or quoted value a line; None where YAML has to be read.

    That takes five times as long, and there may be thousands of such files.
    """
    found = [_PLAIN_LINE.fullmatch(line) for line in text.removesuffix("\n").split("\n")]
    entries = tuple(
        (Scalar(one["key"], at), Scalar(one["quoted"] or one["plain"] or "", at, one["quoted"] is None))
        for at, one in enumerate(found, first_line)
        if one
    )
    keys = {key.text for key, _value in entries}
    is_flat = len(keys) == len(found) and _EVENTS_AROUND + _EVENTS_A_KEY * len(keys) <= most_events
    return Table(entries, first_line) if is_flat else None
