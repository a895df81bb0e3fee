"""`kb add`: a new answer, by a conversation, by flags, from a file or in the editor; never over another one."""

import json
import shlex
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from kb.cli import output
from kb.cli.asking import ask, can_ask, says_yes
from kb.cli.conversation import Conversation, topics_of
from kb.cli.edit import run_editor, tell_problems, tell_warnings
from kb.cli.options import chosen
from kb.cli.options import session as open_session
from kb.cli.ready import text_of
from kb.errors import KbError, UsageError
from kb.library.write import Draft, article_text, dont_say_line, is_template, template_text, without_hints
from kb.model.article import INSIDE
from kb.session.resume import stopped_talk
from kb.session.session import Session
from kb.session.warnings import warnings_for
from kb.session.write import Written, add_draft, add_text, default_audience, free_slug, keep_draft
from kb.text import fold, safe_line
from kb.words.shell import shell_word

_YAML = (".yaml", ".yml")
_TOPICS_SHOWN = 8
_LIST = "May be given several times."
_Several: TypeAlias = list[str] | None


class StoppedError(KbError):
    """Somebody stopped before all was answered."""

    exit_code = 130


def run(
    *,
    title: Annotated[str, typer.Option("--title", metavar="TEXT", help="The customer's question.")] = "",
    say: Annotated[str, typer.Option("--say", metavar="TEXT", help="The answer.")] = "",
    customers_say: Annotated[
        _Several, typer.Option("--customers-say", metavar="TEXT", help=f"Other words for it. {_LIST}")
    ] = None,
    number: Annotated[
        _Several, typer.Option("--number", metavar="TEXT", help=f'"smallest order: at least 100 boxes". {_LIST}')
    ] = None,
    dont_say: Annotated[
        _Several, typer.Option("--dont-say", metavar="TEXT", help=f'"exact: board moves with the air". {_LIST}')
    ] = None,
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="Why it is so.")] = "",
    worth_telling: Annotated[
        str, typer.Option("--worth-telling", metavar="TEXT", help="What you are proud of here.")
    ] = "",
    push_back: Annotated[
        _Several, typer.Option("--push-back", metavar="TEXT", help=f"What helps if they object. {_LIST}")
    ] = None,
    inside: Annotated[str, typer.Option("--inside", metavar="TEXT", help="What must never leave the company.")] = "",
    desk: Annotated[str, typer.Option("--desk", metavar="DESK", help="The desk that knows, as in people.yaml.")] = "",
    audience: Annotated[
        str, typer.Option("--audience", metavar="WHO", help="customer, sales or inside; else as kb.yaml says.")
    ] = "",
    tags: Annotated[str, typer.Option("--tags", metavar="TAGS", help="Topics, with commas between them.")] = "",
    slug: Annotated[
        str, typer.Option("--slug", metavar="SLUG", help="The file's name, else made from the title.")
    ] = "",
    source: Annotated[str, typer.Option("--from", metavar="FILE", help="A ready Markdown article (- for stdin).")] = "",
    in_editor: Annotated[bool, typer.Option("--edit", help="Write it in your editor.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object, for scripts.")] = False,
) -> None:
    """Write a new answer. Alone, it asks you question by question.

    \b
    kb add
    kb add --title "How many at least?" --say "A hundred." --number "smallest order: at least 100 boxes"
    kb add --from note.md
    """
    draft = Draft(
        title=title, say=say, customers_say=tuple(customers_say or ()), numbers=tuple(number or ()),
        dont_say=tuple(map(dont_say_line, dont_say or ())), why=why, worth_telling=worth_telling,
        push_back=tuple(push_back or ()), inside=inside, desk=desk, audience=audience, tags=topics_of(tags),
    )  # fmt: skip
    session = open_session()
    written = _written(session, draft, slug, source, in_editor=in_editor)
    if written is not None:
        signs = session.library.signatures is not None and written.article.audience != INSIDE
        _report(written, warnings_for(session, written.article), as_json=as_json, signs=signs)


def _written(session: Session, draft: Draft, slug: str, source: str, *, in_editor: bool) -> Written | None:
    """What was written in the way that was asked for; None where nothing was to be written."""
    typed = draft != Draft()
    if source and (typed or in_editor):
        raise UsageError("--from takes a ready article.", "Leave the other options out, but --slug.")
    if source and can_ask() and (begun := stopped_talk(session, Path(source))):
        return from_talk(session, begun, slug)
    if source:
        return _from_file(session, source, slug)
    if in_editor:
        return from_editor(session, draft, slug)
    if typed:
        return add_draft(session, draft, slug)
    if not can_ask():
        raise UsageError(
            "Nobody sits at a terminal to answer questions.",
            "Give --title and --say (and --number, --why … : see kb add --help), or --from FILE.",
        )
    return from_talk(session, draft, slug)


