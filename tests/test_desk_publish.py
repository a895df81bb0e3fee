"""A reader's edition holds what the reader may see, and nothing else."""

from dataclasses import fields, replace

from hypothesis import given
from hypothesis import strategies as st

from kb.desk.publish import (
    NEUTRAL_WORDS,
    customer_edition,
    for_customers,
    for_sales,
    hidden_names,
    readable_slugs,
    sales_edition,
)
from kb.model.article import Article, may_read
from kb.model.number import FREE, Number
from kb.model.prose import BULLET, EMPHASIS, LINK, LITERAL, PLAIN, STRONG, TEXT, Block, Line, Span
from kb.model.published import CustomerArticle, SalesArticle

NOBODY: frozenset[str] = frozenset()


def _says(text: str, line: int = 9) -> tuple[Block, ...]:
    return (Block(TEXT, ((Span(text),),), line),)


def _article(audience: str = "customer", slug: str = "lead-time") -> Article:
    return Article(
        slug=slug,
        path=f"articles/{slug}.md",
        title="How long does it take?",
        audience=audience,
        desk="planning",
        tags=("time",),
        aliases=("turnaround",),
        say=_says("Fifteen days."),
        numbers=(Number(name="sample", kind=FREE, text="sample: free", line=7),),
        why=_says("Plates take five."),
        worth_telling=_says("Steel is bent by hand."),
        customers_say=(Line("When is it ready?", 20),),
        dont_say=(Line("two weeks", 21),),
        push_back=_says("A repeat order is faster."),
        inside=_says("KBCANARY inside"),
        key_lines=(("desk", 2),),
    )


def _linked(text: str, target: str) -> Article:
    return replace(_article(), say=(Block(TEXT, ((Span("See "), Span(text, LINK, target), Span(".")),)),))


def _said(article: SalesArticle | CustomerArticle | None) -> str:
    assert article
    return article.say[0].text


def test_a_customer_gets_the_answer_the_numbers_why_and_worth_telling() -> None:
    edition = for_customers(_article(), NOBODY)
    assert edition == CustomerArticle(
        slug="lead-time",
        title="How long does it take?",
        tags=("time",),
        say=_says("Fifteen days.", 0),
        numbers=(Number(name="sample", kind=FREE, text="sample: free"),),
        why=_says("Plates take five.", 0),
        worth_telling=_says("Steel is bent by hand.", 0),
    )


def test_a_salesperson_gets_what_is_for_sales_besides() -> None:
    edition = for_sales(_article("sales"), NOBODY)
    assert edition
    assert (edition.desk, edition.audience, edition.aliases) == ("planning", "sales", ("turnaround",))
    assert (edition.customers_say, edition.dont_say) == ((Line("When is it ready?"),), (Line("two weeks"),))
    assert edition.push_back == _says("A repeat order is faster.", 0)


def test_an_article_for_sales_does_not_exist_for_customers() -> None:
    assert for_customers(_article("sales"), frozenset({"lead-time"})) is None


def test_an_article_for_inside_exists_for_nobody_else() -> None:
    assert for_sales(_article("inside"), frozenset({"lead-time"})) is None
    assert for_customers(_article("inside"), frozenset({"lead-time"})) is None


@given(st.text(max_size=12))
def test_an_audience_that_is_no_exact_word_is_inside(audience: str) -> None:
    assert (for_customers(_article(audience), NOBODY) is None) == (audience != "customer")
    assert (for_sales(_article(audience), NOBODY) is None) == (audience not in ("customer", "sales"))


def test_no_edition_holds_inside_text_nor_where_anything_stood() -> None:
    for edition in (for_sales(_article(), NOBODY), for_customers(_article(), NOBODY)):
        assert "KBCANARY" not in repr(edition)
        assert "line=7" not in repr(edition)
    assert "KBCANARY" in repr(_article()), "the test would see it"


def test_changing_inside_text_changes_no_edition() -> None:
    other = replace(
        _article(), inside=_says("something else"), key_lines=(("desk", 3),), say=_says("Fifteen days.", 44)
    )
    assert for_sales(_article(), NOBODY) == for_sales(other, NOBODY)
    assert for_customers(_article(), NOBODY) == for_customers(other, NOBODY)


def test_the_types_have_no_place_for_more() -> None:
    known = {field.name for field in fields(SalesArticle)}
    assert not known & {"inside", "key_lines", "review_days", "audience_written"}
    assert not {field.name for field in fields(CustomerArticle)} & {
        "dont_say",
        "push_back",
        "customers_say",
        "desk",
        "path",
    }


