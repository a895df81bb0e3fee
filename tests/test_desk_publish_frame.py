"""A customer sees the steps inside a promise that customers may read; sales sees the whole way."""

from decimal import Decimal

from kb.desk.publish_frame import glossary_for_customers, processes_for_customers, processes_for_sales
from kb.model.glossary import Term
from kb.model.number import FREE, TAKE, Amount, Number, Unit
from kb.model.process import Process, Route, Step
from kb.model.published import CustomerArticle, CustomerTerm, SalesArticle


def _take(*conditions: str, days: int = 15, kind: str = TAKE) -> Number:
    amount = Amount(Decimal(days), Decimal(days), Unit("working day", "working time"))
    return Number(name="lead time", conditions=conditions, kind=kind, amount=amount, amount_text=f"{days} working days")


def _promising(*numbers: Number, slug: str = "lead-time") -> SalesArticle:
    return SalesArticle(
        slug=slug, title="How long?", tags=(), say=(), numbers=numbers, why=(), worth_telling=(), path="",
        audience="sales", desk="", aliases=(), customers_say=(), dont_say=(), push_back=(),
    )  # fmt: skip


STEPS = (
    Step(key="brief", name="Brief and quote", short="Brief", desk="estimating", what="SECRET what", why="SECRET why"),
    Step(key="tooling", name="Tooling"),
    Step(key="board", name="Board", beside="tooling"),
    Step(key="coat", name="Coating"),
    Step(key="print", name="Print", beside="brief"),
    Step(key="bill", name="Bill"),
)
PROCESS = Process(STEPS, (Route(for_what="new box", steps=("tooling", "board", "print"), promised_in="lead-time"),))


def test_sales_sees_what_comes_before_and_after_but_not_the_steps_of_other_ways() -> None:
    (way,) = processes_for_sales(PROCESS, [_promising(_take())])
    assert [(step.key, step.promised) for step in way.steps] == [
        ("brief", False), ("tooling", True), ("board", True), ("print", True), ("bill", False),
    ]  # fmt: skip
    assert (way.steps[0].short, way.steps[1].short, way.steps[0].desk) == ("Brief", "Tooling", "estimating")


def test_customers_see_the_steps_inside_the_promise_and_neither_desks_nor_reasons() -> None:
    (way,) = processes_for_customers(PROCESS, [_promising(_take())])
    assert [step.key for step in way.steps] == ["tooling", "board", "print"]
    assert "SECRET" not in repr(way)
    assert "estimating" not in repr(way)
    assert "brief" not in repr(way), "not even as what a step runs beside"


def test_a_promise_that_customers_may_not_read_shows_them_no_process() -> None:
    nobody: list[CustomerArticle] = []
    assert processes_for_customers(PROCESS, nobody) == ()
    assert processes_for_customers(PROCESS, [_promising(_take(), slug="other")]) == ()


def test_the_promise_is_the_one_for_this_kind_of_order_else_the_rule() -> None:
    own, rush, rule = _take("New box"), _take("new box", "rush", days=5), _take(days=9)
    assert processes_for_sales(PROCESS, [_promising(rush, rule, own)])[0].promise == own
    assert processes_for_sales(PROCESS, [_promising(rush, rule)])[0].promise == rule
    assert processes_for_sales(PROCESS, [_promising(rush)])[0].promise is None
    assert processes_for_sales(PROCESS, [_promising(_take(kind=FREE))])[0].promise is None


def test_without_routes_all_steps_are_one_way_and_nothing_is_promised() -> None:
    (way,) = processes_for_sales(Process(STEPS), [_promising(_take())])
    assert len(way.steps) == len(STEPS)
    assert not any(step.promised for step in way.steps)
    assert way.promise is None
    assert processes_for_customers(Process(STEPS), [_promising(_take())]) == ()
    assert processes_for_sales(Process(), []) == ()


def test_a_route_through_unknown_steps_shows_all_of_them_outside() -> None:
    (way,) = processes_for_sales(Process(STEPS, (Route(for_what="x", steps=("nowhere",)),)), [])
    assert [step.promised for step in way.steps] == [False] * len(STEPS)


def test_customers_get_terms_that_mean_something_and_no_shop_words() -> None:
    terms = [
        Term(term="die", customers=("cutter",), means="The tool."),
        Term(term="takt", avoid=True, instead="pace", means="x"),
        Term(term="box"),
    ]
    assert glossary_for_customers(terms) == (CustomerTerm(term="die", customers=("cutter",), means="The tool."),)
