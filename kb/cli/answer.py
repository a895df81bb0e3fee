"""`kb answer`: a question that waits gets its answer, and whoever asked a reply that is ready to paste."""

from dataclasses import replace
from typing import Annotated, TypeAlias

import typer

from kb.cli import output
from kb.cli.add import from_editor, from_talk
from kb.cli.asking import can_ask, says_yes
from kb.cli.edit import edited, tell_problems, tell_warnings
from kb.cli.options import session
from kb.desk.inbox import Waiting
from kb.errors import NotFoundError, UsageError
from kb.library.write import Draft, dont_say_line
from kb.model.article import INSIDE, SALES, Article
from kb.model.question import QUESTION
from kb.render.reply import Replied, reply_line, reply_lines
from kb.session.answer import (
    Answered,
    add_wordings,
    answer_no,
    answer_with,
    draft_for,
    find_waiting,
    not_found_yet,
)
from kb.session.change import open_article
from kb.session.read import desks_of
from kb.session.session import Session
from kb.session.warnings import warnings_for
from kb.session.write import Written, add_draft, audience_word, default_audience
from kb.text import plural, safe_line
from kb.words.shell import shell_word
from kb.words.spoken import times_words

_Several: TypeAlias = list[str] | None


def run(
    name: Annotated[list[str], typer.Argument(metavar="ID", help="A unique part of its id, or its words.")],
    *,
    link: Annotated[str, typer.Option("--with", metavar="SLUG", help="An answer that is there already.")] = "",
    wording: Annotated[
        bool | None, typer.Option("--add-wording/--no-wording", help="Add the question to its Customers say, or not.")
    ] = None,
    why_not: Annotated[str, typer.Option("--no", metavar="WHY", help="There is no answer, and why.")] = "",
    say: Annotated[str, typer.Option("--say", metavar="TEXT", help="The answer of a new article.")] = "",
    title: Annotated[str, typer.Option("--title", metavar="TEXT", help="Its title; else the question.")] = "",
    number: Annotated[
        _Several, typer.Option("--number", metavar="TEXT", help='"foil: at most 2 colours". May be repeated.')
    ] = None,
    dont_say: Annotated[
        _Several, typer.Option("--dont-say", metavar="TEXT", help="What nobody should say. May be repeated.")
    ] = None,
    audience: Annotated[
        str, typer.Option("--audience", metavar="WHO", help="customer, sales or inside; else as kb.yaml says.")
    ] = "",
    in_editor: Annotated[bool, typer.Option("--edit", help="Write the new article in your editor.")] = False,
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who answers; else who is logged in.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object, for scripts.")] = False,
) -> None:
    """Answer a question that waits. Alone, it asks you for the article, which begins with the question.

    \b
    kb answer k7m2p9
    kb answer k7m2p9 --say "Yes, in one colour." --audience customer
    kb answer k7m2p9 --with inside-print --add-wording
    kb answer k7m2p9 --no "We have no gold press."

    The reply for whoever asked is printed, ready to paste.
    """
    _refuse_several(link, why_not, say or in_editor)
    opened = session()
    waiting = find_waiting(opened, " ".join(name))
    _tell_question(waiting)
    if why_not:
        answered: Answered | None = answer_no(opened, waiting, why_not, by=by)
    elif link:
        answered = _linked(opened, waiting, link, by, wording=wording)
    else:
        begun = draft_for(waiting)
        draft = replace(begun, title=title or begun.title, say=say, numbers=tuple(number or ()), audience=audience)
        draft = replace(draft, dont_say=tuple(map(dont_say_line, dont_say or ())))
        answered = _by_new(opened, waiting, draft, by, in_editor=in_editor)
    if answered is not None:
        _report(answered, as_json=as_json)


def _refuse_several(*ways: object) -> None:
    if sum(map(bool, ways)) > 1:
        raise UsageError("--with, --no and a new answer exclude each other.", "Give one of them.")


def _tell_question(waiting: Waiting) -> None:
    times = "" if waiting.times == 1 else f" (asked {times_words(waiting.times)})"
    output.aside(f"Question: {safe_line(waiting.text)}{times}")


