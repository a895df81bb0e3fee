"""A sheet as a PDF: the one file that knows Typst. What is printed goes to a fixed template as data, never as markup.

The same data, paper and day give the same bytes, in any folder, without network, HOME or system fonts.
"""

import ctypes
import json
import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import fontpkg_inter
import typst

from kb.errors import CannotPrintError
from kb.render.logo import Logo
from kb.render.printable import BREAK, spelled_out
from kb.render.sheet_data import Sheet

Paper = Literal["a4", "letter", "phone"]
PAPERS: tuple[Paper, ...] = ("a4", "letter", "phone")

_TEMPLATE = ("sheet_look.typ", "sheet_card.typ", "sheet_pages.typ", "sheet_strip.typ", "sheet.typ")
"""Parts of one template, in the order in which they build on each other."""

_PROBE = b"""#set document(title: "probe", date: datetime(year: 2000, month: 1, day: 1))
#set text(font: "Inter", fallback: false)
#sys.inputs.signs #text(style: "italic", sys.inputs.signs)"""

_LOGO_PROBE = b"""#set document(title: "probe", date: datetime(year: 2000, month: 1, day: 1))
#image(sys.inputs.logo, height: 11mm, alt: "probe")"""

_MMAP_THRESHOLD, _LARGE = -3, 128 * 1024
"""glibc's M_MMAP_THRESHOLD, and the bytes from which on it gives memory back at once when it is free."""

_PAGE = re.compile(rb"\n\d+ 0 obj\n<<\s*/Type\s*/Page/")

_MOST_SIGNS = 250_000
_MOST_TEXTS = 4_000
"""Of an article on a sheet: no answer is as long. More takes minutes to set, or all memory; nobody leafs through it."""

_MOST_ODD_SIGNS = 150
"""So many are tried one by one: a second or two."""

_KNOWN = re.compile(
    "[\x20-\x7e\xa0-\xff\u2013\u2014\u2018\u2019\u201c\u201d\u200b\u0394\u2022\u2026\u2192\u2248\u2264\u2265]+"
)
"""Signs that the font has, as a test shows; others are tried."""


def sheet_pdf(data: Sheet, *, paper: Paper, day: date, logo: Logo | None = None) -> bytes:
    """The sheet as PDF/UA-1 and PDF/A-2a, dated `day`, with the logo in its head.

    Signs that the font has not are spelled out. Raises `CannotPrintError`, naming the article, where a word is written
    in letters that the font has not, or where it is too long.
    """
    for card in data["cards"]:
        _refuse_long(card["slug"], list(_strings(card)))
    folder = files("kb.render")
    template = b"".join(folder.joinpath(name).read_bytes() for name in _TEMPLATE)
    stamp = datetime.combine(day, time(), UTC)

    def printed(part: Sheet) -> bytes:
        inputs = {"sheet": json.dumps(part), "paper": paper, "day": day.isoformat(), "logo": logo.name if logo else ""}
        return _compiled(template, inputs, stamp, logo)

    known = with_known_signs(data)
    try:
        return printed(known)
    except CannotPrintError as error:
        raise _naming_the_article(known, printed, error) from error


def page_count(pdf: bytes) -> int:
    """How many pages a PDF of `sheet_pdf` has: its page objects, which Typst writes uncompressed, one a line."""
    return len(_PAGE.findall(pdf))


def with_known_signs(data: Sheet) -> Sheet:
    """The sheet with every sign that the font has not spelled out. Raises `CannotPrintError` for letters."""
    unknown = _unknown_signs(_strings(data))
    if not unknown:
        return data
    for card in data["cards"]:
        _refuse_letters(unknown, _strings(card), f"The article '{card['slug']}'")
    _refuse_letters(unknown, _strings(data), "A title, desk or step")
    replacements = str.maketrans({sign: _replacement(sign) for sign in unknown})
    replaced: Sheet = _mapped(data, replacements)
    return replaced


def check_logo(logo: Logo) -> None:
    """Raises `CannotPrintError` where a logo that looked sound cannot be drawn."""
    try:
        _compiled(_LOGO_PROBE, {"logo": logo.name}, datetime(2000, 1, 1, tzinfo=UTC), logo)
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


