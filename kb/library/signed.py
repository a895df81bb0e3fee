"""The text that a signature covers, written out canonically and read back; knows no states and no days.

It is the title, who may read it, and every section that a salesperson can read except *Customers say*.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from kb.library.escape import heading, line
from kb.library.headings import SECTIONS
from kb.model.article import INSIDE, Article
from kb.model.prose import (
    ARTICLE,
    BULLET,
    CODE,
    EMPHASIS,
    LINK,
    LITERAL,
    ORDERED,
    PLAIN,
    QUOTE,
    ROW,
    STRONG,
    Block,
    Span,
)
from kb.text import canonical

_EDGE = re.compile(r"^(\s*)(.*?)(\s*)$", re.DOTALL)
_TICKS = re.compile("`+")
_WRAPS = {STRONG: "**", EMPHASIS: "*"}


def signed_text(article: Article) -> str:
    """What the sides sign of an article, as Markdown; two articles say the same when these are equal."""
    parts = [f"---\naudience: {article.audience}\n---\n# {heading(canonical(article.title))}"]
    sections: tuple[tuple[str, str], ...] = (
        ("say", _prose(article.say)),
        ("numbers", _list(number.text for number in article.numbers)),
        ("dont_say", _list(said.text for said in article.dont_say)),
        ("why", _prose(article.why)),
        ("worth_telling", _prose(article.worth_telling)),
        ("push_back", _prose(article.push_back)),
    )
    parts += [f"## {SECTIONS[key]}\n{text}" if key != "say" else text for key, text in sections if text]
    return "\n\n".join(parts).replace("---\n\n# ", "---\n# ", 1) + "\n"


def read_signed(path: str, text: str) -> Article | None:
    """The article of a signed text; None where it is none. `path` is that of the signature."""
    from kb.library.article_markdown import read_markdown  # noqa: PLC0415 - whoever only writes needs no parser

    article, _problems = read_markdown(path, text, INSIDE)
    return article


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line(canonical(text), links=False)}" for text in lines)


def _prose(blocks: Sequence[Block]) -> str:
    groups = groupby(blocks, key=lambda block: block.kind)
    return "\n\n".join(part for kind, group in groups for part in _group(kind, list(group)))


def _group(kind: str, blocks: Sequence[Block]) -> Iterator[str]:
    """Neighbours of one kind, in parts that an empty line parts."""
    if kind == ROW:
        yield "\n".join(_rows(blocks))
    elif kind == CODE:
        yield from (_code(block.text) for block in blocks)
    elif kind == BULLET:
        yield "\n".join(f"- {_inline(block.cells)}" for block in blocks)
    elif kind == ORDERED:
        yield "\n".join(f"{number}. {_inline(block.cells)}" for number, block in enumerate(blocks, 1))
    elif kind == QUOTE:
        yield from (f"> {_inline(block.cells)}" for block in blocks)
    else:
        yield from (_inline(block.cells) for block in blocks)


def _code(text: str) -> str:
    """Code between fences that do not stand in it; no spaces at the ends of its lines, and no empty ones at its end."""
    rows = "\n".join(row.rstrip() for row in text.split("\n")).rstrip("\n").split("\n")
    fence = "`" * max(3, _longest_ticks(text) + 1)
    return "\n".join([fence, *rows, fence])


def _literal(words: str) -> str:
    """Words between signs that do not stand in them; a space keeps apart those that they begin or end with."""
    ticks, space = "`" * (_longest_ticks(words) + 1), " " * (words.startswith("`") or words.endswith("`"))
    return f"{ticks}{space}{words}{space}{ticks}"


def _longest_ticks(text: str) -> int:
    return max(map(len, _TICKS.findall(text)), default=0)


def _rows(rows: Sequence[Block]) -> Iterator[str]:
    for at, row in enumerate(rows):
        cells = [_inline((cell,)).replace("|", "\\|") for cell in row.cells]
        yield "| " + " | ".join(cells) + " |"
        if at == 0:
            yield "|" + " --- |" * len(cells)


def _inline(cells: tuple[tuple[Span, ...], ...]) -> str:
    spans = [span for cell in cells for span in cell]
    if all(span.style == PLAIN for span in spans):
        return line(canonical("".join(span.text for span in spans)), links=False)  # what is none becomes none
    return " ".join("".join(map(_span, spans)).split())


def _span(span: Span) -> str:
    """A span with the signs of its style; white space at its edges stays outside of them."""
    found = _EDGE.match(span.text)
    before, words, after = found.groups() if found else ("", span.text, "")
    if not words:
        return before
    return f"{before and ' '}{_styled(span, words)}{after and ' '}"


def _styled(span: Span, words: str) -> str:
    if span.style == LITERAL:
        return _literal(words)
    text = line(canonical(words), links=span.style == LINK)
    if span.style == LINK:
        if not span.target.startswith(ARTICLE):
            return f"[{text}]({span.target})"
        slug = span.target.removeprefix(ARTICLE)
        return f"[[{slug}]]" if slug == words else f"[[{slug}|{text}]]"
    wrap = _WRAPS.get(span.style, "")
    return f"{wrap}{text}{wrap}"
