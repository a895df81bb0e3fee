"""What kb.yaml hands out is there, is known, and may be read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kb.library.checks.company import (
    articles_name_their_readers,
    outputs_can_be_published,
    sheet_articles_exist,
    sheet_names_each_article_once,
)
from kb.library.load import load_library
from kb.model.problem import ERROR, WARNING, Problem

Folder = Callable[[dict[str, str]], Path]

ENDINGS = "its name must end in .pdf, .html, .md, .json or .csv."


def _article(audience: str) -> str:
    return f"---\naudience: {audience}\n---\n# A question of {audience}?\n\nAn answer.\n"


def test_the_sheet_names_articles_that_are_there_and_that_sales_may_read(folder: Folder) -> None:
    root = folder(
        {
            "kb.yaml": "company: Testing\nsheet:\n  - rush\n  - margin\n  - rsuh\n  - elsewhere\n",
            "articles/rush.md": _article("customer"),
            "articles/margin.md": _article("inside"),
        }
    )
    assert list(sheet_articles_exist(load_library(root))) == [
        Problem(
            "kb.yaml",
            4,
            "`sheet:` names 'margin', which is for inside, so it can't be printed. Take it off the list, or write "
            "`audience: sales` in it.",
            ERROR,
        ),
        Problem("kb.yaml", 5, "`sheet:` names no article: 'rsuh'. Did you mean 'rush'?", ERROR),
        Problem(
            "kb.yaml",
            6,
            "`sheet:` names no article: 'elsewhere'. Write the name of its file without the ending.",
            ERROR,
        ),
    ]


def test_an_article_that_is_on_the_sheet_twice_is_a_warning(folder: Folder) -> None:
    library = load_library(folder({"kb.yaml": "sheet: [rush, moq, rush]\n", "articles/rush.md": _article("sales")}))
    sentence = "`sheet:` names 'rush' more than once. Keep the place where it should stand."
    assert list(sheet_names_each_article_once(library)) == [Problem("kb.yaml", 1, sentence, WARNING)]


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("sheet.pfd", f"`publish:` can't make 'sheet.pfd': {ENDINGS} Did you mean 'pdf'?"),
        ("sheet", f"`publish:` can't make 'sheet': {ENDINGS}"),
        (".pdf", f"`publish:` can't make '.pdf': {ENDINGS}"),
        (
            "a.pdf --paper a3",
            "`publish:` can't make 'a.pdf --paper a3': behind --paper one of these must stand: a4, letter, phone.",
        ),
        (
            "a.pdf --for=inside",
            "`publish:` can't make 'a.pdf --for=inside': behind --for one of these must stand: sales, customer.",
        ),
        ("a.pdf --for", "`publish:` can't make 'a.pdf --for': behind --for one of these must stand: sales, customer."),
    ],
)
def test_an_output_that_cannot_be_made_is_an_error(folder: Folder, output: str, sentence: str) -> None:
    library = load_library(folder({"kb.yaml": f"company: T\npublish:\n  - b.html\n  - {output}\n"}))
    assert list(outputs_can_be_published(library)) == [Problem("kb.yaml", 4, sentence, ERROR)]


def test_known_outputs_are_fine_but_two_of_one_name_are_not(folder: Folder) -> None:
    outputs = "publish: [a.PDF, b.pdf --paper phone --for=customer, c.html, d.md, e.json --tag time, f.csv]\n"
    assert list(outputs_can_be_published(load_library(folder({"kb.yaml": outputs})))) == []
    library = load_library(folder({"kb.yaml": "publish:\n  - a.pdf\n  - a.pdf --paper phone\n"}))
    sentence = "`publish:` makes 'a.pdf' twice, and the second would replace the first. Give one another name."
    assert list(outputs_can_be_published(library)) == [Problem("kb.yaml", 3, sentence, ERROR)]


def test_articles_that_are_hidden_for_want_of_a_reader_are_told_once_for_all(folder: Folder) -> None:
    plain = {f"articles/{slug}.md": f"# What of {slug}?\n\nAn answer.\n" for slug in "abcde"}
    root = folder({"kb.yaml": "company: T\ndefault_audience: inside\n", **plain, "articles/z.md": _article("inside")})
    sentence = (
        "5 articles name no reader, so sales and customers don't see them: articles/a.md, articles/b.md, articles/c.md "
        "and 2 more. Write `audience: sales`, `audience: customer` or `audience: inside` at the top of each."
    )
    assert list(articles_name_their_readers(load_library(root))) == [Problem("kb.yaml", 2, sentence, WARNING)]


def test_one_hidden_article_is_told_in_the_singular(folder: Folder) -> None:
    root = folder({"kb.yaml": "company: T\n", "articles/a.md": "# What of it?\n\nAn answer.\n"})
    sentence = (
        "1 article names no reader, so sales and customers don't see it: articles/a.md. Write `audience: sales`, "
        "`audience: customer` or `audience: inside` at the top of it."
    )
    assert list(articles_name_their_readers(load_library(root))) == [Problem("kb.yaml", 1, sentence, WARNING)]


def test_an_article_without_a_reader_is_fine_where_kb_yaml_names_one_or_reading_it_has_failed(folder: Folder) -> None:
    plain = "# What of it?\n\nAn answer.\n"
    root = folder({"kb.yaml": "default_audience: sales\n", "articles/a.md": plain})
    assert list(articles_name_their_readers(load_library(root))) == []
    root = folder({"kb.yaml": "company: T\n", "articles/a.md": f"---\naudience: salse\n---\n{plain}"})
    assert list(articles_name_their_readers(load_library(root))) == []


def test_another_mistake_in_an_article_does_not_keep_its_missing_reader_from_being_told(folder: Folder) -> None:
    root = folder({"articles/a.md": "# What of it?\n\nAn answer.\n\n## Numbers\n- lead time: soon\n"})
    library = load_library(root)
    assert [problem.path for problem in library.problems] == ["articles/a.md"]
    assert len(list(articles_name_their_readers(library))) == 1
