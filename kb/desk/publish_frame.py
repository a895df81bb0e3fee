"""A reader's edition of what stands around the articles: process and glossary. Articles are `publish`'s matter."""

from collections.abc import Iterable, Sequence

from kb.model.glossary import Term
from kb.model.number import TAKE, Number
from kb.model.process import Process, Route, Step
from kb.model.published import (
    CustomerArticle,
    CustomerProcess,
    CustomerStep,
    CustomerTerm,
    SalesArticle,
    SalesProcess,
    SalesStep,
)
from kb.text import fold


def processes_for_sales(process: Process, articles: Sequence[SalesArticle]) -> tuple[SalesProcess, ...]:
    """One process a route: what comes before the promise, its steps, what comes after; the promise from `articles`.

    Without routes it is one process, all steps in order, of which none is promised.
    """
    routes = process.routes or ((Route(for_what="", steps=()),) if process.steps else ())
    return tuple(
        SalesProcess(
            steps=tuple(_sales_step(step, route) for step in _way(process, route)),
            for_what=route.for_what,
            promise=_promise(route, articles),
        )
        for route in routes
    )


def processes_for_customers(process: Process, articles: Sequence[CustomerArticle]) -> tuple[CustomerProcess, ...]:
    """One process a route whose promise a customer may read in `articles`: the steps inside the promise, no others."""
    promises = ((route, _promise(route, articles)) for route in process.routes)
    return tuple(
        CustomerProcess(
            steps=tuple(_customer_step(step, route) for step in process.steps if step.key in route.steps),
            for_what=route.for_what,
            promise=promise,
        )
        for route, promise in promises
        if promise
    )


def glossary_for_customers(terms: Iterable[Term]) -> tuple[CustomerTerm, ...]:
    """The terms that mean something to a customer; shop words to avoid are none."""
    return tuple(
        CustomerTerm(term=term.term, customers=term.customers, means=term.means)
        for term in terms
        if term.means and not term.avoid
    )


def _way(process: Process, route: Route) -> tuple[Step, ...]:
    """The route's steps, with what is done before the first and after the last of them."""
    inside = [place for place, step in enumerate(process.steps) if step.key in route.steps]
    if not inside:
        return process.steps
    return tuple(
        step
        for place, step in enumerate(process.steps)
        if step.key in route.steps or not inside[0] < place < inside[-1]
    )


def _promise(route: Route, articles: Iterable[CustomerArticle]) -> Number | None:
    """The time that the promising article states for this kind of order, else the one it states for all."""
    numbers = [
        number
        for article in articles
        if route.promised_in and article.slug == route.promised_in
        for number in article.numbers
        if number.kind == TAKE
    ]
    own = [number for number in numbers if list(map(fold, number.conditions)) == [fold(route.for_what)]]
    rule = [number for number in numbers if not number.conditions]
    return next(iter(own + rule), None)


def _customer_step(step: Step, route: Route) -> CustomerStep:
    return CustomerStep(
        key=step.key,
        name=step.name,
        short=step.short or step.name,
        takes=step.takes,
        takes_text=step.takes_text,
        beside=step.beside if step.beside in route.steps else "",
    )


def _sales_step(step: Step, route: Route) -> SalesStep:
    return SalesStep(
        key=step.key,
        name=step.name,
        short=step.short or step.name,
        takes=step.takes,
        takes_text=step.takes_text,
        beside=step.beside,
        desk=step.desk,
        what=step.what,
        why=step.why,
        promised=step.key in route.steps,
    )
