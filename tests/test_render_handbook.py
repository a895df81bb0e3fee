"""The handbook as a file: strict, escaped, the same bytes each time, and no more than its reader may see."""

import json
import re
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from conftest import RunKb

Folder = Callable[[dict[str, str]], Path]

TWO = {
    "kb.yaml": "company: Northfold\nsheet: [rush]\n",
    "people.yaml": "planning:\n  name: Planning desk\n  reach: planning@example.com, ext. 250\n  knows: times\n"
    "office:\n  name: Plant office\n  reach: ext. 200\n  knows: visits\n  visit: Wednesdays 10:00\n",
    "process.yaml": "steps:\n- {id: plan, name: Planning, desk: planning, takes: 1 working day}\n"
    "- {id: cut, name: Cutting, desk: planning, takes: 15 to 18 working days, what: The die cuts.}\n"
    "routes:\n- {for: new box, steps: [cut], promised_in: lead-time}\n",
    "glossary.yaml": "- {term: box, customers: [carton], means: What we make.}\n"
    "- {term: takt, avoid: true, instead: pace of the line}\n",
    "articles/lead-time.md": "---\naudience: customer\ndesk: planning\ntags: time\n---\n# How long does a box take?\n\n"
    "Five days, see [[rush]].\n\n## Numbers\n- lead time, new box: 15 to 18 working days, from approved proof\n"
    "- lead time, old box: 3 working days\n- lead time: adds 5 working days, during September to November\n\n"
    '## Don\'t say\n- "two days": plates take three\n\n## Customers say\n- When is it here?\n\n## Why\nPlates.\n',
    "articles/rush.md": "---\naudience: sales\ndesk: planning\ntags: hurry\n---\n# Faster?\n\nFor a *surcharge*.\n",
}


class Reader(HTMLParser):
    """What a page consists of."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def _handbook(kb: RunKb, root: Path, reader: str = "sales", *options: str) -> str:
    out = root.parent / "book.html"
    ran = kb("--today", "2026-11-24", "export", str(out), "--for", reader, *options, content=root)
    assert (ran.code, ran.out) == (0, ""), ran.err
    return out.read_bytes().decode()


def _text(html: str) -> str:
    bare = re.sub(r"<(style|script)\b.*?</\1>", "", html, flags=re.DOTALL)
    return " ".join(" ".join(Reader(bare).words).split())


def test_it_tells_everything_from_the_first_question_to_the_index(kb: RunKb, folder: Folder) -> None:
    text = _text(_handbook(kb, folder(TWO)))
    wanted = [
        "Northfold Handbook for sales · as of 24 November 2026",
        "NOW Every lead time 5 working days longer, September to November.",
        "The next plant visit: Wednesday 25 November 2026 (Wednesdays 10:00). Ask: Plant office, ext. 200.",
        "1 · hurry Faster?",
        "2 · time How long does a box take?",
        "15–18 working days",
        "Don’t say “two days”: plates take three",
        "Promised New box: 15–18 working days, from approved proof",
        "outlined ones come before the clock starts",
        "box What we make. Customers say: carton.",
        "takt A shop word: say pace of the line.",
        "Who to ask Planning desk planning@example.com",
        "For sales staff only",
    ]
    places = [text.find(each) for each in wanted]
    assert [each for each in wanted if each not in text] == []
    assert places == sorted(places)
    assert text.count("Ask Planning desk · ext. 250") == 2


def test_a_customer_reads_what_the_table_of_readers_allows(kb: RunKb, folder: Folder) -> None:
    html = _handbook(kb, folder(TWO), "customer")
    assert "Questions and answers · as of" in _text(html)
    assert "Five days, see further information." in _text(html)
    for secret in (
        "two days", "Faster", "surcharge", "Planning", "ext. 250", "planning@", "takt", "When is it", "visit",
        "Start here",        "sales staff", "rush", "Who to ask", "hurry",
    ):  # fmt: skip
        assert secret not in _text(html), secret
    assert "two days" not in html
    assert "surcharge" not in html


def test_the_policy_allows_the_page_itself_and_nothing_else(kb: RunKb, folder: Folder) -> None:
    html = _handbook(kb, folder(TWO))
    policy = next(tag["content"] for _, tag in Reader(html).tags if tag.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    for element, directive in (("style", "style-src"), ("script", "script-src")):
        content = re.search(f"<{element}>(.*?)</{element}>", html, re.DOTALL)
        assert content is not None
        digest = b64encode(sha256(content.group(1).encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in policy
    for _, attributes in Reader(html).tags:
        assert not any(name.startswith("on") or name == "style" for name in attributes), attributes
        assert "src" not in attributes


def test_nothing_that_is_written_becomes_a_tag(kb: RunKb, folder: Folder) -> None:
    evil = "<img src=x onerror=alert(1)>"
    files = {
        "kb.yaml": f'company: "{evil}"\n',
        "people.yaml": f'planning:\n  name: "{evil}"\n  reach: "a@b.c {evil}"\n  visit: "Mondays {evil}"\n',
        "process.yaml": f'steps:\n- {{id: a, name: "{evil}", takes: 1 working day, what: "{evil}"}}\n',
        "glossary.yaml": f'- {{term: "{evil}", customers: ["</script>{evil}"], means: "{evil}"}}\n',
        "articles/a.md": f"---\naudience: customer\ndesk: planning\ntags: '{evil}'\n---\n"
        f"# {evil}?\n\n`{evil}` {evil}\n\n"
        f'## Don\'t say\n- "{evil}"\n\n## Customers say\n- {evil}\n\n## Numbers\n- {evil}: 5 boxes\n',
    }
    html = _handbook(kb, folder(files), "sales", "--title", evil)
    assert "img" not in {tag for tag, _ in Reader(html).tags}
    assert len(re.findall("</script", html)) == 2
    json.loads(html.split("id=kb-data>")[1].split("</script>")[0])


@pytest.mark.parametrize("reader", ["sales", "customer"])
def test_the_same_day_gives_the_same_bytes(kb: RunKb, folder: Folder, reader: str) -> None:
    root = folder(TWO)
    assert _handbook(kb, root, reader) == _handbook(kb, root, reader)


def test_a_choice_of_answers_makes_a_small_book(kb: RunKb, folder: Folder) -> None:
    html = _handbook(kb, folder(TWO), "sales", "--slug", "rush")
    assert "Faster?" in html
    assert "How long does a box take?" not in _text(html)


def test_what_must_be_asked_first_says_so_before_the_answer_and_is_nothing_for_a_customer(
    kb: RunKb, folder: Folder
) -> None:
    root = folder(TWO)
    (root / "agreed").mkdir()
    text = _text(_handbook(kb, root))
    first = text.index("2 · time · ▲ ASK FIRST How long does a box take?")
    told = text.index("Not agreed by production and sales. Before you say it, ask Planning desk · ext. 250.", first)
    assert told < text.index("Five days", first)
    ran = kb("export", str(root.parent / "x.html"), "--for", "customer", content=root)
    assert ran.code == 2
    assert "may be said to a customer without asking first" in ran.err
