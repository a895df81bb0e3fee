"""What promises are checked against: kept ready beside the index, never older than the folder. Warnings to writers."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kb.library.load import load_library
from kb.model.article import Article
from kb.session.draft import spoken
from kb.session.opening import Surroundings
from kb.session.promise import Checker
from kb.session.session import Session
from kb.session.warnings import warnings_for

Folder = Callable[[dict[str, str]], Path]
DAY = date(2026, 11, 2)
PLAIN = "---\naudience: customer\n---\n# How long?\n{say}\n\n## Numbers\n- lead time, plain box: {time}\n"
FILES = {"articles/plain-time.md": PLAIN.format(say="Seven working days.", time="5 to 7 working days")}
OTHER = "---\naudience: {audience}\n---\n# What do we do for a fair?\n{say}\n\n## If they push back\n{back}\n"


@pytest.fixture
def session(folder: Folder, own_state: Path) -> Callable[[dict[str, str]], Session]:
    def opened(files: dict[str, str]) -> Session:
        now = datetime(2026, 11, 2, tzinfo=UTC)
        return Session(folder(files), own_state, Surroundings({}, own_state, now, DAY, lambda count: "x" * count))

    return opened


Opened = Callable[[dict[str, str]], Session]


def verdict(session: Session, text: str) -> str:
    return Checker(session).check(spoken(text)).checked.verdict


def articles(session: Session) -> dict[str, Article]:
    return {article.slug: article for article in load_library(session.root).articles}


def test_a_broken_cache_is_made_anew(session: Opened, own_state: Path) -> None:
    opened = session(FILES)
    for junk in (b"", b"{", b'{"mark": 1}', b"\xff" * 100):
        for path in own_state.glob("promises*"):
            path.write_bytes(junk)
        assert verdict(opened, "The plain boxes take seven working days.") == "safe"


def test_an_answer_that_breaks_anothers_number_is_told(session: Opened) -> None:
    opened = session(
        {
            **FILES,
            "articles/fair.md": OTHER.format(
                audience="sales", say="Hello.", back="- Plain boxes take three working days."
            ),
        }
    )
    [warning] = warnings_for(opened, articles(opened)["fair"])
    assert "plain-time" in warning
    assert "Plain boxes take three working days" in warning
    assert "5 to 7 working days" in warning


STRICT = """---
audience: customer
---
# What do we not do?
Some things.

## Numbers
- photos, press hall: not possible
- printed mock-up: charged

## Don't say
- "waterproof", "spot on": no board is
"""


@pytest.mark.parametrize(
    ("say", "told"),
    [
        ("Photos in the press hall are possible.", "photos, press hall: not possible"),
        ("Our boxes are waterproof.", "is what strict says not to say"),
        ("The press is free on Monday, and photos are welcome.", ""),
        ("Up to four spot colours stand on a printed box.", ""),
    ],
)
def test_an_answer_that_offers_what_another_denies_is_told(session: Opened, say: str, told: str) -> None:
    files = {"articles/strict.md": STRICT, "articles/fair.md": OTHER.format(audience="sales", say=say, back="- Ask.")}
    opened = session(files)
    warnings = warnings_for(opened, articles(opened)["fair"])
    assert (told in warnings[0]) if told else warnings == ()


def test_an_honest_answer_is_not_warned_about(session: Opened) -> None:
    opened = session(
        {
            **FILES,
            "articles/fair.md": OTHER.format(
                audience="sales", say="Plain boxes take seven working days.", back="- Ask us."
            ),
        }
    )
    assert warnings_for(opened, articles(opened)["fair"]) == ()
    assert warnings_for(opened, articles(opened)["plain-time"]) == ()


def test_what_is_inside_promises_nothing(session: Opened) -> None:
    opened = session(
        {**FILES, "articles/fair.md": OTHER.format(audience="inside", say="Plain boxes take two days.", back="- No.")}
    )
    assert warnings_for(opened, articles(opened)["fair"]) == ()


def test_seasons_do_not_warn_about_what_holds_on_other_days(session: Opened) -> None:
    head = "---\naudience: customer\n---\n# Season?\nFive days more.\n\n## Numbers\n"
    season = "- lead time: adds 5 working days, during September to November\n"
    opened = session({**FILES, "articles/season.md": head + season})
    assert verdict(opened, "The plain boxes take seven working days.") == "over"
    assert warnings_for(opened, articles(opened)["plain-time"]) == ()
