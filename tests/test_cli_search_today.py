"""What `kb search` says as things are today; worked out once a day, and never older than the numbers."""

import json
from collections.abc import Callable
from pathlib import Path

from conftest import RunKb

Folder = Callable[[dict[str, str]], Path]

BOX = """---
audience: sales
---
# How long does a crate take?

Ten working days.

## Numbers
- lead time, crate: 8 to 10 working days, from your order, to your door
- crates: at most 40
"""
SEASON = """---
audience: sales
---
# When is it busy?

In May.

## Numbers
- lead time: adds 2 working days, during May
"""


def test_the_screen_tells_what_is_different_and_by_when(kb: RunKb, folder: Folder) -> None:
    root = folder({"articles/crate.md": BOX, "articles/busy.md": SEASON})
    said = kb("--today", "2026-05-04", "search", "crate how long", content=root)
    assert said.out.startswith(
        """\
NOW  Every lead time 2 working days longer, May.

How long does a crate take?                                       for sales only
 Say  Ten working days. At the moment 10 to 12 working days: counted from today,
      at your door by Wednesday 20 May.

 If it is ...  lead time, normally  now       counted from today, by
 > crate       8 to 10              10 to 12  Wed 20 May
      working days, from your order, to your door
   crates  at most 40
"""
    )


def test_json_has_the_same(kb: RunKb, folder: Folder) -> None:
    root = folder({"articles/crate.md": BOX, "articles/busy.md": SEASON})
    found = json.loads(kb("--today", "2026-05-04", "search", "crate how long", "--json", content=root).out)
    assert found["today"]["banner"] == "Every lead time 2 working days longer, May."
    assert found["today"]["numbers"] == [
        {"slug": "crate", "for": "crate", "normally": "8 to 10", "now": "10 to 12", "by": "Wed 20 May", "terms": ""}
    ]


def test_another_day_and_a_changed_number_are_worked_out_anew(kb: RunKb, folder: Folder, own_state: Path) -> None:
    root = folder({"articles/crate.md": BOX, "articles/busy.md": SEASON})
    assert "10 to 12" in kb("--today", "2026-05-04", "search", "crate how long", content=root).out
    assert "10 to 12" not in kb("--today", "2026-06-01", "search", "crate how long", content=root).out
    (root / "articles/busy.md").write_text(SEASON.replace("adds 2", "adds 4"), "utf-8")
    assert "12 to 14" in kb("--today", "2026-05-04", "search", "crate how long", content=root).out
    for damage in ("[damaged", ""):
        next(own_state.glob("*/today-*.txt")).write_text(damage)
        assert "12 to 14" in kb("--today", "2026-05-04", "search", "crate how long", content=root).out
    file = next(own_state.glob("*/today-*.txt"))
    file.write_text(file.read_text("utf-8").replace("crate\t[", "crate\t{"), "utf-8")
    assert "12 to 14" in kb("--today", "2026-05-04", "search", "crate how long", content=root).out


def test_a_number_for_inside_only_plays_no_part(kb: RunKb, folder: Folder) -> None:
    root = folder({"articles/crate.md": BOX, "articles/busy.md": SEASON.replace("sales", "inside")})
    assert "NOW" not in kb("--today", "2026-05-04", "search", "crate how long", content=root).out
