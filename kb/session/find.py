"""Answers a customer's question from the index, which it has brought up to date first where that is needed."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple, Self

from kb.errors import EmptyQueryError, LockedError, UsageError
from kb.model.results import Found, Hit, Today
from kb.model.states import state_on
from kb.search.index import Searcher, open_searcher
from kb.search.manifest import IndexBroken, Manifest, read_manifest
from kb.search.matching import best_match
from kb.search.search import Result, Scored, search
from kb.session.looking import Look, is_fresh, look_at, out_of_reach, remember_look
from kb.session.session import Session
from kb.session.today import today_for
from kb.settings import MAX_QUERY_CHARACTERS
from kb.text import fold

Desks = dict[str, tuple[str, str]]
"""Name and reach of each desk, by its key."""

_PATIENCE = 0.3
"""Seconds that a search waits for another process before it makes do with the index that is there."""

Tell = Callable[[str, int, int], None]


class Wanted(NamedTuple):
    """Which answers to a question are wanted."""

    limit: int
    tag: str | None = None
    """As anybody may type it; case and accents don't count."""

    desk: str | None = None
    exact: bool = False
    """Every word must occur as it was typed."""

    matches: bool = False
    """The best sentence of every hit, not only of an answer."""

    explain: bool = False


class Finder:
    """The index, opened once, for one question or many."""

    def __init__(self, session: Session, progress: Tell | None = None) -> None:
        self._session = session
        self._notes: tuple[str, ...] = ()
        self._searcher = self._opened(progress)
        stamp = self._searcher.manifest.stamp
        self.desks: Desks = {key: (name, reach) for key, (name, reach) in stamp["desks"].items()}
        self._synonyms: list[tuple[str, list[str]]] = stamp["synonyms"]
        self._tags: list[str] = stamp["tags"]

    def find(self, query: str, wanted: Wanted) -> Found:
        """The best answers. Raises `EmptyQueryError`, and `UsageError` for a tag or desk that nothing has."""
        result = search(
            self._searcher,
            query,
            limit=wanted.limit,
            tag=self._known("tag", wanted.tag, self._tags),
            desk=self._known("desk", wanted.desk, self.desks),
            synonyms=self._synonyms,
            exact=wanted.exact,
            explain=wanted.explain,
        )
        matched = len(result.hits) if wanted.matches else int(result.answered)
        hits = tuple(
            _hit(scored, self._session.today, result.terms if place < matched else {})
            for place, scored in enumerate(result.hits)
        )
        return Found(
            query=query,
            corrected=result.corrected,
            answered=result.answered,
            hits=hits,
            today=self._today(result.hits[0].path, hits[0].slug) if hits and result.answered else None,
            corrections=result.corrections,
            notes=(*self._notes, *_cut_note(result)),
            explain=result.explain,
        )

    def _today(self, path: str, slug: str) -> Today | None:
        return today_for(self._session, self._searcher, path, slug)

    def is_fresh(self) -> bool:
        """Whether nothing in the folder has changed since the index was opened."""
        look = look_at(self._session, self._searcher.manifest)
        return look is not None and is_fresh(look, self._searcher.manifest)

    def close(self) -> None:
        """Lets go of the index."""
        self._searcher.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def find_each(self, queries: Iterable[str], wanted: Wanted) -> Iterator[Found]:
        """One answer a question, in order; a question with nothing to search for has none."""
        for query in queries:
            try:
                yield self.find(query, wanted)
            except EmptyQueryError:
                yield Found(query=query, corrected=None, answered=False, hits=())

    def _opened(self, progress: Tell | None) -> Searcher:
        manifest = read_manifest(self._session.state)
        look = look_at(self._session, manifest)
        if look is None and manifest is not None:
            self._notes = (out_of_reach(self._session),)
        elif manifest is None or look is None or not is_fresh(look, manifest):
            self._refresh(manifest, look, progress)
        else:
            remember_look(self._session)
        try:
            return open_searcher(self._session.state)
        except IndexBroken:
            self._rebuild(progress)
            return open_searcher(self._session.state)

    def _refresh(self, manifest: Manifest | None, look: Look | None, progress: Tell | None) -> None:
        from kb.session.refresh import LONGEST_WAIT, bring_up_to_date, no_progress  # noqa: PLC0415 - reads YAML

        wait = LONGEST_WAIT if manifest is None else _PATIENCE
        try:
            bring_up_to_date(self._session, wait=wait, look=look, progress=progress or no_progress)
        except LockedError:
            if manifest is None:
                raise
            self._notes = ("Another kb is just reading new answers; this is from the index before.",)

    def _rebuild(self, progress: Tell | None) -> None:
        from kb.session.refresh import bring_up_to_date, no_progress  # noqa: PLC0415 - reads YAML

        bring_up_to_date(self._session, anew=True, progress=progress or no_progress)

    def _known(self, what: str, written: str | None, known: Iterable[str]) -> str | None:
        """The tag or desk as the index has it."""
        if written is None:
            return None
        found = next((each for each in known if fold(each) == fold(written)), None)
        if found is None:
            from kb.words.near import did_you_mean  # noqa: PLC0415 - only for a mistake

            listed = ", ".join(sorted(known)) or "none"
            sentence = f"No answer has the {what} '{written}'. {did_you_mean(written, known)}".rstrip()
            raise UsageError(sentence, f"There are: {listed}.")
        return found


def _hit(scored: Scored, day: date, terms: Mapping[str, float]) -> Hit:
    """The hit as its card has it; `terms` are looked for in its sentences."""
    card: dict[str, Any] = json.loads(scored.card)
    match, words, is_news = _match(card, terms)
    basis, on, until = card["agreed"] or (None, None, None)
    return Hit(
        slug=card["slug"],
        title=card["title"],
        score=round(scored.score, 4),
        say=card["say"],
        numbers=tuple(card["numbers"]),
        dont_say=tuple(card["dont_say"]),
        why=card["why"],
        desk=card["desk"],
        audience=card["audience"],
        tags=tuple(card["tags"]),
        state=state_on(basis, date.fromisoformat(until) if until else None, day) if basis else None,
        agreed_on=on,
        good_until=until,
        match=match,
        marked=words,
        match_is_news=is_news,
    )


def _match(card: Mapping[str, Any], terms: Mapping[str, float]) -> tuple[str, frozenset[str], bool]:
    if not terms:
        return "", frozenset(), False
    shown = (card["say"], card["why"], *(number["text"] for number in card["numbers"]), *card["dont_say"])
    return best_match(terms, card["title"], shown, card["more"])


def _cut_note(result: Result) -> tuple[str, ...]:
    if not result.cut:
        return ()
    return (f"That was long: only its beginning was searched for (at most {MAX_QUERY_CHARACTERS:,} characters).",)
