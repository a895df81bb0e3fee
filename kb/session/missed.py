"""The searches that found nothing and still do: gathered from every log, counted by what they were about.

Each is searched again now, so that what has been answered meanwhile is gone. Nothing tells who searched.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from kb.errors import EmptyQueryError, UnreadableError
from kb.model.problem import Problem
from kb.session.find import Finder, Wanted
from kb.session.misses import LOG_NAME, SHARED_FOLDER, Miss, read_misses
from kb.session.session import Session
from kb.words.meaning import Meaning, Meanings

MOST_TOPICS = 300
"""So many topics are searched again, those asked for most first; more would keep people waiting."""


class Missed(NamedTuple):
    """What was searched for in vain."""

    words: str
    """As most people put it."""

    topic: Meaning
    times: int
    desk: str
    """The key of the desk that knows what came nearest; empty where nothing did."""


class Gathered(NamedTuple):
    """The searches in vain, and what kept some from being read."""

    missed: tuple[Missed, ...]
    """Those searched for most first."""

    left_out: int
    """How many topics were not searched again."""

    problems: tuple[Problem, ...]


def missed_searches(session: Session, meanings: Meanings) -> Gathered:
    """What nobody has found until now."""
    counted, problems = _all_misses(session)
    topics: dict[Meaning, Counter[str]] = {}
    for miss, times in counted.items():
        topic = meanings.topic(miss.words)
        if topic:
            topics.setdefault(topic, Counter())[miss.words] += times
    ranked = sorted(topics.items(), key=lambda item: (-item[1].total(), item[0]))
    found = tuple(_still_missed(session, ranked[:MOST_TOPICS]))
    return Gathered(found, len(ranked[MOST_TOPICS:]), tuple(problems))


def _still_missed(session: Session, ranked: Iterable[tuple[Meaning, Counter[str]]]) -> Iterator[Missed]:
    topics = list(ranked)
    if not topics:
        return
    with Finder(session) as finder:
        for topic, wordings in topics:
            words = min(wordings, key=lambda said: (-wordings[said], said))
            try:
                found = finder.find(words, Wanted(1))
            except EmptyQueryError:
                continue
            if not found.answered:
                desk = next((hit.desk for hit in found.hits), "")
                yield Missed(words, topic, wordings.total(), desk)


def _all_misses(session: Session) -> tuple[Counter[Miss], list[Problem]]:
    """Every miss of this person and of those who share theirs; what stands in both logs counts once."""
    problems: list[Problem] = []
    own = _counted(_logs(session.state, Path(LOG_NAME).stem), session.root, problems)
    shared = _counted(_logs(session.root / SHARED_FOLDER, ""), session.root, problems)
    return own | shared, problems


def _logs(folder: Path, start: str) -> list[Path]:
    """The logs in a folder; those that were set aside too."""
    return sorted(path for path in folder.glob(f"{start}*.jsonl") if path.name[0] not in ".~#")


def _counted(logs: Iterable[Path], root: Path, problems: list[Problem]) -> Counter[Miss]:
    counted: Counter[Miss] = Counter()
    for log in logs:
        try:
            counted.update(read_misses(log).misses)
        except UnreadableError as error:
            place = f"{SHARED_FOLDER}/{log.name}" if log.is_relative_to(root) else log.name
            problems.append(Problem(place, 0, f"This log {error.sentence}."))
    return counted
