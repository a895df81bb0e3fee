"""The rule about words of the shop floor that a customer does not understand: none stands where a customer hears it."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kb.library.checks.texts import Text, heard, told
from kb.model.glossary import Term
from kb.model.library import Frame, Library
from kb.model.problem import WARNING, Problem
from kb.text import fold


class _Search(NamedTuple):
    pattern: re.Pattern[str]
    terms: tuple[Term, ...]
    """One a group of the pattern, in order."""


def shop_words_are_avoided(library: Library) -> Iterator[Problem]:
    """No word that the glossary says to avoid stands in what a customer hears or reads; each is told once a file."""
    search = _search(library.frame.terms)
    if search is None:
        return
    for article in told(library):
        yield from _found(search, article.path, heard(article))
    yield from _found(search, "process.yaml", _of_process(library.frame))
    yield from _found(search, "glossary.yaml", _of_glossary(library.frame))


def _search(terms: Iterable[Term]) -> _Search | None:
    avoided = sorted((term for term in terms if term.avoid and fold(term.term)), key=lambda term: -len(term.term))
    if not avoided:
        return None
    ways = "|".join(f"({_way(term.term)})" for term in avoided)
    return _Search(re.compile(rf"(?<![\w-])(?:{ways})(?![\w-])"), tuple(avoided))


def _way(term: str) -> str:
    """The word as it may be written: also several of it, and without the hyphen."""
    return re.escape(fold(term)).replace(r"\ ", r"[\s-]+").replace(r"\-", "-?") + "(?:e?s)?"


def _found(search: _Search, path: str, texts: Iterable[Text]) -> Iterator[Problem]:
    told_already: set[str] = set()
    for text in texts:
        for found in search.pattern.finditer(fold(text.text)):
            term = search.terms[(found.lastindex or 1) - 1]
            if term.term not in told_already:
                told_already.add(term.term)
                way_out = f"Say '{term.instead}'." if term.instead else "Say it in the customer's words."
                sentence = f"'{term.term}' is a word of the shop floor that customers don't know. {way_out}"
                yield Problem(path, text.line, sentence, WARNING)


def _of_process(frame: Frame) -> Iterator[Text]:
    for step in frame.process.steps:
        yield Text(f"{step.name}; {step.short}; {step.what} {step.why}", step.line)


def _of_glossary(frame: Frame) -> Iterator[Text]:
    return (Text(term.means, term.line) for term in frame.terms if not term.avoid)
