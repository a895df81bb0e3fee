"""How well the right article is found: nDCG@10 on BANKING77, and kb's own questions. Measures no time.

    .venv/bin/python tests/bench/quality.py [--held]

While working on the search, only the `dev` part of kb's questions is looked at; `--held` prints the other one.
"""
# ruff: noqa: T201 - it prints figures

import json
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from math import log2
from pathlib import Path
from statistics import fmean
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from kb.desk.publish import sales_edition  # noqa: E402 - from this checkout, installed or not
from kb.errors import EmptyQueryError  # noqa: E402
from kb.library.load import load_library  # noqa: E402
from kb.search.build import rebuild  # noqa: E402
from kb.search.document import Document  # noqa: E402
from kb.search.index import Searcher, open_searcher  # noqa: E402
from kb.search.search import Result, search  # noqa: E402
from kb.search.synonyms import Synonyms  # noqa: E402
from kb.session.documents import document_of  # noqa: E402

BANKING77 = ROOT / "tests/data/banking77.json"
QUESTIONS = {
    "": ROOT / "tests/data/questions.yaml",
    "counter ": ROOT / "tests/data/questions_of_counter.yaml",
}
"""Each set of questions by what its lines begin with; written by different people."""
DEPTH = 10
THRESHOLDS = (0.7, 0.8, 0.9, 0.95, 1.0, 1.05, 1.1, 1.2)
"""Of evidence: the search has one of them (`kb.search.evidence`)."""


def main(arguments: Sequence[str]) -> None:
    """Prints all figures."""
    with tempfile.TemporaryDirectory() as folder:
        print_banking77(Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        for name in QUESTIONS:
            print_questions(Path(folder), name, "held" if "--held" in arguments else "dev")


def print_banking77(folder: Path) -> None:
    """nDCG@10, top-1 and top-3 on clean queries and on those with one typing mistake."""
    for kind, ranks in banking77_ranks(folder).items():
        print(f"BANKING77 {kind:6} nDCG@10 {fmean(map(gain, ranks)):.4f}  {shares(ranks)}")


def banking77_ranks(folder: Path) -> dict[str, list[int]]:
    """The place of the right article for each query, clean and with one typing mistake."""
    data = json.loads(BANKING77.read_text("utf-8"))
    rebuild(folder, banking77_documents(data), {})
    with open_searcher(folder) as searcher:
        return {
            kind: [rank(ask(searcher, query[kind]), [query["slug"]]) for query in data["queries"]]
            for kind in ("query", "typo")
        }


def banking77_documents(data: Mapping[str, Any]) -> Iterable[Document]:
    """Articles that have a title and three wordings of customers, and nothing else."""
    for article in data["articles"]:
        yield Document(
            path=article["slug"],
            slug=article["slug"],
            title=article["title"],
            questions=tuple(article["questions"]),
            body="",
            desk="",
            tags=(),
            card="{}",
        )


def print_questions(folder: Path, name: str, part: str) -> None:
    """Top-1, top-3 and MRR by kind of question of one set, and how often `answered` is right."""
    results = asked(folder, name, part)
    part = name + part
    for kind in sorted({each["kind"] for each, _ in results}):
        ranks = [rank(result, right(each)) for each, result in results if each["kind"] == kind and right(each)]
        if ranks:
            print(f"{part} {kind:12} {shares(ranks)}  MRR {fmean(1 / place if place else 0 for place in ranks):.3f}")
    judged = [(bool(right(each)), bool(result and result.answered)) for each, result in results]
    print(f"{part} answered     {table(judged)}")
    for enough in THRESHOLDS:
        judged = [(bool(right(each)), total(result) >= enough) for each, result in results]
        print(f"{part} if {enough:.2f} were enough  {table(judged)}")


def asked(folder: Path, name: str, part: str) -> list[tuple[dict[str, Any], Result | None]]:
    """Each question of a part of a set, with what is found in the index that kb itself would build."""
    library = load_library(ROOT / "content")
    rebuild(folder, map(document_of, sales_edition(library.articles)), {})
    synonyms = [(term.term, term.customers) for term in library.frame.terms if term.customers]
    with open_searcher(folder) as searcher:
        return [(each, ask(searcher, each["ask"], synonyms)) for each in questions(name) if each["part"] == part]


def questions(name: str) -> list[dict[str, Any]]:
    """All questions of a set about the sample company."""
    tree: list[dict[str, Any]] = yaml.safe_load(QUESTIONS[name].read_text("utf-8"))
    return tree


def right(question: Mapping[str, Any]) -> list[str]:
    """The slugs that answer a question; none where nothing does."""
    answers = question.get("answers") or []
    return [answers] if isinstance(answers, str) else list(answers)


def ask(searcher: Searcher, query: str, synonyms: Synonyms = ()) -> Result | None:
    """What is found; None where the question has only small words."""
    try:
        return search(searcher, query, limit=DEPTH, synonyms=synonyms, explain=True)
    except EmptyQueryError:
        return None


def total(result: Result | None) -> float:
    """The evidence for the first hit; 0 where there is none."""
    evidence = ((result and result.explain) or {}).get("evidence")
    return float(evidence["total"]) if evidence else 0.0


def rank(result: Result | None, slugs: Iterable[str]) -> int:
    """The place of the first right article, from 1; 0 where none is among the first ten."""
    found = [Path(hit.path).stem for hit in result.hits] if result else []
    return min((found.index(slug) + 1 for slug in slugs if slug in found), default=0)


def gain(place: int) -> float:
    """nDCG@10 of one query with one right article."""
    return 1 / log2(place + 1) if place else 0.0


def shares(ranks: Sequence[int]) -> str:
    """How often the right article is the first, and among the first three."""
    return f"top-1 {fmean(place == 1 for place in ranks):.3f}  top-3 {fmean(0 < place <= 3 for place in ranks):.3f}"


def table(pairs: Sequence[tuple[bool, bool]]) -> str:
    """A two by two table: what is answerable, and what was called answered."""
    return (
        f"right {fmean(a == b for a, b in pairs):.3f}; answerable: {pairs.count((True, True))} answered, "
        f"{pairs.count((True, False))} not; unanswerable: {pairs.count((False, True))} answered, "
        f"{pairs.count((False, False))} not"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
