"""Reads and writes the files of `questions/`: what was asked, asked again, and answered; decides nothing."""

from collections.abc import Callable, Collection, Iterable
from pathlib import Path, PurePosixPath
from typing import NamedTuple, TypeVar

from kb.library.escape import clean, one_line
from kb.library.eventfile import Event, Found, Keyed, count_events, events, events_below, keys_text
from kb.library.eventtree import day_of_path, key_of_path
from kb.library.remarks import problems_of
from kb.model.problem import WARNING, Problem
from kb.model.question import FLAGS, KINDS, QUESTION, Asked, Question, Repeat, Reply
from kb.words.near import did_you_mean

QUESTIONS = "questions"
ASKED, ANSWERED = f"{QUESTIONS}/asked", f"{QUESTIONS}/answered"
"""Each holds a folder for a question, named as its file is."""

_QUESTION_KEYS = ("kind", "article", "customer", "needed", "desk", "asked", "by")
_REPEAT_KEYS = ("text", "customer", "needed", "asked", "by")
_REPLY_KEYS = ("article", "why", "on", "by")

Part = TypeVar("Part", Question, Repeat, Reply)
Belonging = TypeVar("Belonging", Repeat, Reply)


class Read(NamedTuple):
    """What the folder holds."""

    asked: tuple[Asked, ...]
    """By path, so by day."""

    problems: tuple[Problem, ...]


def read_questions(root: Path) -> Read:
    """Every question with what belongs to it; nothing where there is no such folder."""
    problems: list[Problem] = []
    questions = _parts(events(root, QUESTIONS, _QUESTION_KEYS), _question, problems)
    repeats = _parts(events_below(root, ASKED, _REPEAT_KEYS), _repeat, problems)
    replies = _parts(events_below(root, ANSWERED, _REPLY_KEYS), _reply, problems)
    known = {question.key for question in questions}
    places = [*((one.path, one.question) for one in repeats), *((one.path, one.question) for one in replies)]
    problems += [_lost(path, question) for path, question in places if question not in known]
    of_repeats, of_replies = _by_question(repeats), _by_question(replies)
    asked = (Asked(one, of_repeats.get(one.key, ()), of_replies.get(one.key, ())) for one in questions)
    return Read(tuple(asked), tuple(sorted(problems)))


def questions_alone(root: Path, but: Collection[str] = ()) -> tuple[Question, ...]:
    """Every question without what belongs to it; quicker. `but` are paths that are not read."""
    return tuple(_parts(events(root, QUESTIONS, _QUESTION_KEYS, but=but), _question, []))


def times_asked(root: Path, key: str) -> int:
    """How often the question of that key was asked."""
    return 1 + count_events(root, f"{ASKED}/{key}")


def replies_to(root: Path, key: str) -> tuple[Reply, ...]:
    """The answers to the question of that key, by path; none while it waits."""
    return tuple(_parts(events(root, f"{ANSWERED}/{key}", _REPLY_KEYS, ending=".yaml"), _reply, []))


def question_text(question: Question) -> str:
    """The file of a question."""
    keys: Keyed = {
        "kind": "" if question.kind == QUESTION else question.kind,
        "article": question.article,
        "customer": question.customer,
        "needed": question.needed,
        "desk": question.desk,
        "asked": question.asked,
        "by": question.by,
    }
    return f"---\n{keys_text(keys)}---\n{clean(question.text).strip()}\n"


def repeat_text(repeat: Repeat) -> str:
    """The file of a repeat."""
    keys: Keyed = {
        "text": repeat.text,
        "customer": repeat.customer,
        "needed": repeat.needed,
        "asked": repeat.asked,
        "by": repeat.by,
    }
    return keys_text(keys)


def reply_text(reply: Reply) -> str:
    """The file of an answer to a question."""
    return keys_text({"article": reply.article, "why": reply.why, "on": reply.on, "by": reply.by})


def _parts(found: Iterable[Found], read: Callable[[Event, list[Problem]], Part], problems: list[Problem]) -> list[Part]:
    parts: list[Part] = []
    for event in found:
        if isinstance(event, Problem):
            problems.append(event)
            continue
        parts.append(read(event, problems))
        problems += problems_of(event.path, event.keys.remarks)
    return parts


def _question(event: Event, problems: list[Problem]) -> Question:
    keys = event.keys
    kind = keys.text("kind").lower() or QUESTION
    if kind not in KINDS:
        sentence = f"`kind: {one_line(kind)}` is none. {did_you_mean(kind, KINDS)} It counts as a question."
        problems.append(Problem(event.path, keys.line("kind"), sentence))
        kind = QUESTION
    if kind in FLAGS and not keys.text("article"):
        problems.append(Problem(event.path, 1, "this is about an answer, but `article:` is missing."))
    if not event.body:
        problems.append(Problem(event.path, 1, "nothing is asked here. Write the question below the second `---`."))
    return Question(
        key=key_of_path(event.path),
        path=event.path,
        text=event.body,
        kind=kind,
        article=keys.text("article"),
        customer=keys.text("customer"),
        needed=keys.day("needed"),
        desk=keys.text("desk"),
        asked=keys.day("asked") or day_of_path(event.path),
        by=keys.text("by"),
    )


def _repeat(event: Event, _problems: list[Problem]) -> Repeat:
    keys = event.keys
    return Repeat(
        path=event.path,
        question=PurePosixPath(event.path).parent.name,
        text=keys.text("text"),
        customer=keys.text("customer"),
        needed=keys.day("needed"),
        asked=keys.day("asked") or day_of_path(event.path),
        by=keys.text("by"),
    )


def _reply(event: Event, problems: list[Problem]) -> Reply:
    keys = event.keys
    if not (keys.text("article") or keys.text("why")):
        problems.append(Problem(event.path, 1, "this answers with nothing: write `article: SLUG`, or `why:` not."))
    return Reply(
        path=event.path,
        question=PurePosixPath(event.path).parent.name,
        article=keys.text("article"),
        why=keys.text("why"),
        on=keys.day("on") or day_of_path(event.path),
        by=keys.text("by"),
    )


def _lost(path: str, question: str) -> Problem:
    return Problem(path, 0, f"there is no question '{question}' that this belongs to.", WARNING)


def _by_question(parts: Iterable[Belonging]) -> dict[str, tuple[Belonging, ...]]:
    found: dict[str, list[Belonging]] = {}
    for part in parts:
        found.setdefault(part.question, []).append(part)
    return {question: tuple(own) for question, own in found.items()}
