"""Blocks of an article as the handbook's template takes them: groups of items of cells of spans, links resolved."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import TypedDict

from kb.model.prose import ARTICLE, BULLET, CODE, LINK, ORDERED, QUOTE, ROW, Block, Span
from kb.render.printable import typeset

_ADDRESSES = ("http://", "https://", "mailto:")
_LISTS = (BULLET, ORDERED, QUOTE, ROW)


class Piece(TypedDict):
    """A run of text in one style."""

    text: str
    style: str
    """A style of spans; LINK only where `href` is one that may be followed."""

    href: str
    outside: bool
    """Whether it leads out of the file."""


class Group(TypedDict):
    """Neighbours of one kind."""

    kind: str
    items: list[list[list[Piece]]]
    """Each of cells of pieces; all but a ROW have one cell."""


def groups(blocks: Sequence[Block], places: Mapping[str, str]) -> list[Group]:
    """The blocks in order; `places` are the addresses of the answers in this file, by slug."""
    grouped = groupby(blocks, key=lambda block: block.kind if block.kind in _LISTS else (block.kind, block))
    made: list[Group] = []
    for _, found in grouped:
        members = list(found)
        items = [[_pieces(cell, places, code=block.kind == CODE) for cell in block.cells] for block in members]
        made.append(Group(kind=members[0].kind, items=items))
    return made


def shown(text: str) -> str:
    """The text with the quotes of print and nothing that turns, hides or joins; a browser breaks long words itself."""
    return typeset(text).replace("\u200b", "")


def _pieces(cell: Sequence[Span], places: Mapping[str, str], *, code: bool) -> list[Piece]:
    made: list[Piece] = []
    for span in cell:
        opens = not made or made[-1]["text"].rstrip().endswith((".", "!", "?"))
        made.append(_piece(span, places, code=code, opens=opens))
    return made


def _piece(span: Span, places: Mapping[str, str], *, code: bool, opens: bool) -> Piece:
    href = "" if code or span.style != LINK else _href(span.target, places)
    text = span.text if code else shown(_words(span, opens=opens))
    style = "" if span.style == LINK and not href else span.style
    return Piece(text=text, style=style, href=href, outside=not href.startswith("#"))


def _href(target: str, places: Mapping[str, str]) -> str:
    if target.startswith(ARTICLE):
        return places.get(target.removeprefix(ARTICLE), "")
    return target if target.casefold().startswith(_ADDRESSES) else ""


def _words(span: Span, *, opens: bool) -> str:
    """A reference that has no words of its own is told in those of its slug; `opens` a sentence."""
    slug = span.target.removeprefix(ARTICLE)
    if span.style != LINK or slug == span.target or span.text != slug:
        return span.text
    spelled = slug.replace("-", " ")
    return spelled[:1].upper() + spelled[1:] if opens else spelled
