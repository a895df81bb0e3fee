"""What a person types becomes a file that is read back as the same words, whatever signs are in it."""

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from kb.library.article import read_article
from kb.library.escape import clean, one_line, prose, yaml_value
from kb.library.write import (
    SECTIONS,
    Draft,
    article_text,
    dont_say_line,
    heading_in_disguise,
    misread,
    template_text,
    without_hints,
)
from kb.model.article import Article
from kb.model.prose import plain_text

SAY = "A plain box starts at 100."

# Letters, signs that mean something to Markdown or YAML, and anything else; one line each.
SIGNS = st.sampled_from([*"#*_`[]<>&!|~-+=:;'\"\\{}()@%?,./$^ \t0123456789", "--", "](", "&amp;", "é", "ß", "盒"])
WORDS = st.lists(st.one_of(SIGNS, st.text(max_size=3), st.sampled_from(["box", "no", "1. ", "- "])), max_size=12).map(
    "".join
)


def _line(text: str) -> str:
    return one_line(text)


LINES = WORDS.map(_line).filter(lambda text: bool(text) and "[[" not in text and "-->" not in text)
"""Links keep their meaning, and the end of a comment is refused."""


def read(draft: Draft) -> Article:
    article, problems = read_article("articles/x.md", article_text(draft).encode(), "inside")
    assert article is not None, problems
    assert [problem for problem in problems if problem.severity == "error"] == [], article_text(draft)
    return article


def test_a_whole_draft_becomes_the_file_that_a_person_would_write() -> None:
    draft = Draft(
        title="How many boxes at least?",
        say="A plain box starts at 100.\n\nA printed one at 500.",
        customers_say=("MOQ?",),
        numbers=("smallest order, plain box: at least 100 boxes",),
        dont_say=('"no minimum": every order needs a set-up',),
        why="Set-up takes the same time for ten boxes as for a thousand.",
        worth_telling="The set-up was an hour once.",
        push_back=("Offer a standard size.", "Offer to share a run."),
        inside="Below 300 we earn nothing.",
        desk="planning",
        audience="customer",
        tags=("quantity", "price"),
    )
    assert (
        article_text(draft)
        == """\
---
desk: planning
audience: customer
tags: quantity, price
---
# How many boxes at least?

A plain box starts at 100.

A printed one at 500.

## Customers say
- MOQ?

## Numbers
- smallest order, plain box: at least 100 boxes

## Don't say
- "no minimum": every order needs a set-up

## Why
Set-up takes the same time for ten boxes as for a thousand.

## Worth telling
The set-up was an hour once.

## If they push back
- Offer a standard size.
- Offer to share a run.

## Inside only
Below 300 we earn nothing.
"""
    )
    assert misread(draft, read(draft)) == ""


@pytest.mark.parametrize(
    "title",
    [
        "Pump: x", "@home", "[Draft] pump", "*bold*", "!x", "a\tb", "'it's'", "#5", "# 5 #", "Item #5", "no", "0123",
        "1:30", "<b>", "R&amp;D", "C++", "`code`", "a_b_c", "_a_", "x ~~y~~", "trailing \\", "[[slug]]", "- x", "1. x",
        "--- x", "> x", "| a | b |", "盒 5", "[a](javascript:x)", "![a](b)", "{x}", '"x"', "%a", "= x",
        "*** x", "<https://a.b>",
    ],
)  # fmt: skip
def test_a_title_of_any_signs_is_read_back_as_it_was_typed(title: str) -> None:
    assert read(Draft(title=title, say=SAY)).title == one_line(title)


@given(title=LINES)
@example(title="a #")
@example(title="\\#")
def test_any_title_is_read_back_as_it_was_typed(title: str) -> None:
    assume(any(letter.isalnum() for letter in title))
    assert one_line(read(Draft(title=title, say=SAY)).title) == title


@given(say=LINES, why=LINES)
@example(say="{#", why="{# 5 #} {>> more <<} {% comment %} /* 5 */")
@example(say="{>>", why="a{%comment%}b /*")
def test_any_answer_stays_one_paragraph_in_its_own_section(say: str, why: str) -> None:
    draft = Draft(title="How?", say=f"Yes, {say}", why=f"Because {why}", audience="sales")
    article = read(draft)
    assert one_line(plain_text(article.say)) == f"Yes, {say}"
    assert one_line(plain_text(article.why)) == f"Because {why}"
    assert (article.inside, article.audience) == ((), "sales")