def _compiled(template: bytes, inputs: Mapping[str, str], stamp: datetime, logo: Logo | None = None) -> bytes:
    """The PDF of a template, compiled in a folder that holds at most the logo, and is gone afterwards."""
    _give_back_large_memory()
    with tempfile.TemporaryDirectory(prefix="kb-sheet-") as empty:
        if logo:
            Path(empty, logo.name).write_bytes(logo.data)
        try:
            compiler = typst.Compiler(
                template,
                root=empty,
                package_path=empty,
                package_cache_path=empty,
                font_paths=_fonts(),
                sys_inputs=dict(inputs),
            )
            # Tagged for screen readers, and fit for the archive.
            made = compiler.compile(format="pdf", pdf_standards=["ua-1", "a-2a"], timestamp=stamp)
        except typst.TypstError as error:
            raise CannotPrintError(
                f"The sheet could not be set: {error.message.strip()}", "Print fewer answers at a time."
            ) from error
    if not isinstance(made, bytes):  # pragma: no cover - the binding promises bytes for a PDF
        raise CannotPrintError("The sheet could not be set: it has no pages.")
    return made


@cache
def _give_back_large_memory() -> None:
    """Holds glibc to the threshold with which it starts: it would raise it, and keep what Typst has freed (1.5 MiB)."""
    if sys.platform == "linux":
        keep = getattr(ctypes.CDLL(None), "mallopt", None)  # musl has none
        if keep is not None:
            keep(_MMAP_THRESHOLD, _LARGE)


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(fontpkg_inter.ROOT / "files")],
    )


def _unknown_signs(texts: Iterable[str]) -> frozenset[str]:
    """The signs for which the font has no glyph, upright or italic. Typst itself is asked, so that shaping counts."""
    signs = sorted(set().union(*(_KNOWN.sub("", text) for text in texts)))
    if not signs or _can_print("".join(signs)):
        return frozenset()
    if len(signs) > _MOST_ODD_SIGNS:
        raise CannotPrintError(
            f"There are {len(signs):,} unusual signs in it, such as '{signs[-1]}'; a sheet takes {_MOST_ODD_SIGNS}.",
            "Print fewer answers at a time, or export to HTML.",
        )
    unknown = []
    for sign in sorted(signs, key=lambda one: spelled_out(one) is not None):
        if not _can_print(sign):
            unknown.append(sign)
            if spelled_out(sign) is None:
                break  # a letter: nothing will be printed
    return frozenset(unknown)


def _can_print(signs: str) -> bool:
    try:
        _compiled(_PROBE, {"signs": "x" + signs}, datetime(2000, 1, 1, tzinfo=UTC))
    except CannotPrintError:
        return False
    return True


def _refuse_long(slug: str, texts: Sequence[str]) -> None:
    signs, way_out = (
        sum(len(text) - text.count(BREAK) for text in texts),
        f"Shorten it (kb edit {slug}), or export to HTML.",
    )
    if signs > _MOST_SIGNS:
        raise CannotPrintError(f"The article '{slug}' is too long for a sheet: {signs:,} characters.", way_out)
    if len(texts) > _MOST_TEXTS:
        raise CannotPrintError(f"The article '{slug}' has too many lines or cells for a sheet.", way_out)


def _refuse_letters(unknown: frozenset[str], texts: Iterable[str], where: str) -> None:
    letters = sorted(unknown.intersection(*[set().union(*texts)]))
    for sign in letters:
        if spelled_out(sign) is None:
            raise CannotPrintError(
                f"{where} has the letter '{sign}' (U+{ord(sign):04X}), which the sheet's font does not have.",
                "Write the word in Latin, Greek or Cyrillic letters, or export to HTML.",
            )


def _replacement(sign: str) -> str:
    plainer = spelled_out(sign) or ""
    return plainer if _can_print(plainer) else "?"


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, Sequence):
        for item in value:
            yield from _strings(item)


def _mapped(value: Any, replacements: dict[int, str]) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(value, str):
        return value.translate(replacements)
    if isinstance(value, dict):
        return {key: _mapped(item, replacements) for key, item in value.items()}
    if isinstance(value, list):
        return [_mapped(item, replacements) for item in value]
    return value
