"""Small collections that the tests of the search room share."""

import json
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NoReturn

import pytest

from kb.search.build import rebuild
from kb.search.document import Document
from kb.search.index import open_searcher
from kb.search.manifest import read_manifest
from kb.search.search import search


def article(
    slug: str, title: str, body: str = "", *, questions: Iterable[str] = (), desk: str = "", tags: Iterable[str] = ()
) -> Document:
    """A document whose card holds its slug."""
    return Document(
        path=f"articles/{slug}.md",
        slug=slug,
        title=title,
        questions=tuple(questions),
        body=body,
        desk=desk,
        tags=tuple(tags),
        card=json.dumps({"slug": slug}),
    )


BOXES = (
    article(
        "lead-time-standard",
        "How long does a new printed box take?",
        "Fifteen to eighteen working days from approved proof and paid deposit. Plates and die take five days.",
        questions=["How long will my order take?", "When will my boxes be ready?"],
        desk="planning",
        tags=["time"],
    ),
    article(
        "rush-orders",
        "Can you rush an order?",
        "Repeat orders only: five working days, surcharge 25 %, at most two rush slots a week.",
        questions=["I need it faster", "Is there an express service?"],
        desk="planning",
        tags=["time", "price"],
    ),
    article(
        "minimum-order",
        "What is the smallest quantity?",
        "Plain boxes from 100, flexo printed from 500, litho-laminated from 1,000.",
        questions=["What is your MOQ?"],
        desk="estimating",
        tags=["price"],
    ),
    article(
        "colour-match",
        "How close will the colour be?",
        "On white board within ΔE 3 of the approved drawdown. Ask R&D for C++ tools, part #5, model A-100.",
        desk="press",
    ),
    article(
        "dimension-tolerance",
        "How exact are the dimensions?",
        "±2 mm single wall, ±3 mm double wall.",
        desk="quality",
    ),
    article(
        "export-orders",
        "Do you deliver abroad?",
        "Outside the mainland 3 to 5 working days more, on heat-treated ISPM 15 pallets.",
        desk="dispatch",
        tags=["time"],
    ),
    article(
        "complaints",
        "What if something is wrong with my boxes?",
        "Tell us within five working days, with photos. We reprint or credit.",
        desk="quality",
    ),
)


def built(folder: Path, documents: Iterable[Document] = BOXES) -> Path:
    """The folder, with an index of the documents."""
    rebuild(folder, documents, {"revision": 1})
    return folder


def found(folder: Path, query: str) -> list[str]:
    """Paths of all hits, in order of their names."""
    with open_searcher(folder) as searcher:
        return sorted(hit.path for hit in search(searcher, query, limit=20).hits)


def in_force(folder: Path) -> Path:
    """The generation in force."""
    manifest = read_manifest(folder)
    assert manifest is not None
    return folder / manifest.generation


def build_in_parts(patch: pytest.MonkeyPatch, least: int, *, elsewhere: bool) -> None:
    """Makes every build one of two processes, in parts of so many documents; or has this process do it all."""

    def refused(*_arguments: object) -> NoReturn:
        raise OSError(1, "Operation not permitted")

    patch.setattr("kb.search.build._MANY", 1)
    patch.setattr("kb.search.build.available", lambda: 2)
    patch.setattr("kb.search.parts._LEAST", least)
    if not elsewhere:
        patch.setattr(ProcessPoolExecutor, "submit", refused)
