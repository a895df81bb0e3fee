"""`kb export`: nothing inside is in any format, wherever it was written; a search that can find it proves that."""

import html
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest
from conftest import RunKb
from page_reading import packed_text
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
    "articles/open.md": OPEN_ARTICLE,
    f"articles/{_secret('slug')}.md": SECRET_ARTICLE,
    "inside/open.md": f"{_secret('file')}\n",
    "questions/2026-11-20-abcdef.md": f"customer: {_secret('asked')}\n",
    "notes/2026-11-20-abcdef.md": f"{_secret('note')}\n",
    "notices/2026-11-20-abcdef.md": f"Down.\n\n## Inside only\n{_secret('notice')}\n",
}


FORMATS = ["pdf", "html", "md", "json", "csv"]

# What only sales may read gets secret words too, each in an article that customers may read, or around it.

SALES_PLACES = [
    "said",
    "avoid",
    "shove",
    "alias2",
    "desk",
    "reach",
    "knows",
    "visit",
    "what",
    "reason",
    "takt",
    "early",
]
SALES_SECRETS = {
    "kb.yaml": "company: Northfold\n",
    "people.yaml": f"planning:\n  name: {_secret('desk')}\n  reach: {_secret('reach')}\n  knows: {_secret('knows')}\n"
    f"  visit: Mondays {_secret('visit')}\n",
    "process.yaml": f"steps:\n- {{id: early, name: {_secret('early')}, takes: 1 working day}}\n"
    f"- {{id: cut, name: Cutting, takes: 5 working days, what: {_secret('what')}, why: {_secret('reason')}}}\n"
    "routes:\n- for: new box\n  steps: [cut]\n  promised_in: open\n",
    "glossary.yaml": f"- {{term: {_secret('takt')}, avoid: true, instead: pace}}\n- {{term: die, means: A tool.}}\n",
    "articles/open.md": f"---\naudience: customer\ndesk: planning\naliases: {_secret('alias2')}\n---\n# How long?\n\n"
    "Five days.\n\n## Numbers\n- lead time, new box: 5 working days\n\n"
    f'## Customers say\n- {_secret("said")}\n\n## Don\'t say\n- "{_secret("avoid")}"\n\n'
    f"## If they push back\nThen {_secret('shove')}.\n",
}
SALES_ARTICLE = SECRET_ARTICLE.replace("audience: inside", "audience: sales")


def _export(kb: RunKb, root: Path, reader: str, suffix: str) -> bytes:
    out = root.parent / f"{reader}.{suffix}"
    ran = kb("--today", "2026-11-24", "export", str(out), "--for", reader, content=root)
    assert ran.code == 0, ran.err
    return out.read_bytes()


def _all_of(data: bytes, suffix: str) -> str:
    """Everything that is in a file, however it is written there, without white space and capitals."""
    if suffix == "pdf":
        return everything(data).casefold()
    text = data.decode() + packed_text(data.decode())
    escaped = re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found.group(1), 16)), text)
    return re.sub(r"[\s\u200b-]", "", " ".join([text, html.unescape(escaped), unquote(text)])).casefold()


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("reader", ["sales", "customer"])
def test_inside_text_is_nowhere_in_an_export_and_changes_no_byte_of_it(
    kb: RunKb, folder: Folder, reader: str, suffix: str
) -> None:
    assert [place for place in PLACES if _secret(place) not in str(SECRETS)] == [], "each secret stands in the folder"
    root = folder(SECRETS)
    made = _export(kb, root, reader, suffix)
    found = _all_of(made, suffix)
    assert "fivedays." in found
    assert [place for place in PLACES if _secret(place) in found] == []
    assert "kbcanary" not in found
    (root / "articles" / f"{_secret('slug')}.md").unlink()
    others = {path.replace("canary", "other"): text.replace("canary", "other") for path, text in SECRETS.items()}
    assert _export(kb, folder(others), reader, suffix) == made


@pytest.mark.parametrize("suffix", FORMATS)
def test_what_is_for_sales_is_nowhere_in_an_export_for_customers(kb: RunKb, folder: Folder, suffix: str) -> None:
    files = {**SALES_SECRETS, f"articles/{_secret('slug')}.md": SALES_ARTICLE}
    root = folder(files)
    made = _export(kb, root, "customer", suffix)
    found = _all_of(made, suffix)
    assert "fivedays." in found
    assert "kbcanary" not in found
    (root / "articles" / f"{_secret('slug')}.md").unlink()
    others = {path.replace("canary", "other"): text.replace("canary", "other") for path, text in files.items()}
    assert _export(kb, folder(others), "customer", suffix) == made


def test_what_production_said_in_a_notice_reaches_sales_and_no_customer(kb: RunKb, folder: Folder) -> None:
    notice = "---\nuntil: 2026-11-27\n---\nGlueflood here.\n\n## Numbers\n- lead time: adds 2 working days\n"
    root = folder({**SECRETS, "notices/2026-11-20-abcdef.md": notice})
    sales, customer = (_all_of(_export(kb, root, reader, "pdf"), "pdf") for reader in ("sales", "customer"))
    assert "glueflood" in sales
    assert "glueflood" not in customer
    for words in ("now,until27november;normally5", "everyleadtime2workingdayslonger", "gooduntil27november2026"):
        assert words in customer


def test_the_search_would_find_every_secret_that_a_reader_may_see(kb: RunKb, folder: Folder) -> None:
    seen = {"alias", "question", "slug"}
    opened = {path: text.replace("audience: inside", "audience: customer") for path, text in SECRETS.items()}
    root = folder(opened)
    for reader, more in (("sales", {"dont", "push"}), ("customer", set[str]())):
        found = _all_of(_export(kb, root, reader, "pdf"), "pdf")
        expected = {"title", "tag", "say", "number", "slug", "why", "telling"} | more
        assert {place for place in PLACES if _secret(place) in found} - seen == expected - seen


@pytest.mark.parametrize("suffix", ["html", "md", "json", "csv"])
def test_the_search_would_find_them_in_the_other_formats_too(kb: RunKb, folder: Folder, suffix: str) -> None:
    missing = {"md": {"slug", "alias", "question", "tag"}, "csv": {"alias"}}.get(suffix, set())
    opened = {path: text.replace("audience: inside", "audience: customer") for path, text in SECRETS.items()}
    found = _all_of(_export(kb, folder(opened), "sales", suffix), suffix)
    wanted = {"slug", "title", "alias", "tag", "say", "number", "why", "telling", "question", "dont", "push"} - missing
    assert {place for place in PLACES if _secret(place) in found} >= wanted
    files = {**SALES_SECRETS, f"articles/{_secret('slug')}.md": SALES_ARTICLE}
    root = folder(files)
    found = _all_of(_export(kb, root, "sales", suffix), suffix)
    not_shown = {
        "html": set(),
        "json": set(),
        "md": {"said", "alias2", "visit", "what", "reason"},
        "csv": {"alias2", "knows", "visit", "what", "reason", "takt", "early"},
    }[suffix]
    assert {place for place in SALES_PLACES if _secret(place) in found} >= set(SALES_PLACES) - not_shown
