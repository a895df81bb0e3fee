"""Words that are one with others: degrees of adjectives, irregular forms, and families where nothing else is known."""

from pathlib import Path

import pytest
from search_samples import article, built

from kb.search.analysis import stem
from kb.search.families import relatives
from kb.search.index import open_searcher
from kb.search.search import Result, search


@pytest.mark.parametrize(
    ("form", "plain"),
    [
        ("quicker", "quick"), ("thinnest", "thin"), ("busier", "busy"), ("largest", "large"), ("finer", "fine"),
        ("sent", "send"), ("kept", "keep"),
    ],
)  # fmt: skip
def test_a_form_of_a_word_has_its_stem(form: str, plain: str) -> None:
    assert stem(form) == stem(plain)


@pytest.mark.parametrize("word", ["offer", "paper", "order", "request", "cutter", "overs", "number"])
def test_a_word_that_only_looks_like_a_form_keeps_its_own(word: str) -> None:
    assert stem(word) not in {stem(word[:-1]), stem(word[:-2]), stem(word[:-3])}


def test_a_relative_has_the_root_and_an_ending_of_its_own() -> None:
    assert relatives("certified", ["certain", "certificate", "certify"]) == ["certificate", "certify"]
    assert relatives("printe", ["printed"]) == []
    assert relatives("planet", ["planning", "plan"]) == []


def ask(index: Path, query: str, **glossary: tuple[str, ...]) -> Result:
    with open_searcher(index) as searcher:
        return search(searcher, query, limit=3, synonyms=glossary, explain=True)


def test_a_relative_is_searched_and_is_no_correction(tmp_path: Path) -> None:
    label = article("label", "Do you have a certificate?", "The wood is from a named forest.")
    result = ask(built(tmp_path, [label, article("fee", "Is there a fee?")]), "are you certified")

    assert (result.corrected, result.hits[0].path, result.answered) == (None, "articles/label.md", True)


def test_an_entry_of_many_names_does_not_outweigh_the_question(tmp_path: Path) -> None:
    built(tmp_path, [article("ink", "Which ink do you use?", "Flexo."), article("time", "What is the lead time?")])

    one = ask(tmp_path, "delivery", delivery=("lorry",)).explain
    four = ask(tmp_path, "delivery", delivery=("lorry", "truck", "van", "haulage")).explain

    assert one is not None
    assert four is not None
    assert [each["weight"] for each in one["synonyms"]] == [0.9]
    assert [each["weight"] for each in four["synonyms"]] == [0.45] * 4


def test_what_a_long_article_says_once_is_half_held_and_what_a_short_one_says_is_held(tmp_path: Path) -> None:
    talk = " ".join(f"talk{number}" for number in range(400))
    built(tmp_path, [article("long", "Our works", f"{talk} joke"), article("short", "Our lake", "A boat.")])

    shares = {word: _share(ask(tmp_path, word), word) for word in ("joke", "boat")}

    assert shares["joke"] == pytest.approx(0.5, abs=0.01)
    assert shares["boat"] > 0.98


def test_two_words_that_a_long_article_has_side_by_side_are_held_though_it_says_them_once(tmp_path: Path) -> None:
    talk = " ".join(f"talk{number}" for number in range(400))
    texts = {"beside": f"{talk} brief flight", "apart": f"brief {talk} flight"}
    for name, text in texts.items():
        (tmp_path / name).mkdir()
        built(tmp_path / name, [article("long", "Our works", text), article("short", "Lake", "A boat.")])

    beside, apart = (ask(tmp_path / name, "brief flight") for name in texts)

    assert [_share(each, "flight") for each in (beside, apart)] == pytest.approx([1.0, 0.5], abs=0.01)
    assert [beside.answered, apart.answered] == [True, False]


def _share(result: Result, word: str) -> float:
    assert result.explain is not None
    return next(float(each["share"]) for each in result.explain["evidence"]["words"] if each["word"] == word)
