"""Which answers go on a hand-out, where it may be written, and what is said of it."""

import os
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pdf_reading import text_of

from kb.errors import AmbiguousError, UsageError, WriteError
from kb.model.article import Article
from kb.model.library import Company, Frame, Library
from kb.model.prose import TEXT, Block, Span
from kb.render.pdf import PAPERS as PRINTED_PAPERS
from kb.session.hand_out import (
    FORMATS,
    MANY,
    PAPERS,
    HandOut,
    Order,
    check_place,
    format_of,
    hand_out,
    write_hand_out,
)
from kb.session.opening import Surroundings
from kb.session.session import Session


def _article(slug: str, audience: str = "customer", tags: tuple[str, ...] = ()) -> Article:
    return Article(
        slug=slug,
        path=f"articles/{slug}.md",
        title=f"What of {slug.replace('-', ' ')}?",
        audience=audience,
        tags=tags,
        say=(Block(TEXT, ((Span(f"We say {slug}."),),)),),
    )


LEAD, RUSH, FLOOR = (
    _article("lead-time", tags=("time",)),
    _article("rush", "sales", ("Time",)),
    _article("floor", "inside"),
)
SIZES = _article("box-sizes", tags=("box",))


def _session(tmp_path: Path, *articles: Article, sheet: tuple[str, ...] = ()) -> Session:
    now = datetime(2026, 11, 23, 9, tzinfo=UTC)
    session = Session(tmp_path, tmp_path, Surroundings({}, tmp_path, now, date(2026, 11, 23), "x".__mul__))
    frame = Frame(company=Company(name="Northfold", sheet=sheet))
    session.library = Library(frame, articles or (LEAD, RUSH, FLOOR, SIZES))
    return session


def _printed(session: Session, order: Order) -> tuple[str, ...]:
    return hand_out(session, order).slugs


def test_without_a_choice_all_answers_for_the_reader_are_printed(tmp_path: Path) -> None:
    session = _session(tmp_path)
    assert _printed(session, Order()) == ("lead-time", "rush", "box-sizes")
    assert _printed(session, Order(reader="customer")) == ("lead-time", "box-sizes")


def test_the_sheet_list_is_printed_in_its_order_and_what_is_left_out_is_told(tmp_path: Path) -> None:
    session = _session(tmp_path, sheet=("rush", "gone", "floor", "lead-time", "rush"))
    made = hand_out(session, Order())
    assert made.slugs == ("rush", "lead-time")
    assert made.notes == (
        "kb.yaml lists 'gone' under `sheet:`, but there is no such answer.",
        "1 answer of the `sheet:` list left out: not for sales.",
    )
    made = hand_out(session, Order(reader="customer"))
    assert made.slugs == ("lead-time",)
    assert made.notes[1] == "2 answers of the `sheet:` list left out: not for customers."


def test_a_sheet_list_of_which_the_reader_may_see_nothing_is_refused(tmp_path: Path) -> None:
    session = _session(tmp_path, sheet=("rush", "floor"))
    with pytest.raises(UsageError, match=r"Nothing in the `sheet:` list of kb\.yaml is for customers\."):
        hand_out(session, Order(reader="customer"))


def test_a_folder_without_an_answer_for_the_reader_is_told(tmp_path: Path) -> None:
    session = _session(tmp_path, FLOOR)
    with pytest.raises(UsageError, match=r"There is no answer for sales yet\.") as refused:
        hand_out(session, Order())
    assert refused.value.way_out == "Write one: kb add --audience sales"


def test_named_answers_are_printed_in_the_order_given_each_once(tmp_path: Path) -> None:
    session = _session(tmp_path, sheet=("lead-time",))
    assert _printed(session, Order(slugs=("rush", "box-sizes", "lead-time", "rush"))) == (
        "rush",
        "box-sizes",
        "lead-time",
    )


def test_a_unique_part_of_a_name_or_title_names_an_answer(tmp_path: Path) -> None:
    assert _printed(_session(tmp_path), Order(slugs=("sizes", "What of lead time"))) == ("box-sizes", "lead-time")


def test_a_tag_in_any_case_chooses_and_follows_what_was_named(tmp_path: Path) -> None:
    session = _session(tmp_path)
    assert _printed(session, Order(tags=("TIME",))) == ("lead-time", "rush")
    assert _printed(session, Order(tags=("time",), reader="customer")) == ("lead-time",)
    assert _printed(session, Order(tags=("time",), slugs=("box-sizes", "rush"))) == ("box-sizes", "rush", "lead-time")


def test_a_tag_that_no_answer_of_the_reader_has_is_told_with_those_that_exist(tmp_path: Path) -> None:
    secret = _article("secret", "inside", ("margins",))
    for tag in ("tme", "margins"):
        with pytest.raises(UsageError, match=f"No answer has the tag '{tag}'") as refused:
            hand_out(_session(tmp_path, LEAD, SIZES, secret), Order(tags=(tag,)))
        assert refused.value.way_out == "There are: box, time."
    assert "Did you mean 'time'?" in _refusal(_session(tmp_path), Order(tags=("tmie",)))


def _refusal(session: Session, order: Order) -> str:
    with pytest.raises(UsageError) as refused:
        hand_out(session, order)
    assert refused.value.exit_code == 2
    return f"{refused.value.sentence} {refused.value.way_out}"


@pytest.mark.parametrize("words", ["rush", "ush", "what of rush"])
def test_a_named_answer_that_customers_may_not_see_is_refused(tmp_path: Path, words: str) -> None:
    assert _refusal(_session(tmp_path), Order(reader="customer", slugs=("lead-time", words))) == (
        "'rush' is not for customers, so nothing was written. "
        "Leave it out, or change its `audience:`, or print the sheet for sales."
    )