def test_a_link_to_an_article_of_the_reader_stays() -> None:
    edition = for_customers(_linked("repeat orders", "slug:repeat"), frozenset({"repeat"}))
    assert edition
    assert edition.say[0].cells[0][1] == Span("repeat orders", LINK, "slug:repeat")


def test_a_link_to_a_hidden_article_keeps_the_writers_words_without_the_target() -> None:
    edition = for_customers(_linked("our rules", "slug:margin-floor"), NOBODY)
    assert edition
    assert edition.say[0].cells[0][1] == Span("our rules", PLAIN)


def test_a_link_whose_text_is_the_hidden_slug_becomes_neutral() -> None:
    for text in ("margin-floor", "Margin floor", "MARGIN-FLOOR "):
        assert _said(for_customers(_linked(text, "slug:margin-floor"), NOBODY)) == f"See {NEUTRAL_WORDS}."


def test_a_link_whose_text_is_a_hidden_title_or_alias_becomes_neutral() -> None:
    secret = replace(_article("sales", "margin"), title="How low can we go?", aliases=("the floor",))
    library = [secret, _linked("How low can we GO?", "slug:margin"), _linked("The floor", "slug:margin")]
    assert [_said(edition) for edition in customer_edition(library)] == [f"See {NEUTRAL_WORDS}."] * 2
    assert [_said(edition) for edition in sales_edition(library)][1:] == ["See How low can we GO?.", "See The floor."]


def test_only_addresses_of_the_web_and_of_mail_stay_targets() -> None:
    good = ["https://example.com", "mailto:a@example.com", "HTTP://example.com"]
    targets = [*good, "javascript:x", "file:///etc", "../x.md", ""]
    kept = []
    for target in targets:
        edition = for_sales(_linked("here", target), NOBODY)
        assert edition
        kept.append(edition.say[0].cells[0][1].target)
    assert kept == [*good, "", "", "", ""]


def test_a_span_that_is_no_link_carries_no_target() -> None:
    spans = tuple(Span("a", style, "slug:secret") for style in (PLAIN, STRONG, EMPHASIS, LITERAL))
    edition = for_sales(replace(_article(), push_back=(Block(BULLET, (spans,)),)), NOBODY)
    assert edition
    assert "secret" not in repr(edition)


def test_readable_and_hidden_names_divide_the_library() -> None:
    library = [_article("customer", "a"), _article("sales", "b"), _article("nonsense", "c")]
    assert readable_slugs(library, "customer") == {"a"}
    assert readable_slugs(library, "sales") == {"a", "b"}
    assert readable_slugs(library, "stranger") == frozenset()
    assert hidden_names(library, "sales") == {"c", "how long does it take?", "turnaround"}


@given(st.lists(st.sampled_from(["customer", "sales", "inside", "", "Customer"]), max_size=8))
def test_an_edition_holds_exactly_the_readers_articles_in_order(audiences: list[str]) -> None:
    library = [_article(audience, f"s{place}") for place, audience in enumerate(audiences)]
    for reader, edition in (("sales", sales_edition(library)), ("customer", customer_edition(library))):
        expected = [article.slug for article in library if may_read(reader, article.audience)]
        assert [article.slug for article in edition] == expected


def test_a_plain_line_that_names_a_hidden_article_says_neutral_words_instead() -> None:
    secret = _article("inside", "night-shift-plan")
    told = replace(
        _article("sales"),
        customers_say=(Line("why night-shift-plan"),),
        dont_say=(Line('"at night": see Night-Shift-Plan'),),
        numbers=(
            Number(
                name="press",
                kind=FREE,
                conditions=("night-shift-plan",),
                once="night-shift-plan is done",
                text="press, night-shift-plan: free, once night-shift-plan is done",
            ),
            Number(name="night-shift-planning", kind=FREE, text="night-shift-planning: free"),
        ),
    )
    edition = sales_edition([secret, told])[0]

    assert edition.customers_say == (Line(f"why {NEUTRAL_WORDS}"),)
    assert edition.dont_say == (Line(f'"at night": see {NEUTRAL_WORDS}'),)
    number, other = edition.numbers
    assert (number.conditions, number.once) == ((NEUTRAL_WORDS,), f"{NEUTRAL_WORDS} is done")
    assert other.text == "night-shift-planning: free"
