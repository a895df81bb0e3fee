"""Folding text for comparison, and the one gate that text passes on its way to a terminal."""

import re
import unicodedata

_APOSTROPHES = str.maketrans({"\u2019": "'", "\u2018": "'", "\u00b4": "'", "`": "'", "\u02bc": "'"})
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))

# C0 but tab and newline, DEL, C1; what turns the direction of text, what has no width, tag characters, surrogates.
# Not compiled here: most text is printable and never meets them, and compiling costs every search a millisecond.
_CONTROL = "[\x00-\x08\x0b-\x1f\x7f-\x9f]"
_TURNING = "\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
_UNSEEN = f"[{_TURNING}\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"

_SLUG_LENGTH = 80
_WINDOWS_NAMES = frozenset(
    ["con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))]
)


def fold(text: str) -> str:
    """The text for comparison: without case, accents, kinds of apostrophe and dash, or runs of white space.

    >>> fold("  Don’t  SAY naïve ")
    "don't say naive"
    """
    if text.isascii():  # nearly all words are: a fifth of the time
        return " ".join(text.replace("`", "'").lower().split())
    plain = text.translate(_APOSTROPHES).translate(_DASHES)
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(plain.casefold().split())


def canonical(text: str) -> str:
    """The text as a signature covers it: NFC, runs of white space folded to one space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def safe_text(text: str) -> str:
    r"""The text without anything that a terminal would obey: control characters shown, unseen ones named.

    Tabs and newlines stay; ESC becomes U+241B, other C0 characters their pictures too, C1 and DEL `<U+0085>`,
    characters that turn the direction of text or have no width `<U+202E>`. Letters of any script stay.

    >>> safe_text("a\x1b[2Jb\u202e")
    'a␛[2Jb<U+202E>'
    """
    if text.isprintable():
        return text
    shown = re.sub(_CONTROL, _picture, text.replace("\r\n", "\n"))
    return re.sub(_UNSEEN, _named, shown)


def safe_line(text: str) -> str:
    """Like `safe_text`, on one line: tabs and newlines become spaces."""
    return " ".join(safe_text(text).split())


def slug_of(title: str) -> str:
    """A file name for a title: `[a-z0-9-]`, at most 80 characters, never a name that Windows reserves.

    Empty when the title has no letter or digit of the Latin alphabet.
    """
    words = re.findall(r"[a-z0-9]+", fold(title).replace("'", ""))
    slug = "-".join(words)[:_SLUG_LENGTH].strip("-")
    return f"{slug}-article" if slug in _WINDOWS_NAMES else slug


def plural(count: int, one: str, many: str = "") -> str:
    """The count with its noun: `1 article`, `2 articles`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def _picture(found: re.Match[str]) -> str:
    code = ord(found.group())
    return chr(0x2400 + code) if code < 0x20 else f"<U+{code:04X}>"  # noqa: PLR2004 - the end of C0


def _named(found: re.Match[str]) -> str:
    return f"<U+{ord(found.group()):04X}>"