def test_a_named_answer_for_inside_only_is_refused_for_sales_too(tmp_path: Path) -> None:
    assert _refusal(_session(tmp_path), Order(slugs=("floor",))) == (
        "'floor' is not for sales, so nothing was written. Leave it out, or change its `audience:`."
    )


def test_a_hidden_answer_that_was_named_whole_is_never_replaced_by_another_with_a_longer_name(tmp_path: Path) -> None:
    session = _session(tmp_path, FLOOR, _article("floor-space"))
    assert "'floor' is not for sales" in _refusal(session, Order(slugs=("floor",)))


def test_a_name_that_nothing_has_is_told_with_the_nearest(tmp_path: Path) -> None:
    assert "No answer is called 'led-time'. Did you mean lead-time?" in _refusal(
        _session(tmp_path), Order(slugs=("led-time",))
    )


def test_a_part_that_several_names_have_is_ambiguous(tmp_path: Path) -> None:
    with pytest.raises(AmbiguousError, match="could be several answers"):
        hand_out(_session(tmp_path, _article("rush-a"), _article("rush-b")), Order(slugs=("rush",)))


def test_the_pages_are_counted_and_the_title_is_printed(tmp_path: Path) -> None:
    session = _session(tmp_path, *(_article(f"a{number}") for number in range(30)))
    made = hand_out(session, Order(title="For the fair", paper="phone"))
    assert made.pages is not None
    assert made.pages > 2
    assert text_of(made.data).startswith("For the fair")
    assert f"Page {made.pages} of {made.pages}" in text_of(made.data)


def test_many_answers_are_printed_and_told(tmp_path: Path) -> None:
    articles = [_article(f"a{number}") for number in range(MANY + 1)]
    made = hand_out(_session(tmp_path, *articles), Order())
    assert len(made.slugs) == 25
    assert made.notes == (
        "25 answers are many for a sheet. Choose some: --tag TAG, --slug SLUG, or `sheet:` in kb.yaml.",
    )
    assert hand_out(_session(tmp_path, *articles[1:]), Order()).notes == ()


def test_two_runs_give_the_same_bytes_and_inside_text_changes_none(tmp_path: Path) -> None:
    other = replace(LEAD, inside=(Block(TEXT, ((Span("margin floor 22"),),)),))
    for reader in ("sales", "customer"):
        first, again, secret = (
            hand_out(_session(tmp_path, article, FLOOR), Order(reader=reader)).data for article in (LEAD, LEAD, other)
        )
        assert first == again == secret


def test_every_paper_that_is_offered_can_be_printed_on() -> None:
    assert PAPERS == PRINTED_PAPERS


@pytest.mark.parametrize(
    ("out", "written"),
    [("sheet.pdf", ""), ("SHEET.PDF", ""), ("-", ""), ("sheet", "pdf"), ("x", "PDF")],
)
def test_the_format_is_the_one_asked_for_or_read_off_the_name(out: str, written: str) -> None:
    assert format_of(out, written) == "pdf"


@pytest.mark.parametrize(("out", "written"), [("a.docx", ""), ("a.pdf", "docx"), ("a", ""), ("a.", ""), (".pdf", "")])
def test_an_unknown_format_is_told_with_those_that_work(out: str, written: str) -> None:
    with pytest.raises(UsageError, match=f"What works: {', '.join(FORMATS)}"):
        format_of(out, written)


@pytest.mark.parametrize("place", ["articles/time/sheet.pdf", "inside/x.pdf", "agreed/a.pdf", "kb.yaml", "people.yaml"])
def test_nothing_is_written_over_what_belongs_to_the_content_folder(tmp_path: Path, place: str) -> None:
    with pytest.raises(UsageError, match="belongs to the content folder"):
        write_hand_out(_session(tmp_path), tmp_path / place, b"x")
    assert list(tmp_path.iterdir()) == []


def test_a_link_into_the_content_folder_is_looked_through(tmp_path: Path) -> None:
    link = tmp_path / "sheet.pdf"
    link.symlink_to(tmp_path / "content" / "articles" / "rush.md")
    with pytest.raises(UsageError, match="belongs to the content folder"):
        check_place(_session(tmp_path / "content"), link)


def test_a_folder_a_pipe_and_a_link_to_itself_are_no_place_for_a_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    (tmp_path / "loop.pdf").symlink_to(tmp_path / "loop.pdf")
    for name in (".", "pipe.pdf", "loop.pdf"):
        with pytest.raises((UsageError, WriteError)):  # from Python 3.13 on, only writing tells a link to itself
            write_hand_out(_session(tmp_path / "content"), tmp_path / name, b"x")


def test_a_file_in_the_root_of_the_content_folder_or_beside_it_is_replaced_whole(tmp_path: Path) -> None:
    for file in (tmp_path / "content" / "sheet.pdf", tmp_path / "sheet.pdf"):
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(b"old")
        write_hand_out(_session(tmp_path / "content"), file, b"new")
        assert file.read_bytes() == b"new"


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match=r"sheet\.pdf cannot be written: there is no folder .*nowhere"):
        write_hand_out(_session(tmp_path / "content"), tmp_path / "nowhere" / "sheet.pdf", b"x")


def test_a_hand_out_says_which_answers_it_holds(tmp_path: Path) -> None:
    made = hand_out(_session(tmp_path), Order(slugs=("rush",)))
    assert isinstance(made, HandOut)
    assert (made.slugs, made.pages, made.notes) == (("rush",), 1, ())
    assert made.data.startswith(b"%PDF-")
