"""The JSON of a search: the keys that scripts rely on, always valid, on one line that no terminal obeys."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.model.results import Found, Hit
from kb.render.found_json import found_object, json_line


def hit(title: str = "How long?", *, score: float = 12.5) -> Hit:
    return Hit(
        slug="lead-time",
        title=title,
        score=score,
        say="Fifteen days.",
        numbers=({"name": "lead time", "for": "", "amount": "15 days", "rest": "", "text": "lead time: 15 days"},),
        dont_say=('"two weeks"',),
        why="Plates.",
        desk="planning",
        audience="customer",
        tags=("time",),
    )


def test_an_answer_has_every_key_of_the_contract() -> None:
    found = Found(
        query="lead tme",
        corrected="lead time",
        answered=True,
        hits=(hit(),),
        corrections=(("tme", "time"),),
        notes=("The index is behind.",),
    )
    assert found_object(found) == {
        "schema": 1,
        "query": "lead tme",
        "corrected": "lead time",
        "answered": True,
        "hits": [
            {
                "slug": "lead-time",
                "title": "How long?",
                "score": 12.5,
                "say": "Fifteen days.",
                "numbers": [
                    {"name": "lead time", "for": "", "amount": "15 days", "rest": "", "text": "lead time: 15 days"}
                ],
                "dont_say": ['"two weeks"'],
                "desk": "planning",
                "state": None,
                "agreed_on": None,
                "good_until": None,
                "audience": "customer",
                "why": "Plates.",
                "tags": ["time"],
                "match": "",
            }
        ],
        "corrections": [{"word": "tme", "searched": "time"}],
        "notes": ["The index is behind."],
    }


def test_nothing_found_is_whole_too() -> None:
    line = json_line(Found(query="", corrected=None, answered=False, hits=()))
    assert line == (
        '{"schema": 1, "query": "", "corrected": null, "answered": false, "hits": [], "corrections": [], "notes": []}'
    )


def test_an_explanation_is_handed_on_where_there_is_one() -> None:
    found = Found(query="x", corrected=None, answered=False, hits=(), explain={"terms": ["x"]})
    assert found_object(found)["explain"] == {"terms": ["x"]}


def test_letters_of_every_script_stay_readable() -> None:
    assert '"title": "±2 mm ΔE 日本 😀"' in json_line(
        Found(query="x", corrected=None, answered=True, hits=(hit("±2 mm ΔE 日本 😀"),))
    )


def test_what_a_terminal_obeys_is_escaped_and_comes_back_when_read() -> None:
    title = "a\x1b[2J\x7f\x85\x9b\u202e\u2028\ufeff\U000e0041b"
    line = json_line(Found(query="x", corrected=None, answered=True, hits=(hit(title),)))
    assert line.isprintable()
    assert json.loads(line)["hits"][0]["title"] == title


def test_half_a_letter_is_replaced_so_that_the_line_can_be_written() -> None:
    line = json_line(Found(query="a\udcffb", corrected=None, answered=False, hits=()))
    assert json.loads(line.encode("utf-8"))["query"] == "a\ufffdb"


def test_a_score_that_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        json_line(Found(query="x", corrected=None, answered=True, hits=(hit(score=float("nan")),)))


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_every_text_comes_back_as_it_was_from_one_line(text: str) -> None:
    line = json_line(Found(query=text, corrected=text, answered=True, hits=(hit(text),), notes=(text,)))
    assert len(line.splitlines()) == 1
    read = json.loads(line.encode("utf-8"))
    assert (read["query"], read["corrected"], read["hits"][0]["title"], read["notes"]) == (text, text, text, [text])
