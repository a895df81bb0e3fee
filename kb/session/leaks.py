"""The last look at a hand-out before anybody gets it, for what its reader may not see; mends nothing.

It looks for every run of five words that stands only in closed text, and for the names of what is closed. Shorter
secrets it cannot tell from ordinary words: an amount that somebody types into an open text is found by nobody.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from typing import NamedTuple
from unicodedata import normalize

from kb.errors import LeakError
from kb.library.unshown import customers_names, unshown_texts
from kb.session.leak_secrets import Secrets, secrets_of
from kb.session.leak_texts import texts_of
from kb.session.selection import WHO
from kb.session.session import Session

RUN = 5
"""Words in a row that nobody writes twice by accident."""

_SHORTEST_NAME = 3
"""Letters. A shorter name stands in any text."""

_WORD = re.compile(r"[^\W_]+")
_UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_RANGE = re.compile(r"(?<=\d) to (?=\d)")

_OWN_ROOMS = ("kb.render", "kb.search")
"""Where kb's own words on a hand-out come from."""

_LETTERS = {code: chr(code) if chr(code).isalnum() else " " for code in range(128)}
"""ASCII as words and what stands between them; capitals are folded before."""

Runs = set[tuple[str, ...]]


class Leak(NamedTuple):
    """What a hand-out would have shown."""

    words: str


def refuse_leaks(
    session: Session,
    data: bytes,
    kind: str,
    reader: str,
    *,
    said: Iterable[str] = (),
    title: str = "",
    customers: Iterable[str] = (),
) -> None:
    """Raises `LeakError` where a finished hand-out holds what its reader may not see.

    `kind` is its format; `said` are texts that kb composed for it; `title` is what the user put on top, and means: a
    customer's name may stand there. `customers` are names of customers beside those that stand in the questions.
    """
    secrets = _secrets(session, reader, (title, *said))
    named = (*customers_names(session.root), *customers)
    meant = f" {' '.join(_words(title))} "
    asked = tuple(name for name in named if f" {' '.join(_words(name))} " not in meant)
    leak = find_leak(data, kind, secrets._replace(customers=asked))
    if leak is not None:
        raise LeakError(
            f"This would have shown '{leak.words}', which is not for {WHO[reader]}. Nothing was handed out.",
            "Find it in the content folder, and take it out of what they may read, or open it for them.",
        )


def find_leak(data: bytes, kind: str, secrets: Secrets) -> Leak | None:
    """The first thing in the file that its reader may not see; None where there is none."""
    closed = {run for text in secrets.texts for run in _runs(_words(text))}
    telling = {max(run, key=len) for run in closed}
    for words in map(_words, secrets.open):
        if not telling.isdisjoint(words):
            closed.difference_update(_runs(words))
    names = [*_closed_names(secrets.names, secrets.open), *_customers(secrets.customers, secrets.open)]
    for text in texts_of(data, kind):
        words = _words(text)
        for leak in _found(words, closed if not telling.isdisjoint(words) else set(), names):
            if f" {leak} " not in _own_words():
                return Leak(leak)
    return None


def _secrets(session: Session, reader: str, said: Iterable[str]) -> Secrets:
    library = session.library
    known = set(library.articles)
    now = secrets_of(library.articles, library.frame, reader)
    in_force = [article for article in session.told.articles if article not in known]
    told = secrets_of(in_force, library.frame, reader)
    sentences = [notice.sentence for notice in library.notices]
    return Secrets(
        (*now.texts, *unshown_texts(session.root)),
        now.names,
        (*now.open, *told.open, *sentences, *said),
    )


def _found(words: list[str], closed: Runs, names: Sequence[str]) -> Iterator[str]:
    if closed:
        yield from (" ".join(run) for run in _runs(words) if run in closed)
    if names:
        text = f" {' '.join(words)} "
        yield from (name for name in names if f" {name} " in text)


def _closed_names(names: Iterable[str], open_texts: Iterable[str]) -> list[str]:
    """The names as words; one that stands in open text gives nothing away."""
    found = dict.fromkeys(" ".join(_words(name)) for name in names)
    opened = " \n ".join(" ".join(_words(text)) for text in open_texts) if found else ""
    return [name for name in found if len(name) >= _SHORTEST_NAME and f" {name} " not in f" {opened} "]


def _customers(names: Iterable[str], open_texts: Iterable[str]) -> list[str]:
    """The names as words; one that is an ordinary word of an open text, in small letters there, names nobody."""
    found = dict.fromkeys(" ".join(_words(name)) for name in names)
    ordinary = {word for text in open_texts if found for word in _WORD.findall(text) if word.islower()}
    return [name for name in found if len(name) >= _SHORTEST_NAME and name not in ordinary]


def _words(text: str) -> list[str]:
    """The words as they are compared: without case, accents and what has no width, `15 to 18` as `15-18`.

    An accent cuts its word in two, here and there alike; `fold` would take four times as long.
    """
    plain = (text if text.isascii() else normalize("NFKD", _UNSEEN.sub("", text))).casefold()
    if " to " in plain:
        plain = _RANGE.sub(" ", plain)
    return plain.translate(_LETTERS).split() if plain.isascii() else _WORD.findall(plain)


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[start:] for start in range(RUN)), strict=False)


def _own_words() -> str:
    """Kb's own words, of its templates and of its search: they are in every hand-out. Read only when in doubt."""
    texts = (
        part.read_text("utf-8")
        for room in _OWN_ROOMS
        for part in sorted(files(room).iterdir(), key=lambda part: part.name)
        if part.is_file() and part.name.endswith((".py", ".typ", ".j2", ".css", ".js"))
    )
    return f" {' '.join(word for text in texts for word in _words(text))} "
