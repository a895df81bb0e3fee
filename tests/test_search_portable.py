"""What a page gets to rank by: plain data, whole, and no word of an article that was not given."""

import json
import re

from kb.search.portable import ranking, wordings


def test_the_ranking_is_plain_data_with_the_glossary_and_the_hyphens() -> None:
    told = ranking([("die", ("cutting forme", "forme"))], ["Is call-off possible?", "A-100?"])
    assert json.loads(json.dumps(told)) == json.loads(json.dumps(told))
    assert told["synonyms"] == [["die", "cutting forme", "forme"]]
    assert told["hyphens"] == "call-off"
    assert ranking({}, [])["synonyms"] == []


def test_its_rules_of_spelling_are_such_as_a_browser_understands_too() -> None:
    rules = ranking({}, [])["rules"]
    assert isinstance(rules, tuple)
    for pattern, _ in rules:
        assert not re.search(r"\(\?P|\(\?#|\\A|\\Z|\(\?i", pattern), pattern


def test_wordings_come_as_the_words_that_are_indexed_of_them() -> None:
    assert wordings(["How long will my 20kg order take?", "R&D"]) == ["how long my 20kg 20 kg order take", "r&d"]
