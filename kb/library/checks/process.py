"""Rules about process.yaml: what it names is there, and the steps of a route add up to what is promised."""

from collections.abc import Iterable, Iterator, Mapping

from kb.library.checks.promises import Sum, add_up, promise_of
from kb.library.checks.texts import place
from kb.model.article import Article
from kb.model.library import Library
from kb.model.number import TAKE, Number
from kb.model.problem import WARNING, Problem
from kb.model.process import Route, Step
from kb.words.near import did_you_mean
from kb.words.spoken import amount_words

_PATH = "process.yaml"


def steps_that_are_named_exist(library: Library) -> Iterator[Problem]:
    """`beside:` and the routes name steps that are there."""
    process = library.frame.process
    known = [step.key for step in process.steps]
    for step in process.steps:
        if step.beside == step.key:
            yield Problem(_PATH, step.line, f"'{step.key}' can't run beside itself. Name the step that it starts with.")
        elif step.beside and step.beside not in known:
            yield Problem(_PATH, step.line, _unknown(step.beside, known, f"`beside:` of '{step.key}'"))
    for route in process.routes:
        for key in route.steps:
            if key not in known:
                yield Problem(_PATH, route.line, _unknown(key, known, f"route '{route.for_what}'"))


def steps_do_not_wait_for_each_other(library: Library) -> Iterator[Problem]:
    """No steps start with each other in a circle."""
    beside = {step.key: step.beside for step in library.frame.process.steps}
    for step in library.frame.process.steps:
        way = _way_along(step.key, beside)
        if step.beside != step.key and beside.get(way[-1]) == step.key:
            sentence = f"'{step.key}' and '{step.beside}' each start with the other. Take one `beside:` away."
            yield Problem(_PATH, step.line, sentence)
            return


def routes_keep_their_promise(library: Library) -> Iterator[Problem]:
    """The steps of a route take as long as the article that promises its time says."""
    articles = {article.slug: article for article in library.articles}
    steps = {step.key: step for step in library.frame.process.steps}
    for route in library.frame.process.routes:
        article = articles.get(route.promised_in)
        if article:
            yield from _kept(route, steps, article)
        elif route.promised_in:
            way_out = did_you_mean(route.promised_in, articles) or "Write the name of its file without the ending."
            sentence = f"`promised_in:` names no article: '{route.promised_in}'. {way_out}"
            yield Problem(_PATH, route.line, sentence)


def _kept(route: Route, steps: Mapping[str, Step], article: Article) -> Iterator[Problem]:
    promise = promise_of(route.for_what, article.numbers)
    if promise is None or promise.amount is None:
        yield Problem(_PATH, route.line, _no_promise(route, article))
        return
    total = add_up([steps[key] for key in route.steps if key in steps], promise.amount.unit)
    if isinstance(total, str):
        yield Problem(_PATH, route.line, f"The route '{route.for_what}' can't be added up: {total}", WARNING)
    elif not all(key in steps for key in route.steps):
        return  # told already, and the sum would be short
    elif not total.keeps(promise.amount):
        yield Problem(_PATH, route.line, _other_sum(route, total, article, promise))


def _no_promise(route: Route, article: Article) -> str:
    times = [number for number in article.numbers if number.kind == TAKE]
    if not times:
        return (
            f"{article.path} promises no time for '{route.for_what}'. Write there a number line such as "
            f"`lead time, {route.for_what}: 15 to 18 working days`."
        )
    listed = ", ".join(f"'{', '.join(number.conditions) or number.name}'" for number in times)
    return (
        f"{article.path} promises no time for '{route.for_what}', only for {listed}. Use the same words in both places."
    )


def _other_sum(route: Route, total: Sum, article: Article, promise: Number) -> str:
    return (
        f"The steps of '{route.for_what}' add up to {amount_words(total.amount)}, but {place(article, promise.line)} "
        f"promises {promise.amount_text}. Correct the steps or the promise."
    )


def _unknown(key: str, known: Iterable[str], where: str) -> str:
    way_out = did_you_mean(key, known) or f"The steps are: {', '.join(known)}."
    return f"unknown step '{key}' in the {where}. {way_out}"


def _way_along(key: str, beside: Mapping[str, str]) -> list[str]:
    way = [key]
    while (following := beside.get(way[-1], "")) and following not in way:
        way.append(following)
    return way