def _from_file(session: Session, source: str, slug: str) -> Written:
    suffix = Path(source).suffix.lower()
    text = text_of(source)
    if is_template(text):
        return _from_page(session, text, slug)
    called = "" if source == "-" else Path(source).stem
    return add_text(session, text, slug, suffix=suffix if suffix in _YAML else ".md", called=called)


def from_talk(session: Session, draft: Draft, slug: str = "", *, default: str = "") -> Written | None:
    """The article that a conversation made, begun with a draft; None where it was not to be written.

    `default` is who may read it where Enter alone answers that; without it, as kb.yaml says.
    """
    talk = Conversation(
        ask,
        output.aside,
        desks=session.library.frame.desks,
        topics=_topics_in_use(session),
        default_audience=default or default_audience(session),
        check_title=lambda title: None if slug else _check_title(session, title),
        begun=draft,
    )
    try:
        agreed = talk.run()
        while agreed:
            try:
                return add_draft(session, talk.draft, slug)
            except KbError as error:
                output.aside(f"\n{error.sentence}\n{error.way_out}".rstrip())
                agreed = talk.agree()
    except (EOFError, KeyboardInterrupt) as error:
        output.aside("")
        raise StoppedError(*_kept(session, talk.draft)) from error
    output.aside("\n".join(filter(None, _kept(session, talk.draft))))
    return None


def _topics_in_use(session: Session) -> list[str]:
    """The tags that most articles have, at most eight."""
    counted = Counter(tag for article in session.library.articles for tag in article.tags)
    return [tag for tag, _count in counted.most_common(_TOPICS_SHOWN)]


def _check_title(session: Session, title: str) -> None:
    """Raises `UsageError` for a title that makes no file name, or that is asked by another answer already."""
    free_slug(session, title)
    asked = fold(title).strip(" ?")
    same = next((one for one in session.library.articles if fold(one.title).strip(" ?") == asked), None)
    if same:
        raise UsageError(f"There is an answer to that already: {same.path}.", f"To change it: kb edit {same.slug}.")


def _kept(session: Session, draft: Draft) -> tuple[str, str]:
    """Keeps what was typed as a ready article; that nothing was written, and how to go on."""
    if draft == Draft():
        return "Nothing was written.", ""
    kept = keep_draft(session, article_text(draft), draft.title)
    go_on = f"To go on with them: kb add --from {shlex.quote(str(kept))}"
    return f"Nothing was written. Your answers are kept in {kept}", go_on


def from_editor(session: Session, draft: Draft, slug: str = "") -> Written | None:
    """The article that the editor brought back, begun with a draft; None where it came back as it was."""
    template = template_text(draft)
    file = keep_draft(session, template, draft.title)
    while True:
        run_editor(session, file)
        text = text_of(str(file))
        if text == template:
            file.unlink(missing_ok=True)
            output.aside("Nothing was written: the page came back as it was.")
            return None
        try:
            written = _from_page(session, text, slug)
        except KbError as error:
            output.aside(f"{error.sentence}\n{error.way_out}".strip())
            if can_ask() and says_yes("Open it again?"):
                continue
            kept = shlex.quote(str(file))
            way = f"What you wrote is kept in {kept}\nMend it there, then: kb add --from {kept}"
            raise UsageError("Nothing was written.", way) from error
        file.unlink(missing_ok=True)
        return written


def _from_page(session: Session, page: str, slug: str) -> Written:
    text = without_hints(page)
    if "<!--" in text:
        raise UsageError("Some words stand inside <!-- and -->, where nobody reads them.", "Write below that line.")
    return add_text(session, text, slug)


def _report(written: Written, warnings: Sequence[str], *, as_json: bool, signs: bool) -> None:
    """The path as data; to the writer, what happened and what comes next."""
    article = written.article
    if as_json:
        output.print_json(
            json.dumps({"schema": 1, "slug": article.slug, "path": str(written.file), "warnings": warnings})
        )
    else:
        output.print_line(str(written.file))
    output.aside(f"Written: {safe_line(article.title)}")
    if not article.audience_written:
        output.aside(f"No audience was named, so it is for {article.audience}, as kb.yaml says.")
    kb = f"kb --content {shlex.quote(chosen.content)}" if chosen.content else "kb"
    if article.audience == INSIDE:
        output.aside("Searches do not find it, because it is for inside only.")
        found = (f"show {article.slug} --inside", "shows it")
    else:
        found = (f"search {shell_word(article.title)}", "finds it")
    signing = ((f"agree {article.slug} --as production", "signs that it is true"),) if signs else ()
    steps = (found, (f"edit {article.slug}", "changes it"), *signing, ("lint", "checks all answers"))
    output.next_steps(kb, steps)
    tell_problems(written.problems)
    tell_warnings(warnings)
