"""`kb promise --limits`: all numbers of the company as they are today."""

import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import RunKb
from pdf_reading import everything, text_of
from pypdf import PdfReader

from kb.render.pdf import page_count

Folder = Callable[[dict[str, str]], Path]
MIDDLE = 297
"""Of an A4 page, in points."""

FILES = {
    "kb.yaml": "company: Bluewater Pumps\n",
    "articles/time.md": """---
audience: customer
---
# How long?
Ten days.

## Numbers
- lead time, standard pump: 8 to 10 working days, from signed order
- lead time, special pump: 30 working days
- lead time: adds 5 working days, during September to November
- plant: closed, 24 December to 2 January
""",
    "articles/terms.md": """---
audience: sales
---
# Which terms?
Thirty days.

## Numbers
- credit: at most 30 days
- colours: only blue, green
- painting: charged
""",
    "articles/inside.md": "---\naudience: inside\n---\n# Margin?\nForty.\n\n## Numbers\n- margin: about 40 %\n",
}


@pytest.fixture
def company(folder: Folder) -> Path:
    return folder(FILES)


def test_every_number_stands_there_by_name_as_it_is_that_day(kb: RunKb, company: Path) -> None:
    ran = kb("promise", "--limits", "--today", "2026-11-02", content=company)
    assert (ran.code, ran.err) == (0, "")
    assert (
        ran.out
        == """Bluewater Pumps, as of Mon 2 November 2026
NOW  Every lead time 5 working days longer, September to November. Closed 24
     December to 2 January.

What             Today, and by when if it starts today                   Said in
colours          only blue, green                                        terms
credit           at most 30 days                                         terms
lead time
  all of them    adds 5 working days, during September to November,      time
                 already in the figures here
  special pump   35 working days, by Mon 21 Dec, normally 30             time
  standard pump  13 to 15 working days, by Mon 23 Nov, normally 8 to     time
                 10, from signed order
painting         charged                                                 terms
plant            closed 24 December to 2 January                         time
"""
    )


def test_terms_that_several_numbers_of_a_name_have_are_told_once(kb: RunKb, folder: Folder) -> None:
    lines = (
        "- lead time, standard pump: 8 to 10 working days, from signed order\n"
        "- lead time, special pump: 30 working days, from signed order\n"
        "- lead time, pump in stock: 2 working days\n"
        "- change, after casting: charged\n"
        "- change, after casting: adds 4 working days\n"
        "- size: within 2 mm\n"
        "- size, large pump: within 3 mm\n"
        "- storage: at most 3 months\n"
        "- storage: at most 10 pallets\n"
    )
    root = folder({"articles/t.md": f"---\naudience: customer\n---\n# How long?\nTen days.\n\n## Numbers\n{lines}"})
    ran = kb("promise", "--limits", "--today", "2026-03-02", content=root)
    assert [line.rstrip("t").rstrip() for line in ran.out.splitlines()[3:]] == [
        "change",
        "  after casting  charged",
        "                 adds 4 working days",
        "lead time        * from signed order",
        "  pump in stock  2 working days, by Wed 4 Mar",
        "  special pump   30 working days*, by Mon 13 Apr",
        "  standard pump  8 to 10 working days*, by Mon 16 Mar",
        "size",
        "  large pump     within 3 mm",
        "  otherwise      within 2 mm",
        "storage          at most 3 months",
        "                 at most 10 pallets",
    ]


def test_a_customer_is_shown_what_a_customer_may_read(kb: RunKb, company: Path) -> None:
    ran = kb("promise", "--limits", "--for", "customer", "--json", "--today", "2026-11-02", content=company)
    found = json.loads(ran.out)
    assert (found["schema"], found["for"], found["today"]) == (1, "customer", "2026-11-02")
    assert {limit["article"] for limit in found["limits"]} == {"time"}
    standard = next(limit for limit in found["limits"] if limit["for"] == "standard pump")
    assert (standard["normally"], standard["now"], standard["by"]) == (
        "8 to 10 working days", "13 to 15 working days", "2026-11-23",
    )  # fmt: skip


def test_inside_numbers_are_on_no_list(kb: RunKb, company: Path) -> None:
    assert "margin" not in kb("promise", "--limits", content=company).out
    assert "margin" not in kb("promise", "--limits", "--json", content=company).out


