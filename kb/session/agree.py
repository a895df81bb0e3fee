"""Signs answers, one file a signature, and keeps what somebody has against one; asks and prints nothing."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, timedelta
from pathlib import Path
from typing import NamedTuple

from kb.desk.agreement import agreements_of, by_slug, in_force
from kb.desk.caution import is_as_cautious
from kb.errors import KbError, UsageError
from kb.library.escape import one_line
from kb.library.scan import AGREED
from kb.library.signature import read_signature, signature_text
from kb.library.signed import signed_text
from kb.model.agreement import PRODUCTION, SIDES, Signature, Standing
from kb.model.article import INSIDE, Article
from kb.model.problem import ERROR
from kb.model.question import WORDING, WRONG
from kb.model.states import DUE, EXPIRED
from kb.session.ask import flag
from kb.session.events import keep_event
from kb.session.naming import resolve
from kb.session.session import Session
from kb.session.write import article_files, desk_key, stem_of
from kb.text import fold
from kb.words.near import did_you_mean


class CannotSignError(KbError):
    """What was named is nothing that can be signed."""


class Choice(NamedTuple):
    """Which of the answers that wait."""

    tag: str = ""
    desk: str = ""
    due: bool = False
    """Only those whose signatures have run out."""


ALL = Choice()


class Signed(NamedTuple):
    """What became of one answer."""

    article: Article
    side: str
    file: Path | None
    """The new signature; None where the side had signed this already, for as long."""

    until: date
    standing: Standing
    """How the answer stands with it."""


class Signing:
    """The signatures of a content folder, with those that were added since it was read."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._signatures = {slug: list(own) for slug, own in by_slug(session.library.signatures or ()).items()}
        self.first = session.library.signatures is None
        """Whether nobody has ever signed here, so that signatures count from the next one on."""

        self.today = session.today
        """The day of signing."""

    def article(self, words: str) -> Article:
        """The answer that the words mean. Raises `CannotSignError`, `NotFoundError`, `AmbiguousError`."""
        self._refuse_broken(words)
        article = resolve(self._session.library.articles, words)
        self._refuse_broken(article.slug)
        if article.audience == INSIDE:
            why = "for inside only" if article.audience_written else "for inside, as it names no reader"
            raise CannotSignError(
                f"'{article.slug}' is {why}: nobody says it to a customer, so there is nothing to sign.",
                "If sales should say it, write `audience: customer` or `audience: sales` into it first.",
            )
        return article

    def waiting(self, sides: Sequence[str], choice: Choice = ALL) -> list[Article]:
        """The answers that wait for one of the sides, by path. Raises `UsageError` for a tag or desk that none has."""
        broken = self._broken()
        can = [one for one in self._session.library.articles if one.audience != INSIDE and one.path not in broken]
        wanted = _chosen(self._session, can, choice)
        found = [one for one in wanted if any(self.waits(one, side) for side in sides)]
        return [one for one in found if self.standing(one).state in (DUE, EXPIRED)] if choice.due else found

    def waits(self, article: Article, side: str) -> bool:
        """Whether the side has yet to sign what the article says now, or its signature has run out."""
        text, day = signed_text(article), self._session.today
        others = [one for one in agreements_of(self._own(article)) if one.text != text]
        since = (others[-1].on, others[-1].at) if others else (date.min, "")
        own = (one for one in self._own(article) if (one.side, one.text) == (side, text))
        return not any(one.until >= day and (one.on, one.at) >= since for one in own)

    def before(self, article: Article, side: str = "") -> Article | None:
        """What the side signed last, else what anybody did; None where that is what the article says, or nothing."""
        text, own = signed_text(article), sorted(self._own(article), key=lambda one: one.order)
        last = next((one for one in reversed(own) if one.side == side), own[-1] if own else None)
        return last.article if last is not None and last.text != text else None

    def signed(self, article: Article) -> list[Signature]:
        """The last signature of each side under what the article says now, in the order of the sides."""
        text, own = signed_text(article), sorted(self._own(article), key=lambda one: one.order)
        last = {one.side: one for one in own if one.text == text}
        return [last[side] for side in SIDES if side in last]

    def standing(self, article: Article) -> Standing:
        """How the answer stands today, with what was signed since."""
        agreed = in_force(article, signed_text(article), self._own(article), is_as_cautious).agreed
        return Standing(agreed.state(self._session.today), agreed.on, agreed.until)

    def sign(self, article: Article, side: str, by: str) -> Signed:
        """The side's signature under what the article says now; nothing is written where it is there already.

        Raises `CannotSignError`, also where the same person has signed for the other side; `UsageError`, `WriteError`.
        """
        name, text, day = named(by), signed_text(article), self._session.today
        until = day + timedelta(days=article.review_days or self._session.library.frame.company.review_days)
        own = [one.until for one in self._own(article) if (one.side, one.text) == (side, text)]
        if own and max(own) >= until and not self.waits(article, side):
            return Signed(article, side, None, max(own), self.standing(article))
        self._refuse_same_person(article, side, name, text)
        moment = f"{self._session.now.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}"
        written = signature_text(side, name, day, until, text, at=moment)
        folder = f"{AGREED}{article.slug}/"
        path = f"{folder}{day.isoformat()}-{side}.yaml"  # nearly: what tells is the folder
        signature, _problems = read_signature(path, written.encode("utf-8", "replace"))
        if signature is None or signature.text != text or signed_text(signature.article) != text:
            raise CannotSignError(
                f"'{article.slug}' cannot be signed: some signs in it would be read otherwise the next time.",
                "Leave out signs such as < > [ ] and # there, and try again.",
            )
        file = keep_event(self._session, folder, written, about=side, ending=".yaml")
        self._signatures.setdefault(article.slug, []).append(signature)
        return Signed(article, side, file, until, self.standing(article))

    def refuse(self, article: Article, side: str, by: str, words: str) -> Path:
        """Keeps what the side has against the answer, for the inbox of its desk. Raises `UsageError`, `WriteError`."""
        if not words.strip():
            raise UsageError("Why not?", 'Say it in your words: --no "I\'d say: about three weeks."')
        kind = WRONG if side == PRODUCTION else WORDING
        return flag(self._session, kind, article.slug, words, by=named(by)).file

    def _own(self, article: Article) -> Sequence[Signature]:
        return self._signatures.get(article.slug, ())

    def _refuse_same_person(self, article: Article, side: str, name: str, text: str) -> None:
        if self._session.library.frame.company.same_person:
            return
        others = [one for one in self._own(article) if one.text == text and one.side != side]
        if any(fold(one.by) == fold(name) for one in others):
            raise CannotSignError(
                f"{name} has signed '{article.slug}' for {others[0].side} already; the other side is somebody else.",
                "Name the one who signs: --by NAME. Where one person speaks for both: `same_person: yes` in kb.yaml.",
            )

    def _broken(self) -> dict[str, str]:
        """The first thing that is wrong with each file that was not read as it stands."""
        found: dict[str, str] = {}
        for problem in self._session.library.problems:
            if problem.severity == ERROR:
                place = f"line {problem.line}: " if problem.line else ""
                found.setdefault(problem.path, f"{place}{problem.sentence}")
        return found

    def _refuse_broken(self, words: str) -> None:
        broken = self._broken()
        path = next((path for path in article_files(self._session) if words in (path, stem_of(path))), "")
        if path in broken:
            raise CannotSignError(
                f"'{stem_of(path)}' has a mistake in it, so it cannot be signed as it stands.\n{path}, {broken[path]}",
                f"Mend it first: kb edit {stem_of(path)}",
            )


def named(by: str) -> str:
    """The name as it is written. Raises `UsageError` where there is none."""
    name = one_line(by)
    if not name:
        raise UsageError("Who signs?", "Say it with --by NAME.")
    return name


def _chosen(session: Session, articles: Sequence[Article], choice: Choice) -> list[Article]:
    desk = desk_key(session, choice.desk)
    tags = {fold(tag): tag for one in articles for tag in one.tags}
    if choice.tag and fold(choice.tag) not in tags:
        hint = did_you_mean(choice.tag, tags.values())
        listed = ", ".join(sorted(tags.values(), key=fold)) or "none"
        raise UsageError(f"No answer has the tag '{choice.tag}'. {hint}".rstrip(), f"There are: {listed}.")
    return [one for one in articles if (not desk or one.desk == desk) and _has_tag(one.tags, choice.tag)]


def _has_tag(tags: Iterable[str], tag: str) -> bool:
    return not tag or fold(tag) in map(fold, tags)
