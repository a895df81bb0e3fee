"""Reads back what a stopped talk had kept, so that it goes on with the next question; asks and writes nothing."""

from pathlib import Path

from kb.errors import UnreadableError
from kb.files import read_bytes, real_path
from kb.library.article import read_article
from kb.library.write import Draft, article_text
from kb.model.article import INSIDE, Article
from kb.model.prose import plain_text
from kb.session.session import Session
from kb.session.write import DRAFTS
from kb.settings import MAX_ARTICLE_BYTES


def stopped_talk(session: Session, file: Path) -> Draft | None:
    """What had been answered; None for a file that no stopped talk has left as it is now.

    Whoever has worked on the file since gets it as the ready article that it is.
    """
    try:
        if real_path(file.parent) != real_path(session.state / DRAFTS):
            return None
        data = read_bytes(file, MAX_ARTICLE_BYTES)
    except (OSError, UnreadableError):
        return None
    article, _problems = read_article(f"{DRAFTS}/{file.name}", data, INSIDE)
    draft = _draft_of(article) if article else None
    return draft if draft and article_text(draft).encode("utf-8", "replace") == data else None


def _draft_of(article: Article) -> Draft:
    return Draft(
        title=article.title,
        say=plain_text(article.say),
        customers_say=tuple(line.text for line in article.customers_say),
        numbers=tuple(number.text for number in article.numbers),
        dont_say=tuple(line.text for line in article.dont_say),
        why=plain_text(article.why),
        worth_telling=plain_text(article.worth_telling),
        push_back=tuple(block.text for block in article.push_back),
        inside=plain_text(article.inside),
        desk=article.desk,
        audience=article.audience if article.audience_written else "",
        tags=article.tags,
    )