def test_what_does_not_count_today_says_so(kb: RunKb, folder: Folder) -> None:
    line = "- ice box: 2 working days, during June to August\n"
    root = folder({"articles/ice.md": f"---\naudience: customer\n---\n# Ice?\nYes.\n\n## Numbers\n{line}"})
    ran = kb("promise", "--limits", "--today", "2026-11-02", content=root)
    assert "not now, normally 2 working days, during June to August" in " ".join(ran.out.split())


def test_what_nobody_may_quote_says_ask_first(kb: RunKb, company: Path) -> None:
    (company / "agreed").mkdir()
    ran = kb("promise", "--limits", "--today", "2026-11-02", content=company)
    assert "ASK FIRST" in ran.out
    assert '"state": "unsigned"' in kb("promise", "--limits", "--json", content=company).out


def test_what_nobody_may_quote_is_on_no_list_for_customers(kb: RunKb, company: Path) -> None:
    (company / "agreed").mkdir()
    ran = kb("promise", "--limits", "--for", "customer", "--today", "2026-11-02", content=company)
    assert "No number is written for customers yet." in ran.out
    assert ran.err == "Left out, because one has to ask first before saying it: time.\n"
    found = json.loads(kb("promise", "--limits", "--for", "customer", "--json", content=company).out)
    assert (found["limits"], found["left_out"]) == ([], ["time"])


def test_a_list_for_customers_names_no_article(kb: RunKb, company: Path) -> None:
    ran = kb("promise", "--limits", "--for", "customer", "--today", "2026-11-02", content=company)
    assert "plant            closed 24 December to 2 January\n" in ran.out
    assert "Said in" not in ran.out


def test_without_a_number_it_says_so(kb: RunKb, folder: Folder) -> None:
    ran = kb("promise", "--limits", content=folder({}))
    assert ran.code == 0
    assert "No number is written for sales yet." in ran.out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--limits", "--for", "custmer"), "Did you mean 'customer'?"),
        (("--limits", "two weeks"), "--limits lists all numbers, and checks no text."),
        (("--for", "customer", "two weeks"), "--for goes with --limits."),
        (("--limits", "--for", "inside"), "There is no list for 'inside'."),
    ],
)
def test_what_makes_no_sense_is_told(kb: RunKb, company: Path, arguments: tuple[str, ...], sentence: str) -> None:
    ran = kb("promise", *arguments, content=company)
    assert (ran.code, ran.out) == (2, "")
    assert sentence in ran.err


def written(kb: RunKb, company: Path, out: Path, *options: str) -> bytes:
    ran = kb("promise", "--limits", "--out", str(out), "--today", "2026-11-02", *options, content=company)
    assert (ran.code, ran.out) == (0, ""), ran.err
    return out.read_bytes()


def test_the_list_for_the_wall_is_one_page_with_every_number(kb: RunKb, company: Path, tmp_path: Path) -> None:
    made = written(kb, company, tmp_path / "wall.pdf")
    said = text_of(made)

    assert page_count(made) == 1
    assert said.startswith("Bluewater Pumps, as of Mon 2 November 2026 NOW ")
    assert "standard pump 13 to 15 working days" in said
    assert "credit at most 30 days terms" in said
    assert "for sales only Page 1 of 1" in said
    assert "margin" not in said
    assert made == written(kb, company, tmp_path / "again.pdf")


def test_the_list_for_a_customer_names_no_article_and_nothing_for_sales(
    kb: RunKb, company: Path, tmp_path: Path
) -> None:
    made = everything(written(kb, company, tmp_path / "wall.pdf", "--for", "customer"))

    assert "standardpump" in made
    assert not [word for word in ("credit", "painting", "margin", "forsalesonly", "terms") if word in made]


