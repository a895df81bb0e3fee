"""`kb agree --meeting`: both sides at one screen, answer by answer, one key each; it goes on where it was left."""

from collections.abc import Sequence

from kb.cli import output
from kb.cli.agree import Flagged, Outcome, objection, show_to_sign
from kb.cli.asking import ask, can_ask
from kb.cli.keys import ENTER, press
from kb.errors import UsageError
from kb.model.agreement import PRODUCTION, SALES_SIDE, SIDES
from kb.model.article import Article
from kb.session.agree import CannotSignError, Choice, Signing, named
from kb.session.meeting import going_on, leave_at
from kb.session.session import Session
from kb.text import fold, plural, safe_line

_KEYS = "[y = both, p = production, s = sales, n = no, Enter = later, q = stop] "
_QUESTION = "True, and in these words?"
_WHOSE_NO = "Who says no? [p = production, it is not true; s = sales, other words] "
_SIGN = {"y": SIDES, "p": (PRODUCTION,), "s": (SALES_SIDE,)}


def meet(opened: Session, choice: Choice, production: str, sales: str) -> list[Outcome]:
    """What was signed and refused in one sitting. Raises `UsageError` where nobody sits at a terminal."""
    if not can_ask():
        raise UsageError("A meeting needs a terminal.", "Sign without one: kb agree --all --as production --yes")
    signing = Signing(opened)
    articles = going_on(opened, signing.waiting(SIDES, choice))
    if not articles:
        output.aside("Nothing waits for either side.")
        return []
    output.aside(f"{plural(len(articles), 'answer')} to go through; it goes on another day where you stop.")
    try:
        names = _names(opened, production, sales)
    except EOFError:
        return []
    return _through(opened, signing, articles, names)


def _names(opened: Session, production: str, sales: str) -> dict[str, str]:
    names = {
        PRODUCTION: named(production or ask("Who signs for production? ")),
        SALES_SIDE: named(sales or ask("Who signs for sales? ")),
    }
    same = fold(names[PRODUCTION]) == fold(names[SALES_SIDE])
    if same and not opened.library.frame.company.same_person:
        raise UsageError("One person cannot sign for both sides.", "Where that is so: `same_person: yes` in kb.yaml.")
    return names


def _through(opened: Session, signing: Signing, articles: Sequence[Article], names: dict[str, str]) -> list[Outcome]:
    outcomes: list[Outcome] = []
    for place, article in enumerate(articles, 1):
        leave_at(opened, article)
        show_to_sign(signing, article, _whose_before(signing, article), f"{place} of {len(articles)}")
        try:
            key = press(f"\n{safe_line(article.title)}\n{_QUESTION}\n{_KEYS}", f"ypsnq{ENTER}")
            outcomes += _act(signing, article, key, names)
        except (EOFError, KeyboardInterrupt):
            return outcomes
        except CannotSignError as error:
            output.aside(f"{error.sentence}\n{error.way_out}")
            continue
        if key == "q":
            return outcomes
    leave_at(opened, None)
    return outcomes


def _whose_before(signing: Signing, article: Article) -> str:
    """The side that waits and has signed something else before, so that its difference is shown; else neither."""
    return next((side for side in SIDES if signing.waits(article, side) and signing.before(article, side)), "")


def _act(signing: Signing, article: Article, key: str, names: dict[str, str]) -> list[Outcome]:
    if key == "n":
        side = _SIGN[press(_WHOSE_NO, "ps")][0]
        why = objection(side)
        return [Flagged(article, signing.refuse(article, side, names[side], why))] if why else []
    sides = [side for side in _SIGN.get(key, ()) if signing.waits(article, side)]
    return [signing.sign(article, side, names[side]) for side in sides]
