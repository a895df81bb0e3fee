"""Words that one writes as one and another as two find the same articles."""

from pathlib import Path

import pytest
from search_samples import article, built

from kb.search.index import open_searcher
from kb.search.search import Result, search
from kb.search.synonyms import Synonyms

ARTICLES = (
    article("lead", "What is your lead time?", "The lead time of a new box is fifteen days."),
    article("call", "Can we have a call-off order?", "A call-off order waits in our store until you ask for it."),
    article("run", "What is a shortrun?", "A shortrun is printed without plates."),
    article("carton", "What is a carton?", "One more name for a box. The driver comes by car, a ton a day."),
    article("pallet", "Which pallets do you use?", "ISPM 15 pallets, model A-100 or B200."),
    article("site", "Where is your site?", "On the north site, run by the web team for a short time."),
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("index"), ARTICLES)


def ask(index: Path, query: str, synonyms: Synonyms = ()) -> Result:
    with open_searcher(index) as searcher:
        return search(searcher, query, limit=3, synonyms=synonyms)


@pytest.mark.parametrize(
    ("ways", "slug"),
    [
        (("lead time", "leadtime", "lead-time", "Lead-Time?", "LEADTIME", "leadtimes", "lead times"), "lead"),
        (("call-off", "call off", "calloff"), "call"),
        (("shortrun", "short run", "short-run", "short runs"), "run"),
        (("ISPM 15", "ISPM15", "ispm-15"), "pallet"),
        (("A-100", "A100", "a 100"), "pallet"),
        (("B200", "B-200", "b 200"), "pallet"),
    ],
)
def test_joined_hyphenated_or_apart_the_same_article_comes_first(index: Path, ways: tuple[str, ...], slug: str) -> None:
    for way in ways:
        result = ask(index, way)

        assert result.hits[0].path == f"articles/{slug}.md", way
        assert result.answered, way
        assert (result.corrected, result.corrections) == (None, ()), way


def test_what_the_article_has_apart_is_found_with_the_same_score_joined(index: Path) -> None:
    assert len({ask(index, way).hits for way in ("lead time", "leadtime", "lead-time")}) == 1


def test_parts_that_are_no_neighbours_anywhere_are_not_looked_for(index: Path) -> None:
    assert [hit.path for hit in ask(index, "carton").hits] == ["articles/carton.md"]
    assert [hit.path for hit in ask(index, "website").hits] == []


@pytest.mark.parametrize("typed", ["callof", "calloof"])
def test_a_misspelt_join_is_corrected_to_the_two_words_and_the_user_told(index: Path, typed: str) -> None:
    result = ask(index, typed)

    assert result.hits[0].path == "articles/call.md"
    assert "call" in str(result.corrected)


def test_the_correction_of_a_join_shows_the_two_words(index: Path) -> None:
    assert ask(index, "Is callof possible?").corrected == "Is call off possible?"


def test_the_glossary_s_two_words_are_known_as_one(index: Path) -> None:
    glossary = {"lead time": ("turn round", "tri-wall")}

    for way in ("turn round", "turnround", "turn-round", "turnruond", "triwall", "tri wall"):
        assert ask(index, way, glossary).hits[0].path == "articles/lead.md", way


def test_the_glossary_s_one_word_is_known_as_two(index: Path) -> None:
    glossary = {"lead time": ("triwall",)}

    for way in ("triwall", "tri wall", "tri-wall", "Tri-Wall boxes"):
        assert ask(index, way, glossary).hits[0].path == "articles/lead.md", way


def test_exact_wants_the_words_as_they_were_typed(index: Path) -> None:
    with open_searcher(index) as searcher:
        assert search(searcher, "leadtime", limit=3, exact=True).hits == ()
        assert search(searcher, "lead-time", limit=3, exact=True).hits
