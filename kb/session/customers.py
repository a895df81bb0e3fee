"""Finds customers' names in what everybody may read: known are those that stand in the questions. Changes nothing."""

import re
from collections.abc import Iterable, Iterator, Mapping

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
    told = [(article.path, text) for article in session.library.articles for text in _texts(article)]
    told += [(notice.path, Text(notice.sentence, 0)) for notice in session.library.notices]
    found = (Problem(path, text.line, _sentence(name), ERROR) for path, text in told for name in _in(text.text, names))
    return tuple(dict.fromkeys(found))


def names_in(session: Session, texts: Iterable[str]) -> tuple[str, ...]:
    """A sentence for each customer's name in the texts, for whoever has just written them."""
    names = _names(session)
    return tuple(dict.fromkeys(_sentence(name) for text in texts for name in _in(text, names)))


def names_in_article(session: Session, article: Article) -> tuple[str, ...]:
    """The same for an article; nothing for one that is inside as a whole."""
    return names_in(session, (text.text for text in _texts(article)))


def _names(session: Session) -> dict[str, str]:
    """Each name with its words; none that is an ordinary word here, in small letters in an answer: `Board`."""
    named = {name: _words(name) for name in customers_names(session.root)}
    named = {name: words for name, words in named.items() if len(words) >= _SHORTEST_NAME}
    if not named:
        return {}
    texts = (text.text for article in session.library.articles for text in _texts(article))
    ordinary = {word for text in texts for word in _WORD.findall(text) if word.islower()}
    return {name: words for name, words in named.items() if words not in ordinary}


def _texts(article: Article) -> Iterator[Text]:
    """What somebody may read of the article; nothing of one that is inside as a whole."""
    if article.audience == INSIDE:
        return
    yield from heard(article)
    yield from (Text(line.text, line.line) for line in (*article.customers_say, *article.dont_say))


def _in(text: str, names: Mapping[str, str]) -> Iterator[str]:
    if not names:
        return
    told = f" {_words(text)} "
    yield from (name for name, words in names.items() if f" {words} " in told)


def _words(text: str) -> str:
    """The words as they are compared, a space between them."""
    return " ".join(_WORD.findall(fold(text)))


def _sentence(name: str) -> str:
    return (
        f"'{name}' is a customer's name: it stands in a question. Say it without the name; until then nothing that "
        "holds it is handed out."
    )