def _linked(opened: Session, waiting: Waiting, link: str, by: str, *, wording: bool | None) -> Answered:
    answered = answer_with(opened, waiting, link, by=by)
    if answered.article is None or waiting.first.question.kind != QUESTION:
        return answered
    slug = answered.article.slug
    missing = not_found_yet(opened, waiting, slug)
    if not missing:
        return answered
    if wording is None and can_ask():
        wording = says_yes(f"A search in these words does not find {slug}. Add them to its Customers say?")
    if wording:
        _add(opened, slug, missing)
    else:
        output.aside(f"A search in these words does not find {slug} yet. To add them: --add-wording")
    return answered


def _add(opened: Session, slug: str, missing: tuple[str, ...]) -> None:
    saved = add_wordings(opened, slug, missing)
    if saved is None:
        output.aside(f"The words could not be put into its file by themselves: kb edit {slug}")
        return
    output.aside(f"{plural(len(missing), 'wording')} added to {saved.file}")
    tell_problems(saved.problems)


def _by_new(opened: Session, waiting: Waiting, draft: Draft, by: str, *, in_editor: bool) -> Answered | None:
    """The question, answered by what is written now; None where nothing was written."""
    slug = _written(opened, waiting, draft, in_editor=in_editor)
    if not slug:
        return None
    fresh = session()  # the article was written a moment ago, so the folder is looked at anew
    try:
        return answer_with(fresh, waiting, slug, by=by)
    except NotFoundError as error:
        raise UsageError(
            f"{slug} is written, but it is for inside only: nobody in sales can read it, so the question still waits.",
            f"Change its audience: kb edit {slug}   and then: kb answer {shell_word(waiting.text)} --with {slug}",
        ) from error


def _written(opened: Session, waiting: Waiting, draft: Draft, *, in_editor: bool) -> str:
    """The slug of the article that was written or mended; empty where nothing was."""
    about = waiting.first.question
    if about.kind != QUESTION:
        return _mended(opened, about.article)
    if draft.say and not in_editor:
        _refuse_inside(draft.audience or default_audience(opened))
        return _looked_over(opened, add_draft(opened, draft))
    if not (can_ask() or in_editor):
        raise UsageError(
            "Nobody sits at a terminal to answer questions.",
            "Give --say TEXT, --with SLUG, --no WHY, or --edit: see kb answer --help.",
        )
    reader = draft.audience or _whoever_asked(opened)
    if in_editor:
        written = from_editor(opened, replace(draft, audience=reader))
    else:
        written = from_talk(opened, draft, default=reader)
    return _looked_over(opened, written) if written else ""


def _looked_over(opened: Session, written: Written) -> str:
    tell_problems(written.problems)
    return _slug(opened, written.article)


def _whoever_asked(opened: Session) -> str:
    """The audience of an answer to a salesperson who asked, where nothing else is said: never less than sales."""
    default = default_audience(opened)
    return SALES if default == INSIDE else default


def _refuse_inside(audience: str) -> None:
    """Before a file is written, so that the next try finds its name free."""
    if audience_word(audience) == INSIDE:
        raise UsageError(
            "Nobody in sales could read this answer: it would be for inside only. Nothing was written.",
            "Say who may read it: --audience customer   or   --audience sales",
        )


def _mended(opened: Session, slug: str) -> str:
    """The answer that somebody doubts, mended in the editor."""
    if not can_ask():
        raise UsageError(
            "Nobody sits at a terminal to mend it.",
            f"Mend it: kb edit {slug}   and then give --with {slug}, or --no WHY.",
        )
    saved = edited(opened, open_article(opened, slug))
    if saved is None:
        output.aside(f"{slug} is as it was, and the question still waits.")
        return ""
    tell_problems(saved.problems)
    return _slug(opened, saved.article) if saved.article else slug


def _slug(opened: Session, article: Article) -> str:
    """The slug of what was written, once its writer is warned of what in it is to be looked at."""
    tell_warnings(warnings_for(opened, article))
    return article.slug


def _report(answered: Answered, *, as_json: bool) -> None:
    waiting, desks = answered.waiting, desks_of(session())
    question = waiting.first.question
    about = "" if question.kind == QUESTION else question.article
    replied = Replied(question.key, waiting.text, answered.article, answered.why, about, waiting.askers)
    if as_json:
        output.print_json(reply_line(replied, desks))
        return
    to = f" to {safe_line(', '.join(waiting.askers))}" if waiting.askers else ""
    output.aside(f"To paste into your reply{to}:\n")
    for line in reply_lines(replied, desks):
        output.print_line(line)
    article = answered.article
    if article is not None and article.standing is not None and not article.standing.may_be_said:
        output.aside(f"\nTo sign it: kb agree {article.slug} --as production")
