"""The draft with the changes in it: nothing else moves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.desk.corrected import changes_of, corrected, left_over
from kb.model.draft import Change
from kb.model.promise import OVER, SAFE, UNKNOWN, Finding
from kb.session.draft_text import changed_text, decoded


def finding(replaces: tuple[int, int] | None, instead: str = "x", verdict: str = OVER, start: int = 0) -> Finding:
    start = replaces[0] if replaces else start
    return Finding(verdict=verdict, claim="c", start=start, end=start + 1, line=1, replaces=replaces, instead=instead)


def test_of_two_changes_that_overlap_the_first_is_made() -> None:
    both = [finding((4, 9)), finding((0, 5), "new"), finding((9, 10))]
    assert changes_of("a" * 12, both) == (Change(0, 5, "new"), Change(9, 10, "x"))


def test_what_may_be_said_or_must_be_asked_is_left_alone() -> None:
    assert changes_of("a" * 12, [finding((0, 5), verdict=SAFE), finding((6, 9), verdict=UNKNOWN)]) == ()


def test_what_could_not_be_put_in_is_told_once() -> None:
    found = [finding((0, 5)), finding(None, start=7), finding(None, start=7), finding(None, start=2)]
    assert left_over(found, changes_of("a" * 12, found)) == (found[2],)


def test_a_claim_with_two_faults_of_which_one_was_put_right_is_told() -> None:
    free = Finding(verdict=OVER, claim="You get a free mock-up in two days.", start=0, end=35, line=1)
    time = free._replace(replaces=(26, 34), instead="five days")
    assert left_over([free, time], changes_of(free.claim, [free, time])) == (free,)
    whole = free._replace(replaces=(0, 35), instead="You pay for it.")
    assert left_over([free, whole], changes_of(free.claim, [free, whole])) == ()


@pytest.mark.parametrize(
    ("text", "instead", "after"),
    [
        ("Two weeks.", "four weeks", "Four weeks."),
        ("two weeks!", "four weeks", "four weeks!"),
        ("Two weeks.", "Four weeks.", "Four weeks."),
        ("EU only.", "free", "free."),
    ],
)
def test_capitals_and_stops_stay(text: str, instead: str, after: str) -> None:
    assert corrected(text, changes_of(text, [finding((0, len(text)), instead)])) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "At most ten"),
        ("Hello.\n", "At most ten"),
        ("We store it. ", "At most ten"),
        ("- ", "At most ten"),
        ("ours:\n  2) ", "At most ten"),
        ("we store ", "at most ten"),
        ("| pallets | ", "at most ten"),
        ("by 2. ", "At most ten"),
    ],
)
def test_words_in_the_place_of_a_figure_begin_as_a_sentence_does(before: str, after: str) -> None:
    text = f"{before}25 pallets"
    assert corrected(text, changes_of(text, [finding((len(before), len(text)), "at most ten")])) == before + after


@given(st.lists(st.sampled_from(["a", "ü", "\r\n", "\n", "\r", " ", "–"]), max_size=9), st.data())
def test_every_byte_beside_a_change_stays(parts: list[str], data: st.DataObject) -> None:
    text = "".join(parts)
    read = text.replace("\r\n", "\n").replace("\r", "\n")
    start = data.draw(st.integers(0, len(read)))
    end = data.draw(st.integers(start, len(read)))
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        after = changed_text(text.encode(encoding), [Change(start, end, "NEW")])
        written = decoded(after)[0]
        assert written.replace("\r\n", "\n").replace("\r", "\n") == read[:start] + "NEW" + read[end:]
        assert text.startswith(written.split("NEW")[0])
        assert text.endswith(written.split("NEW")[1])
