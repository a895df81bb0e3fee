"""The printed sheet: sound, readable in order, the same on every run, and nothing in it but what was given."""

import io
import os
import re
import shutil
import subprocess
import time
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import pytest
from pdf_reading import everything, text_of
from pypdf import PdfReader

from kb.desk.publish import customer_edition, sales_edition
from kb.desk.publish_frame import processes_for_sales
from kb.errors import CannotPrintError
from kb.model.article import Article
from kb.model.number import CHARGED, ONLY, TAKE, Amount, Number, Unit
from kb.model.on_paper import Changed, OnPaper
from kb.model.people import Desk
from kb.model.process import Process, Route, Step
from kb.model.prose import BULLET, CODE, EMPHASIS, LINK, LITERAL, ORDERED, QUOTE, ROW, STRONG, TEXT, Block, Line, Span
from kb.render.pdf import PAPERS, Paper, sheet_pdf
from kb.render.sheet import customer_sheet, sales_sheet
from kb.render.sheet_data import Sheet
from kb.render.typesetting import _KNOWN, can_print, unknown_signs

DAY = date(2026, 11, 23)
DAYS = Unit("working day", "working time")
DESKS = (Desk(key="planning", name="Planning desk", reach="ext. 250"), Desk(key="press", name="Press hall"))
HOSTILE = (
    '#set page(width: 1pt) #import "x.typ" $x^2$ [[link]] <script>alert(1)</script> *no* _no_ `no` // no /* no',
    "\x1b[2J \x00 \x07 \u202eevil\u202c \u2066iso\u2069 \ufeff \ud800 \r\n",
    "w" * 400,
    "{{ }} \\ \" ' & % ~ @label #panic()",
)


def _time(low: int, high: int) -> Amount:
    return Amount(Decimal(low), Decimal(high), DAYS)


def _block(text: str, kind: str = TEXT) -> Block:
    return Block(kind, ((Span(text),),))


def _article(slug: str = "lead-time", say: str = "Fifteen to eighteen working days.", secret: str = "") -> Article:
    lead = Number(
        name="lead time", conditions=("new box",), kind=TAKE, amount=_time(15, 18), amount_text="15 to 18 working days",
        start="proof",
    )  # fmt: skip
    return Article(
        slug=slug,
        path=f"articles/{slug}.md",
        title=f"Asking about {slug}?",
        audience="customer",
        desk="planning",
        tags=("time",),
        say=(_block(say),),
        numbers=(lead, Number(name="set-up", kind=CHARGED, amount_text="charged")),
        why=(_block("Because plates take long."),),
        worth_telling=(_block("Bent by hand."),),
        customers_say=(Line("When is it ready?"),),
        dont_say=(Line("never say tomorrow"),),
        push_back=(_block("A repeat is quicker."),),
        inside=(_block(secret),) if secret else (),
    )


PROCESS = Process(
    tuple(
        Step(key=name, name=name, takes=_time(2, 3), takes_text="2 to 3 working days", beside=beside)
        for name, beside in (("Brief", ""), ("Tooling", ""), ("Board", "Tooling"), ("Print", ""))
    ),
    (Route(for_what="new box", steps=("Tooling", "Board", "Print"), promised_in="lead-time"),),
)


def _sheet(*articles: Article) -> Sheet:
    edition = sales_edition(articles)
    ways = processes_for_sales(PROCESS, edition)
    return sales_sheet(edition, company="Northfold", day=DAY, desks=DESKS, processes=ways)


def _leave_behind(*articles: Article) -> Sheet:
    return customer_sheet(customer_edition(articles), company="Northfold", day=DAY)


def _pdf(data: Sheet, paper: Paper = "a4") -> bytes:
    return sheet_pdf(data, paper=paper, day=DAY)


def _tool(name: str) -> str:
    found = shutil.which(name)
    if not found and os.environ.get("CI") != "true":
        pytest.skip(f"{name} is not installed")
    assert found, f"{name} must be installed where CI runs"
    return found


def _run(*command: str | Path) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("paper", PAPERS)
def test_the_file_is_sound_and_every_font_is_in_it(tmp_path: Path, paper: Paper) -> None:
    file = tmp_path / "sheet.pdf"
    file.write_bytes(_pdf(_sheet(*(_article(f"a{n}") for n in range(5))), paper))
    assert "No syntax or stream encoding errors found" in _run(_tool("qpdf"), "--check", file)
    fonts = _run(_tool("pdffonts"), file).splitlines()[2:]
    assert fonts
    assert all(re.search(r"\+Inter\S*\s+.* yes yes yes ", line) for line in fonts)


def test_the_sizes_of_the_papers_are_right() -> None:
    sizes = {}
    for paper in get_args(Paper):
        box = PdfReader(io.BytesIO(_pdf(_sheet(_article()), paper))).pages[0].mediabox
        sizes[paper] = (round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4))
    assert sizes == {"a4": (210, 297), "letter": (216, 279), "phone": (100, 180)}


