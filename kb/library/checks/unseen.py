"""The rule about characters that nobody sees: none hides or turns what the text says."""

from collections.abc import Iterable, Iterator

from kb.library.checks.texts import Text, every_text
from kb.model.glossary import Term
from kb.model.library import Frame, Library
from kb.model.people import Desk
from kb.model.problem import WARNING, Problem
from kb.model.process import Step
from kb.text import safe_text

_STRETCH = 10_000
_BESIDE = 20
"""How much of the text is shown on either side."""


def nothing_is_unseen(library: Library) -> Iterator[Problem]:
    """No text holds characters without width, such that turn its direction, or controls of a terminal."""
    for article in library.articles:
        yield from _found(article.path, (Text(article.path, 0), *every_text(article)))
    for path, texts in _of_frame(library.frame):
        yield from _found(path, texts)


def _found(path: str, texts: Iterable[Text]) -> Iterator[Problem]:
    for text in texts:
        at = _first_unseen(text.text)
        if at is not None:
            around = " ".join(safe_text(text.text[max(0, at - _BESIDE) : at + _BESIDE]).split())
            sentence = (
                f"A character that nobody sees stands in '{around}': {safe_text(text.text[at])}. Such characters "
                "can make a text read otherwise than it is: delete these words and type them anew."
            )
            yield Problem(path, text.line, sentence, WARNING)


def _first_unseen(text: str) -> int | None:
    for start in range(0, len(text), _STRETCH):
        stretch = text[start : start + _STRETCH]
        if safe_text(stretch) != stretch:
            return next((start + at for at, letter in enumerate(stretch) if safe_text(letter) != letter), None)
    return None


def _of_frame(frame: Frame) -> Iterator[tuple[str, Iterable[Text]]]:
    company = frame.company
    lines = dict(company.key_lines)
    for key, texts in (("company", (company.name,)), ("sheet", company.sheet), ("publish", company.publish)):
        yield "kb.yaml", [Text(text, lines.get(f"{key}:{text}", lines.get(key, 1))) for text in texts]
    yield "people.yaml", map(_of_desk, frame.desks)
    yield "process.yaml", map(_of_step, frame.process.steps)
    yield "glossary.yaml", map(_of_term, frame.terms)


def _of_desk(desk: Desk) -> Text:
    return Text(
        f"{desk.key} {desk.name} {desk.reach} {desk.knows} {desk.sales_voice} {desk.proud} {desk.visit}", desk.line
    )


def _of_step(step: Step) -> Text:
    return Text(f"{step.key} {step.name} {step.short} {step.what} {step.why}", step.line)


def _of_term(term: Term) -> Text:
    return Text(" ".join((term.term, *term.customers, term.means, term.instead)), term.line)
