"""Blocks and lines of an article as paragraphs for the sheet's template: plain text, leading nowhere but to cards."""

from collections.abc import Mapping, Sequence
from typing import NotRequired, TypedDict

from kb.model.prose import ARTICLE, BULLET, CODE, EMPHASIS, LINK, LITERAL, PLAIN, ROW, Block, Line, Span
from kb.render.printable import printable, typeset

_SENTENCE_ENDS = (".", "!", "?")


class Piece(TypedDict):
    """A run of text in one style."""

    text: str
    style: str
    """A style of spans but LINK."""

    card: NotRequired[int]
    """The card to which it leads."""


class Paragraph(TypedDict):
    """A paragraph, a bullet, or a whole table."""

    kind: str
    """A kind of blocks; for a ROW all rows that follow each other."""

    rows: list[list[list[Piece]]]
    """Rows of cells of pieces; all but a table have one row of one cell."""


def paragraphs(blocks: Sequence[Block], cards: Mapping[str, int]) -> list[Paragraph]:
    """The blocks in order; a link says where it leads: `(card 3)`, or the address unless the text is the address.

    `cards` are the numbers of the articles on the sheet, by slug.
    """
    made: list[Paragraph] = []
    for block in blocks:
        row = [_pieces(cell, cards, code=block.kind == CODE) for cell in block.cells or ((),)]
        if block.kind == ROW and made and made[-1]["kind"] == ROW:
            made[-1]["rows"].append(row)
        else:
            made.append(Paragraph(kind=block.kind, rows=[row]))
    return made


def plain_paragraphs(lines: Sequence[Line]) -> list[Paragraph]:
    """Plain lines: a bullet each, or a paragraph where there is but one."""
    kind = BULLET if len(lines) > 1 else "text"
    return [Paragraph(kind=kind, rows=[[[Piece(text=typeset(line.text), style=PLAIN)]]]) for line in lines]


def sentence(text: str) -> list[Paragraph]:
    """One paragraph of kb's own words."""
    return [Paragraph(kind="text", rows=[[[Piece(text=printable(text), style=PLAIN)]]])]


def _pieces(cell: Sequence[Span], cards: Mapping[str, int], *, code: bool) -> list[Piece]:
    made: list[Piece] = []
    for span in cell:
        opens = not made or made[-1]["text"].rstrip().endswith(_SENTENCE_ENDS)
        if code or span.style == LITERAL:
            made.append(Piece(text=printable(span.text), style=PLAIN if span.style == LINK else span.style))
        elif span.style == LINK:
            made.append(_link(span, cards, opens=opens))
        else:
            made.append(Piece(text=typeset(span.text), style=span.style))
    return made


def _link(span: Span, cards: Mapping[str, int], *, opens: bool) -> Piece:
    """Another answer in italics, or "see lead time plain" would read like a slip; an address as it is."""
    if not span.target.startswith(ARTICLE):
        return Piece(text=printable(_with_address(span.text, span.target.removeprefix("mailto:"))), style=PLAIN)
    slug = span.target.removeprefix(ARTICLE)
    piece = Piece(text=typeset(_reference(span.text, slug, cards, opens=opens)), style=EMPHASIS)
    if slug in cards:
        piece["card"] = cards[slug]
    return piece


def _reference(words: str, slug: str, cards: Mapping[str, int], *, opens: bool) -> str:
    """The words, or the slug's words where they are but the slug, and the card; `opens` a sentence."""
    named = words
    if words == slug:
        spelled = slug.replace("-", " ")
        named = spelled[:1].upper() + spelled[1:] if opens else spelled
    return f"{named} (card {cards[slug]})" if slug in cards else named


def _with_address(words: str, address: str) -> str:
    return words if not address or address in words else f"{words} ({address})"
