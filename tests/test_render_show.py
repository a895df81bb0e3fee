"""One article whole on the screen: every word, every link with its address, inside text only where asked for."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from kb.model.article import CUSTOMER, INSIDE, Article
from kb.model.number import FIGURE, ONLY, TAKE, Number
from kb.model.prose import BULLET, CODE, EMPHASIS, LINK, ORDERED, QUOTE, ROW, STRONG, TEXT, Block, Line, Span
from kb.model.published import SalesArticle
from kb.render.page import width_of
from kb.render.plain import text_of
from kb.render.show import inside_page, show_page
from kb.text import safe_line

DESKS = {"planning": ("Planning desk", "planning@example.com, ext. 250")}
LEAD_TIME = Number(
    name="lead time",
    conditions=("plain box",),
    kind=TAKE,
    amount_text="5 to 7 working days",
    text="lead time, plain box: 5 to 7 working days, from approved proof, to your door",
)


def text(words: str) -> Block:
    return Block(TEXT, ((Span(words),),))


def article(
    *,
    title: str = "How soon can I have plain boxes?",
    say: tuple[Block, ...] = (text("Five to seven working days."),),
    numbers: tuple[Number, ...] = (),
    why: tuple[Block, ...] = (),
    desk: str = "planning",
    dont_say: tuple[Line, ...] = (),
) -> SalesArticle:
    return SalesArticle(
        slug="lead-time-plain",
        title=title,
        tags=("time", "plain box"),
        say=say,
        numbers=numbers,
        why=why,
        worth_telling=(),
        path="articles/lead-time-plain.md",
        audience=CUSTOMER,
        desk=desk,
        aliases=(),
        customers_say=(),
        dont_say=dont_say,
        push_back=(),
    )


def shown(edition: SalesArticle, *, width: int = 80) -> str:
    return text_of(show_page(edition, DESKS, width=width))


def said(*blocks: Block, width: int = 80) -> str:
    """The screen between the heading of Say and the facts."""
    return shown(article(say=blocks), width=width).partition("Say\n")[2].partition("\n\nUnsure?")[0]


def test_an_article_is_shown_whole() -> None:
    whole = SalesArticle(
        slug="lead-time-plain",
        title="How soon can I have plain boxes?",
        tags=("time", "plain box"),
        say=(text("Five to seven working days."),),
        numbers=(LEAD_TIME,),
        why=(text("There are no plates to make."),),
        worth_telling=(text("Nine of ten leave on the day."),),
        path="articles/lead-time-plain.md",
        audience=CUSTOMER,
        desk="planning",
        aliases=("brown boxes",),
        customers_say=(Line("How quick are plain boxes?"),),
        dont_say=(Line('"off the shelf": made to order'),),
        push_back=(Block(BULLET, ((Span("Quote both."),),)), Block(BULLET, ((Span("Offer a label."),),))),
    )
    assert shown(whole) == (
        "How soon can I have plain boxes?\n"
        "\nSay\n  Five to seven working days.\n"
        "\nNumbers\n"
        " If it is ...  lead time, normally\n"
        " > plain box   5 to 7 working days\n"
        "      from approved proof, to your door\n"
        '\nDon\'t say\n  - "off the shelf": made to order\n'
        "\nWhy\n  There are no plates to make.\n"
        "\nWorth telling\n  Nine of ten leave on the day.\n"
        "\nIf they push back\n  - Quote both.\n  - Offer a label.\n"
        "\nCustomers say\n  - How quick are plain boxes?\n"
        "\nUnsure?   Planning desk, planning@example.com, ext. 250\n"
        "For       customer\n"
        "Tags      time, plain box\n"
        "Also      brown boxes\n"
        "File      articles/lead-time-plain.md\n"
    )


def test_on_a_terminal_the_many_words_of_customers_are_counted() -> None:
    many = replace(article(), customers_say=tuple(Line(f"when {n}") for n in range(9)))
    text = text_of(show_page(many, DESKS, width=80, terminal=True))
    assert "  - when 2\n  and 6 more, in articles/lead-time-plain.md\n" in text
    assert "when 3" not in text
    assert "when 8" in shown(many)
    four = replace(many, customers_say=many.customers_say[:4])
    assert "when 3" in text_of(show_page(four, DESKS, width=80, terminal=True)), "one more takes no more room"


def test_a_number_is_shown_in_its_writers_words_even_where_they_were_read_otherwise() -> None:
    flutes = Number(name="flutes", kind=ONLY, choices=("E", "B"), amount_text="only E, B", text="flutes: only E,  B")
    fibre = Number(name="fibre", kind=FIGURE, amount_text="78 %", text="")
    screen = shown(article(numbers=(flutes, fibre)))
    assert "   flutes  only E, B\n   fibre   78 %\n" in screen


def test_paragraphs_and_lists_stand_apart() -> None:
    bullets = (Block(BULLET, ((Span("one"),),)), Block(BULLET, ((Span("two"),),)))
    assert said(text("First."), text("Second."), *bullets) == "  First.\n\n  Second.\n\n  - one\n  - two"


def test_numbered_points_are_numbered_and_quotes_marked() -> None:
    blocks = [Block(ORDERED, ((Span(word),),)) for word in ("cut", "crease")] + [Block(QUOTE, ((Span("said"),),))]
    assert said(*blocks) == "  1. cut\n  2. crease\n\n  > said"


def test_code_keeps_its_lines_and_spaces() -> None:
    assert said(Block(CODE, ((Span("a:\n  b"),),))) == "  a:\n    b"


def test_a_table_has_columns_and_a_short_row_is_filled() -> None:
    rows = (
        Block(ROW, ((Span("Board"),), (Span("Days"),))),
        Block(ROW, ((Span("single wall"),), (Span("5"),))),
        Block(ROW, ((Span("double wall"),),)),
    )
    assert said(*rows) == "  Board        Days\n  single wall  5\n  double wall"


def test_a_table_too_wide_for_the_screen_is_running_text() -> None:
    row = Block(ROW, tuple((Span(f"cell{n}"),) for n in range(12)))
    assert said(row, width=40).replace("\n ", "").split() == " | ".join(f"cell{n}" for n in range(12)).split()


def test_a_word_in_two_styles_is_not_torn_apart() -> None:
    spans = (Span("re"), Span("print", STRONG), Span(", "), Span("not", EMPHASIS), Span(" credit"))
    assert said(Block(TEXT, (spans,))) == "  reprint, not credit"


def link(words: str, target: str) -> Block:
    return Block(TEXT, ((Span("See "), Span(words, LINK, target), Span(".")),))


def test_a_link_shows_where_it_leads() -> None:
    assert said(link("our bank", "https://evil.example/x")) == "  See our bank <https://evil.example/x>."
    assert said(link("the desk", "mailto:desk@example.com")) == "  See the desk <mailto:desk@example.com>."
    assert said(link("repeat orders", "slug:lead-time-repeat")) == "  See repeat orders (lead-time-repeat)."


def test_an_address_that_is_its_own_text_stands_once() -> None:
    assert said(link("https://example.com", "https://example.com")) == "  See https://example.com."
    assert said(link("desk@example.com", "mailto:desk@example.com")) == "  See desk@example.com."
    assert said(link("flutes", "slug:flutes")) == "  See flutes."


def test_other_addresses_are_not_offered() -> None:
    for target in ("javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ftp://example.com", ""):
        assert said(link("here", target)) == "  See here."


INTERNAL = Article(
    slug="margins",
    path="articles/margins.md",
    title="What is our margin?",
    audience=CUSTOMER,
    say=(text("We price by the board."),),
    inside=(text("It is seven per cent."), Block(BULLET, ((Span("Less on rush."),),))),
)


def test_inside_text_stands_under_a_heading_that_says_so() -> None:
    screen = text_of(inside_page(INTERNAL, DESKS, width=80))
    assert (
        "\nInside only (never leaves the company)\n  It is seven per cent.\n\n  - Less on rush.\n"
        "\nFor       customer\nFile      articles/margins.md\n"
    ) in screen


def test_an_article_that_is_inside_as_a_whole_says_so_first() -> None:
    secret = Article(slug="x", path="articles/x.md", title="Secret?", audience=INSIDE, say=(text("Yes."),))
    lines = text_of(inside_page(secret, DESKS, width=80)).splitlines()
    assert lines[0] == "Inside: this article never leaves the company."
    assert lines[1] == "Secret?" + " " * 62 + "inside only"


def test_the_page_for_sales_shows_nothing_inside_even_of_an_article_that_holds_it() -> None:
    assert "seven per cent" not in text_of(show_page(INTERNAL, DESKS, width=80))  # type: ignore[arg-type]


def squeezed(words: str) -> str:
    return "".join(words.split())


@settings(deadline=None, max_examples=60)
@given(words=st.text(), kind=st.sampled_from((TEXT, BULLET, ORDERED, QUOTE, CODE, ROW)), width=st.integers(24, 120))
def test_every_word_of_a_block_is_printed(words: str, kind: str, width: int) -> None:
    assert squeezed(safe_line(words)) in squeezed(said(Block(kind, ((Span(words),),)), width=width))


@settings(deadline=None, max_examples=60)
@given(words=st.text(), width=st.integers(1, 120))
def test_no_line_is_wider_than_the_page(words: str, width: int) -> None:
    cells = tuple((Span(words),) for _ in range(3))
    blocks = tuple(Block(kind, cells) for kind in (TEXT, BULLET, ORDERED, QUOTE, CODE, ROW))
    screen = shown(article(title=words, say=blocks, dont_say=(Line(words),), desk=words), width=width)
    assert max(map(width_of, screen.split("\n"))) <= max(width, 24)
