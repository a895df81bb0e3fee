"""The last look at a hand-out: what it finds, what it lets pass, and that it stands when the first filter fails."""

import json
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import SAMPLE, RunKb

from kb.desk import publish
from kb.model.article import Article
from kb.model.prose import Block, Span
from kb.model.published import CustomerArticle
from kb.render.packed_words import packed
from kb.session.leak_secrets import Secrets
from kb.session.leaks import find_leak

Folder = Callable[[dict[str, str]], Path]

FLOOR = "our floor price is nine pounds a hundred"
SECRETS = Secrets(texts=(FLOOR,), names=("rush-orders", "Acme Rockets", "to"), open=("We deliver on Monday. How so?",))

FORMATS = ["pdf", "html", "md", "json", "csv"]
TWO = {
    "kb.yaml": "company: Northfold\n",
    "articles/open.md": "---\naudience: customer\n---\n# How long does it take?\n\nFive working days from proof.\n\n"
    "## Don't say\n- never ever promise them anything under a week\n",
    "articles/hidden.md": "---\naudience: inside\n---\n# What is our floor price?\n\n"
    "Nine pounds a hundred is what it costs us to make.\n",
    "questions/2026-11-20-abcdef.md": "---\ncustomer: Zebulon Works\n---\nCan they have it at the old price?\n",
}


@pytest.mark.parametrize(
    "text",
    [
        f"x {FLOOR} y",
        f"x {FLOOR.upper()} y",
        "Our  floor\nprice,  is: NINE — euros",
        "our floor price is <b>nine</b> euros",
        "our floor pri<i>ce</i> is nine",
        "our floor price&#32;is n&#105;ne euros",
        r"our floor price is n\u0069ne euros",
        "our%20floor%20price%20is%20nine",
        "our fl\u200boor price is ni\u00adne euros",
        "oᵘr floor price is nine",
        "see rush-orders",
        "RUSH ORDERS are",
        "for acme rockets too",
    ],
)
def test_what_is_closed_is_found_whatever_it_is_wrapped_in(text: str) -> None:
    assert find_leak(text.encode(), "html", SECRETS) is not None


def test_what_stands_in_a_pdf_beside_what_a_reader_shows_is_found_too(kb: RunKb, folder: Folder) -> None:
    out = folder(TWO).parent / "sheet.pdf"
    assert kb("export", str(out), content=folder(TWO)).code == 0
    honest, secret = out.read_bytes(), FLOOR.encode()
    assert find_leak(honest, "pdf", SECRETS) is None
    packed = zlib.compress(b"x")
    for hidden in (
        b"% " + secret,
        b"9 0 obj <</A(" + secret + b")>> endobj",
        b"9 0 obj <</A<" + b"\xfe\xff".hex().encode() + FLOOR.encode("utf-16-be").hex().encode() + b">>> endobj",
        b"stream\n" + secret + b"\nendstream",
        b"stream\n" + zlib.compress(secret) + b"\nendstream",
        b"stream\n" + packed + secret + b"\nendstream",
    ):
        assert find_leak(honest + b"\n" + hidden + b"\n", "pdf", SECRETS) is not None, hidden


@pytest.mark.parametrize(
    "text",
    [
        "our floor price is",
        "a price is nine euros a dozen, our floor",
        "rush for orders",
        "acme and rockets",
        "We deliver on Monday",
        "go to it",
        "",
    ],
)
def test_four_words_in_a_row_and_words_apart_are_nothing(text: str) -> None:
    assert find_leak(text.encode(), "html", SECRETS) is None


def test_what_also_stands_in_an_open_text_is_no_secret() -> None:
    secrets = SECRETS._replace(open=(f"Well, {FLOOR}.", "Our rush orders, as Acme Rockets says."))
    assert find_leak(f"{FLOOR}. Rush orders for Acme Rockets".encode(), "html", secrets) is None


def test_an_amount_that_kb_sets_anew_is_no_secret_for_that() -> None:
    secrets = Secrets(("it takes 15 to 18 working days",), (), ("takes 15 to 18 working days",))
    assert find_leak("takes 15–18 working days".encode(), "html", secrets) is None


