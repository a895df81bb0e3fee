"""The sheet's data: what stands on each card, for sales and for customers."""

import json
from datetime import date
from decimal import Decimal

from kb.model.number import TAKE, Amount, Number, Unit
from kb.model.people import Desk
from kb.model.prose import BULLET, CODE, EMPHASIS, LINK, LITERAL, ROW, STRONG, TEXT, Block, Line, Span
from kb.model.published import CustomerArticle, CustomerProcess, CustomerStep, SalesArticle, SalesProcess, SalesStep
from kb.render.sheet import customer_sheet, sales_sheet
from kb.render.sheet_data import Card

DAY = date(2026, 11, 23)
DESKS = (Desk(key="planning", name="Planning desk", reach="planning@example.com, ext. 250"),)
TIME = Amount(Decimal(15), Decimal(18), Unit("working day", "working time"))
LEAD = Number(name="lead time", kind=TAKE, amount=TIME, amount_text="15 to 18 working days", start="proof")


def _text(*spans: Span) -> tuple[Block, ...]:
    return (Block(TEXT, (spans,)),)


def _sales(slug: str = "lead-time", desk: str = "planning", say: tuple[Block, ...] = ()) -> SalesArticle:
    return SalesArticle(
        slug=slug, title=f"What of {slug}?", tags=("time", "box"), numbers=(LEAD,),
        say=say or _text(Span("Fifteen days.")),
        why=_text(Span("Plates.")), worth_telling=_text(Span("By hand.")), path="p.md", audience="customer", desk=desk,
        aliases=(), customers_say=(Line("ETA?"),), dont_say=(Line('"soon"'),), push_back=_text(Span("Repeat.")),
    )  # fmt: skip


def _customer(slug: str = "lead-time", say: tuple[Block, ...] = ()) -> CustomerArticle:
    return CustomerArticle(
        slug=slug, title=f"What of {slug}?", tags=(), say=say or _text(Span("Fifteen days.")), numbers=(LEAD,),
        why=_text(Span("Plates.")), worth_telling=(),
    )  # fmt: skip


def _card(article: SalesArticle, *others: SalesArticle) -> Card:
    return sales_sheet([article, *others], company="Northfold", day=DAY, desks=DESKS)["cards"][0]


def _words(card: Card) -> list[str]:
    pieces = (piece for part in card["parts"] for item in part["paragraphs"] for row in item["rows"] for piece in row)
    return ["".join(run["text"] for run in piece) for piece in pieces]


def test_a_card_for_sales_holds_question_figures_answer_push_back_dont_say_and_desk() -> None:
    card = _card(_sales())
    assert (card["number"], card["section"], card["question"]) == (1, "time", "What of lead-time?")
    assert (card["figures"][0]["big"], card["figures"][0]["terms"]) == ("15–18", "from proof")
    parts = [(part["label"], part["spare"]) for part in card["parts"]]
    assert parts == [
        ("Say:", False), ("Why:", True), ("If they push back:", False), ("Worth telling:", True), ("Don’t say:", False),
    ]  # fmt: skip
    assert _words(card) == ["Fifteen days.", "Plates.", "Repeat.", "By hand.", "“soon”"]
    assert card["ask"] == "Planning desk · ext. 250"


def test_a_card_for_customers_holds_question_figures_answer_and_why() -> None:
    sheet = customer_sheet([_customer()], company="Northfold", day=DAY)
    card = sheet["cards"][0]
    assert [part["label"] for part in card["parts"]] == ["", "Why:"]
    assert (card["ask"], card["section"], sheet["contacts"], sheet["readers"]) == ("", "", [], "")


def test_a_salespersons_article_handed_to_the_customers_sheet_gives_away_nothing_for_sales() -> None:
    sheet = json.dumps(customer_sheet([_sales()], company="Northfold", day=DAY))
    for secret in ("soon", "Repeat.", "planning", "ETA", "p.md"):
        assert secret not in sheet
    assert "soon" in json.dumps(sales_sheet([_sales()], company="Northfold", day=DAY)), "the test would see it"


def test_the_sheet_says_whom_to_ask_on_which_cards_in_the_order_of_the_cards() -> None:
    articles = [_sales("a", "press"), _sales("b"), _sales("c", ""), _sales("d")]
    sheet = sales_sheet(articles, company="Northfold", day=DAY, desks=DESKS)
    assert sheet["contacts"] == [
        {"name": "press", "reach": "", "cards": [1]},
        {"name": "Planning desk", "reach": "ext. 250", "cards": [2, 4]},
    ]


def test_the_sheet_names_company_readers_and_day() -> None:
    sheet = sales_sheet([], company="Northfold", day=DAY)
    assert (sheet["title"], sheet["company"], sheet["facts"]) == (
        "Northfold",
        "Northfold",
        "Facts as of 23 November 2026",
    )
    assert sheet["readers"] == "for sales staff only"
    assert sales_sheet([], company="", day=DAY)["title"] == "Cheat sheet"
    assert customer_sheet([], company="", day=DAY, title="Boxes")["title"] == "Boxes"


