"""Plain words written as Markdown and YAML so that they are read back as the same words; reads neither.

What a person types may hold any sign. Here it cannot open a heading, a list, a comment or a tag; only links to other
articles, `[[slug]]`, and lists keep their meaning. Signs are escaped only where they would mean something, because
the file is read by people.
"""

from itertools import groupby
from typing import NamedTuple

from kb.words.patterns import lazy

_TERMINAL_KEYS = lazy(r"\x1b(?:\[[0-9;?]*[A-Za-z~]|O[A-Za-z])")
"""What arrow keys leave in a line that was typed where they mean nothing."""

_CONTROL = lazy("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_SURROGATE = lazy("[\ud800-\udfff]")
_LINK = lazy(r"(\[\[[^\[\]\n]+\]\])")
_SIGN = lazy(
    r"[\\`\[]"
    r"|(?<! )\*|\*(?! )"  # a star between spaces is a times sign
    r"|(?<![^\W_])_|_(?![^\W_])"  # an underscore inside a word is one
    r"|<(?=[A-Za-z/!?]|.{0,2}[-\u2010-\u2015\u2212!])|(?<!<)!(?=-)|(?<=--)>"  # a tag; signs of a comment
    r"|&(?=#?\w+;)"
    r"|~(?=~)|(?<=~)~"
    r"|%(?=%)|(?<=%)%"  # Obsidian's comments
    r"|\{(?=>>|#(?:\s|$)|%)"  # those of CriticMarkup and of templates
)
_BLOCK_START = lazy(r"[#>|]|[-+](?=\s|$)|[-=:|][-=:|\s]*$|:?-+\s*\|")
_COUNTED = lazy(r"([0-9]{1,9})([.)])(?=\s|$)")
_CLOSING = lazy(r"(?<!\S)(#+)$")

_BULLET = lazy(r"[-*+•·▪◦‣●–—][ \t]+(?=\S)")
_ORDERED = lazy(r"([0-9]{1,3})[.)][ \t]+(?=\S)")

_SAFE_VALUE = lazy(r"[^\W_](?:[\w ,./()+’-]*[\w.)+])?")
_READ_AS_ELSE = lazy(r"(?i:true|false|yes|no|on|off|y|n|null|nan|inf)|[0-9][0-9_.,:eExX+-]*")
"""Plain values that other programs take for something that is no text."""


def clean(text: str) -> str:
    """The text without what no file should hold: control characters, traces of arrow keys, halves of characters."""
    text = _TERMINAL_KEYS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _SURROGATE.sub("\ufffd", _CONTROL.sub(" ", text))


def one_line(text: str) -> str:
    """The text cleaned, on one line, with single spaces."""
    return " ".join(clean(text).split())


def heading(text: str) -> str:
    """The words as the text of a Markdown heading, without its `#`."""
    return _CLOSING.sub(r"\\\1", _inline(one_line(text)))


def line(text: str, *, links: bool = True) -> str:
    """The words as one line of a paragraph or of a list; links to articles stay links where they may."""
    words = one_line(text)
    written = "".join(part if links and _LINK.fullmatch(part) else _inline(part) for part in _LINK.split(words))
    if _BLOCK_START.match(words):
        return written if written.startswith("\\") else f"\\{written}"
    return _COUNTED.sub(r"\1\\\2", written, count=1) if _COUNTED.match(written) else written


def item(text: str) -> str:
    """The words as one item of a list, on one line and without the bullet that was typed before them."""
    return _BULLET.sub("", one_line(text), count=1) if _BULLET.match(one_line(text)) else one_line(text)


def prose(text: str) -> str:
    """The words as paragraphs and lists: an empty line parts paragraphs, a bullet or `1.` begins a point of a list."""
    parts: list[str] = []
    for kind, lines in groupby(_kinds(clean(text)), key=lambda typed: typed.kind):
        if kind:
            parts.append("\n".join(typed.written for typed in lines))
    return "\n\n".join(parts)


def yaml_value(text: str) -> str:
    """The text as a value of flat YAML, in quotes where it would otherwise be read as something else.

    >>> yaml_value("planning"), yaml_value("Pump: x"), yaml_value("no")
    ('planning', '"Pump: x"', '"no"')
    """
    value = one_line(text)
    if _SAFE_VALUE.fullmatch(value) and not _READ_AS_ELSE.fullmatch(value):
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


class _Typed(NamedTuple):
    """One line of a text, with what it belongs to; an empty kind parts paragraphs."""

    kind: str
    written: str


def _kinds(text: str) -> list[_Typed]:
    typed: list[_Typed] = []
    for raw in text.split("\n"):
        words = raw.strip()
        bullet, ordered = _BULLET.match(words), _ORDERED.match(words)
        if bullet:
            typed.append(_Typed("bullet", f"- {line(words[bullet.end() :])}"))
        elif ordered and (ordered[1] == "1" or (typed and typed[-1].kind == "ordered")):
            typed.append(_Typed("ordered", f"{ordered[1]}. {line(words[ordered.end() :])}"))
        else:
            typed.append(_Typed("text" if words else "", line(words)))
    return typed


def _inline(text: str) -> str:
    return _SIGN.sub(lambda sign: f"\\{sign.group()}", text)
