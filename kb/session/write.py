"""Adds an article, so that nothing is overwritten and nothing typed is lost; asks and prints nothing."""

from dataclasses import dataclass, replace
from pathlib import Path

from kb.errors import KbError, UsageError, WriteError
from kb.files import create_exclusive, locked, private_folder
from kb.library.article import read_article
from kb.library.checks import check
from kb.library.scan import ARTICLES
from kb.library.write import SECTIONS, Draft, article_text, comment_in, heading_in_disguise, misread
from kb.model.article import AUDIENCES, Article
from kb.model.number import Number
from kb.model.problem import ERROR, Problem
from kb.session.refresh import read_scan
from kb.session.session import Session
from kb.text import fold, slug_of
from kb.words.near import did_you_mean
from kb.words.numberline import read_number
from kb.words.unreadable import shown

LOCK_NAME = "write.lock"
DRAFTS = "drafts"

WAIT = 30.0
"""Seconds for another kb of the same person to finish writing one file."""


@dataclass(frozen=True, slots=True)
class Written:
    """A new article's file."""

    file: Path
    article: Article
    problems: tuple[Problem, ...]
    """What checking says about it: nothing that was in the way."""


class Refused(KbError):  # noqa: N818 - named after what happened to the article
    """An article has mistakes, so it was not written."""


def add_draft(session: Session, draft: Draft, slug: str = "") -> Written:
    """The draft as a new article. Raises `Refused` or `UsageError`, and then nothing was written."""
    draft = replace(draft, desk=desk_key(session, draft.desk), audience=audience_word(draft.audience))
    _refuse_empty(draft)
    _refuse_unread_numbers(draft)
    if disguised := heading_in_disguise(draft):
        raise Refused(
            f"A line that says only '{disguised.strip()}' would be taken for a heading, and hide what follows it.",
            "Say it in a sentence; what is for the company only goes into the inside part (--inside).",
        )
    if comment := comment_in(draft):
        raise Refused(
            f"'{comment.strip()}' is a comment, and would be printed with the rest. Nothing was written.",
            "Leave it out, or put its words into the inside part (--inside).",
        )
    return add_text(session, article_text(draft), slug, draft=draft)


def add_text(
    session: Session, text: str, slug: str = "", *, suffix: str = ".md", called: str = "", draft: Draft | None = None
) -> Written:
    """A ready text as a new article, named after its title, or after what its file is called where it has none.

    Raises `Refused`, and then nothing was written.
    """
    data = text.encode("utf-8", "replace")
    title = draft.title if draft else _title(session, data, suffix, called)
    path = f"{ARTICLES}{free_slug(session, title, slug)}{suffix}"
    article = _sound_article(session, path, data)
    if draft and (differs := misread(draft, article)):
        raise Refused(
            f"Nothing was written: it would be read otherwise than you typed it ({differs}).",
            "Leave out signs such as < > [ ] and # there, or write it in an editor: kb add --edit.",
        )
    file = _create(session, path, data)
    read = read_article(path, data, default_audience(session))
    return Written(file, article, checked(session, path, *read))


def free_slug(session: Session, title: str, slug: str = "") -> str:
    """A file name for the title, or the one that was asked for. Raises `UsageError` when it is none, or taken."""
    wanted = slug_of(slug or title)
    if slug and wanted != slug:
        hint = f"Try --slug {wanted}." if wanted else "Letters a to z, digits and hyphens are."
        raise UsageError(f"'{slug}' is no name for a file that works everywhere.", hint)
    if not wanted:
        raise UsageError(
            "No file name can be made from this title: it has no letter from a to z and no digit.",
            "Give one with --slug, such as --slug minimum-order.",
        )
    taken = next((path for path in article_files(session) if fold(stem_of(path)) == wanted), "")
    if taken:
        raise _taken(taken, stem_of(taken))
    return wanted


def keep_draft(session: Session, text: str, name: str = "") -> Path:
    """Where a text that was not written into the content folder is kept, so that nothing typed is lost."""
    folder = private_folder(session.state / DRAFTS)
    name = slug_of(name) or "new"
    file = folder / f"{name}-{session.now:%Y%m%dT%H%M}-{session.world.chance(4)}.md"
    create_exclusive(file, text.encode("utf-8", "replace"))
    return file