def test_styles_stay_and_rows_that_follow_each_other_are_one_table() -> None:
    bold = Span("bold", STRONG)
    blocks = (
        Block(ROW, ((Span("Flute"),), (bold,))),
        Block(ROW, ((Span("E"),), (Span("1.6 mm"),))),
        Block(BULLET, ((Span("em", EMPHASIS),),)),
        Block(ROW, ((Span("alone"),),)),
        Block(TEXT, ()),
    )
    items = _card(_sales(say=blocks))["parts"][0]["paragraphs"]
    assert [(item["kind"], len(item["rows"])) for item in items] == [
        (ROW, 2), (BULLET, 1), (ROW, 1), (TEXT, 1),
    ]  # fmt: skip
    assert items[0]["rows"][0][1] == [{"text": "bold", "style": STRONG}]
    assert items[3]["rows"] == [[[]]]


def test_a_link_names_the_card_or_the_address() -> None:
    links = _text(
        Span("repeat orders", LINK, "slug:b"), Span(", "), Span("b", LINK, "slug:b"), Span(", "),
        Span("far-away", LINK, "slug:far-away"), Span(", "), Span("else", LINK, "slug:far"), Span(", "),
        Span("our site", LINK, "https://example.com"), Span(", "), Span("a@example.com", LINK, "mailto:a@example.com"),
    )  # fmt: skip
    sheet = sales_sheet([_sales(say=links), _sales("b")], company="x", day=DAY)
    assert _words(sheet["cards"][0])[0] == (
        "repeat orders (card 2), b (card 2), far away, else, our site (https://example.com), a@example.com"
    )


def test_a_reference_by_its_slug_is_in_italics_and_begins_a_sentence_with_a_capital() -> None:
    links = _text(
        Span("how-so", LINK, "slug:how-so"), Span(" goes on. "), Span("b-c", LINK, "slug:b-c"), Span(", "),
        Span("b-c", LINK, "slug:b-c"), Span(": see "), Span("b-c", LITERAL), Span(". "), Span("mine", LINK, "slug:b-c"),
    )  # fmt: skip
    card = _card(_sales(say=links))
    assert _words(card)[0] == "How so goes on. B c, b c: see b-c. mine"
    pieces = card["parts"][0]["paragraphs"][0]["rows"][0][0]
    assert [piece["text"] for piece in pieces if piece["style"] == EMPHASIS] == ["How so", "B c", "b c", "mine"]


def test_code_and_literals_keep_their_straight_quotes() -> None:
    blocks = (Block(CODE, ((Span('a "b"'), Span('"c"', LINK, "slug:c")),)), Block(TEXT, ((Span('"d"', LITERAL),),)))
    assert _words(_card(_sales(say=blocks)))[:2] == ['a "b""c"', '"d"']


def _step(key: str, beside: str = "", *, promised: bool = True) -> SalesStep:
    return SalesStep(
        key=key, name=key, short=key.title(), takes=TIME, takes_text="15 to 18 working days", beside=beside,
        desk="d", what="w", why="y", promised=promised,
    )  # fmt: skip


def test_steps_that_start_together_share_a_column_of_the_strip() -> None:
    steps = (_step("brief", promised=False), _step("die"), _step("board", "die"), _step("ink", "board"), _step("print"))
    process = SalesProcess(steps=steps, for_what="new box", promise=LEAD)
    (strip,) = sales_sheet([], company="x", day=DAY, processes=[process, SalesProcess()])["strips"]
    assert [[station["name"] for station in column] for column in strip["columns"]] == [
        ["Brief"], ["Die", "Board", "Ink"], ["Print"],
    ]  # fmt: skip
    assert strip["columns"][0][0] == {"name": "Brief", "takes": "15–18 days", "inside": False}
    assert strip["promise"] == "New box: 15–18 working days, from proof"
    assert (strip["before"], strip["after"]) == ("before the clock starts", "")


def test_a_strip_without_a_promise_says_nothing_of_one() -> None:
    process = SalesProcess(steps=(_step("a", promised=False),))
    (strip,) = sales_sheet([], company="x", day=DAY, processes=[process])["strips"]
    assert (strip["promise"], strip["before"], strip["after"]) == ("", "", "")


def test_a_customers_strip_lies_inside_the_promise() -> None:
    step = CustomerStep(key="a", name="A", short="A", takes=None, takes_text="a while", beside="")
    process = CustomerProcess(steps=(step,), promise=LEAD)
    (strip,) = customer_sheet([], company="x", day=DAY, processes=[process])["strips"]
    assert strip["columns"] == [[{"name": "A", "takes": "a while", "inside": True}]]
    assert strip["promise"] == "15–18 working days, from proof"
