"""How a question was read and weighed, as data."""

from pathlib import Path
from typing import Any

import pytest
from search_samples import built

from kb.search.index import open_searcher
from kb.search.search import search

GLOSSARY = {"lead time": ("how long",), "surcharge": ("extra pay",)}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("index"))


def explained(index: Path, query: str, *, exact: bool = False) -> dict[str, Any]:
    with open_searcher(index) as searcher:
        result = search(searcher, query, limit=3, synonyms=GLOSSARY, exact=exact, explain=True)
        assert search(searcher, query, limit=3, synonyms=GLOSSARY, exact=exact) == result._replace(explain=None)
    assert result.explain is not None
    return result.explain


def test_each_term_has_its_field_weight_idf_and_articles(index: Path) -> None:
    terms = explained(index, "the surcharge")["terms"]
    assert {"term": "surcharg", "field": "text", "weight": 1.0, "idf": 1.674, "articles": 1} in terms
    assert {"term": "surcharg", "field": "title", "weight": 0.75, "idf": 0.0, "articles": 0} in terms


def test_a_synonym_weighs_less_than_the_word_that_was_typed(index: Path) -> None:
    explain = explained(index, "how long is it")
    assert explain["synonyms"] == [{"said": "how long", "searched": "lead time", "weight": 0.25}]
    weights = {each["term"]: each["weight"] for each in explain["terms"] if each["field"] == "text"}
    assert weights["lead"] < weights["long"]
    assert explained(index, "lead time")["synonyms"] == [{"said": "lead time", "searched": "how long", "weight": 0.45}]


def test_corrections_other_spellings_and_joins_are_told_apart(index: Path) -> None:
    explain = explained(index, "surchagre workingdays color whyte bo ard")
    assert explain["corrections"] == [
        {"word": "surchagre", "searched": "surcharge"},
        {"word": "whyte", "searched": "white"},
    ]
    assert explain["spelt"] == [
        {"word": "workingdays", "searched": "working days"},
        {"word": "color", "searched": "colour"},
    ]
    assert explain["joined"] == [{"word": "board", "of": "bo ard"}]
    assert explain["words"][0][0] == {"word": "surcharge", "share": 0.9}


def test_a_real_word_is_shown_with_what_it_may_have_been(index: Path) -> None:
    words = explained(index, "clear press paste tools")["words"]
    assert [{"word": "clear", "share": 1.0}] in words
    assert not explained(index, "clear press paste tools")["corrections"]


def test_the_evidence_has_every_telling_word_and_adds_up(index: Path) -> None:
    evidence = explained(index, "surcharge for wooden crates")["evidence"]
    assert [(each["word"], each["held"]) for each in evidence["words"]] == [
        ("surcharge", True),
        ("wooden", False),
        ("crates", False),
    ]
    held = sum(each["weight"] * each["share"] for each in evidence["words"])
    assert evidence["coverage"] == pytest.approx(held / sum(each["weight"] for each in evidence["words"]), abs=1e-3)
    total = evidence["coverage"] + evidence["strength_counts"] * evidence["strength"]
    assert evidence["total"] == pytest.approx(total, abs=1e-3)
    assert evidence["answered"] is (evidence["total"] >= evidence["enough"])


def test_exact_has_neither_corrections_nor_synonyms(index: Path) -> None:
    explain = explained(index, "how long", exact=True)
    assert (explain["synonyms"], explain["corrections"], explain["spelt"], explain["joined"]) == ([], [], [], [])


def test_nothing_found_has_no_evidence(index: Path) -> None:
    assert explained(index, "zeppelin")["evidence"] is None
