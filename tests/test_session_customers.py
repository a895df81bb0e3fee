"""A customer's name that stands in a question and then in what everybody reads: told by lint and to whoever writes."""

from collections.abc import Callable
from pathlib import Path

from conftest import RunKb

Folder = Callable[[dict[str, str]], Path]

GOLD = "---\ncustomer: Zebra Toys\nasked: 2026-11-20\n---\nDo you print gold?\n"
FILES = {"questions/2026-11-20-gggggg.md": GOLD, "people.yaml": "press: {name: Press hall}\n"}
HEAD = "---\naudience: customer\ndesk: press\n---\n"
TOLD = "'Zebra Toys' is a customer's name: it stands in a question."


def test_lint_tells_the_line_on_which_a_customer_is_named(kb: RunKb, folder: Folder) -> None:
    text = f"{HEAD}# Do you print gold?\n\nYes.\n\n## Why\nZEBRA TOYS like it.\n\n## Customers say\n- gold?\n"
    root = folder(
        {**FILES, "articles/gold.md": text, "notices/2026-11-20-a.md": "---\nuntil: 2027-01-01\n---\nFor Zebra Toys.\n"}
    )
    said = kb("lint", content=root)
    assert said.code == 1
    assert f"articles/gold.md:10: {TOLD}" in said.out
    assert f"notices/2026-11-20-a.md:1: {TOLD}" in said.out
    assert "customer's name" in kb("inbox", content=root).out


def test_inside_and_in_the_question_itself_the_name_may_stand(kb: RunKb, folder: Folder) -> None:
    text = f"{HEAD}# Do you print gold?\n\nYes.\n\n## Customers say\n- gold?\n\n## Inside only\nZebra Toys pay late.\n"
    assert kb("lint", content=folder({**FILES, "articles/gold.md": text})).code == 0


def test_a_name_that_is_an_ordinary_word_here_names_nobody(kb: RunKb, folder: Folder) -> None:
    text = f"{HEAD}# Which board?\n\nBoard is paper. We make board.\n\n## Customers say\n- paper?\n"
    root = folder(
        {
            "articles/a.md": text,
            "people.yaml": FILES["people.yaml"],
            "questions/2026-11-20-g.md": GOLD.replace("Zebra Toys", "Board"),
        }
    )
    assert kb("lint", content=root).code == 0


def test_a_word_of_an_inside_article_excuses_no_name(kb: RunKb, folder: Folder) -> None:
    root = folder(
        {
            "articles/gold.md": f"{HEAD}# Do you print gold?\n\nBoard likes it.\n\n## Customers say\n- gold?\n",
            "articles/cost.md": "---\naudience: inside\n---\n# Cost?\n\nAs board does.\n",
            "people.yaml": FILES["people.yaml"],
            "questions/2026-11-20-g.md": GOLD.replace("Zebra Toys", "Board"),
        }
    )
    assert "articles/gold.md:7: 'Board' is a customer's name" in kb("lint", content=root).out
    assert kb("export", str(root.parent / "x.md"), content=root).code == 2, "as lint says"


def test_a_name_is_told_once_a_line(kb: RunKb, folder: Folder) -> None:
    text = f'{HEAD}# Gold?\n\nYes.\n\n## Customers say\n- gold?\n\n## Don\'t say\n- "soon": instead: ask Zebra Toys\n'
    assert kb("lint", content=folder({**FILES, "articles/gold.md": text})).out.count(TOLD) == 1


def test_whoever_writes_it_is_told_at_once(kb: RunKb, folder: Folder) -> None:
    root = folder(FILES)
    words = ("--say", "Yes.", "--audience", "sales")
    assert TOLD in kb("add", "--title", "Gold for Zebra Toys?", *words, content=root).err
    assert TOLD not in kb("add", "--title", "Silver?", *words, content=root).err
    until = ("--until", "2026-12-04", "--today", "2026-12-01")
    assert TOLD in kb("notice", "Zebra Toys' job is late", *until, content=root).err