def test_it_is_tagged_titled_and_dated_and_has_a_bookmark_a_card() -> None:
    reader = PdfReader(io.BytesIO(_pdf(_sheet(_article("one"), _article("two")))))
    assert reader.metadata
    assert (reader.metadata.title, reader.metadata.author) == ("Northfold", "Northfold")
    assert str(reader.metadata.creation_date).startswith("2026-11-23 00:00:00")
    root: Any = reader.trailer["/Root"]
    assert str(root["/Lang"]) == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    xmp = root["/Metadata"].get_data().decode()
    assert "pdfuaid:part>1<" in xmp
    assert "pdfaid:part>2<" in xmp
    cards = ["Asking about one?", "Asking about two?", "WHO TO ASK, AND ON WHICH CARDS"]
    assert _titles(reader.outline) == ["Northfold", cards]


def _titles(outline: object) -> object:
    if isinstance(outline, list):
        return [_titles(item) for item in outline]
    return getattr(outline, "title", "")


@pytest.mark.parametrize("paper", PAPERS)
def test_each_card_is_read_in_order_and_one_card_after_the_other(paper: Paper) -> None:
    text = text_of(_pdf(_sheet(*(_article(slug) for slug in ("one", "two", "three"))), paper))
    expected = []
    for slug in ("one", "two", "three"):
        expected += [
            f"Asking about {slug}?", "15–18", "working days", "lead time, new box", "from proof", "charged", "Say:",
            "Fifteen to eighteen working days.", "If they push back:", "A repeat is quicker.", "Don’t say:",
            "never say tomorrow", "Planning desk",
        ]  # fmt: skip
    place = 0
    for words in expected:
        assert words in text[place:], f"{words!r} is missing after {text[max(0, place - 60) : place]!r}"
        place = text.index(words, place) + len(words)


def test_poppler_reads_the_same_words(tmp_path: Path) -> None:
    file = tmp_path / "sheet.pdf"
    file.write_bytes(_pdf(_sheet(_article("one"))))
    words = " ".join(_run(_tool("pdftotext"), "-raw", file, "-").split())
    order = ["Asking about one?", "15–18", "Say:", "Fifteen to eighteen working days.", "Don’t say:", "Planning desk"]
    places = [words.index(item) for item in order]
    assert places == sorted(places)


def test_every_kind_of_block_is_printed_whole() -> None:
    blocks = (
        Block(TEXT, ((Span("plain "), Span("strong", STRONG), Span(" em", EMPHASIS), Span(" literal", LITERAL)),)),
        _block("first bullet", BULLET), _block("second bullet", BULLET), _block("first step", ORDERED),
        _block("a quote", QUOTE), _block("some code", CODE),
        Block(ROW, ((Span("Flute"),), (Span("Thick"),))), Block(ROW, ((Span("E wave"),),)), Block(ROW, ()),
    )  # fmt: skip
    text = text_of(_pdf(_sheet(replace(_article(), say=blocks))))
    for words in ("plain strong em literal", "first bullet", "second bullet", "1. first step", "a quote", "some code"):
        assert words in text
    assert "Flute Thick E wave" in text


def test_every_word_of_the_data_stands_on_paper() -> None:
    many = tuple(Number(name=f"name{n}", kind=ONLY, choices=(f"choice{n}",), unless=f"term{n}") for n in range(10))
    data = _sheet(_article("one"), replace(_article("two"), numbers=many), _article("three", "A long answer. " * 60))
    data["now"] = "Peak season"
    data["good_until"] = "Good until Friday"
    data["legend"] = [{"sign": "full", "words": "you may say this"}, {"sign": "warn", "words": "ask first"}]
    data["cards"][0]["state"] = {"sign": "open", "words": "being checked"}
    for paper in PAPERS:
        text = text_of(_pdf(data, paper)).casefold()
        assert [word for word in _shown(data) if word.casefold() not in text] == [], paper


def _shown(value: object) -> list[str]:
    """Every word of the data but the few that steer the template."""
    if isinstance(value, str):
        return value.split()
    if isinstance(value, list):
        return [word for item in value for word in _shown(item) if not (isinstance(item, dict) and item.get("spare"))]
    if not isinstance(value, dict):
        return []
    steering = {"slug", "sign", "style", "tone", "language", "card"} | ({"kind"} if "rows" in value else set())
    return [word for key, item in value.items() if key not in steering for word in _shown(item)]


