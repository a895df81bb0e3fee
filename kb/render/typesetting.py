"""Typst, and the font: the one file that knows them. Compiles a fixed template; what is printed comes to it as data.

The same data and day give the same bytes, in any folder, without network, HOME or system fonts.
"""

import ctypes
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import fontpkg_inter
import typst

from kb.errors import CannotPrintError
from kb.render.logo import Logo
from kb.render.printable import spelled_out

HTML = "Write the word in Latin, Greek or Cyrillic letters, or export to HTML."
"""What may be done about a letter that the font has not."""

_PROBE = b"""#set document(title: "probe", date: datetime(year: 2000, month: 1, day: 1))
#set text(font: "Inter", fallback: false)
#sys.inputs.signs #text(style: "italic", sys.inputs.signs)"""

_MMAP_THRESHOLD, _LARGE = -3, 128 * 1024
"""glibc's M_MMAP_THRESHOLD, and the bytes from which on it gives memory back at once when it is free."""

_MOST_ODD_SIGNS = 150
"""So many are tried one by one: a second or two."""

_KNOWN = re.compile(
    "[\x20-\x7e\xa0-\xff\u2013\u2014\u2018\u2019\u201c\u201d\u200b\u0394\u2022\u2026\u2192\u2248\u2264\u2265]+"
)
"""Signs that the font has, as a test shows; others are tried."""


def compiled(template: bytes, inputs: Mapping[str, str], stamp: datetime, logo: Logo | None = None) -> bytes:
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


def with_known_signs(value: Any, where: str, way_out: str = HTML) -> Any:  # noqa: ANN401 - any JSON
    """The same with every sign that the font has not spelled out. Raises `CannotPrintError` for letters."""
    unknown = unknown_signs(strings(value))
    if not unknown:
        return value
    refuse_letters(unknown, strings(value), where, way_out)
    return _mapped(value, str.maketrans({sign: _replacement(sign) for sign in unknown}))


def unknown_signs(texts: Iterable[str]) -> frozenset[str]:
    """The signs for which the font has no glyph, upright or italic. Typst itself is asked, so that shaping counts."""
    signs = sorted(set().union(*(_KNOWN.sub("", text) for text in texts)))
    if not signs or can_print("".join(signs)):
        return frozenset()
    if len(signs) > _MOST_ODD_SIGNS:
        raise CannotPrintError(
            f"There are {len(signs):,} unusual signs in it, such as '{signs[-1]}'; a sheet takes {_MOST_ODD_SIGNS}.",
            "Print fewer answers at a time, or export to HTML.",
        )
    unknown = []
    for sign in sorted(signs, key=lambda one: spelled_out(one) is not None):
        if not can_print(sign):
            unknown.append(sign)
            if spelled_out(sign) is None:
                break  # a letter: nothing will be printed
    return frozenset(unknown)


def can_print(signs: str) -> bool:
    """Whether the font has all of them."""
    try:
        compiled(_PROBE, {"signs": "x" + signs}, datetime(2000, 1, 1, tzinfo=UTC))
    except CannotPrintError:
        return False
    return True


def refuse_letters(unknown: frozenset[str], texts: Iterable[str], where: str, way_out: str = HTML) -> None:
    """Raises `CannotPrintError` where one of the unknown signs in the texts is a letter."""
    letters = sorted(unknown.intersection(*[set().union(*texts)]))
    for sign in letters:
        if spelled_out(sign) is None:
            raise CannotPrintError(
                f"{where} has the letter '{sign}' (U+{ord(sign):04X}), which the sheet's font does not have.",
                way_out,
            )


def strings(value: object) -> Iterator[str]:
    """All texts in a value, whatever it is made of."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, Sequence):
        for item in value:
            yield from strings(item)


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


def _replacement(sign: str) -> str:
    plainer = spelled_out(sign) or ""
    return plainer if can_print(plainer) else "?"


def _mapped(value: Any, replacements: dict[int, str]) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(value, str):
        return value.translate(replacements)
    if isinstance(value, dict):
        return {key: _mapped(item, replacements) for key, item in value.items()}
    if isinstance(value, list):
        return [_mapped(item, replacements) for item in value]
    return value
