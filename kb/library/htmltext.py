"""The text of HTML that stands in Markdown: comments are dropped, tags too; renders none."""

import re

from kb.words.lists import word_set

_OPENS = re.compile(r"<!--|<\?|<!\[CDATA\[|<![A-Za-z]|<(?:script|style|template|title|noscript)\b", re.IGNORECASE)
"""Where something begins that a browser does not show."""

_CLOSES = {"<!--": "-->", "<?": "?>", "<![cdata[": "]]>"}
_TAG = re.compile(r"</?(?P<name>[A-Za-z][A-Za-z0-9-]*)(?:\s(?:\"[^\"]*\"|'[^']*'|[^'\"<>])*)?/?>")
_HEADING = re.compile(r"<h[1-6]\b", re.IGNORECASE)
ESCAPED = "\0"
"""Stands for a sign that the writer escaped, where comments are looked for."""

_DASH = "[-\u2010-\u2015\u2212]"
_LEFT_OVER = re.compile(rf"<.?!.?[^\S\n]*{_DASH}|<.?{_DASH}{{2}}|(?<!{ESCAPED})!--|<-!|-->[ \t]*(?:\n|\Z)")
"""A comment's start, also with one mistake in it, or its end at the end of a line; an arrow between words is text."""

_OTHER_NOTES = re.compile(r"%%|\{>>|\{#\s|\{%-?\s*comment\b|/\*")
"""Where other programs begin what they don't show: Obsidian, CriticMarkup, templates, style sheets."""

_HIDDEN = re.compile(
    r"<[a-z][^<>]*?(?:(?<![-\w:])(?<!: )hidden\b|(?:display\s*:\s*none|visibility\s*:\s*hidden)\b"
    r"|=\s*[\"']?(?:inside|internal)(?:[-_ ]only)?[\"'\s/>])"
    r"|<(?:inside|internal|audio|video|datalist|noframes|noembed|desc|metadata|annotation|object|canvas|iframe)\b",
    re.IGNORECASE,
)
"""A tag whose text no browser shows, or that says that it is for inside."""

_INLINE = word_set(
    "a abbr b bdi bdo big cite code data del dfn em font i img ins kbd label mark q s samp small span strike strong"
    " sub sup time tt u var wbr"
)
_BLOCK = word_set(
    "address article aside blockquote body br button caption center col colgroup dd details dialog div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html iframe input legend li link main meta nav"
    " noscript object ol optgroup option p pre script section select style summary svg table tbody td template"
    " textarea tfoot th thead title tr ul video audio"
)

_BREAK = "\u2028"
"""The separator of lines, at which no source line is cut: a new line of text without one in the file."""


def left_over_at(text: str, *, is_code: bool = False) -> int:
    """Where text holds the sign of a comment that is none: `<!--` without its end, `<!—`, Obsidian's `%%`; or -1.

    In code the signs of other programs are just that.
    """
    found = _LEFT_OVER.search(text) if "<" in text or "--" in text else None  # most text has neither: it is dear
    if found is None and not is_code:
        found = _OTHER_NOTES.search(text)
    return found.start() if found else -1


def has_heading(source: str) -> bool:
    """Whether HTML holds a heading."""
    return "<" in source and _HEADING.search(source) is not None


def hides_text(tag: str) -> bool:
    """Whether a browser does not show what follows the tag.

    >>> hides_text("<script>"), hides_text("<p hidden>"), hides_text("<b>"), hides_text("<!-- a comment, whole -->")
    (True, True, False, False)
    """
    return not tag.startswith(("<!", "<?")) and (_OPENS.match(tag) or _HIDDEN.match(tag)) is not None


def tag_text(tag: str) -> str:
    r"""What a tag stands for: nothing, a new line (`\n`), or itself where HTML knows no such tag (`<name>`)."""
    if tag.startswith(("<!", "<?")):
        return ""
    found = _TAG.fullmatch(tag)
    name = found["name"].lower() if found else ""
    return "" if name in _INLINE else "\n" if name in _BLOCK else tag


def without_comments(source: str) -> str:
    """The same without comments and what else is never shown, up to one that has no end; no line moves."""
    kept = []
    at = 0
    while (found := _OPENS.search(source, at)) is not None:
        opened = found.group().lower()
        closer = _CLOSES.get(opened, ">" if opened.startswith("<!") else f"</{opened[1:]}")
        # `<!-->` is a whole comment: its end may begin inside its start.
        end = _find(source, closer, found.start() + 2)
        if end < 0:
            break
        kept += [source[at : found.start()], "\n" * source.count("\n", found.start(), end)]
        at = end
    return "".join((*kept, source[at:]))


def seen_text(source: str) -> str:
    """The same without comments, and without what follows one that has no end."""
    if "<!" not in source:
        return source
    return without_comments(source).partition("<!--")[0]


def block_lines(source: str) -> tuple[tuple[tuple[int, str], ...], bool]:
    """The lines of text of a block of HTML, each with its place from 0, and whether something in it has no end."""
    rest = without_comments(source)
    is_hidden = (_OPENS.search(rest) or _HIDDEN.search(rest)) is not None
    is_open = is_hidden or left_over_at(rest) >= 0 or ("<!" in source and "-->" in rest)
    from html import unescape  # noqa: PLC0415 - it holds all names of signs, and few texts have HTML in them

    text = unescape(_TAG.sub(_shown, rest))
    rows = ((at, part.strip()) for at, row in enumerate(text.split("\n")) for part in row.split(_BREAK))
    return tuple((at, part) for at, part in rows if part), is_open


def _find(source: str, closer: str, start: int) -> int:
    """The place after the closer; negative where there is none. The end tag of a script may be in any case."""
    if not closer.startswith("</"):
        at = source.find(closer, start)
        return at + len(closer) if at >= 0 else at
    found = re.compile(rf"{closer}\s*>", re.IGNORECASE).search(source, start)
    return found.end() if found else -1


def _shown(tag: re.Match[str]) -> str:
    text = tag_text(tag.group())
    if text == tag.group():
        return text
    return (_BREAK if text else "") + "\n" * tag.group().count("\n")
