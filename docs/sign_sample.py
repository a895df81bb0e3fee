"""Signs the sample company anew, as its two sides would have: `python docs/sign_sample.py`, after an answer changed.

A real company signs with `kb agree`. What is left open here is left open on purpose, so that every state can be seen.
"""

import shutil
from datetime import date, timedelta
from pathlib import Path
from zlib import crc32

from kb.library.article import read_article
from kb.library.load import load_library
from kb.library.signature import signature_text
from kb.library.signed import signed_text
from kb.model.agreement import PRODUCTION, SALES_SIDE, SIDES
from kb.model.article import INSIDE, Article
from kb.model.library import Frame

CONTENT = Path(__file__).resolve().parents[1] / "content"

MEETING = date(2026, 11, 2)
EARLIER = date(2026, 6, 3)
LATER = date(2026, 11, 18)

UNSIGNED = "inside-print"
PRODUCTION_ONLY = "export-orders"
DUE_IN_DECEMBER = "box-weight-limit"
CHANGED = "digital-short-run"
BEFORE = {"six to eight working days": "seven to nine working days", "6 to 8 working days": "7 to 9 working days"}
"""What the changed answer said in the meeting; its new version is signed by production alone."""


def main() -> None:
    """Writes every signature of the sample, the old ones gone; the same files on every run."""
    shutil.rmtree(CONTENT / "agreed", ignore_errors=True)
    library = load_library(CONTENT)
    for article in library.articles:
        if article.audience == INSIDE or article.slug == UNSIGNED:
            continue
        on = EARLIER if article.slug == DUE_IN_DECEMBER else MEETING
        for side in [PRODUCTION] if article.slug == PRODUCTION_ONLY else SIDES:
            sign(library.frame, as_in_the_meeting(article), side, on)
        if article.slug == CHANGED:
            sign(library.frame, article, PRODUCTION, LATER)


def as_in_the_meeting(article: Article) -> Article:
    """The article as it was signed there."""
    if article.slug != CHANGED:
        return article
    source = (CONTENT / article.path).read_text("utf-8")
    for now, then in BEFORE.items():
        source = source.replace(now, then)
    before, _problems = read_article(article.path, source.encode(), INSIDE)
    if before is None:
        raise SystemExit(f"{article.path} cannot be read")
    return before


def sign(frame: Frame, article: Article, side: str, on: date) -> None:
    """Writes one signature, by the desk for production and by whoever speaks for sales on its articles."""
    desk = frame.desk(article.desk)
    if desk is None:
        raise SystemExit(f"{article.path} has no desk")
    by = desk.sales_voice.partition(",")[0] if side == SALES_SIDE else desk.name
    until = on + timedelta(days=article.review_days or frame.company.review_days)
    text = signed_text(article)
    folder = CONTENT / "agreed" / article.slug
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{on.isoformat()}-{side}-{crc32(text.encode()):08x}.yaml"
    (folder / name).write_text(signature_text(side, by, on, until, text), "utf-8")


if __name__ == "__main__":
    main()