@pytest.mark.parametrize("reader", ["sales", "customer"])
@pytest.mark.parametrize("suffix", FORMATS)
def test_it_stands_where_the_first_filter_lets_everything_through(
    kb: RunKb, folder: Folder, monkeypatch: pytest.MonkeyPatch, suffix: str, reader: str
) -> None:
    root = folder(TWO)
    out = root.parent / f"out.{suffix}"
    monkeypatch.setattr(publish, "may_read", lambda *_: True)
    ran = kb("export", str(out), "--for", reader, content=root)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("kb: This would have shown '"), ran.err
    assert not out.exists()


@pytest.mark.parametrize("suffix", FORMATS)
def test_it_stands_where_a_field_is_put_in_the_wrong_place(
    kb: RunKb, folder: Folder, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    root = folder(TWO)
    out = root.parent / f"out.{suffix}"
    out.write_text("the file of before", "utf-8")
    honest = publish.for_customers

    def careless(article: Article, *names: frozenset[str]) -> CustomerArticle | None:
        made = honest(article, *names)
        told = tuple(Block("text", ((Span(line.text),),)) for line in article.dont_say)
        return replace(made, say=told) if made else None

    monkeypatch.setattr(publish, "for_customers", careless)
    ran = kb("export", str(out), "--for", "customer", content=root)
    assert ran.code == 2
    assert "'never ever promise them anything'" in ran.err
    assert out.read_text("utf-8") == "the file of before"


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_name_of_a_customer_who_asked_is_never_handed_out(kb: RunKb, folder: Folder, suffix: str) -> None:
    said = TWO["articles/open.md"].replace("from proof.", "from proof, as for Zebulon Works.")
    root = folder({**TWO, "articles/open.md": said})
    ran = kb("export", str(root.parent / f"a.{suffix}"), content=root)
    assert ran.code == 2
    assert "'zebulon works'" in ran.err
    titled = kb("export", str(root.parent / f"b.{suffix}"), "--title", "For Zebulon Works", content=folder(TWO))
    assert titled.code == 0, "whoever types a name into the title means it"


def test_a_customer_who_is_called_like_an_ordinary_word_closes_nothing() -> None:
    secrets = Secrets((), (), ("We send it by post.",), customers=("Post",))
    assert find_leak(b"We send it by post.", "html", secrets) is None
    secrets = Secrets((), (), ("As we do for Zebulon.",), customers=("Zebulon",))
    assert find_leak(b"As we do for Zebulon.", "html", secrets) == ("zebulon",)


def test_a_name_that_came_in_by_another_way_is_found() -> None:
    secrets = Secrets((), ("Zebulon Works",), ("Five working days.",))
    assert find_leak(b'{"say": "as for Zebulon Works"}', "json", secrets) == ("zebulon works",)


@pytest.mark.parametrize("suffix", ["html", "md", "json", "csv"])
@pytest.mark.parametrize("reader", ["sales", "customer"])
def test_honest_folders_pass(kb: RunKb, tmp_path: Path, suffix: str, reader: str) -> None:
    companies = sorted((Path(__file__).parent / "companies").iterdir())
    for content in (SAMPLE, *companies):
        for day in ("2026-11-24", "2027-02-01"):
            ran = kb("--today", day, "export", str(tmp_path / f"x.{suffix}"), "--for", reader, content=content)
            assert ran.code == 0 or "no answer for customers" in ran.err, ran.err


def test_a_question_and_a_note_that_quote_an_answer_close_nothing(kb: RunKb, folder: Folder) -> None:
    quote = "Five working days from proof. How long does it take?\n"
    root = folder({**TWO, "notes/2026-11-20-a.md": quote, "questions/2026-11-21-b.md": quote})
    assert kb("export", str(root.parent / "x.json"), content=root).code == 0
    assert json.loads((root.parent / "x.json").read_text("utf-8"))["schema"] == 1


@pytest.mark.parametrize(
    ("said", "found"), [("ask zebulon first", "zebulon"), (FLOOR, "our floor price is nine"), ("on monday", None)]
)
def test_what_a_handbook_holds_packed_for_its_search_is_looked_through_too(said: str, found: str | None) -> None:
    data = json.dumps({"wordings": packed([[], ["how so", said]])}).replace("&", "\\u0026")
    page = f"<script type=application/json id=kb-data>{data}</script>".encode()
    leak = find_leak(page, "html", SECRETS._replace(customers=("Zebulon",)))
    assert (leak and leak.words) == found
