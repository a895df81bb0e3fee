"""What reaches a terminal: no control sequence but kb's own styles, no word lost, no line wrapped twice."""

import io
import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from kb.model.number import TAKE, Number
from kb.model.prose import BULLET, CODE, LINK, ROW, TEXT, Block, Line, Span
from kb.model.published import SalesArticle
from kb.model.results import Found, Hit
from kb.render import page as styles
from kb.render.answer import answer_page
from kb.render.page import Page, verbatim, wrapped
from kb.render.page import Span as Shown
from kb.render.plain import text_of
from kb.render.screen import print_page
from kb.render.show import show_page
from kb.text import safe_line

STYLE = re.compile(r"\x1b\[[0-9;]*m")
OBEYED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\U000e0000-\U000e007f]"
)

PAYLOADS = (
    "\x1b[2J",  # clears the screen
    "\x1b[H\x1b[31m",  # moves and colours
    "\x1b]0;title\x07",  # window title
    "\x1b]52;c;cm0gLXJm\x07",  # clipboard
    "\x1b]8;;http://evil.example\x1b\\click\x1b]8;;\x1b\\",  # link
    "\x1bPq#0\x1b\\",  # device control
    "\x1b[6n",  # asks for the cursor
    "\x1b[?1049h",  # alternate screen
    "\x1bc",  # reset
    "\x9b2J",  # C1 CSI
    "\x9d0;t\x9c",  # C1 OSC
    "\x90q\x9c",  # C1 DCS
    "\x85",  # next line
    "\x00",
    "\x7f",
    "\x08\x08\x08safe",
    "\rovertyped",
    "\x0b\x0c",
    "\u202egnp.exe\u202c",
    "\u2066isolate\u2069",
    "zero\u200bwidth\ufeff",
    "\U000e0041\U000e007f",
)
MARKUP = ("[px-200]", "list[str]", "[/part]", "[/]", "[red]a[/blue]", "[link=file:///etc/passwd]x[/link]", ":smile:")


@pytest.fixture(autouse=True)
def _colour_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")


def search_page(text: str) -> Page:
    number = {"name": text, "for": text, "amount": text, "rest": text, "text": text}
    hit = Hit(
        slug=text,
        title=text,
        score=1.0,
        say=text,
        numbers=(number, {**number, "for": "", "rest": ""}),
        dont_say=(text, text),
        why=text,
        desk=text,
        audience=text,
        tags=(text,),
    )
    found = Found(
        query=text, corrected=text, answered=True, hits=(hit, hit), corrections=((text, text),), notes=(text,)
    )
    return answer_page(found, {text: (text, text)}, width=80)


def nearest_page(text: str) -> Page:
    answered = search_page(text)
    hit = Hit(
        slug=text,
        title=text,
        score=1.0,
        say="",
        numbers=(),
        dont_say=(),
        why="",
        desk="",
        audience="customer",
        tags=(),
    )
    nearest = answer_page(Found(query=text, corrected=text, answered=False, hits=(hit,)), {}, width=80)
    return Page((*answered.lines, *nearest.lines))


def article_page(text: str) -> Page:
    span = Span(text, LINK, f"https://example.com/{text}")
    blocks = tuple(Block(kind, ((span, Span(text)), (Span(text),))) for kind in (TEXT, BULLET, CODE, ROW))
    article = SalesArticle(
        slug=text,
        title=text,
        tags=(text,),
        say=blocks,
        numbers=(
            Number(name=text, conditions=(text,), kind=TAKE, amount_text=text, text=f"{text}: {text}, to {text}"),
        ),
        why=blocks,
        worth_telling=blocks,
        path=text,
        audience=text,
        desk=text,
        aliases=(text,),
        customers_say=(Line(text),),
        dont_say=(Line(text),),
        push_back=blocks,
    )
    return show_page(article, {text: (text, text)}, width=80)


def raw_page(text: str) -> Page:
    """A page made by hand, that no layout made safe."""
    return Page(((Shown(text.replace("\n", " "), styles.TITLE),),))


PAGES = (search_page, nearest_page, article_page, raw_page)


def printed(page: Page, *, colour: bool = True, width: int = 80) -> str:
    file = io.StringIO()
    print_page(page, file, width=width, colour=colour)
    return file.getvalue()


