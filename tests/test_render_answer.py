"""The screen of a search: the best answer whole, in 24 lines of 80 columns, and every word of it."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.model.results import Found, Hit
from kb.render.answer import answer_page
from kb.render.page import MATCH, width_of
from kb.render.plain import text_of
from kb.text import safe_line

DESKS = {"planning": ("Planning desk", "planning@example.com, ext. 250"), "lab": ("Lab", "lab@example.com")}


def hit(
    slug: str = "lead-time",
    title: str = "How long does a new printed box take?",
    say: str = "Fifteen to eighteen working days.",
    *,
    numbers: tuple[tuple[str, str, str, str], ...] = (),
    dont_say: tuple[str, ...] = (),
    why: str = "",
    desk: str = "planning",
    audience: str = "customer",
) -> Hit:
    """A hit; each number is name, FOR WHAT, amount and rest."""
    return Hit(
        slug=slug,
        title=title,
        score=1.0,
        say=say,
        numbers=tuple({"name": a, "for": b, "amount": c, "rest": d, "text": ""} for a, b, c, d in numbers),
        dont_say=dont_say,
        why=why,
        desk=desk,
        audience=audience,
        tags=(),
    )


def found(*hits: Hit, answered: bool = True, notes: tuple[str, ...] = ()) -> Found:
    return Found(query="how long", corrected=None, answered=answered, hits=hits, notes=notes)


def shown(result: Found, *, width: int = 80, height: int | None = None, terminal: bool = False) -> str:
    return text_of(answer_page(result, DESKS, width=width, height=height, terminal=terminal))


RUSH = hit("rush-orders", "Can you do it faster if we pay extra?")


def test_the_best_answer_is_shown_whole_and_the_next_ones_on_a_line_each() -> None:
    best = hit(
        say="Fifteen to eighteen working days from the day you approve the proof and the deposit is in.",
        numbers=(
            ("lead time", "new printed box", "15 to 18 working days", "from approved proof, to your door"),
            ("lead time", "plain box", "5 to 7 working days", "from approved proof, to your door"),
        ),
        dont_say=('"two weeks" for a new printed box: plates and die alone take five working days',),
        why="One die-cutter serves the whole plant; every job waits its turn.",
    )
    assert shown(found(best, RUSH, hit("moq", "What is the smallest order?"))) == (
        "How long does a new printed box take?\n"
        " Say  Fifteen to eighteen working days from the day you approve the proof and\n"
        "      the deposit is in.\n"
        "\n"
        " If it is ...       lead time, normally\n"
        "   new printed box  15 to 18 working days\n"
        "   plain box        5 to 7 working days\n"
        "      from approved proof, to your door\n"
        "\n"
        ' Don\'t say  "two weeks" for a new printed box: plates and die alone take five\n'
        "            working days\n"
        " Why        One die-cutter serves the whole plant; every job waits its turn.\n"
        " Unsure?    Planning desk, ext. 250                            kb show lead-time\n"
        "\n"
        "Also  2  Can you do it faster if we pay extra?  rush-orders\n"
        "      3  What is the smallest order?            moq\n"
    )


def test_numbers_of_several_names_show_their_names_and_their_own_terms() -> None:
    best = hit(
        numbers=(
            ("lead time", "rush, repeat order", "5 working days", "once planning has confirmed in writing"),
            ("rush surcharge", "", "costs 25 %", ""),
        ),
    )
    assert (
        "   lead time, rush, repeat order  5 working days, once planning has confirmed in\n"
        "                                  writing\n"
        "   rush surcharge                 costs 25 %\n"
    ) in shown(found(best))


def test_the_only_row_of_a_table_is_marked() -> None:
    text = shown(found(hit(numbers=(("lead time", "plain box", "5 to 7 working days", ""),))))
    assert " If it is ...  lead time, normally\n > plain box   5 to 7 working days\n\n" in text


def test_two_things_not_to_say_are_told_apart() -> None:
    text = shown(found(hit(dont_say=('"two weeks"', '"off the shelf"'))))
    assert ' Don\'t say  - "two weeks"\n            - "off the shelf"\n' in text


def test_paragraphs_of_an_answer_stay_apart() -> None:
    assert " Say  Yes.\n      Ask planning first.\n" in shown(found(hit(say="Yes.\nAsk planning first.")))


def test_an_answer_for_sales_says_so_beside_its_title() -> None:
    first = shown(found(hit(title="Why so slow?", audience="sales"))).splitlines()[0]
    assert first == "Why so slow?" + " " * 54 + "for sales only"


def test_an_audience_that_nobody_knows_is_inside() -> None:
    assert "inside only" in shown(found(hit(audience="custmer")))


def test_a_desk_without_telephone_is_reached_by_what_it_has() -> None:
    assert " Unsure?    Lab, lab@example.com" in shown(found(hit(desk="lab")))


def test_an_unknown_desk_is_named_as_written_and_none_leaves_no_label() -> None:
    assert " Unsure?    warehouse" in shown(found(hit(desk="warehouse")))
    assert "Unsure" not in shown(found(hit(desk="")))


def test_without_an_answer_the_nearest_are_listed_with_the_next_step() -> None:
    assert shown(found(hit(), RUSH, answered=False)) == (
        "No answer on that yet.\n"
        "Nearest:\n"
        " 1  How long does a new printed box take?  lead-time\n"
        " 2  Can you do it faster if we pay extra?  rush-orders\n"
        "\n"
        'kb show SLUG opens one. Ask production: kb ask "how long"\n'
    )


def test_without_anything_near_only_the_next_step_is_told() -> None:
    assert shown(found(answered=False)) == ('No answer on that yet.\nAsk production: kb ask "how long"\n')


def test_a_long_question_is_not_repeated_in_the_next_step() -> None:
    long = found(answered=False)._replace(query="how long " * 20)
    assert shown(long) == "No answer on that yet.\nAsk production: kb ask QUESTION\n"


def test_corrections_and_notes_come_first() -> None:
    result = Found(
        query="tolerence of colur",
        corrected="tolerance of colour",
        answered=True,
        hits=(hit(),),
        corrections=(("tolerence", "tolerance"), ("colur", "colour")),
        notes=("The index is 3 changes behind.",),
    )
    assert shown(result).startswith(
        "Searched for *tolerance* instead of *tolerence* and *colour* instead of *colur*.\n"
        "The index is 3 changes behind.\n"
        "\n"
        "How long"
    )


def test_a_whole_question_that_was_corrected_is_named_whole() -> None:
    result = Found(query="colur", corrected="colour", answered=False, hits=())
    assert shown(result).startswith("Searched for *colour* instead of *colur*.\n\nNo answer")


LONG_WHY = "First reason, told at some length so that it fills a line of its own. " * 30


def test_why_is_cut_first_at_a_sentence_and_says_so() -> None:
    why = "One die-cutter serves the plant. " + LONG_WHY
    text = shown(found(hit(why=why), RUSH), height=24, terminal=True)
    assert "One die-cutter serves the plant. First reason, told" in " ".join(text.split())
    assert " own. …\n" in text
    assert "rush-orders" in text
    assert len(text.splitlines()) <= 23


def test_of_two_paragraphs_of_why_the_first_is_kept() -> None:
    why = "The board waits.\n" + LONG_WHY
    assert "Why        The board waits. …\n" in shown(found(hit(why=why)), height=24, terminal=True)


def test_then_the_further_hits_lose_their_questions() -> None:
    warnings = tuple(f'"wrong promise {n}": it takes longer' for n in range(16))
    text = shown(found(hit(dont_say=warnings, why="Because."), *[RUSH] * 9), height=24, terminal=True)
    assert text.count("wrong promise") == 16
    assert "Because" not in text
    assert text.splitlines()[-3:] == [
        "",
        "Also  2 rush-orders  3 rush-orders  4 rush-orders  5 rush-orders  6 rush-orders",
        "      7 rush-orders  8 rush-orders  9 rush-orders  10 rush-orders",
    ]
    assert len(text.splitlines()) <= 23


@pytest.mark.parametrize(("warnings", "left"), [(17, 9), (18, 9), (19, 5), (20, 0)])
def test_then_they_are_cut_and_never_what_not_to_say(warnings: int, left: int) -> None:
    lines = tuple(f'"wrong promise {n}": it takes longer' for n in range(warnings))
    text = shown(found(hit(dont_say=lines), *[RUSH] * 9), height=24, terminal=True)
    assert text.count("wrong promise") == warnings
    assert text.count("rush-orders") == left


def test_empty_lines_give_way_before_a_further_hit() -> None:
    text = shown(found(hit(dont_say=("this",)), RUSH), height=6, terminal=True)
    assert text.splitlines()[-3:] == [
        " Don't say  this",
        " Unsure?    Planning desk, ext. 250                            kb show lead-time",
        "Also  2 rush-orders",
    ]
    assert "" not in text.splitlines()


def test_without_an_answer_the_key_is_named_where_there_are_keys() -> None:
    page = answer_page(found(hit(), RUSH, answered=False), DESKS, width=80, keys=True)
    assert text_of(page).endswith('\n\nAsk production: a, or kb ask "how long"\n')


def test_what_must_not_be_cut_may_be_longer_than_the_screen() -> None:
    warnings = tuple(f'"wrong promise {n}"' for n in range(40))
    text = shown(found(hit(dont_say=warnings), RUSH), height=24, terminal=True)
    assert text.count("wrong promise") == 40
    assert "rush-orders" not in text


def test_the_nearest_are_cut_to_the_screen_and_the_next_step_is_not() -> None:
    text = shown(found(*[RUSH] * 50, answered=False), height=12, terminal=True)
    assert len(text.splitlines()) == 11
    assert text.endswith('kb ask "how long"\n')


def test_off_a_terminal_nothing_is_cut() -> None:
    text = shown(found(hit(why=LONG_WHY), *[RUSH] * 30))
    assert " ".join(text.split()).count("First reason") == 30
    assert text.count("rush-orders") == 30


def test_a_terminal_wider_than_80_columns_is_not_filled() -> None:
    text = shown(found(hit(say="word " * 100)), width=200, terminal=True)
    assert max(map(len, text.splitlines())) <= 80


def test_a_long_question_is_cut_with_an_ellipsis_and_its_slug_is_not() -> None:
    text = shown(found(hit(), hit("a-slug-of-thirty-letters-or-so", "Could you please " * 10)))
    line = text.splitlines()[-1]
    assert line == "Also  2  Could you please Could you please Coul…  a-slug-of-thirty-letters-or-so"


def test_ten_hits_stand_in_one_column() -> None:
    lines = shown(found(hit(), *[RUSH] * 9)).splitlines()
    assert lines[-2:] == [
        "       9  Can you do it faster if we pay extra?  rush-orders",
        "      10  Can you do it faster if we pay extra?  rush-orders",
    ]


def test_a_plain_search_loads_neither_rich_nor_dataclasses_nor_json() -> None:
    code = (
        "import sys; before = set(sys.modules); import kb.render.answer, kb.render.plain; "
        "print(*sorted({'rich', 'dataclasses', 'json', 'inspect', 'textwrap', 'decimal'} & set(sys.modules) - before))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "\n"


def squeezed(text: str) -> str:
    return "".join(text.split())


@settings(deadline=None, max_examples=60)
@given(title=st.text(min_size=1), say=st.text(), why=st.text(), dont_say=st.text(), width=st.integers(24, 120))
def test_every_word_is_printed_whatever_it_is(title: str, say: str, why: str, dont_say: str, width: int) -> None:
    text = squeezed(shown(found(hit(title=title, say=say, why=why, dont_say=(dont_say,))), width=width))
    for part in (title, *say.split("\n"), *why.split("\n"), dont_say):
        assert squeezed(safe_line(part)) in text


WORDS = st.lists(st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1, max_size=6), max_size=5).map(
    " ".join
)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(WORDS, WORDS, WORDS, WORDS), min_size=1, max_size=4))
def test_every_word_of_a_number_is_printed(numbers: list[tuple[str, str, str, str]]) -> None:
    text = shown(found(hit(numbers=tuple(numbers))))
    assert not [word for number in numbers for part in number for word in part.split() if word not in text]


@settings(deadline=None, max_examples=60)
@given(text=st.text(), slug=st.text(min_size=1), hits=st.integers(1, 12), width=st.integers(1, 120))
def test_no_line_is_wider_than_the_page(text: str, slug: str, hits: int, width: int) -> None:
    numbers = ((text, text, text, text), (text, "", text, ""))
    best = hit(slug, text, text, numbers=numbers, dont_say=(text, text), why=text, desk=text)
    page = shown(found(*[best] * hits, notes=(text,)), width=width)
    assert max(map(width_of, page.split("\n"))) <= max(width, 24)


@settings(deadline=None, max_examples=60)
@given(
    say=st.text("abc \n", max_size=300).filter(lambda say: say.count("\n") < 8),
    why=st.text(max_size=5_000),
    hits=st.integers(0, 40),
)
def test_what_fits_a_terminal_stays_within_it(say: str, why: str, hits: int) -> None:
    assert shown(found(hit(say=say, why=why), *[RUSH] * hits), height=24, terminal=True).count("\n") <= 23


def test_matching_words_are_marked_on_a_terminal_only() -> None:
    best = hit(say="Fifteen days, a day less in May.", why="Days are long.", dont_say=("a day",))
    best = best._replace(match="Nobody sees days.", marked=frozenset({"days", "Days"}), match_is_news=True)
    on_terminal = answer_page(found(best), DESKS, width=80, height=24, terminal=True)
    spans = [span.text for line in on_terminal.lines for span in line if span.style == MATCH]
    assert spans == ["days", "Days", "days"]
    elsewhere = answer_page(found(best), DESKS, width=80)
    assert [span for line in elsewhere.lines for span in line if span.style == MATCH] == []
    assert text_of(on_terminal) == text_of(elsewhere)


def test_a_sentence_that_is_on_the_screen_already_is_not_repeated() -> None:
    said = hit()._replace(match="Fifteen to eighteen working days.")
    assert "…" not in shown(found(said))
    news = said._replace(match="It waits for the die.", match_is_news=True)
    assert " …          It waits for the die.\n Unsure?" in shown(found(news))


def test_the_sentence_gives_way_before_a_further_hit() -> None:
    best = hit()._replace(match="It waits for the die.", match_is_news=True)
    text = shown(found(best, RUSH), height=6)
    assert "waits" not in text
    assert "rush-orders" in text