def test_the_same_sheet_has_the_same_bytes_in_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = _sheet(_article("one"), _article("two"))
    first = _pdf(data)
    monkeypatch.chdir(tmp_path)
    for name in ("HOME", "PATH", "TMPDIR", "LANG", "SOURCE_DATE_EPOCH"):
        monkeypatch.setenv(name, str(tmp_path))
    assert _pdf(data) == first
    assert list(tmp_path.iterdir()) == []
    assert str(tmp_path) not in everything(first)


def test_another_day_is_another_file() -> None:
    data = _sheet(_article())
    assert sheet_pdf(data, paper="a4", day=DAY) != sheet_pdf(data, paper="a4", day=date(2026, 11, 24))


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("paper", PAPERS)
def test_hostile_text_is_printed_as_text_and_obeyed_nowhere(hostile: str, paper: Paper) -> None:
    article = replace(
        _article("x", hostile),
        title=hostile, tags=(hostile,), desk=hostile, dont_say=(Line(hostile), Line(hostile)),
        numbers=(Number(name=hostile, kind=ONLY, choices=(hostile,), unless=hostile, conditions=(hostile,)),),
    )  # fmt: skip
    pdf = _pdf(_sheet(article), paper)
    expected = re.sub(r"[\x00-\x1f\u202e\u202c\u2066\u2069\ufeff\ud800\s]", "", hostile).replace('"x.typ"', "“x.typ”")
    assert re.sub(r"\s", "", text_of(pdf)).count(expected) >= 5
    assert PdfReader(io.BytesIO(pdf)).pages[0].mediabox.width > 200


def test_a_long_word_is_broken_and_not_cut_off() -> None:
    pdf = _pdf(_sheet(_article("x", "w" * 400)))
    lines = [line for line in PdfReader(io.BytesIO(pdf)).pages[0].extract_text().splitlines() if "wwww" in line]
    assert sum(line.count("w") for line in lines) == 400
    assert max(map(len, lines)) < 80
    assert len(lines) > 5


def test_a_picture_that_the_font_has_not_is_called_by_its_name() -> None:
    text = text_of(_pdf(_sheet(_article("x", "Waterproof ❌, of\ufb01ce ✅ 👩\u200d💻 ☃️."))))
    assert "Waterproof [cross mark], office [white heavy check mark] [woman][personal computer] [snowman]." in text


def test_letters_that_the_font_has_not_are_refused_with_the_articles_name() -> None:
    with pytest.raises(CannotPrintError, match=r"The article 'two' has the letter '日' \(U\+65E5\)"):
        _pdf(_sheet(_article("one"), _article("two", "Made in 日本.")))
    with pytest.raises(CannotPrintError, match="A title, desk or step"):
        _pdf(sales_sheet([], company="日本", day=DAY))


def test_the_signs_taken_for_known_are_in_the_font() -> None:
    known = "".join(chr(code) for code in range(0x20, 0x2700) if _KNOWN.fullmatch(chr(code)))
    assert len(known) > 190
    assert can_print(known)
    assert unknown_signs(["ΔE ≤ ≥ ± × ½ µ € £ ≈ ● ○ ▲ Ł ő Ω ж → ™ №"]) == frozenset()


def test_a_card_larger_than_a_page_goes_from_page_to_page() -> None:
    pdf = _pdf(_sheet(_article("one"), _article("two", "word " * 3000 + "end."), _article("three")))
    assert len(PdfReader(io.BytesIO(pdf)).pages) >= 3
    text = text_of(pdf)
    assert text.index("end.") < text.index("Asking about three?")
    assert text.count("word ") >= 3000


@pytest.mark.parametrize(("cards", "pages"), [(0, 1), (1, 1), (2, 1), (6, 1), (12, 2), (24, 3)])
def test_a_sheet_takes_few_pages(cards: int, pages: int) -> None:
    pdf = _pdf(_sheet(*(_article(f"a{n}") for n in range(cards))))
    assert len(PdfReader(io.BytesIO(pdf)).pages) <= pages


CANARY = "KBCANARY0123456789ab"


def _with_secrets(secret: str) -> tuple[Article, ...]:
    hidden = replace(_article(f"hidden-{secret.casefold()}", secret), audience="inside", title=secret, tags=(secret,))
    linked = Block(TEXT, ((Span("See "), Span(secret, "link", f"slug:{hidden.slug}"), Span(".")),))
    return (replace(_article("open", secret=secret), why=(linked,), push_back=(linked,)), hidden)


@pytest.mark.parametrize("paper", PAPERS)
def test_inside_text_is_nowhere_in_the_file_and_changes_no_byte(paper: Paper) -> None:
    for made in (_sheet, _leave_behind):
        pdf = _pdf(made(*_with_secrets(CANARY)), paper)
        assert CANARY.casefold() not in everything(pdf).casefold()
        assert _pdf(made(*_with_secrets("KBCANARYba9876543210aa")), paper) == pdf


