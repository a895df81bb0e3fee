"""Folding for comparison, the gate to the terminal, and names of files."""

from unicodedata import bidirectional, category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.text import canonical, fold, plural, safe_line, safe_text, slug_of


@pytest.mark.parametrize(
    ("text", "folded"), [("Don’t\u00a0 SAY", "don't say"), ("Café", "cafe"), ("15–18", "15-18"), ("Straße", "strasse")]
)
def test_what_reads_the_same_is_folded_to_the_same(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_nothing_that_a_terminal_would_obey_gets_through(text: str) -> None:
    shown = safe_text(text)
    assert all(category(sign) not in ("Cc", "Cs") or sign in "\t\n" for sign in shown)
    assert not any(
        bidirectional(sign) in ("RLO", "LRO", "RLE", "LRE", "PDF", "RLI", "LRI", "FSI", "PDI") for sign in shown
    )


@given(st.text(st.characters(categories=["L", "N", "P", "S"])))
def test_letters_figures_and_signs_of_any_script_stay(text: str) -> None:
    assert safe_text(text) == text


def test_a_line_stays_a_line() -> None:
    assert safe_line("a\nb\tc\x1b[2J") == "a b c␛[2J"


@given(st.text())
def test_a_slug_is_a_name_that_every_system_takes(title: str) -> None:
    slug = slug_of(title)
    assert len(slug) <= 88
    assert all(sign in "abcdefghijklmnopqrstuvwxyz0123456789-" for sign in slug)
    assert not slug.startswith("-")
    assert slug not in ("con", "nul", "com1")


def test_names_that_windows_keeps_for_itself_get_another() -> None:
    assert slug_of("CON?") == "con-article"


def test_counts_and_canonical_text() -> None:
    assert [plural(1, "answer"), plural(1200, "answer"), plural(2, "entry", "entries")] == [
        "1 answer", "1,200 answers", "2 entries",
    ]  # fmt: skip
    assert canonical(" e\u0301  x\n") == "\u00e9 x"
