"""`kb search` as scripts and people rely on it."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import RunKb

Folder = Callable[[dict[str, str]], Path]


def article(
    title: str, answer: str, *, audience: str = "customer", more: str = "", desk: str = "", tags: str = ""
) -> str:
    return f"---\naudience: {audience}\ndesk: {desk}\ntags: {tags}\n---\n# {title}\n\n{answer}\n\n{more}\n"


RUSH = article(
    "Can you rush an order?", "Repeat orders only, in five working days.", desk="planning", tags="time, rush"
)
GATE = article("When is the gate open?", "From six to two.", audience="sales", desk="dispatch")


def test_the_answer_to_lead_time_is_the_first_hit_of_the_sample(kb: RunKb) -> None:
    said = kb("search", "lead time")
    assert (said.code, said.err) == (0, "")
    assert "How long will my order take?" in said.out
    assert "A new printed box takes fifteen to eighteen working days." in " ".join(said.out.split())


def test_json_is_one_object_with_everything_that_is_promised(kb: RunKb, folder: Folder) -> None:
    root = folder({"articles/rush.md": RUSH + "## Numbers\n- rush, repeat order: 5 working days, to your door\n"})
    said = kb("--today", "2026-11-24", "search", "rush", "--json", content=root)
    found = json.loads(said.out)
    assert found.pop("today")["numbers"][0]["by"] == "Tue 1 Dec"
    score = found["hits"][0].pop("score")
    assert score > 0
    assert found == {
        "schema": 1,
        "query": "rush",
        "corrected": None,
        "answered": True,
        "hits": [
            {
                "slug": "rush",
                "title": "Can you rush an order?",
                "say": "Repeat orders only, in five working days.",
                "numbers": [
                    {
                        "name": "rush",
                        "for": "repeat order",
                        "amount": "5 working days",
                        "rest": "to your door",
                        "text": "rush, repeat order: 5 working days, to your door",
                    }
                ],
                "dont_say": [],
                "desk": "planning",
                "state": None,
                "agreed_on": None,
                "good_until": None,
                "audience": "customer",
                "why": "",
                "tags": ["time", "rush"],
                "match": "rush, repeat order: 5 working days, to your door",
            }
        ],
        "corrections": [],
        "notes": [],
    }


def test_where_nothing_answers_it_says_so_and_shows_the_nearest(kb: RunKb, folder: Folder) -> None:
    root = folder({"articles/rush.md": RUSH, "articles/gate.md": GATE})
    said = kb("search", "insurance cover for an order", content=root)
    assert said.code == 1
    assert "No answer on that yet" in said.out
    assert "rush" in said.out


def test_an_empty_library_answers_nothing_but_completely(kb: RunKb, folder: Folder) -> None:
    assert kb("search", "gold", "foil", content=folder({})).code == 1
    said = kb("search", "anything", "--json", content=folder({}))
    assert (said.code, json.loads(said.out)) == (
        1,
        {
            "schema": 1,
            "query": "anything",
            "corrected": None,
            "answered": False,
            "hits": [],
            "corrections": [],
            "notes": [],
        },
    )


@pytest.mark.parametrize("query", ["", "   ", "the of and", "***", "?!"])
def test_nothing_to_search_for_is_a_usage_error(query: str, kb: RunKb) -> None:
    said = kb("search", query)
    assert said.code == 2
    assert said.out == ""


def test_a_typing_mistake_is_corrected_and_told(kb: RunKb) -> None:
    said = kb("search", "tolarence of the dimensions")
    assert said.code == 0
    assert "Searched for *tolerance* instead of *tolarence*." in said.out
    assert json.loads(kb("search", "tolarence", "--json").out)["corrected"] == "tolerance"


def test_batch_answers_a_line_for_each_line_blank_ones_too(kb: RunKb, tmp_path: Path) -> None:
    questions = tmp_path / "questions.txt"
    questions.write_text("lead time\n\nthe of\r\nqwxyzzy insurance\n", "utf-8")
    said = kb("search", "--batch", str(questions), "--json")
    found = [json.loads(line) for line in said.out.splitlines()]
    assert said.code == 0
    assert [each["query"] for each in found] == ["lead time", "", "the of", "qwxyzzy insurance"]
    assert [len(each["hits"]) for each in found][:3] == [10, 0, 0]
    assert [each["answered"] for each in found] == [True, False, False, False]
    assert kb("search", "--batch", "-", "--json", stdin="lead time\n").out == said.out.splitlines(keepends=True)[0]


def test_tag_and_desk_narrow_the_search_and_a_mistyped_one_is_told(kb: RunKb, folder: Folder) -> None:
    root = folder(
        {
            "articles/rush.md": RUSH,
            "articles/gate.md": GATE,
            "people.yaml": "planning: {name: P}\ndispatch: {name: D}\n",
        }
    )
    assert " gate\n" not in kb("search", "order gate open", "--desk", "planning", content=root).out
    assert kb("search", "rush", "--tag", "TIME", content=root).code == 0
    said = kb("search", "rush", "--tag", "tim", content=root)
    assert (said.code, said.out) == (2, "")
    assert "Did you mean 'time'?" in said.err


def test_changed_new_and_deleted_articles_are_seen_by_the_next_search(kb: RunKb, folder: Folder) -> None:
    root = folder({"articles/rush.md": RUSH, "articles/gate.md": GATE})
    assert kb("search", "gate", content=root).code == 0
    (root / "articles/gate.md").write_text(GATE.replace("six to two", "noon to nine"), "utf-8")
    assert "noon to nine" in kb("search", "gate", content=root).out
    (root / "articles/dock.md").write_text(article("Where is the dock?", "Behind the hall."), "utf-8")
    assert "Behind the hall." in kb("search", "dock", content=root).out
    (root / "articles/gate.md").unlink()
    assert kb("search", "gate", content=root).code == 1


def test_an_edit_of_the_same_size_and_time_is_never_missed(kb: RunKb, folder: Folder) -> None:
    root = folder({"articles/gate.md": GATE})
    path = root / "articles/gate.md"
    for turn in range(20):
        path.write_text(GATE.replace("six to two", f"{turn:03} to two"), "utf-8")
        os.utime(path, ns=(10**18, 10**18))
        assert f"{turn:03} to two" in kb("search", "gate", content=root).out


def test_inside_text_cannot_be_found_shown_or_suggested(kb: RunKb, folder: Folder) -> None:
    root = folder(
        {
            "articles/rush.md": RUSH + "## Inside only\nKBCANARY marginally tiny zebra.\n",
            "articles/secret.md": article("What is our zebra margin?", "KBCANARY", audience="inside"),
            "articles/link.md": article("Who knows more?", "See [[secret]] and [[rush]]."),
            "articles/unmarked.md": "# What is a quagga?\n\nKBCANARY\n",
        }
    )
    for query in ("zebra", "zebr", "margin", "quagga", "KBCANARY", "who knows more"):
        said = kb("search", query, "--json", content=root)
        found = said.out.replace(f'"query": "{query}"', "")
        assert not any(word in found for word in ("KBCANARY", "zebra", "secret", "quagga")), query


def test_an_article_that_becomes_inside_is_gone_with_the_links_to_it(kb: RunKb, folder: Folder) -> None:
    root = folder({"articles/gate.md": GATE, "articles/link.md": article("Who opens?", "The guard, see [[gate]].")})
    assert kb("search", "gate", content=root).code == 0
    assert "see gate" in kb("search", "who opens guard", content=root).out
    (root / "articles/gate.md").write_text(GATE.replace("audience: sales", "audience: inside"), "utf-8")
    assert "six to two" not in kb("search", "gate", content=root).out
    assert "gate" not in kb("search", "guard", content=root).out


def test_a_company_that_opens_its_plain_notes_by_default_has_them_searched(kb: RunKb, folder: Folder) -> None:
    root = folder({"articles/note.md": "# Where are the keys?\n\nIn the drawer.\n"})
    assert kb("search", "keys", content=root).code == 1
    (root / "kb.yaml").write_text("default_audience: sales\n", "utf-8")
    assert "In the drawer." in kb("search", "keys", content=root).out


def test_exact_wants_every_word_as_it_was_typed(kb: RunKb, folder: Folder) -> None:
    codes = article("Which pallets do you use?", "Heat-treated ones, ISPM 15, model A-100, never C++.")
    root = folder({"articles/codes.md": codes, "articles/rush.md": RUSH, "people.yaml": "d: {name: D}\n"})
    for query in ("ISPM 15", "a-100", "c++", "heat treated pallets"):
        said = kb("search", "--exact", query, content=root)
        assert (said.code, said.out.splitlines()[0]) == (0, "Which pallets do you use?"), query
        assert "Also" not in said.out
    for query in ("ISPM 16", "pallet", "palets", "pallets rush"):
        assert json.loads(kb("search", "--exact", query, "--json", content=root).out)["hits"] == [], query


@pytest.mark.parametrize("damage", ["snapshot.sqlite", "index.json", "gen-"])
def test_a_damaged_cache_is_built_anew_without_a_word(damage: str, kb: RunKb, folder: Folder, own_state: Path) -> None:
    root = folder({"articles/gate.md": GATE})
    assert kb("search", "gate", content=root).code == 0
    for path in own_state.rglob("*"):
        if path.is_file() and damage in str(path):
            path.write_bytes(b"\x00damaged\xff" * 20)
    (root / "articles/rush.md").write_text(RUSH, "utf-8")
    said = kb("search", "gate", content=root)
    assert (said.code, said.err) == (0, "")
    assert "From six to two." in said.out


def test_the_cache_is_private_and_outside_the_content(kb: RunKb, folder: Folder, own_state: Path) -> None:
    root = folder({"articles/gate.md": GATE})
    before = sorted(root.rglob("*"))
    kb("search", "gate", content=root)
    assert sorted(root.rglob("*")) == before
    assert all(path.stat().st_mode & 0o077 == 0 for path in own_state.iterdir())


def test_the_sentence_that_matches_is_shown_where_it_is_nowhere_else(kb: RunKb, folder: Folder) -> None:
    root = folder({"articles/rush.md": RUSH + "## If they push back\nTell them of the second shift. It is dear.\n"})
    out = kb("search", "rush by a second shift", content=root).out
    assert "\n …          Tell them of the second shift.\n" in out
    assert " … " not in kb("search", "rush an order", content=root).out


def test_json_has_the_best_sentence_of_every_hit_and_so_has_batch(kb: RunKb, folder: Folder) -> None:
    root = folder({"articles/rush.md": RUSH, "articles/gate.md": GATE})
    for said in (
        kb("search", "gate order", "--json", content=root),
        kb("search", "--batch", "-", content=root, stdin="gate order\n"),
    ):
        hits = json.loads(said.out)["hits"]
        assert len(hits) == 2
        assert all(hit["match"] for hit in hits)


def test_explain_shows_terms_weights_and_evidence_below_the_answer(kb: RunKb, folder: Folder) -> None:
    root = folder({"articles/rush.md": RUSH, "glossary.yaml": "- {term: rush, customers: [express], means: Quick.}\n"})
    said = kb("search", "--explain", "exprss orderz", content=root)
    answer, _, why = said.out.partition("How the question was read\n")
    assert answer.startswith("Searched for *express* instead of *exprss*")
    assert " exprss: corrected to express\n" in why
    assert " express: the glossary also has rush\n" in why
    assert "\n term " in why
    assert why.endswith("1 is enough: answered\n")


def test_explain_goes_with_json_under_its_own_key(kb: RunKb, folder: Folder) -> None:
    root = folder({"articles/rush.md": RUSH})
    found = json.loads(kb("search", "--explain", "--json", "rush", content=root).out)
    assert {"term", "field", "weight", "idf", "articles"} == set(found["explain"]["terms"][0])
    assert found["explain"]["evidence"]["answered"] is True
    assert "explain" not in json.loads(kb("search", "--json", "rush", content=root).out)


def test_explain_of_nothing_found_says_so(kb: RunKb, folder: Folder) -> None:
    said = kb("search", "--explain", "zeppelin", content=folder({"articles/rush.md": RUSH}))
    assert said.code == 1
    assert said.out.endswith("Whether it is an answer\n No article holds any of the words.\n")