def test_the_search_for_secrets_would_find_them_in_text_title_and_bookmark() -> None:
    said = everything(_pdf(_sheet(_article("x", f"We say {CANARY}."))))
    titled = everything(_pdf(sales_sheet([], company=CANARY, day=DAY)))
    assert CANARY in said
    assert titled.count(CANARY) > 3


def test_the_leave_behind_holds_nothing_for_sales() -> None:
    found = everything(_pdf(_leave_behind(_article())))
    for words in ("never say tomorrow", "Don’t say", "A repeat is quicker", "Planning", "ext. 250", "sales", "Say:"):
        assert words.replace(" ", "") not in found
    assert "Becauseplatestakelong." in found
    assert "neversaytomorrow" in everything(_pdf(_sheet(_article()))), "the test would see it"


def test_what_is_left_of_a_customers_page_is_for_notes() -> None:
    one, many = _article(), _article("x", "We say it with a smile. " * 150)
    assert "FOR YOUR NOTES" in text_of(_pdf(_leave_behind(one)))
    assert "FOR YOUR NOTES" not in text_of(_pdf(_leave_behind(one), "phone"))
    assert "FOR YOUR NOTES" not in text_of(_pdf(_leave_behind(many))), "there is no room"
    assert "FOR YOUR NOTES" not in text_of(_pdf(_sheet(one))), "sales asks a desk"


def test_every_paragraph_of_a_card_is_one_to_a_screen_reader() -> None:
    short = replace(_article("x"), numbers=(), customers_say=(), dont_say=())
    longer = replace(short, say=(*short.say, _block("And there is more to say."), _block("And yet more.")))
    paragraphs = [_pdf(_leave_behind(article)).count(b"/S/P/") for article in (short, longer)]
    assert paragraphs[1] == paragraphs[0] + 2


def test_a_lone_answers_paragraphs_fill_two_columns() -> None:
    why = tuple(_block(f"Reason {number} is as good as any other. " * 4) for number in range(6))
    pdf = _pdf(_leave_behind(replace(_article("x", "Yes."), why=why, worth_telling=())))
    lines = PdfReader(io.BytesIO(pdf)).pages[0].extract_text(extraction_mode="layout").splitlines()
    beside = [line for line in lines if len(set(re.findall(r"Reason \d", line))) == 2]
    assert beside, "the last reasons stand beside the first, not below them"


def test_a_link_to_a_card_on_the_sheet_leads_there_and_no_other_link_leads_anywhere() -> None:
    links = (Span("two", LINK, "slug:two"), Span(" and "), Span("away", LINK, "https://example.com/x"))
    pdf = _pdf(_sheet(_article("one"), replace(_article("two"), say=(Block(TEXT, (links,)),)), _article("three")))
    annotations = [note.get_object() for page in PdfReader(io.BytesIO(pdf)).pages for note in page.get("/Annots") or ()]
    assert len(annotations) == 1 + 3, "one in the text, three beside the desk to ask"
    assert all("/Dest" in note or note["/A"]["/S"] == "/GoTo" for note in annotations)


def test_why_stands_on_a_card_only_where_its_neighbour_leaves_room() -> None:
    short = replace(_article("short"), numbers=())
    tall = replace(_article("tall", "A long answer. " * 60), why=(), worth_telling=())
    assert "Because plates take long." in text_of(_pdf(_sheet(short, tall)))
    small = replace(_article("small"), why=(_block("Much ado. " * 300),))
    assert "Much ado." not in text_of(_pdf(_sheet(small, tall)))


def test_today_stands_large_and_what_is_normal_stands_small() -> None:
    change = Changed(_time(20, 23), (), date(2026, 11, 30))
    edition = sales_edition([_article()])
    today = OnPaper(date(2026, 11, 30), "Peak season.", {edition[0].numbers[0]: change})
    for paper in PAPERS:
        text = text_of(_pdf(sales_sheet(edition, company="Northfold", day=DAY, today=today), paper))
        for words in (
            "NOW Peak season.",
            "20–23",
            "now, until 30 November; normally 15–18",
            "Good until 30 November 2026",
        ):
            assert words in text
        assert "Now, until 30 November: 20 to 23 working days." in text


FLOODS = {
    "brackets": "[" * 100_000,
    "one word": "w" * 100_000,
    "marks": "\u0301" * 20_000 + "a" + "\u0301" * 20_000,
    "turning": "\u202e\u2066" * 50_000 + "a",
    "words": "ab " * 30_000,
    "markup": "#{$[`" * 20_000,
}


@pytest.mark.parametrize("flood", FLOODS)
def test_a_flood_of_signs_is_printed_as_text_in_less_than_ten_seconds(flood: str) -> None:
    start = time.process_time()
    pdf = _pdf(_sheet(_article("one"), _article("flood", FLOODS[flood])))
    assert time.process_time() - start < 10
    assert pdf.startswith(b"%PDF-1.7")
