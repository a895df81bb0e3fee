"""Promises checked in memory: the numbers and the sentence stand in each test."""

from datetime import date

import pytest

from kb.desk.promises import Ground, check_promise, ground_of
from kb.errors import TextTooLongError
from kb.model.glossary import Term
from kb.model.library import Frame
from kb.model.number import Number
from kb.model.promise import NO_CLAIM, OVER, SAFE, UNKNOWN, Finding
from kb.model.prose import Line
from kb.model.published import SalesArticle
from kb.words.numberline import read_number

MARCH = date(2026, 3, 2)
NOVEMBER = date(2026, 11, 23)


def number(text: str) -> Number:
    read = read_number(text)
    assert isinstance(read, Number), read
    return read


def article(slug: str, *numbers: str, dont_say: tuple[str, ...] = (), audience: str = "customer") -> SalesArticle:
    return SalesArticle(
        slug=slug,
        title=slug,
        tags=(),
        say=(),
        numbers=tuple(map(number, numbers)),
        why=(),
        worth_telling=(),
        path="",
        audience=audience,
        desk="planning",
        aliases=(),
        customers_say=(),
        dont_say=tuple(map(Line, dont_say)),
        push_back=(),
    )


def of(*articles: SalesArticle, terms: tuple[Term, ...] = ()) -> Ground:
    return ground_of(articles, Frame(terms=terms))


LAMPS = of(
    article(
        "lead-time",
        "lead time, brass lamp: 15 to 18 working days, from approved drawing, to your door",
        "lead time, repaired lamp: 8 to 10 working days, from approved drawing, to your door",
        dont_say=('"two weeks" for a brass lamp: casting takes ten days; instead: four weeks',),
    ),
    article("season", "lead time: adds 5 working days, during September to November"),
    article("break", "workshop: closed, 24 December to 2 January"),
    article("bulbs", "lamps in store: at most 10 lamps", "shade storage: at most 24 months, from the last order"),
    article("change", "drawing change: free, until the casting starts", "drawing change, after casting: not possible"),
    article("fee", "deposit, first order: 30 %", "deposit, regular customer: none", "hand polish: charged"),
)


def one(text: str, ground: Ground = LAMPS, day: date = MARCH) -> Finding:
    checked = check_promise(text, ground, day)
    assert len(checked.findings) == 1, checked.findings
    return checked.findings[0]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("A brass lamp takes 15 to 18 working days.", SAFE),
        ("A brass lamp takes 18 working days.", SAFE),
        ("A brass lamp takes four weeks.", SAFE),
        ("A brass lamp takes 15 working days.", OVER),
        ("A brass lamp takes less than 18 working days.", OVER),
        ("A brass lamp never takes more than 12 working days.", OVER),
        ("We cannot make a brass lamp in two weeks.", SAFE),
        ("Can you make a brass lamp in two weeks?", NO_CLAIM),
        ("You asked for a brass lamp in two weeks.", NO_CLAIM),
        ("Our competitor makes a brass lamp in two weeks.", NO_CLAIM),
        ("A brass lamp takes 15?18 working days.", UNKNOWN),
        ("A brass lamp takes 18 working days from your first call.", UNKNOWN),
        ("We guarantee brass lamps in 18 working days.", OVER),
        ("Both brass lamps and repaired lamps take 10 working days.", OVER),
        ("Our lead time is 10 working days.", OVER),
        ("We gild your lamp.", UNKNOWN),
    ],
)
def test_a_time_is_promised_whole_or_by_its_slow_end(text: str, verdict: str) -> None:
    assert check_promise(text, LAMPS, MARCH).verdict == verdict


def test_the_season_of_the_day_on_which_the_clock_starts_counts() -> None:
    assert one("A brass lamp takes 18 working days.", day=NOVEMBER).article == "season"
    assert one("Approved in December, a brass lamp takes 18 working days.", day=NOVEMBER).verdict == SAFE


def test_a_day_is_counted_in_working_days_without_the_closed_ones() -> None:
    assert one("Your brass lamp is there by 31 December.", day=date(2026, 12, 7)).verdict == OVER
    assert one("Your brass lamp is there by 11 January.", day=date(2026, 12, 7)).verdict == SAFE


def test_an_over_promise_comes_with_a_sentence_to_send_with_its_day_and_why() -> None:
    found = one("Your brass lamps are ready in ten days.", day=NOVEMBER)

    assert found.write == (
        "Your brass lamps are ready in 20 to 23 working days, from approved drawing, to your door; "
        "approved today, at your door by Monday 4 January."
    )
    assert found.because == (
        "15 to 18 working days (lead-time)",
        "+5 working days, September to November (season)",
        "closed 24 December to 2 January (break)",
    )
    assert found.replaces == (30, 38)
    assert found.instead == "20 to 23 working days"
    assert found.counted_from == "today, Mon 23 Nov 2026"


TILES = of(article("size", "size, tile: within 2 mm"), article("claim", "complaint: you have 5 working days"))


@pytest.mark.parametrize(
    ("text", "write"),
    [
        ("The size of a tile is 200 mm +/- 1 mm.", "The size of a tile is 200 mm within 2 mm."),
        (
            "You have to tell us of a complaint within 4 weeks.",
            "You have to tell us of a complaint within 5 working days.",
        ),
    ],
)
def test_what_is_written_instead_says_each_bound_once(text: str, write: str) -> None:
    assert one(text, TILES).write == write


def test_of_two_numbers_that_one_clause_breaks_no_sentence_to_send_keeps_one() -> None:
    shop = of(article("bulbs", "lamps in store: at most 10 lamps", "lamps in store: at most 3 months"))
    found = check_promise("We keep 20 lamps in store for 6 months.", shop, MARCH).findings
    assert [finding.write for finding in found] == ["We keep at most 10 lamps in store for at most 3 months."] * 2