@given(say=LINES)
@example(say="# Inside")
@example(say="---")
@example(say="===")
@example(say="```")
@example(say="<div>")
@example(say="    code")
@example(say="|-|-|")
@example(say="## Why")
@example(say="[a]: http://b")
@example(say="<?php")
@example(say="15. Day")
def test_an_answer_that_begins_with_any_sign_opens_no_section_and_widens_no_audience(say: str) -> None:
    draft = Draft(title="How?", say=f"Yes.\n{say}\nAnd so on.", audience="inside", inside="Secret.")
    assume(not heading_in_disguise(draft))
    article = read(draft)
    assert article.audience == "inside"
    assert plain_text(article.inside) == "Secret."
    assert [section for section in (article.why, article.numbers, article.customers_say) if section] == []


@given(lines=st.lists(LINES, min_size=1, max_size=4))
def test_any_lines_of_customers_stay_as_many_and_the_same(lines: list[str]) -> None:
    draft = Draft(title="How?", say=SAY, customers_say=tuple(f"x {line}" for line in lines))
    assert [one_line(line.text) for line in read(draft).customers_say] == [f"x {line}" for line in lines]


@given(
    tags=st.lists(LINES.filter(lambda text: "," not in text and "#" not in text), min_size=1, max_size=3, unique=True),
    desk=LINES,
)
def test_any_tags_and_desk_are_read_back_as_they_were_typed(tags: list[str], desk: str) -> None:
    words = [f"t{tag}t{count}" for count, tag in enumerate(tags)]
    article = read(Draft(title="How?", say=SAY, tags=tuple(words), desk=desk, audience="customer"))
    assert [one_line(tag) for tag in article.tags] == words
    assert (article.desk, article.audience) == (desk, "customer")


def test_links_and_lists_keep_their_meaning() -> None:
    text = prose("See [[lead-time]].\n• one\n- two *three*\n\n1. first\n2) second\n15. May")
    assert text == "See [[lead-time]].\n\n- one\n- two \\*three\\*\n\n1. first\n2. second\n15. May"


def test_what_the_keyboard_left_behind_is_taken_out() -> None:
    assert clean("a\x1b[Db\x1bOAc\x00d\ud800") == "abc d\ufffd"


@pytest.mark.parametrize(
    "value", ["no", "1:30", "0123", "a: b", "a #b", "- a", "&a", "*a", "!a", '"', "", "'a'", "a\\b", "~"]
)
def test_values_that_yaml_would_take_for_something_else_stand_in_quotes(value: str) -> None:
    written = yaml_value(value)
    assert (written[0], written[-1]) == ('"', '"')


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("two weeks", '"two weeks"'),
        ("two weeks: plates take one", '"two weeks": plates take one'),
        ("two weeks; instead: three", '"two weeks"; instead: three'),
        ('"two weeks" for a box: no', '"two weeks" for a box: no'),
        ("“two weeks”: no", "“two weeks”: no"),
        ("", ""),
    ],
)
def test_words_not_to_say_get_the_quotation_marks_that_the_shell_took(typed: str, written: str) -> None:
    assert dont_say_line(typed) == written


@pytest.mark.parametrize("line", ["Inside only", "inside", "## Inside only", "**Inside only:**", "> inside ONLY"])
def test_a_heading_in_disguise_is_seen(line: str) -> None:
    assert heading_in_disguise(Draft(title="How?", say=f"Yes.\n{line}\nMore.")) == line


def test_words_about_the_inside_are_no_heading() -> None:
    assert heading_in_disguise(Draft(title="How?", say="We print inside only.\nInside the box.")) == ""


def test_an_article_that_says_something_else_is_seen() -> None:
    draft = Draft(title="How?", say=SAY, audience="inside", numbers=("lead time: 5 days",))
    wider = read(Draft(title="How?", say=SAY, audience="customer"))
    assert misread(draft, wider) == "who may read it, the numbers"


def test_an_untouched_template_has_a_hint_for_every_section_and_none_is_left() -> None:
    template = template_text(Draft())
    assert all(section.hint in template for section in SECTIONS)
    assert without_hints(template) == "---\n---\n#\n"


def test_a_filled_in_template_becomes_the_same_article_as_the_draft() -> None:
    draft = Draft(
        title="How?", say=SAY, why="So.", customers_say=("a", "b"), desk="planning", audience="sales", tags=("x",)
    )
    assert without_hints(template_text(draft)) == article_text(draft).replace("# How?\n\n", "# How?\n\n")


def test_a_bullet_that_was_typed_before_a_point_is_not_doubled() -> None:
    draft = Draft(title="How?", say="So.", customers_say=("- do you?", "– can you?"), push_back=("* offer two",))
    assert "- do you?\n- can you?\n" in article_text(draft)
    assert "- offer two\n" in article_text(draft)
    assert dont_say_line("- two weeks: it takes three") == '"two weeks": it takes three'
