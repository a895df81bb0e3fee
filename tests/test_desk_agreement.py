"""How an article stands: the whole truth table, what supersedes what, and random histories of edits and signatures."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.desk.agreement import InForce, agreements_of, in_force
from kb.desk.caution import is_as_cautious
from kb.library.article import read_article
from kb.library.signed import signed_text
from kb.model.agreement import PRODUCTION, SALES_SIDE, SIDES, Signature
from kb.model.article import CUSTOMER, INSIDE, Article
from kb.model.number import Amount
from kb.model.states import AGREED, ASK_FIRST, CHANGED, DUE, EXPIRED, TIGHTENED, UNSIGNED

MONDAY = date(2026, 11, 2)
UNTIL = date(2027, 2, 1)
IN_TIME, DUE_DAY, PAST = date(2027, 2, 1), date(2027, 3, 3), date(2027, 3, 4)


def article(days: str, words: str = "Ask us.", audience: str = CUSTOMER) -> Article:
    source = f"---\naudience: {audience}\n---\n# How long?\n\n{words}\n\n## Numbers\n- lead time: {days}\n"
    read, _problems = read_article("articles/a.md", source.encode(), INSIDE)
    assert read is not None
    return read


OLD = article("5 to 7 working days")
CAUTIOUS, BOLD = article("6 to 9 working days"), article("3 working days")


def signed(text: Article, side: str, on: date = MONDAY, until: date = UNTIL, at: str = "") -> Signature:
    path = f"agreed/a/{on.isoformat()}-{side}-{at or 'x'}.yaml"
    written = signed_text(text)
    return Signature(slug="a", path=path, side=side, by=side, on=on, until=until, text=written, article=text, at=at)


def standing(now: Article, *signatures: Signature) -> InForce:
    return in_force(now, signed_text(now), signatures, is_as_cautious)


# What each side signed: nothing, only the older text, only the text as it is now, or the one after the other.
NONE, OLDER, CURRENT, BOTH = "none", "older", "current", "both"

# production  sales    is the edit more cautious?
#                      yes        no          what is shown
TABLE = [
    (NONE,    NONE,    UNSIGNED,  UNSIGNED),
    (NONE,    OLDER,   UNSIGNED,  UNSIGNED),
    (NONE,    CURRENT, UNSIGNED,  UNSIGNED),
    (NONE,    BOTH,    UNSIGNED,  UNSIGNED),
    (OLDER,   NONE,    UNSIGNED,  UNSIGNED),
    (OLDER,   OLDER,   CHANGED,   CHANGED),
    (OLDER,   CURRENT, UNSIGNED,  UNSIGNED),
    (OLDER,   BOTH,    CHANGED,   CHANGED),
    (CURRENT, NONE,    UNSIGNED,  UNSIGNED),
    (CURRENT, OLDER,   UNSIGNED,  UNSIGNED),
    (CURRENT, CURRENT, AGREED,    AGREED),
    (CURRENT, BOTH,    AGREED,    AGREED),
    (BOTH,    NONE,    UNSIGNED,  UNSIGNED),
    (BOTH,    OLDER,   TIGHTENED, CHANGED),
    (BOTH,    CURRENT, AGREED,    AGREED),
    (BOTH,    BOTH,    AGREED,    AGREED),
]  # fmt: skip


@pytest.mark.parametrize(("production", "sales", "if_cautious", "if_not"), TABLE)
def test_the_truth_table_of_the_states(production: str, sales: str, if_cautious: str, if_not: str) -> None:
    for now, basis in ((CAUTIOUS, if_cautious), (BOLD, if_not)):
        texts = {NONE: [], OLDER: [OLD], CURRENT: [now], BOTH: [OLD, now]}
        given_ = [signed(text, PRODUCTION, at=f"{place}") for place, text in enumerate(texts[production])]
        given_ += [signed(text, SALES_SIDE, at=f"{place}") for place, text in enumerate(texts[sales])]
        found = standing(now, *given_)
        if basis == UNSIGNED:
            assert [found.agreed.state(day) for day in (IN_TIME, DUE_DAY, PAST)] == [UNSIGNED] * 3
        else:
            assert [found.agreed.state(day) for day in (IN_TIME, DUE_DAY, PAST)] == [basis, DUE, EXPIRED]
        shown = OLD if basis == CHANGED else now
        assert found.article.numbers == shown.numbers


def test_a_text_that_was_given_up_by_both_is_in_force_no_more_when_it_comes_back() -> None:
    given_ = [signed(OLD, side) for side in SIDES] + [signed(CAUTIOUS, side, MONDAY + timedelta(1)) for side in SIDES]
    found = standing(OLD, *given_)
    assert found.agreed.state(IN_TIME) == CHANGED
    assert found.article.numbers == CAUTIOUS.numbers
    again = [signed(OLD, side, MONDAY + timedelta(2)) for side in SIDES]
    assert standing(OLD, *given_, again[0]).agreed.state(IN_TIME) == CHANGED
    assert standing(OLD, *given_, *again).agreed.state(IN_TIME) == AGREED


def test_on_one_day_the_moment_of_signing_tells_which_came_last() -> None:
    given_ = [signed(OLD, side, at="2026-11-02T09:00:00Z") for side in SIDES]
    given_ += [signed(CAUTIOUS, side, at="2026-11-02T15:00:00Z") for side in SIDES]
    assert standing(OLD, *given_).agreed.state(IN_TIME) == CHANGED
    assert standing(CAUTIOUS, *given_).agreed.state(IN_TIME) == AGREED
    other = article("1 week")
    assert standing(other, *reversed(given_)).article.numbers == CAUTIOUS.numbers


def test_both_have_to_sign_again_before_an_answer_is_good_for_longer() -> None:
    later = MONDAY + timedelta(days=100)
    given_ = [signed(OLD, side) for side in SIDES]
    given_.append(signed(OLD, PRODUCTION, later, UNTIL + timedelta(100)))
    assert (standing(OLD, *given_).agreed.on, standing(OLD, *given_).agreed.until) == (MONDAY, UNTIL)
    given_.append(signed(OLD, SALES_SIDE, later + timedelta(1), UNTIL + timedelta(101)))
    agreed = standing(OLD, *given_).agreed
    assert (agreed.on, agreed.until) == (later + timedelta(1), UNTIL + timedelta(100))


def test_a_tightened_answer_is_good_no_longer_than_what_was_agreed() -> None:
    given_ = [signed(OLD, side) for side in SIDES]
    given_.append(signed(CAUTIOUS, PRODUCTION, MONDAY + timedelta(30), UNTIL + timedelta(30)))
    assert standing(CAUTIOUS, *given_).agreed.until == UNTIL
    given_[-1] = signed(CAUTIOUS, PRODUCTION, MONDAY, UNTIL - timedelta(30))
    assert standing(CAUTIOUS, *given_).agreed.until == UNTIL - timedelta(30)


def test_nobody_reads_an_answer_that_was_agreed_for_others() -> None:
    for_sales = article("5 to 7 working days", audience="sales")
    opened = standing(OLD, *(signed(for_sales, side) for side in SIDES))
    assert (opened.agreed.basis, opened.article.audience) == (CHANGED, "sales")
    closed = standing(for_sales, *(signed(OLD, side) for side in SIDES))
    assert closed.article.audience == "sales"


DAYS = st.integers(0, 200).map(lambda days: MONDAY + timedelta(days))
TEXTS = st.tuples(st.integers(1, 12), st.integers(0, 4), st.sampled_from(["Ask us.", "Yes, in 2 days.", "No."])).map(
    lambda drawn: article(f"{drawn[0]} to {drawn[0] + drawn[1]} working days", drawn[2])
)
FEW_TEXTS = st.lists(TEXTS, min_size=1, max_size=4)


@settings(max_examples=150, deadline=None)
@given(st.data(), FEW_TEXTS)
def test_what_may_be_said_was_signed_by_both_or_is_more_cautious_and_signed_by_production(
    data: st.DataObject, texts: list[Article]
) -> None:
    history = st.lists(st.tuples(st.sampled_from(texts), st.sampled_from(SIDES), DAYS, st.integers(0, 100)), max_size=8)
    given_ = [
        signed(text, side, on, on + timedelta(length), at=f"{place}")
        for place, (text, side, on, length) in enumerate(data.draw(history))
    ]
    now, day = data.draw(st.sampled_from(texts)), data.draw(DAYS)
    found = in_force(now, signed_text(now), given_, is_as_cautious)
    if found.agreed.state(day) in ASK_FIRST:
        return
    assert _signed_by_both(found.article, given_, day) or _tightened(found.article, given_, day)


def _signed_by_both(shown: Article, given_: list[Signature], day: date) -> bool:
    """Whether both sides signed these words for a day that is at most 30 days ago."""
    return all(
        any(one.side == side and one.text == signed_text(shown) and one.until >= day - timedelta(30) for one in given_)
        for side in SIDES
    )


def _tightened(shown: Article, given_: list[Signature], day: date) -> bool:
    """Whether production signed these words, and no line of them is faster than one that both signed before."""
    own = [one for one in given_ if one.side == PRODUCTION and one.text == signed_text(shown)]
    before = [one.article for one in agreements_of(given_)]
    return any(one.until >= day - timedelta(30) for one in own) and any(
        all(_is_slower(number.amount, other.amount) for number, other in zip(shown.numbers, text.numbers, strict=True))
        and _figures(shown) <= _figures(text)
        for text in before
        if _signed_by_both(text, given_, day)
    )


def _is_slower(now: Amount | None, then: Amount | None) -> bool:
    return now is not None and then is not None and now.low >= then.low and now.high >= then.high


def _figures(shown: Article) -> set[str]:
    return {word for block in shown.say for word in block.text.split() if word.isdigit()}
