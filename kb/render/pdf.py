"""A sheet as a PDF. What is printed goes to a fixed template as data, never as markup.

The same data, paper and day give the same bytes.
"""

import json
import re
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time
from importlib.resources import files
from typing import Literal

from kb.errors import CannotPrintError
from kb.render.logo import Logo
from kb.render.printable import BREAK
from kb.render.sheet_data import Sheet
from kb.render.typesetting import compiled, refuse_letters, strings, unknown_signs, with_known_signs

Paper = Literal["a4", "letter", "phone"]
PAPERS: tuple[Paper, ...] = ("a4", "letter", "phone")

_TEMPLATE = ("sheet_look.typ", "sheet_card.typ", "sheet_pages.typ", "sheet_strip.typ", "sheet.typ")
"""Parts of one template, in the order in which they build on each other."""

_LOGO_PROBE = b"""#set document(title: "probe", date: datetime(year: 2000, month: 1, day: 1))
#image(sys.inputs.logo, height: 11mm, alt: "probe")"""

_PAGE = re.compile(rb"\n\d+ 0 obj\n<<\s*/Type\s*/Page/")

_MOST_SIGNS = 250_000
_MOST_TEXTS = 4_000
"""Of an article on a sheet: no answer is as long. More takes minutes to set, or all memory; nobody leafs through it."""


def sheet_pdf(data: Sheet, *, paper: Paper, day: date, logo: Logo | None = None) -> bytes:
    """The sheet as PDF/UA-1 and PDF/A-2a, dated `day`, with the logo in its head.

    Signs that the font has not are spelled out. Raises `CannotPrintError`, naming the article, where a word is written
    in letters that the font has not, or where it is too long.
    """
    for card in data["cards"]:
        _refuse_long(card["slug"], list(strings(card)))
    folder = files("kb.render")
    template = b"".join(folder.joinpath(name).read_bytes() for name in _TEMPLATE)
    stamp = datetime.combine(day, time(), UTC)

    def printed(part: Sheet) -> bytes:
        inputs = {"sheet": json.dumps(part), "paper": paper, "day": day.isoformat(), "logo": logo.name if logo else ""}
        return compiled(template, inputs, stamp, logo)

    known = with_signs_spelled_out(data)
    try:
        return printed(known)
    except CannotPrintError as error:
        raise _naming_the_article(known, printed, error) from error


def page_count(pdf: bytes) -> int:
    """How many pages a PDF of `sheet_pdf` has: its page objects, which Typst writes uncompressed, one a line."""
    return len(_PAGE.findall(pdf))


def with_signs_spelled_out(data: Sheet) -> Sheet:
    """The sheet with every sign that the font has not spelled out. Raises `CannotPrintError` for letters."""
    unknown = unknown_signs(strings(data))
    if not unknown:
        return data
    for card in data["cards"]:
        refuse_letters(unknown, strings(card), f"The article '{card['slug']}'")
    spelled: Sheet = with_known_signs(data, "A title, desk or step")
    return spelled


def check_logo(logo: Logo) -> None:
    """Raises `CannotPrintError` where a logo that looked sound cannot be drawn."""
    try:
        compiled(_LOGO_PROBE, {"logo": logo.name}, datetime(2000, 1, 1, tzinfo=UTC), logo)
    except CannotPrintError as error:
        raise CannotPrintError(
            "The logo cannot be drawn: its file is broken.", "Save it anew as PNG or SVG."
        ) from error


def _naming_the_article(data: Sheet, printed: Callable[[Sheet], bytes], error: CannotPrintError) -> CannotPrintError:
    """The error, with the first card with which printing fails, found by halves."""
    if _fails({**data, "cards": []}, printed):
        return error
    cards = data["cards"]
    while len(cards) > 1:
        half = cards[: len(cards) // 2]
        cards = half if _fails({**data, "cards": half}, printed) else cards[len(half) :]
    if not cards or not _fails({**data, "cards": cards}, printed):
        return error
    slug = cards[0]["slug"]
    return CannotPrintError(f"The article '{slug}' could not be set: {error.sentence}", f"Shorten it: kb edit {slug}")


def _fails(part: Sheet, printed: Callable[[Sheet], bytes]) -> bool:
    alone: Sheet = {**part, "contacts": []}
    try:
        printed(alone)
    except CannotPrintError:
        return True
    return False


def _refuse_long(slug: str, texts: Sequence[str]) -> None:
    signs = sum(len(text) - text.count(BREAK) for text in texts)
    way_out = f"Shorten it (kb edit {slug}), or export to HTML."
    if signs > _MOST_SIGNS:
        raise CannotPrintError(f"The article '{slug}' is too long for a sheet: {signs:,} characters.", way_out)
    if len(texts) > _MOST_TEXTS:
        raise CannotPrintError(f"The article '{slug}' has too many lines or cells for a sheet.", way_out)
