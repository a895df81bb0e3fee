"""What may be told of an article by its signatures: the text in force, in search, show and index alike."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from conftest import RunKb

from kb.library.load import load_library
from kb.library.notice import notice_text, read_notice
from kb.library.signature import read_signature, signature_text
from kb.library.signed import signed_text

Folder = Callable[[dict[str, str]], Path]

ARTICLE = """\
---
desk: planning
audience: customer
---
# How long does a plain box take?

Five to seven working days.

## Customers say
- When can I have plain ones?

## Numbers
- lead time, plain box: 5 to 7 working days

## Don't say
- "tomorrow": board has to come first
"""
PATH = "articles/plain.md"


@pytest.fixture
def signing(folder: Folder) -> Path:
    root = folder({"kb.yaml": "company: Us\n", PATH: ARTICLE})
    (root / "agreed").mkdir()
    return root


def sign(root: Path, side: str, on: str = "2026-11-02", until: str = "2027-02-01") -> None:
    article = load_library(root).articles[0]
    text = signature_text(side, "Somebody: 1", date.fromisoformat(on), date.fromisoformat(until), signed_text(article))
    place = root / "agreed" / "plain"
    place.mkdir(exist_ok=True)
    (place / f"{on}-{side}-x{len(list(place.iterdir()))}.yaml").write_text(text, "utf-8")


def rewrite(root: Path, before: str, after: str) -> None:
    (root / PATH).write_text((root / PATH).read_text("utf-8").replace(before, after), "utf-8")


def found(kb: RunKb, root: Path, day: str = "2026-11-23") -> tuple[str | None, str]:
    """State and answer of the only hit, by search; `kb show` must say the same."""
    hit = json.loads(kb("--today", day, "search", "plain box", "--json", content=root).out)["hits"][0]
    shown = json.loads(kb("--today", day, "show", "plain", "--json", content=root).out)
    assert (shown["state"], shown["say"], shown["numbers"]) == (hit["state"], hit["say"], hit["numbers"])
    return hit["state"], hit["say"]


def test_without_a_folder_of_signatures_there_is_no_state(kb: RunKb, folder: Folder) -> None:
    root = folder({"kb.yaml": "", PATH: ARTICLE})
    assert found(kb, root) == (None, "Five to seven working days.")


def test_an_empty_folder_of_signatures_makes_everything_unsigned(kb: RunKb, folder: Folder) -> None:
    root = folder({"kb.yaml": "", PATH: ARTICLE})
    found(kb, root)
    (root / "agreed").mkdir()
    assert found(kb, root)[0] == "unsigned"


def test_two_signatures_agree_and_run_out(kb: RunKb, signing: Path) -> None:
    sign(signing, "production")
    assert found(kb, signing)[0] == "unsigned"
    sign(signing, "sales")
    states = [found(kb, signing, day)[0] for day in ("2027-02-01", "2027-02-02", "2027-03-03", "2027-03-04")]
    assert states == ["agreed", "due", "due", "expired"]


def test_what_was_agreed_stays_in_force_while_another_version_waits(kb: RunKb, signing: Path) -> None:
    sign(signing, "production")
    sign(signing, "sales")
    rewrite(signing, "Five to seven", "Two to three")
    rewrite(signing, "5 to 7", "2 to 3")
    assert found(kb, signing) == ("changed", "Five to seven working days.")
    sign(signing, "production", on="2026-11-20")
    assert found(kb, signing) == ("changed", "Five to seven working days.")
    sign(signing, "sales", on="2026-11-21")
    assert found(kb, signing) == ("agreed", "Two to three working days.")


def test_a_more_cautious_number_counts_as_soon_as_production_has_signed(kb: RunKb, signing: Path) -> None:
    sign(signing, "production")
    sign(signing, "sales")
    rewrite(signing, "Five to seven", "Six to nine")
    rewrite(signing, "5 to 7", "6 to 9")
    assert found(kb, signing)[0] == "changed"
    sign(signing, "production", on="2026-11-20")
    assert found(kb, signing) == ("tightened", "Six to nine working days.")


def test_other_words_of_customers_need_no_signature(kb: RunKb, signing: Path) -> None:
    sign(signing, "production")
    sign(signing, "sales")
    rewrite(signing, "When can I have", "How soon do I get")
    assert found(kb, signing)[0] == "agreed"


def test_an_answer_taken_back_inside_is_gone_whatever_was_agreed(kb: RunKb, signing: Path) -> None:
    sign(signing, "production")
    sign(signing, "sales")
    rewrite(signing, "audience: customer", "audience: inside")
    assert json.loads(kb("search", "plain box", "--json", content=signing).out)["hits"] == []


def test_a_signature_taken_away_counts_no_more(kb: RunKb, signing: Path) -> None:
    sign(signing, "production")
    sign(signing, "sales")
    assert found(kb, signing)[0] == "agreed"
    for file in (signing / "agreed" / "plain").glob("*sales*"):
        file.unlink()
    assert found(kb, signing)[0] == "unsigned"


def test_a_broken_signature_does_not_count_and_lint_says_so(kb: RunKb, signing: Path) -> None:
    sign(signing, "production")
    sign(signing, "sales")
    broken = next((signing / "agreed" / "plain").glob("*sales*"))
    broken.write_text("side: sales\nby: x\non: soon\n", "utf-8")
    assert found(kb, signing)[0] == "unsigned"
    assert "this signature does not count" in kb("lint", content=signing).out


@pytest.mark.parametrize("inside", ["", "## Inside only\nThe strike.\n"])
def test_nothing_inside_is_in_what_is_signed(folder: Folder, inside: str) -> None:
    root = folder({"kb.yaml": "", PATH: ARTICLE + "\n" + inside})
    text = signed_text(load_library(root).articles[0])
    assert text == signed_text(load_library(folder({"kb.yaml": "", PATH: ARTICLE})).articles[0])


def test_a_signature_is_read_back_as_it_was_written(folder: Folder) -> None:
    article = load_library(folder({"kb.yaml": "", PATH: ARTICLE})).articles[0]
    written = signature_text("sales", "#1: inside sales", date(2026, 11, 2), date(2027, 2, 1), signed_text(article))
    signature, problems = read_signature("agreed/plain/2026-11-02-sales-ab.yaml", written.encode())
    assert not problems
    assert signature is not None
    assert (signature.slug, signature.side, signature.by) == ("plain", "sales", "#1: inside sales")
    assert signature.text == signed_text(article) == signed_text(signature.article)


def test_a_notice_is_read_back_as_it_was_written() -> None:
    text = notice_text("Die-cutter down: # broken", ["lead time: adds 3 working days"], date(2026, 11, 26), "planning")
    notice, problems = read_notice("notices/2026-11-23-ab.md", text.encode())
    assert not problems
    assert notice is not None
    assert notice.sentence == "Die-cutter down: # broken"
    assert [number.text for number in notice.numbers] == ["lead time: adds 3 working days"]
    days = ("2026-11-22", "2026-11-23", "2026-11-26", "2026-11-27")
    assert [notice.holds_on(date.fromisoformat(day)) for day in days] == [False, True, True, False]


def test_a_notice_changes_the_numbers_until_it_ends(kb: RunKb, folder: Folder) -> None:
    notice = "---\nuntil: 2026-06-05\n---\nDie-cutter down.\n\n- lead time: adds 3 working days\n"
    root = folder({"kb.yaml": "", PATH: ARTICLE, "notices/2026-06-01-ab.md": notice})

    def now(day: str) -> list[str]:
        said = json.loads(kb("--today", day, "search", "plain box", "--json", content=root).out).get("today", {})
        return [said["banner"], *(row["now"] for row in said["numbers"])]

    assert now("2026-06-05") == ["Die-cutter down (until 5 June). Every lead time 3 working days longer.", "8 to 10"]
    assert now("2026-06-06") == ["", "5 to 7"]