def test_what_is_written_instead_asks_nothing() -> None:
    assert one("A brass lamp in ten days? Sure.").write.startswith("A brass lamp in 15 to 18 working days, from")


def test_where_a_condition_is_not_said_the_other_outcome_is_told() -> None:
    found = one("No deposit.")

    assert (found.verdict, found.article) == (OVER, "fee")
    assert [(other.condition, other.verdict) for other in found.otherwise] == [("regular customer", SAFE)]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("We keep your shade for two years after the last order: shade storage is free of worry.", SAFE),
        ("Shade storage is 36 months.", OVER),
        ("Up to 25 lamps in store.", OVER),
        ("Eight lamps in store.", SAFE),
        ("A drawing change is free.", OVER),
        ("A drawing change is free until the casting starts.", SAFE),
        ("A drawing change after casting is fine.", OVER),
        ("A drawing change after casting is not possible.", SAFE),
        ("Hand polish costs nothing.", OVER),
        ("Hand polish is charged.", SAFE),
    ],
)
def test_limits_and_what_is_free_or_not_possible(text: str, verdict: str) -> None:
    assert check_promise(text, LAMPS, MARCH).verdict == verdict


def test_a_phrase_not_to_say_counts_for_what_it_is_about() -> None:
    assert one("Two weeks, that's it for a brass lamp.").verdict == OVER
    assert check_promise("A repaired lamp takes two weeks.", LAMPS, MARCH).verdict == SAFE


def test_synonyms_of_the_glossary_say_a_name() -> None:
    ground = of(article("s", "visitors: at most 6"), terms=(Term(term="visitors", customers=("people",)),))

    assert one("Bring 12 people.", ground).verdict == OVER


def test_an_article_that_may_not_be_quoted_makes_safe_into_unknown() -> None:
    told = article("s", "hard proof: 3 working days")
    ground = ground_of((told,), Frame(), unquotable=frozenset({"s"}))

    found = one("A hard proof takes 3 working days.", ground)
    assert (found.verdict, found.reason) == (UNKNOWN, "its article may not be quoted just now")


def test_of_two_numbers_and_of_a_phrase_that_is_denied_the_article_that_may_not_be_quoted_decides() -> None:
    signed, open_ = article("a", "stock: at most 3 months"), article("b", "stock: at most 10 pallets")
    denied = article("c", dont_say=('"waterproof": no board is',))
    ground = ground_of((signed, open_, denied), Frame(), unquotable=frozenset({"b", "c"}))

    assert one("Our stock holds ten pallets for three months.", ground).verdict == UNKNOWN
    assert one("Our stock holds for three months.", ground).verdict == SAFE
    assert one("The boxes are not waterproof.", ground).verdict == UNKNOWN


def test_a_notice_adds_to_the_line_that_it_names() -> None:
    told = article("s", "lead time, brass lamp: 15 to 18 working days")
    notice = (number("lead time, brass lamp: adds 3 working days, until 30 June 2026"), "notice-1")
    ground = ground_of((told,), Frame(), notices=(notice,))

    assert one("A brass lamp takes 18 working days.", ground).article == "notice-1"
    assert one("A brass lamp takes 18 working days.", ground, date(2026, 7, 1)).verdict == SAFE


def test_a_misspelt_word_is_read_and_the_claim_stays_as_written() -> None:
    found = one("A brsas lamp tkaes ten wroking days.")

    assert found.verdict == OVER
    assert found.claim == "A brsas lamp tkaes ten wroking days."


def test_a_condition_said_before_counts_and_a_quoted_mail_does_not() -> None:
    text = "Thank you for the order of a brass lamp.\n> Can I have it in ten days?\n> We need it in ten days.\n\n"

    assert check_promise(text, LAMPS, MARCH).verdict == NO_CLAIM
    assert one(text + "It will be with you in ten days.").verdict == OVER
    assert one(text + "It will be with you in ten days.").line == 5


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x00\x01\ufffd\u202e\ud800",
        "a" * 40_000,
        "(" * 5_000 + ")" * 5_000,
        "، نحن نسلم المصابيح في أسبوعين " * 200,
        "and we do it " * 2_000,
        "1 " * 10_000,
        "= 15?18 ?? working days",
        "brass lamp " * 3_000,
        bytes(range(256)).decode("latin-1") * 20,
    ],
)
def test_any_text_is_survived_and_never_safe(text: str) -> None:
    assert check_promise(text, LAMPS, MARCH).verdict != SAFE


def test_a_text_that_is_too_long_is_refused_with_a_way_out() -> None:
    with pytest.raises(TextTooLongError, match="50,000"):
        check_promise("lamp " * 20_000, LAMPS, MARCH)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("A brass lamp takes four weeks.", UNKNOWN),
        ("A brass lamp takes 18 working days.", SAFE),
        ("A brass lamp takes five weeks.", SAFE),
        ("A brass lamp takes two months.", SAFE),
        ("A brass lamp takes three weeks.", OVER),
    ],
)
def test_weeks_that_end_on_a_closed_day_before_the_honest_day_are_not_safe(text: str, verdict: str) -> None:
    """Approved on 10 December, 18 working days end on 14 January: later than four weeks (the workshop is closed)."""
    assert one(text, day=date(2026, 12, 10)).verdict == verdict


def test_what_is_said_to_be_possible_beside_a_safe_sentence_is_asked_about() -> None:
    checked = check_promise("A brass lamp takes 18 working days. Gold leaf is possible.", LAMPS, MARCH)

    assert [finding.verdict for finding in checked.findings] == [SAFE, UNKNOWN]
    assert check_promise("A brass lamp takes 18 working days. That is no problem.", LAMPS, MARCH).verdict == SAFE
