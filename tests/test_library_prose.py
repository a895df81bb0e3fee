"""Markdown becomes blocks of spans; no raw Markdown and no HTML is left in them."""

from hypothesis import given
from hypothesis import strategies as st

from kb.library.prose import blocks_of, passages_of
from kb.library.tokens import tokens_of
from kb.model.prose import BULLET, CODE, EMPHASIS, LINK, LITERAL, ORDERED, QUOTE, ROW, STRONG, TEXT, Block, Span


def _blocks(text: str, first_line: int = 1) -> tuple[Block, ...]:
    passages, _remarks = passages_of(tokens_of(text), first_line, text.split("\n"))
    return blocks_of(passages)


def _shape(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in _blocks(text)]


def _spans(text: str) -> list[Span]:
    return [span for block in _blocks(text) for cell in block.cells for span in cell]


def test_a_paragraph_is_one_block_though_it_has_many_lines() -> None:
    assert _shape("Fifteen\nto eighteen  \ndays.\n\nNot less.\n") == [
        (TEXT, "Fifteen to eighteen days."),
        (TEXT, "Not less."),
    ]


def test_styles_are_spans() -> None:
    assert _spans("It is **very** *good* and `x-1`.") == [
        Span("It is "),
        Span("very", STRONG),
        Span(" "),
        Span("good", EMPHASIS),
        Span(" and "),
        Span("x-1", LITERAL),
        Span("."),
    ]


def test_a_style_goes_on_over_the_end_of_a_line() -> None:
    assert _spans("**very\ngood** and\nplain") == [Span("very good", STRONG), Span(" and plain")]


def test_links_lead_to_the_web_to_mail_and_to_articles() -> None:
    assert _spans("[site](https://example.com 'a title') <mailto:a@example.com> [[lead-time]] [[Box Size|sizes]]") == [
        Span("site", LINK, "https://example.com"),
        Span(" "),
        Span("mailto:a@example.com", LINK, "mailto:a@example.com"),
        Span(" "),
        Span("lead-time", LINK, "slug:lead-time"),
        Span(" "),
        Span("sizes", LINK, "slug:Box Size"),
    ]


def test_links_to_an_article_may_name_its_folder_its_ending_and_a_heading() -> None:
    assert _spans("[[time/lead-time.md#Why|why]]") == [Span("why", LINK, "slug:lead-time")]


def test_a_link_that_leads_nowhere_is_its_words_and_its_address_is_told_to_nobody() -> None:
    assert _spans("[a](javascript:alert) [b](file:///etc/passwd) [c](../other.md)") == [Span("a b c")]


def test_an_image_is_the_text_that_stands_for_it() -> None:
    assert _spans("See ![the *die* plan](plan.png 'a title').") == [Span("See the die plan.")]


def test_lists_and_quotes_are_flattened() -> None:
    assert _shape("- one\n  - two\n\n    more\n- three\n\n1. first\n2. second\n\n> said\n> - in it\n") == [
        (BULLET, "one"),
        (BULLET, "two"),
        (TEXT, "more"),
        (BULLET, "three"),
        (ORDERED, "first"),
        (ORDERED, "second"),
        (QUOTE, "said"),
        (BULLET, "in it"),
    ]


def test_a_number_alone_is_an_answer_and_no_empty_list() -> None:
    assert _shape("100.\n") == [(TEXT, "100.")]
    assert _shape("1. Plates\n2. Die\n") == [(ORDERED, "Plates"), (ORDERED, "Die")]
    assert _shape("- \n") == []


def test_a_table_is_rows_of_cells() -> None:
    blocks = _blocks("| box | days |\n|---|---|\n| **plain** | 5 |\n")
    assert [(block.kind, block.cells) for block in blocks] == [
        (ROW, ((Span("box"),), (Span("days"),))),
        (ROW, ((Span("plain", STRONG),), (Span("5"),))),
    ]


def test_code_keeps_its_lines() -> None:
    assert _shape("```\na\n  b\n```\n\n    c\n") == [(CODE, "a\n  b"), (CODE, "c")]


def test_bullets_from_a_word_processor_are_bullets() -> None:
    assert _shape("We need:\n• artwork\nin outlines\n• a logo\n") == [
        (TEXT, "We need:"),
        (BULLET, "artwork in outlines"),
        (BULLET, "a logo"),
    ]
    assert _shape("– one\n– two\n\no\tthree\no\tfour\n\n· five\n") == [
        (BULLET, word) for word in ("one", "two", "three", "four", "five")
    ]


def test_a_dash_in_a_sentence_is_no_bullet() -> None:
    assert _shape("We make boxes\n– all kinds –\nhere.") == [(TEXT, "We make boxes – all kinds – here.")]


def test_html_is_its_text_and_unknown_tags_are_text() -> None:
    assert _shape("Ask <b>now</b> for H<sub>2</sub>O<br>or <name>, 5 &lt; 6.") == [
        (TEXT, "Ask now for H2O or <name>, 5 < 6.")
    ]
    assert _shape("<div class='x'>\nOne &amp; two\n<p>three</p>\n</div>") == [(TEXT, "One & two three")]


def test_lines_are_those_of_the_file() -> None:
    text = "One.\n\n- a\n- b\n\n| c |\n|---|\n| d |\n\n```\ne\n```\n\nf:\n• g\n\n<div>\nh\n</div>\n"
    assert [(block.text, block.line) for block in _blocks(text, 11)] == [
        ("One.", 11),
        ("a", 13),
        ("b", 14),
        ("c", 16),
        ("d", 18),
        ("e", 21),
        ("f:", 24),
        ("g", 25),
        ("h", 28),
    ]


def test_nothing_is_left_of_an_empty_block() -> None:
    assert _blocks("<!-- a -->\n\n***\n\n- \n\n[a]: b\n\n<div></div>\n\n|  |\n|---|\n") == ()


@given(st.lists(st.from_regex(r"[a-zäöß]{2,8}", fullmatch=True), min_size=1, max_size=12), st.integers(1, 5))
def test_no_word_is_lost(words: list[str], width: int) -> None:
    rows = [" ".join(words[at : at + width]) for at in range(0, len(words), width)]
    assert " ".join(block.text for block in _blocks("\n".join(rows))).split() == words