def test_more_numbers_than_can_be_read_on_one_page_take_several(kb: RunKb, folder: Folder, tmp_path: Path) -> None:
    numbers = "\n".join(
        f"- part {number}: {number} to {number + 3} working days, from the order" for number in range(300)
    )
    content = folder({"articles/many.md": f"---\naudience: customer\n---\n# Many?\nMany.\n\n## Numbers\n{numbers}\n"})
    made = written(kb, content, tmp_path / "wall.pdf")

    said = text_of(made)
    assert page_count(made) > 1
    assert all(f"part {at} {at} to {at + 3} working days" in said for at in range(1, 200))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--limits", "--out", "wall.pdf", "--paper", "leter"), "There is no paper 'leter' for the wall."),
        (("--limits", "--out", "wall.txt"), "is not the name of a PDF"),
        (("--limits", "--out", "articles/wall.pdf"), "belongs to the content folder"),
        (("two weeks", "--out", "wall.pdf"), "--out goes with --limits"),
    ],
)
def test_what_cannot_be_written_is_told(
    kb: RunKb, company: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(company)
    ran = kb("promise", *options, content=company)

    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_a_page_for_the_wall_and_the_list_for_a_script_are_made_at_once(
    kb: RunKb, folder: Folder, tmp_path: Path
) -> None:
    content = folder({"articles/a.md": "---\naudience: sales\n---\n# A?\nA.\n\n## Numbers\n- pump: 3 days\n"})
    ran = kb("promise", "--limits", "--json", "--out", str(tmp_path / "wall.pdf"), content=content)

    assert (ran.code, len(json.loads(ran.out)["limits"])) == (0, 1)
    assert ran.err.endswith("wall.pdf: 1 number, 1 page.\n")
    assert text_of((tmp_path / "wall.pdf").read_bytes()).count("pump 3 days") == 1


def test_a_long_word_stays_in_its_column_on_the_wall(kb: RunKb, folder: Folder, tmp_path: Path) -> None:
    word = "Donaudampfschifffahrtsgesellschaft" * 5
    content = folder({"articles/a.md": f"---\naudience: sales\n---\n# A?\nA.\n\n## Numbers\n- {word}: 3 days\n"})
    made = written(kb, content, tmp_path / "wall.pdf")

    lines = PdfReader(io.BytesIO(made)).pages[0].extract_text().split("\n")
    assert word in text_of(made).replace(" ", "")
    assert max(map(len, lines)) < len(word) / 2


def test_a_name_on_the_wall_stays_in_one_column(kb: RunKb, folder: Folder, tmp_path: Path) -> None:
    numbers = "\n".join(f"- part {name}, {size}: 3 mm" for name in "ABCDEFGHIJKLMNOPQ" for size in range(20))
    content = folder({"articles/many.md": f"---\naudience: customer\n---\n# Many?\nMany.\n\n## Numbers\n{numbers}\n"})
    heads = [words for column in columns_of(written(kb, content, tmp_path / "wall.pdf")) for words in column[:1]]

    assert len(heads) > 2
    assert all(words.startswith("part ") for words in heads)


def columns_of(pdf: bytes) -> list[list[str]]:
    """The names and sizes of each column, from its top, in the order of the pages."""
    found: list[list[str]] = []
    for page in PdfReader(io.BytesIO(pdf)).pages:
        left, right = list[str](), list[str]()

        def see(text: str, at: list[float], *_rest: object, left: list[str] = left, right: list[str] = right) -> None:
            if re.fullmatch(r"part [A-Q]|[0-9]+", text):
                (left if at[4] < MIDDLE else right).append(text)

        page.extract_text(visitor_text=see)
        found += [column for column in (left, right) if column]
    return found


def test_the_wall_tells_from_which_day_its_days_are_counted(kb: RunKb, company: Path, tmp_path: Path) -> None:
    counted = "Each “by” is counted from Mon 2 November 2026."
    assert counted in text_of(written(kb, company, tmp_path / "wall.pdf"))

    (company / "articles/time.md").unlink()
    assert counted not in text_of(written(kb, company, tmp_path / "wall.pdf"))


def test_the_wall_has_american_paper_too(kb: RunKb, company: Path, tmp_path: Path) -> None:
    made = written(kb, company, tmp_path / "wall.pdf", "--paper", "Letter")
    assert [page.mediabox[2:] for page in PdfReader(io.BytesIO(made)).pages] == [[612, 792]]


def test_a_letter_that_the_font_has_not_is_told(kb: RunKb, folder: Folder, tmp_path: Path) -> None:
    content = folder(
        {"articles/a.md": "---\naudience: customer\n---\n# A?\nA.\n\n## Numbers\n- 漢字: 3 working days\n"}
    )
    ran = kb("promise", "--limits", "--out", str(tmp_path / "wall.pdf"), content=content)

    assert ran.code != 0
    assert "A number of the article 'a' has the letter '字'" in ran.err
    assert "kb promise --limits" in ran.err
    assert not (tmp_path / "wall.pdf").exists()
