"""`kb export`: nothing inside is on a sheet, wherever it was written; a search that can find it proves that."""

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import RunKb
from pdf_reading import everything

Folder = Callable[[dict[str, str]], Path]

# Each place where inside text may stand gets a secret word of its own; where it may be seen, an open one.

PLACES = [
    "section",
    "comment",
    "unknown-heading",
    "file",
    "key",
    "yaml-comment",
    "key-comment",
    "link-title",
    "slug",
    "title",
    "alias",
    "tag",
    "say",
    "number",
    "why",
    "telling",
    "question",
    "dont",
    "push",
    "company-key",
    "person-key",
    "step-key",
    "term",
    "asked",
    "note",
    "notice",
]


def _secret(place: str) -> str:
    """A word that stands nowhere else, and that no line break divides."""
    return f"kbcanary{place.replace('-', '')}x"


SECRET_ARTICLE = f"""\
---
audience: inside
tags: {_secret("tag")}
aliases: {_secret("alias")}
---
# What of {_secret("title")}?

We say {_secret("say")}.

## Customers say
- {_secret("question")}

## Numbers
- {_secret("number")}: 5 working days

## Why
Since {_secret("why")}.

## Worth telling
Of {_secret("telling")}.

## Don't say
- "{_secret("dont")}": never

## If they push back
To {_secret("push")}.
"""
OPEN_ARTICLE = f"""\
---
audience: customer
desk: planning
tags: time  # {_secret("yaml-comment")}
{_secret("key-comment")}: {_secret("key")}
---
# How long?

Five days. <!-- {_secret("comment")} --> See [[{_secret("slug")}]], and for more
[this](https://example.com "{_secret("link-title")}").

## Numbers
- lead time, new box: 5 working days

## Inside only
The floor is {_secret("section")}.

## Stock of the mill
We have {_secret("unknown-heading")}.
"""
SECRETS = {
    "kb.yaml": f"company: Northfold\nmargin: {_secret('company-key')}\n",
    "people.yaml": f"planning:\n  name: Planning desk\n  reach: ext. 250\n  private: {_secret('person-key')}\n",
    "process.yaml": "steps:\n- id: cut\n  name: Cutting\n  takes: 5 working days\n"
    f"  cost: {_secret('step-key')}\nroutes:\n- for: new box\n  steps: [cut]\n  promised_in: open\n",
    "glossary.yaml": f"- term: {_secret('term')}\n  avoid: true\n  instead: nothing\n",
    "articles/open.md": OPEN_ARTICLE,
    f"articles/{_secret('slug')}.md": SECRET_ARTICLE,
    "inside/open.md": f"{_secret('file')}\n",
    "questions/2026-11-20-abcdef.md": f"customer: {_secret('asked')}\n",
    "notes/2026-11-20-abcdef.md": f"{_secret('note')}\n",
    "notices/2026-11-20-abcdef.md": f"{_secret('notice')}\n",
}


def _export(kb: RunKb, root: Path, reader: str) -> bytes:
    out = root.parent / f"{reader}.pdf"
    assert kb("--today", "2026-11-24", "export", str(out), "--for", reader, content=root).code == 0
    return out.read_bytes()


@pytest.mark.parametrize("reader", ["sales", "customer"])
def test_inside_text_is_nowhere_on_a_sheet_and_changes_no_byte_of_it(kb: RunKb, folder: Folder, reader: str) -> None:
    assert [place for place in PLACES if _secret(place) not in str(SECRETS)] == [], "each secret stands in the folder"
    root = folder(SECRETS)
    pdf = _export(kb, root, reader)
    found = everything(pdf).casefold()
    assert "fivedays." in found
    assert [place for place in PLACES if _secret(place) in found] == []
    assert "kbcanary" not in found
    (root / "articles" / f"{_secret('slug')}.md").unlink()
    others = {path.replace("canary", "other"): text.replace("canary", "other") for path, text in SECRETS.items()}
    assert _export(kb, folder(others), reader) == pdf


def test_the_search_would_find_every_secret_that_a_reader_may_see(kb: RunKb, folder: Folder) -> None:
    seen = {"alias", "question", "slug"}
    opened = {path: text.replace("audience: inside", "audience: customer") for path, text in SECRETS.items()}
    root = folder(opened)
    for reader, more in (("sales", {"dont", "push"}), ("customer", {"why", "telling"})):
        found = everything(_export(kb, root, reader)).casefold()
        expected = {"title", "tag", "say", "number", "slug"} | more
        assert {place for place in PLACES if _secret(place) in found} - seen == expected - seen
