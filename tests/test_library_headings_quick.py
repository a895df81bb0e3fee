"""Most lines are told to be no name by their letters alone: with the same result as looking at them closely."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.library import headings

NAMES = ("Inside only", "INSIDE ONLY", "inside", "audience", "Audience: inside", "Insde olny")
SIGNS = st.text("nsid eoly:=#-\t .'*1A\u2013¼é`", max_size=12)
LINES = st.lists(st.one_of(st.sampled_from(NAMES), SIGNS, st.just("x" * 40), st.just(" " * 70)), max_size=4).map(
    "".join
)


@given(line=LINES)
def test_a_line_looks_the_same_at_a_glance_and_closely(line: str) -> None:
    looks = (headings.looks_inside, headings.looks_like_inside_heading, headings.looks_like_audience_line)
    glance = [look(line) for look in looks]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(headings, "is_prose", lambda _line: False)
        patch.setattr(headings, "_letters", lambda _text: 0)
        closely = [look(line) for look in looks]

    assert glance == closely


@pytest.mark.parametrize(
    "line", ["Inside only\t-\tnot for customers", "  insideonly", "I nside onl y", "### Inside only"]
)
def test_what_is_spread_or_run_together_still_looks_inside(line: str) -> None:
    assert headings.looks_inside(line)
