"""`kb agree`: production signs that an answer is true, sales that it would say it in these words."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from kb.cli import output
from kb.cli.asking import ask, can_ask
from kb.cli.keys import ENTER, press
from kb.cli.options import session as open_session
from kb.desk.difference import differences
from kb.errors import UsageError
from kb.model.agreement import PRODUCTION, SALES_SIDE, SIDES
from kb.model.article import Article
from kb.render.signing import Before, signing_page
from kb.render.standing import phrase
from kb.session.agree import ALL, CannotSignError, Choice, Signed, Signing
from kb.session.session import Session
from kb.session.who import person
from kb.text import safe_line
from kb.words.near import did_you_mean
from kb.words.spoken import day_words

QUESTIONS = {PRODUCTION: "Is this true?", SALES_SIDE: "Would you say it in these words?"}
_WHY = {PRODUCTION: "What is not true in it? > ", SALES_SIDE: "How would you say it? > "}
_KEYS = "[y = yes, n = no, Enter = later, q = stop] "


class Flagged(NamedTuple):
    """What somebody had against an answer."""

    article: Article
    file: Path


Outcome = Signed | Flagged


def run(
    name: Annotated[
        list[str] | None, typer.Argument(metavar="SLUG", help="Its slug, or a unique part of that or its title.")
    ] = None,
    *,
    side: Annotated[str, typer.Option("--as", metavar="SIDE", help="production or sales.")] = "",
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who signs; else whom git or the login names.")] = "",
    no: Annotated[str, typer.Option("--no", metavar="WHY", help="Don't sign: \"I'd say: about three weeks.\"")] = "",
    every: Annotated[bool, typer.Option("--all", help="All that waits for this side, one by one.")] = False,
    due: Annotated[bool, typer.Option("--due", help="What has run out, one by one.")] = False,
    tag: Annotated[str, typer.Option("--tag", metavar="TAG", help="What waits and has this tag, one by one.")] = "",
    desk: Annotated[str, typer.Option("--desk", metavar="DESK", help="What waits at this desk, one by one.")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Sign without being asked.")] = False,
    meeting: Annotated[bool, typer.Option("--meeting", help="Both sides at one screen, one key an answer.")] = False,
    production: Annotated[str, typer.Option("--production", metavar="NAME", help="Who signs in a meeting.")] = "",
    sales: Annotated[str, typer.Option("--sales", metavar="NAME", help="Who signs in a meeting.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object, for scripts.")] = False,
) -> None:
    """Sign an answer: production that it is true, sales that it would say it in these words.

    When both have signed what it says now, everybody reads YOU MAY SAY THIS. Customers' questions and what is inside
    only are not part of it. A signature is one file in agreed/: to take it back, delete that file, or undo it with git.
    Nobody checks who you are; the name is your word.

    \b
    kb agree minimum-order --as production
    kb agree minimum-order --as sales --no "I'd say: from a hundred boxes on."
    kb agree --all --as sales --by "inside sales"
    kb agree --meeting
    """
    opened, choice = open_session(), Choice(tag, desk, due)
    if meeting:
        if name or side or no or yes or by:
            raise UsageError("In a meeting both sides sign, answer by answer.", "Name them: --production A --sales B")
        from kb.cli.meeting import meet  # noqa: PLC0415 - not for one signature

        outcomes = meet(opened, choice, production, sales)
    else:
        signing, chosen = Signing(opened), _side(side)
        articles = _articles(signing, chosen, name or [], choice, every=every)
        outcomes = _outcomes(opened, signing, articles, chosen, by=by, no=no, yes=yes)
    _report(opened, outcomes, as_json=as_json)


def _articles(signing: Signing, side: str, name: list[str], choice: Choice, *, every: bool) -> list[Article]:
    """The one answer that was named, or all that wait for the side and were chosen."""
    several = every or choice != ALL
    if several == bool(name):
        raise UsageError("Which answer?", "kb agree SLUG --as production   or all: kb agree --all --as sales")
    if not several:
        return [signing.article(" ".join(name))]
    articles = signing.waiting((side,), choice)
    if not articles:
        output.aside(f"Nothing waits for {side}.")
    return articles


def _outcomes(
    opened: Session, signing: Signing, articles: Sequence[Article], side: str, *, by: str, no: str, yes: bool
) -> list[Outcome]:
    if not articles:
        return []
    if no and (len(articles) > 1 or yes):
        raise UsageError("--no is about one answer, and does not sign it.", f'kb agree SLUG --as {side} --no "why"')
    if not (no or yes or can_ask()):
        raise UsageError(f"{QUESTIONS[side]} Nobody sits at a terminal to say so.", "Sign without asking: --yes")
    signer = by or _signer(opened)
    if no:
        return [Flagged(articles[0], signing.refuse(articles[0], side, signer, no))]
    if yes:
        return [signing.sign(article, side, signer) for article in articles]
    return _one_by_one(signing, articles, side, signer)


def _side(written: str) -> str:
    word = written.strip().casefold()
    if word in SIDES:
        return word
    hint = did_you_mean(written, SIDES) if word else ""
    raise UsageError("For which side do you sign?", f"{hint} --as production   or   --as sales".strip())


def _signer(opened: Session) -> str:
    """Who sits there, told, since a name that was not typed may be the wrong one."""
    found = person(opened)
    if found:
        output.aside(f"Signing as {safe_line(found)} (another name: --by NAME).")
    return found


def _one_by_one(signing: Signing, articles: Sequence[Article], side: str, by: str) -> list[Outcome]:
    outcomes: list[Outcome] = []
    for place, article in enumerate(articles, 1):
        show_to_sign(signing, article, side, f"{place} of {len(articles)}" if len(articles) > 1 else "")
        try:
            key = press(f"\n{safe_line(article.title)}\n{QUESTIONS[side]} {_KEYS}", f"ynq{ENTER}")
            if key == "y":
                outcomes.append(signing.sign(article, side, by))
            elif key == "n" and (why := objection(side)):
                outcomes.append(Flagged(article, signing.refuse(article, side, by, why)))
        except EOFError:
            break
        except CannotSignError as error:
            if len(articles) == 1:
                raise
            output.aside(f"{error.sentence}\n{error.way_out}")
            continue
        if key == "q":
            break
    return outcomes


def objection(side: str) -> str:
    """What the side has against an answer; empty where two empty lines were typed, as one may belong to the key."""
    return (ask(_WHY[side]).strip() or ask("Type it, or press Enter again to keep nothing > ")).strip()


def show_to_sign(signing: Signing, article: Article, side: str, of: str = "") -> None:
    """Prints what is to be signed; to stderr, as it is no data."""
    last = signing.before(article, side)
    before = Before(None if last is None else differences(last, article), signing.signed(article))
    output.show_aside(signing_page(article, before, signing.today, width=output.width(), of=of))


def _report(opened: Session, outcomes: Sequence[Outcome], *, as_json: bool) -> None:
    """Each new file as data; to whoever signed, how the answer stands now and who comes next."""
    if as_json:
        output.print_json(json.dumps({"schema": 1, **_objects(opened, outcomes)}))
        return
    last = {outcome.article.slug: outcome for outcome in outcomes}
    for outcome in outcomes:
        if outcome.file:
            output.print_line(str(outcome.file))
        output.aside(_told(outcome))
        if isinstance(outcome, Signed) and last[outcome.article.slug] is outcome:
            output.aside(f"  {_stands(outcome)}")
    if opened.library.signatures is None and any(isinstance(one, Signed) for one in outcomes):
        output.aside(
            "From now on signatures count here: every answer reads ASK FIRST until both sides have signed it."
            "\nWhat waits: kb agree --all --as production   and   kb agree --all --as sales"
        )


def _told(outcome: Outcome) -> str:
    title = safe_line(outcome.article.title)
    if isinstance(outcome, Flagged):
        return f"Kept for its desk, not signed: {title}"
    told = "Signed" if outcome.file else "Had signed already"
    return f"{told} for {outcome.side} until {day_words(outcome.until)}: {title}"


def _stands(outcome: Signed) -> str:
    """Whether it may be said now, and who comes next."""
    other = next(side for side in SIDES if side != outcome.side)
    waits = f"It waits for {other}: kb agree {outcome.article.slug} --as {other}"
    return phrase(outcome.standing.state) + ("" if outcome.standing.state == "agreed" else f". {waits}")


def _objects(opened: Session, told: Iterable[Outcome]) -> dict[str, object]:
    signed: list[dict[str, object]] = []
    flagged: list[dict[str, object]] = []
    for outcome in told:
        path = outcome.file.relative_to(opened.root).as_posix() if outcome.file else None
        one: dict[str, object] = {"slug": outcome.article.slug, "path": path}
        if isinstance(outcome, Signed):
            state = {"side": outcome.side, "until": outcome.until.isoformat(), "state": outcome.standing.state}
            signed.append({**one, **state})
        else:
            flagged.append(one)
    return {"signed": signed, "flagged": flagged}
