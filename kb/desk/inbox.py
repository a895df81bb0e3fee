"""Puts what waits for production into one list, in order and in words; pure, and asks no clock."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from kb.model.inbox import ANSWERS, FLAGGED, MENDING, QUESTIONS, SEARCHES, Item
from kb.model.problem import ERROR, Problem
from kb.model.question import WRONG, Asked
from kb.model.states import CHANGED, DUE, EXPIRED, TIGHTENED
from kb.text import plural
from kb.words.names import without_names
from kb.words.shell import shell_word
from kb.words.spoken import day_words, times_words

_ARTICLES = "articles/"
_READ = (".md", ".yaml", ".yml")
_ENDLESS = date.max
_TOLD = {
    TIGHTENED: "more cautious than agreed",
    CHANGED: "changed since it was agreed",
    DUE: "the time it was agreed for is over",
    EXPIRED: "the time it was agreed for is long over",
}
"""How an answer stands, in words; any other state is one that was never agreed."""


class Waiting(NamedTuple):
    """Open questions that mean the same, as one."""

    asked: tuple[Asked, ...]
    """The first one first."""

    searched: int = 0
    """How many searches in vain were about the same."""

    @property
    def first(self) -> Asked:
        """The one that the others repeat."""
        return self.asked[0]

    @property
    def times(self) -> int:
        """How often it was asked."""
        return sum(one.times for one in self.asked)

    @property
    def needed(self) -> date | None:
        """The earliest day on which somebody needs the answer."""
        return min(filter(None, (one.needed for one in self.asked)), default=None)

    @property
    def desk(self) -> str:
        """The desk that should know."""
        return next((one.question.desk for one in self.asked if one.question.desk), "")

    @property
    def wordings(self) -> tuple[str, ...]:
        """The words in which it was asked, without the customers' names."""
        names = [name for one in self.asked for name in one.customers]
        said = (words for one in self.asked for words in one.wordings)
        return tuple(dict.fromkeys(" ".join(without_names(words, names).split()) for words in said))

    @property
    def askers(self) -> tuple[str, ...]:
        """Who asked, each once."""
        names = (name for one in self.asked for name in (one.question.by, *(again.by for again in one.repeats)))
        return tuple(dict.fromkeys(filter(None, names)))

    @property
    def text(self) -> str:
        """The question, without the customers' names."""
        return next(iter(self.wordings), "(nothing is written in this question)")


class Unsigned(NamedTuple):
    """An answer that waits for a signature."""

    slug: str
    title: str
    desk: str
    state: str
    sides: tuple[str, ...]
    """Which sides it waits for."""


def question_items(waiting: Iterable[Waiting], day: date, keys: Sequence[str]) -> Iterator[Item]:
    """The questions, what is needed first and asked most first; `keys` are all ids, so that a short one is unique."""
    ranked = sorted(
        waiting, key=lambda one: (one.needed or _ENDLESS, -(one.times + one.searched), one.first.question.key)
    )
    for one in ranked:
        key = one.first.question.key
        detail = [
            f"asked {times_words(one.times)}",
            *([f"searched for {times_words(one.searched)}"] if one.searched else []),
        ]
        detail += [_needed(one.needed, day)] if one.needed else []
        yield Item(
            section=QUESTIONS, key=key, text=one.text, detail=", ".join(detail), desk=one.desk,
            command=f"kb answer {short_key(key, keys)}", times=one.times, needed=one.needed,
        )  # fmt: skip


def flag_items(waiting: Iterable[Waiting], keys: Sequence[str], desks: Mapping[str, str]) -> Iterator[Item]:
    """The flags on answers, those raised most first; `desks` by the slug of the answer."""
    for one in sorted(waiting, key=lambda each: (-each.times, each.first.question.key)):
        question = one.first.question
        said = "said to be wrong" if question.kind == WRONG else "sales would say it otherwise"
        detail = f"{question.article}: {said}{_again(one.times)}"
        command = f"kb answer {short_key(question.key, keys)}"
        yield Item(
            section=FLAGGED, key=question.key, text=one.text, detail=detail,
            desk=one.desk or desks.get(question.article, ""), command=command, times=one.times,
        )  # fmt: skip


def search_items(searches: Iterable[tuple[str, int, str]]) -> Iterator[Item]:
    """The searches in vain: words, how often, and the desk that is nearest; in their order."""
    for words, times, desk in searches:
        command = f"kb answer {shell_word(words)}"
        detail = f"searched for {times_words(times)}"
        yield Item(section=SEARCHES, key=words, text=words, detail=detail, desk=desk, command=command, times=times)


def article_items(unsigned: Iterable[Unsigned]) -> Iterator[Item]:
    """The answers that wait for a signature, in their order."""
    for one in unsigned:
        told = _TOLD.get(one.state, "not agreed by both yet")
        detail = f"{one.state}: {told}, waits for {' and '.join(one.sides)}"
        command = f"kb agree {one.slug} --as {one.sides[0]}"
        yield Item(section=ANSWERS, key=one.slug, text=one.title, detail=detail, desk=one.desk, command=command)


def problem_items(problems: Iterable[Problem], desks: Mapping[str, str]) -> Iterator[Item]:
    """The files that something is to be mended in, those with errors first; `desks` by path."""
    files: dict[str, list[Problem]] = {}
    for problem in problems:
        files.setdefault(problem.path, []).append(problem)
    for path, found in sorted(files.items(), key=lambda item: (-_errors(item[1]), -len(item[1]), item[0])):
        worst = min(found, key=lambda problem: (problem.severity != ERROR, problem.line))
        slug = path.rpartition("/")[2].rpartition(".")[0]
        yield Item(
            section=MENDING, key=path, text=path, times=len(found), desk=desks.get(path, ""),
            detail=f"{plural(len(found), 'problem')}: {worst.sentence}",
            command=f"kb edit {slug}" if path.startswith(_ARTICLES) and path.endswith(_READ) else "kb lint",
        )  # fmt: skip


def short_key(key: str, keys: Sequence[str]) -> str:
    """The part of an id that is chance, where no other id has it; else the whole.

    >>> short_key("2026-11-24-k7m2", ["2026-11-24-k7m2", "2026-11-23-ab3d"])
    'k7m2'
    """
    part = key.rpartition("-")[2]
    return part if part and sum(part in other for other in keys) <= 1 else key


def _errors(problems: Iterable[Problem]) -> int:
    return sum(problem.severity == ERROR for problem in problems)


def _again(count: int) -> str:
    return f", {times_words(count)}" if count > 1 else ""


def _needed(needed: date, day: date) -> str:
    late = f" ({plural((day - needed).days, 'day')} ago)" if needed < day else " (today)" if needed == day else ""
    return f"needed by {day_words(needed, year=needed.year != day.year)}{late}"
