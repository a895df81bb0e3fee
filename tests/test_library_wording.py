"""Customers' words are put into an article's file, in their place, and nothing else in it changes."""

import difflib

import pytest
from conftest import SAMPLE

from kb.library.article import read_article
from kb.library.wording import with_wordings

NEW = ["Can I have gold?"]


def put(text: str, *wordings: str, path: str = "articles/a.md") -> str | None:
    written = with_wordings(path, text.encode(), wordings or NEW, "inside")
    return None if written is None else written.decode()


def test_they_come_last_where_there_are_some() -> None:
    text = "# A?\n\nYes.\n\n## Customers say\n* one\n* two that\n  goes on\n\n## Numbers\n- a: 1 day\n"
    assert put(text) == text.replace("  goes on\n", "  goes on\n* Can I have gold?\n")


def test_the_section_is_made_in_its_place() -> None:
    text = "# A?\n\nYes.\n\n## Why\nSo.\n"
    assert put(text) == "# A?\n\nYes.\n\n## Customers say\n- Can I have gold?\n\n## Why\nSo.\n"
    assert put("# A?\n\nYes.\n") == "# A?\n\nYes.\n\n## Customers say\n- Can I have gold?\n"


def test_in_yaml_too() -> None:
    text = "title: A?\nsay: Yes.\ncustomers_say:\n  - one\nwhy: So.\n"
    assert put(text, path="articles/a.yaml") == text.replace("  - one\n", '  - one\n  - "Can I have gold?"\n')
    bare = "title: A?\nsay: Yes.\n"
    assert put(bare, path="articles/a.yaml") == bare + 'customers_say:\n  - "Can I have gold?"\n'


def test_what_is_there_already_is_not_added_again() -> None:
    text = "# A?\n\nYes.\n\n## Customers say\n- one\n"
    assert put(text, "ONE", "a?") == text


def test_the_ends_of_lines_stay_as_they_are() -> None:
    text = "# A?\r\n\r\nYes.\r\n\r\n## Customers say\r\n- one\r\n"
    assert put(text) == text + "- Can I have gold?\r\n"


def test_where_it_would_change_something_else_nothing_is_done() -> None:
    assert put("title: A?\nsay: Yes.\ncustomers_say: [one, two]\n", path="articles/a.yaml") is None
    assert with_wordings("articles/a.md", b"\xff\xfe", NEW, "inside") is None


@pytest.mark.parametrize("words", ["## Inside only", "<!-- x -->", "- a\n- b", "[[rush]] & *x*", "`a` # b", "1. one"])
def test_words_that_look_like_markdown_stay_words(words: str) -> None:
    written = put("# A?\n\nYes.\n\n## Customers say\n- one\n\n## Inside only\nSecret.\n", words)
    assert written is not None
    article, _problems = read_article("articles/a.md", written.encode(), "inside")
    assert article is not None
    assert len(article.customers_say) == 2
    assert [block.text for block in article.inside] == ["Secret."]


def test_in_every_article_of_the_sample_one_line_is_added() -> None:
    for file in sorted((SAMPLE / "articles").rglob("*.*")):
        before = file.read_bytes()
        after = with_wordings(f"articles/{file.name}", before, NEW, "inside")
        assert after is not None, file
        changed = [
            line for line in difflib.ndiff(before.decode().split("\n"), after.decode().split("\n")) if line[0] != " "
        ]
        assert len(changed) == 1, file
