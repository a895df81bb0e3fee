"""Words that the collection does not know: slips of the pen, and real words that it lacks."""

from pathlib import Path

import pytest
from search_samples import article, built

from kb.search.english import is_english
from kb.search.index import open_searcher
from kb.search.search import Result, search

ARTICLES = (
    article("stock", "Do you hold stock?", "Finished boxes stay in stock for a year."),
    article("queue", "Where does my job wait?", "A job waits in the queue of the die-cutter."),
    article("fee", "Is there a fee?", "The fee is ten per cent."),
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("index"), ARTICLES)


def ask(index: Path, query: str) -> Result:
    with open_searcher(index) as searcher:
        return search(searcher, query, limit=3)


def test_a_real_word_is_not_corrected_where_the_question_has_others(index: Path) -> None:
    result = ask(index, "where does a job get stuck in the queue")

    assert (result.corrected, result.corrections) == (None, ())
    assert result.hits[0].path == "articles/queue.md"


def test_a_slip_is_corrected_beside_other_words(index: Path) -> None:
    assert ask(index, "is the stokc in the queue").corrections == (("stokc", "stock"),)


def test_a_real_word_alone_is_taken_for_a_slip_and_the_user_told(index: Path) -> None:
    result = ask(index, "what about stuck")

    assert result.corrected == "what about stock"
    assert result.hits[0].path == "articles/stock.md"


def test_a_real_word_that_the_collection_lacks_is_no_evidence(index: Path) -> None:
    assert ask(index, "is there a fee").answered
    assert not ask(index, "is there a free lunch").answered


def test_common_words_are_english_and_slips_are_not() -> None:
    assert all(map(is_english, ["stuck", "free", "past", "colour", "color"]))
    assert not any(map(is_english, ["stokc", "surchagre", "", "copyright 2000-2011", "stuck\nfree"]))
