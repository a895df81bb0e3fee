"""How things stand today is worked out from the index: for one answer of a large library the same as for all."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from conftest import RunKb

from kb.search.index import open_searcher
from kb.session.working_out import work_out

NOTICE = "---\nuntil: 2026-06-05\n---\nDie-cutter down.\n\n- lead time: adds 3 working days\n"

CRATE = """\
---
audience: sales
---
# How long does a crate take?

Eight days.

## Numbers
- lead time, crate: 8 working days
"""


def state_of(own_state: Path) -> Path:
    return next(path.parent for path in own_state.glob("*/index.json"))


@pytest.mark.parametrize("day", [date(2026, 5, 4), date(2026, 10, 5), date(2026, 12, 23)])
def test_one_answer_of_many_is_as_if_all_were_worked_out(
    day: date, kb: RunKb, own_state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kb("search", "lead time")
    with open_searcher(state_of(own_state)) as searcher:
        paths = {searcher.hit(document)[0] for document in searcher.live()}
        everything = {path: work_out(searcher, path, Path(path).stem, day)[Path(path).stem] for path in paths}
        monkeypatch.setattr("kb.session.working_out._FEW", 0)
        alone = {path: work_out(searcher, path, Path(path).stem, day) for path in paths}

    assert all(list(found) == [Path(path).stem] for path, found in alone.items())
    assert {path: found[Path(path).stem] for path, found in alone.items()} == everything
    assert any(found and found.rows for found in everything.values())


@pytest.mark.parametrize("few", [0, 1_000])
def test_a_notice_of_the_same_day_counts_at_once(
    few: int, kb: RunKb, folder: Callable[[dict[str, str]], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kb.session.working_out._FEW", few)
    root = folder({"articles/crate.md": CRATE, "articles/box.md": CRATE.replace("crate", "box")})
    ask = ("--today", "2026-06-01", "search")
    assert "Die-cutter" not in kb(*ask, "crate how long", content=root).out
    (root / "notices").mkdir()
    (root / "notices/2026-06-01-ab.md").write_text(NOTICE, "utf-8")

    assert "Every lead time 3 working days longer" in kb(*ask, "crate how long", content=root).out
    assert "Every lead time 3 working days longer" in kb(*ask, "box how long", content=root).out


def test_each_answer_of_a_large_library_is_worked_out_once(
    kb: RunKb, own_state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kb.session.working_out._FEW", 0)
    first = kb("--today", "2026-10-05", "search", "lead time")
    other = kb("--today", "2026-10-05", "search", "repeat order")
    monkeypatch.setattr("kb.session.working_out.work_out", lambda *_: pytest.fail("once is enough"))

    assert kb("--today", "2026-10-05", "search", "lead time").out == first.out
    assert kb("--today", "2026-10-05", "search", "repeat order").out == other.out
    assert len(list(own_state.glob("*/today-*.txt"))) == 1
