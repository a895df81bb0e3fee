"""Questions that break a query parser, or take it for ever, are only words here: no error, no delay."""

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from conftest import TIMES
from search_samples import article

from kb.errors import EmptyQueryError
from kb.search.build import rebuild
from kb.search.document import Document
from kb.search.index import Searcher, open_searcher
from kb.search.search import Result, search
from kb.settings import MAX_QUERY_CHARACTERS

sys.path.insert(0, str(Path(__file__).parent / "bench"))
from large import Words, articles

HOSTILE = Path(__file__).parent / "data/hostile_queries.json"
GLOSSARY = (("lead time", ("turnaround", "how long")), ("die", ("cutting forme", "c++", "**", "")), ("", ("box",)))


def hostile_queries() -> Iterator[str]:
    for each in json.loads(HOSTILE.read_text("utf-8")):
        yield each["query"] if "query" in each else each["repeat"] * each["times"]


def index_of_generated_articles(folder: Path, count: int) -> Path:
    folder.mkdir(exist_ok=True)
    rebuild(folder, generated_documents(count), {})
    return folder


def generated_documents(count: int) -> Iterator[Document]:
    for slug, text in articles(count, Words()):
        title, _, body = text.partition("\n# ")[2].partition("\n")
        yield article(slug, title, body)


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with open_searcher(index_of_generated_articles(tmp_path_factory.mktemp("hostile"), 300)) as opened:
        yield opened


def ask(searcher: Searcher, query: str) -> Result | None:
    """What is found, with a glossary; None where nothing is left to search for. Any other error is a failure."""
    try:
        return search(searcher, query, limit=10, synonyms=GLOSSARY)
    except EmptyQueryError:
        return None


def cpu_seconds(searcher: Searcher, query: str) -> float:
    start = time.process_time()
    ask(searcher, query)
    return time.process_time() - start


def test_the_list_is_as_long_as_it_should_be_and_has_no_query_twice() -> None:
    queries = list(hostile_queries())

    assert len(queries) >= 110
    assert len(set(queries)) == len(queries)
    assert max(map(len, queries)) >= 100_000


def test_no_hostile_query_fails(searcher: Searcher) -> None:
    for query in hostile_queries():
        result = ask(searcher, query)
        if result is not None:
            assert len(result.hits) <= 10
            assert result.cut or len(query) <= MAX_QUERY_CHARACTERS, query[:80]


@pytest.mark.timing
def test_no_hostile_query_takes_a_second(searcher: Searcher) -> None:
    slow = {query[:80]: seconds for query in hostile_queries() if (seconds := cpu_seconds(searcher, query)) >= 1}

    assert slow == {}


@pytest.mark.parametrize("query", ["", " \t\r\n", "?!", "**", "[]*", "\x00", "(" * 2_000, "the", "is it the of a"])
def test_a_query_without_anything_to_look_for_says_so(searcher: Searcher, query: str) -> None:
    with pytest.raises(EmptyQueryError):
        search(searcher, query, limit=10)


@pytest.mark.parametrize(
    "query",
    ["*** printed box ***", "+printed -box", '(printed [box}"', "printed? box*", "~printed ^box", "/printed\\box/"],
)
def test_signs_of_a_query_language_mean_nothing(searcher: Searcher, query: str) -> None:
    expected = search(searcher, "printed box", limit=10)
    assert expected.hits

    assert search(searcher, query, limit=10).hits == expected.hits


def test_not_is_a_word_and_does_not_find_all_the_others(searcher: Searcher) -> None:
    result = search(searcher, "NOT xylophonist", limit=1_000)

    assert len(result.hits) < searcher.count


def random_query(random: Random, words: Words, hostile: list[str]) -> str:
    """Words of the articles, misspelt ones, pieces of hostile queries and signs of any script, in any order."""
    parts = []
    for _ in range(random.choice((1, 2, 3, 5, 8, 40))):
        kind = random.randrange(5)
        if kind < 2:
            parts += words.draw(random.randint(1, 4))
        elif kind == 2:
            word = random.choice(words.words)
            place = random.randrange(len(word))
            parts.append(word[:place] + random.choice("abcxyz'é-&") + word[place + random.randrange(3) :])
        elif kind == 3:
            query, start = random.choice(hostile), random.randrange(50)
            parts.append(query[start : start + random.choice((5, 60, 2_000))])
        else:
            parts.append("".join(chr(random.randrange(1, 0x11000)) for _ in range(random.randint(1, 12))))
    return random.choice((" ", " ", "", "*", '" OR "')).join(parts)


@pytest.mark.long
@pytest.mark.timing
@pytest.mark.timeout(300 * TIMES)
def test_hostile_and_random_queries_never_fail_and_hardly_ever_take_long(tmp_path: Path) -> None:
    random, words, hostile = Random(TIMES), Words(), list(hostile_queries())  # noqa: S311 - no secret
    queries = [*hostile, *(random_query(random, words, hostile) for _ in range(1_000 * TIMES))]
    with open_searcher(index_of_generated_articles(tmp_path, 2_000 * TIMES)) as searcher:
        times = sorted((cpu_seconds(searcher, query), query[:80]) for query in queries)

    assert times[len(times) * 99 // 100][0] < 0.3
    assert times[-1][0] < 1, times[-1]
