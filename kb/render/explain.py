"""Why a search found what it found: terms, weights and evidence on the screen; nothing is reckoned here."""

from collections.abc import Mapping, Sequence
from typing import Any

from kb.render import page
from kb.render.page import Line, Page, columns, line, wrapped

_HANG = 1


def explain_page(explain: Mapping[str, Any], *, width: int, terminal: bool = False) -> Page:
    """What `kb search --explain` shows below the answer."""
    room = page.page_width(width, terminal=terminal)
    return Page(
        (
            (),
            *_section("How the question was read", _readings(explain), room),
            *_section("What was searched for", _terms(explain["terms"]), room),
            *_section("Whether it is an answer", _evidence(explain["evidence"]), room),
        )
    )


def _section(head: str, rows: Sequence[Sequence[str]], width: int) -> list[Line]:
    """Rows of equally many cells below a head; one cell a row is running text."""
    if not rows:
        return []
    if len(rows[0]) == 1:
        lines = [text for row in rows for text in wrapped(line(row[0]), width, hang=_HANG)]
    else:
        lines = columns([[line(cell) for cell in row] for row in rows], width, hang=_HANG)
    return [line(head, page.LABEL), *lines]


def _readings(explain: Mapping[str, Any]) -> list[list[str]]:
    """A sentence for each word that was not simply taken as it was typed."""
    said = [f"{each['word']}: corrected to {each['searched']}" for each in explain["corrections"]]
    said += [f"{each['word']}: here it is written {each['searched']}" for each in explain["spelt"]]
    said += [f"{each['of']}: here also written {each['word']}" for each in explain["joined"]]
    for said_so in dict.fromkeys(each["said"] for each in explain["synonyms"]):
        others = ", ".join(each["searched"] for each in explain["synonyms"] if each["said"] == said_so)
        said.append(f"{said_so}: the glossary also has {others}")
    for word, *others in explain["words"]:
        said += [f"{word['word']}: perhaps {other['word']}, {other['share']:g}" for other in others]
    return [[sentence] for sentence in said or ["As it was typed."]]


def _terms(terms: Sequence[Mapping[str, Any]]) -> list[list[str]]:
    """A row for each term that any article has."""
    rows = [
        [each["term"], each["field"], f"{each['weight']:.2f}", f"{each['idf']:.2f}", str(each["articles"])]
        for each in terms
        if each["articles"]
    ]
    return [["term", "field", "weight", "idf", "articles"], *rows] if rows else []


def _evidence(evidence: Mapping[str, Any] | None) -> list[list[str]]:
    if evidence is None:
        return [["No article holds any of the words."]]
    said = [
        f"{each['word']}: {'in the first article' if each['held'] else 'not in it'}, weighs {each['weight']:.2f}"
        for each in evidence["words"]
    ]
    total = (
        f"coverage {evidence['coverage']:.2f} + {evidence['strength_counts']:g} x strength {evidence['strength']:.2f}"
        f" = {evidence['total']:.2f}; {evidence['enough']:g} is enough: "
        f"{'answered' if evidence['answered'] else 'not answered'}"
    )
    return [[sentence] for sentence in (*said, total)]