def desk_key(session: Session, words: str) -> str:
    """The key of the desk that the words name by key or name. Raises `UsageError` that names the nearest."""
    desks = session.library.frame.desks
    sought = fold(words)
    if not sought or not desks:
        return " ".join(words.split())
    for desk in desks:
        if sought in (fold(desk.key), fold(desk.name)):
            return desk.key
    names = {fold(name): name for desk in desks for name in (desk.name, desk.key)}
    known = "Desks: " + ", ".join(desk.key for desk in desks) + "."
    raise UsageError(
        f"There is no desk '{words}'.", " ".join(filter(None, (did_you_mean(words, names.values()), known)))
    )


def audience_word(words: str) -> str:
    """One of AUDIENCES, or nothing. Raises `UsageError` that names the nearest."""
    sought = fold(words)
    if not sought or sought in AUDIENCES:
        return sought
    known = "It is one of customer, sales, inside."
    raise UsageError(f"There is no audience '{words}'.", f"{did_you_mean(words, AUDIENCES)} {known}".strip())


def default_audience(session: Session) -> str:
    """Who may read an article that names nobody."""
    return session.library.frame.company.default_audience


def checked(session: Session, path: str, article: Article | None, read: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """What lint would say about this file, with the other articles around it.

    It stands after them, for of two that contradict each other lint names the later one.
    """
    others = tuple(other for other in session.library.articles if other.path != path)
    articles = (*others, article) if article else others
    found = check(replace(session.library, articles=articles, problems=read))
    return tuple(problem for problem in found if problem.path == path)


def article_files(session: Session) -> dict[str, str]:
    """The article files by the path that is shown, with their real one."""
    seen = read_scan(session.root)
    return {key.path: seen.odd.get(key.path, key.path) for key in seen.files if key.path.startswith(ARTICLES)}


def stem_of(path: str) -> str:
    """The slug of an article's path."""
    return path.rpartition("/")[2].rpartition(".")[0]


def _refuse_empty(draft: Draft) -> None:
    missing = [flag for flag, text in (("--title", draft.title), ("--say", draft.say)) if not text.strip()]
    if missing:
        raise UsageError(
            f"An article needs a title, which is the customer's question, and an answer: {' and '.join(missing)}.",
            'kb add --title "How many at least?" --say "A hundred."   On a terminal, kb add alone asks for all of it.',
        )


def _refuse_unread_numbers(draft: Draft) -> None:
    reads = [(line, read_number(line)) for line in draft.numbers]
    unread = [f"{line}: {read.sentence}" for line, read in reads if not isinstance(read, Number)]
    if unread:
        raise Refused("Nothing was written: a number cannot be read.\n" + "\n".join(unread))


def _title(session: Session, data: bytes, suffix: str, called: str) -> str:
    article = _sound_article(session, f"{ARTICLES}{called or 'new'}{suffix}", data)
    if not called and all(key != "title" for key, _line in article.key_lines):
        raise Refused(
            "Nothing was written: the article has no title.", "Write the customer's question: `# How long …?`"
        )
    return article.title


def _sound_article(session: Session, path: str, data: bytes) -> Article:
    """The article as it will be read. Raises `Refused` where it has errors, or nothing in it."""
    article, problems = read_article(path, data, default_audience(session))
    errors = [_told(problem, data) for problem in problems if problem.severity == ERROR]
    if article is None or errors:
        raise Refused("Nothing was written; this is in the way:\n" + "\n".join(errors))
    if not any(getattr(article, section.key) for section in SECTIONS):
        raise Refused("Nothing was written: there is no answer.", "Write below the title what may be said.")
    return article


def _told(problem: Problem, data: bytes) -> str:
    """The problem with the words it is about: the file was never on a screen, so its line alone says little."""
    lines = data.decode("utf-8", "replace").splitlines()
    words = lines[problem.line - 1].strip() if 0 < problem.line <= len(lines) else ""
    return f"line {problem.line}: {shown(words)}\n  {problem.sentence}" if words else problem.sentence


def _create(session: Session, path: str, data: bytes) -> Path:
    file = session.root / path
    with locked(private_folder(session.state) / LOCK_NAME, wait=WAIT):
        try:
            file.parent.mkdir(exist_ok=True)
        except OSError as error:
            raise WriteError(f"{file.parent} cannot be made: {error.strerror}.", "Nothing was written.") from error
        if not create_exclusive(file, data):
            raise _taken(path, file.stem)
    return file


def _taken(path: str, slug: str) -> WriteError:
    return WriteError(
        f"There is an article of that name already: {path}. Nothing was written.",
        f"Change that one: kb edit {slug}   or give yours another name: --slug NAME",
    )
