"""What a writer says or keeps elsewhere: keys of other programs, items of YAML, folders that are links."""

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import RunKb

from kb.library.article import read_article
from kb.model.article import CUSTOMER, INSIDE, SALES

Folder = Callable[[dict[str, str]], Path]
NOTICE = "---\nuntil: 2026-12-12\n---\nzq is down.\n"
ARTICLE = "---\naudience: customer\n---\n# Zq?\n\nzq.\n"


@pytest.mark.parametrize(
    "key",
    [
        "internal: true", "Private: yes", "confidential: on", "draft: True", "publish: false", "published: no",
        "public: off", "visibility: internal", "readers: inside", "for: Inside", "status: draft", "access: restricted",
    ],
)  # fmt: skip
@pytest.mark.parametrize("default", [CUSTOMER, SALES])
def test_a_key_of_another_program_that_closes_an_article_is_no_default(key: str, default: str) -> None:
    article, problems = read_article("articles/a.md", f"---\n{key}\n---\n# Q?\n\nSo.\n".encode(), default)
    assert article
    assert article.audience == INSIDE
    assert any("leaves open who may read this" in problem.sentence for problem in problems)
    told, _problems = read_article("articles/a.yaml", f"title: Q?\nsay: So.\n{key}\n".encode(), default)
    assert told
    assert told.audience == INSIDE


@pytest.mark.parametrize("key", ["draft: false", "publish: true", "status: done", "title: Draft", "tags: internal"])
def test_a_key_that_closes_nothing_leaves_the_default(key: str) -> None:
    article, _problems = read_article("articles/a.md", f"---\n{key}\n---\n# Q?\n\nSo.\n".encode(), CUSTOMER)
    assert article
    assert article.audience == CUSTOMER


@pytest.mark.parametrize(
    "field",
    [
        "why: ['## Inside only', zq]", "why:\n  inside: zq", "why:\n  - inside: zq", "dont_say:\n  - {internal: zq}",
        "push_back:\n  - '# Inside'\n  - zq", "numbers:\n  - '## Inside only'\n  - 'zq: 5 days'",
    ],
)  # fmt: skip
def test_an_item_that_begins_what_is_inside_closes_the_article(field: str) -> None:
    text = f"title: Q?\naudience: customer\nsay: So.\n{field}\n"
    article, problems = read_article("articles/a.yaml", text.encode(), "inside")
    assert article
    assert article.audience == INSIDE
    assert any("looks like the heading" in problem.sentence for problem in problems)


def test_a_number_of_the_inside_of_a_box_is_one() -> None:
    text = "title: Q?\naudience: customer\nsay: So.\nnumbers:\n  - inside, length: at most 380 mm\n  - inside: 380 mm\n"
    article, _problems = read_article("articles/a.yaml", text.encode(), "inside")
    assert article
    assert (article.audience, len(article.numbers)) == (CUSTOMER, 2)


@pytest.mark.parametrize(
    ("name", "file", "text"),
    [
        ("notices", "a.md", NOTICE),
        ("articles", "a.md", ARTICLE),
        ("questions", "2026-11-20-aaaaaa.md", "---\nasked: 2026-11-20\n---\nzq?\n"),
        ("notes", "2026-11-20-aaaaaa.md", "---\nkind: idea\n---\nzq\n"),
    ],
)
def test_a_folder_that_is_a_link_is_not_followed_out_of_the_content(
    kb: RunKb, folder: Folder, tmp_path: Path, *, name: str, file: str, text: str
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / file).write_text(text)
    root = folder({"kb.yaml": "company: Us\n"})
    (root / name).symlink_to(outside, target_is_directory=True)
    for command in (("notice", "--json"), ("show", "--json"), ("inbox",), ("agenda",), ("search", "zq", "--json")):
        told = kb("--today", "2026-11-24", *command, content=root).out
        assert "zq" not in told.lower().replace('"query": "zq"', "")