@pytest.mark.parametrize("make", PAGES)
@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_payload_reaches_the_terminal_or_the_pipe(make: Callable[[str], Page], payload: str) -> None:
    page = make(f"before {payload} after")
    plain, rich = text_of(page), STYLE.sub("", printed(page))
    assert not OBEYED.findall(plain.replace("\n", ""))
    assert not OBEYED.findall(rich.replace("\n", ""))
    assert "before" in plain
    assert "after" in plain
    assert "before" in rich
    assert "after" in rich


@pytest.mark.parametrize("colour", [True, False])
@pytest.mark.parametrize("make", PAGES)
@pytest.mark.parametrize("markup", MARKUP)
def test_what_looks_like_markup_is_printed_as_it_is(make: Callable[[str], Page], markup: str, colour: bool) -> None:  # noqa: FBT001 - a parameter of the test
    page = make(f"part {markup} ok")
    assert markup in text_of(page)
    assert markup in STYLE.sub("", printed(page, colour=colour))


def test_letters_of_right_to_left_scripts_stay() -> None:
    assert "קופסה" in text_of(search_page("קופסה صندوق"))
    assert "صندوق" in STYLE.sub("", printed(search_page("קופסה صندوق")))


@pytest.mark.parametrize("make", PAGES)
def test_both_writers_print_the_same_words_in_the_same_places(make: Callable[[str], Page]) -> None:
    page = make("Fifteen to eighteen working days from the day you approve the proof. " * 3)
    rich = [line.rstrip() for line in STYLE.sub("", printed(page, width=40)).splitlines()]
    assert rich == text_of(page).splitlines()


def test_without_colour_bold_remains() -> None:
    page = Page(((Shown("Title", styles.TITLE), Shown(" warning", styles.WARNING)),))
    assert printed(page, colour=True) == "\x1b[1mTitle\x1b[0m\x1b[1;31m warning\x1b[0m\n"
    assert printed(page, colour=False) == "\x1b[1mTitle\x1b[0m\x1b[1m warning\x1b[0m\n"


def test_a_terminal_that_knows_no_styles_gets_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert printed(Page(((Shown("Title", styles.TITLE),),))) == "Title\n"


def test_every_style_of_the_layout_has_a_look() -> None:
    named = [
        getattr(styles, name)
        for name in dir(styles)
        if name[0].isupper() and name.isupper() and isinstance(getattr(styles, name), str)
    ]
    assert len(named) == 12
    for style in named:
        assert (printed(Page(((Shown("x", style),),))) == "x\n") is (style == styles.PLAIN)


@pytest.mark.parametrize(
    "text", ["日本語の箱は何日かかりますか" * 8, "e\u0301te\u0301 " * 60, "Größe ±2 mm ΔE " * 30, "箱a" * 99]
)
def test_lines_fit_as_the_terminal_counts_columns(text: str) -> None:
    for page in (search_page(text), article_page(text)):
        assert max(map(cell_len, text_of(page).splitlines())) <= 80


def test_verbatim_lines_are_broken_and_not_wrapped() -> None:
    page = Page(tuple(verbatim("a   b\n\n" + "x" * 30, 20, hang=2)))
    assert text_of(page) == "  a   b\n\n  " + "x" * 18 + "\n  " + "x" * 12 + "\n"


def test_a_text_without_words_takes_no_line() -> None:
    assert wrapped([Shown(" \n\t ")], 40, label=(Shown("Say"),), hang=6) == []


@settings(deadline=None, max_examples=60)
@given(st.text())
def test_every_word_is_printed_in_styles_too(text: str) -> None:
    words = "".join(STYLE.sub("", printed(Page(tuple(wrapped([Shown(text, styles.LINK)], 30))))).split())
    assert words == "".join(safe_line(text).split())


@settings(deadline=None, max_examples=60)
@given(st.text())
def test_nothing_that_a_terminal_obeys_is_ever_printed(text: str) -> None:
    for page in (search_page(text), article_page(text)):
        assert not OBEYED.findall(text_of(page).replace("\n", ""))
        assert not OBEYED.findall(STYLE.sub("", printed(page)).replace("\n", ""))
