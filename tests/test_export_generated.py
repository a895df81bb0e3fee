"""Thousands of made-up folders in all formats: no secret ever comes out, and changing one changes no byte.

`KB_TEST_TIMES=10 pytest -m long` makes 2,000 of them; CI a tenth.
"""

import html
import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from conftest import TIMES
from page_reading import packed_text
from pdf_reading import everything

from kb.errors import UsageError
from kb.session.hand_out import Order, hand_out
from kb.session.opening import open_session

pytestmark = [pytest.mark.long, pytest.mark.timeout(3000)]

FOLDERS = 200
SHARES = 10
"""In which they are made, so that several processes can be at it."""

DAY = "2026-11-24"
AUDIENCES = [
    "customer",
    "sales",
    "inside",
    "Customer",
    "custmer",
    "customers",
    "public",
    "",
    None,
    '"sales"',
    "[customer]",
]
LEVELS = {"customer": 0, "Customer": 0, "sales": 1, '"sales"': 1}
"""What the format says; whatever is not here is inside."""

DEPTH = {"customer": 0, "sales": 1}


class Maker:
    """Writes folders in which every word of text tells who may read it: `kbc0…` customers, 1 sales, 2 nobody."""

    def __init__(self, seed: int, salt: str) -> None:
        self._random = random.Random(seed)  # noqa: S311 - no secret
        self._salt = salt
        self._count = 0

    def word(self, level: int) -> str:
        """A word that stands once; those that are closed to somebody have the salt in them."""
        self._count += 1
        return f"kbc{level}x{self._count:04d}{self._salt if level else 'openly'}z"

    def some(self, level: int) -> str:
        return " ".join(self.word(level) for _ in range(self._random.randint(1, 7)))

    def prose(self, level: int) -> str:
        words = self.some(level)
        comment = f"<!-- {self.some(2)} -->"
        shapes = [words, f"**{words}** plain", f"- {words}\n- {self.some(level)}", f"> {words}", f"`{words}`",
                  f"| a | b |\n|---|---|\n| {words} | {self.some(level)} |", f"{words} {comment}",
                  f"[{words}](https://example.com/x)", f"1. {words}"]  # fmt: skip
        return self._random.choice(shapes)

    def article(self, others: list[str]) -> tuple[str, str]:
        audience = self._random.choice(AUDIENCES)
        level = LEVELS.get(audience or "", 2)
        lines = ["---"] + ([f"audience: {audience}"] if audience is not None else [])
        lines += [f"tags: {self.word(level)}", f"aliases: {self.word(max(level, 1))}", f"odd: {self.word(2)}", "---"]
        lines += [f"# {self.some(level)}?", "", self.prose(level)]
        if others and self._random.random() < 0.5:
            lines += ["", f"See [[{self._random.choice(others)}]]."]
        sections = [
            ("Customers say", 1, "- {}"), ("Don't say", 1, "- {}"), ("If they push back", 1, "{}"), ("Why", 0, "{}"),
            ("Worth telling", 0, "{}"), ("Inside only", 2, "{}"), ("Stock", 2, "{}"), ("Numbers", 0, "- {}: 5 boxes"),
        ]  # fmt: skip
        for heading, at_least, shape in self._random.sample(sections, self._random.randint(0, len(sections))):
            depth = max(level, at_least)
            text = self.some(depth) if shape != "{}" else self.prose(depth)
            lines += ["", f"## {heading}", shape.format(text)]
        return self.word(level), "\n".join(lines) + "\n"

    def folder(self, root: Path) -> Path:
        (root / "articles").mkdir(parents=True)
        for name in ("questions", "notes", "inside"):
            (root / name).mkdir()
        slugs: list[str] = []
        for _ in range(self._random.randint(1, 6)):
            slug, text = self.article(slugs)
            slugs.append(slug)
            (root / "articles" / f"{slug}.md").write_text(text, "utf-8")
        (root / "inside" / f"{slugs[0]}.md").write_text(self.prose(2), "utf-8")
        (root / "questions" / "q.md").write_text(f"---\ncustomer: {self.some(2)}\n---\n{self.some(2)}\n", "utf-8")
        (root / "notes" / "n.md").write_text(self.some(2), "utf-8")
        (root / "kb.yaml").write_text(f"company: Testing  # {self.some(2)}\n", "utf-8")
        people = f"desk:\n  name: {self.some(1)}\n  reach: {self.some(1)}\n  private: {self.some(2)}\n"
        (root / "people.yaml").write_text(people, "utf-8")
        return root


def _all_of(data: bytes, kind: str) -> str:
    if kind == "pdf":
        return everything(data).casefold() if data else ""
    text = data.decode() + packed_text(data.decode())
    return " ".join([text, html.unescape(text), unquote(text)]).casefold()


def _made(root: Path, reader: str, kinds: list[str]) -> Iterator[tuple[str, bytes]]:
    session = open_session(str(root), DAY)
    for kind in kinds:
        try:
            yield kind, hand_out(session, Order(reader=reader, format=kind)).data
        except UsageError:  # nothing is for this reader
            yield kind, b""


@pytest.mark.parametrize("share", range(SHARES))
def test_no_secret_comes_out_and_none_changes_a_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, share: int
) -> None:
    monkeypatch.setenv("KB_STATE", str(tmp_path / "state"))
    seen = 0
    for seed in range(share, FOLDERS * TIMES, SHARES):
        kinds = ["pdf", "html", "md", "json", "csv"]
        roots = [Maker(seed, salt).folder(tmp_path / salt) for salt in ("secretly", "silently")]
        for reader, depth in DEPTH.items():
            pairs = zip(*(_made(root, reader, kinds) for root in roots), strict=True)
            for (kind, made), (_, other) in pairs:
                found = _all_of(made, kind)
                levels = {int(level) for level in re.findall(r"kbc(\d)x", found)}
                assert max(levels, default=0) <= depth, (seed, reader, kind)
                seen += len(levels)
                if reader == "customer":
                    assert made == other, (seed, kind)
        shutil.rmtree(tmp_path / "state")
        for root in roots:
            shutil.rmtree(root)
    assert seen > FOLDERS * TIMES / SHARES, "the folders have something to show"
