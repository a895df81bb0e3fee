"""Where a YAML text went wrong and how its line is written instead; decides nothing about what is refused."""

import re

from yaml import MarkedYAMLError

_LONGEST_EXAMPLE = 70
_LONGEST_LINE = 500
"""More of a line is not looked at."""

_PAIR = re.compile(r"\s*(?:- +){0,8}[^\s:#\"'\[{-][^:]*:(?:\s+(?P<value>.*))?$")
_ITEM = re.compile(r"\s*- +(?P<value>.*)$")
_NO_SPACE = re.compile(r"[^\s:]+:\S")
_CLOSED_BY = {"[": "]", "{": "}", '"': '"', "'": "'"}
_QUOTES = "\"'"
_BULLETS = ("-", "–", "—", "•", "*", "·")
_UNUSUAL_SPACE = re.compile("[\u00a0\u2000-\u200b\u202f\u3000]")
_NEEDS_QUOTES = re.compile(r"[@`%*&!|>\[\]{}\"',?-]|.*:(\s|$)")

# These complaints are about what begins at their context; the place where the reader gave up may be far below.
_BEGINS_THERE = re.compile("alias|anchor|tag|quoted scalar|simple key|flow|block scalar|directive")


def place_of(error: Exception) -> int:
    """The line of the text that an error of the library is about, from 0."""
    if not isinstance(error, MarkedYAMLError):
        return 0
    if error.context_mark and _BEGINS_THERE.search(error.context or "") and "escape" not in (error.problem or ""):
        return error.context_mark.line
    mark = error.problem_mark or error.context_mark
    return mark.line if mark else 0


def hint_for(line: str) -> str:
    """What is likely wrong with a line that could not be read, and how to write it.

    >>> hint_for("title: Pump: x")
    'put the value in quotes: `title: "Pump: x"`.'
    """
    line = line[:_LONGEST_LINE]
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        return "this line begins with a tab. Indent it with spaces."
    value = _value_of(line)
    if value is None or _UNUSUAL_SPACE.search(line[: line.find(":") + 2]):
        return _without_pair(line)
    if value[:1] in tuple(_CLOSED_BY) and _CLOSED_BY[value[0]] not in value[1:]:
        return f"what `{value[0]}` opens in this line is never closed. Close it with `{_CLOSED_BY[value[0]]}`."
    if _NEEDS_QUOTES.match(value):
        return with_quotes(line)
    if indent:
        return "this line is not indented like the lines around it, or its value needs quotes."
    return "put the value in quotes, and check how the lines around it are indented."


def with_quotes(line: str) -> str:
    """The way out for a value that YAML would take for something else, with the line as it should stand.

    >>> with_quotes("  - name: *bold*")
    'put the value in quotes: `- name: "*bold*"`.'
    """
    value = _value_of(line[:_LONGEST_LINE])
    if not value:
        return "put the value in quotes."
    before = line[: line.rindex(value)].strip()
    return f"put the value in quotes: `{_shortened(before)} {_quoted(value)}`."


def _value_of(line: str) -> str | None:
    """What stands after `key: ` or after the dash of a list; None where there is neither."""
    found = _PAIR.match(line) or _ITEM.match(line)
    return (found["value"] or "").strip() if found else None


def _quoted(value: str) -> str:
    """The value in double quotes, or in single ones where those would not do."""
    bare = value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in _QUOTES else value
    bare = _shortened(bare)
    return f'"{bare}"' if '"' not in bare and "\\" not in bare else "'" + bare.replace("'", "''") + "'"


def _without_pair(line: str) -> str:
    text = line.strip()
    if _UNUSUAL_SPACE.search(text):
        return "this line holds a space that is no ordinary one. Type the space after the colon again."
    if _NO_SPACE.match(text):
        return "there is no space after the colon. Write `key: value`."
    if text.startswith(_BULLETS):
        return "write each item of a list as `- item`, and put it in quotes where it holds a colon or a sign."
    words = text.split()
    if len(words) > 1:
        return (
            f"there is no colon in this line. Write `{_shortened(words[0])}: {_shortened(' '.join(words[1:]))}`, or, "
            "where it belongs to the line above, put both into quotes on one line."
        )
    return "there is no colon in this line. Write `key: value`, or delete it."


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_EXAMPLE else text[: _LONGEST_EXAMPLE - 1] + "…"
