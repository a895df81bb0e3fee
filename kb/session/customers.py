"""Finds customers' names in what everybody may read: known are those that stand in the questions. Changes nothing."""

import re
from collections.abc import Iterable, Iterator

from kb.library.checks.texts import Text, heard
from kb.library.unshown import customers_names
from kb.model.article import INSIDE, Article
from kb.model.problem import ERROR, Problem
from kb.session.session import Session
from kb.text import fold

_SHORTEST_NAME = 3
_WORD = re.compile(r"[^\W_]+")


def names_told(session: Session) -> tuple[Problem, ...]:
    """Each place of an article or a notice where a customer's name stands: no hand-out would be written."""
    names = _names(session)
    if not names:
        return ()
    articles = (one for one in session.library.articles if one.audience != INSIDE)
    told = [(one.path, text) for one in articles for text in _texts(one)]
    told += [(one.path, Text(one.sentence, 0)) for one in session.library.notices]
    return tuple(
        Problem(path, text.line, _sentence(name), ERROR) for path, text in told for name in _in(text.text, names)
    )


def names_in(session: Session, texts: Iterable[str]) -> tuple[str, ...]:
    """A sentence for each customer's name in the texts, for whoever has just written them."""
    names = _names(session)
    return tuple(dict.fromkeys(_sentence(name) for text in texts for name in _in(text, names)))


def names_in_article(session: Session, article: Article) -> tuple[str, ...]:
    """The same for an article; nothing for one that is inside as a whole."""
    return names_in(session, (text.text for text in _texts(article))) if article.audience != INSIDE else ()


def _names(session: Session) -> tuple[str, ...]:
    """The names, without those that are an ordinary word here, in small letters in an answer: `Board`."""
    named = [name for name in customers_names(session.root) if len(name) >= _SHORTEST_NAME]
    if not named:
        return ()
    texts = (text.text for article in session.library.articles for text in _texts(article))
    ordinary = {word for text in texts for word in _WORD.findall(text) if word.islower()}
    return tuple(name for name in named if name.casefold() not in ordinary)


def _texts(article: Article) -> Iterator[Text]:
    yield from heard(article)
    yield from (Text(line.text, line.line) for line in (*article.customers_say, *article.dont_say))


def _in(text: str, names: Iterable[str]) -> Iterator[str]:
    words = f" {' '.join(_WORD.findall(fold(text)))} "
    return (name for name in names if f" {' '.join(_WORD.findall(fold(name)))} " in words)


def _sentence(name: str) -> str:
    return (
        f"'{name}' is a customer's name: it stands in a question. Say it without the name; until then nothing that "
        "holds it is handed out."
    )
