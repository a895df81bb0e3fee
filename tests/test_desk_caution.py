"""When a new version of an answer promises no more than the one before; in doubt it is taken to promise more."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.desk.caution import is_as_cautious
from kb.library.article import read_article
from kb.model.article import CUSTOMER, INSIDE, Article

SECTIONS = "---\naudience: {audience}\n---\n# {title}\n\n{say}\n\n## Numbers\n{numbers}\n\n## Don't say\n{dont}\n"
FORMATS = Path(__file__).parent.parent / "content" / "articles"


def article(
    *numbers: str, say: str = "Ask us.", title: str = "How?", dont: str = "- never", audience: str = CUSTOMER
) -> Article:
    listed = "\n".join(f"- {number}" for number in numbers)
    source = SECTIONS.format(audience=audience, title=title, say=say, numbers=listed, dont=dont)
    read, problems = read_article("articles/a.md", source.encode(), INSIDE)
    assert read is not None, problems
    assert len(read.numbers) == len(numbers), problems
    return read


CAUTIOUS = [
    ("lead time: 5 to 7 working days", "lead time: 6 to 9 working days"),
    ("lead time: 5 to 7 working days", "lead time: 5 to 8 working days, unless it freezes"),
    ("lead time: 5 working days", "lead time: 2 working weeks"),
    ("storage: at most 24 months", "storage: at most 1 year"),
    ("visit booking: at least 5 working days ahead", "visit booking: at least 8 working days ahead"),
    ("spot colours: at most 4", "spot colours: at most 3"),
    ("quantity: 50 to 1,000 boxes", "quantity: 100 to 500 boxes"),
    ("stacking: guaranteed 350 kg", "stacking: guaranteed 300 kg, unless it stands in damp air"),
    ("dimensions: within 2 mm", "dimensions: within 3 mm"),
    ("dimensions: within 2 mm", "dimensions: within 1 cm"),
    ("rush surcharge: costs 25 %", "rush surcharge: costs 30 %"),
    ("lead time: adds 3 working days", "lead time: adds 5 working days"),
    ("flutes: only E, B, C", "flutes: only B, E"),
    ("sample: free", "sample: free, unless it is printed"),
]
BOLDER = [
    ("lead time: 5 to 7 working days", "lead time: 4 to 7 working days"),
    ("lead time: 5 to 7 working days", "lead time: 6 to 6 working days"),
    ("lead time: 5 working days", "lead time: 5 days"),
    ("lead time: 5 working days, from approved proof", "lead time: 6 working days, from the order"),
    ("lead time: 5 working days, unless it freezes", "lead time: 5 working days"),
    ("lead time: 5 working days, once planning has confirmed", "lead time: 9 working days"),
    ("lead time, repeat order: 5 working days", "lead time: 9 working days"),
    ("storage: at most 24 months", "storage: at most 3 years"),
    ("deposit: at most 30 %", "deposit: at most 20 %"),
    ("set-up: at most $90", "set-up: at most $50"),
    ("smallest order: at least 100 boxes", "smallest order: at least 200 boxes"),
    ("smallest order: at least 100 boxes", "smallest order: at least 50 boxes"),
    ("rush surcharge: costs 25 %", "rush surcharge: costs 20 %"),
    ("rush surcharge: costs 25 %", "rush surcharge: costs 25 %, unless it is a repeat order"),
    ("proof: charged", "proof: free"),
    ("proof: charged", "proof: charged, unless the order follows"),
    ("rush: not possible", "rush: not possible, unless planning agrees"),
    ("rush: only repeat orders", "rush: only repeat orders, plain boxes"),
    ("flutes: only E, B", "flutes: only E, B, F"),
    ("visits: only Wednesdays", "visits: only Wednesdays, unless it is urgent"),
    ("dimensions: within 2 mm", "dimensions: within 1 mm"),
    ("blank: at most 2,400 x 1,250 mm", "blank: at most 2,400 x 1,300 mm"),
    ("recycled fibre: 78 %", "recycled fibre: 80 %"),
    ("recycled fibre: about 78 %", "recycled fibre: 78 %"),
    ("sheet check: every 500 sheets", "sheet check: every 400 sheets"),
    ("set-up: 45 minutes a colour", "set-up: 60 minutes an order"),
    ("plant: closed, 24 December to 2 January", "plant: closed, 27 December to 2 January"),
    ("lead time: adds 5 working days, during September to November", "lead time: adds 5 working days, during October"),
    ("lead time: adds 3 working days", "lead time: adds 3 working days, unless we have stock"),
]


@pytest.mark.parametrize(("before", "now"), CAUTIOUS)
def test_a_number_that_promises_less_is_more_cautious(before: str, now: str) -> None:
    assert is_as_cautious(article(now), article(before))
    assert is_as_cautious(article(before), article(before))
    assert not is_as_cautious(article(before), article(now))


@pytest.mark.parametrize(("before", "now"), BOLDER)
def test_a_number_that_promises_more_or_something_else_is_not(before: str, now: str) -> None:
    assert not is_as_cautious(article(now), article(before))


TIME = "lead time: 5 to 7 working days"


@pytest.mark.parametrize(
    ("new", "is_fine"),
    [
        ("lead time, inside print: adds 2 working days", True),
        ("lead time, gold foil: not possible", True),
        ("plant: closed, 3 to 7 May", True),
        ("lead time, plain box: 9 working days", False),  # an exception may be the faster one
        ("overnight delivery: adds 1 working day", False),  # it says that there is one
        ("overnight delivery: costs 25 %", False),
        ("hard proof: charged", False),
        ("rush: only repeat orders", False),
        ("spot colours: at most 4", False),
        ("rush: not possible, unless planning agrees", False),
        ("rush: not possible, until May", False),
        ("first sample: free", False),
    ],
)
def test_a_new_line_may_only_take_away(new: str, *, is_fine: bool) -> None:
    assert is_as_cautious(article(TIME, new), article(TIME)) is is_fine
    assert not is_as_cautious(article(TIME), article(TIME, new))


def test_a_milder_exception_to_a_burden_is_a_promise() -> None:
    surcharge = "rush surcharge: costs 25 %"
    assert not is_as_cautious(article(surcharge, "rush surcharge, repeat order: costs 10 %"), article(surcharge))
    nothing = "rush: not possible"
    assert not is_as_cautious(article(nothing, "rush, repeat order: adds 1 working day"), article(nothing))


@pytest.mark.parametrize(
    ("now", "is_fine"),
    [
        ("It takes six to nine working days.", True),  # what the numbers say
        ("Nine working days, to be sure.", True),
        ("It takes five to seven working days.", True),  # the words of before wait for sales
        ("Six working days, if all goes well.", False),  # the fast end
        ("Two days.", False),
        ("By 3 December.", False),
        ("It takes six to nine working days, guaranteed.", False),
        ("It takes 6?9 working days.", False),
        ("Whatever you need, tomorrow.", False),
    ],
)
def test_the_prose_says_no_figure_that_the_numbers_do_not(now: str, *, is_fine: bool) -> None:
    before = article(TIME, say="It takes five to seven working days.")
    assert is_as_cautious(article("lead time: 6 to 9 working days", say=now), before) is is_fine


def test_what_nobody_should_say_has_to_stay() -> None:
    before = article(TIME, dont='- "tomorrow": no\n- "free": no')
    assert not is_as_cautious(article(TIME, dont='- "tomorrow": no'), before)
    assert is_as_cautious(article(TIME, dont='- "free": no\n- "soon": no\n- "tomorrow":  no'), before)


def test_nobody_new_may_read_it() -> None:
    assert not is_as_cautious(article(TIME, audience="customer"), article(TIME, audience="sales"))
    assert is_as_cautious(article(TIME, audience="sales"), article(TIME, audience="customer"))


def test_two_lines_of_the_same_are_not_told_apart() -> None:
    twice = article(TIME, TIME)
    assert not is_as_cautious(twice, twice)


FORMS = [
    ("lead time: {} to {} working days", True),
    ("lead time: {}.5 to {}.5 hours", True),
    ("storage: at most {} months", False),
    ("holding: for {} weeks", False),
    ("notice: at least {} working days ahead", True),
    ("pallets: at most {}", False),
    ("load: guaranteed {} kg", False),
    ("size: within {} mm", True),
    ("lead time: adds {} to {} working days", True),
    ("surcharge: costs {} %", True),
]


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(FORMS), st.integers(2, 40), st.integers(0, 20), st.integers(-30, 30), st.integers(-30, 30))
def test_a_number_made_to_promise_more_is_never_as_cautious(
    form: tuple[str, bool], low: int, spread: int, by: int, by_high: int
) -> None:
    text, more_is_safe = form
    before = article(text.format(low, low + spread))
    now_low = max(low + by, 1)
    now_high = max(low + spread + by_high, now_low)
    now = article(text.format(now_low, now_high))
    ends, ends_before = _ends(now), _ends(before)
    moves = [new - old for new, old in zip(ends, ends_before, strict=True)]
    safe = all(move >= 0 for move in moves) if more_is_safe else all(move <= 0 for move in moves)
    assert is_as_cautious(now, before) is safe


def _ends(read: Article) -> tuple[Decimal, Decimal]:
    amount = read.numbers[0].amount
    assert amount is not None
    return amount.low, amount.high


SAMPLE = sorted(FORMATS.rglob("*.md"))


@pytest.mark.parametrize("path", SAMPLE, ids=lambda path: path.stem)
def test_every_answer_of_the_sample_is_as_cautious_as_itself(path: Path) -> None:
    read, _problems = read_article(f"articles/{path.name}", path.read_bytes(), INSIDE)
    assert read is not None
    assert is_as_cautious(read, read)
