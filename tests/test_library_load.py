"""A content folder becomes one library; a broken file never hides the others."""

import os
import sys
from pathlib import Path

import pytest

from kb.errors import UnreadableError
from kb.library import load
from kb.library.load import load_library
from kb.library.parts import read_file
from kb.model.problem import Problem
from kb.model.prose import plain_text

SAMPLE = Path(__file__).parent.parent / "content"

GOOD = "---\naudience: customer\n---\n# How long?\n\nFifteen days.\n"


def _folder(root: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in {"kb.yaml": "company: Northfold\n", **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def test_the_sample_company_has_no_problems() -> None:
    library = load_library(SAMPLE)
    assert library.problems == ()
    assert len(library.articles) == 40
    assert library.frame.company.name == "Northfold Packaging"
    assert {article.audience for article in library.articles} <= {"customer", "sales"}


def test_every_number_and_every_question_of_the_sample_is_read() -> None:
    library = load_library(SAMPLE)
    for article in library.articles:
        assert article.say
        assert article.customers_say
        assert article.dont_say
        assert not [block for block in article.inside if "##" in block.text]


def test_articles_come_by_path_and_keep_their_folder(tmp_path: Path) -> None:
    root = _folder(tmp_path, {"articles/b.md": GOOD, "articles/a/z.md": GOOD, "articles/c.yml": "title: T\nsay: yes\n"})
    library = load_library(root)
    assert [(article.path, article.slug) for article in library.articles] == [
        ("articles/a/z.md", "z"),
        ("articles/b.md", "b"),
        ("articles/c.yml", "c"),
    ]


def test_the_default_audience_is_that_of_kb_yaml(tmp_path: Path) -> None:
    root = _folder(tmp_path, {"kb.yaml": "default_audience: sales\n", "articles/a.md": "# T\n\nYes.\n"})
    assert [(one.audience, one.audience_written) for one in load_library(root).articles] == [("sales", False)]


def test_a_broken_kb_yaml_leaves_the_default_inside(tmp_path: Path) -> None:
    root = _folder(tmp_path, {"kb.yaml": "default_audience: customer\nsheet: [a\n", "articles/a.md": "# T\n\nYes.\n"})
    library = load_library(root)
    assert library.articles[0].audience == "inside"
    assert library.problems[0].path == "kb.yaml"


def test_an_inside_file_joins_the_article_of_its_name(tmp_path: Path) -> None:
    root = _folder(
        tmp_path,
        {"articles/x/a.md": GOOD + "\n## Inside only\n\nOne.\n", "inside/a.md": "Two.\n", "inside/b.md": "Three.\n"},
    )
    library = load_library(root)
    assert plain_text(library.articles[0].inside) == "One.\nTwo."
    assert library.problems == (
        Problem(
            "inside/b.md", 0, "there is no article 'b' that this could belong to. Name it after the article's file."
        ),
    )


def test_two_articles_of_one_slug_are_both_kept(tmp_path: Path) -> None:
    root = _folder(tmp_path, {"articles/x/a.md": GOOD, "articles/y/a.md": GOOD})
    assert [article.slug for article in load_library(root).articles] == ["a", "a"]


def test_a_broken_file_of_each_kind_hides_no_other(tmp_path: Path) -> None:
    root = _folder(
        tmp_path,
        {
            "articles/good.md": GOOD,
            "articles/latin.md": b"# T\n\n\xe4\n",
            "articles/open.md": "---\naudience: customer\n# T\n\nYes.\n",
            "articles/bomb.md": "[" * 100_000,
            "articles/comment.md": GOOD + "\n<!-- open\n",
            "articles/broken.yaml": "title: [T\n",
            "articles/large.md": b"x" * (1024 * 1024 + 1),
            "people.yaml": "a: [b\n",
        },
    )
    library = load_library(root)
    assert {article.slug: article.audience for article in library.articles} == {
        "good": "customer",
        "open": "inside",
        "comment": "inside",
        "broken": "inside",
    }
    assert {problem.path for problem in library.problems if problem.severity == "error"} == {
        "articles/latin.md",
        "articles/open.md",
        "articles/bomb.md",
        "articles/comment.md",
        "articles/broken.yaml",
        "articles/large.md",
        "people.yaml",
    }
    assert list(library.problems) == sorted(library.problems)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")
def test_what_is_no_file_of_the_folder_is_told_and_not_read(tmp_path: Path) -> None:
    root = _folder(tmp_path / "content", {"articles/good.md": GOOD})
    secret = tmp_path / "secret.md"
    secret.write_text("# Secret\n\nKBCANARY\n")
    (root / "articles" / "link.md").symlink_to(secret)
    os.mkfifo(root / "articles" / "pipe.md")
    library = load_library(root)
    assert [article.slug for article in library.articles] == ["good"]
    assert [(problem.path, problem.severity) for problem in library.problems] == [
        ("articles/link.md", "warning"),
        ("articles/pipe.md", "warning"),
    ]


def test_a_file_that_vanishes_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = _folder(tmp_path, {"articles/a.md": GOOD, "articles/b.md": GOOD})

    def read_once(folder: Path, path: str) -> bytes:
        (root / "articles/b.md").unlink(missing_ok=True)
        return read_file(folder, path)

    monkeypatch.setattr(load, "read_file", read_once)
    library = load_library(root)
    assert ([article.slug for article in library.articles], library.problems) == (["a"], ())


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        load_library(tmp_path / "nowhere")
    with pytest.raises(UnreadableError):
        read_file(tmp_path, "articles/a.md")
