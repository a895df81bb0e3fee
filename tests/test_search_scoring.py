"""The best documents: the same as when every posting is looked at."""

from math import log
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from search_samples import article, build_in_parts, built

from kb.search.analysis import stem
from kb.search.build import update
from kb.search.index import Searcher, open_searcher
from kb.search.postings import Table, count_and_length, unpacked
from kb.search.schema import TEXT, TITLE
from kb.search.scoring import best, idf

WORDS = ["board", "colour", "die", "flute", "glue", "plate", "press"]
TEXTS = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12), min_size=1, max_size=30)
QUERIES = st.dictionaries(st.sampled_from(WORDS), st.floats(0.1, 3), min_size=1)


def exhaustive(texts: list[list[str]], query: dict[str, float]) -> list[float]:
    """BM25 (B .75, K1 1.5) of every text that holds a word of the query, best first."""
    average = sum(map(len, texts)) / len(texts)
    scores = []
    for text in texts:
        score = 0.0
        for word, boost in query.items():
            holders = sum(word in other for other in texts)
            inverse = log(1 + (len(texts) - holders + 0.5) / (holders + 0.5))
            count = text.count(word)
            score += boost * inverse * 2.5 * count / (count + 1.5 * (0.25 + 0.75 * len(text) / average))
        scores.append(score)
    return sorted((score for score in scores if score > 0), reverse=True)


@settings(max_examples=40, deadline=None)
@given(texts=TEXTS, query=QUERIES, limit=st.integers(1, 5), part=st.sampled_from([3, 5_000]))
def test_the_best_are_those_that_looking_at_every_posting_finds(
    texts: list[list[str]], query: dict[str, float], limit: int, part: int
) -> None:
    documents = [article(f"a{n}", "", " ".join(text)) for n, text in enumerate(texts)]
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        build_in_parts(patch, part, elsewhere=False)
        with open_searcher(built(Path(folder), documents)) as searcher:
            boosts = {(TEXT, stem(word)): boost for word, boost in query.items()}
            found = [score for score, _ in best(searcher, boosts, limit)]

    assert found == pytest.approx(exhaustive(texts, query)[:limit])


def looked_up(searcher: Searcher, boosts: dict[tuple[str, str], float]) -> dict[int, float]:
    """The score of every document that is not deleted, posting by posting; terms weigh what they weigh in `best`."""
    scores = dict.fromkeys(searcher.live(), 0.0)
    for (field, term), boost in boosts.items():
        for document in scores:
            count, length = searcher.count_and_length(document, field, term)
            norm = 1.5 * (0.25 + 0.75 * length / searcher.average_lengths[field])
            scores[document] += boost * idf(searcher, field, term) * 2.5 * count / (count + norm)
    return scores


@settings(max_examples=40, deadline=None)
@given(
    texts=st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6), min_size=12, max_size=30),
    query=st.dictionaries(st.sampled_from(WORDS), st.sampled_from([0.05, 0.5, 5]), min_size=3),
    limit=st.integers(1, 3),
    gone=st.sets(st.integers(0, 29), max_size=4),
    allowed=st.none() | st.sets(st.integers(0, 35), min_size=8),
)
def test_the_best_are_neither_deleted_nor_others_than_those_allowed(
    texts: list[list[str]], query: dict[str, float], limit: int, gone: set[int], allowed: set[int] | None
) -> None:
    documents = [article(f"a{n}", "", " ".join(text)) for n, text in enumerate(texts)]
    with TemporaryDirectory() as folder:
        built(Path(folder), documents[:-3])
        update(Path(folder), documents[-3:], [f"articles/a{n}.md" for n in gone], {})
        with open_searcher(Path(folder)) as searcher:
            boosts = {(TEXT, stem(word)): boost for word, boost in query.items()}
            found = best(searcher, boosts, limit, allowed)
            scores = looked_up(searcher, boosts)

    wanted = [score for document, score in scores.items() if score > 0 and (allowed is None or document in allowed)]
    assert [score for score, _ in found] == pytest.approx(sorted(wanted, reverse=True)[:limit])
    assert all(scores[document] == pytest.approx(score) for score, document in found)
    assert all(allowed is None or document in allowed for _, document in found)


def packed(terms: list[str], *, scored: bool = True) -> dict[str, bytes]:
    table = Table(scored=scored)
    table.add(7, terms)
    return dict(table.packed())


def test_a_posting_holds_count_and_length() -> None:
    found = {term: unpacked(each) for term, each in packed(["a", "b", "a"]).items()}

    assert {term: [*map(count_and_length, each.weights)] for term, each in found.items() if each} == {
        "a": [(2, 3)],
        "b": [(1, 3)],
    }
    assert all(each and list(each.documents) == [7] for each in found.values())


def test_counts_and_lengths_beyond_24_bits_are_cut() -> None:
    found = unpacked(packed(["a"] * 100_000)["a"])

    assert found is not None
    assert count_and_length(found.weights[0]) == (4095, 4095)


def test_damaged_postings_are_none() -> None:
    whole = packed(["a"])["a"]

    for at in range(len(whole)):
        assert unpacked(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]) is None
        assert unpacked(whole[:at]) is None


def test_a_term_that_is_nowhere_tells_nothing(tmp_path: Path) -> None:
    with open_searcher(built(tmp_path)) as searcher:
        assert idf(searcher, TITLE, "zeppelin") == 0
        assert best(searcher, {(TITLE, "zeppelin"): 1.0}, 3) == []
