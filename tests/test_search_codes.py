"""Codes and signs are found as they are typed, and only where they are."""

from pathlib import Path

import pytest
from search_samples import article, built

from kb.search.index import open_searcher
from kb.search.search import search

TEXTS = {
    "plus": "Written in C++ by us.",
    "plain": "Written in plain C by us, and by plain R.",
    "lab": "Ask the R&D people.",
    "count": "Colour #5 of the fan.",
    "model": "The model A-100 is blue.",
    "norm": "Pallets are stamped ISPM 15 for the sea.",
    "exact": "A side is exact to ±2 mm.",
    "loose": "A flap is exact to ±3 mm.",
    "shade": "Within ΔE 3 of the drawdown.",
    "weight": "At most 20 kg a box, 1,000 boxes a pallet.",
}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("index"), [article(slug, "Something", text) for slug, text in TEXTS.items()])


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("C++", "plus"), ("c++", "plus"), ("Is it C++?", "plus"), ("(C++)", "plus"),
        ("R&D", "lab"), ("r&d", "lab"), ("who is R&D?", "lab"), ("R & D", "lab"),
        ("#5", "count"), ("colour #5", "count"),
        ("A-100", "model"), ("a-100", "model"), ("A100", "model"), ("A–100", "model"), ("A\u2011100", "model"),
        ("ISPM 15", "norm"), ("ISPM-15", "norm"), ("ispm15", "norm"), ("ISPM15", "norm"), ("ISPM", "norm"),
        ("±2 mm", "exact"), ("± 2 mm", "exact"), ("±2mm", "exact"), ("±3 mm", "loose"), ("+/- 2 mm", "exact"),
        ("ΔE", "shade"), ("δe", "shade"), ("delta E", "shade"), ("Delta-E", "shade"), ("ΔE 3", "shade"),
        ("deltaE", "shade"), ("\u2206E", "shade"), ("Δ E", "shade"),
        ("20kg", "weight"), ("20 kg", "weight"), ("1000 boxes", "weight"), ("1,000 boxes", "weight"),
    ],
)  # fmt: skip
def test_the_article_that_has_it_comes_first(index: Path, typed: str, slug: str) -> None:
    with open_searcher(index) as searcher:
        result = search(searcher, typed, limit=3)

    assert result.hits[0].path == f"articles/{slug}.md"
    assert result.corrections == ()
